"""Naming servers on the command line: what wasn't typed stays, where it is true of the new address too."""

import pytest

from app.domain.price import Price
from app.vault.profile import Profile
from tests.cli.command_here import run_here
from tests.end2end.program import PASSPHRASE, Home, Outcome, make_profile

ADDRESS, OTHER = "https://models.example.org/v1", "https://other.example.org/v1"
PROXY = "socks5://127.0.0.1:9050"


@pytest.fixture
def house(home: Home) -> Home:
    """A profile with one server that has everything."""
    make_profile(home)
    added = _add(
        home, ADDRESS, "--wire", "anthropic", "--model", "big-1", "--more-model", "small-2", "--more-model", "old-3",
        "--proxy", PROXY,
    )  # fmt: skip
    assert added.code == 0, added.err
    vault = Profile(home.profile).unlock(PASSPHRASE)
    vault.prices.put("House", {"small-2": Price("$", 1, 1, "2026-11-28")})
    vault.close()
    return home


def _add(home: Home, address: str, *options: str) -> Outcome:
    return run_here(home, "provider", "add", "House", address, *options)


def _listed(home: Home) -> dict[str, object]:
    (facts,) = run_here(home, "provider", "list", "--json").json["providers"]
    assert isinstance(facts, dict)
    return facts


def _has_price(home: Home) -> bool:
    vault = Profile(home.profile).unlock(PASSPHRASE)
    try:
        return bool(vault.prices.of("House"))
    finally:
        vault.close()


def test_what_was_not_typed_stays_and_is_said(house: Home) -> None:
    added = _add(house, ADDRESS, "--model", "big-2")
    assert added.code == 0, added.err
    facts = _listed(house)
    assert (facts["model"], facts["models"]) == ("big-2", ["small-2", "old-3"])
    assert (facts["wire"], facts["proxy"]) == ("anthropic", PROXY)
    assert "small-2, old-3" in added.err
    assert PROXY in added.err
    assert _has_price(house)
    assert facts["prices"] == [
        {"model": "small-2", "currency": "$", "reading": 1e-6, "writing": 1e-6, "dated": "2026-11-28"}
    ]


def test_another_address_keeps_the_way_there_and_forgets_the_former_ones_models(house: Home) -> None:
    added = _add(house, OTHER)
    facts = _listed(house)
    assert (facts["model"], facts["models"], facts["wire"], facts["proxy"]) == ("", [], "openai", PROXY)
    assert "big-1, small-2, old-3" in added.err
    assert "forgotten" in added.err
    assert not _has_price(house)


def test_each_can_be_taken_away_by_an_empty_word(house: Home) -> None:
    added = _add(house, ADDRESS, "--more-model", "", "--proxy", "")
    facts = _listed(house)
    assert (facts["model"], facts["models"], facts["proxy"]) == ("big-1", [], "")
    assert "proxy" not in added.err


def test_nobody_is_asked_past_the_proxy_because_it_was_not_typed_again(house: Home) -> None:
    added = _add(house, "http://127.0.0.1:8080/v1", "--own")
    assert added.code == 2
    assert "proxy would read along" in added.err
    assert _listed(house)["origin"] == "https://models.example.org:443"


def test_a_removed_server_leaves_no_price_behind(house: Home) -> None:
    assert run_here(house, "provider", "remove", "House").code == 0
    assert not _has_price(house)


def test_prices_are_typed_for_each_model(house: Home) -> None:
    price = ("provider", "price", "House")
    assert run_here(house, *price, "big-1", "--reading", "3", "--writing", "15").code == 0
    listed = run_here(house, *price, "small-2", "--reading", "0.1", "--writing", "0.4", "--json").json
    found = {one["model"]: (one["currency"], one["reading"], one["writing"]) for one in listed["prices"]}
    assert found == {"big-1": ("$", 3.0, 15.0), "small-2": ("$", 0.1, 0.4)}
    for wrong, words in (
        (("--reading", "3"), "both --reading and --writing"),
        (("--reading", "nan", "--writing", "1"), "lies between 0"),
        (("--reading", "-1", "--writing", "1"), "lies between 0"),
        (("--reading", "0", "--writing", "0"), "lies between 0"),
        (("--reading", "1", "--writing", "1", "--currency", "€"), "another currency"),
        (("none-such", "--reading", "1", "--writing", "1"), "no model none-such"),
    ):
        refused = run_here(house, *price, *wrong)
        assert (refused.code, words in refused.err) == (2, True), refused.err
    assert run_here(house, *price, "--forget", "--json").json["prices"] == listed["prices"][1:]
