"""The administrator's word, keys by origin, and what the ledger says of a gateway that isn't there."""

import multiprocessing
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from app.cloud.payload import Wanted, compose, connection_test
from app.domain.conversation import Role
from app.domain.errors import CloudError
from app.domain.labels import Grant, Label, LabelKind, LabelledTurn, Span
from app.domain.ledger import Outcome
from app.domain.origin import Origin
from app.domain.provider import make_provider
from app.domain.proxy import parse_proxy
from app.ipc.channel import Channel
from app.ipc.frames import Leave
from app.ipc.gateway_client import GatewayClient
from app.ipc.gateway_frames import Send, ToGateway
from app.services.cloud_policy import must_be_allowed
from app.services.cloud_service import CloudService
from app.services.policy import policy_file
from app.services.provider_keys import ProviderKeys
from app.services.workroom import Workroom
from tests.vault.keyring_in_memory import KeyringInMemory, opened_by_keyring

MADE_UP_KEY = "sk-" + "test-" + "a1B2" * 8
PROVIDER = make_provider("House", "openai", "https://models.example.org/v1", "big-1")
GRANT = Grant("c1", "House", str(PROVIDER.origin), 0, typed=True)
TYPED = Span("What is new?", frozenset({Label(LabelKind.TYPED, at_ms=5)}))
PATIENCE_S = 60.0


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        (None, True),
        ('{"cloud": "ask"}', True),
        ('{"cloud": "never"}', False),
        ('{"cloud": true}', False),
        ("{}", False),
        ("never", False),
        ("", False),
        ("[" * 50_000, False),
    ],
)
def test_the_administrators_file_can_only_forbid(tmp_path: Path, text: str | None, allowed: bool) -> None:
    path = tmp_path / "policy.json"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    if allowed:
        must_be_allowed(path)
    else:
        with pytest.raises(CloudError) as caught:
            must_be_allowed(path)
        assert caught.value.code == "cloud_forbidden"


@pytest.mark.parametrize(
    ("listed", "allowed"),
    [
        ('["https://models.example.org"]', True),
        ('["https://models.example.org:443/v1/", "nonsense"]', True),
        ('["https://other.example.org", "https://models.example.org:8443", "http://127.0.0.1:11434"]', False),
        ("[]", False),
        ('"https://models.example.org"', False),
        ("null", False),
        ("[[7]]", False),
    ],
)
def test_the_administrators_file_can_list_who_may_be_asked(
    tmp_path: Path, listed: str, allowed: bool
) -> None:
    path = tmp_path / "policy.json"
    path.write_text(f'{{"cloud": "ask", "origins": {listed}}}', encoding="utf-8")
    must_be_allowed(path)  # somebody may be asked
    if allowed:
        must_be_allowed(path, Origin("https", "models.example.org", 443))
    else:
        with pytest.raises(CloudError) as caught:
            must_be_allowed(path, Origin("https", "models.example.org", 443))
        assert caught.value.code == "cloud_origin_forbidden"


def test_a_policy_that_cannot_be_read_forbids(tmp_path: Path) -> None:
    (tmp_path / "policy.json").mkdir()
    with pytest.raises(CloudError):
        must_be_allowed(tmp_path / "policy.json")
    if os.name == "posix":
        assert policy_file().is_absolute()


def test_a_key_is_found_under_its_own_origin_only() -> None:
    keyring = KeyringInMemory()
    here = Origin("https", "models.example.org", 443)
    assert ProviderKeys("profile", keyring).keep(here, MADE_UP_KEY)
    later = ProviderKeys("profile", keyring)  # the next start
    assert later.get(here) == MADE_UP_KEY
    for other in (Origin("https", "models.example.org", 444), Origin("http", "models.example.org", 443)):
        assert later.get(other) == ""
    assert later.get(Origin("https", "models.example.com", 443)) == ""
    assert ProviderKeys("another profile", keyring).get(here) == ""
    later.forget(here)
    assert (keyring.held, later.get(here)) == ({}, "")


def test_a_key_without_a_keyring_or_for_once_ends_with_the_session() -> None:
    keyring = KeyringInMemory()
    here = Origin("https", "models.example.org", 443)
    for keys in (ProviderKeys("profile", None), ProviderKeys("profile", keyring)):
        assert not keys.keep(here, MADE_UP_KEY, lasting=False)
        assert keys.get(here) == MADE_UP_KEY
        assert keys.get(Origin("https", "models.example.org", 444)) == ""
    assert keyring.held == {}


@pytest.mark.parametrize("key", ["", "two words", "line\nbreak", "ключ", "x" * 5000])
def test_what_is_no_key_is_not_kept(key: str) -> None:
    keyring = KeyringInMemory()
    with pytest.raises(CloudError) as caught:
        ProviderKeys("profile", keyring).keep(Origin("https", "a.example", 443), key)
    assert (caught.value.code, keyring.held) == ("key_unusable", {})


def test_a_proxys_password_is_found_for_its_own_user_and_address_only() -> None:
    keyring = KeyringInMemory()
    here = parse_proxy("socks5://anna@127.0.0.1:9050")
    assert ProviderKeys("profile", keyring).keep_password(here, "two words")
    later = ProviderKeys("profile", keyring)
    assert later.password(here) == "two words"
    for other in ("socks5://berta@127.0.0.1:9050", "socks5://anna@127.0.0.1:9051", "socks5://127.0.0.1:9050"):
        assert later.password(parse_proxy(other)) == ""
    later.forget(here)
    assert (keyring.held, later.password(here)) == ({}, "")
    for bad in ("", "line\nbreak", "ü" * 128):
        with pytest.raises(CloudError) as caught:
            later.keep_password(here, bad)
        assert (caught.value.code, keyring.held) == ("proxy_password_unusable", {})


