"""Attempts to touch files after `restrict_files`, run as a program.

    python -m tests.sandbox.file_attempts FOLDER

FOLDER holds `allowed/`, `outside/` and `writable/`. Prints an object: attempt -> "done" or the error's name.
"""

# ruff: noqa: PLW0108 - written as lambdas, all attempts look alike

import errno
import json
import os
import shutil
import socket
import sys
from collections.abc import Callable
from pathlib import Path

from app import sandbox

folder = Path(sys.argv[1])
allowed, outside, writable = folder / "allowed", folder / "outside", folder / "writable"
earlier = open(outside / "note.txt", encoding="utf-8")  # noqa: SIM115 - it must be open when the rules come
listener = socket.create_server(("127.0.0.1", 0))
abstract = socket.socket(socket.AF_UNIX)
abstract.bind(f"\0hearth-test-{os.getpid()}")
abstract.listen()
true_program = os.path.realpath(shutil.which("true") or "/bin/true")


def _forked(action: Callable[[], object]) -> None:
    """Run `action` in a forked child and raise the OSError it met."""
    child = os.fork()
    if child == 0:
        try:
            action()
        except OSError as error:
            os._exit(error.errno or 255)
        os._exit(0)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code:
        raise OSError(code, "in the child")


ATTEMPTS: dict[str, Callable[[], object]] = {
    "read_allowed": lambda: (allowed / "model.gguf").read_bytes(),
    "list_allowed": lambda: os.listdir(allowed),
    "read_single_file": lambda: (folder / "single.txt").read_bytes(),
    "read_outside": lambda: (outside / "note.txt").read_bytes(),
    "list_outside": lambda: os.listdir(outside),
    "list_home": lambda: os.listdir(Path.home()),
    "read_home": lambda: (Path.home() / "diary.txt").read_bytes(),
    "read_by_link": lambda: (allowed / "link.txt").read_bytes(),
    "read_by_dots": lambda: (allowed / ".." / "outside" / "note.txt").read_bytes(),
    "read_by_descriptor": lambda: Path(f"/proc/self/fd/{earlier.fileno()}").read_bytes(),
    "read_by_root": lambda: Path(f"/proc/self/root{outside}/note.txt").read_bytes(),
    "write_allowed": lambda: (allowed / "model.gguf").write_bytes(b""),
    "make_in_allowed": lambda: (allowed / "new.txt").write_bytes(b""),
    "truncate_allowed": lambda: os.truncate(allowed / "model.gguf", 0),
    "remove_allowed": lambda: (allowed / "model.gguf").unlink(),
    "rename_out": lambda: (writable / "old.txt").rename(outside / "old.txt"),
    "make_in_writable": lambda: (writable / "new.txt").write_bytes(b"x"),
    "make_folder_in_writable": lambda: (writable / "deep").mkdir(),
    "run_program": lambda: _forked(lambda: os.execv(true_program, ["true"])),
    "child_reads_outside": lambda: _forked(lambda: (outside / "note.txt").read_bytes()),
    "earlier_descriptor": lambda: earlier.read(),
    "tcp_connect": lambda: socket.create_connection(listener.getsockname(), timeout=5),
    "tcp_bind": lambda: socket.create_server(("127.0.0.1", 0)),
    "signal_parent": lambda: os.kill(os.getppid(), 0),
    "abstract_of_parent": lambda: socket.socket(socket.AF_UNIX).connect(abstract.getsockname()),
    "own_status": lambda: Path("/proc/self/status").read_bytes(),
    "other_status": lambda: Path("/proc/1/status").read_bytes(),
}


def main() -> None:
    answers = dict.fromkeys(ATTEMPTS, "done")
    for name in ("read_outside", "list_home", "tcp_connect", "run_program", "child_reads_outside"):
        ATTEMPTS[name]()  # raises if the attempt itself is broken
    abi = sandbox.restrict_files(
        [allowed, folder / "single.txt", folder / "missing.txt", Path("/proc/self")], [writable]
    )
    for name, attempt in ATTEMPTS.items():
        try:
            attempt()
        except OSError as error:
            answers[name] = errno.errorcode[error.errno or 0]
    print(json.dumps({"abi": abi, **answers}))


if __name__ == "__main__":
    main()
