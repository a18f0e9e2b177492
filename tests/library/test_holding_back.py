"""Work that can wait: slower on battery, not at all on a low one or while a model answers."""

import os
import queue
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from app.library.embedder import Embedder, EmbedderFolder
from app.library.embedding_room import BATCH, EmbeddingRoom
from app.library.passage_table import Floats
from app.library.power import LOW_PERCENT, Power
from app.library.vector_store import Unembedded
from tests.library.library_work import PATIENCE_S, LibraryWork

FILES = 4
LONG_ENOUGH_S = 0.5  # reading all files takes a tenth of it


def _supply(tree: Path, name: str, **files: str) -> None:
    (tree / name).mkdir(parents=True, exist_ok=True)
    for file, text in files.items():
        # At once, as the kernel's files change: it may be read at any moment.
        (tree / name / f"{file}.new").write_text(f"{text}\n")
        os.replace(tree / name / f"{file}.new", tree / name / file)


def _state(tree: Path) -> tuple[bool, bool]:
    power = Power(tree, asked_every_s=0.0)
    return power.on_battery, power.low


def test_the_kernels_tree_of_power_supplies_is_understood(tmp_path: Path) -> None:
    assert _state(tmp_path / "none") == (False, False)
    tree = tmp_path / "power_supply"
    _supply(tree, "hidpp_battery_0", type="Battery", scope="Device", status="Discharging", capacity="5")
    assert _state(tree) == (False, False)  # that of the mouse
    _supply(tree, "BAT0", type="Battery", status="Discharging", capacity=str(LOW_PERCENT))
    assert _state(tree) == (True, False)
    _supply(tree, "BAT0", capacity=str(LOW_PERCENT - 1))
    assert _state(tree) == (True, True)
    _supply(tree, "BAT1", type="Battery", status="Discharging", capacity="90")
    assert _state(tree) == (True, False)
    _supply(tree, "BAT1", status="Charging")
    assert _state(tree) == (False, False)
    _supply(tree, "BAT1", status="Unknown", capacity="")
    assert _state(tree) == (True, False)  # nobody knows how full it is
    _supply(tree, "ADP1", type="Mains", online="1")
    assert _state(tree) == (False, False)
    _supply(tree, "ADP1", online="0")
    assert _state(tree) == (True, False)


def test_the_tree_is_not_read_for_each_batch(tmp_path: Path) -> None:
    _supply(tmp_path, "BAT0", type="Battery", status="Discharging", capacity="50")
    power = Power(tmp_path)
    assert power.on_battery
    _supply(tmp_path, "BAT0", status="Charging")
    assert power.on_battery


@pytest.fixture
def work(tmp_path: Path) -> Iterator[LibraryWork]:
    """A library service whose process asks a tree in `tmp_path`/power about batteries; notes to be read."""
    (tmp_path / "notes").mkdir()
    for number in range(FILES):
        (tmp_path / "notes" / f"note{number}.txt").write_text(f"Note {number} of the lantern harbour.")
    (tmp_path / "power").mkdir()
    library_work = LibraryWork(tmp_path / "profile", power_supplies=tmp_path / "power")
    yield library_work
    library_work.close()


def _looked_through(work: LibraryWork) -> bool:
    return any(facts.looked_through and facts.files == FILES for facts in work.service.libraries)


def _add_and_wait(work: LibraryWork, folder: Path) -> int:
    """Add the notes and give it time to read them; how many are read."""
    work.done(lambda then, failed: work.service.add("notes", (folder,), None, then, failed))
    work.done(lambda then, failed: work.service.when_told(then, failed, lambda: _looked_through(work)))
    time.sleep(LONG_ENOUGH_S)
    return work.service.libraries[0].files_ready


def test_nothing_is_read_on_a_low_battery_until_there_is_power(work: LibraryWork, tmp_path: Path) -> None:
    _supply(tmp_path / "power", "BAT0", type="Battery", status="Discharging", capacity="10")
    assert _add_and_wait(work, tmp_path / "notes") == 0
    _supply(tmp_path / "power", "BAT0", status="Charging")
    assert work.settled("notes").files_ready == FILES


def test_nothing_is_read_while_a_model_answers(work: LibraryWork, tmp_path: Path) -> None:
    work.do(work.service.start)
    work.do(lambda: work.service.yield_to_chat(True))
    assert _add_and_wait(work, tmp_path / "notes") == 0
    work.do(lambda: work.service.yield_to_chat(False))
    assert work.settled("notes").files_ready == FILES


class _Instant(Embedder):
    """Makes vectors at once: how the thread paces itself is what counts here."""

    def __init__(self, folder: EmbedderFolder) -> None:
        self.folder = folder
        self.dimensions = 4

    def encode_passages(self, texts: Sequence[str]) -> Floats:
        return np.ones((len(texts), self.dimensions), dtype=np.float32)


def test_vectors_wait_for_chat_and_rest_after_each_batch_on_battery() -> None:
    chatting = on_battery = True
    done: queue.SimpleQueue[None] = queue.SimpleQueue()
    rests: queue.SimpleQueue[float] = queue.SimpleQueue()
    room = EmbeddingRoom(
        EmbedderFolder(Path("/"), "instant", "instant", ()),
        lambda: done.put(None), lambda: not chatting, lambda: on_battery, rests.put, _Instant,
    )  # fmt: skip
    done.get(timeout=PATIENCE_S)  # loaded
    passages = [Unembedded(number, f"note {number}") for number in range(2 * BATCH)]
    room.give(passages)
    with pytest.raises(queue.Empty):
        done.get(timeout=LONG_ENOUGH_S)
    chatting = False
    for _ in range(2):
        done.get(timeout=PATIENCE_S)
        assert rests.get(timeout=PATIENCE_S) >= 0
    on_battery = False
    room.give(passages)
    for _ in range(2):
        done.get(timeout=PATIENCE_S)
    assert sum(len(room.results.get_nowait().numbers) for _ in range(4)) == 4 * BATCH
    with pytest.raises(queue.Empty):
        rests.get(timeout=LONG_ENOUGH_S)
