"""What the window does about settings: values to whoever takes them, facts and wishes of the page.

Window process, main thread; services are reached through the door only.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.domain.errors import CloudError, HearthError
from app.sandbox import SealReport
from app.services.policy import Policy
from app.services.sentences import sentence
from app.services.state_words import policy_words, seal_words
from app.ui.autolock import AutoLock
from app.ui.backup_desk import BackupDesk
from app.ui.controls import ChoiceBox
from app.ui.door import Door
from app.ui.import_desk import ImportDesk
from app.ui.language import from_left, number_words
from app.ui.markdown.visible_text import visible
from app.ui.palette import Line
from app.ui.ports import OpenSession
from app.ui.security_desk import SecurityDesk
from app.ui.settings import table
from app.ui.settings.masking_sheet import MaskingSheet
from app.ui.settings.page import SettingsPage
from app.ui.settings.row import SettingRow, words
from app.ui.settings.values import SettingValues
from app.ui.theme import Motion, Theme, ThemeChoice


class SettingsDesk(QObject):
    """Joins the values, the page and what follows them.

    Signals: `page_wished` (show the page), `keys_wished` (the overview of shortcuts), `servers_wished` (the list of
    servers), `language_wished` with a language of `app.ui.language`, `told` with a sentence, `restore_wished` (put a
    backup in this profile's place), `move_wished` (put the data folder elsewhere).
    """

    page_wished = Signal()
    keys_wished = Signal()
    servers_wished = Signal()
    language_wished = Signal(str)
    told = Signal(str)
    restore_wished = Signal()
    move_wished = Signal()

    def __init__(
        self,
        theme: Theme,
        door: Door,
        session: OpenSession,
        auto_lock: AutoLock,
        security: SecurityDesk,
        backups: BackupDesk,
        imports: ImportDesk,
        report: SealReport,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._door = door
        self._session = session
        self._auto_lock = auto_lock
        self._report = report
        self._watching = False
        self._language = ""
        self._loaded_with: dict[str, object] = {}
        self._folder = str(session.folder)
        self._policy = Policy(Path())
        self._window = window
        self.values = SettingValues(door, session.settings, self)
        self.page = SettingsPage(theme, self.values)
        self.page.chosen.connect(self.values.choose)
        self.page.reset_wished.connect(self.values.reset)
        self.values.failed.connect(self._tell)
        self.page.made.connect(self._say_how_it_is)
        security.protected.connect(self._show_protection)
        self._backups = backups
        backups.changed.connect(self._show_backup_state)
        self._imports = imports
        imports.changed.connect(self._show_import_state)
        self._has_passphrase = self._has_code = False
        self._presses: dict[str, Callable[[], object]] = {
            "passphrase.set": security.set_passphrase,
            "passphrase.remove": security.remove_passphrase,
            "recovery.make": security.make_recovery_code,
            "keys.open": self.keys_wished.emit,
            "masking.words": self._open_masking,
            "servers.open": self.servers_wished.emit,
            "folder.copy": self._copy_folder,
            "folder.move": self.move_wished.emit,
            "backup.make": backups.make,
            "backup.stop": backups.stop,
            "backup.restore": self.restore_wished.emit,
            "import.file": imports.pick_file,
            "import.folder": imports.pick_folder,
            "import.stop": imports.stop,
        }
        self.page.pressed.connect(self._press)
        self._follow()

    def begin(self) -> None:
        """Take the values from the profile, and what the administrator has fixed first."""
        self._door.run(self._session.policy, self._have_policy)
        self.values.begin()

    def _have_policy(self, policy: Policy) -> None:
        self._policy = policy
        self.values.bind(table.AUTO_LOCK, lambda chosen: policy.lock_minutes(_whole(chosen)))
        for key in (table.AUTO_LOCK, table.SERVERS, table.POLICY):
            if key in self.page.rows:
                self._say_how_it_is(self.page.rows[key])

    @Slot()
    def open(self) -> None:
        """Show the page, ready to be searched."""
        self.page.search.clear()
        self.page_wished.emit()
        self.page.build()
        self.page.search.setFocus()

    def open_at(self, key: str) -> None:
        """Show the page at one setting."""
        self.page_wished.emit()
        self.page.build()
        self.page.show_setting(key)

    def lines(self) -> list[Line]:
        """Every setting, for the palette."""
        kind = self.tr("Settings")
        return [
            Line(words(one.text), kind, self._opener(one.key), icon="settings", weight=30)
            for one in self.values.table
        ]

    def switch_theme(self) -> None:
        """From light to dark or back."""
        other = ThemeChoice.LIGHT if self._theme.is_dark else ThemeChoice.DARK
        self.values.choose(table.THEME, other.value)

    # ---- carrying out

    def _follow(self) -> None:
        values = self.values
        values.follow(table.THEME, self._take_theme)
        values.follow(table.TEXT_SIZE, lambda percent: self._theme.choose_text(_whole(percent)))
        values.follow(table.MOTION, self._take_motion)
        values.follow(table.AUTO_LOCK, self._take_minutes)
        values.follow(table.LANGUAGE, self._take_language)
        loading = (table.GPU, table.GPU_LAYERS, table.KV_TYPE, table.FLASH_ATTENTION, table.GUESS_AHEAD)
        for key in (table.CONTEXT, table.THREADS, *loading):
            values.follow(key, partial(self._load_anew, key))

    def _take_theme(self, value: object) -> None:
        if value in {choice.value for choice in ThemeChoice}:
            self._theme.choose(ThemeChoice(str(value)))

    def _take_motion(self, value: object) -> None:
        if value in {motion.value for motion in Motion}:
            self._theme.choose_motion(Motion(str(value)))

    def _take_language(self, value: object) -> None:
        if self._language not in ("", value):
            self.language_wished.emit(str(value))
        self._language = str(value)

    def _take_minutes(self, value: object) -> None:
        if self._watching:
            self._auto_lock.set_minutes(_whole(value))
        else:
            self._watching = True
            self._auto_lock.start(_whole(value))

    def _show_lock(self, row: SettingRow) -> None:
        most, said = self._policy.lock_after_minutes, self._auto_lock.signals_in_words()
        if most and isinstance(row.control, ChoiceBox):
            fixed = self.tr("The administrator has Hearth lock after {minutes} min at the latest ({path}).")
            said = f"{fixed.format(minutes=number_words(most), path=from_left(visible(str(self._policy.path))))} {said}"
            row.control.offer_only(
                lambda minutes: self._policy.lock_minutes(_whole(minutes)) == minutes,
                (most, self.tr("After {minutes} min").format(minutes=number_words(most))),
            )
        row.show_help(said)

    def _show_servers(self, row: SettingRow) -> None:
        """Greyed where no server may be asked, with the reason."""
        if not self._policy.asks_servers:
            row.show_help(sentence(CloudError("cloud_forbidden", path=str(self._policy.path)), self.tr))
            row.buttons["servers.open"].setEnabled(False)

    def _load_anew(self, key: str, value: object) -> None:
        """A model that is in memory was loaded with the former value: load it with this one."""
        known = key in self._loaded_with
        if known and self._loaded_with[key] != value:
            self._door.run(self._session.models.preload, None, self._tell)
        self._loaded_with[key] = value

    # ---- the page

    @Slot(object)
    def _say_how_it_is(self, row: SettingRow) -> None:
        """A row was made whose help is what is true here."""
        key = row.setting.key
        if key == table.AUTO_LOCK:
            self._show_lock(row)
        elif key == table.SERVERS:
            self._show_servers(row)
        elif key == table.POLICY:
            row.show_help(policy_words(self._policy, self.tr))
        elif key == table.NETWORK:
            row.show_help(seal_words(self._report, self.tr))
        elif key == table.MASKING_WORDS:
            self._door.run(self._session.masking.words, partial(self._show_words, row))
        elif key == table.FOLDER:
            row.show_help(
                self.tr("All that Hearth keeps lies here, encrypted: {folder}").format(
                    folder=from_left(str(self._folder))
                )
            )
        elif key == table.PASSPHRASE:
            self._show_passphrase(row)
        elif key == table.RECOVERY:
            self._show_recovery(row)
        elif key == table.BACKUP:
            self._show_backup(row)
        elif key == table.IMPORT:
            self._show_import(row)

    @Slot(bool, bool)
    def _show_protection(self, has_passphrase: bool, has_code: bool) -> None:
        self._has_passphrase, self._has_code = has_passphrase, has_code
        for key in (table.PASSPHRASE, table.RECOVERY):
            if key in self.page.rows:
                self._say_how_it_is(self.page.rows[key])

    def _show_passphrase(self, row: SettingRow) -> None:
        has_one = self._has_passphrase
        row.show_help(
            self.tr("Hearth opens with your passphrase.")
            if has_one
            else self.tr("Your system's keyring opens Hearth. A passphrase also locks the app.")
        )
        change, remove = row.buttons["passphrase.set"], row.buttons["passphrase.remove"]
        change.set_caption(self.tr("Change…") if has_one else self.tr("Set…"))
        change.setAccessibleName(self.tr("Change the passphrase") if has_one else self.tr("Set a passphrase"))
        remove.setHidden(not has_one)
        remove.setAccessibleName(self.tr("Remove the passphrase"))

    def _show_recovery(self, row: SettingRow) -> None:
        row.show_help(
            self.tr("You have one. A new one replaces it.")
            if self._has_code
            else self.tr("Opens Hearth when the passphrase or the keyring is lost. You have none yet.")
        )
        make = row.buttons["recovery.make"]
        make.set_caption(self.tr("Make a new one…") if self._has_code else self.tr("Make one…"))
        make.setAccessibleName(self.tr("Make a recovery code"))

    @Slot(str, bool)
    def _show_backup_state(self, _words: str, _busy: bool) -> None:
        if table.BACKUP in self.page.rows:
            self._show_backup(self.page.rows[table.BACKUP])

    def _show_backup(self, row: SettingRow) -> None:
        busy = self._backups.is_busy
        row.show_help(
            self._backups.state
            or self.tr(
                "Everything here in one encrypted file, which your passphrase or recovery code opens on any computer. "
                "Models and keys of providers aren't in it."
            )
        )
        row.buttons["backup.stop"].setHidden(not busy)
        for name in ("backup.make", "backup.restore"):
            row.buttons[name].setHidden(busy)

    @Slot(str, bool)
    def _show_import_state(self, _words: str, _busy: bool) -> None:
        if table.IMPORT in self.page.rows:
            self._show_import(self.page.rows[table.IMPORT])

    def _show_import(self, row: SettingRow) -> None:
        busy = self._imports.is_busy
        row.show_help(
            self._imports.state
            or self.tr(
                "From ChatGPT, Open WebUI, LM Studio, Jan, GPT4All or Hearth. They come in as local ones."
            )
        )
        row.buttons["import.stop"].setHidden(not busy)
        for name in ("import.file", "import.folder"):
            row.buttons[name].setHidden(busy)

    @Slot(str)
    def _press(self, name: str) -> None:
        self._presses[name]()

    def _open_masking(self) -> None:
        def have(words: list[str]) -> None:
            sheet = MaskingSheet(self._theme, self._window, self._door, self._session.masking, words)
            sheet.kept.connect(self._words_kept)
            sheet.open_over(sheet.words)

        self._door.run(self._session.masking.words, have)

    @Slot(list)
    def _words_kept(self, words: list[str]) -> None:
        if table.MASKING_WORDS in self.page.rows:
            self._show_words(self.page.rows[table.MASKING_WORDS], words)

    def _show_words(self, row: SettingRow, words: list[str]) -> None:
        row.show_help(
            self.tr("%Ln word(s) of your own are masked, whatever they are.", "", len(words))
            if words
            else self.tr("Names of people, streets and projects that should never go: none yet.")
        )

    def _copy_folder(self) -> None:
        QGuiApplication.clipboard().setText(self._folder)
        self.told.emit(self.tr("Copied."))

    def _opener(self, key: str) -> Callable[[], None]:
        return lambda: self.open_at(key)

    @Slot(object)
    def _tell(self, error: Exception) -> None:
        if isinstance(error, HearthError):
            self.told.emit(sentence(error, self.tr))


def _whole(value: object) -> int:
    return int(value) if isinstance(value, int | float) else 0
