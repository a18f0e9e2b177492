"""What stands on the screen, read the way a screen reader reads it: over the accessibility bus (AT-SPI).

From outside and in a process of its own, so nothing of the window's inside is touched.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, HeaderFields, Message, MessageType, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import DBusErrorResponse, unwrap_msg

ANSWER_S = 60.0
_ROOT = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
_ACCESSIBLE = "org.a11y.atspi.Accessible"
_CHECKED, _EDITABLE, _FOCUSED, _SENSITIVE, _SHOWING = 4, 7, 12, 24, 25  # bits of AtspiStateType
DEPTH = 40
AT_ONCE = 24  # questions under way: more at a time would hold the window up
_Place = tuple[str, str]  # a widget on the bus: owner and path
_GONE = (DBusErrorResponse, TimeoutError)


@dataclass(frozen=True)
class Widget:
    """One thing on the screen.

    Attributes:
        role, name: as a screen reader tells them.
        text: what it holds, for fields and texts; else the name.
        centre: where to click, in pixels of the screen.
        place: where the bus knows it: owner and path.
    """

    role: str
    name: str
    text: str
    states: int
    centre: tuple[int, int]
    place: tuple[str, str] = ("", "")

    @property
    def focused(self) -> bool:
        """Whether the keyboard is on it."""
        return bool(self.states >> _FOCUSED & 1)

    @property
    def checked(self) -> bool:
        """Whether it is on, or chosen."""
        return bool(self.states >> _CHECKED & 1)

    @property
    def enabled(self) -> bool:
        """Whether it can be used."""
        return bool(self.states >> _SENSITIVE & 1)

    @property
    def editable(self) -> bool:
        """Whether it can be written into."""
        return bool(self.states >> _EDITABLE & 1)


class Eyes:
    """A connection to the accessibility bus of a session. Close it."""

    def __init__(self, session_bus: str) -> None:
        session = open_dbus_connection(session_bus)
        try:
            finder = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
            (address,) = _ask(session, new_method_call(finder, "GetAddress"))
        finally:
            session.close()
        self._bus: DBusConnection = open_dbus_connection(address)

    def close(self) -> None:
        """Let go of the bus."""
        self._bus.close()

    def look(self, pid: int) -> list[Widget]:
        """All that process `pid` shows now, in reading order; empty while it shows nothing."""
        for owner, path in self._children(*_ROOT):
            if self._pid(owner) == pid:
                return self._tree(owner, path)
        return []

    def spot(self, widget: Widget, words: str) -> tuple[int, int] | None:
        """Where the first letter of `words` stands in a text, in pixels of the screen; None where it isn't."""
        at = widget.text.find(words)
        if at < 0:
            return None
        place = DBusAddress(widget.place[1], widget.place[0], "org.a11y.atspi.Text")
        (x, y, width, height, *_) = _ask(
            self._bus, new_method_call(place, "GetCharacterExtents", "iu", (at, 0))
        )
        return x + width // 2, y + height // 2

    def _tree(self, owner: str, path: str) -> list[Widget]:
        """What stands below a place, level by level: many questions are under way at a time."""
        below: dict[_Place, list[_Place]] = {}
        seen: dict[_Place, Widget] = {}
        level = below[(owner, path)] = self._children(owner, path)
        for _ in range(DEPTH):
            states = self._states(level)
            level = []
            for place, (widget, children) in self._facts(states).items():
                seen[place], below[place] = widget, children
                level += children
            if not level:
                break
        return list(_in_reading_order((owner, path), below, seen))

    def _states(self, places: list[_Place]) -> dict[_Place, int]:
        """The states of those that are shown."""
        answers = self._ask_all([new_method_call(_at(place), "GetState") for place in places])
        found = {}
        for place, answer in zip(places, answers, strict=True):
            if answer is not None:
                ((low, high),) = answer
                found[place] = low | high << 32
        return {place: states for place, states in found.items() if states >> _SHOWING & 1}

    def _facts(self, shown: dict[_Place, int]) -> dict[_Place, tuple[Widget, list[_Place]]]:
        """What each is, and what stands in it; without those that went while we looked."""
        asked = [question for place in shown for question in _questions(place)]
        answers = iter(self._ask_all(asked))
        found = {}
        for place, states in shown.items():
            role, name, extents, text, children = (next(answers) for _ in range(5))
            if role is None or name is None or extents is None:
                continue
            ((_, named),), ((x, y, width, height),) = name, extents
            words = named if text is None else str(text[0])  # most have no text apart from their name
            widget = Widget(role[0], named, words, states, (x + width // 2, y + height // 2), place)
            found[place] = widget, _places(children)
        return found

    def _ask_all(self, messages: list[Message]) -> list[Any]:
        """The bodies of all answers; None where there was an error or no answer."""
        answers: list[Any] = [None] * len(messages)
        waiting: dict[int, int] = {}  # serial -> place in `messages`
        to_send = iter(enumerate(messages))
        while True:
            while len(waiting) < AT_ONCE and (following := next(to_send, None)) is not None:
                serial = next(self._bus.outgoing_serial)
                self._bus.send(following[1], serial=serial)
                waiting[serial] = following[0]
            if not waiting:
                return answers
            try:
                answer = self._bus.receive(timeout=ANSWER_S)
            except TimeoutError:
                waiting.clear()
                continue
            number = waiting.pop(answer.header.fields.get(HeaderFields.reply_serial, -1), None)
            if number is not None and answer.header.message_type is MessageType.method_return:
                answers[number] = answer.body

    def _children(self, owner: str, path: str) -> list[_Place]:
        (answer,) = self._ask_all([new_method_call(_at((owner, path)), "GetChildren")])
        return _places(answer)

    def _pid(self, owner: str) -> int:
        bus = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
        try:
            (pid,) = _ask(self._bus, new_method_call(bus, "GetConnectionUnixProcessID", "s", (owner,)))
        except _GONE:
            return 0
        return int(pid)


def _at(place: _Place, interface: str = _ACCESSIBLE) -> DBusAddress:
    return DBusAddress(place[1], place[0], interface)


def _questions(place: _Place) -> tuple[Message, ...]:
    """Role, name, extents, text, children."""
    return (
        new_method_call(_at(place), "GetRoleName"),
        Properties(_at(place)).get("Name"),
        new_method_call(_at(place, "org.a11y.atspi.Component"), "GetExtents", "u", (0,)),
        new_method_call(_at(place, "org.a11y.atspi.Text"), "GetText", "ii", (0, -1)),
        new_method_call(_at(place), "GetChildren"),
    )


def _places(children: Any) -> list[_Place]:
    return [(str(owner), str(path)) for owner, path in children[0]] if children is not None else []


def _in_reading_order(
    root: _Place, below: dict[_Place, list[_Place]], seen: dict[_Place, Widget]
) -> Iterator[Widget]:
    for place in below[root]:
        widget = seen.pop(place, None)  # each once, whatever the window tells of itself
        if widget is not None:
            yield widget
            yield from _in_reading_order(place, below, seen)


def _ask(connection: DBusConnection, message: Any) -> Any:
    """The body of the answer. Raises DBusErrorResponse, TimeoutError."""
    return unwrap_msg(connection.send_and_get_reply(message, timeout=ANSWER_S))
