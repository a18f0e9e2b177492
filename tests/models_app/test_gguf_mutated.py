"""Broken files by the hundred: `read_gguf` gives a result or a ModelError, in bounded time and memory."""

import random
import struct
import sys
import tracemalloc
from collections import Counter
from pathlib import Path

import pytest

from app.domain.errors import ModelError
from app.models.gguf import GgufFile, read_gguf
from tests.models_app.gguf_writing import UINT32, Gguf, list_pair, pair, small_model

FILES_A_SEED = 60
MEMORY_LIMIT_BYTES = 64 << 20
STEPS_LIMIT = 200_000  # lines of Python; a good file of this size takes about 3,000

BOUNDARY_NUMBERS = [0, 1, 2**31 - 1, 2**31, 2**32 - 1, 2**60, 2**63 - 1, 2**63, 2**64 - 1]


def valid_files() -> list[bytes]:
    """Different enough that each branch of the reader is reached."""
    version_2 = small_model("Two")
    version_2.version = 2
    aligned = small_model("Aligned", pair("general.alignment", UINT32, 64))
    aligned.alignment = 64
    return [
        small_model().build(),
        version_2.build(),
        aligned.build(),
        small_model("Words", list_pair("w", 8, ["word"] * 50), n_tensors=1).build(),
        Gguf([pair("general.architecture", 8, "bert")], []).build(),
    ]


def mutated(whole: bytes, chance: random.Random) -> bytes:
    """`whole` with one to four injuries."""
    content = bytearray(whole)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(content)) if content else 0
        kind = chance.randrange(7)
        if kind == 0 and content:
            content[at] ^= 1 << chance.randrange(8)
        elif kind == 1:
            del content[at:]
        elif kind == 2:
            content[at:at] = chance.randbytes(chance.randint(1, 64))
        elif kind == 3:
            del content[at : at + chance.randint(1, 64)]
        elif kind == 4:
            content[at : at + 8] = struct.pack("<Q", chance.choice(BOUNDARY_NUMBERS))
        elif kind == 5:
            content[at : at + 4] = struct.pack("<I", chance.randrange(16))
        else:
            end = at + chance.randint(1, 200)
            content[at:at] = content[at:end]
    return bytes(content)


class StepCounter:
    """Counts executed lines of Python, a measure of time that no busy machine disturbs."""

    def __init__(self) -> None:
        self.steps = 0

    def __call__(self, frame: object, event: str, argument: object) -> "StepCounter":
        self.steps += 1
        if self.steps > STEPS_LIMIT:
            raise AssertionError("the reader does not come to an end")
        return self


@pytest.mark.parametrize("seed", range(12))
def test_mutated_files_never_surprise(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    files = valid_files()
    path = tmp_path / "mutated.gguf"
    outcomes: set[str] = set()
    for number in range(FILES_A_SEED):
        path.write_bytes(mutated(files[number % len(files)], chance))
        steps = StepCounter()
        tracemalloc.start()
        before = sys.gettrace()
        sys.settrace(steps)
        try:
            outcomes.add(type(read_gguf(path)).__name__)
        except ModelError as error:
            outcomes.add(error.code)
        finally:
            sys.settrace(before)
            peak = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
        assert peak < MEMORY_LIMIT_BYTES
    assert len(outcomes) >= 4, outcomes  # the injuries reach different checks


def test_the_files_before_mutation_are_valid(tmp_path: Path) -> None:
    path = tmp_path / "m.gguf"
    for content in valid_files():
        path.write_bytes(content)
        assert isinstance(read_gguf(path), GgufFile)


def test_every_byte_of_a_header_may_be_any_extreme(tmp_path: Path) -> None:
    path = tmp_path / "m.gguf"
    whole = small_model().build()
    ends = Counter[str]()
    for at in range(len(whole)):
        for value in (0x00, 0x7F, 0xFF):
            path.write_bytes(whole[:at] + bytes([value]) + whole[at + 1 :])
            try:
                read_gguf(path)
                ends["read"] += 1
            except ModelError:
                ends["refused"] += 1
    assert ends.total() == 3 * len(whole)
    assert min(ends["read"], ends["refused"]) > 0
