"""A parser process whose throw-away processes run a hostile payload instead of reading: what do they get?"""

import ctypes
import errno
import json
import os
import socket
import subprocess
from collections.abc import Callable
from multiprocessing.connection import Connection

from app import sandbox
from app.domain.document import Block, BlockKind, Page
from app.ipc.parser_frames import DrawPage, PageDrawn
from app.parsing import reading, worker
from app.parsing.output import Output

# The one that is no system call is stopped by the limit on memory.
EXPECTED = {"ten_gigabytes": {"MemoryError"}, "dns": {"gaierror", "PermissionError", "EACCES"}}
REFUSED = {"EPERM", "EACCES", "EBADF", "ValueError"}
NEIGHBOUR = "/etc/passwd"
TEN_GB = 10 * 1024**3
_read_plain = reading.read_plain
libc = ctypes.CDLL(None, use_errno=True)


def _native(returned: int) -> None:
    if returned < 0:
        raise OSError(ctypes.get_errno(), "native")


def _keep(descriptor: int) -> None:
    """What a real payload would try with the one open file: write to it."""
    os.write(descriptor, b"changed")


def _native_lookup() -> None:
    if libc.getaddrinfo(b"localhost", None, None, ctypes.byref(ctypes.c_void_p())) != 0:
        raise PermissionError(errno.EPERM, "no answer")


def _fork_bomb() -> None:
    for _ in range(1000):
        if os.fork() == 0:
            os._exit(0)


def _speak_for_the_parser() -> None:
    """Find a line that isn't the reader's own: there is one for what it has read, and no other."""
    lines = 0
    for descriptor in range(3, 1000):
        try:
            os.lseek(descriptor, 0, os.SEEK_CUR)
        except OSError as error:
            lines += error.errno == errno.ESPIPE
    if lines < 2:
        raise OSError(errno.EBADF, "no other line")


ATTEMPTS: dict[str, Callable[[], object]] = {
    "connect": lambda: socket.create_connection(("127.0.0.1", 9), timeout=2),
    "dns": lambda: socket.getaddrinfo("localhost", 80),
    "native_dns": _native_lookup,
    "udp": lambda: socket.socket(type=socket.SOCK_DGRAM).sendto(b"out", ("127.0.0.1", 9)),
    "unix_socket": lambda: socket.socket(socket.AF_UNIX),
    "native_socket": lambda: _native(libc.socket(2, 1, 0)),
    "open_other": lambda: os.open(NEIGHBOUR, os.O_RDONLY),
    "native_open": lambda: _native(libc.open(NEIGHBOUR.encode(), 0)),
    "look_at_other": lambda: os.stat(NEIGHBOUR),
    "list_folder": lambda: os.listdir("/"),
    "write_new": lambda: os.open("/tmp/hearth-was-here", os.O_WRONLY | os.O_CREAT),
    "remove": lambda: os.unlink("/tmp/hearth-was-here"),
    "write_the_file": lambda: _keep(_found(None)),
    "speak_for_the_parser": _speak_for_the_parser,
    "run_program": lambda: subprocess.run(["/bin/true"], check=False),
    "native_exec": lambda: _native(libc.execv(b"/bin/true", None)),
    "fork_bomb": _fork_bomb,
    "kill_parent": lambda: os.kill(os.getppid(), 9),
    "ten_gigabytes": lambda: bytearray(TEN_GB),
    "more_memory": lambda: __import__("resource").setrlimit(9, (-1, -1)),
    "inspect_parent": lambda: _native(libc.ptrace(16, os.getppid(), None, None)),
}


def _try(action: Callable[[], object]) -> str:
    try:
        action()
    except MemoryError:
        return "MemoryError"
    except OSError as error:
        return errno.errorcode.get(error.errno or 0, "OSError")
    except BaseException as error:  # noqa: BLE001 - every way of being refused is an answer here
        return type(error).__name__
    return "done"


def _found(wanted: int | None) -> int:
    """The first open descriptor above 2 that is seekable (None) or answers lseek with this error."""
    for descriptor in range(3, 1000):
        try:
            os.lseek(descriptor, 0, os.SEEK_CUR)
        except OSError as error:
            if error.errno == wanted:
                return descriptor
        else:
            if wanted is None:
                return descriptor
    raise RuntimeError("not found")


def _pipe() -> int:
    return _found(errno.ESPIPE)


def payload(data: bytes, name: str, output: Output) -> None:
    """Instead of `app.parsing.reading.read`: each attempt becomes a page."""
    output.facts("hostile")
    if data.startswith(b"%PDF"):
        for number, (label, action) in enumerate(ATTEMPTS.items(), start=1):
            output.page(Page(number, _try(action), (), label))
        return
    match data.split():
        case [b"crash"]:
            ctypes.string_at(0)
        case [b"spin"]:
            while True:
                pass
        case [b"sleep"]:
            output.page(Page(1, "words before the end"))
            __import__("time").sleep(600)
        case [b"nap"]:
            __import__("time").sleep(0.6)
            output.page(Page(1, "words after the nap"))
        case [b"babble"]:
            os.write(_pipe(), b"\0\0\0\x05hello" * 3)
        case [b"flood"]:
            number = 1
            while True:
                output.page(Page(number, "many words " * 100_000))
                number += 1
        case [b"blocks"]:
            blocks = tuple(Block(BlockKind.CODE, -(10**9), 10**9) for _ in range(400_000))
            for number in range(1, 1000):
                output.page(Page(number, "word", blocks, "label" * 10_000))
        case [b"stuck"]:
            os.write(_pipe(), b"\x00\x10\x00\x00half a frame")
            __import__("time").sleep(600)


def text_payload(data: bytes, name: str, output: Output) -> bool:
    """Instead of `app.parsing.reading.read_plain`: what isn't an order is read."""
    if data.split() in ([b"crash"], [b"spin"], [b"babble"], [b"stuck"]):
        payload(data, name, output)
    if data == b"lie":
        output.page(Page(7, "many words " * 7_000_000))
    return _read_plain(data, name, output)


def drawing_payload(data: bytes, request: DrawPage) -> PageDrawn:
    """Instead of `app.parsing.reading.draw`: the answers in place of the picture."""
    answers = {label: _try(action) for label, action in ATTEMPTS.items()}
    answers["fonts"] = _try(lambda: os.listdir("/usr/share/fonts"))
    if data.startswith(b"%PDF-1.7 lie"):
        return PageDrawn(20_000, 20_000, b"abc", ())
    told = json.dumps(answers).encode()
    told += b" " * (-len(told) % 3)
    return PageDrawn(len(told) // 3, 1, told, ())


def enter_hostile(role: str, connection: "Connection[bytes, bytes]", ocr: bool) -> None:
    """As `app.roles.enter` for the parser, with the payload in place of the reading."""
    sandbox.harden_process()
    report = sandbox.seal_network(local_sockets=False)
    sandbox.die_with_parent()
    reading.read = payload
    reading.read_plain = text_payload
    reading.draw = drawing_payload
    worker.run(connection, report, ocr)
