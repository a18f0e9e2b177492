"""What the composer needs of the services: files of the conversation, saved prompts, earlier questions, settings.

Window process, main thread; services are reached through the door only.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QDir, QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.attachment import Attachment
from app.domain.errors import HearthError, UsageError
from app.domain.library import FileTrouble
from app.domain.picture import Picture
from app.domain.saved_prompt import SavedPrompt
from app.services.events import AnswerStarted, ConversationsChanged, Event, LibraryChanged, PromptMeasured
from app.services.sentences import one_line, sentence, trouble_words
from app.ui.composer.composer import Composer
from app.ui.composer.pictures_waiting import PicturesWaiting
from app.ui.composer.prompt_list import PromptList
from app.ui.composer.prompts_sheet import PromptsSheet
from app.ui.composer.send_key import SEND_KEY, send_key_of
from app.ui.door import Door
from app.ui.library.sheets import FilePasswordSheet
from app.ui.ports import OpenSession
from app.ui.questions import TellSheet
from app.ui.theme import Theme


class WritingDesk(QObject):
    """Keeps the composer true to the services. `over` is the page that the list of saved prompts lies over.

    Signals: `told` with a sentence for the person; `changed`: what would be sent differs.
    """

    told = Signal(str)
    changed = Signal()

    def __init__(
        self, theme: Theme, door: Door, session: OpenSession, composer: Composer, over: QWidget
    ) -> None:
        super().__init__(composer)
        self._theme = theme
        self._door = door
        self._session = session
        self._composer = composer
        self._where: str | None = None
        self._has_files = False
        self._refuses_files = False
        self._pictures = PicturesWaiting(door, session, composer, self._failed)
        self._pictures.changed.connect(self.changed)
        self._list = PromptList(over)
        theme.dress(self._list)
        self._list.manage_wished.connect(self.open_prompts)
        composer.files_wished.connect(self.add_files)
        composer.pick_wished.connect(self.pick)
        composer.chips.file_removed.connect(self._remove_file)
        composer.chips.file_retried.connect(self._retry_file)
        composer.chips.password_wished.connect(self._ask_password)
        composer.field.picture_pasted.connect(self._paste_picture)
        composer.field.pasted_too_much.connect(self._cut)
        composer.meter.explain_wished.connect(self._explain)
        door.run(lambda: session.settings.get(SEND_KEY, ""), self._have_send_key)
        self._fetch_prompts()
        self._fetch_questions()

    def open(self, conversation_id: str | None, temporary: bool = False) -> None:
        """Another conversation is shown; None for one that hasn't begun, which may be a temporary one."""
        self._where = conversation_id
        self._refuses_files = temporary and conversation_id is None  # of others the service knows it
        self._have_files(())
        self._fetch_files()
        self._pictures.open(conversation_id)

    def begun(self, conversation_id: str) -> None:
        """The new conversation has its place now; its files go with it."""
        self._refuses_files = False
        self._where = conversation_id
        self._fetch_files()
        self._pictures.open(conversation_id)

    def take(self, event: Event) -> None:
        """What the services tell."""
        if isinstance(event, LibraryChanged):
            if self._has_files:
                self._fetch_files()
        elif isinstance(event, ConversationsChanged):
            self._fetch_questions()
        elif isinstance(event, AnswerStarted):
            self._pictures.refresh()  # those that waited went with the question

    def show_measured(self, event: PromptMeasured) -> None:
        """What the engine has counted for the draft."""
        meter = self._composer.meter
        if event.prepared is not None:
            meter.show_prepared(event.prepared, event.dropped, event.left_out)
        elif event.error is not None:
            meter.show_problem(sentence(event.error, self.tr))

    # ---- files

    @Slot()
    def pick(self) -> None:
        """Ask for files."""
        names, _ = QFileDialog.getOpenFileNames(
            self._composer.window(),
            self.tr("Add files to this conversation"),
            QDir.homePath(),
            options=QFileDialog.Option.DontUseCustomDirectoryIcons,
        )
        if names:
            self.add_files([Path(name) for name in names])

    @Slot(object)
    def add_files(self, paths: Sequence[Path]) -> None:
        """Have pictures shown to a model that sees, and all other files read for this conversation alone."""
        self._pictures.sort(paths, self._read_files)

    def _read_files(self, files: tuple[Path, ...]) -> None:
        where = self._where
        if self._refuses_files:
            self._failed(UsageError("attachments_not_in_temporary"))
            return
        self._start(
            lambda then, failed: self._session.attachments.add(where, files, lambda: then(None), failed)
        )

    @Slot(str)
    def _remove_file(self, path: str) -> None:
        where = self._where
        self._start(
            lambda then, failed: self._session.attachments.remove(where, path, lambda: then(None), failed)
        )

    @Slot(str)
    def _retry_file(self, path: str) -> None:
        self._read_again(path)

    @Slot(str)
    def _ask_password(self, path: str) -> None:
        sheet = FilePasswordSheet(
            self._theme,
            self._composer.window(),
            one_line(Path(path).name, 80),
            lambda password, keep: self._read_again(path, password, keep),
        )
        sheet.open_over(sheet.field)

    def _read_again(self, path: str, password: str = "", keep: bool = False) -> None:
        library = self._session.library
        self._start(lambda then, failed: library.retry(path, password, lambda: then(None), failed, keep))

    def _start(self, begin: Callable[[Callable[[None], None], Callable[[Exception], None]], object]) -> None:
        def done(_nothing: None) -> None:
            self._has_files = True
            self._fetch_files()

        self._door.start(begin, done, self._failed)

    def _fetch_files(self) -> None:
        where = self._where
        if self._refuses_files:
            return

        def told(files: tuple[Attachment, ...]) -> None:
            if self._where == where:
                self._have_files(files)

        attachments = self._session.attachments
        self._door.start(lambda then, failed: attachments.files(where, then, failed), told, self._failed)

    def _have_files(self, files: tuple[Attachment, ...]) -> None:
        had = self._has_files
        self._has_files = bool(files)
        reasons = [
            trouble_words(FileTrouble(file.path, "", file.code, file.params), self.tr) if file.code else ""
            for file in files
        ]
        self._composer.chips.show_files(files, reasons)
        if had or files:
            self.changed.emit()

    # ---- saved prompts

    @Slot()
    def open_prompts(self) -> None:
        """Make, change and remove saved prompts."""
        if self._composer.field.toPlainText() == "/":
            self._composer.field.clear()
        PromptsSheet(
            self._theme, self._composer.window(), self._door, self._session, self._fetch_prompts
        ).open_over()

    def _fetch_prompts(self) -> None:
        self._door.run(self._session.presets.prompts, self._have_prompts)

    def _have_prompts(self, prompts: list[SavedPrompt]) -> None:
        self._composer.set_prompts(prompts, self._list)

    def _fetch_questions(self) -> None:
        self._door.run(self._session.presets.questions, self._composer.field.history.set_asked)

    # ---- the rest

    def _have_send_key(self, kept: str) -> None:
        self._composer.set_send_key(send_key_of(kept))

    @Slot()
    def _cut(self) -> None:
        self.told.emit(self.tr("The text was too long to paste whole. Its beginning was taken."))

    @Slot(object)
    def _paste_picture(self, picture: bytes | Picture | None) -> None:
        if picture is None:
            self.told.emit(self.tr("A picture can be added as a file: save it, then drop it here."))
        else:
            self._pictures.paste(self.tr("Pasted picture"), picture, self._blind)

    def _blind(self) -> None:
        self.told.emit(
            self.tr(
                "What answers here can't see pictures. To have its words read, save it as a file and drop that here."
            )
        )

    @Slot(str)
    def _explain(self, words: str) -> None:
        TellSheet(
            self._theme, self._composer.window(), self.tr("What the model will read"), words
        ).open_over()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, HearthError):
            self.told.emit(sentence(error, self.tr))
