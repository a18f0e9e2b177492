"""The window: opens the profile (asking what it must), shows it, locks, closes.

Window process, main thread.
"""

import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from app.domain.errors import HearthError
from app.ipc.doorbell import QUICK_ASK
from app.sandbox import SealReport
from app.services.opening_state import Opening, OpeningState
from app.services.sentences import notice_words, sentence
from app.services.window_place import keep_place
from app.ui.actions import Actions
from app.ui.autolock import AutoLock
from app.ui.door import Door
from app.ui.icons import window_icon
from app.ui.language import SETTING, SYSTEM, Language
from app.ui.loading import WorkspaceLoading
from app.ui.lock_screen import LockScreen
from app.ui.ports import Opener, OpenSession
from app.ui.sheet import open_sheet_in
from app.ui.theme import Theme
from app.ui.toast import Toast
from app.ui.window_keeping import bring_to_front, place_of

if TYPE_CHECKING:
    from app.ui.workspace import Workspace

log = logging.getLogger(__name__)

EXIT_QUIT = 0
EXIT_LOCK = 70  # the supervisor starts a fresh window, locked
EXIT_LOCK_UNSEEN = 71  # the same, and it stays in the task bar: nobody looked at this one either
TITLE_BAR_PX = 40  # about what the desktop puts around a window
CLOSE_PATIENCE_MS = 10_000  # everything shown as saved is saved long before


