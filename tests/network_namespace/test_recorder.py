"""The recorder itself: what is sent is recorded, what isn't isn't, and nothing is left behind."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.end2end.program import runs
from tests.network_namespace.recorder import Recording, record, unavailable_reason

pytestmark = pytest.mark.skipif(unavailable_reason() is not None, reason=str(unavailable_reason()))

PRELUDE = """
import socket
def attempt(action):
    try:
        action()
    except OSError:
        pass
"""


def _record(code: str, timeout_s: float = 60) -> Recording:
    recording = record([sys.executable, "-I", "-c", PRELUDE + code], timeout_s=timeout_s)
    assert recording.returncode == 0, recording.stderr
    return recording


def _seen(recording: Recording) -> set[tuple[str, str, int | None]]:
    return {(packet.protocol, packet.destination, packet.port) for packet in recording.packets}


@pytest.mark.parametrize(
    ("code", "packet"),
    [
        ("socket.socket(2, 2).sendto(b'x', ('203.0.113.9', 4444))", ("udp", "203.0.113.9", 4444)),
        ("socket.socket(10, 2).sendto(b'x', ('2001:db8:1::9', 4445))", ("udp", "2001:db8:1::9", 4445)),
        (
            "attempt(lambda: socket.create_connection(('203.0.113.9', 443), timeout=0.1))",
            ("tcp", "203.0.113.9", 443),
        ),
        (
            "attempt(lambda: socket.create_connection(('2001:db8:1::9', 443), timeout=0.1))",
            ("tcp", "2001:db8:1::9", 443),
        ),
        ("socket.socket(2, 2).sendto(b'x', ('224.0.0.251', 5353))", ("udp", "224.0.0.251", 5353)),
        ("socket.socket(10, 2).sendto(b'x', ('ff02::fb%hearth0', 5353))", ("udp", "ff02::fb", 5353)),
        ("socket.socket(2, 3, 1).sendto(bytes(8), ('203.0.113.9', 0))", ("icmp", "203.0.113.9", None)),
    ],
)
def test_a_packet_is_recorded(code: str, packet: tuple[str, str, int | None]) -> None:
    if "3, 1" in code and os.geteuid() != 0:
        pytest.skip("raw sockets need privileges")
    assert _seen(_record(code)) == {packet}


def test_a_name_that_is_looked_up_is_recorded() -> None:
    recording = _record("attempt(lambda: socket.getaddrinfo('secret.example.org', 443))")
    assert {packet.dns_name for packet in recording.packets} == {"secret.example.org"}
    assert {packet.port for packet in recording.packets} == {53}


def test_threads_and_child_processes_are_recorded_too() -> None:
    recording = _record(
        """
import subprocess, sys, threading
send = "import socket; socket.socket(2, 2).sendto(b'x', ('203.0.113.9', {}))"
thread = threading.Thread(target=exec, args=(send.format(1),))
thread.start()
thread.join()
subprocess.run([sys.executable, "-I", "-c", send.format(2)], check=True)
"""
    )
    assert {packet.port for packet in recording.packets} == {1, 2}


def test_not_one_packet_of_many_is_lost() -> None:
    code = "s = socket.socket(2, 2)\nfor n in range(5000): s.sendto(b'%d' % n, ('203.0.113.9', 9))"
    contents = [packet.data[28:] for packet in _record(code).packets]
    assert contents == [b"%d" % number for number in range(5000)]


def test_a_program_that_sends_nothing_gives_no_packet() -> None:
    """It waits as long as the kernel's own announcements take to come, where they aren't prevented."""
    recording = _record("import time; time.sleep(6); print(socket.if_nameindex()[-1][1])")
    assert recording.packets == []
    assert recording.stdout == b"hearth0\n"


def test_loopback_works_and_is_no_packet() -> None:
    recording = _record(
        """
for family, address in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
    server = socket.create_server((address, 0), family=family)
    client = socket.create_connection(server.getsockname()[:2], timeout=60)
    client.sendall(b"x")
    assert server.accept()[0].recv(1) == b"x"
