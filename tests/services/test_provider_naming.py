"""A server named once more: what wasn't typed stays only where it is still true."""

from dataclasses import replace

import pytest

from app.domain.errors import UsageError
from app.domain.permit import Wire
from app.domain.provider import Place, make_provider
from app.services.provider_naming import Typed, named

ADDRESS = "https://models.example.org/v1"
PROXY = "socks5://anna@127.0.0.1:9050"
PEM = "-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----\n"
FORMER = make_provider(
    "House", "anthropic", ADDRESS, "big-1", own=True, authority=PEM, proxy=PROXY, models=("small-2",)
)


def test_what_was_not_typed_stays_at_the_same_address() -> None:
    assert named(Typed("House", ADDRESS), FORMER) == FORMER
    typed = Typed("House", ADDRESS, model="big-3", models=())
    assert named(typed, FORMER) == replace(FORMER, model="big-3", models=())


def test_another_address_is_another_server_but_is_asked_through_the_same_proxy() -> None:
    found = named(Typed("House", "https://other.example.org/v1"), FORMER)
    assert (found.wire, found.place, found.model, found.models) == (Wire.OPENAI, Place.CLOUD, "", ())
    assert (found.authority, found.proxy) == ("", PROXY)
    assert named(Typed("House", "https://other.example.org/v1", proxy=""), FORMER).proxy == ""


def test_a_proxy_is_not_lost_on_the_way_to_an_address_without_encryption() -> None:
    plain = Typed("House", "http://127.0.0.1:8080/v1", own=True)
    with pytest.raises(UsageError) as caught:
        named(plain, FORMER)
    assert caught.value.code == "proxy_for_plain"
    assert named(replace(plain, proxy=""), FORMER).proxy == ""
