"""Chips over the question: files of the conversation and long pastes. Window process, main thread."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from app.domain.attachment import Attachment, AttachmentState
from app.ui.markdown.visible_text import visible
from app.ui.parts import Button, IconButton, PlainLabel, plain_tip, set_look
from app.ui.theme import Theme

NAME_CHARS = 26
ROW_PX = 30
BAR_PX = 12
PICTURE_ENDINGS = (".png", ".jpg", ".jpeg")


class Chip(QFrame):
    """A name, a word on its state, a button for what would help it, and one that takes it away.

    Signals: `removed`; `pressed`, where pressing does something; `mend_wished`.
    """

    removed = Signal()
    pressed = Signal()
    mend_wished = Signal()

    def __init__(self, theme: Theme, icon_name: str, name: str, tip: str, remove: str) -> None:
        super().__init__()
        set_look(self, "chip")
        self.setFixedHeight(28)
        row = QHBoxLayout(self)
        row.setContentsMargins(5, 0, 3, 0)
        row.setSpacing(4)
        shown = name if len(name) <= NAME_CHARS else f"{name[: NAME_CHARS - 9]}…{name[-8:]}"
        self.open = IconButton(theme, icon_name, tip)
        self.open.setFixedSize(22, 22)
        self.open.clicked.connect(self.pressed)
        row.addWidget(self.open)
        self.label = PlainLabel(shown, "chip-name")
        row.addWidget(self.label)
        self.state = PlainLabel("", "muted")
        row.addWidget(self.state)
        self.mend = Button(theme, "", "chip-action")
        self.mend.setFixedHeight(22)
        self.mend.clicked.connect(self.mend_wished)
        self.mend.hide()
        row.addWidget(self.mend)
        self.remove = IconButton(theme, "close", remove, icon_px=12)
        self.remove.setFixedSize(22, 22)
        self.remove.clicked.connect(self.removed)
        row.addWidget(self.remove)
        self.setToolTip(plain_tip(tip))

    def tell(self, words: str, look: str) -> None:
        """Say how far it is."""
        self.state.setText(words)
        self.state.setVisible(bool(words))
        set_look(self.state, look)

    def offer(self, caption: str, name: str = "") -> None:
        """Show the button for what would help, with these words, and `name` for screen readers; empty: none."""
        self.mend.set_caption(caption)
        self.mend.setAccessibleName(name or caption)
        self.mend.setVisible(bool(caption))


class Chips(QScrollArea):
    """The row of chips; it scrolls sideways, and is hidden while it is empty.

    Signals: `changed` where some may have come or gone; `file_removed(path)`; `file_retried(path)` and
    `password_wished(path)` for one that can't be read; `paste_removed(number)`; `paste_opened(number)`: it shall
    become text again; `picture_removed(number)`.
    """

    changed = Signal()
    file_removed = Signal(str)
    file_retried = Signal(str)
    password_wished = Signal(str)
    paste_removed = Signal(int)
    paste_opened = Signal(int)
    picture_removed = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Files of this conversation"))
        self.setFixedHeight(ROW_PX)
        self.horizontalScrollBar().rangeChanged.connect(self._make_room)
        inside = QWidget()
        set_look(inside, "scrolled")
        self._row = QHBoxLayout(inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._row.addStretch(1)
        self.setWidget(inside)
        self.files: dict[str, Chip] = {}
        self._locked: set[str] = set()  # paths that a password would help
        self.pastes: list[Chip] = []
        self.pictures: list[Chip] = []
        self._settle()

    def show_files(self, files: Sequence[Attachment], reasons: Sequence[str]) -> None:
        """Show these files; `reasons` has a sentence for each that gave no text or not all, "" for the others."""
        wanted = [file.path for file in files]
        for path in [path for path in self.files if path not in wanted]:
            self._drop(self.files.pop(path))
        for place, (file, reason) in enumerate(zip(files, reasons, strict=True)):
            chip = self.files.get(file.path)
            if chip is None:
                name = visible(file.name)
                remove = self.tr("Remove {name} from this conversation").format(name=name)
                chip = Chip(self._theme, "file", name, visible(file.path), remove)
                chip.removed.connect(lambda path=file.path: self.file_removed.emit(path))
                chip.mend_wished.connect(lambda path=file.path: self._mend(path))
                self.files[file.path] = chip
                self._row.insertWidget(place, chip)
            self._tell(chip, file, reason)
        self._locked = {file.path for file in files if file.needs_password}
        self._settle()

    def show_pastes(self, texts: Sequence[str]) -> None:
        """Show these long pastes."""
        for chip in self.pastes:
            self._drop(chip)
        self.pastes = []
        numbers = self.locale()
        for number, text in enumerate(texts):
            size = self.tr("{count} characters").format(count=numbers.toString(len(text)))
            name = " ".join(text[:200].split()) or self.tr("Pasted text")
            tip = self.tr("Pasted text. Press to have it in the field.")
            chip = Chip(self._theme, "text", name, tip, self.tr("Remove the pasted text"))
            chip.tell(size, "muted")
            chip.setAccessibleName(self.tr("Pasted text, {size}").format(size=size))
            chip.pressed.connect(lambda number=number: self.paste_opened.emit(number))
            chip.removed.connect(lambda number=number: self.paste_removed.emit(number))
            self.pastes.append(chip)
            self._row.insertWidget(self._row.count() - 1, chip)
        self._settle()

    def show_pictures(self, names: Sequence[str]) -> None:
        """Show the pictures that the model will see with the question."""
        for chip in self.pictures:
            self._drop(chip)
        self.pictures = []
        for number, name in enumerate(map(visible, names)):
            tip = self.tr("The model will see this picture with your question.")
            remove = self.tr("Remove {name} from this conversation").format(name=name)
            chip = Chip(self._theme, "picture", name, f"{name}\n{tip}", remove)
            words = self.tr("shown to the model")
            chip.tell(words, "chip-ready")
            chip.setAccessibleName(f"{name}, {words}")
            chip.open.set_name(f"{name}, {words}")
            chip.removed.connect(lambda number=number: self.picture_removed.emit(number))
            self.pictures.append(chip)
            self._row.insertWidget(self._row.count() - 1, chip)
        self._settle()

    def _tell(self, chip: Chip, file: Attachment, reason: str) -> None:
        words, look = {
            AttachmentState.READING: (self.tr("reading…"), "muted"),
            AttachmentState.READY: (self._ready(file), "chip-ready"),
            AttachmentState.PARTLY: (self.tr("read in part"), "chip-problem"),
            AttachmentState.TROUBLE: (self.tr("can't be read"), "chip-problem"),
        }[file.state]
        chip.tell(words, look)
        name = visible(file.name)
        chip.setAccessibleName(f"{name}, {words}")
        chip.setAccessibleDescription(reason)
        tip = f"{visible(file.path)}\n{reason}" if reason else visible(file.path)
        chip.setToolTip(plain_tip(tip))
        chip.open.set_name(f"{name}, {words}. {reason}" if reason else f"{name}, {words}")
        chip.open.set_icon("warning" if reason else "file")
        if file.state is not AttachmentState.TROUBLE:
            chip.offer("")
        elif file.needs_password:
            chip.offer(self.tr("Unlock…"), self.tr("Unlock {name}").format(name=name))
        else:
            chip.offer(self.tr("Retry"), self.tr("Read {name} again").format(name=name))

    def _ready(self, file: Attachment) -> str:
        """Of a picture only the words are read where the model can't see it."""
        is_picture = file.name.lower().endswith(PICTURE_ENDINGS)
        return self.tr("words read") if is_picture else self.tr("ready")

    def _mend(self, path: str) -> None:
        if path in self._locked:
            self.password_wished.emit(path)
        else:
            self.file_retried.emit(path)

    def _drop(self, chip: Chip) -> None:
        self._row.removeWidget(chip)
        chip.hide()
        chip.deleteLater()

    @Slot(int, int)
    def _make_room(self, _least: int, most: int) -> None:
        """The bar to scroll with lies below the chips, not over them."""
        self.setFixedHeight(ROW_PX + (BAR_PX if most > 0 else 0))

    def _settle(self) -> None:
        self.setVisible(bool(self.files or self.pastes or self.pictures))
        self.changed.emit()
