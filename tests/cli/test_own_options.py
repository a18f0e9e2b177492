"""What a model has of its own counts in what commands tell of models, and they say where it can't be read."""

from pathlib import Path

import pytest

from app.services.model_options import ModelOptions, OwnOptions
from app.vault.profile import Profile
from tests.cli.command_here import run_here
from tests.end2end.program import PASSPHRASE, RANDOM_MODEL, Home, make_profile, put_on_shelf

OWN = OwnOptions({"model.context_tokens": 512, "model.threads": 1})
NAME = RANDOM_MODEL.stem


@pytest.fixture
def home(tmp_path: Path) -> Home:
    made = Home(tmp_path)
    make_profile(made)
    put_on_shelf(made, RANDOM_MODEL)
    vault = Profile(made.profile).unlock(passphrase=PASSPHRASE)
    ModelOptions(vault.settings).keep(NAME, OWN)
    vault.close()
    return made


def test_info_tells_what_a_model_takes_as_it_is_set(home: Home) -> None:
    told = run_here(home, "models", "info", "--json", NAME)
    assert (told.code, told.err) == (0, "")
    facts = told.json
    assert facts["own"] == {"context_tokens": 512, "threads": 1}
    assert facts["with_context_tokens"] == 512
    assert "context_tokens 512, threads 1" in run_here(home, "models", "info", str(RANDOM_MODEL)).out
    vault = Profile(home.profile).unlock(passphrase=PASSPHRASE)
    ModelOptions(vault.settings).keep(NAME, OwnOptions())
    vault.close()
    usual = run_here(home, "models", "info", "--json", NAME).json
    assert usual["own"] == {} and usual["with_context_tokens"] > 512
    assert usual["cache_bytes"] > facts["cache_bytes"]


def test_a_profile_that_is_open_elsewhere_is_told_of_and_the_rest_is_said(home: Home) -> None:
    held = Profile(home.profile).unlock(passphrase=PASSPHRASE)
    try:
        told = run_here(home, "models", "info", "--json", NAME)
    finally:
        held.close()
    assert told.code == 0 and told.json["own"] is None and told.json["with_context_tokens"] > 512
    assert told.err.startswith("Told for your usual options:") and "open in another Hearth" in told.err


def test_a_passphrase_that_does_not_open_it_is_no_answer(home: Home) -> None:
    home.passphrase_file.write_text("another one, and long enough", "utf-8")
    refused = run_here(home, "models", "info", NAME)
    assert (refused.code, refused.out) == (1, "")


def test_no_profile_is_made_for_it(tmp_path: Path) -> None:
    home = Home(tmp_path)
    assert run_here(home, "models", "info", "--json", str(RANDOM_MODEL)).json["own"] == {}
    assert not home.profile.exists()


def test_bench_loads_a_model_as_it_is_set_and_its_figures_count_for_that(home: Home) -> None:
    measured = home.run("models", "bench", "--json", NAME)
    assert measured.code == 0, measured.err
    assert (measured.json["context_tokens"], measured.json["threads"]) == (512, 1)
    assert run_here(home, "models", "info", "--json", NAME).json["speed_is"] == "measured"
    vault = Profile(home.profile).unlock(passphrase=PASSPHRASE)
    ModelOptions(vault.settings).keep(NAME, OwnOptions())
    vault.close()
    assert run_here(home, "models", "info", "--json", NAME).json["speed_is"] == "about"


def test_the_recommendation_counts_the_profiles_settings(home: Home) -> None:
    vault = Profile(home.profile).unlock(passphrase=PASSPHRASE)
    vault.settings.set("model.context_tokens", 1_024)
    vault.close()
    told = run_here(home, "models", "recommend", "--json").json
    assert told["recommended"]["with_context_tokens"] == 1_024
