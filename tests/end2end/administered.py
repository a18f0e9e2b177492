"""Runs a program on a computer whose administrator has fixed something: `python administered.py FOLDER PROGRAM ...`.

In a mount namespace of its own /etc/hearth is FOLDER, so that the file that Hearth reads can be written, and changed
while it runs, without touching the computer. Becomes PROGRAM. Linux, standard library only.
"""

import ctypes
import os
import sys
import tempfile

_CLONE_NEWNS, _CLONE_NEWUSER = 0x00020000, 0x10000000
_MS_BIND, _MS_REC, _MS_PRIVATE = 4096, 16384, 1 << 18


def _write(path: str, text: str) -> None:
    with open(path, "w", encoding="ascii") as file:
        file.write(text)


def main() -> None:
    """Enter, mount, and become the program."""
    folder, program = os.path.realpath(sys.argv[1]), sys.argv[2:]
    libc = ctypes.CDLL(None, use_errno=True)

    def check(returned: int, what: str) -> None:
        if returned != 0:
            sys.exit(f"{what}: {os.strerror(ctypes.get_errno())}")

    uid, gid = os.geteuid(), os.getegid()
    if libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNS) == 0:
        _write("/proc/self/setgroups", "deny")  # or the kernel takes no gid_map from an ordinary user
        _write("/proc/self/uid_map", f"{uid} {uid} 1")
        _write("/proc/self/gid_map", f"{gid} {gid} 1")
    else:
        check(libc.unshare(_CLONE_NEWNS), "a mount namespace is refused")
    check(libc.mount(b"none", b"/", None, _MS_REC | _MS_PRIVATE, None), "private mounts are refused")
    # A folder that isn't there can't be mounted on: /etc is laid over one in which it is.
    below = tempfile.mkdtemp()
    os.mkdir(os.path.join(below, "hearth"))
    layers = f"lowerdir={below}:/etc".encode()
    check(libc.mount(b"overlay", b"/etc", b"overlay", 0, layers), "laying /etc over a folder is refused")
    check(libc.mount(folder.encode(), b"/etc/hearth", None, _MS_BIND, None), "a bind mount is refused")
    os.execvp(program[0], program)


if __name__ == "__main__":
    main()
