"""Mutated model files the way a person would meet them: added, chosen, loaded by the real llama.cpp in its process.

Whatever the file does there, each load ends with a model in memory or with a reason, and the session goes on.
"""

import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.errors import HearthError
from app.ipc.restarts import RestartBudget
from app.services.events import ModelFailed, ModelReady
from tests.end2end.program import RANDOM_MODEL
from tests.models_app.test_gguf_mutated import mutated
from tests.services.session_at_work import SessionAtWork

QUICK, ALL = 12, 500
HEADER_BYTES = 24_000  # of the small model: keys, vocabulary, tensors


@pytest.fixture
def work(tmp_path: Path) -> Iterator[SessionAtWork]:
    opened = SessionAtWork(tmp_path / "profile")
    yield opened
    opened.close()


def _injured(whole: bytes, chance: random.Random) -> bytes:
    """Every other file is injured in its header only and keeps its length, so that it gets past the first look more
    often."""
    if chance.random() < 0.5:
        return mutated(whole, chance)
    content = bytearray(whole)
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(HEADER_BYTES)
        content[at] ^= 1 << chance.randrange(8)
    return bytes(content)


def _load(work: SessionAtWork, path: Path) -> str:
    """Add and choose a file, and take it off the shelf; `loaded`, or the code of the reason."""
    work.session.host._starts = RestartBudget(limit=1_000_000)  # what is asked here isn't how often
    try:
        model = work.do(lambda: work.session.models.add(path))
    except HearthError as error:
        return error.code
    try:
        work.do(lambda: work.session.models.choose(model.name))
        return _end_of_load(work)
    except HearthError as error:
        return error.code
    finally:
        work.do(lambda: work.session.models.remove(model.name))


def _end_of_load(work: SessionAtWork) -> str:
    while True:
        event = work.events.get(timeout=120)
        if isinstance(event, ModelReady):
            return "loaded"
        if isinstance(event, ModelFailed):
            return event.error.code


def _all(work: SessionAtWork, tmp_path: Path, seed: int, count: int) -> Counter[str]:
    chance = random.Random(seed)
    whole = RANDOM_MODEL.read_bytes()
    outcomes: Counter[str] = Counter()
    for number in range(count):
        path = tmp_path / f"mutated-{number}.gguf"
        path.write_bytes(_injured(whole, chance))
        outcomes[_load(work, path)] += 1
        path.unlink()
    # The session is as well as before.
    sound = tmp_path / "sound.gguf"
    sound.write_bytes(whole)
    assert _load(work, sound) == "loaded"
    return outcomes


def test_a_few_mutated_models_end_nothing(work: SessionAtWork, tmp_path: Path) -> None:
    outcomes = _all(work, tmp_path, 3, QUICK)
    assert outcomes.total() == QUICK
    assert "worker_bug" not in outcomes, outcomes


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_five_hundred_mutated_models_end_nothing(work: SessionAtWork, tmp_path: Path) -> None:
    outcomes = _all(work, tmp_path, 11, ALL)
    print(outcomes)
    assert outcomes.total() == ALL
    assert "worker_bug" not in outcomes, outcomes
    assert outcomes["loaded"] > 0
    assert len(outcomes) > 3, outcomes  # the injuries reach different checks
