"""One permitted download: a file's bytes, or the list of a repository's files. Gateway process, main thread.

Bytes are handed on as they come, in pieces; whoever asked writes and checks them. A redirect is told and not
followed. No key and no word of a person is in such a request.
"""

import math
import re
import time
from collections.abc import Callable
from dataclasses import replace

import httpcore

from app.domain.errors import CloudError
from app.domain.permit import Purpose, check
from app.gateway.exchange import Headers, exchange, host_header, must_be_plain
from app.gateway.hub_listing import read_listing
from app.gateway.limits import Limits
from app.gateway.line import Watch
from app.ipc.frames import Ending
from app.ipc.gateway_frames import Begun, Chunk, Elsewhere, Fetch, Fetched

CHUNK_BYTES = 256 * 1024
SILENCE_S = 60.0
VALIDATOR_LIMIT_CHARS = 200
LOCATION_LIMIT_CHARS = 8000
_CONTENT_RANGE = re.compile(rb"bytes (\d{1,15})-(\d{1,15})/(\d{1,15})")
_VALIDATOR = re.compile(rb'"[\x21\x23-\x7e]{1,190}"')
_REFUSALS = {
    401: "download_needs_account",
    403: "download_needs_account",
    404: "download_not_there",
    410: "download_not_there",
    416: "download_wrong_range",
    429: "server_busy",
}


def fetch(
    asked: Fetch,
    used: set[str],
    limits: Limits,
    *,
    raise_if_cancelled: Callable[[], None],
    leaving: Callable[[str], None],
    tell: Callable[[Begun | Chunk], None],
) -> Ending:
    """Ask for `asked` if its permit allows it and pass on what comes; how it ended.

    `tell` gets what came, and may take its time: nothing more is read until it returns. Errors: CloudError; Cancelled.
    """
    permit = asked.permit
    check(permit, asked.origin, b"", time.monotonic_ns(), used)
    if permit.purpose is not Purpose.DOWNLOAD_MODEL:
        raise CloudError("permit_purpose")
    # A large file takes hours: it may, as long as something comes.
    patient = replace(limits, total_s=math.inf, silence_s=min(limits.silence_s, SILENCE_S))
    watch = Watch(permit.origin, patient, raise_if_cancelled, leaving)
    with exchange(
        permit, watch, _headers(asked), own=asked.own, authority=asked.authority, proxy=asked.proxy
    ) as response:
        origin = str(permit.origin)
        if 300 <= response.status < 400 and response.status != 304:
            return Elsewhere(asked.job, _location(response, origin))
        _must_be_good(response, origin)
        fields = must_be_plain(response, origin)
        if asked.listing:
            return read_listing(response.iter_stream(), asked.job, origin, limits)
        begun = _begun(asked, response.status, fields, origin)
        tell(begun)
        return Fetched(asked.job, _pass_on(response, asked, begun, tell, origin))


def _headers(asked: Fetch) -> Headers:
    """All that is sent. Nothing says what computer or program this is."""
    headers = [
        host_header(asked.permit),
        ("Accept", "application/json" if asked.listing else "*/*"),
        ("Accept-Encoding", "identity"),
        ("Connection", "close"),
    ]
    if asked.first_byte > 0 and not asked.listing:
        headers.append(("Range", f"bytes={asked.first_byte}-"))
        if _VALIDATOR.fullmatch(asked.validator.encode("ascii", "replace")):
            headers.append(("If-Range", asked.validator))
    return headers


def _must_be_good(response: httpcore.Response, origin: str) -> None:
    status = response.status
    if status in (200, 206):
        return
    if status >= 500:
        raise CloudError("server_troubled", origin=origin, status=status)
    raise CloudError(_REFUSALS.get(status, "server_refused"), origin=origin, status=status)


def _location(response: httpcore.Response, origin: str) -> str:
    found = next((value for name, value in response.headers if name.lower() == b"location"), b"")
    if not found or len(found) > LOCATION_LIMIT_CHARS:
        raise CloudError("reply_not_understood", origin=origin)
    return found.decode("ascii", "replace")


def _begun(asked: Fetch, status: int, fields: dict[bytes, bytes], origin: str) -> Begun:
    """Where the bytes that come belong. Errors: CloudError download_wrong_range, download_is_page."""
    if fields.get(b"content-type", b"").lower().startswith(b"text/html"):
        raise CloudError("download_is_page", origin=origin)
    tag = fields.get(b"etag", b"").strip()
    validator = tag.decode("ascii") if _VALIDATOR.fullmatch(tag) else ""
    length = fields.get(b"content-length", b"")
    if status == 200:
        size = int(length) if length.isdigit() and len(length) <= 15 else -1
        return Begun(asked.job, 0, size, validator)
    found = _CONTENT_RANGE.fullmatch(fields.get(b"content-range", b"").strip())
    if found is None:
        raise CloudError("download_wrong_range", origin=origin)
    first, last, size = (int(number) for number in found.groups())
    if first != asked.first_byte or last != size - 1:
        raise CloudError("download_wrong_range", origin=origin)
    return Begun(asked.job, first, size, validator)


def _pass_on(
    response: httpcore.Response,
    asked: Fetch,
    begun: Begun,
    tell: Callable[[Begun | Chunk], None],
    origin: str,
) -> int:
    waiting, received, room = bytearray(), 0, asked.most_bytes - begun.first_byte
    try:
        for piece in response.iter_stream():
            received += len(piece)
            if received > room:
                raise CloudError("download_too_long", origin=origin)
            waiting += piece
            if len(waiting) >= CHUNK_BYTES:
                tell(Chunk(asked.job, bytes(waiting)))
                waiting.clear()
    finally:
        # What came before the end is kept, whatever the end is: the next request begins behind it.
        if waiting and received <= room:
            tell(Chunk(asked.job, bytes(waiting)))
    return received
