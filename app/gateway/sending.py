"""One permitted request to a model's server, from the check of its permit to its last byte. Gateway process, main
thread."""

import re
import time
from collections.abc import Callable, Iterator

import httpcore

from app.domain.errors import CloudError
from app.domain.permit import Permit, Purpose, Wire, check
from app.gateway.exchange import REFUSALS, Headers, exchange, host_header, must_be_plain
from app.gateway.limits import Limits
from app.gateway.line import Watch
from app.gateway.replies import Reading, model_names
from app.ipc.gateway_frames import Replied, Send

ANTHROPIC_VERSION = "2023-06-01"
_KEY = re.compile(r"[\x21-\x7e]{1,1000}")


def send(
    asked: Send,
    used: set[str],
    limits: Limits,
    *,
    raise_if_cancelled: Callable[[], None],
    leaving: Callable[[str], None],
    grew: Callable[[str, bool], None],
) -> Replied:
    """Send `asked` if its permit allows it, and read what comes back.

    `used` are the permits that have served. `leaving(address)` is called once, when the first byte leaves;
    `grew(text, thinking)` with each piece of the answer. Errors: CloudError; Cancelled.
    """
    permit = asked.permit
    check(permit, asked.origin, asked.body, time.monotonic_ns(), used)
    if permit.wire is None:
        raise CloudError("permit_purpose")
    if asked.key and not _KEY.fullmatch(asked.key):
        raise CloudError("key_unusable")
    if asked.key and asked.key_origin != str(permit.origin):
        raise CloudError("permit_elsewhere")
    watch = Watch(permit.origin, limits, raise_if_cancelled, leaving)
    with exchange(
        permit,
        watch,
        _headers(permit, asked),
        asked.body,
        own=asked.own,
        authority=asked.authority,
        proxy=asked.proxy,
        proxy_password=asked.proxy_password,
    ) as response:
        _must_be_an_answer(response, permit)
        return _read(response.iter_stream(), asked, permit.wire, limits, grew)


def _headers(permit: Permit, asked: Send) -> Headers:
    """All that is sent beside the body. Nothing says what computer or program this is."""
    headers = [
        host_header(permit),
        ("Accept", "text/event-stream" if permit.purpose is Purpose.CHAT else "application/json"),
        ("Accept-Encoding", "identity"),
        ("Connection", "close"),
    ]
    if asked.body:
        headers += [("Content-Type", "application/json"), ("Content-Length", str(len(asked.body)))]
    if permit.wire is Wire.ANTHROPIC:
        headers.append(("anthropic-version", ANTHROPIC_VERSION))
    if asked.key:
        name, value = (
            ("x-api-key", asked.key)
            if permit.wire is Wire.ANTHROPIC
            else ("Authorization", f"Bearer {asked.key}")
        )
        headers.append((name, value))
    return headers


def _must_be_an_answer(response: httpcore.Response, permit: Permit) -> None:
    """Raise unless it is 200 of the kind that was asked for, as plain bytes. Other bodies are left unread."""
    origin, status = str(permit.origin), response.status
    if 300 <= status < 400:
        raise CloudError("server_redirected", origin=origin, status=status)
    if status in REFUSALS:
        raise CloudError(REFUSALS[status], origin=origin, status=status)
    if status >= 500:
        raise CloudError("server_troubled", origin=origin, status=status)
    if status != 200:
        raise CloudError("server_refused", origin=origin, status=status)
    wanted = b"text/event-stream" if permit.purpose is Purpose.CHAT else b"application/json"
    kind = must_be_plain(response, origin).get(b"content-type", b"").lower().partition(b";")[0].strip()
    if kind != wanted:
        raise CloudError("reply_not_understood", origin=origin)


def _read(
    pieces: Iterator[bytes], asked: Send, wire: Wire, limits: Limits, grew: Callable[[str, bool], None]
) -> Replied:
    origin = str(asked.permit.origin)
    if asked.permit.purpose is not Purpose.CHAT:
        names, prices, size = model_names(pieces, origin, limits)
        if asked.permit.purpose is not Purpose.LIST_MODELS:
            return Replied(asked.job, False, size, -1, -1)
        return Replied(asked.job, False, size, -1, -1, names, prices)
    reading = Reading(wire, origin, limits, grew)
    reading.read(pieces)
    return Replied(
        asked.job,
        reading.cut,
        reading.received_bytes,
        reading.prompt_tokens,
        reading.completion_tokens,
    )
