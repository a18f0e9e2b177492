"""The overview of all shortcuts, where each can be changed. Window process, main thread."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from app.ui.action_table import Action, Where
from app.ui.actions import Actions, sequences, where_text
from app.ui.fuzzy import fit
from app.ui.parts import Button, PlainLabel, set_look
from app.ui.sheet import Sheet
from app.ui.theme import Theme

AREA_PX = 430
MODIFIERS = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)


class ShortcutRow(QWidget):
    """One action with its keys.

    Signals: `wished` with the action's name and keys that were pressed for it (empty: none).
    """

    wished = Signal(str, str)

    def __init__(self, theme: Theme, action: Action, words: str) -> None:
        super().__init__()
        self.action = action
        self.words = words
        self._waits = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 6, 2)
        row.setSpacing(8)
        row.addWidget(PlainLabel(words, wrap=True), 1)
        self.keys = Button(theme, "", "key")
        self.keys.setEnabled(not action.fixed)
        self.keys.clicked.connect(self._begin)
        self.keys.installEventFilter(self)
        row.addWidget(self.keys)

    def show_keys(self, shown: str) -> None:
        """The keys in force, as people read them."""
        self._waits = False
        self.keys.set_caption(shown or self.tr("none"))
        change = self.tr("{action}: {keys}. Press to change.")
        told = self.tr("{action}: {keys}. This key is fixed.") if self.action.fixed else change
        self.keys.setAccessibleName(told.format(action=self.words, keys=shown or self.tr("none")))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While it waits, the next keys are the new shortcut; Backspace takes it away, Escape leaves it."""
        if watched is not self.keys or not self._waits:
            return False
        if event.type() is QEvent.Type.FocusOut:
            self.wished.emit("", "")
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        if event.key() in MODIFIERS:
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.wished.emit("", "")
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and not event.modifiers():
            self.wished.emit(self.action.name, "")
        else:
            keys = QKeySequence(event.keyCombination()).toString()
            self.wished.emit(self.action.name, keys)
        return True

    @Slot()
    def _begin(self) -> None:
        self._waits = True
        self.keys.setFocus(Qt.FocusReason.OtherFocusReason)
        self.keys.set_caption(self.tr("Press the new keys…"))


class ShortcutsSheet(Sheet):
    """All actions with their keys under their headings.

    Signals: `changed` after a change, with what was said of it (empty: nothing to say).
    """

    changed = Signal(str)

    def __init__(self, theme: Theme, window: QWidget, acts: Actions) -> None:
        super().__init__(theme, window, self.tr("Keyboard shortcuts"), width_px=620)
        self._acts = acts
        self.add_paragraph(
            self.tr("Press a key's button, then the keys you want. Backspace takes the keys away."), "muted"
        )
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find a shortcut"))
        self.search.setAccessibleName(self.tr("Find a shortcut"))
        self.search.textChanged.connect(self._narrow)
        self.body.addWidget(self.search)
        inside = QWidget()
        set_look(inside, "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.rows: list[ShortcutRow] = []
        self._headings: list[tuple[PlainLabel, Where]] = []
        known = acts.known()
        for where in Where:
            here = [action for action in known if action.where is where]
            if not here:
                continue
            heading = PlainLabel(where_text(where), "group")
            self._headings.append((heading, where))
            column.addWidget(heading)
            for action in here:
                row = ShortcutRow(theme, action, acts.text(action.name))
                row.wished.connect(self._change)
                self.rows.append(row)
                column.addWidget(row)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFixedHeight(max(160, min(AREA_PX, window.height() - 340)))
        self.body.addWidget(area)
        self.note = PlainLabel("", "muted", wrap=True)
        self.body.addWidget(self.note)
        self.reset = self.add_button(self.tr("Reset all keys"))
        self.reset.clicked.connect(self._reset)
        self.buttons.addStretch(1)
        self.close_button = self.add_button(self.tr("Close"), "primary")
        self.close_button.clicked.connect(self.accept)
        self._show()

    def _show(self) -> None:
        for row in self.rows:
            row.show_keys(self._acts.shown_keys(row.action.name))
        self.reset.setEnabled(bool(self._acts.chosen_keys()))

    @Slot(str, str)
    def _change(self, name: str, keys: str) -> None:
        self.note.setText("")
        if name and (not keys or sequences(keys)):
            loser = self._acts.choose_keys(name, keys)
            if loser:
                self.note.setText(self._loser_words(loser))
            self.changed.emit(self.note.text())
        self._show()

    def _loser_words(self, loser: str) -> str:
        row = next((one for one in self.rows if one.action.name == loser), None)
        words = row.words if row is not None else loser
        if row is not None and row.action.fixed:
            return self.tr("These keys always mean “{action}”. Choose others.").format(action=words)
        return self.tr("“{action}” had these keys and has none now.").format(action=words)

    @Slot()
    def _reset(self) -> None:
        self._acts.take_keys({})
        self.note.setText(self.tr("All keys are as they were at first."))
        self.changed.emit(self.note.text())
        self._show()

    @Slot()
    def _narrow(self) -> None:
        typed = self.search.text()
        for row in self.rows:
            keys = self._acts.shown_keys(row.action.name)
            row.setVisible(not typed.strip() or fit(typed, f"{row.words} {keys}") > 0)
        for heading, where in self._headings:
            heading.setVisible(any(not row.isHidden() for row in self.rows if row.action.where is where))
