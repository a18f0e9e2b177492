"""Each cap by itself: the others are far away, and without it the reply would end otherwise."""

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from app.domain.errors import CloudError
from app.domain.permit import Wire
from app.domain.price import OfferedPrice
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


@pytest.mark.parametrize(
    ("pricing", "meant"),
    [
        ({"prompt": "0.000003", "completion": "0.000015", "image": "0"}, (3_000_000, 15_000_000)),
        ({"prompt": "1e-7", "completion": "0"}, (100_000, 0)),
        ({"prompt": "0", "completion": "0"}, None),  # free, or not said: nothing that could be counted by
        ({"prompt": "-1", "completion": "-1"}, None),  # it varies
        ({"prompt": "NaN", "completion": "0.1"}, None),
        ({"prompt": "9" * 6, "completion": "0.1"}, None),
        ({"prompt": "1e99999999", "completion": "0.1"}, None),
        ({"prompt": "\u0663", "completion": "0.1"}, None),
        ({"prompt": 0.000003, "completion": "0.000015"}, None),
        ({"prompt": "0.000003"}, None),
        ("0.000003", None),
        ([{"prompt": "0.000003"}], None),
        (None, None),
    ],
)
def test_a_price_is_read_where_the_list_says_one_and_an_odd_one_harms_nothing(
    pricing: object, meant: tuple[int, int] | None
) -> None:
    listing = json.dumps({"data": [{"id": "big-1", "pricing": pricing}, {"id": "small-2"}]}).encode()
    names, prices, size = model_names([listing], "https://a:443", Limits())
    assert (names, size) == (("big-1", "small-2"), len(listing))
    assert prices == (() if meant is None else (OfferedPrice("big-1", *meant),))
