"""Attempts to reach the network, each by another road. Run as a program, under a seal or without one.

    python -m tests.sandbox.attempts SEAL ATTEMPT...

SEAL is none, kernel (the filter alone), workers (the same without UNIX sockets), gateway, audit (the hook alone) or
both. Prints an object: attempt -> "done", or the name of the error it met. All addresses are on loopback.
"""

import ctypes
import errno
import json
import mmap
import os
import platform
import socket
import subprocess
import sys
import threading
from collections.abc import Callable

from app import sandbox
from app.sandbox import audit, seccomp

NUMBERS = {
    "x86_64": {
        "socket": 41, "ptrace": 101, "mount": 165, "add_key": 248, "request_key": 249, "keyctl": 250,
        "process_vm_readv": 310, "process_vm_writev": 311, "bpf": 321,
    },
    "aarch64": {
        "socket": 198, "ptrace": 117, "mount": 40, "add_key": 217, "request_key": 218, "keyctl": 219,
        "process_vm_readv": 270, "process_vm_writev": 271, "bpf": 280,
    },
}[platform.machine()]  # fmt: skip
NUMBERS |= {
    "io_uring_setup": 425, "io_uring_enter": 426, "io_uring_register": 427, "open_tree": 428,
    "move_mount": 429, "fsopen": 430, "pidfd_getfd": 438,
}  # fmt: skip
NOBODY = ("127.0.0.1", 9)
X32_BIT = 0x40000000

libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long
libc.syscall.argtypes = (ctypes.c_long, *(ctypes.c_ulong,) * 5)


def _answer(returned: int) -> str:
    return "done" if returned >= 0 else errno.errorcode[ctypes.get_errno()]


def _python(action: Callable[[], object]) -> str:
    try:
        action()
    except socket.gaierror:
        return "gaierror"
    except OSError as error:
        return errno.errorcode.get(error.errno or 0, "OSError")
    return "done"


def _made(family: int, kind: int = socket.SOCK_STREAM) -> str:
    return _python(lambda: socket.socket(family, kind).close())


def tcp4() -> str:
    return _python(lambda: socket.create_connection(NOBODY, timeout=5))


def tcp6() -> str:
    return _python(lambda: socket.socket(socket.AF_INET6).connect(("::1", 9)))


def udp() -> str:
    return _python(lambda: socket.socket(type=socket.SOCK_DGRAM).sendto(b"out", NOBODY))


def listen() -> str:
    return _python(lambda: socket.create_server(("127.0.0.1", 0)).close())


def lookup() -> str:
    return _python(lambda: socket.getaddrinfo("localhost", 80))


def reverse_lookup() -> str:
    return _python(lambda: socket.gethostbyaddr("127.0.0.1"))


def raw() -> str:
    return _made(socket.AF_INET, socket.SOCK_RAW)


def netlink() -> str:
    return _made(16, socket.SOCK_RAW)


def packet() -> str:
    return _made(17, socket.SOCK_RAW)


def kernel_crypto() -> str:
    return _made(38, socket.SOCK_SEQPACKET)


def vsock() -> str:
    return _made(40)


def every_family() -> str:
    """One answer for all families but UNIX: the error they share, or the list of those that differ."""
    answers = {family: _made(family, socket.SOCK_DGRAM) for family in range(64) if family != socket.AF_UNIX}
    shared = set(answers.values())
    return shared.pop() if len(shared) == 1 else str(answers)


def native_code() -> str:
    return _answer(libc.socket(socket.AF_INET, socket.SOCK_STREAM, 0))


def native_pair() -> str:
    pair = (ctypes.c_int * 2)()
    return _answer(libc.socketpair(socket.AF_INET, socket.SOCK_STREAM, 0, pair))


def high_bits() -> str:
    """The kernel reads 32 bits of the family: a filter that compares 64 misses this one or a UNIX socket."""
    return _answer(libc.syscall(NUMBERS["socket"], socket.AF_INET | 1 << 32, socket.SOCK_STREAM, 0, 0, 0))


def unix_with_high_bits() -> str:
    return _answer(libc.syscall(NUMBERS["socket"], socket.AF_UNIX | 1 << 32, socket.SOCK_STREAM, 0, 0, 0))


def x32() -> str:
    return _answer(libc.syscall(X32_BIT | NUMBERS["socket"], socket.AF_INET, socket.SOCK_STREAM, 0, 0, 0))


def int80() -> str:
    """The 32-bit interface from 64-bit code: socket(AF_INET, SOCK_STREAM, 0) as system call 359."""
    code = bytes.fromhex("53 b867010000 bb02000000 b901000000 31d2 cd80 4863c0 5b c3")
    page = mmap.mmap(-1, mmap.PAGESIZE, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    page.write(code)
    address = ctypes.addressof(ctypes.c_char.from_buffer(page))
    returned = int(ctypes.CFUNCTYPE(ctypes.c_long)(address)())
    return "done" if returned >= 0 else errno.errorcode[-returned]


def child_program() -> str:
    code = "import socket; socket.socket()"
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=False)
    return "done" if done.returncode == 0 else done.stderr.strip().splitlines()[-1].split(":")[0]


def unix_socket() -> str:
    return _made(socket.AF_UNIX)


def socket_pair() -> str:
    def exchange() -> None:
        one, other = socket.socketpair()
        one.sendall(b"x")
        assert other.recv(1) == b"x"

    return _python(exchange)


def pipe() -> str:
    reading, writing = os.pipe()
    os.write(writing, b"x")
    return "done" if os.read(reading, 1) == b"x" else "lost"


def _call(name: str) -> Callable[[], str]:
    # Arguments that no call accepts: unsealed they fail with another error, sealed the filter is asked first.
    return lambda: _answer(libc.syscall(NUMBERS[name], *(2**64 - 1,) * 5))


ATTEMPTS: dict[str, Callable[[], str]] = {
    function.__name__: function
    for function in (
        tcp4, tcp6, udp, listen, lookup, reverse_lookup, raw, netlink, packet, kernel_crypto, vsock,
        every_family, native_code, native_pair, high_bits, unix_with_high_bits, x32, int80,
        child_program, unix_socket, socket_pair, pipe,
    )
}  # fmt: skip
ATTEMPTS |= {name: _call(name) for name in NUMBERS if name != "socket"}


def seal(name: str) -> None:
    if name == "kernel":
        assert seccomp.install(local_sockets=True) == "enforced"
    elif name == "gateway":
        seccomp.install(local_sockets=False, internet=True)
    elif name == "workers":
        assert seccomp.install(local_sockets=False) == "enforced"
    elif name == "audit":
        audit.install()
    elif name == "both":
        assert sandbox.seal_network().level is sandbox.SealLevel.KERNEL
    else:
        assert name == "none", name


def main() -> None:
    """Attempts named `earlier_thread:NAME` run in a thread that existed before the seal."""
    how, names = sys.argv[1], sys.argv[2:]
    answers: dict[str, str] = {}
    sealed = threading.Event()

    def attempt_later() -> None:
        sealed.wait()
        for name in names:
            if name.startswith("earlier_thread:"):
                answers[name] = ATTEMPTS[name.partition(":")[2]]()

    thread = threading.Thread(target=attempt_later)
    thread.start()
    seal(how)
    sealed.set()
    thread.join()
    for name in names:
        if not name.startswith("earlier_thread:"):
            answers[name] = ATTEMPTS[name]()
    print(json.dumps(answers))


if __name__ == "__main__":
    main()
