"""The makers' own packages against ours: their clients write what we write, and read replies as we read them.

Everything goes to a server on loopback that records. What they don't agree on would be a guess of ours.
"""

import json
from collections.abc import Iterable

import anthropic
import openai
import pytest
from anthropic.types import RawMessageStreamEvent
from anthropic.types.message_create_params import MessageCreateParamsStreaming
from openai.types.chat import ChatCompletionChunk
from openai.types.chat.completion_create_params import CompletionCreateParamsStreaming
from pydantic import ConfigDict, TypeAdapter, with_config

from app.cloud.payload import Wanted, compose
from app.domain.conversation import Role
from app.domain.labels import PROGRAM, Grant, Label, LabelKind, LabelledTurn, Span
from app.domain.permit import Wire
from app.domain.provider import make_provider
from app.gateway.limits import Limits
from app.gateway.replies import Reading, events, model_names
from tests.gateway.recording_server import chunk, reply, serving, stream

KEY = "sk-" + "test-" + "a1B2" * 8
SYSTEM, QUESTION, ANSWER = "Be brief.", "Wie hoch ist der Turm? ☂", "41 Meter."
OPENAI_REPLY = stream(
    {
        "id": "c1", "object": "chat.completion.chunk", "created": 1, "model": "big-1",
        "choices": [{"index": 0, "delta": {"role": "assistant", "content": ""}, "finish_reason": None}],
    },
    {"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": "big-1", **chunk("41 ")},
    {"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": "big-1", **chunk("Meter.", "length")},
    {
        "id": "c1", "object": "chat.completion.chunk", "created": 1, "model": "big-1", "choices": [],
        "usage": {"prompt_tokens": 7, "completion_tokens": 3, "total_tokens": 10},
    },
    "[DONE]",
)  # fmt: skip
ANTHROPIC_EVENTS: tuple[dict[str, object], ...] = (
    {
        "type": "message_start",
        "message": {
            "id": "m1", "type": "message", "role": "assistant", "model": "big-1", "content": [],
            "stop_reason": None, "stop_sequence": None, "usage": {"input_tokens": 11, "output_tokens": 1},
        },
    },
    {"type": "content_block_start", "index": 0, "content_block": {"type": "text", "text": ""}},
    {"type": "ping"},
    {"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": "41 "}},
    {"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": "Meter."}},
    {"type": "content_block_stop", "index": 0},
    {
        "type": "message_delta", "delta": {"stop_reason": "max_tokens", "stop_sequence": None},
        "usage": {"output_tokens": 4},
    },
    {"type": "message_stop"},
)  # fmt: skip


def _ours(wire: Wire) -> tuple[bytes, str]:
    """The body and the path that Hearth makes of a conversation with everything in it."""
    provider = make_provider("Maker", wire, "https://models.example.org/v1", "big-1")
    grant = Grant(
        "c1", "Maker", str(provider.origin), 0, typed=True, earlier=True, earlier_answers=True, system_prompt=True
    )  # fmt: skip
    typed = frozenset({Label(LabelKind.TYPED, at_ms=5)})
    answered = frozenset({Label(LabelKind.LOCAL_ANSWER), *typed})
    turns = [
        LabelledTurn(Role.SYSTEM, (Span(SYSTEM, frozenset({Label(LabelKind.SYSTEM_PROMPT)})),)),
        LabelledTurn(Role.USER, (Span("Guten Abend", typed), Span(".", PROGRAM))),
        LabelledTurn(Role.ASSISTANT, (Span("Guten Abend.", answered),)),
        LabelledTurn(Role.USER, (Span(QUESTION, typed),)),
    ]
    payload = compose(turns, grant, provider, Wanted("big-1", max_tokens=64, temperature=0.5))
    return payload.body, payload.path


def _events(raw: bytes) -> list[str]:
    """The data of each event in a recorded reply."""
    return list(events([raw.partition(b"\r\n\r\n")[2]], "https://a:443", Limits()))


def _read(raw: bytes, wire: Wire) -> tuple[str, Reading]:
    said: list[str] = []
    reading = Reading(wire, "https://a:443", Limits(), lambda text, _thinking: said.append(text))
    reading.read([raw.partition(b"\r\n\r\n")[2]])
    return "".join(said), reading


def _line_and_headers(request: bytes) -> tuple[str, dict[str, str]]:
    line, *fields = request.partition(b"\r\n\r\n")[0].decode().split("\r\n")
    return line, {name.lower(): value.strip() for name, _, value in (one.partition(":") for one in fields)}


def _parts(events_of: Iterable[dict[str, object]]) -> bytes:
    """Anthropic's stream: each event has its name on a line of its own."""
    body = "".join(f"event: {one['type']}\ndata: {json.dumps(one)}\n\n" for one in events_of)
    return reply(body.encode())