def test_without_the_password_of_a_proxys_user_nothing_is_asked_for(tmp_path: Path) -> None:
    asked: list[str] = []

    def gateway() -> "Connection[bytes, bytes]":
        asked.append("gateway")
        raise CloudError("gateway_not_started")

    through = replace(PROVIDER, proxy="socks5://anna@127.0.0.1:9050")
    payload = connection_test(through)
    with service(tmp_path / "profile", gateway, tmp_path / "policy.json") as (cloud, room):
        with pytest.raises(CloudError) as caught:
            room.do(lambda: cloud.send(payload, through, None, "test")).result()
        assert (caught.value.code, asked) == ("proxy_password_missing", [])
        assert room.do(cloud.ledger.entries).result() == []


@contextmanager
def service(folder: Path, start: "object", policy: Path) -> Iterator[tuple[CloudService, Workroom]]:
    room = Workroom()
    vault = room.do(lambda: opened_by_keyring(folder)).result()
    client = GatewayClient(start)  # type: ignore[arg-type]
    keys = ProviderKeys(vault.profile_id, None)
    try:
        yield CloudService(room, client, vault.ledger, keys, vault.settings, policy), room
    finally:
        room.do(vault.close).result()
        room.close()


def test_blocked_forbidden_or_without_a_gateway_nothing_is_sent_and_the_ledger_is_true(
    tmp_path: Path,
) -> None:
    def no_gateway() -> "Connection[bytes, bytes]":
        raise CloudError("gateway_not_started")

    policy = tmp_path / "policy.json"
    payload = compose([LabelledTurn(Role.USER, (TYPED,))], GRANT, PROVIDER, Wanted("big-1"))
    with service(tmp_path / "profile", no_gateway, policy) as (cloud, room):

        def refused() -> str:
            with pytest.raises(CloudError) as caught:
                room.do(lambda: cloud.send(payload, PROVIDER, GRANT, "test")).result()
            return caught.value.code

        room.do(lambda: cloud.block(True)).result()
        assert refused() == "cloud_blocked"
        room.do(lambda: cloud.block(False)).result()
        policy.write_text('{"cloud": "never"}', encoding="utf-8")
        assert refused() == "cloud_forbidden"
        policy.write_text('{"cloud": "ask", "origins": []}', encoding="utf-8")
        assert refused() == "cloud_origin_forbidden"
        policy.unlink()
        assert room.do(cloud.ledger.entries).result() == []
        request = room.do(lambda: cloud.send(payload, PROVIDER, GRANT, "test")).result()
        error = request.result.exception()
        assert isinstance(error, CloudError)
        assert error.code == "gateway_not_started"
        (entry,) = room.do(cloud.ledger.entries).result()
        assert (entry.outcome, entry.code, entry.sent_bytes) == (Outcome.NOT_SENT, "gateway_not_started", 0)


def test_a_gateway_that_died_may_have_sent_everything(tmp_path: Path) -> None:
    payload = compose([LabelledTurn(Role.USER, (TYPED,))], GRANT, PROVIDER, Wanted("big-1"))

    def dies() -> "Connection[bytes, bytes]":
        ours, theirs = multiprocessing.Pipe()
        theirs.close()
        return ours

    with service(tmp_path / "profile", dies, tmp_path / "policy.json") as (cloud, room):
        request = room.do(lambda: cloud.send(payload, PROVIDER, GRANT, "test")).result()
        error = request.result.exception(PATIENCE_S)
        assert isinstance(error, CloudError) and error.code == "gateway_ended"
        (entry,) = room.do(cloud.ledger.entries).result()
        assert (entry.outcome, entry.sent_bytes) == (Outcome.BROKEN, len(payload.body))
        room.do(cloud.close).result()


def test_a_block_ends_what_is_under_way(tmp_path: Path) -> None:
    payload = compose([LabelledTurn(Role.USER, (TYPED,))], GRANT, PROVIDER, Wanted("big-1"))
    ours, theirs = multiprocessing.Pipe()
    gateway = Channel(theirs, ToGateway)
    with service(tmp_path / "profile", lambda: ours, tmp_path / "policy.json") as (cloud, room):
        request = room.do(lambda: cloud.send(payload, PROVIDER, GRANT, "test")).result()
        assert isinstance(gateway.receive(), Send)
        room.do(lambda: cloud.block(True)).result()
        assert theirs.poll(PATIENCE_S), "nobody told the gateway to end"
        assert isinstance(gateway.receive(), Leave)
        gateway.close()
        error = request.result.exception(PATIENCE_S)
        assert isinstance(error, CloudError) and error.code == "gateway_ended"


def test_what_was_composed_for_one_server_is_sent_to_no_other(tmp_path: Path) -> None:
    """Not even with the grant of the first, and not under the name of the first."""

    def no_gateway() -> "Connection[bytes, bytes]":
        raise CloudError("gateway_not_started")

    payload = compose([LabelledTurn(Role.USER, (TYPED,))], GRANT, PROVIDER, Wanted("big-1"))
    moved = make_provider("House", "openai", "https://other.example.org/v1", "big-1")
    with service(tmp_path / "profile", no_gateway, tmp_path / "policy.json") as (cloud, room):
        with pytest.raises(CloudError) as caught:
            room.do(lambda: cloud.send(payload, moved, GRANT, "test")).result()
        assert caught.value.code == "grant_elsewhere"
        assert room.do(cloud.ledger.entries).result() == []
