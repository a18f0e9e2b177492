"""What one model has of its own: kept, followed when it is loaded, and gone with it."""

from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest

from app.cli import models as models_command
from app.cli.model_settings import changed, own_words
from app.cli.terminal import CommandContext
from app.domain.adapter import Adapter
from app.domain.errors import UsageError
from app.domain.generation import FlashAttention, KvType, LoadOptions, Sampling
from app.models.catalogue import Kind
from app.models.removed_names import NOTE
from app.services.events import ModelReady, ModelUnloaded
from app.services.model_options import OWN, OwnOptions
from app.services.opening import no_gateway
from tests.services.session_at_work import SEAL, SessionAtWork

OPTIONS = OwnOptions(
    {"model.context_tokens": 512, "model.kv_type": "q8_0"}, Sampling(temperature=0.25, top_k=7)
)


@pytest.fixture
def work(tmp_path: Path) -> Iterator[SessionAtWork]:
    opened = SessionAtWork(tmp_path / "profile")
    yield opened
    opened.close()


def test_a_model_is_loaded_and_asked_with_its_own_options(work: SessionAtWork) -> None:
    models, settings = work.session.models, work.session.settings
    (name,) = [one.name for one in work.do(models.list)]
    work.do(lambda: settings.set("model.threads", 1))
    work.do(lambda: settings.set("sampling.temperature", 0.1))
    work.do(lambda: models.choose(name))
    before = work.until(ModelReady).model
    assert work.do(lambda: models.sampling_for("")) == Sampling(temperature=0.1)
    work.do(lambda: models.keep_own_options(name, OPTIONS))
    assert work.do(lambda: models.load_options_for("")) == LoadOptions(512, 1, kv_type=KvType.Q8_0)
    assert work.do(lambda: models.sampling_for(name)) == OPTIONS.sampling
    work.do(lambda: work.session.chat.send(None, "hello"))
    work.until(ModelUnloaded)
    after = work.until(ModelReady).model
    assert (before.context_tokens > 512, after.context_tokens) == (True, 512)
    work.ended()
    work.do(lambda: models.remove(name))
    assert work.do(lambda: models.own_options(name)) == OwnOptions()
    assert work.do(lambda: settings.get(OWN, {})) == {}


def test_a_model_that_a_command_removed_takes_its_options_along(tmp_path: Path) -> None:
    before = SessionAtWork(tmp_path / "profile")
    models = before.session.models
    (name,) = [one.name for one in before.do(models.list)]
    before.do(lambda: models.keep_own_options(name, OPTIONS))
    before.close()
    shelf = models.shelf.folder
    taken = CommandContext(
        "models remove",
        shelf.parent,
        shelf.parent,
        "",
        True,
        False,
        {"id": name},
        SEAL,
        StringIO(),
        no_gateway,
    )
    assert models_command.run_remove(taken) == 0
    assert (shelf / NOTE).read_text() == f"{name}\n"
    after = SessionAtWork(tmp_path / "profile")
    assert after.do(lambda: after.session.settings.get(OWN, {})) == {}
    assert not (shelf / NOTE).exists()
    after.close()


def test_what_a_newer_version_wrote_is_passed_over(work: SessionAtWork) -> None:
    models, settings = work.session.models, work.session.settings
    strange = {
        "model.kv_type": "q2_0",
        "model.threads": True,
        "model.wings": 2,
        "model.context_tokens": 1_024,
    }
    numbers = {"temperature": 9, "top_k": 3.5, "top_p": "x", "min_p": 0.5, "wings": 1, "stop": ["a"]}
    work.do(lambda: settings.set(OWN, {"a": {"loading": strange, "sampling": numbers}, "b": 7}))
    assert work.do(lambda: models.own_options("a")) == OwnOptions(
        {"model.context_tokens": 1_024}, Sampling(min_p=0.5)
    )
    assert work.do(lambda: models.own_options("b")) == OwnOptions()
    work.do(lambda: settings.set("model.flash_attention", "perhaps"))
    assert work.do(lambda: models.load_options_for("b")).flash_attention is FlashAttention.AUTO


def test_options_are_given_in_words() -> None:
    own = OwnOptions()
    for key, text in (
        ("context_tokens", "512"),
        ("kv_type", "q8_0"),
        ("temperature", "0.25"),
        ("top_k", "7"),
    ):
        own = changed(own, key, text)
    assert own == OPTIONS
    assert changed(own, "top_k", "") == own  # no value: nothing is changed
    with pytest.raises(UsageError):
        changed(own, "wings", "")
    for key in ("context_tokens", "kv_type", "temperature", "top_k"):
        own = changed(own, key, "usual")
    assert own == OwnOptions()
    for key, text in (
        ("wings", "2"),
        ("threads", "-1"),
        ("threads", "9999"),
        ("kv_type", "f32"),
        ("temperature", "nan"),
        ("temperature", "hot"),
        ("top_k", "1.5"),
    ):
        with pytest.raises(UsageError) as caught:
            changed(own, key, text)
        assert caught.value.code.startswith("model_option_")


def test_what_the_page_tells_counts_each_models_options(work: SessionAtWork) -> None:
    models, offers = work.session.models, work.session.offers
    (name,) = [one.name for one in work.do(models.list)]
    usual = work.do(offers.fits)[name].fit
    work.do(lambda: models.keep_own_options(name, OPTIONS))
    work.do(lambda: models.choose(name))
    assert work.do(offers.fits)[name].fit.context_tokens == 512 < usual.context_tokens
    # The chosen model's own options are no other model's.
    assert _contexts(work) == {8_192}
    work.do(lambda: work.session.settings.set("model.context_tokens", 1_024))
    assert _contexts(work) == {1_024}


def _contexts(work: SessionAtWork) -> set[int]:
    """The context lengths that chat models of the list are told for."""
    others = work.do(lambda: work.session.offers.offers("en")).others
    return {one.context_tokens for one in others if one.entry.kind is Kind.CHAT}


def test_a_command_puts_adapters_on_a_model_and_takes_them_off(tmp_path: Path) -> None:
    style, other = str(tmp_path / "style.gguf"), str(tmp_path / "other.gguf")
    own = changed(OwnOptions(), "adapter", style)
    own = changed(own, "adapter", f"{other}:-0.5")
    assert own.adapters == (Adapter(style), Adapter(other, -0.5))
    assert own_words(own) == "adapter style.gguf:1, adapter other.gguf:-0.5"
    own = changed(own, "adapter", f"{style}:2")  # another strength of the same
    assert own.adapters == (Adapter(other, -0.5), Adapter(style, 2))
    assert changed(own, "adapter", f"{style}:0").adapters == (Adapter(other, -0.5),)
    assert changed(own, "adapter", "usual") == OwnOptions()
    for wrong in ("strong", "11"):
        with pytest.raises(UsageError, match="adapter_strength"):
            changed(own, "adapter", f"{style}:{wrong}")
