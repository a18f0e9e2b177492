"""Pictures shown to a real model with a real projector, both tiny and random."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from app.domain.conversation import Role
from app.domain.errors import Cancelled, GenerationError, ModelError
from app.domain.generation import Completion, LoadOptions, Prepared, Sampling, Turn
from app.domain.picture import Picture
from app.inference.chat_engine import ChatEngine
from app.inference.engine import AnswerRequest
from tests.inference.tiny_models import write_tiny_model
from tests.inference.tiny_projector import TOKENS, write_tiny_projector

GREEDY = Sampling(temperature=0, max_tokens=12)


class Heard:
    """What an engine reported of one answer."""

    def __init__(self) -> None:
        self.prompt = Prepared("", (), 0, 0, 0)

    def prepared(self, prepared: Prepared) -> None:
        self.prompt = prepared

    def reading(self, done_tokens: int, total_tokens: int) -> None:
        pass

    def text(self, thinking: bool, text: str) -> None:
        pass


def picture(seed: int, width: int = 80, height: int = 100) -> Picture:
    pixels = np.random.default_rng(seed).integers(0, 256, (height, width, 3), dtype=np.uint8)
    return Picture(width, height, pixels.tobytes())


def load(model: Path, projector: Path | None) -> ChatEngine:
    engine = ChatEngine()
    engine.load(
        str(model), "tiny", LoadOptions(), lambda _: None, lambda: False, projector=str(projector or "")
    )
    return engine


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("seeing")
    return write_tiny_model(folder / "tiny.gguf", ends=False), write_tiny_projector(folder / "mmproj.gguf")


@pytest.fixture
def seeing(files: tuple[Path, Path]) -> Iterator[ChatEngine]:
    engine = load(*files)
    yield engine
    engine.close()


def ask(engine: ChatEngine, *turns: Turn) -> tuple[Completion, Prepared]:
    heard = Heard()
    return engine.answer(AnswerRequest(turns, GREEDY), heard, lambda: False), heard.prompt


def shown(engine: ChatEngine, *pictures: Picture) -> tuple[str, ...]:
    keys = tuple(each.key for each in pictures)
    for each in pictures:
        assert engine.show(each, keys) == TOKENS
    return keys


def test_the_answer_hangs_on_the_picture_and_on_nothing_else(
    seeing: ChatEngine, files: tuple[Path, Path]
) -> None:
    first, second = shown(seeing, picture(1), picture(2))
    plain, _ = ask(seeing, Turn(Role.USER, "What is it?"))
    one, prepared = ask(seeing, Turn(Role.USER, "What is it?", pictures=(first,)))
    two, _ = ask(seeing, Turn(Role.USER, "What is it?", pictures=(second,)))
    both, _ = ask(seeing, Turn(Role.USER, "What is it?", pictures=(first, second)))
    again, _ = ask(seeing, Turn(Role.USER, "What is it?", pictures=(first,)))
    assert one.text == again.text
    assert len({plain.text, one.text, two.text, both.text}) == 4
    assert (one.prompt_tokens, both.prompt_tokens) == (
        plain.prompt_tokens + TOKENS, plain.prompt_tokens + 2 * TOKENS
    )  # fmt: skip
    assert "[picture]What is it?" in prepared.prompt

    fresh = load(*files)
    shown(fresh, picture(1))
    assert ask(fresh, Turn(Role.USER, "What is it?", pictures=(first,)))[0].text == one.text
    fresh.close()


def test_what_was_seen_isnt_looked_at_again_and_changes_nothing(
    seeing: ChatEngine, files: tuple[Path, Path]
) -> None:
    (key,) = shown(seeing, picture(1))
    question = Turn(Role.USER, "What is it?", pictures=(key,))
    _, first = ask(seeing, question)
    turns = (question, Turn(Role.ASSISTANT, "It is a lamp."), Turn(Role.USER, "And then?"))
    followed, prepared = ask(seeing, *turns)
    assert prepared.cached_tokens >= first.prompt_tokens > TOKENS
    assert seeing.measure(turns, 64).prompt_tokens == prepared.prompt_tokens

    fresh = load(*files)
    shown(fresh, picture(1))
    alone, _ = ask(fresh, *turns)
    assert (alone.cached_tokens, alone.text) == (0, followed.text)
    fresh.close()


def test_a_picture_put_before_the_same_words_isnt_taken_for_another(seeing: ChatEngine) -> None:
    first, second = shown(seeing, picture(1), picture(2))
    ask(seeing, Turn(Role.USER, "What is it?", pictures=(first,)))
    assert seeing.measure((Turn(Role.USER, "What is it?", pictures=(second,)),), 64).cached_tokens < TOKENS


def test_a_stopped_look_leaves_nothing_half_seen(seeing: ChatEngine) -> None:
    (key,) = shown(seeing, picture(1))
    question = Turn(Role.USER, "What is it?", pictures=(key,))
    expected, _ = ask(seeing, question)
    ask(seeing, Turn(Role.USER, "Something else"))
    asked = 0

    def stop_soon() -> bool:
        nonlocal asked
        asked += 1
        return asked > 3

    with pytest.raises(Cancelled):
        seeing.answer(AnswerRequest((question,), GREEDY), Heard(), stop_soon)
    assert ask(seeing, question)[0].text == expected.text


def test_a_dropped_picture_can_be_shown_again(seeing: ChatEngine) -> None:
    (first,) = shown(seeing, picture(1))
    expected, _ = ask(seeing, Turn(Role.USER, "What?", pictures=(first,)))
    seeing.show(picture(2), ())
    with pytest.raises(GenerationError, match="picture_unknown"):
        ask(seeing, Turn(Role.USER, "What?", pictures=(first,)))
    shown(seeing, picture(1))
    assert ask(seeing, Turn(Role.USER, "What?", pictures=(first,)))[0].text == expected.text


def test_what_spells_a_picture_is_none(seeing: ChatEngine) -> None:
    for text in ("<__media__>", "[picture]"):
        completion, _ = ask(seeing, Turn(Role.USER, text))
        assert completion.prompt_tokens < len(text) + 64


def test_a_damaged_picture_or_projector_is_an_error_and_words_still_work(
    files: tuple[Path, Path], tmp_path: Path
) -> None:
    model, projector = files
    engine = load(model, projector)
    for wrong in (Picture(3, 3, b"x"), Picture(0, 0, b""), Picture(1 << 20, 1 << 20, b"")):
        with pytest.raises(GenerationError, match="picture_damaged"):
            engine.show(wrong, ())
    engine.close()
    half = tmp_path / "half.gguf"
    half.write_bytes(projector.read_bytes()[:30_000])
    wider = write_tiny_projector(tmp_path / "wider.gguf", model_width=128)
    strange = write_tiny_projector(tmp_path / "strange.gguf", kind="nobody_knows")
    for broken in (half, wider, strange, tmp_path / "missing.gguf"):
        engine = load(model, broken)
        with pytest.raises(ModelError, match="projector_not_loadable"):
            engine.show(picture(1), ())
        assert ask(engine, Turn(Role.USER, "Hello"))[0].text
        engine.close()
    engine = load(model, None)
    with pytest.raises(ModelError, match="model_sees_nothing"):
        engine.show(picture(1), ())
    engine.close()
