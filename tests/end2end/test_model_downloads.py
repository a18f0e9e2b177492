"""Fetching a model from outside: the command, the real gateway process, a hub that records, and a kill in the midst."""

import hashlib
import os
import random
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.command_here import run_here
from tests.end2end.program import Home, Outcome, end, make_profile, wait_for
from tests.gateway.authority import Authority
from tests.inference.tiny_models import write_tiny_model
from tests.inference.tiny_projector import write_tiny_projector
from tests.models_app.gguf_writing import Tensor, small_model
from tests.models_app.model_hub import REPOSITORY, ModelHub, model_hub

NAME = "small-Q4_K_M.gguf"


def _model() -> bytes:
    model = small_model(n_tensors=0)
    model.tensors = [Tensor("big", (2_000_000,), 0, None, random.Random(5).randbytes(8_000_000))]
    return model.build()


MODEL = _model()


@pytest.fixture
def hub(authority: Authority) -> Iterator[ModelHub]:
    with model_hub(authority, {NAME: MODEL}) as made:
        yield made


@pytest.fixture
def fetching_home(home: Home, authority: Authority) -> Home:
    make_profile(home)
    (home.folder / "authority.pem").write_text(authority.pem, encoding="utf-8")
    return home


def _command(home: Home, hub: ModelHub, *more: str) -> tuple[str, ...]:
    return (
        "models", "download", REPOSITORY, "--hub", hub.address, "--own", "--authority",
        str(home.folder / "authority.pem"), *more,
    )  # fmt: skip


def _fetch(home: Home, hub: ModelHub, *more: str) -> Outcome:
    return home.run(*_command(home, hub, "--allow", "localhost", *more))


def test_m1_silent_nothing_is_fetched_unasked(fetching_home: Home, hub: ModelHub) -> None:
    home = fetching_home
    shown = home.run(*_command(home, hub))
    assert shown.code == 1
    assert REPOSITORY in shown.err
    assert "repeat with --allow localhost" in shown.err
    other = home.run(*_command(home, hub, "--allow", "huggingface.co"))
    assert other.code == 1
    run_here(home, "ledger", "--block")
    blocked = _fetch(home, hub)
    assert (blocked.code, "blocked" in blocked.err) == (1, True)
    assert (hub.hub.requests, hub.content.requests) == ([], [])
    assert run_here(home, "ledger", "--json").json["entries"] == []
    run_here(home, "ledger", "--unblock")

    fetched = _fetch(home, hub, "--json")
    assert fetched.code == 0, fetched.err
    assert (fetched.json["name"], fetched.json["checked"]) == ("small-Q4_K_M", True)
    assert fetched.json["sha256"] == hashlib.sha256(MODEL).hexdigest()
    (model,) = run_here(home, "models", "list", "--json").out.splitlines()
    assert '"state": "ok"' in model
    entries = run_here(home, "ledger", "--verify", "--json").json["entries"]
    assert [entry["purpose"] for entry in entries] == ["download_model"] * 3
    assert sum(entry["received_bytes"] for entry in entries[1:]) == hub.sent_bytes == len(MODEL)
    assert {entry["sent_bytes"] for entry in entries} == {0}


def test_a_pasted_repository_s_model_sees_unless_its_projector_is_left_out(
    fetching_home: Home, authority: Authority, tmp_path: Path
) -> None:
    home, files = fetching_home, {}
    files["seer-F32.gguf"] = write_tiny_model(tmp_path / "m.gguf").read_bytes()
    files["mmproj-F16.gguf"] = write_tiny_projector(tmp_path / "p.gguf").read_bytes()
    with model_hub(authority, files) as hub:
        shown = home.run(*_command(home, hub))
        assert shown.code == 1 and "--without-projector leaves it out" in shown.err
        blind = _fetch(home, hub, "--without-projector", "--json")
        assert (blind.code, blind.json["sees"]) == (0, False), blind.err
        assert home.run("models", "list", "--json").json["projector"] == ""
        home.run("models", "remove", "seer-F32")
        fetched = _fetch(home, hub)
        assert fetched.code == 0, fetched.err
        assert "seer-F32 is on the shelf, with its projector: it sees pictures." in fetched.out
        assert home.run("models", "list", "--json").json["projector"].endswith("seer-F32.mmproj")
        entries = home.run("ledger", "--verify", "--json").json["entries"]
        assert sum(entry["received_bytes"] for entry in entries if "gguf" in entry["model"]) == hub.sent_bytes


def test_a_download_that_is_killed_goes_on_where_it_was(fetching_home: Home, hub: ModelHub) -> None:
    home = fetching_home
    models = home.profile / "models"
    for kill in range(2):
        with hub.stalling(2_000_000):
            running = home.start(*_command(home, hub, "--allow", "localhost"))
            try:
                enough = 1_500_000 * (kill + 1)
                _wait_until_here(models, enough)
            finally:
                os.killpg(running.pid, signal.SIGKILL)
                end(running)
        assert list(models.glob("*.gguf")) == []
        kept = _here(models)
        (begun,) = run_here(home, "models", "download", "--json").out.splitlines()
        assert f'"done_bytes": {kept}' in begun
    fetched = _fetch(home, hub, "--json")
    assert fetched.code == 0, fetched.err
    assert (models / NAME).read_bytes() == MODEL
    assert not any((models / ".downloads").iterdir())
    entries = run_here(home, "ledger", "--verify", "--json").json["entries"]
    unknown = [entry for entry in entries if entry["outcome"] == "unknown"]
    assert len(unknown) == 2
    # What was killed is counted as far as it was written, and the last request began behind that.
    assert sum(entry["received_bytes"] for entry in unknown) == hub.starts()[-1] == kept
    received = sum(entry["received_bytes"] for entry in entries if "list of files" not in entry["model"])
    assert received == len(MODEL)


def test_nothing_is_fetched_into_a_profile_that_is_thrown_away(home: Home, hub: ModelHub) -> None:
    done = home.run("--demo", *_command(home, hub, "--allow", "localhost"), profile=False)
    assert (done.code, "thrown away" in done.err) == (2, True)
    assert hub.hub.requests == []


def test_one_that_was_begun_can_be_cancelled(fetching_home: Home, hub: ModelHub) -> None:
    home = fetching_home
    hub.behave = lambda asked: (
        hub.reply(asked, MODEL)[:1_000_000]
        if not asked.times
        else (b"HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n")
    )
    stopped = _fetch(home, hub)
    assert (stopped.code, "goes on from there" in stopped.err) == (1, True)
    identity = run_here(home, "models", "download", "--json").json["id"]
    assert home.run("models", "download", identity, "--cancel").code == 0
    assert _here(home.profile / "models") == 0
    assert run_here(home, "models", "download", identity, "--cancel").code == 2


def _wait_until_here(models: Path, enough_bytes: int) -> None:
    wait_for(lambda: _here(models) >= enough_bytes, "bytes on the disk")


def _here(models: Path) -> int:
    return sum(path.stat().st_size for path in models.glob(".downloads/*/*.part"))
