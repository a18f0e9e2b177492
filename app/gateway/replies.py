"""What a server answers, read as hostile text: strict shapes, caps, unknown events dropped. Gateway process.

Shapes: platform.openai.com/docs/api-reference/chat-streaming, docs.anthropic.com/en/api/messages-streaming.
"""

import codecs
import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

import msgspec

from app.domain.errors import CloudError
from app.domain.permit import Wire
from app.domain.price import MICRO, MOST_MICRO, OfferedPrice
from app.gateway.limits import Limits

NAME_LIMIT_CHARS = 200
_DOLLARS = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,20})?(?:[eE]-[0-9]{1,2})?")
BAD_SHAPE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)


class _Delta(msgspec.Struct):
    content: str | None = None
    reasoning_content: str | None = None


class _Choice(msgspec.Struct):
    index: int = 0
    delta: _Delta = msgspec.field(default_factory=_Delta)
    finish_reason: str | None = None


class _OpenAiUsage(msgspec.Struct):
    prompt_tokens: int = -1
    completion_tokens: int = -1


class _Chunk(msgspec.Struct):
    choices: list[_Choice] = []
    usage: _OpenAiUsage | None = None
    error: object = None  # whatever it is: its words aren't looked at


class _AnthropicUsage(msgspec.Struct):
    input_tokens: int = -1
    output_tokens: int = -1


class _Started(msgspec.Struct):
    usage: _AnthropicUsage = msgspec.field(default_factory=_AnthropicUsage)


class _Part(msgspec.Struct):
    type: str = ""
    text: str = ""
    thinking: str = ""
    stop_reason: str | None = None


class _Event(msgspec.Struct):
    type: str
    message: _Started | None = None
    delta: _Part | None = None
    usage: _AnthropicUsage | None = None


class _Model(msgspec.Struct):
    id: str
    pricing: object = None  # of any shape: a list is no worse for an odd one


class _Listing(msgspec.Struct):
    data: list[_Model]


_chunks = msgspec.json.Decoder(_Chunk)
_events = msgspec.json.Decoder(_Event)
_listings = msgspec.json.Decoder(_Listing)


