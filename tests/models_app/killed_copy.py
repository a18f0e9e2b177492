"""Copies a model onto a shelf, says so and then waits in the middle, to be killed. Started by test_shelf.py.

python -m tests.models_app.killed_copy SOURCE SHELF
"""

import sys
from pathlib import Path

from app.models.shelf import ModelShelf


def wait_in_the_middle(done: int, total: int) -> None:
    """Says that bytes were written, and goes on when told to."""
    if 0 < done < total:
        print("half", flush=True)
        sys.stdin.readline()


if __name__ == "__main__":
    ModelShelf(Path(sys.argv[2])).add(Path(sys.argv[1]), copy=True, progress=wait_in_the_middle)
    print("done", flush=True)