class MainWindow(QMainWindow):
    """Lock screen or workspace, with toasts over both.

    Signals:
        opened: the profile is open and its workspace on the screen.
        ended: everything is saved and closed; the process shall end with this exit code.
    """

    opened = Signal()
    ended = Signal(int)

    def __init__(
        self,
        theme: Theme,
        language: Language,
        door: Door,
        opener: Opener,
        report: SealReport,
        auto_lock: AutoLock,
        passphrase: str = "",
        greeting: str = "",
    ) -> None:
        super().__init__()
        self._theme = theme
        self._language = language
        self._door = door
        self._opener = opener
        self._report = report
        self._auto_lock = auto_lock
        self._loading = WorkspaceLoading(door, self)
        self._passphrase = passphrase
        self._greeting = greeting
        self._session: OpenSession | None = None
        self._ending: int | None = None
        self._builds = False  # a workspace is half built
        self._asked = False  # for a quick question, before the profile was open
        self._file = ""  # of a model that is to be used once it is
        self.folder: Path | None = None  # where its place is kept; None for a profile that is thrown away
        self.workspace: Workspace | None = None
        self.setWindowTitle("Hearth")
        self.setWindowIcon(window_icon())
        # The picture's size, or what a smaller screen has room for.
        room = self.screen().availableSize() - QSize(0, TITLE_BAR_PX)
        self.resize(QSize(1360, 860).boundedTo(room))
        self.setMinimumSize(420, 480)
        self.stack = QStackedWidget()
        self.setCentralWidget(self.stack)
        theme.watch(self)
        self.lock_screen = LockScreen(theme)
        self.stack.addWidget(self.lock_screen)
        self.toast = Toast(self, self._stage)
        theme.dress(self.toast)
        self.lock_screen.secret_given.connect(self._unlock)
        self.lock_screen.new_passphrase.connect(self._create)
        self.lock_screen.again.connect(self.begin)
        self.lock_screen.restore_wished.connect(self._restore)
        auto_lock.wished.connect(self.lock)
        door.failure.connect(self._stumbled)
        self.acts = Actions(self, self._is_free)
        self.acts.bind("window.lock", self.lock, lambda: self._session is not None)
        self.acts.bind("window.quit", self.quit)
        self.acts.bind("window.back", self._escape)

    @Slot()
    def begin(self) -> None:
        """Look at the profile and open it, or ask for what it needs."""
        self.lock_screen.show_opening()
        self._door.run(self._opener.inspect, self._inspected)
        self._loading.begin()  # while the person types, or the vault is being opened

    @Slot()
    def lock(self) -> None:
        """Save, end the workers, close the vault, and ask for the end of this process."""
        if self._session is not None:
            seen = self.isVisible() and not self.isMinimized()
            self._end(EXIT_LOCK if seen else EXIT_LOCK_UNSEEN)

    @Slot()
    def quit(self) -> None:
        """Save, end the workers, close the vault, and ask for the end of the program."""
        self._end(EXIT_QUIT)

    @Slot(str)
    def come(self, token: str) -> None:
        """Come to the front. `token` is the desktop's leave to do so, empty for none."""
        if self._ending is None:
            bring_to_front(self, token)

    @Slot(str, str, object)
    def hear(self, wish: str, token: str, file: str) -> None:
        """Hearth was started once more, with a wish of `app.ipc.doorbell`, perhaps about a model's file."""
        if wish != QUICK_ASK:
            self.come(token)
            self.use_model(file)
        elif self.workspace is not None and self._ending is None:
            self.workspace.desktop.ask(token)
        else:
            self.ask_once_open()
            self.come(token)

    def ask_once_open(self) -> None:
        """Show the window for a quick question as soon as the profile is open."""
        self._asked = True

    def use_model(self, file: str) -> None:
        """Use this model's file where it lies, as soon as the profile is open; an empty name is none."""
        self._file = file or self._file
        if self._file and self.workspace is not None and self._ending is None:
            self.workspace.show_models()
            self.workspace.models.use(self._file)
            self._file = ""

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave Hearth in the tray, or end it: only after everything is saved and every worker has ended."""
        event.ignore()
        if self.workspace is not None and self._ending is None and self.workspace.desktop.keeps_running:
            self.hide()
        else:
            self.quit()

    def say(self, text: str) -> None:
        """A calm line that goes away by itself."""
        self.toast.say(text)

    @Slot()
    def stumbled(self) -> None:
        """A bug was met somewhere; kind and place are in the log."""
        self.say(
            self.tr("Something in Hearth didn't work just now. What was saved is safe; try it once more.")
        )

    # ---- opening

    def _inspected(self, opening: Opening) -> None:
        if self._ending is not None:
            return
        asks = (OpeningState.NEW_NEEDS_PASSPHRASE, OpeningState.NEEDS_PASSPHRASE)
        if opening.state in (OpeningState.NEW, OpeningState.OPENS_BY_ITSELF):
            self._open(None, None)
        elif opening.state in asks and self._passphrase:
            passphrase, self._passphrase = self._passphrase, ""
            self.lock_screen.show_state(opening)
            self._open(passphrase, None)
        else:
            self.lock_screen.show_state(opening)
            if self._asked:  # whoever has a question must unlock first
                self.come("")

    @Slot(str, str)
    def _unlock(self, passphrase: str, code: str) -> None:
        self._open(passphrase or None, code or None)

    @Slot(str)
    def _create(self, passphrase: str) -> None:
        self._open(passphrase, None)

    def _open(self, passphrase: str | None, code: str | None) -> None:
        self.lock_screen.set_busy(True)

        def open_profile() -> tuple[OpenSession, str]:
            session = self._opener.open(passphrase, code, self._door.publish)
            return session, str(session.settings.get(SETTING, SYSTEM))

        self._door.run(open_profile, self._opened, self._not_opened)

    def _opened(self, found: tuple[OpenSession, str]) -> None:
        session, language = found
        self._session = session
        if self._ending is not None:
            self._close_session(self._ending)
            return
        self.lock_screen.forget()
        self._language.choose(language)

        def built() -> None:
            self._show_workspace()
            self._door.run(lambda: self._welcome(session), self._greet)

        def loaded() -> None:
            if self._ending is None:
                self._build_workspace(session, built)

        self._loading.when_done(loaded)

    def _build_workspace(self, session: OpenSession, then: Callable[[], None]) -> None:
        from app.ui.workspace import Workspace  # late: see `app.ui.loading`

        self.setLocale(QLocale())  # what is built in the window writes numbers as its language does
        workspace = Workspace(
            self._theme, self._door, session, self._report, self._auto_lock, self, self.acts
        )
        workspace.lock_wished.connect(self.lock)
        workspace.language_wished.connect(self.speak)
        workspace.restore_wished.connect(self._restore)
        workspace.move_wished.connect(self._move)
        workspace.told.connect(self.say)
        workspace.offered.connect(self.toast.offer)
        self._builds = True
        self._build_on(workspace, workspace.build(), then)

    def _build_on(self, workspace: "Workspace", parts: Iterator[None], then: Callable[[], None]) -> None:
        """Build the next part, and each other one in a turn of its own: all in one would hold the window."""
        if self._session is None or self._ending is not None:
            self._builds = False  # put away meanwhile
            return

        def go_on() -> None:
            self._build_on(workspace, parts, then)

        try:
            next(parts)
        except StopIteration:
            self._builds = False
            self._use_workspace(workspace)
            QTimer.singleShot(0, self, then)
        else:
            QTimer.singleShot(0, self, go_on)

    def _use_workspace(self, workspace: "Workspace") -> None:
        from app.ui.bindings import bind_workspace  # late: see `app.ui.loading`

        workspace.desktop.come_wished.connect(self.come)
        workspace.desktop.lock_wished.connect(self.lock)
        workspace.desktop.quit_wished.connect(self.quit)
        self.workspace = workspace
        bind_workspace(self.acts, workspace)
        self.stack.addWidget(workspace)

    @Slot()
    def _show_workspace(self) -> None:
        workspace = self.workspace
        if workspace is None:
            return
        self.stack.setCurrentWidget(workspace)
        if workspace.pages.currentWidget() is workspace.chat:
            workspace.chat.composer.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit()
        self.use_model("")
        if self._asked:
            self._asked = False
            workspace.desktop.ask()

    @Slot(str)
    def speak(self, choice: str) -> None:
        """Use another language (see `app.ui.language`): everything is built anew in it, where it was left.

        While an answer is being written nothing changes but the setting: it holds from the next start.
        """
        if self.workspace is not None and self.workspace.chat.busy:
            self.say(self.tr("An answer is being written. The language changes when Hearth starts next."))
        elif self._language.choose(choice):
            QTimer.singleShot(0, self, self._build_anew)  # after the page that asked for it is done

    @Slot()
    def _build_anew(self) -> None:
        old, session = self.workspace, self._session
        if old is None or session is None:
            return
        if self._builds:
            QTimer.singleShot(0, self, self._build_anew)
            return
        old.desktop.leave()

        def built() -> None:
            old.chat.keeping.save_draft()
            old.chat.keeping.keep_place()
            shown = old.chat.conversation
            was_setting = old.pages.currentWidget() is old.settings.page
            self.stack.removeWidget(old)
            self._show_workspace()
            self._drop(old)
            if shown is not None and self.workspace is not None:
                self.workspace.chat.open(shown)
            if was_setting and self.workspace is not None:
                self.workspace.settings.open_at(SETTING)

        self._build_workspace(session, built)

    def _drop(self, workspace: "Workspace") -> None:
        for part in [*vars(workspace).values(), workspace]:  # the desks are children of the window
            if part is workspace or (
                isinstance(part, QObject) and part is not self.acts and part.parent() is self
            ):
                part.deleteLater()

    def _welcome(self, session: OpenSession) -> tuple[tuple[str, ...], int]:
        """On the work thread: have the model ready before it is asked, and see what must be told once."""
        session.models.preload()
        return session.security.notices, session.cloud.close_open()

    def _greet(self, found: tuple[tuple[str, ...], int]) -> None:
        notices, unknown = found
        told = [notice_words(notice, self.tr) for notice in (*notices, self._greeting) if notice]
        if unknown:
            words = self.tr(
                "%Ln request(s) to a server were under way when Hearth ended. Whether they arrived is unknown, and "
                "nothing was sent again; the Ledger shows them.",
                "",
                unknown,
            )
            told.append(words)
        if told:
            self.say("\n".join(told))

    def _not_opened(self, error: Exception) -> None:
        if not isinstance(error, HearthError):
            return
        if self.lock_screen.go.isHidden():  # nothing had been asked yet
            self.lock_screen.show_state(Opening(OpeningState.BROKEN, error=error))
        else:
            self.lock_screen.show_problem(sentence(error, self.tr))

    # ---- restoring and moving

    @Slot()
    def _move(self) -> None:
        from app.ui.move_desk import MoveDesk  # late: no start waits for what few ever need

        if self._session is not None:
            desk = MoveDesk(self._theme, self._door, self._opener, self, self._put_away_to_move)
            desk.ended.connect(self._start_afresh)
            desk.pick(self._session)

    @Slot()
    def _restore(self) -> None:
        from app.ui.restore_desk import RestoreDesk  # late, as above

        desk = RestoreDesk(self._theme, self._door, self._opener, self, self._put_away)
        desk.ended.connect(self._start_afresh)
        desk.pick(self._session is not None or not self.lock_screen.is_for_a_new_profile)

    def _put_away(self) -> None:
        """Close the profile for a restore or a move. The window stays, with nothing of the profile in it."""
        workspace, session = self.workspace, self._session
        if workspace is None or session is None:
            return
        workspace.chat.keeping.save_draft()
        workspace.chat.keeping.keep_place()
        self.workspace = self._session = None
        self.lock_screen.show_opening()
        self.stack.setCurrentWidget(self.lock_screen)
        self.stack.removeWidget(workspace)
        self._drop(workspace)
        self._door.run(session.close)

    def _put_away_to_move(self) -> None:
        self._put_away()
        self.folder = None  # nothing more is written where the profile may not lie any more

    @Slot()
    def _start_afresh(self) -> None:
        """The profile is another one, or the same that was put away: a fresh process looks at it."""
        self._end(EXIT_LOCK)

    # ---- ending

    def _end(self, code: int) -> None:
        if self._ending is not None:
            return
        self._ending = code
        self._door.close()
        if self.folder is not None:
            folder, place = self.folder, place_of(self)
            minimised = self.workspace.desktop.starts_minimised if self.workspace is not None else None
            self._door.run(lambda: keep_place(folder, place, minimised), None, lambda _: None)
        self.hide()  # at once, for the eye; the process ends when all is saved
        if self.workspace is not None:
            self.workspace.desktop.leave()
        QTimer.singleShot(CLOSE_PATIENCE_MS, self, self._give_up)
        if self._session is not None:
            self._close_session(code)
        else:
            # Queued behind an opening that may be under way; `_opened` then closes what it opened.
            self._door.run(lambda: None, lambda _: self._end_unopened())

    def _end_unopened(self) -> None:
        if self._session is None and self._ending is not None:
            self.ended.emit(self._ending)

    def _close_session(self, code: int) -> None:
        session = self._session
        if session is None:
            return
        if self.workspace is not None:
            self.workspace.chat.keeping.save_draft()
            self.workspace.chat.keeping.keep_place()

        def done(_nothing: None) -> None:
            self.ended.emit(code)

        self._door.run(session.close, done, lambda _: self.ended.emit(code))

    @Slot()
    def _give_up(self) -> None:
        log.error("closing took too long; ending without it")
        self.ended.emit(self._ending or EXIT_QUIT)

    def _stage(self) -> QWidget:
        """At whose foot a passing message stands."""
        space = self.workspace
        return space.stage if space is not None and self.stack.currentWidget() is space else self.lock_screen

    # ---- keys

    def _is_free(self) -> bool:
        """Whether no sheet lies over the window and it isn't ending."""
        return open_sheet_in(self) is None and self._ending is None

    @Slot()
    def _escape(self) -> None:
        """The top-most thing first, then the search, then the answer."""
        sheet = open_sheet_in(self)
        if sheet is not None:
            sheet.reject()
        elif self.toast.isVisible():
            self.toast.hide()
        elif self.workspace is not None and self.workspace.step_back():
            return
        elif self.workspace is not None and self.workspace.sidebar.search.text():
            self.workspace.sidebar.search.clear()
        elif self.workspace is not None and self.workspace.sidebar.search.hasFocus():
            self.workspace.chat.composer.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self.workspace is not None:
            self.workspace.chat.stop()

    @Slot(object)
    def _stumbled(self, error: Exception) -> None:
        """A task failed and nobody was waiting for it."""
        if isinstance(error, HearthError):
            self.say(sentence(error, self.tr))
            return
        log.error("a task failed: %s", describe(error))
        self.stumbled()


def describe(error: BaseException) -> str:
    """Kind and place of a bug, without what it says: that may hold a person's words."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = f"{place.tb_frame.f_code.co_filename}:{place.tb_lineno}" if place is not None else "?"
    return f"{type(error).__name__} at {where}"
