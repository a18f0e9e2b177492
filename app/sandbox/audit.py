"""The tripwire: an audit hook in the interpreter that refuses every socket but UNIX ones.

It can't be removed again and is quick for other events, but it sees Python code only. Runs in whichever
thread raises the event.
"""

import errno
import sys

AF_UNIX = 1  # the same number on Linux, macOS and Windows, where `socket` may not name it
UNKNOWN_FAMILY = -1  # `socket(fileno=...)`: the family is read from the descriptor later
_LOOKUPS = frozenset(
    {
        "socket.getaddrinfo",
        "socket.gethostbyaddr",
        "socket.gethostbyname",
        "socket.getnameinfo",
    }
)
_USES = frozenset({"socket.bind", "socket.connect", "socket.sendmsg", "socket.sendto"})


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if not event.startswith("socket."):
        return
    if event in _LOOKUPS:
        refused = True
    elif event in _USES:
        refused = getattr(arguments[0], "family", UNKNOWN_FAMILY) != AF_UNIX
    elif event == "socket.__new__":
        refused = arguments[1] not in (AF_UNIX, UNKNOWN_FAMILY)
    else:
        refused = False
    if refused:
        raise PermissionError(errno.EACCES, "this process is sealed from the network")


def install() -> None:
    """Refuse network sockets and name look-ups made by Python code with PermissionError, from now on."""
    sys.addaudithook(_refuse)