"""
    )
    assert recording.packets == []


def test_result_environment_folder_and_output_are_those_of_the_program(tmp_path: Path) -> None:
    code = "import os, sys; print(os.environ['WORD'], os.getcwd()); print('e', file=sys.stderr); sys.exit(3)"
    recording = record([sys.executable, "-c", code], env={"WORD": "word"}, cwd=tmp_path, timeout_s=60)
    assert recording.stdout.decode().split() == ["word", str(tmp_path)]
    assert (recording.stderr, recording.returncode, recording.timed_out) == (b"e\n", 3, False)


def test_a_program_that_is_missing_is_told_apart() -> None:
    assert record(["/nowhere/program"], timeout_s=60).returncode == 127


def test_a_program_that_does_not_end_is_ended_with_all_that_it_started() -> None:
    code = (
        "import os, time\n"
        "if os.fork() == 0:\n"
        "    os.setsid()\n"
        "    if os.fork(): os._exit(0)\n"
        "socket.socket(2, 2).sendto(b'x', ('203.0.113.9', 7))\n"
        "print(os.getpid(), flush=True)\n"
        "[time.sleep(1) for _ in range(120)]"
    )
    for patience_s in (3, 20, 90):  # until both of it got so far: a busy machine needs longer
        recording = record([sys.executable, "-I", "-c", PRELUDE + code], timeout_s=patience_s)
        assert recording.timed_out
        assert recording.returncode == -9
        started = [int(line) for line in recording.stdout.split()]
        if len(started) == 2:
            break
    assert len(started) == len(recording.packets) == 2
    assert not [pid for pid in started if runs(pid)]


def test_the_program_cannot_take_the_device_away() -> None:
    recording = _record(
        """
import fcntl, struct
try:
    fcntl.ioctl(socket.socket(), 0x8914, struct.pack("16sH22x", b"hearth0", 0))
    print("down")
except PermissionError:
    print("refused")
"""
    )
    assert recording.stdout == b"refused\n"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user")
def test_an_ordinary_user_can_record_too(tmp_path: Path) -> None:
    """With /dev/net/tun open to all, as on most desktops: here such a node, in a mount namespace."""
    interpreter, unshare, setpriv = "/usr/bin/python3", shutil.which("unshare"), shutil.which("setpriv")
    if not (os.path.exists(interpreter) and unshare and setpriv):
        pytest.skip("needs a system Python, unshare and setpriv")
    package = tmp_path / "tests" / "network_namespace"
    shutil.copytree(Path(__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__", "test_*"))
    node = tmp_path / "tun"
    os.mknod(node, 0o020666, os.stat("/dev/net/tun").st_rdev)
    node.chmod(0o666)
    for folder in (package, *package.parents):
        if folder.is_relative_to(tmp_path.parents[1]):
            folder.chmod(0o755)
    (tmp_path / "try.py").write_text(
        "import os, sys\n"
        "from tests.network_namespace.recorder import record\n"
        "code = '''import ctypes, os, socket, time\n"
        "ctypes.CDLL(None).prctl(4, 0, 0, 0, 0)  # not dumpable, as our processes are\n"
        "socket.socket(2, 2).sendto(b'x', ('203.0.113.9', 7))\n"
        "if os.fork() == 0: time.sleep(60)\n"
        "print(os.getuid())'''\n"
        "recording = record([sys.executable, '-I', '-c', code], timeout_s=60)\n"
        "print(os.getuid(), recording.stdout.decode().strip(), recording.stderr.decode(),\n"
        "      [(packet.destination, packet.port) for packet in recording.packets])\n"
    )
    done = subprocess.run(
        [unshare, "--mount", "sh", "-c",
         'mount --bind "$1" /dev/net/tun && exec "$2" --reuid 65534 --regid 65534 --clear-groups "$3" "$4"',
         "sh", str(node), setpriv, interpreter, str(tmp_path / "try.py")],
        cwd=tmp_path, env={"PATH": os.environ["PATH"], "PYTHONPATH": str(tmp_path)},
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    if "RecorderUnavailable: a user namespace is refused" in done.stderr:
        pytest.skip("this kernel gives ordinary users no user namespaces")
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["65534", "65534", "[('203.0.113.9',", "7)]"]
