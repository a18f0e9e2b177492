"""Servers in Settings: kept with price and key, tried by a button, and forgotten; none of it sends a word."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest

from app.domain.errors import HearthError
from app.domain.ledger import LedgerEntry
from app.domain.price import OfferedPrice, Price
from app.domain.provider import Provider, make_provider
from app.domain.proxy import parse_proxy
from app.services.provider_keys import Secrets
from app.services.provider_service import ModelList, ProviderService
from tests.services.played_gateway import PlayedGateway
from tests.services.session_at_work import SessionAtWork

HOUSE = make_provider("House", "openai", "https://models.example.org/v1", "big-1")
SAME_PLACE = make_provider("Annex", "openai", "https://models.example.org/v2", "big-1")
PRICE = Price("$", 3_000_000, 15_000_000, "2026-11-28")
MADE_UP_KEY = "sk-" + "test-" + "a1B2" * 8
T = TypeVar("T")
Ask = Callable[[Provider, Secrets, Callable[[T], None], Callable[[Exception], None]], None]


class Settings:
    """An open session with a played gateway."""

    def __init__(self, folder: Path) -> None:
        self.gateway = PlayedGateway()
        self.work = SessionAtWork(folder, start_gateway=self.gateway.start)
        self.service: ProviderService = self.work.session.providers

    def save(self, provider: Provider, key: str = "", former: str = "", price: Price | None = PRICE) -> bool:
        prices = {provider.model: price} if price is not None else {}
        return self.work.do(
            lambda: self.service.save(provider, prices, Secrets(key), lasting=True, former=former)
        )

    def asked(self, ask: "Ask[T]", key: str = "") -> T:
        told: Future[T] = Future()
        self.work.do(lambda: ask(HOUSE, Secrets(key), told.set_result, told.set_exception))
        return told.result(60)

    def rows(self) -> list[LedgerEntry]:
        return self.work.do(self.work.session.vault.ledger.entries)


@pytest.fixture
def settings(tmp_path: Path) -> Iterator[Settings]:
    made = Settings(tmp_path / "profile")
    yield made
    made.work.close()
    made.gateway.join()


def test_a_server_is_kept_renamed_and_forgotten_with_its_price_and_key(settings: Settings) -> None:
    assert not settings.save(HOUSE, MADE_UP_KEY)  # there is no keyring in a test: for this session only
    (facts,) = settings.work.do(settings.service.list).servers
    assert (facts.provider, facts.prices, facts.has_key) == (HOUSE, {"big-1": PRICE}, True)
    with pytest.raises(HearthError) as caught:
        settings.save(HOUSE)
    assert caught.value.code == "provider_name_taken"
    renamed = make_provider("Home", "openai", "https://models.example.org/v1", "small-2")
    assert settings.save(renamed, former="House", price=None)
    (facts,) = settings.work.do(settings.service.list).servers
    assert (facts.provider, facts.prices, facts.has_key) == (renamed, {}, True)
    settings.save(SAME_PLACE)
    settings.work.do(lambda: settings.service.remove("Home"))
    (facts,) = settings.work.do(settings.service.list).servers
    assert (facts.provider, facts.has_key) == (SAME_PLACE, True)  # the key is of the address, not of the name
    settings.work.do(lambda: settings.service.remove("Annex"))
    settings.save(HOUSE)
    assert not settings.work.do(settings.service.list).servers[0].has_key
    assert (settings.gateway.bodies, settings.rows()) == ([], [])  # naming sends nothing


def test_the_buttons_send_one_request_each_without_a_word_and_the_ledger_tells(settings: Settings) -> None:
    assert settings.asked(settings.service.test, MADE_UP_KEY) == 1
    settings.gateway.offers = (OfferedPrice("big-1", 1, 2),)
    assert settings.asked(settings.service.models) == ModelList((), settings.gateway.offers)
    assert settings.work.do(lambda: settings.work.session.vault.prices.of("House")) == {}  # none is taken
    assert settings.gateway.bodies == [b"", b""]
    assert [(row.purpose, row.conversation) for row in settings.rows()] == [
        ("test_connection", ""),
        ("list_models", ""),
    ]
    settings.gateway.failure = "server_refused_key"
    with pytest.raises(HearthError) as caught:
        settings.asked(settings.service.test)
    assert caught.value.code == "server_refused_key"


def test_where_no_server_may_be_asked_the_list_says_why_and_the_buttons_send_nothing(
    settings: Settings,
) -> None:
    settings.save(HOUSE)
    for key, code in (("cloud.never", "cloud_never"), ("cloud.blocked", "cloud_blocked")):
        settings.work.do(partial(settings.work.session.settings.set, key, True))
        known = settings.work.do(settings.service.list)
        assert known.refusal is not None and known.refusal.code == code
        for ask in (settings.service.test, settings.service.models):
            with pytest.raises(HearthError) as caught:
                settings.asked(ask)
            assert caught.value.code == code
        settings.work.do(partial(settings.work.session.settings.set, key, False))
    assert (settings.gateway.bodies, settings.rows()) == ([], [])


def test_an_address_that_is_left_takes_its_secrets_along(settings: Settings) -> None:
    keys = settings.work.session.keys
    through = replace(HOUSE, proxy="socks5://anna@127.0.0.1:9050")
    secrets = Secrets(MADE_UP_KEY, "two words")
    service = settings.service
    settings.work.do(lambda: service.save(through, {}, secrets, lasting=True))
    settings.save(SAME_PLACE)
    moved = make_provider("House", "openai", "https://models.example.com/v1", "big-1")
    settings.work.do(lambda: service.save(moved, {}, Secrets(), lasting=True, former="House"))
    assert settings.work.do(lambda: keys.password(parse_proxy(through.proxy))) == ""
    assert settings.work.do(lambda: keys.get(HOUSE.origin)) == MADE_UP_KEY  # another server stands there
    gone = replace(SAME_PLACE, origin=moved.origin)
    settings.work.do(lambda: service.save(gone, {}, Secrets(), lasting=True, former="Annex"))
    assert settings.work.do(lambda: keys.get(HOUSE.origin)) == ""


def test_each_model_of_a_server_has_a_price_of_its_own(settings: Settings) -> None:
    more = replace(HOUSE, models=("small-2",))
    service, prices = settings.service, settings.work.session.vault.prices
    settings.save(more)
    small = Price("$", 1, 2, "2026-11-29")
    settings.work.do(lambda: service.put_price("House", "small-2", small))
    assert settings.work.do(lambda: prices.of("House")) == {"big-1": PRICE, "small-2": small}
    for model, price, code in (
        ("nobody-knows-it", small, "price_model_unknown"),
        ("small-2", replace(small, currency="€"), "price_currency_other"),
    ):
        with pytest.raises(HearthError) as caught:
            settings.work.do(partial(service.put_price, "House", model, price))
        assert caught.value.code == code
    settings.work.do(lambda: service.put_price("House", "big-1", None))
    assert settings.work.do(lambda: prices.of("House")) == {"small-2": small}
    # A model that is no longer named takes its price along.
    settings.work.do(lambda: service.save(HOUSE, {"small-2": small}, Secrets(), lasting=True, former="House"))
    assert settings.work.do(lambda: prices.of("House")) == {}
