"""The values of the settings in force, and who follows them. Window process, main thread.

They are read once when the profile opens; a choice is in force at once and kept through the door.
"""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.ui.door import Door
from app.ui.ports import Settings
from app.ui.settings.table import SETTINGS, Group, Setting, default_of, is_allowed

Follower = Callable[[object], object]


class SettingValues(QObject):
    """Signals:
    changed: the setting with this key has another value.
    failed: a choice could not be kept, with the error.
    """

    changed = Signal(str)
    failed = Signal(object)

    def __init__(
        self, door: Door, settings: Settings, parent: QObject, table: Iterable[Setting] = SETTINGS
    ) -> None:
        super().__init__(parent)
        self._door = door
        self._settings = settings
        self.table = tuple(setting for setting in table)
        self._by_key = {one.key: one for one in self.table if default_of(one) is not None}
        self._values: dict[str, object] = {}
        self._followers: dict[str, list[Follower]] = {}
        self._rules: dict[str, Callable[[object], object]] = {}
        self.are_known = False

    def begin(self) -> None:
        """Take the values from the profile; whoever follows one is told."""
        keys = list(self._by_key)
        settings = self._settings

        def read() -> dict[str, object]:
            return {key: settings.get(key, None) for key in keys}

        self._door.run(read, self._have)

    def value(self, key: str) -> object:
        """The value in force. Raises KeyError for a key that holds none."""
        found = self._values.get(key, default_of(self._by_key[key]))
        rule = self._rules.get(key)
        return rule(found) if rule is not None else found

    def bind(self, key: str, rule: Callable[[object], object]) -> None:
        """Have `rule` make the value in force of the one that was chosen: somebody else has fixed what it may be."""
        self._rules[key] = rule
        if self.are_known:
            self._tell(key)

    def is_on(self, key: str) -> bool:
        """Whether a flag is on."""
        return self.value(key) is True

    def number(self, key: str) -> int:
        """A whole number."""
        found = self.value(key)
        return int(found) if isinstance(found, int | float) else 0

    def text(self, key: str) -> str:
        """A value made of words."""
        return str(self.value(key))

    def follow(self, key: str, take: Follower) -> None:
        """Call `take(value)` when the values are known and after each change; now, if they are known already."""
        self._followers.setdefault(key, []).append(take)
        if self.are_known:
            take(self.value(key))

    def choose(self, key: str, value: object) -> None:
        """Use another value from now on and at the next start. What can't be a value is passed over."""
        setting = self._by_key[key]
        if not is_allowed(setting, value) or value == self.value(key):
            return
        self._values[key] = value
        settings = self._settings
        self._door.run(lambda: settings.set(key, value), None, self.failed.emit)
        self._tell(key)

    def reset(self, group: Group) -> None:
        """Let all of a group be as it was at first."""
        settings = self._settings
        for key in self.differing(group):
            del self._values[key]
            self._door.run(partial(settings.delete, key), None, self.failed.emit)
            self._tell(key)

    def differing(self, group: Group) -> list[str]:
        """The keys of a group that are not as they were at first."""
        return [
            key
            for key, setting in self._by_key.items()
            if setting.group is group and key in self._values and self._values[key] != default_of(setting)
        ]

    def _have(self, kept: dict[str, object]) -> None:
        self._values = {key: value for key, value in kept.items() if is_allowed(self._by_key[key], value)}
        self.are_known = True
        for key in self._by_key:
            self._tell(key)

    def _tell(self, key: str) -> None:
        for take in self._followers.get(key, []):
            take(self.value(key))
        self.changed.emit(key)