class Reading:
    """One streamed answer as it is read.

    Attributes:
        finished: whether the server said that it was done. `cut`: at its longest.
        received_bytes, prompt_tokens, completion_tokens: counts; tokens are -1 while it has said nothing.
    """

    def __init__(self, wire: Wire, origin: str, limits: Limits, grew: Callable[[str, bool], None]) -> None:
        """`grew(text, thinking)` gets each piece."""
        self.finished = False
        self.cut = False
        self.received_bytes = 0
        self.prompt_tokens = -1
        self.completion_tokens = -1
        self._wire = wire
        self._origin = origin
        self._limits = limits
        self._grew = grew
        self._characters = 0

    def read(self, pieces: Iterable[bytes]) -> None:
        """Read to the end, or to the mark that says so: what comes after that is left unread.

        Errors: CloudError reply_not_understood, reply_too_large, reply_broken_off, server_troubled.
        """
        for data in events(self._counted(pieces), self._origin, self._limits):
            if data == "[DONE]" and self._wire is Wire.OPENAI:
                self.finished = True
            else:
                self._take(data)
            if self.finished and (self._wire is Wire.ANTHROPIC or data == "[DONE]"):
                return
        if not self.finished:
            raise CloudError("reply_broken_off", origin=self._origin)

    def _counted(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        for piece in pieces:
            self.received_bytes += len(piece)
            if self.received_bytes > self._limits.body_bytes:
                raise self._too_large(self._limits.body_bytes)
            yield piece

    def _take(self, data: str) -> None:
        try:
            if self._wire is Wire.OPENAI:
                self._take_chunk(_chunks.decode(data))
            else:
                self._take_event(_events.decode(data))
        except BAD_SHAPE as error:
            raise CloudError("reply_not_understood", origin=self._origin) from error

    def _take_chunk(self, chunk: _Chunk) -> None:
        if chunk.error is not None:
            raise CloudError("server_troubled", origin=self._origin, status=200)
        if chunk.usage is not None:
            self.prompt_tokens = chunk.usage.prompt_tokens
            self.completion_tokens = chunk.usage.completion_tokens
        for choice in chunk.choices:
            if choice.index != 0:  # one answer was asked for
                continue
            self._grow(choice.delta.reasoning_content or "", thinking=True)
            self._grow(choice.delta.content or "", thinking=False)
            if choice.finish_reason is not None:
                self.finished = True
                self.cut = choice.finish_reason == "length"

    def _take_event(self, event: _Event) -> None:
        if event.type == "error":
            raise CloudError("server_troubled", origin=self._origin, status=200)
        if event.type == "message_start" and event.message is not None:
            self.prompt_tokens = event.message.usage.input_tokens
        elif event.type == "content_block_delta" and event.delta is not None:
            if event.delta.type == "text_delta":
                self._grow(event.delta.text, thinking=False)
            elif event.delta.type == "thinking_delta":
                self._grow(event.delta.thinking, thinking=True)
        elif event.type == "message_delta":
            if event.usage is not None:
                self.completion_tokens = event.usage.output_tokens
            if event.delta is not None:
                self.cut = event.delta.stop_reason == "max_tokens"
        elif event.type == "message_stop":
            self.finished = True

    def _grow(self, text: str, *, thinking: bool) -> None:
        if not text:
            return
        self._characters += len(text)
        if self._characters > self._limits.answer_chars:
            raise self._too_large(self._limits.answer_chars)
        self._grew(text, thinking)

    def _too_large(self, limit: int) -> CloudError:
        return CloudError("reply_too_large", origin=self._origin, limit_bytes=limit)


def events(pieces: Iterable[bytes], origin: str, limits: Limits) -> Iterator[str]:
    """The data of each server-sent event (WHATWG HTML, 9.2.6); comments and other fields are dropped.

    A line or an event beyond `limits.line_bytes` is CloudError reply_too_large.
    """
    data: list[str] = []
    size = 0
    for line in _lines(pieces, origin, limits):
        if not line:
            if data:
                yield "\n".join(data)
            data, size = [], 0
        elif line.startswith("data:"):
            data.append(line[6:] if line.startswith("data: ") else line[5:])
            size += len(line)
            if size > limits.line_bytes:
                raise CloudError("reply_too_large", origin=origin, limit_bytes=limits.line_bytes)
    if data:
        yield "\n".join(data)


def _lines(pieces: Iterable[bytes], origin: str, limits: Limits) -> Iterator[str]:
    """Lines that end in CR LF, LF or CR, wherever the pieces are cut; also the last one without an end."""
    decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")
    begun: list[str] = []  # of the line under way; joined once, however small the pieces are
    size = 0
    after_return = False
    for piece in pieces:
        text = decoder.decode(piece)
        if after_return and text:
            text = text.removeprefix("\n")
            after_return = False
        if text.endswith("\r"):
            after_return = True
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if "\n" not in text:
            begun.append(text)
            size += len(text)
        else:
            first, *whole, last = text.split("\n")
            yield "".join([*begun, first])
            yield from whole
            begun, size = [last], len(last)
        if size > limits.line_bytes:
            raise CloudError("reply_too_large", origin=origin, limit_bytes=limits.line_bytes)
    yield "".join(begun)


def listing_bytes(pieces: Iterable[bytes], origin: str, limits: Limits) -> bytes:
    """A whole list, read no further than its cap. Errors: CloudError."""
    body = bytearray()
    for piece in pieces:
        body += piece
        if len(body) > limits.listing_bytes:
            raise CloudError("reply_too_large", origin=origin, limit_bytes=limits.listing_bytes)
    return bytes(body)


def model_names(
    pieces: Iterable[bytes], origin: str, limits: Limits
) -> tuple[tuple[str, ...], tuple[OfferedPrice, ...], int]:
    """The names in a list of models, the prices that it says, and how many bytes it had.

    Names no person could type are left out.
    """
    body = listing_bytes(pieces, origin, limits)
    try:
        listing = _listings.decode(body)
    except BAD_SHAPE as error:
        raise CloudError("reply_not_understood", origin=origin) from error
    named = [model for model in listing.data if model.id.isprintable() and model.id][: limits.models]
    known = [model for model in named if len(model.id) <= NAME_LIMIT_CHARS]
    prices = [price for model in known if (price := _price(model)) is not None]
    return tuple(model.id for model in known), tuple(prices), len(body)


def _price(model: _Model) -> OfferedPrice | None:
    """What a model takes, where the list says it as OpenRouter does: dollars for one token, as texts."""
    said = model.pricing
    if not isinstance(said, dict):
        return None
    reading, writing = _micro(said.get("prompt")), _micro(said.get("completion"))
    if reading is None or writing is None or not (reading or writing):
        return None
    return OfferedPrice(model.id, reading, writing)


def _micro(said: object) -> int | None:
    """Millionths of a dollar for a million tokens; None for what is no price, as -1 for "it varies"."""
    if not isinstance(said, str) or not _DOLLARS.fullmatch(said):
        return None
    micro = int((Decimal(said) * MICRO * MICRO).to_integral_value())
    return micro if micro <= MOST_MICRO else None
