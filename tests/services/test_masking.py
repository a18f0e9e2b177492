"""The person's own words and switches hold wherever texts are masked for a server."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cloud.marks import Kind
from app.services.masking import ALWAYS, OWN_WORDS, Masking, switch_of, usable_words
from app.ui.settings.table import SETTINGS, Flag, Group
from app.vault.settings_store import SettingsStore
from tests.vault.keyring_in_memory import opened_by_keyring

TEXT = "Ask Ohm-Werk or ada@example.org about 10.1.2.3."


@pytest.fixture
def settings(tmp_path: Path) -> Iterator[SettingsStore]:
    vault = opened_by_keyring(tmp_path / "profile")
    yield vault.settings
    vault.close()


def test_at_first_every_kind_is_masked_and_no_word_of_ones_own(settings: SettingsStore) -> None:
    masking = Masking(settings)
    assert masking.words() == []
    assert masking.new_redactor().redact(TEXT).text == "Ask Ohm-Werk or [EMAIL_1] about [IP_1]."


def test_words_and_switches_hold_from_then_on(settings: SettingsStore) -> None:
    masking = Masking(settings)
    masking.keep_words(["  ohm-werk ", "ohm-werk", "x", "", "y" * 300])
    for kind in (Kind.EMAIL, Kind.OWN):  # the second has no switch, whatever is kept
        settings.set(switch_of(kind), False)
    later = Masking(settings)
    assert later.words() == ["ohm-werk"]
    assert later.new_redactor().redact(TEXT).text == "Ask [OWN_1] or ada@example.org about [IP_1]."
    more = later.new_redactor(["about"]).redact(TEXT).text
    assert more == "Ask [OWN_1] or ada@example.org [OWN_2] [IP_1]."
    assert later.words() == ["ohm-werk"]  # that was for once


def test_trying_keeps_nothing_and_follows_the_switches(settings: SettingsStore) -> None:
    masking = Masking(settings)
    settings.set(switch_of(Kind.IP), False)
    tried = masking.try_out(TEXT, ["ask", "."])
    assert tried.text == "[OWN_1] Ohm-Werk or [EMAIL_1] about 10.1.2.3."
    assert masking.words() == []


@pytest.mark.parametrize("kept", [7, "words", [1, None, "Ohm"], {"a": 1}])
def test_words_that_cannot_be_read_count_as_none(settings: SettingsStore, kept: object) -> None:
    settings.set(OWN_WORDS, kept)
    assert Masking(settings).words() == (["Ohm"] if isinstance(kept, list) else [])


def test_this_computers_names_are_looked_for(settings: SettingsStore) -> None:
    wishes = Masking(settings).wishes()
    assert wishes.home.startswith("/")
    settings.set(switch_of(Kind.PATH), False)
    assert Kind.PATH not in Masking(settings).wishes().kinds


def test_each_kind_that_can_be_switched_has_its_switch_on_the_page() -> None:
    switches = {
        setting.key
        for setting in SETTINGS
        if setting.group is Group.MASKING and isinstance(setting.control, Flag)
    }
    assert switches == {switch_of(kind) for kind in Kind if kind not in ALWAYS}


def test_a_list_has_an_end() -> None:
    assert len(usable_words([f"word {number}" for number in range(5000)])) == 1000
