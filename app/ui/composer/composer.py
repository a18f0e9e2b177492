"""Where a question is written: the field, its files, the model, send and stop, the context meter.

Window process, main thread. Plain text only: what is pasted loses its markup before it gets here. What it wishes
from the services, `writing_desk` fetches.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from app.domain.generation import Prepared
from app.domain.saved_prompt import SavedPrompt
from app.ui.composer.box import SHADOW_PX, ComposerBox
from app.ui.composer.chips import Chips
from app.ui.composer.field import FIELD_MIN_PX, QuestionField, local_files
from app.ui.composer.meter import ContextMeter
from app.ui.composer.prompt_list import PromptList, command_in
from app.ui.composer.send_key import SendKey
from app.ui.composer.variables import VariableStrip
from app.ui.parts import ElidedLabel, IconButton, Pill, PlainLabel
from app.ui.reading_order import chain, stops_in
from app.ui.theme import Theme
from app.ui.tokens import READING_WIDTH, SIDE_PX

FIELD_SHARE = 0.4  # of the page's height, the most that the field takes
DRAFT_IN_FIELD_CHARS = 100_000  # more would take seconds to lay out, each time its conversation is shown


class Composer(QWidget):
    """The whole foot of the chat page.

    Signals: `send_wished` with the text; `stop_wished`; `model_wished` (the pill was pressed);
    `edited` after each change of the text; `files_wished` with list[Path]; `pick_wished` (the + was pressed).
    """

    send_wished = Signal(str)
    stop_wished = Signal()
    model_wished = Signal()
    edited = Signal()
    files_wished = Signal(object)
    pick_wished = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        theme.dress(self)
        self._busy = False
        self._send_key = SendKey.ENTER
        self._pasted: list[str] = []
        self.setAcceptDrops(True)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(SIDE_PX - SHADOW_PX, 0, SIDE_PX - SHADOW_PX, 14)
        outer.addStretch(1)
        middle = QWidget()
        middle.setMaximumWidth(READING_WIDTH - 2 * SIDE_PX + 2 * SHADOW_PX)  # as wide as the words above it
        middle.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        outer.addWidget(middle, 100_000)  # all the room up to its width
        outer.addStretch(1)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.server_line = PlainLabel("", "cloud-line", wrap=True)
        self.server_line.setContentsMargins(SHADOW_PX, 6, SHADOW_PX, 6)
        self.server_line.hide()
        column.addWidget(self.server_line)
        self.box = ComposerBox(theme)
        column.addWidget(self.box)
        inside = QVBoxLayout(self.box)
        inside.setContentsMargins(SHADOW_PX + 14, 15, SHADOW_PX + 14, SHADOW_PX + 10)
        inside.setSpacing(8)
        self.chips = Chips(theme)
        self.chips.paste_opened.connect(self._unfold)
        self.chips.paste_removed.connect(self._drop_paste)
        self.chips.changed.connect(self._order_tabs)
        inside.addWidget(self.chips)
        self.field = QuestionField()
        self.field.setPlaceholderText(self.tr("Ask, type / for saved prompts, or drop files here…"))
        self.field.setAccessibleName(self.tr("Your question"))
        self.box.pressed.connect(self.field.setFocus)
        self.field.send_wished.connect(self._send)
        self.field.pasted_long.connect(self._fold)
        self.field.files_wished.connect(self.files_wished)
        self.field.textChanged.connect(self._changed)
        inside.addWidget(self.field)
        self._theme = theme
        self._inside = inside
        self._variables: VariableStrip | None = None
        row = QHBoxLayout()
        row.setSpacing(8)
        self._tools = row
        self.add = IconButton(theme, "plus", self.tr("Add files to this conversation…"))
        self.add.setFixedSize(28, 28)
        self.add.clicked.connect(self.pick_wished)
        row.addWidget(self.add)
        self.model = Pill(theme, self.tr("Choose a model"), "pill", "model")
        self.model.setMaximumWidth(320)
        self.model.clicked.connect(self.model_wished)
        row.addWidget(self.model)
        self.loading = QProgressBar()
        self.loading.setProperty("look", "meter")
        self.loading.setTextVisible(False)
        self.loading.setRange(0, 100)
        self.loading.setAccessibleName(self.tr("How far the model is loaded"))
        self.loading.hide()
        row.addWidget(self.loading)
        row.addStretch(1)
        self.send = IconButton(theme, "send", self.tr("Send (Enter)"), "send", "on_accent", 18)
        self.send.clicked.connect(self._send_or_stop)
        row.addWidget(self.send)
        inside.addLayout(row)
        foot = QHBoxLayout()
        foot.setContentsMargins(SHADOW_PX, 0, SHADOW_PX, 0)
        foot.setSpacing(6)
        self.promise = ElidedLabel(self.tr("Nothing in this conversation can leave this computer"), "foot")
        foot.addWidget(self.promise, 1)
        self.meter = ContextMeter(theme)
        foot.addWidget(self.meter)
        column.addLayout(foot)
        self.prompts: PromptList | None = None
        self._changed()

    # ---- text

    @property
    def text(self) -> str:
        """What would be sent: what stands in the field, and long pastes below it."""
        return "\n\n".join(part for part in (self.field.toPlainText(), *self._pasted) if part)

    @property
    def draft(self) -> str:
        """What is worth keeping: the draft, also while the person looks at earlier questions."""
        before = self.field.history.draft
        if before is None:
            return self.text
        return "\n\n".join(part for part in (before, *self._pasted) if part)

    def set_text(self, text: str) -> None:
        """Put a draft into the field, the cursor behind it; a very long one comes back as a card."""
        folded = len(text) > DRAFT_IN_FIELD_CHARS
        self._pasted = [text] if folded else []
        self.chips.show_pastes(self._pasted)
        self._hide_variables()
        self.field.history.leave()
        self.field.setPlainText("" if folded else text)
        cursor = self.field.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.field.setTextCursor(cursor)

    def quote(self, words: str) -> None:
        """Put words of the conversation behind what is written, as a quotation, and go to the field."""
        quoted = "\n".join(f"> {line}".rstrip() for line in words.strip().split("\n"))
        self.field.put(f"{self.field.toPlainText().rstrip()}\n\n{quoted}\n\n".lstrip("\n"))
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def taken(self) -> None:
        """The question was sent: the field is empty again, or holds the draft that an earlier one was sent before."""
        self.set_text(self.field.history.sent())

    @Slot(str)
    def _fold(self, text: str) -> None:
        """A long paste becomes a card; what is sent holds it whole."""
        self._pasted.append(text)
        self._show_pastes()

    @Slot(int)
    def _unfold(self, number: int) -> None:
        text = self._pasted.pop(number)
        self._show_pastes()
        self.field.textCursor().insertText(text)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def _drop_paste(self, number: int) -> None:
        del self._pasted[number]
        self._show_pastes()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_pastes(self) -> None:
        self.chips.show_pastes(self._pasted)
        self._changed()

    # ---- saved prompts

    def set_prompts(self, prompts: Sequence[SavedPrompt], listed: PromptList) -> None:
        """The prompts that a slash offers, and the list that shows them."""
        if self.prompts is None:
            self.prompts = listed
            listed.chosen.connect(self.use)
            listed.shown_changed.connect(self._list_shown)
            self.field.list_key.connect(listed.take_key)
        self.prompts.prompts = list(prompts)

    @Slot(object)
    def use(self, prompt: SavedPrompt) -> None:
        """Put a saved prompt into the field; its places are asked first."""
        if self.prompts is not None:
            self.prompts.fold()
        if prompt.variables:
            self.field.hide()
            self.variables.ask(prompt)
        else:
            self._filled(prompt.text)

    @Slot(str)
    def _filled(self, text: str) -> None:
        self._leave_variables()
        self.field.put(text)

    @Slot()
    def _leave_variables(self) -> None:
        self._hide_variables()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def variables(self) -> VariableStrip:
        """The fields for a saved prompt's places; made when they are first needed."""
        if self._variables is None:
            self._variables = VariableStrip(self._theme)
            self._variables.filled.connect(self._filled)
            self._variables.left.connect(self._leave_variables)
            self._inside.insertWidget(self._inside.indexOf(self.field) + 1, self._variables)
            self._order_tabs()
        return self._variables

    def _hide_variables(self) -> None:
        if self._variables is not None:
            self._variables.hide()
        self.field.show()

    @Slot(bool)
    def _list_shown(self, shown: bool) -> None:
        self.field.list_open = shown

    # ---- state

    def add_tool(self, tool: QWidget, after: QWidget) -> None:
        """Put a widget into the row below the field, behind another one of it."""
        self._tools.insertWidget(self._tools.indexOf(after) + 1, tool)
        self._order_tabs()

    @Slot()
    def _order_tabs(self) -> None:
        """Have Tab walk as things stand. The line above stays where the foot comes in the window, and all else is put
        behind it. It is a stop for that moment only: Qt puts nothing behind what is none."""
        self.server_line.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chain(stops_in(self))
        self.server_line.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_room(self, height_px: int) -> None:
        """The page is so tall: the field takes a share of it at most."""
        self.field.set_most(max(FIELD_MIN_PX * 2, round(height_px * FIELD_SHARE)))

    def set_send_key(self, key: SendKey) -> None:
        """Choose which key sends."""
        self._send_key = key
        self.field.set_send_key(key)
        self.set_busy(self._busy)

    def set_busy(self, busy: bool) -> None:
        """Whether an answer grows: then the button stops it."""
        self._busy = busy
        self.send.set_icon("stop" if busy else "send")
        by_enter = self._send_key is SendKey.ENTER
        sends = self.tr("Send (Enter)") if by_enter else self.tr("Send (Ctrl+Enter)")
        self.send.set_name(self.tr("Stop the answer (Esc)") if busy else sends)
        self._changed()

    def set_model(self, name: str) -> None:
        """The model that will answer; empty when none was chosen."""
        caption = name or self.tr("Choose a model")
        shown = self.model.fontMetrics().elidedText(caption, Qt.TextElideMode.ElideMiddle, 250)
        self.model.set_caption(f"{shown}  ▾")
        self.model.setAccessibleName(self.tr("Model: {name}. Choose another.").format(name=caption))

    def set_loading(self, fraction: float | None) -> None:
        """How far a model is loaded, 0..1; None when none is on its way."""
        self.loading.setVisible(fraction is not None)
        if fraction is not None:
            self.loading.setValue(round(fraction * 100))

    def show_server(self, name: str, host: str) -> None:
        """Say that what is sent goes to the server `name` at `host`; empty: it stays here."""
        told = self.tr(
            "What you send here goes to {name} ({host}). Other conversations stay on this computer."
        )
        self.server_line.say(told.format(name=name, host=host) if name else "")
        self.promise.setText(
            self.tr("Only what you have agreed to leaves this computer")
            if name
            else self.tr("Nothing in this conversation can leave this computer")
        )
        self.model.setVisible(not name)
        if name:
            self.meter.clear()

    def set_context(self, prepared: Prepared | None) -> None:
        """The context meter while an answer is made; None for nothing known."""
        if prepared is None:
            self.meter.clear()
        else:
            self.meter.show_prepared(prepared)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere on the foot."""
        if local_files(event.mimeData()):
            event.acceptProposedAction()
            self.box.set_awaiting(True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """They went away again."""
        self.box.set_awaiting(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the files."""
        self.box.set_awaiting(False)
        event.acceptProposedAction()
        self.files_wished.emit(local_files(event.mimeData()))

    @Slot()
    def _changed(self) -> None:
        self.send.setEnabled(self._busy or bool(self.text.strip()))
        typed = command_in(self.field.toPlainText()) if self.prompts is not None else None
        if self.prompts is not None and not self.prompts_held():
            self.prompts.show_for(typed, self.box)
        self.edited.emit()

    def prompts_held(self) -> bool:
        """Whether the list stays as it is: its places are being asked."""
        return self._variables is not None and self._variables.isVisible()

    @Slot()
    def _send(self) -> None:
        if not self._busy and self.text.strip():
            self.send_wished.emit(self.text)

    @Slot()
    def _send_or_stop(self) -> None:
        if self._busy:
            self.stop_wished.emit()
        else:
            self._send()
