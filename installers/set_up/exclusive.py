"""One set-up of a checkout at a time: a second one waits until the first has ended."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from set_up.places import Places
from set_up.trouble import SetUpStopped

LONGEST_WAIT_S = 3600.0
BETWEEN_TRIES_S = 0.5


@contextmanager
def one_at_a_time(places: Places, longest_wait_s: float = LONGEST_WAIT_S) -> Iterator[None]:
    """Hold the set-up lock. The system lets it go when this process ends, however it ends."""
    try:
        places.work.mkdir(exist_ok=True)
        file = open(places.work / "lock", "w")  # noqa: SIM115  (the lock lives as long as the file is open)
    except OSError as reason:
        raise SetUpStopped(
            f"Set-up can't write in {places.project} ({reason.strerror}): give yourself the right to, or "
            "copy the "
            "folder to a place of your own, then start again."
        ) from reason
    with file:
        waited_s = 0.0
        while not _taken(file):
            if waited_s == 0.0:
                print("Another set-up of this folder is at work; waiting for it.", file=sys.stderr)
            if waited_s >= longest_wait_s:
                raise SetUpStopped(
                    f"Another set-up of {places.project} has been at work for very long: look whether it "
                    "still does "
                    "something, end it if not, then start again."
                )
            time.sleep(BETWEEN_TRIES_S)
            waited_s += BETWEEN_TRIES_S
        yield


def _taken(file: IO[str]) -> bool:
    if sys.platform == "win32":
        import msvcrt  # only there

        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl  # only where POSIX is

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
