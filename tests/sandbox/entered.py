"""A role that has begun as in the program, and tells what it can do: `python -m tests.sandbox.entered ROLE`."""

import ctypes
import json
import os
import signal
import socket
import sys
from multiprocessing import Pipe

from app import roles
from app.sandbox import SealReport

_GET_PARENT_DEATH_SIGNAL, _GET_DUMPABLE = 2, 3


def _socket(family: int) -> str:
    try:
        socket.socket(family, socket.SOCK_STREAM).close()
    except OSError as error:
        # Python's tripwire sees it before the kernel does, and says so.
        return "refused twice" if "sealed" in str(error) else "refused"
    return "given"


def _files() -> str:
    try:
        os.close(os.open(__file__, os.O_RDONLY))
    except OSError:
        return "refused"
    return "given"


def run(_connection: object, report: SealReport) -> None:
    """In the place of the role's own entry."""
    libc = ctypes.CDLL(None)
    native = libc.socket(socket.AF_INET, socket.SOCK_STREAM, 0)
    number = ctypes.c_int()
    libc.prctl(_GET_PARENT_DEATH_SIGNAL, ctypes.byref(number), 0, 0, 0)
    told = {
        "seal": report.level.value,
        "native": "refused" if native < 0 else "given",
        "internet": _socket(socket.AF_INET),
        "local": _socket(socket.AF_UNIX),
        "files": _files(),
        "dumpable": libc.prctl(_GET_DUMPABLE, 0, 0, 0, 0),
        "umask": os.umask(0),
        "ends_with_parent": number.value == signal.SIGHUP,
    }
    print(json.dumps(told))


def main(role: str) -> None:
    """Begin as `role`."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # whatever screen the tests have
    roles.ROLES[role] = "tests.sandbox.entered"
    # A sealed role can't read the tests any more.
    sys.modules["tests.sandbox.entered"] = sys.modules["__main__"]
    roles.enter(role, Pipe()[0])


if __name__ == "__main__":
    main(sys.argv[1])
