"""What the library process may still do once confined. A child process: prints one word for each attempt."""

import errno
import os
import subprocess
import sys
from pathlib import Path

from app import sandbox


def _attempt(act: object) -> str:
    assert callable(act)
    try:
        act()
    except OSError as error:
        return errno.errorcode.get(error.errno or 0, "?")
    return "done"


def main(profile: Path, elsewhere: Path) -> None:
    """Confine, then try."""
    sandbox.confine_library(profile)
    print(_attempt(lambda: (profile / "library.db").write_text("kept")))
    print(_attempt((elsewhere / "note.txt").read_text))
    print(_attempt(lambda: (elsewhere / "new.txt").write_text("leak")))
    print(_attempt((elsewhere / "note.txt").unlink))
    print(_attempt(lambda: subprocess.run(["/bin/sh", "-c", "true"], check=True)))
    print(_attempt(lambda: subprocess.run([sys.executable, "-c", ""], check=True)))
    print(_attempt(lambda: os.mkfifo(elsewhere / "pipe")))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
