"""Masking from the command line: with the rules alone, and with the person's own words and switches."""

import pytest

from app.cloud.marks import Kind
from app.services.masking import Masking, switch_of
from app.vault.profile import Profile
from tests.end2end.program import PASSPHRASE, Home, make_profile

TEXT = "Ask Ohm-Werk or ada@example.org about 10.1.2.3."


@pytest.fixture
def home_with_words(home: Home) -> Home:
    make_profile(home)
    vault = Profile(home.profile).unlock(PASSPHRASE)
    Masking(vault.settings).keep_words(["ohm-werk"])
    vault.settings.set(switch_of(Kind.EMAIL), False)
    vault.close()
    return home


def test_without_the_profile_the_rules_alone_hold(home_with_words: Home) -> None:
    masked = home_with_words.run("redact", TEXT, profile=False)
    assert masked.out == "Ask Ohm-Werk or [EMAIL_1] about [IP_1].\n", masked.err


def test_mine_takes_the_words_and_switches_of_the_profile(home_with_words: Home) -> None:
    masked = home_with_words.run("redact", "--mine", "--json", TEXT)
    assert masked.json["text"] == "Ask [OWN_1] or ada@example.org about [IP_1].", masked.err
    assert [item["type"] for item in masked.json["items"]] == ["own", "ip"]
    one_kind = home_with_words.run("redact", "--mine", "--kind", "own", "--word", "about", TEXT)
    assert one_kind.out == "Ask [OWN_1] or ada@example.org [OWN_2] 10.1.2.3.\n", one_kind.err


def test_what_would_go_to_a_server_is_masked_by_them_too(home_with_words: Home) -> None:
    home = home_with_words
    home.run("provider", "add", "House", "https://models.example.org/v1", "--model", "m")
    shown = home.run("ask", "--provider", "House", "--json", "--mask-word", "about", TEXT)
    assert "Ask [OWN_1] or ada@example.org [OWN_2] [IP_1]." in shown.json["would_send"]["body"], shown.err
