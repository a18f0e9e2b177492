"""What the system tells of changes reaches everybody whose folder it is."""

import contextlib
import os
import queue
from pathlib import Path

from app.library.library_store import Root
from app.library.watching import Watching

CHANGES = 150
PATIENCE_S = 2.0  # for each of them


def test_two_libraries_over_the_same_folder_both_hear_of_a_change(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    heard: queue.SimpleQueue[int] = queue.SimpleQueue()
    watching = Watching(heard.put)
    whole, part = os.fsencode(tmp_path), os.fsencode(inner)
    watching.watch([Root(1, 1, whole, False), Root(2, 2, whole, False), Root(3, 3, part, False)])
    missing = {1, 2, 3}
    for number in range(CHANGES):
        (inner / f"{number}.txt").write_text("The lantern.")  # the first may come before it listens
        with contextlib.suppress(queue.Empty):
            missing.discard(heard.get(timeout=PATIENCE_S))
        while not heard.empty():
            missing.discard(heard.get())
        if not missing:
            break
    assert not missing
    watching.watch([])
