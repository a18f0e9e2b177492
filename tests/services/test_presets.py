"""Presets and saved prompts in a real vault: beginning, choosing, deletion and its undo, files."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.errors import UsageError
from app.domain.preset import Preset
from app.domain.sampling import Sampling
from app.services.presets import PresetService
from tests.services.session_at_work import SessionAtWork


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SessionAtWork]:
    opened = SessionAtWork(tmp_path_factory.mktemp("presets") / "profile")
    yield opened
    opened.close()


@pytest.fixture
def presets(work: SessionAtWork) -> PresetService:
    return work.session.presets


def test_a_profile_begins_with_five_that_can_be_deleted_for_good(
    work: SessionAtWork, presets: PresetService
) -> None:
    first = work.do(presets.list)
    assert [one.name for one in first] == [
        "Clear writer",
        "Patient teacher",
        "Translator",
        "Programmer",
        "Careful reader",
    ]
    assert len(work.do(presets.prompts)) == 4
    gone = work.do(lambda: presets.delete(first[1].id))
    assert len(work.do(presets.list)) == 4
    work.do(lambda: presets.restore(gone))
    assert {one.id for one in work.do(presets.list)} == {one.id for one in first}


def test_a_chosen_one_holds_for_the_conversation_as_it_was_then(
    work: SessionAtWork, presets: PresetService
) -> None:
    made = work.do(lambda: work.session.vault.conversations.create("Talk"))
    mine = work.do(lambda: presets.save(Preset(" My  own ", "Be brief.", "", Sampling(temperature=0.0))))
    assert mine.name == "My own"
    work.do(lambda: presets.choose(made.id, mine.id))
    work.do(lambda: presets.save(replace(mine, system_prompt="Be long.")))
    (now,) = (one for one in work.do(work.session.chat.conversations) if one.id == made.id)
    assert (now.preset, now.system_prompt, now.sampling) == (mine.id, "Be brief.", Sampling(temperature=0.0))
    work.do(lambda: presets.choose(made.id, ""))
    (now,) = (one for one in work.do(work.session.chat.conversations) if one.id == made.id)
    assert (now.preset, now.system_prompt, now.sampling) == ("", "", None)


def test_a_model_that_is_not_here_is_passed_over(work: SessionAtWork, presets: PresetService) -> None:
    away = work.do(lambda: presets.save(Preset("Away", model="Nowhere 70B")))
    here = work.do(lambda: presets.save(Preset("Here", model="random-tiny")))
    assert work.do(lambda: presets.fitting(away.id)).model == ""
    assert work.do(lambda: presets.fitting(here.id)).model == "random-tiny"


def test_files_bring_them_under_names_of_their_own(
    work: SessionAtWork, presets: PresetService, tmp_path: Path
) -> None:
    mine = work.do(lambda: presets.save(Preset("Giver", "Give.", "", Sampling(top_k=3))))
    copy = work.do(lambda: presets.duplicate(mine.id))
    assert copy.name == "Giver 2"
    file = tmp_path / "x.hearth-presets.json"
    work.do(lambda: presets.export([mine.id], file))
    (taken,) = work.do(lambda: presets.take_in(file))
    assert (taken.name, taken.system_prompt, taken.sampling) == ("Giver 3", "Give.", Sampling(top_k=3))
    before = work.do(presets.list)
    file.write_text(file.read_text(encoding="utf-8").replace('"top_k": 3', '"top_k": -3'), encoding="utf-8")
    for bad, code in (
        (file, "preset_value_range"),
        (tmp_path, "preset_file_other"),
        (tmp_path / "none", "preset_file_other"),
    ):
        with pytest.raises(UsageError) as raised:
            work.do(lambda bad=bad: presets.take_in(bad))  # type: ignore[misc]
        assert raised.value.code == code
    assert work.do(presets.list) == before
    with pytest.raises(UsageError):
        work.do(lambda: presets.export([mine.id], tmp_path / "no" / "folder"))
    with pytest.raises(UsageError):
        work.do(lambda: presets.export(["nobody"], file))


def test_saved_prompts_are_renamed_and_never_overwrite_another(
    work: SessionAtWork, presets: PresetService
) -> None:
    work.do(lambda: presets.save_prompt("one", "1"))
    work.do(lambda: presets.save_prompt("uno", "1!", "one"))
    texts = {prompt.name: prompt.text for prompt in work.do(presets.prompts)}
    assert texts["uno"] == "1!"
    assert "one" not in texts
    with pytest.raises(UsageError):
        work.do(lambda: presets.save_prompt("uno", "2", "translate"))
    work.do(lambda: presets.delete_prompt("uno"))
    assert "uno" not in {prompt.name for prompt in work.do(presets.prompts)}


def test_what_came_along_is_given_in_the_windows_words_until_somebody_changes_it(
    work: SessionAtWork, presets: PresetService
) -> None:
    first, second = work.do(presets.list)[:2]
    words = {first.name: "Klar", first.system_prompt: "Kurze Sätze.", "translate": "übersetzen"}
    try:
        presets.speak(words)
        shown = work.do(lambda: presets.fitting(first.id))
        assert (shown.name, shown.system_prompt) == ("Klar", "Kurze Sätze.")
        assert "übersetzen" in {prompt.name for prompt in work.do(presets.prompts)}
        work.do(lambda: presets.save_prompt("übertragen", "Ins Deutsche: {{text}}", "übersetzen"))
        work.do(lambda: presets.save(replace(shown, system_prompt="Lange Sätze.")))
        assert work.do(lambda: presets.fitting(first.id)).system_prompt == "Lange Sätze."
        gone = work.do(lambda: presets.delete(second.id))
    finally:
        presets.speak({})
    names = {prompt.name for prompt in work.do(presets.prompts)}
    assert {"übertragen"} <= names
    assert "translate" not in names
    work.do(lambda: presets.restore(gone))
