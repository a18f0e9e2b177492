"""From labelled text to the exact bytes of a request. `compose` is the only way to words in a payload.

Pure; window or command line process. `compose` refuses a span whose labels are not all granted, whoever asks
and whatever was left out before: it is the last gate, and it never looks at the words.
"""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from app.domain.conversation import Role
from app.domain.errors import CloudError
from app.domain.labels import Grant, Label, LabelKind, LabelledTurn, labels_of
from app.domain.origin import Origin
from app.domain.permit import PATHS, Purpose, Wire
from app.domain.provider import Provider

if TYPE_CHECKING:
    from app.cloud.redaction import (  # its phone plans take 60 ms that only masking should wait for
        Item,
        Redactor,
    )

LONGEST_TOKENS = 4096  # every model in use writes as much; Anthropic's format wants a number
# Its newer models refuse `max_tokens`; others know nothing else (platform.openai.com/docs/api-reference/chat/create).
OPENAI_HOST = "api.openai.com"
BODY_LIMIT_BYTES = 16 * 1024 * 1024
_MADE_HERE = object()


@dataclass(frozen=True, slots=True)
class Wanted:
    """How the server is asked. `max_tokens` 0 and `temperature` None: the server's own choice. The temperature is a wish:
    not every format has it."""

    model: str
    max_tokens: int = 0
    temperature: float | None = None


class Payload:
    """What would leave, byte for byte. Made by `compose`, `list_models` and `connection_test` alone.

    Attributes:
        purpose, wire, origin, path, body, sha256, conversation: what a permit is bound to.
        characters: how many characters of each kind of text, and of which document, are in it.
        masked: what was masked, in the order of the turns.
        file_bytes: how much of the text, before masking, came from files.
    """

    __slots__ = (
        "body", "characters", "conversation", "file_bytes", "masked", "origin", "path", "purpose", "sha256", "wire",
    )  # fmt: skip

    def __init__(
        self,
        made_here: object,
        purpose: Purpose,
        provider: Provider,
        body: bytes,
        conversation: str,
        characters: Mapping[Label, int],
        masked: "tuple[Item, ...]",
        file_bytes: int = 0,
    ) -> None:
        if made_here is not _MADE_HERE:
            raise TypeError("only app.cloud.payload makes payloads")
        self.purpose = purpose
        self.wire = provider.wire
        self.origin: Origin = provider.origin
        self.path = provider.base_path + PATHS[purpose, provider.wire]
        self.body = body
        self.sha256 = hashlib.sha256(body).hexdigest()
        self.conversation = conversation
        self.characters: Mapping[Label, int] = dict(characters)
        self.masked = masked
        self.file_bytes = file_bytes

    @property
    def documents(self) -> tuple[str, ...]:
        """The paths of the files that words of are in it."""
        return tuple(sorted(label.subject for label in self.characters if label.kind is LabelKind.DOCUMENT))


def compose(
    turns: Sequence[LabelledTurn],
    grant: Grant,
    provider: Provider,
    wanted: Wanted,
    redactor: "Redactor | None" = None,
) -> Payload:
    """The request that asks `provider` to answer `turns`.

    Errors: CloudError grant_elsewhere when the grant is for another server, label_not_granted when any span
    may not go (nothing is made then), nothing_to_send, request_too_large.
    """
    if grant.origin != str(provider.origin) or grant.provider != provider.name or not grant.conversation:
        raise CloudError("grant_elsewhere")
    refused = grant.refused(labels_of(span for turn in turns for span in turn.spans))
    if refused:
        raise CloudError("label_not_granted", kind=str(refused[0].kind), subject_name=refused[0].subject)
    if not any(turn.role is Role.USER and turn.text.strip() for turn in turns):
        raise CloudError("nothing_to_send")
    characters: Counter[Label] = Counter()
    masked: list[Item] = []
    file_bytes = 0
    messages: list[tuple[Role, str]] = []
    for turn in turns:
        for span in turn.spans:
            for label in span.labels:
                characters[_ageless(label)] += len(span.text)
            if any(label.kind is LabelKind.DOCUMENT for label in span.labels):
                file_bytes += len(span.text.encode("utf-8", "replace"))
        text = turn.text
        if redactor is not None:
            redacted = redactor.redact(text)
            text = redacted.text
            masked += redacted.items
        messages.append((turn.role, text.encode("utf-8", "replace").decode("utf-8")))
    body = (
        _openai(messages, wanted, provider.origin.host)
        if provider.wire is Wire.OPENAI
        else _anthropic(messages, wanted)
    )
    if len(body) > BODY_LIMIT_BYTES:
        raise CloudError("request_too_large", size_bytes=len(body), limit_bytes=BODY_LIMIT_BYTES)
    return Payload(
        _MADE_HERE,
        Purpose.CHAT,
        provider,
        body,
        grant.conversation,
        characters,
        tuple(masked),
        file_bytes,
    )


def list_models(provider: Provider) -> Payload:
    """The request for a server's list of models. No words of a person are in it."""
    return Payload(_MADE_HERE, Purpose.LIST_MODELS, provider, b"", "", {}, ())


def connection_test(provider: Provider) -> Payload:
    """The request that shows whether server and key work. No words of a person are in it."""
    return Payload(_MADE_HERE, Purpose.TEST_CONNECTION, provider, b"", "", {}, ())


def _ageless(label: Label) -> Label:
    return Label(label.kind, label.subject)


def _openai(messages: Sequence[tuple[Role, str]], wanted: Wanted, host: str) -> bytes:
    """OpenAI chat completions, as most servers speak it."""
    request: dict[str, object] = {
        "model": wanted.model,
        "messages": [{"role": str(role), "content": text} for role, text in messages],
        "stream": True,
        "stream_options": {"include_usage": True},
    }
    if wanted.max_tokens:
        request["max_completion_tokens" if host == OPENAI_HOST else "max_tokens"] = wanted.max_tokens
    if wanted.temperature is not None:
        request["temperature"] = wanted.temperature
    return msgspec.json.encode(request)


def _anthropic(messages: Sequence[tuple[Role, str]], wanted: Wanted) -> bytes:
    """Anthropic messages: the system prompt stands apart, and the longest answer must be named.

    No temperature: newer models refuse a request that has one, and the maker's own client sends none any more.
    """
    system = "\n\n".join(text for role, text in messages if role is Role.SYSTEM)
    request: dict[str, object] = {
        "model": wanted.model,
        "max_tokens": wanted.max_tokens or LONGEST_TOKENS,
        "messages": [
            {"role": str(role), "content": text} for role, text in messages if role is not Role.SYSTEM
        ],
        "stream": True,
    }
    if system:
        request["system"] = system
    return msgspec.json.encode(request)