def test_openais_client_sends_what_we_send_and_reads_what_we_read() -> None:
    body, path = _ours(Wire.OPENAI)
    wanted = json.loads(body)
    with serving(OPENAI_REPLY, None) as server:
        client = openai.OpenAI(api_key=KEY, base_url=f"http://127.0.0.1:{server.port}/v1", max_retries=0)
        with client:
            chunks = list(
                client.chat.completions.create(
                    model="big-1", messages=wanted["messages"], max_tokens=64, temperature=0.5, stream=True,
                    stream_options={"include_usage": True},
                )
            )  # fmt: skip
    line, headers = _line_and_headers(server.requests[0])
    assert line == f"POST {path} HTTP/1.1"
    assert (headers["authorization"], headers["content-type"]) == (f"Bearer {KEY}", "application/json")
    assert json.loads(server.bodies[0]) == wanted
    text, reading = _read(OPENAI_REPLY, Wire.OPENAI)
    theirs = "".join(one.choices[0].delta.content or "" for one in chunks if one.choices)
    assert (text, theirs) == (ANSWER, ANSWER)
    usage = next(one.usage for one in chunks if one.usage is not None)
    assert (usage.prompt_tokens, usage.completion_tokens) == (
        reading.prompt_tokens,
        reading.completion_tokens,
    )
    finished = [one.choices[0].finish_reason for one in chunks if one.choices]
    assert (finished[-1] == "length", reading.cut) == (True, True)


def test_anthropics_client_sends_what_we_send_and_reads_what_we_read() -> None:
    body, path = _ours(Wire.ANTHROPIC)
    wanted = json.loads(body)
    raw = _parts(ANTHROPIC_EVENTS)
    with serving(raw, None) as server:
        client = anthropic.Anthropic(api_key=KEY, base_url=f"http://127.0.0.1:{server.port}", max_retries=0)
        with (
            client,
            client.messages.stream(
                model="big-1", messages=wanted["messages"], system=SYSTEM, max_tokens=64
            ) as theirs,
        ):
            message = theirs.get_final_message()
    line, _ = _line_and_headers(server.requests[0])
    assert line == f"POST {path} HTTP/1.1"
    assert json.loads(server.bodies[0]) == wanted
    text, reading = _read(raw, Wire.ANTHROPIC)
    assert text == "".join(block.text for block in message.content if block.type == "text") == ANSWER
    assert (message.usage.input_tokens, message.usage.output_tokens) == (
        reading.prompt_tokens,
        reading.completion_tokens,
    )
    assert (message.stop_reason == "max_tokens", reading.cut) == (True, True)


def test_both_clients_list_the_models_that_we_list() -> None:
    listed = {
        "object": "list", "has_more": False, "first_id": "big-1", "last_id": "small-2",
        "data": [
            {"id": name, "object": "model", "type": "model", "display_name": name, "created": 1,
             "created_at": "2026-01-01T00:00:00Z", "owned_by": "maker"}
            for name in ("big-1", "small-2")
        ],
    }  # fmt: skip
    raw = reply(json.dumps(listed).encode(), "application/json")
    ours, _, _ = model_names([raw.partition(b"\r\n\r\n")[2]], "https://a:443", Limits())
    with serving(raw, None) as server:
        place = f"http://127.0.0.1:{server.port}"
        with openai.OpenAI(api_key=KEY, base_url=f"{place}/v1", max_retries=0) as one:
            assert tuple(model.id for model in one.models.list().data) == ours
        with anthropic.Anthropic(api_key=KEY, base_url=place, max_retries=0) as other:
            assert tuple(model.id for model in other.models.list().data) == ours
    lines = [
        _line_and_headers(request)[0].partition("?")[0].removesuffix(" HTTP/1.1")
        for request in server.requests
    ]
    assert lines == ["GET /v1/models"] * 2


@pytest.mark.parametrize(
    ("wire", "shape"),
    [(Wire.OPENAI, CompletionCreateParamsStreaming), (Wire.ANTHROPIC, MessageCreateParamsStreaming)],
)
def test_our_request_has_nothing_that_the_makers_types_dont_know(wire: Wire, shape: type) -> None:
    body, _ = _ours(wire)
    request = json.loads(body)
    known = shape.__annotations__ | {
        name: note for base in shape.__mro__ for name, note in getattr(base, "__annotations__", {}).items()
    }
    assert set(request) <= set(known)
    TypeAdapter(with_config(ConfigDict(arbitrary_types_allowed=True))(shape)).validate_python(request)
    with pytest.raises(ValueError, match="messages"):
        TypeAdapter(shape).validate_python({**request, "messages": 7})


def test_the_replies_in_these_tests_are_ones_that_the_makers_types_take() -> None:
    for data in _events(OPENAI_REPLY):
        if data != "[DONE]":
            ChatCompletionChunk.model_validate_json(data)
    event: TypeAdapter[RawMessageStreamEvent] = TypeAdapter(RawMessageStreamEvent)
    for one in ANTHROPIC_EVENTS:
        if one["type"] != "ping":  # their client drops it before it is read
            event.validate_python(one)
    with pytest.raises(ValueError, match="index"):
        event.validate_python({"type": "content_block_delta", "delta": {"type": "text_delta", "text": "x"}})
