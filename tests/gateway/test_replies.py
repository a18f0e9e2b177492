"""Each cap by itself: the others are far away, and without it the reply would end otherwise."""

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from app.domain.errors import CloudError
from app.domain.permit import Wire
from app.gateway.limits import Limits
from app.gateway.replies import Reading, model_names
from tests.gateway.recording_server import chunk

WORDS = f"data: {json.dumps(chunk('word '))}\n\n".encode()
LINE = b"data: " + b"x" * 3000  # no end, and no JSON
END = f"data: {json.dumps(chunk('', 'stop'))}\n\ndata: [DONE]\n\n".encode()


@pytest.mark.parametrize(
    ("cap", "pieces"),
    [
        ("body_bytes", [b": keep-alive\n"] * 200 + [END]),
        ("answer_chars", [WORDS] * 400 + [END]),
        ("line_bytes", [LINE]),
        ("line_bytes", [b"data: \n"] * 400 + [b"\n", END]),
    ],
)
def test_a_cap_breaks_a_reply_off_by_itself(cap: str, pieces: list[bytes]) -> None:
    capped = replace(Limits(), **{cap: 1000})
    with pytest.raises(CloudError) as caught:
        Reading(Wire.OPENAI, "https://a:443", capped, lambda _text, _thinking: None).read(pieces)
    assert caught.value.code == "reply_too_large"
    if pieces[-1] is END and b"data: \n" not in pieces:
        free = Reading(Wire.OPENAI, "https://a:443", Limits(), lambda _text, _thinking: None)
        free.read(pieces)
        assert free.finished


def test_nothing_is_read_on_once_a_line_is_too_long() -> None:
    """However long it would have gone on: what was read so far is all that there is in memory."""
    read: list[bytes] = []

    def endless() -> Iterator[bytes]:
        for _ in range(10_000):
            read.append(b"x" * 100)
            yield read[-1]

    capped = replace(Limits(), line_bytes=1000)
    with pytest.raises(CloudError) as caught:
        Reading(Wire.OPENAI, "https://a:443", capped, lambda _text, _thinking: None).read(endless())
    assert (caught.value.code, len(read)) == ("reply_too_large", 11)


def test_a_list_of_models_is_read_no_further_than_its_cap() -> None:
    read: list[bytes] = []

    def endless() -> Iterator[bytes]:
        for _ in range(10_000):
            read.append(b" " * 100)
            yield read[-1]
        yield b'{"data": []}'

    with pytest.raises(CloudError) as caught:
        model_names(endless(), "https://a:443", replace(Limits(), listing_bytes=1000))
    assert (caught.value.code, len(read)) == ("reply_too_large", 11)
