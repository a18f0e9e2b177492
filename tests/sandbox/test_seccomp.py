"""The kernel's seal, in real child processes: every road to the network is refused, local ones stay open."""

import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sandbox.child import REPOSITORY, results, run_child

if sys.platform != "linux":
    pytest.skip("seccomp is part of Linux", allow_module_level=True)

ATTEMPTS = "tests.sandbox.attempts"
SOCKETS = (
    "tcp4", "tcp6", "udp", "listen", "raw", "netlink", "packet", "kernel_crypto", "vsock", "every_family",
    "native_code", "native_pair", "high_bits",
)  # fmt: skip
CALLS = (
    "io_uring_setup", "io_uring_enter", "io_uring_register", "ptrace", "process_vm_readv",
    "process_vm_writev", "pidfd_getfd", "add_key", "request_key", "keyctl", "bpf", "mount", "fsopen",
    "open_tree", "move_mount",
)  # fmt: skip


@pytest.mark.parametrize("seal", ["kernel", "workers", "both"])
def test_no_family_of_sockets_but_unix_is_given_out(seal: str) -> None:
    answers = results(ATTEMPTS, seal, *SOCKETS)
    assert answers == dict.fromkeys(SOCKETS, "EACCES")


def test_the_same_attempts_are_not_refused_without_the_seal() -> None:
    names = ("tcp4", "udp", "listen", "netlink", "native_code", "high_bits", "earlier_thread:native_code")
    answers = results(ATTEMPTS, "none", *names)
    assert answers["tcp4"] == "ECONNREFUSED"
    assert all(answers[name] == "done" for name in names[1:])


def test_a_thread_from_before_the_seal_is_sealed_too() -> None:
    answers = results(ATTEMPTS, "kernel", "earlier_thread:native_code", "earlier_thread:tcp4")
    assert set(answers.values()) == {"EACCES"}


def test_a_child_program_inherits_the_seal() -> None:
    assert results(ATTEMPTS, "kernel", "child_program") == {"child_program": "PermissionError"}
    assert results(ATTEMPTS, "none", "child_program") == {"child_program": "done"}


def test_calls_that_lead_round_the_seal_are_refused() -> None:
    assert results(ATTEMPTS, "kernel", *CALLS) == dict.fromkeys(CALLS, "EPERM")


@pytest.mark.skipif(os.geteuid() != 0, reason="without privileges the kernel refuses some of them by itself")
def test_those_calls_are_not_refused_without_the_seal() -> None:
    answers = results(ATTEMPTS, "none", *(name for name in CALLS if name != "io_uring_setup"))
    assert "EPERM" not in answers.values(), answers


@pytest.mark.skipif(platform.machine() != "x86_64", reason="x32 belongs to x86_64")
def test_the_x32_interface_is_refused() -> None:
    assert results(ATTEMPTS, "kernel", "x32") == {"x32": "EPERM"}
    assert results(ATTEMPTS, "none", "x32")["x32"] != "EPERM"


@pytest.mark.skipif(platform.machine() != "x86_64", reason="the 32-bit interface belongs to x86_64")
def test_the_32_bit_interface_is_refused() -> None:
    if run_child(ATTEMPTS, "none", "int80", check=False).returncode != 0:
        pytest.skip("this kernel has no 32-bit interface")
    assert results(ATTEMPTS, "kernel", "int80") == {"int80": "EPERM"}


def test_unix_sockets_pairs_and_pipes_still_work() -> None:
    names = ("unix_socket", "unix_with_high_bits", "socket_pair", "pipe", "earlier_thread:unix_socket")
    assert results(ATTEMPTS, "both", *names) == dict.fromkeys(names, "done")


def test_a_worker_without_local_sockets_keeps_pairs_and_pipes() -> None:
    answers = results(ATTEMPTS, "workers", "unix_socket", "unix_with_high_bits", "socket_pair", "pipe")
    assert answers == {
        "unix_socket": "EACCES",
        "unix_with_high_bits": "EACCES",
        "socket_pair": "done",
        "pipe": "done",
    }


