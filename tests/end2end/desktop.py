"""The desktop around a window, on a session bus of the tests: a tray, notices, and a portal that gives shortcuts.

Real D-Bus, and what the desktop's programs would answer; nobody is asked anything.
"""

from collections.abc import Callable
from typing import Any

from jeepney import DBusAddress, HeaderFields, Message, new_method_call, new_signal
from jeepney.io.blocking import open_dbus_connection
from jeepney.wrappers import unwrap_msg

from tests.end2end.bus_program import PATIENCE_S, BusProgram

TRAY = "org.kde.StatusNotifierWatcher"
NOTICES = "org.freedesktop.Notifications"
PORTAL = "org.freedesktop.portal.Desktop"
PORTAL_PATH = "/org/freedesktop/portal/desktop"
SHORTCUTS = "org.freedesktop.portal.GlobalShortcuts"
MENU = "com.canonical.dbusmenu"
KEYS = "Ctrl+Alt+Space"
_PROPERTIES = {
    "IsStatusNotifierHostRegistered": ("b", True),
    "ProtocolVersion": ("i", 0),
    "RegisteredStatusNotifierItems": ("as", []),
    "version": ("u", 1),
}
# Qt looks up what a tray can do before it asks it.
_TRAY_IN_XML = """<node><interface name="org.kde.StatusNotifierWatcher">
<method name="RegisterStatusNotifierItem"><arg name="service" type="s" direction="in"/></method>
<property name="IsStatusNotifierHostRegistered" type="b" access="read"/>
<property name="ProtocolVersion" type="i" access="read"/>
<property name="RegisteredStatusNotifierItems" type="as" access="read"/>
</interface></node>"""


class Desktop(BusProgram):
    """Tray, notices and portal.

    Attributes:
        notices: (summary, body) of each notice, oldest first.
        bound: what shortcuts were asked for: id and preferred key.
    """

    def __init__(self, bus: str, shortcuts: bool = True) -> None:
        super().__init__(bus, TRAY, NOTICES, *((PORTAL,) if shortcuts else ()))
        self._caller = open_dbus_connection(bus)  # so that nobody takes the answers of our own calls
        self.notices: list[tuple[str, str]] = []
        self.bound: list[tuple[str, str]] = []
        self._item = ("", "")
        self._session = ("", "")

    def __exit__(self, *raised: object) -> None:
        super().__exit__(*raised)
        self._caller.close()

    def wait(self, holds: Callable[["Desktop"], object], what: str) -> None:
        """Wait until something was asked of the desktop."""
        with self._came:
            assert self._came.wait_for(lambda: holds(self), PATIENCE_S), f"nobody asked for {what}"

    # ---- what a person does

    def forget_icon(self) -> None:
        """The window is gone, or will be: another one brings an icon of its own."""
        with self._came:
            self._item = ("", "")

    def press_icon(self) -> None:
        """Click on the icon in the tray."""
        self.wait(lambda one: one._item[0], "an icon")
        service, path = self._item
        place = DBusAddress(path, service, "org.kde.StatusNotifierItem")
        self._ask(new_method_call(place, "Activate", "ii", (0, 0)))

    def choose(self, words: str) -> None:
        """Choose from the icon's menu."""
        self.wait(lambda one: one._item[0], "an icon")
        service, path = self._item
        item = DBusAddress(path, service, "org.freedesktop.DBus.Properties")
        ((_, where),) = self._ask(new_method_call(item, "Get", "ss", ("org.kde.StatusNotifierItem", "Menu")))
        menu = DBusAddress(where, service, MENU)
        _, (_, _, entries) = self._ask(new_method_call(menu, "GetLayout", "iias", (0, -1, [])))
        (number,) = [found for _, (found, facts, _) in entries if facts["label"][1].replace("_", "") == words]
        self._ask(new_method_call(menu, "Event", "isvu", (number, "clicked", ("s", ""), 0)))

    def press_shortcut(self) -> None:
        """Press the key that works in every program."""
        self.wait(lambda one: one.bound, "a shortcut")
        place = DBusAddress(PORTAL_PATH, interface=SHORTCUTS)
        body: tuple[Any, ...] = (self._session[1], self.bound[-1][0], 0, {})
        self._connection.send(new_signal(place, "Activated", "osta{sv}", body))

    def press_notice(self) -> None:
        """Click on the last notice."""
        place = DBusAddress("/org/freedesktop/Notifications", interface=NOTICES)
        self._connection.send(new_signal(place, "ActionInvoked", "us", (len(self.notices), "default")))

    def _ask(self, message: Message) -> Any:
        return unwrap_msg(self._caller.send_and_get_reply(message, timeout=PATIENCE_S))

    # ---- what the desktop's programs answer

    def _answer(self, message: Message) -> None:
        fields, body = message.header.fields, message.body
        method = fields[HeaderFields.member]
        if method == "Introspect":
            self._return(message, "s", _TRAY_IN_XML)
        elif method == "Get" and body[1] in _PROPERTIES:
            self._return(message, "v", _PROPERTIES[body[1]])
        elif method == "RegisterStatusNotifierItem":
            self._item = (fields[HeaderFields.sender], "/StatusNotifierItem")
            self._return(message)
        elif method == "Notify":
            self.notices.append((body[3], body[4]))
            self._return(message, "u", len(self.notices))
        elif method == "CloseNotification":
            self._return(message)
        elif method in ("CreateSession", "BindShortcuts"):
            self._take_request(message, method)
        else:
            self._refuse(message)

    def _take_request(self, message: Message, method: str) -> None:
        sender = message.header.fields[HeaderFields.sender]
        options = message.body[-1]
        by = sender.removeprefix(":").replace(".", "_")
        request = f"{PORTAL_PATH}/request/{by}/{options['handle_token'][1]}"
        self._return(message, "o", request)
        results: dict[str, tuple[str, object]]
        if method == "CreateSession":
            self._session = (sender, f"{PORTAL_PATH}/session/{by}/{options['session_handle_token'][1]}")
            results = {"session_handle": ("s", self._session[1])}
        else:
            asked = message.body[1]
            self.bound += [(name, facts["preferred_trigger"][1]) for name, facts in asked]
            given = [(name, {"trigger_description": ("s", KEYS)}) for name, _ in asked]
            results = {"shortcuts": ("a(sa{sv})", given)}
        place = DBusAddress(request, interface="org.freedesktop.portal.Request")
        answer = new_signal(place, "Response", "ua{sv}", (0, results))
        answer.header.fields[HeaderFields.destination] = sender
        self._connection.send(answer)
