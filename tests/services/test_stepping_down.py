"""A model that doesn't fit: refused before loading, or stepped down to a working chat, and told either way."""

import re
from collections.abc import Callable
from contextlib import closing
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
from tests.services.lost_children import (
    ROOM_MB,
    aborted_for_want_of_memory,
    aborted_over_the_file,
    crashed_in_a_driver,
    ended_before_it_began,
    killed_for_its_memory,
    short_of_memory,
    short_without_knowing,
)
from tests.services.session_at_work import PATIENCE_S, SessionAtWork

WISHED_TOKENS = 32_768


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
    with closing(SessionAtWork(tmp_path / "profile", starting)) as work:
        assert answered(work) == "answered"
        told = work.told(ModelSteppedDown)
        # The test model was trained on 256 tokens: what was given up is counted from what was tried.
        assert told.steps == (LoadStep(StepKind.SMALLER_CONTEXT, 8_192, 4_096),)
        assert starting.started == 3
        assert "4096 tokens" in stepped_down_words(told.name, told.steps)


def test_one_that_is_killed_again_and_again_is_given_up(tmp_path: Path) -> None:
    starting = Starting(killed_for_its_memory)
    with closing(SessionAtWork(tmp_path / "profile", starting)) as work:
        assert "ended" in answered(work)
        assert starting.started == 4


def test_a_crash_with_layers_on_a_graphics_processor_leads_to_the_processor(tmp_path: Path) -> None:
    starting = Starting(crashed_in_a_driver, enter)
    with closing(SessionAtWork(tmp_path / "profile", starting)) as work:
        assert answered(work) == "answered"
        assert work.told(ModelSteppedDown).steps == (LoadStep(StepKind.PROCESSOR, 3, 0),)
        assert work.told(ModelReady).model.gpu_layers == 0


def test_one_that_aborts_once_the_weights_are_read_asks_for_less(tmp_path: Path) -> None:
    starting = Starting(aborted_for_want_of_memory, enter)
    with closing(SessionAtWork(tmp_path / "profile", starting)) as work:
        assert answered(work) == "answered"
        step = LoadStep(StepKind.SMALLER_CONTEXT, 8_192, 4_096)
        assert work.told(ModelSteppedDown).steps == (step,)


def test_one_that_ends_before_it_opens_the_file_says_so_and_is_not_set_aside(tmp_path: Path) -> None:
    starting = Starting(ended_before_it_began, ended_before_it_began, ended_before_it_began, enter)
    with closing(SessionAtWork(tmp_path / "profile", starting)) as work:
        for _ in range(3):
            said = answered(work)
            assert "before it opened the file" in said and "damaged" not in said
        assert answered(work) == "answered"


def test_one_that_aborts_while_it_reads_the_weights_is_the_file_s_doing(tmp_path: Path) -> None:
    starting = Starting(aborted_over_the_file, enter)
    with closing(SessionAtWork(tmp_path / "profile", starting)) as work:
        assert "ended" in answered(work)
        assert starting.started == 1


@pytest.fixture(scope="module")
def wide_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Small weights, and 16 KB for each position: 537 MB for 32,768 of them."""
    path = tmp_path_factory.mktemp("models") / "wide.gguf"
    write_random_model(path, RandomShape(2_000, 8, 512, 8, 8, 1_024, 32_768, "Q8_0"))
    return path


def outcome(
    folder: Path, model: Path, target: Callable[..., None], room_mb: int
) -> tuple[int, tuple[LoadStep, ...], str]:
    """The context that a process with so much room came to (0 for none), what was given up, and what was said."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(ROOM_MB, str(room_mb))
        with closing(SessionAtWork(folder / f"{target.__name__}-{room_mb}", Starting(target))) as work:
            added = work.do(lambda: work.session.models.add(model))
            work.do(lambda: work.session.settings.set("model.context_tokens", WISHED_TOKENS))
            question = Question("hello", model=added.name, sampling=Sampling(max_tokens=4))
            asked = OneQuestion(
                work.session.models, work.session.host, work.session.grounder, lambda *_: None
            )
            work.do(lambda: asked.start(question))
            try:
                asked.result.result(PATIENCE_S)
            except ModelError as error:
                return 0, (), sentence(error)
            context = work.until(ModelReady).model.context_tokens
            steps = work.until(ModelSteppedDown).steps if context < WISHED_TOKENS else ()
            return context, steps, "answered"


@pytest.fixture(scope="module")
def little(wide_model: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[int, list[str]]:
    """The megabytes with which a chat just works, and what was said until it did.

    How much a process takes before it loads anything hangs on the computer: room is added until it is enough.
    """
    folder, said = tmp_path_factory.mktemp("little"), []
    for room_mb in range(200, 4_000, 40):
        context, _, words = outcome(folder, wide_model, short_of_memory, room_mb)
        said.append(words)
        if context:
            assert context < WISHED_TOKENS
            return room_mb, said
    raise AssertionError(said)


def given_up(context: int) -> tuple[LoadStep, ...]:
    if context == WISHED_TOKENS:
        return ()
    return (LoadStep(StepKind.SMALLER_CONTEXT, WISHED_TOKENS, context),)


def test_what_can_not_fit_is_refused_with_the_numbers(little: tuple[int, list[str]]) -> None:
    said = little[1]
    assert said[-1] == "answered"
    assert re.search(r"needs about \d+ MB of memory and \d+ MB is free", said[-2]), said


def test_more_room_is_a_longer_conversation_and_what_was_given_up_is_told(
    tmp_path: Path, wide_model: Path, little: tuple[int, list[str]]
) -> None:
    contexts = []
    for further_mb in (0, 250, 3_000):
        context, steps, words = outcome(tmp_path, wide_model, short_of_memory, little[0] + further_mb)
        assert (words, steps) == ("answered", given_up(context))
        contexts.append(context)
    assert 0 < contexts[0] < contexts[1] < contexts[2] == WISHED_TOKENS


def test_what_fails_while_it_loads_steps_down_until_it_chats(
    tmp_path: Path, wide_model: Path, little: tuple[int, list[str]]
) -> None:
    """Processes that don't know their limit: llama.cpp is refused memory, or aborts for it, in the midst."""
    contexts = []
    for further_mb in (180, 330, 480, 630):
        context, steps, words = outcome(tmp_path, wide_model, short_without_knowing, little[0] + further_mb)
        assert (words, steps) == ("answered", given_up(context)), further_mb
        contexts.append(context)
    assert contexts[0] < WISHED_TOKENS, contexts
