"""The actions of one window: who carries them out, by which keys, and the menu entries made of them.

Window process, main thread. The table is `app.ui.action_table`; a page binds what it can do to an action's name.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from app.ui.action_table import ACTIONS, Action, Where

NO_KEYS = "-"  # in the settings: the person took the key away


@dataclass(frozen=True, slots=True)
class _Bound:
    act: Callable[[], object]
    can: Callable[[], bool]


class Actions(QObject):
    """What can be done in `window` now.

    Signals:
        changed: a person chose other keys; menus and hints that show keys take them again.
    """

    changed = Signal()

    def __init__(self, window: QWidget, free: Callable[[], bool], table: Iterable[Action] = ACTIONS) -> None:
        """`free` tells whether nothing lies over the window; `table` is another one in tests only."""
        super().__init__(window)
        self._window = window
        self._free = free
        self._table = {action.name: action for action in table}
        self._bound: dict[str, _Bound] = {}
        self._chosen: dict[str, str] = {}
        self._shortcuts: dict[str, QShortcut] = {}

    # ---- carrying out

    def bind(self, name: str, act: Callable[[], object], can: Callable[[], bool] | None = None) -> None:
        """`act` carries out the action `name` from now on, while `can()` says that it makes sense.

        Raises KeyError for a name that isn't in the table.
        """
        if name not in self._table:
            raise KeyError(name)
        self._bound[name] = _Bound(act, can or (lambda: True))
        if name not in self._shortcuts:
            shortcut = QShortcut(self._window)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(lambda: self.run(name))
            self._shortcuts[name] = shortcut
            self._give_keys(name)

    def can(self, name: str) -> bool:
        """Whether the action can be carried out now."""
        bound = self._bound.get(name)
        return bound is not None and (self._table[name].over_sheets or self._free()) and bound.can()

    def run(self, name: str) -> None:
        """Carry it out, where that makes sense now."""
        if self.can(name):
            self._bound[name].act()

    def possible(self) -> list[Action]:
        """What can be done now, in the table's order."""
        return [action for name, action in self._table.items() if self.can(name)]

    def known(self) -> list[Action]:
        """Every action that somebody carries out, and those that widgets handle themselves."""
        return [action for name, action in self._table.items() if action.fixed or name in self._bound]

    # ---- words

    def text(self, name: str) -> str:
        """What people read."""
        return QCoreApplication.translate("Actions", self._table[name].text)

    def keys(self, name: str) -> str:
        """The keys in force, in Qt's portable notation; empty for none."""
        chosen = self._chosen.get(name)
        if chosen is None:
            return self._table[name].keys
        return "" if chosen == NO_KEYS else chosen

    def shown_keys(self, name: str) -> str:
        """The first of the keys as people read them on this system; empty for none."""
        found = sequences(self.keys(name))
        return found[0].toString(QKeySequence.SequenceFormat.NativeText) if found else ""

    def tip(self, name: str) -> str:
        """The words with the keys behind them, for a tooltip."""
        keys = self.shown_keys(name)
        return f"{self.text(name)} ({keys})" if keys else self.text(name)

    def entry(
        self, name: str, menu: QMenu, act: Callable[[], object] | None = None, text: str = ""
    ) -> QAction:
        """An entry of `menu` with words and keys. `act` instead of what is bound: for another conversation
        than the one that is shown, say."""
        entry = menu.addAction(text or self.text(name))

        def key_up_to_date() -> None:
            entry.setShortcuts(sequences(self.keys(name)))

        key_up_to_date()
        entry.setShortcutVisibleInContextMenu(True)
        entry.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # shown only; the window has the key
        run = act or (lambda: self.run(name))
        entry.triggered.connect(lambda _checked: run())
        if act is None:
            menu.aboutToShow.connect(lambda: entry.setEnabled(self.can(name)))
        menu.aboutToShow.connect(key_up_to_date)
        return entry

    # ---- the person's own keys

    def chosen_keys(self) -> dict[str, str]:
        """What differs from the defaults, for the settings."""
        return dict(self._chosen)

    def take_keys(self, chosen: Mapping[str, object]) -> None:
        """Take what the settings hold; what isn't a key of ours is passed over."""
        self._chosen = {
            name: keys
            for name, keys in chosen.items()
            if isinstance(keys, str) and name in self._table and (keys == NO_KEYS or sequences(keys))
        }
        for name in self._shortcuts:
            self._give_keys(name)
        self.changed.emit()

    def choose_keys(self, name: str, keys: str) -> str:
        """Use other keys (empty: none) for an action. Returns the name of the action that lost them, if any;
        one whose keys are fixed keeps them, and nothing changes."""
        loser = self.owner(keys, name)
        if loser and self._table[loser].fixed:
            return loser
        wanted = {**self._chosen, name: keys or NO_KEYS}
        if loser:
            wanted[loser] = NO_KEYS
        for one in (name, loser):
            if one and (wanted[one] if wanted[one] != NO_KEYS else "") == self._table[one].keys:
                del wanted[one]
        self.take_keys(wanted)
        return loser

    def owner(self, keys: str, except_for: str = "") -> str:
        """The name of the action that has these keys; empty when they are free."""
        wanted = set(sequences(keys))
        for name in self._table:
            if name != except_for and wanted & set(sequences(self.keys(name))):
                return name
        return ""

    def _give_keys(self, name: str) -> None:
        self._shortcuts[name].setKeys(sequences(self.keys(name)))


def where_text(where: Where) -> str:
    """The heading, as people read it."""
    return QCoreApplication.translate("Actions", where.value)


def sequences(keys: str) -> list[QKeySequence]:
    """The shortcuts in `keys`, without what Qt can't read."""
    return [one for one in QKeySequence.listFromString(keys) if one.toString()]
