"""A model that doesn't fit: refused before loading, or stepped down to a working chat, and told either way."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.errors import ModelError
from app.domain.generation import Sampling
from app.domain.load_planning import LoadStep, StepKind
from app.ipc.child import Child
from app.ipc.inference_frames import FromInference
from app.roles import enter
from app.services.asking import OneQuestion, Question
from app.services.events import ModelReady, ModelSteppedDown
from app.services.sentences import sentence
from app.services.state_words import stepped_down_words
from tests.models.random_model import RandomShape, write_random_model
from tests.services.lost_children import ROOM_MB, crashed_in_a_driver, killed_for_its_memory, short_of_memory
from tests.services.session_at_work import PATIENCE_S, SessionAtWork


class Starting:
    """Starts children with one target after the other, the last one for good."""

    def __init__(self, *targets: Callable[..., None]) -> None:
        self._targets = list(targets)
        self.started = 0

    def __call__(self) -> Child:
        self.started += 1
        target = self._targets.pop(0) if len(self._targets) > 1 else self._targets[0]
        return Child("inference", FromInference, target=target)


def answered(work: SessionAtWork) -> str:
    work.do(lambda: work.session.chat.send(None, "hello"))
    ended = work.ended()
    return sentence(ended.error) if ended.error is not None else "answered"


def test_a_process_killed_for_its_memory_is_followed_by_one_that_asks_for_less(tmp_path: Path) -> None:
    starting = Starting(killed_for_its_memory, killed_for_its_memory, enter)
    work = SessionAtWork(tmp_path / "profile", starting)
    try:
        assert answered(work) == "answered"
        told = work.told(ModelSteppedDown)
        # The test model was trained on 256 tokens: what was given up is counted from what was tried.
        assert told.steps == (LoadStep(StepKind.SMALLER_CONTEXT, 8_192, 4_096),)
        assert starting.started == 3
        assert "4096 tokens" in stepped_down_words(told.name, told.steps)
    finally:
        work.close()


def test_one_that_is_killed_again_and_again_is_given_up(tmp_path: Path) -> None:
    starting = Starting(killed_for_its_memory)
    work = SessionAtWork(tmp_path / "profile", starting)
    try:
        assert "ended" in answered(work)
        assert starting.started == 4
    finally:
        work.close()


def test_a_crash_with_layers_on_a_graphics_processor_leads_to_the_processor(tmp_path: Path) -> None:
    starting = Starting(crashed_in_a_driver, enter)
    work = SessionAtWork(tmp_path / "profile", starting)
    try:
        assert answered(work) == "answered"
        assert work.told(ModelSteppedDown).steps == (LoadStep(StepKind.PROCESSOR, 3, 0),)
        assert work.told(ModelReady).model.gpu_layers == 0
    finally:
        work.close()


@pytest.fixture(scope="module")
def wide_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Small weights, and 16 KB for each position: 537 MB for 32,768 of them."""
    path = tmp_path_factory.mktemp("models") / "wide.gguf"
    write_random_model(path, RandomShape(2_000, 8, 512, 8, 8, 1_024, 32_768, "Q8_0"))
    return path


@pytest.mark.parametrize("room_mb", [250, 450, 1_300])
def test_with_little_memory_it_ends_in_a_chat_or_a_sentence(
    tmp_path: Path, wide_model: Path, monkeypatch: pytest.MonkeyPatch, room_mb: int
) -> None:
    monkeypatch.setenv(ROOM_MB, str(room_mb))
    work = SessionAtWork(tmp_path / "profile", Starting(short_of_memory))
    try:
        added = work.do(lambda: work.session.models.add(wide_model))
        work.do(lambda: work.session.settings.set("model.context_tokens", 32_768))
        question = Question("hello", model=added.name, sampling=Sampling(max_tokens=4))
        asked = OneQuestion(work.session.models, work.session.host, work.session.grounder, lambda *_: None)
        work.do(lambda: asked.start(question))
        try:
            asked.result.result(PATIENCE_S)
            said = "answered"
        except ModelError as error:
            said = sentence(error)
        if said == "answered":
            loaded = work.session.host.loaded
            assert loaded is not None
            work.until(ModelReady)
            if loaded.context_tokens < 32_768:
                step = LoadStep(StepKind.SMALLER_CONTEXT, 32_768, loaded.context_tokens)
                assert work.until(ModelSteppedDown).steps == (step,)
        else:
            assert "of memory and" in said or "refused it memory" in said, said
    finally:
        work.close()