def test_a_name_is_not_found_but_nothing_crashes() -> None:
    answers = results(ATTEMPTS, "kernel", "lookup", "reverse_lookup")
    assert set(answers) == {"lookup", "reverse_lookup"}


def _script(tmp_path: Path, text: str) -> subprocess.CompletedProcess[str]:
    script = tmp_path / "script.py"
    script.write_text(text)
    environment = dict(os.environ, PYTHONPATH=str(REPOSITORY))
    return subprocess.run(
        [sys.executable, str(script)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("local_sockets", [True, False])
def test_workers_can_be_started_and_spoken_to_after_the_seal(tmp_path: Path, local_sockets: bool) -> None:
    done = _script(
        tmp_path,
        f"""
import multiprocessing
from app import sandbox

def work(connection):
    report = sandbox.seal_network(local_sockets=False)
    connection.send_bytes(report.reason.encode())

if __name__ == "__main__":
    sandbox.harden_process()
    sandbox.seal_network(local_sockets={local_sockets})
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=work, args=(theirs,))
    process.start()
    theirs.close()
    print(ours.recv_bytes().decode())
    process.join()
    print(process.exitcode)
""",
    )
    assert done.stdout.split() == ["enforced", "0"], done.stderr


def test_a_report_says_so_when_the_kernel_takes_no_filter(tmp_path: Path) -> None:
    """A thread with a filter of its own makes the kernel refuse one for all threads."""
    done = _script(
        tmp_path,
        """
import ctypes, os, threading
from app import sandbox
from app.sandbox import seccomp

architecture = seccomp.ARCHITECTURES[os.uname().machine]
ready, leave = threading.Event(), threading.Event()

def filter_this_thread():
    libc = ctypes.CDLL(None)
    instructions = seccomp.build_filter(architecture, local_sockets=True)
    program = seccomp._Program(len(instructions) // 8, instructions)
    assert libc.prctl(38, 1, 0, 0, 0) == 0
    assert libc.syscall(architecture.seccomp, 1, 0, ctypes.byref(program)) == 0
    ready.set()
    leave.wait()

thread = threading.Thread(target=filter_this_thread)
thread.start()
ready.wait()
report = sandbox.seal_network()
print(report.level.value, report.reason)
leave.set()
""",
    )
    assert done.stdout.split() == ["audit", "seccomp_refused"], done.stderr


@pytest.mark.parametrize("more", ["", "resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))"])
def test_a_report_says_so_when_the_filter_refuses_nothing(tmp_path: Path, more: str) -> None:
    """Also where no socket can be had for another reason."""
    done = _script(
        tmp_path,
        f"""
import os, resource
from dataclasses import replace
from app.sandbox import seccomp

known = seccomp.ARCHITECTURES
known[os.uname().machine] = replace(known[os.uname().machine], socket=0xFFFF)  # no call has this number
{more}
print(seccomp.install(local_sockets=True))
""",
    )
    assert done.stdout.split() == ["seccomp_ineffective"], done.stderr


def test_the_gateway_connects_and_does_nothing_else_with_sockets() -> None:
    connects = ("tcp4", "tcp6", "udp")
    refused = ("netlink", "packet", "vsock", "kernel_crypto", "unix_socket")
    answers = results(ATTEMPTS, "gateway", *connects, *refused, "listen", *CALLS)
    assert not {answers[name] for name in connects} & {"EACCES", "EPERM"}
    assert {answers[name] for name in refused} == {"EACCES"}
    assert answers["listen"] == "EPERM"  # it waits for nobody
    assert {answers[name] for name in CALLS} == {"EPERM"}
    assert "PermissionError" in run_child(ATTEMPTS, "gateway", "child_program", check=False).stderr


def test_the_gateways_seal_has_the_filter_in_it(tmp_path: Path) -> None:
    done = _script(
        tmp_path,
        """
import socket
from app import sandbox

report = sandbox.seal_gateway()
socket.socket(socket.AF_INET).close()
for family in (socket.AF_NETLINK, socket.AF_UNIX):
    try:
        socket.socket(family, socket.SOCK_DGRAM)
    except PermissionError:
        print("refused")
print(report.level.value)
""",
    )
    assert done.stdout.split() == ["refused", "refused", "kernel"], done.stderr
