"""The Settings page: a search field, and a card for each group. Window process, main thread.

It shows values and tells wishes by signals; `desk` carries them out.
"""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.ui.page import MARGINS_PX, Page
from app.ui.parts import Button, Card, PlainLabel, Rule
from app.ui.settings.row import SettingRow, words
from app.ui.settings.table import Group
from app.ui.settings.values import SettingValues
from app.ui.theme import Theme

WIDTH_PX = 780
KEY_PRESS = QEvent.Type.KeyPress


class GroupBox(QWidget):
    """A heading, "Reset", and the group's settings on a card.

    Signals: `reset_wished` with the group.
    """

    reset_wished = Signal(object)

    def __init__(self, theme: Theme, group: Group, rows: list[SettingRow]) -> None:
        super().__init__()
        theme.dress(self)
        self.group = group
        self.rows = rows
        name = words(group.value)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 14)
        column.setSpacing(4)
        head = QHBoxLayout()
        heading = PlainLabel(name, "group")
        head.addWidget(heading, 1)
        self.reset = Button(
            theme, self.tr("Reset"), "ghost", on_click=lambda: self.reset_wished.emit(self.group)
        )
        self.reset.setAccessibleName(self.tr("Reset “{group}”").format(group=name))
        keeps_room = self.reset.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(keeps_room)
        head.addWidget(self.reset)
        column.addLayout(head)
        self.card = Card()
        inside = QVBoxLayout(self.card)
        inside.setContentsMargins(0, 3, 0, 3)
        inside.setSpacing(0)
        self._rules: list[Rule] = []
        for row in rows:
            rule = Rule()
            self._rules.append(rule)
            inside.addWidget(rule)
            inside.addWidget(row)
        column.addWidget(self.card)

    def narrow(self, typed: str) -> int:
        """Show only what fits. Returns how many settings do."""
        shown = 0
        for rule, row in zip(self._rules, self.rows, strict=True):
            fits = row.fits(typed)
            row.setVisible(fits)
            rule.setVisible(fits and shown > 0)
            shown += fits
        self.setVisible(shown > 0)
        return shown


class SettingsPage(Page):
    """Everything that can be set.

    Signals: `chosen` with a key and a value, `pressed` with a button's name, `reset_wished` with a group,
    `left` (back to the conversation), `made` with a new row.
    """

    chosen = Signal(str, object)
    pressed = Signal(str)
    reset_wished = Signal(object)
    left = Signal()
    made = Signal(object)

    def __init__(self, theme: Theme, values: SettingValues) -> None:
        super().__init__()
        self._values = values
        self.setAccessibleName(self.tr("Settings"))
        across = QHBoxLayout(self.inside)
        across.setContentsMargins(*MARGINS_PX)
        middle = QWidget()
        middle.setMaximumWidth(WIDTH_PX)
        across.addStretch(1)
        across.addWidget(middle, 1000)
        across.addStretch(1)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        top = QWidget()
        column.addWidget(top)
        above = QVBoxLayout(top)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(self.tr("Settings"), "heading"), 1)
        self.done = Button(theme, self.tr("Done"), on_click=self.left.emit)
        self.done.setAccessibleName(self.tr("Back to the conversation"))
        head.addWidget(self.done)
        above.addLayout(head)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search settings"))
        self.search.setAccessibleName(self.tr("Search settings"))
        self.search.setMaxLength(100)
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self.search.installEventFilter(self)
        above.addSpacing(6)
        above.addWidget(self.search)
        self.nothing = PlainLabel(self.tr("No setting fits. Try fewer letters."), "lead", wrap=True)
        self.nothing.hide()
        above.addWidget(self.nothing)
        self.dress_bar(theme)
        for part in (top, self.problem):  # the groups are parts of their own
            theme.dress(part)
        self._boxes = QVBoxLayout()
        column.addLayout(self._boxes)
        column.addStretch(1)
        # As tall as its width asks for: the least height of wrapped lines is that of a narrow page, and would leave
        # a screen of nothing at the end.
        self.inside.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.setWidget(self.inside)
        self._theme = theme
        self._wished = ""
        self.rows: dict[str, SettingRow] = {}
        self.groups: list[GroupBox] = []
        here = {setting.group for setting in values.table}
        self._to_build = [group for group in Group if group in here]
        values.changed.connect(self.show_value)

    def build(self) -> None:
        """Make the rows, a group in each turn of the event loop: all at once would hold the window."""
        if not self._to_build:
            return
        group = self._to_build.pop(0)
        rows = [SettingRow(self._theme, one) for one in self._values.table if one.group is group]
        box = GroupBox(self._theme, group, rows)
        box.reset_wished.connect(self.reset_wished)
        self.groups.append(box)
        for row in rows:
            self.rows[row.setting.key] = row
            row.chosen.connect(self.chosen)
            row.pressed.connect(self.pressed)
            self.made.emit(row)
        self._boxes.addWidget(box)
        for row in rows:
            self.show_value(row.setting.key)
        self._narrow()
        if self._to_build:
            QTimer.singleShot(0, self, self.build)
        elif self._wished:
            # After the layout has taken its place, or there is nothing to scroll to.
            QTimer.singleShot(0, self, self._show_wished)

    @Slot()
    def _show_wished(self) -> None:
        wished, self._wished = self._wished, ""
        if wished:
            self.show_setting(wished)

    @Slot(str)
    def show_value(self, key: str) -> None:
        """Show the value in force of one setting."""
        row = self.rows.get(key)
        if row is None:  # not made yet
            return
        if row.control is not None:
            row.show_value(self._values.value(key))
        for box in self.groups:
            if box.group is row.setting.group:
                differs = bool(self._values.differing(box.group))
                box.reset.setEnabled(differs)
                box.reset.setVisible(differs)

    def show_setting(self, key: str) -> None:
        """Bring one setting into view and give it the keyboard."""
        self.search.clear()
        if self._to_build:
            self._wished = key
            return
        row = self.rows[key]
        self.ensureWidgetVisible(row)
        row.focus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down and Enter go from the search field to the first setting that fits."""
        if not (watched is self.search and isinstance(event, QKeyEvent) and event.type() is KEY_PRESS):
            return super().eventFilter(watched, event)
        if event.key() not in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return super().eventFilter(watched, event)
        first = next((row for row in self.rows.values() if not row.isHidden()), None)
        if first is not None:
            first.focus()
        return True

    @Slot()
    def _narrow(self) -> None:
        typed = self.search.text()
        shown = sum(box.narrow(typed) for box in self.groups)
        self.nothing.setVisible(shown == 0 and not self._to_build)
        self.search.setAccessibleDescription(
            self.tr("%Ln setting(s) shown", "", shown) if typed.strip() else ""
        )
