"""The tripwire, alone as on macOS and Windows: Python code reaches nothing, native code does."""

import json
import subprocess
import sys

import pytest

from tests.sandbox.child import REPOSITORY, results

ATTEMPTS = "tests.sandbox.attempts"
posix_only = pytest.mark.skipif(sys.platform != "linux", reason="the attempts speak to Linux")


def _run(code: str) -> dict[str, str]:
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    answer: dict[str, str] = json.loads(done.stdout)
    return answer


@posix_only
def test_sockets_and_lookups_of_python_code_are_refused() -> None:
    names = ("tcp4", "tcp6", "udp", "listen", "raw", "netlink", "lookup", "reverse_lookup")
    assert results(ATTEMPTS, "audit", *names) == dict.fromkeys(names, "EACCES")


@posix_only
def test_local_sockets_still_work_and_native_code_is_not_seen() -> None:
    names = ("unix_socket", "socket_pair", "pipe", "native_code")
    assert results(ATTEMPTS, "audit", *names) == dict.fromkeys(names, "done")


def test_a_socket_from_before_the_seal_is_of_no_use() -> None:
    answers = _run(
        """
import json, socket
from app.sandbox import audit
tcp, udp, other = socket.socket(), *(socket.socket(type=socket.SOCK_DGRAM) for _ in range(2))
audit.install()
answers = {}
for name, use in {
    "connect": lambda: tcp.connect(("127.0.0.1", 9)),
    "connect_ex": lambda: tcp.connect_ex(("127.0.0.1", 9)),
    "bind": lambda: tcp.bind(("127.0.0.1", 0)),
    "sendto": lambda: udp.sendto(b"x", ("127.0.0.1", 9)),
    "sendmsg": lambda: other.sendmsg([b"x"], [], 0, ("127.0.0.1", 9)),
    "getnameinfo": lambda: socket.getnameinfo(("127.0.0.1", 9), 0),
    "gethostbyname": lambda: socket.gethostbyname("localhost"),
}.items():
    try:
        use()
        answers[name] = "done"
    except PermissionError:
        answers[name] = "refused"
print(json.dumps(answers))
"""
    )
    assert set(answers.values()) == {"refused"}, answers


@posix_only
def test_a_window_over_tcp_has_the_tripwire_only_and_says_so() -> None:
    answers = _run(
        """
import ctypes, json, socket
from app import sandbox
report = sandbox.seal_window_network({"DISPLAY": "localhost:10.0"})
try:
    socket.socket()
    python = "done"
except PermissionError:
    python = "refused"
native = "done" if ctypes.CDLL(None).socket(2, 1, 0) >= 0 else "refused"
print(json.dumps({"level": report.level.value, "reason": report.reason, "python": python, "native": native}))
"""
    )
    assert answers == {"level": "audit", "reason": "x11_over_tcp", "python": "refused", "native": "done"}


@posix_only
def test_a_window_on_a_local_display_is_sealed_by_the_kernel() -> None:
    answers = _run(
        """
import ctypes, json
from app import sandbox
report = sandbox.seal_window_network({"DISPLAY": ":99"})
native = "done" if ctypes.CDLL(None).socket(2, 1, 0) >= 0 else "refused"
print(json.dumps({"level": report.level.value, "reason": report.reason, "native": native}))
"""
    )
    assert answers == {"level": "kernel", "reason": "enforced", "native": "refused"}
