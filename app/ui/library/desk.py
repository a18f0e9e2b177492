"""What the window does about libraries: adding, removing, pausing, settings, troubles, trying a question.

Window process, main thread; services are reached through the door only.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QDir, QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.document import PICTURE_CODES, UNLOCKED_BY_PASSWORD
from app.domain.errors import HearthError
from app.domain.library import FileTrouble, LibraryFacts, LibrarySettings
from app.domain.passage import Found, SearchMode
from app.services.events import Event, LibraryChanged
from app.services.sentences import Translate, one_line, sentence, trouble_words
from app.ui.door import Door, Failed
from app.ui.library.card import LibraryCard
from app.ui.library.find_field import Trial
from app.ui.library.own_program import FileOpening
from app.ui.library.page import LibraryPage
from app.ui.library.sheets import FilePasswordSheet, LibrarySettingsSheet
from app.ui.library.troubles import TroubleRow
from app.ui.ports import OpenSession
from app.ui.questions import ConfirmSheet
from app.ui.theme import Theme

HITS = 8
PICTURES = frozenset({*PICTURE_CODES, "pages_without_words"})  # where OCR may find words


class LibraryDesk(QObject):
    """Keeps the page true to the libraries.

    Signals: `listed` with the libraries there are, `counted` with the number of their files; `refused` with why
    something couldn't be done, empty when something is begun anew.
    """

    listed = Signal(object)
    counted = Signal(int)
    refused = Signal(str)

    def __init__(self, theme: Theme, door: Door, session: OpenSession, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._door = door
        self._session = session
        self._window = window
        self._libraries: tuple[LibraryFacts, ...] = ()
        self._attention = ""  # the library whose troubles are shown
        self._attention_count = -1
        self._embedder_loaded = False
        self._found_by_words: Trial | None = None  # what was tried last, where meaning is still to come
        self.page = LibraryPage(theme)
        self.refused.connect(self.page.show_problem)
        self.page.add_wished.connect(self.pick)
        self.page.made.connect(self._join)
        self.page.trial.find_wished.connect(self.find)
        self.page.troubles.retry_wished.connect(self._retry)
        self.page.troubles.password_wished.connect(self._ask_password)
        self.page.troubles.ocr_wished.connect(self._read_pictures)
        self.opening = FileOpening(self)
        self.opening.told.connect(self.page.show_problem)
        self.page.troubles.folder_wished.connect(self.opening.show_folder)
        self.page.embedder.folder_wished.connect(self._choose_embedder)
        self.page.embedder.packaged_wished.connect(self._use_packaged)
        self.page.ranker.folder_wished.connect(self._choose_ranker)
        self.page.ranker.off_wished.connect(self._use_no_ranker)
        door.run(lambda: session.library.ranker, self.page.ranker.show_ranker)
        door.run(lambda: session.library.libraries, self._show)

    @property
    def names(self) -> list[str]:
        """The libraries there are."""
        return [facts.name for facts in self._libraries]

    def take(self, event: Event) -> None:
        """The libraries as they are now."""
        if isinstance(event, LibraryChanged):
            self.page.embedder.show_embedder(event.embedder)
            self._show(event.libraries)
            self._embedder_loaded = event.embedder_loaded
            if self._embedder_loaded and self._found_by_words is not None:
                trial, self._found_by_words = self._found_by_words, None
                self.find(trial)

    @Slot()
    def pick(self) -> None:
        """Ask for a folder and make a library of it."""
        folder = self._ask_folder()
        if folder is not None:
            self.add(folder)

    def add(self, folder: Path, name: str = "") -> None:
        """Read a folder: for the library `name`, or for a new one with the folder's own name."""
        wanted = name or self._free_name(one_line(folder.name, 60) or str(folder))
        self._do(lambda then, failed: self._session.library.add(wanted, (folder,), None, then, failed))

    @Slot(object)
    def find(self, trial: Trial) -> None:
        """Try a question. The embedder is loaded because of it, and once it is there the question is tried again."""
        field = self.page.trial

        def found(result: Found) -> None:
            if field.asked == trial:
                field.show_found(result)
                by_words = result.mode is SearchMode.KEYWORD and result.ready > 0
                self._found_by_words = trial if by_words and not self._embedder_loaded else None

        def failed(error: Exception) -> None:
            if isinstance(error, HearthError) and field.asked == trial:
                field.say(sentence(error, self.tr))

        def begin(then: Callable[[Found], None], fail: Failed) -> None:
            search = self._session.library.search
            search(trial.words, then, fail, libraries=trial.libraries, k=HITS, only=trial.only)

        self._door.start(begin, found, failed)

    # ---- what cards and rows wish

    @Slot(object)
    def _join(self, card: LibraryCard) -> None:
        card.pause_wished.connect(self._pause)
        card.sync_wished.connect(self._sync)
        card.settings_wished.connect(self._ask_settings)
        card.folder_wished.connect(self._add_to)
        card.remove_wished.connect(self._ask_remove)
        card.attention_wished.connect(self._show_attention)

    @Slot(str, bool)
    def _pause(self, name: str, rest: bool) -> None:
        self._do(lambda then, failed: self._session.library.pause(rest, name, then, failed))

    @Slot(str)
    def _sync(self, name: str) -> None:
        self._do(lambda then, failed: self._session.library.sync(name, then, failed))

    @Slot(str)
    def _add_to(self, name: str) -> None:
        folder = self._ask_folder()
        if folder is not None:
            self.add(folder, name)

    @Slot(str)
    def _ask_settings(self, name: str) -> None:
        facts = self._facts(name)
        if facts is not None:
            LibrarySettingsSheet(
                self._theme, self._window, name, facts.settings, lambda new: self._set(name, new)
            ).open_over()

    @Slot(str)
    def _ask_remove(self, name: str) -> None:
        ConfirmSheet(
            self._theme,
            self._window,
            self.tr("Remove “{name}”?").format(name=name),
            self.tr(
                "Hearth forgets everything it made of these files: text, passages, search index. The files "
                "themselves stay where they are."
            ),
            self.tr("Remove"),
            lambda: self._do(lambda then, failed: self._session.library.remove(name, then, failed)),
        ).open_over()

    @Slot(str)
    def _show_attention(self, name: str) -> None:
        self._attention = name
        self._fetch_troubles()

    @Slot(str)
    def _retry(self, path: str) -> None:
        self._do(lambda then, failed: self._session.library.retry(path, "", then, failed))

    @Slot(str)
    def _ask_password(self, path: str) -> None:
        def take(password: str, keep: bool) -> None:
            self._do(lambda then, failed: self._session.library.retry(path, password, then, failed, keep))

        sheet = FilePasswordSheet(self._theme, self._window, one_line(Path(path).name, 80), take)
        sheet.open_over(sheet.field)

    @Slot(str)
    def _read_pictures(self, name: str) -> None:
        facts = self._facts(name)
        if facts is not None:
            self._set(name, replace(facts.settings, ocr=True))

    @Slot()
    def _choose_embedder(self) -> None:
        folder = self._ask_folder(self.tr("Choose the folder of an embedder (sentence-transformers)"))
        if folder is not None:
            self._use_embedder(str(folder))

    @Slot()
    def _use_packaged(self) -> None:
        self._use_embedder("")

    @Slot()
    def _choose_ranker(self) -> None:
        folder = self._ask_folder(self.tr("Choose the folder of a cross-encoder (sentence-transformers)"))
        if folder is not None:
            self._use_ranker(str(folder))

    @Slot()
    def _use_no_ranker(self) -> None:
        self._use_ranker("")

    # ---- inside

    def _use_ranker(self, folder: str) -> None:
        library = self._session.library

        def begin(then: Callable[[], None], failed: Failed) -> None:
            library.use_ranker(folder, then, failed)

        def used(_nothing: None) -> None:
            self.page.ranker.show_ranker(folder)

        self._do(begin, used)

    def _use_embedder(self, folder: str) -> None:
        self._do(lambda then, failed: self._session.library.use_embedder(folder, then, failed))

    def _set(self, name: str, settings: LibrarySettings) -> None:
        self._do(lambda then, failed: self._session.library.add(name, (), settings, then, failed))

    def _show(self, libraries: tuple[LibraryFacts, ...]) -> None:
        self._libraries = libraries
        self.page.show_libraries(libraries)
        self.listed.emit(libraries)
        self.counted.emit(sum(facts.files for facts in libraries))
        shown = self._facts(self._attention)
        if shown is None or not shown.attention:
            troubled = next((facts for facts in libraries if facts.attention), None)
            self._attention = troubled.name if troubled is not None else ""
        count = sum(facts.attention for facts in libraries if facts.name == self._attention)
        if count != self._attention_count:
            self._attention_count = count
            self._fetch_troubles()

    def _fetch_troubles(self) -> None:
        name = self._attention
        if not name:
            self.page.show_troubles("", ())
            return

        def told(troubles: tuple[FileTrouble, ...]) -> None:
            if name == self._attention:
                self.page.show_troubles(name, [_row(trouble, self.tr) for trouble in troubles])

        library = self._session.library
        self._door.start(lambda then, failed: library.troubles(name, then, failed), told, self._failed)

    def _facts(self, name: str) -> LibraryFacts | None:
        return next((facts for facts in self._libraries if facts.name == name), None)

    def _free_name(self, wanted: str) -> str:
        name, number = wanted, 2
        while name in self.names:
            name, number = f"{wanted} {number}", number + 1
        return name

    def _ask_folder(self, title: str = "") -> Path | None:
        name = QFileDialog.getExistingDirectory(
            self._window.window(),
            title or self.tr("Choose a folder to read"),
            QDir.homePath(),
            options=QFileDialog.Option.ShowDirsOnly | QFileDialog.Option.DontUseCustomDirectoryIcons,
        )
        return Path(name) if name else None

    def _do(
        self,
        begin: Callable[[Callable[[], None], Failed], object],
        done: Callable[[None], None] | None = None,
    ) -> None:
        """Start something on the work thread, and call `done` after it; a failure is said on the page."""
        self.refused.emit("")

        def begin_it(then: Callable[[None], None], failed: Failed) -> None:
            begin(lambda: then(None), failed)

        self._door.start(begin_it, done, self._failed)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, HearthError):
            self.refused.emit(sentence(error, self.tr))


def _row(trouble: FileTrouble, translate: Translate) -> TroubleRow:
    needs = "password" if trouble.code in UNLOCKED_BY_PASSWORD else "ocr" if trouble.code in PICTURES else ""
    return TroubleRow(trouble.path, trouble.library, trouble_words(trouble, translate), needs)
