"""Conversations as Markdown or JSON, for people to take away. Pure functions over the vault's values."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from types import MappingProxyType

from app.domain.comparison import ComparedAnswer, Comparison, Who
from app.domain.conversation import Conversation, Folder, Message, MessageState, Role, branch
from app.domain.price import MICRO, UNKNOWN_COST

FORMAT = "hearth-conversations"
FORMAT_VERSION = 1
MILLI = 1000

Names = Mapping[str, Sequence[str]]
_NO_PICTURES: Names = MappingProxyType({})

_STATE_NOTES = {
    MessageState.STREAMING: "still being written",
    MessageState.STOPPED: "stopped",
    MessageState.INTERRUPTED: "interrupted",
    MessageState.FAILED: "failed",
}


def as_markdown(conversation: Conversation, messages: list[Message], pictures: Names = _NO_PICTURES) -> str:
    """The shown branch of one conversation as Markdown. `pictures`: the names of those of each question, by its id."""
    lines = [f"# {conversation.title}", "", f"*{_moment(conversation.created_ms)}*", ""]
    if conversation.system_prompt:
        lines += ["## System prompt", "", conversation.system_prompt, ""]
    for message in branch(messages, conversation.leaf_id):
        who = "You" if message.role is Role.USER else _author(message)
        note = _STATE_NOTES.get(message.state)
        lines += [f"## {who}" + (f" ({note})" if note else ""), ""]
        if message.thinking:
            lines += [*(f"> {line}" for line in message.thinking.splitlines()), ""]
        if message.id in pictures:
            lines += [*(f"*[picture: {name}]*" for name in pictures[message.id]), ""]
        lines += [message.text, ""]
    return "\n".join(lines).rstrip() + "\n"


def as_json(
    conversations: list[tuple[Conversation, list[Message]]],
    pictures: Names = _NO_PICTURES,
    comparisons: Sequence[Comparison] = (),
    folders: Sequence[Folder] = (),
) -> str:
    """Whole trees, every branch, as one JSON document that `hearth import` will read again.

    Of pictures it has the names (`pictures`, by their question's id); `folders` are those of the list.
    """
    names = {folder.id: folder.name for folder in folders}
    document: dict[str, object] = {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "conversations": [
            {
                "id": conversation.id,
                "title": conversation.title,
                "created": _moment(conversation.created_ms),
                "updated": _moment(conversation.updated_ms),
                "folder": names.get(conversation.folder, ""),
                "pinned": conversation.pinned,
                "system_prompt": conversation.system_prompt,
                "shown_leaf": conversation.leaf_id,
                "messages": [_message(message, pictures) for message in messages],
            }
            for conversation, messages in conversations
        ],
    }
    if comparisons:
        document["comparisons"] = [_comparison(one) for one in comparisons]
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _author(message: Message) -> str:
    """The model, and the server where one answered."""
    model = message.model or "Answer"
    return f"{model}, {message.provider}" if message.provider else model


def _message(message: Message, pictures: Names) -> dict[str, object]:
    shown = {"pictures": list(pictures[message.id])} if message.id in pictures else {}
    return shown | {
        "id": message.id,
        "parent": message.parent_id,
        "role": message.role.value,
        "text": message.text,
        "thinking": message.thinking,
        "state": message.state.value,
        "created": _moment(message.created_ms),
        "model": message.model,
        "provider": message.provider,
    }


def _comparison(comparison: Comparison) -> dict[str, object]:
    return {
        "id": comparison.id,
        "question": comparison.question,
        "created": _moment(comparison.created_ms),
        "blind": comparison.blind,
        "server_first": comparison.server_first,
        "vote": comparison.vote.value,
        "answers": [compared_facts(answer) for answer in (comparison.local, comparison.server)],
    }


def compared_facts(answer: ComparedAnswer) -> dict[str, object]:
    """One of the two answers. What isn't known is null: tokens that a server didn't tell, a price nobody typed."""
    told = answer.prompt_tokens >= 0 and answer.completion_tokens >= 0
    priced = answer.cost_micro != UNKNOWN_COST
    here = answer.who is Who.LOCAL
    return {
        "who": answer.who.value,
        "model": answer.model,
        "provider": answer.provider,
        "text": answer.text,
        "state": answer.state.value,
        "error": answer.error_code,
        "first_word_s": answer.first_word_s,
        "seconds": answer.seconds,
        "prompt_tokens": answer.prompt_tokens if told else None,
        "completion_tokens": answer.completion_tokens if told else None,
        "cost": answer.cost_micro / MICRO if priced else None,
        "currency": answer.currency,
        "cost_estimated": answer.estimated,
        "energy_wh": answer.energy_mwh / MILLI if here else None,
        "watts": answer.watts if here else None,
    }


def _moment(unix_ms: int) -> str:
    try:
        return datetime.fromtimestamp(unix_ms / 1000, UTC).isoformat(timespec="seconds")
    except (OverflowError, ValueError, OSError):  # a clock far in the past or future when it was written
        return str(unix_ms)
