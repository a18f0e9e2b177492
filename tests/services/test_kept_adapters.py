"""Adapters that a model or an assistant has: kept in the vault, checked, followed when it answers, given to nobody."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from app.domain.adapter import Adapter
from app.domain.errors import ModelError, UsageError
from app.domain.preset import Preset
from app.domain.sampling import Sampling
from app.services.beginning import Beginning
from app.services.events import AnswerEnded
from app.services.kept_adapters import OF_PRESETS, adapters_in
from app.services.model_options import OWN, OwnOptions
from tests.inference.tiny_adapter import write_tiny_adapter
from tests.inference.tiny_models import write_tiny_model
from tests.services.session_at_work import SessionAtWork

GREEDY = Sampling(temperature=0, max_tokens=12)


@pytest.fixture
def work(tmp_path: Path) -> Iterator[SessionAtWork]:
    opened = SessionAtWork(tmp_path / "profile")
    model = write_tiny_model(tmp_path / "tiny.gguf", ends=False)
    opened.do(lambda: opened.session.models.add(model))
    opened.do(lambda: opened.session.models.choose("tiny"))
    yield opened
    opened.close()


@pytest.fixture
def style(tmp_path: Path) -> Adapter:
    return Adapter(str(write_tiny_adapter(tmp_path / "style.gguf")), 0.75)


def ask(work: SessionAtWork, preset: str = "") -> str:
    """What a conversation that begins with this assistant is answered."""
    beginning = Beginning(preset=preset, sampling=GREEDY)
    work.do(lambda: work.session.chat.send(None, "Hello", beginning=beginning))
    ended = work.until(AnswerEnded)
    assert ended.error is None, ended.error
    return ended.answer.text


def test_an_assistant_answers_with_its_adapters_and_nobody_else_does(
    work: SessionAtWork, style: Adapter, tmp_path: Path
) -> None:
    presets, settings = work.session.presets, work.session.settings
    mine = work.do(lambda: presets.save(Preset("Mine", adapters=(style,))))
    assert mine.adapters == (style,)
    plain, with_style, again = ask(work), ask(work, mine.id), ask(work)
    assert with_style != plain == again

    (kept,) = (one for one in work.do(presets.list) if one.id == mine.id)
    assert kept.adapters == (style,)
    copy = work.do(lambda: presets.duplicate(mine.id))
    assert copy.adapters == (style,)
    file = tmp_path / "mine.json"
    work.do(lambda: presets.export([mine.id], file))
    assert "style" not in file.read_text("utf-8") and "adapter" not in file.read_text("utf-8")
    (taken,) = work.do(lambda: presets.take_in(file))
    assert taken.adapters == ()

    work.do(lambda: presets.delete(copy.id))
    gone = work.do(lambda: presets.delete(mine.id))
    assert work.do(lambda: settings.get(OF_PRESETS, {})) == {}
    assert ask(work, mine.id) == plain
    work.do(lambda: presets.restore(gone))
    assert ask(work, mine.id) == with_style


def test_an_adapter_of_the_model_counts_everywhere_and_the_assistants_strength_holds(
    work: SessionAtWork, style: Adapter
) -> None:
    models, presets = work.session.models, work.session.presets
    plain = ask(work)
    work.do(lambda: models.keep_own_options("tiny", OwnOptions(adapters=(style,))))
    assert work.do(lambda: models.own_options("tiny")).adapters == (style,)
    assert ask(work) != plain
    weak = Adapter(style.path, 0.001)
    mine = work.do(lambda: presets.save(Preset("Mine", adapters=(weak,))))
    assert work.do(lambda: models.load_options_for("tiny", mine.id)).adapters == (weak,)
    work.do(lambda: models.keep_own_options("tiny", OwnOptions(adapters=(Adapter(style.path, 0),))))
    assert work.do(lambda: work.session.settings.get(OWN, {})) == {}


def test_what_the_model_cannot_take_is_refused_before_it_is_kept(
    work: SessionAtWork, style: Adapter, tmp_path: Path
) -> None:
    models, presets = work.session.models, work.session.presets
    other = Adapter(str(write_tiny_adapter(tmp_path / "other.gguf", architecture="qwen2")))
    model = Adapter(str(tmp_path / "tiny.gguf"))
    nothing = Adapter(str(tmp_path / "nothing.gguf"))
    for adapter, code in (
        (other, "adapter_for_another"),
        (model, "adapter_is_none"),
        (nothing, "model_missing"),
    ):
        options = OwnOptions(adapters=(style, adapter))
        with pytest.raises(ModelError, match=code):
            work.do(partial(models.keep_own_options, "tiny", options))
        preset = Preset("Mine", adapters=(adapter,))
        with pytest.raises(ModelError, match=code):
            work.do(partial(presets.save, preset))
    assert work.do(lambda: models.own_options("tiny")) == OwnOptions()
    assert "Mine" not in [one.name for one in work.do(presets.list)]
    with pytest.raises(UsageError, match="adapter_strength"):
        work.do(lambda: presets.save(Preset("Mine", adapters=(Adapter(style.path, 11),))))
    # For a model that isn't here, it can only be told whether it is an adapter at all.
    elsewhere = work.do(lambda: presets.save(Preset("Mine", model="Nowhere 70B", adapters=(other,))))
    assert elsewhere.adapters == (other,)
    with pytest.raises(ModelError, match="adapter_is_none"):
        work.do(lambda: presets.save(Preset("Mine", model="Nowhere 70B", adapters=(model,))))


def test_an_adapter_that_vanished_is_told_and_the_next_conversation_goes_on(
    work: SessionAtWork, style: Adapter
) -> None:
    mine = work.do(lambda: work.session.presets.save(Preset("Mine", adapters=(style,))))
    Path(style.path).unlink()
    beginning = Beginning(preset=mine.id, sampling=GREEDY)
    work.do(lambda: work.session.chat.send(None, "Hello", beginning=beginning))
    error = work.until(AnswerEnded).error
    assert isinstance(error, ModelError) and error.code == "model_missing"
    assert ask(work)


@pytest.mark.parametrize(
    "kept",
    [
        None,
        7,
        {},
        [7],
        [{}],
        [{"path": ""}],
        [{"path": "/a", "strength": "1"}],
        [{"path": "/a", "strength": 99}],
    ],
)
def test_what_a_newer_version_wrote_is_no_adapter(kept: object) -> None:
    assert adapters_in(kept) == ()
    assert adapters_in([{"path": "/a", "strength": 1, "more": 2}]) == (Adapter("/a"),)
