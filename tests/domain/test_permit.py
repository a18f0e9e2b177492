"""A permit serves once, within a minute, for its own bytes, server and purpose; an address means one place."""

import hashlib
from dataclasses import replace

import pytest

from app.domain.errors import CloudError, UsageError
from app.domain.origin import Origin, parse_address
from app.domain.permit import LIFE_NS, Permit, Purpose, Wire, check

BODY = b'{"model":"m"}'
ORIGIN = Origin("https", "models.example.org", 443)
PERMIT = Permit(
    "1" * 32,
    Purpose.CHAT,
    Wire.OPENAI,
    ORIGIN,
    "/v1/chat/completions",
    hashlib.sha256(BODY).hexdigest(),
    "c1",
    1000,
)


def refusal(permit: Permit, origin: Origin = ORIGIN, body: bytes = BODY, now_ns: int = 1000) -> str:
    with pytest.raises(CloudError) as caught:
        check(permit, origin, body, now_ns, set())
    return caught.value.code


def test_a_permit_serves_once() -> None:
    used: set[str] = set()
    check(PERMIT, ORIGIN, BODY, 1000 + LIFE_NS, used)
    with pytest.raises(CloudError) as caught:
        check(PERMIT, ORIGIN, BODY, 1000, used)
    assert caught.value.code == "permit_used"


def test_a_permit_of_another_time_place_purpose_or_text_serves_never() -> None:
    assert refusal(PERMIT, now_ns=1001 + LIFE_NS) == "permit_expired"
    assert refusal(PERMIT, now_ns=999) == "permit_expired"
    for other in (Origin("https", "models.example.com", 443), replace(ORIGIN, port=444)):
        assert refusal(PERMIT, other) == "permit_elsewhere"
    plain = replace(ORIGIN, scheme="http")
    assert refusal(replace(PERMIT, origin=plain), plain) == "permit_elsewhere"
    assert refusal(PERMIT, body=BODY + b" ") == "permit_altered"
    assert refusal(replace(PERMIT, path="/v1/files")) == "permit_purpose"
    assert refusal(replace(PERMIT, conversation="")) == "permit_purpose"
    # The list of models carries no words.
    listing = replace(PERMIT, purpose=Purpose.LIST_MODELS, path="/v1/models")
    assert refusal(listing) == "permit_purpose"
    assert refusal(replace(listing, conversation="")) == "permit_purpose"
    empty = replace(listing, sha256=hashlib.sha256(b"").hexdigest(), conversation="")
    check(empty, ORIGIN, b"", 1000, set())


@pytest.mark.parametrize(
    ("text", "origin", "path"),
    [
        ("https://api.example.org", "https://api.example.org:443", ""),
        ("https://api.example.org/v1/", "https://api.example.org:443", "/v1"),
        ("http://127.0.0.1:8080/v1", "http://127.0.0.1:8080", "/v1"),
        ("http://localhost:11434", "http://localhost:11434", ""),
        ("http://[::1]:9", "http://[::1]:9", ""),
        ("https://192.168.1.4:8443/a/b", "https://192.168.1.4:8443", "/a/b"),
    ],
)
def test_an_address_means_one_place(text: str, origin: str, path: str) -> None:
    found, begins = parse_address(text)
    assert (str(found), begins) == (origin, path)


@pytest.mark.parametrize(
    "text",
    [
        "", "api.example.org", "ftp://a.b", "https://", "https://a:b@c.d", "https://a.b?x=1", "https://a.b#c",
        "https://a.b:0", "https://a.b:99999", "https://a.b/../c", "https://a.b\\c", "https://a.b/\nx", "https://a b",
        "https://EXAMPLE.ORG/v1", "https://127.1", "https://0x7f.0.0.1", "https://2130706433", "https://[::1",
        "https://a..b", "https://ä.org", "https://a.b/%2e%2e", "https://" + "a" * 400,
    ],
)  # fmt: skip
def test_an_address_that_could_mean_another_place_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        parse_address(text)


@pytest.mark.parametrize(
    "text", ["http://models.example.org", "http://192.168.1.4:8080/v1", "http://10.0.0.1"]
)
def test_words_travel_in_clear_to_this_computer_only(text: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_address(text)
    assert caught.value.code == "provider_address_open"
