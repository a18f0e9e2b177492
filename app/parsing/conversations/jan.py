"""Jan's threads: a folder with `thread.json` and `messages.jsonl`. In the throw-away process.

    thread.json: {"id", "object": "thread", "title", "created", "updated",
                  "assistants": [{"instructions", "model": {"id"}}]}
    messages.jsonl, one a line: {"id", "object": "thread.message", "thread_id", "role", "created_at",
                  "content": [{"type": "text", "text": {"value"}}], "attachments": [...]}

The two files are read one at a time; whoever asks joins them (`app.services.importing`).
"""

from typing import Any

from app.domain.conversation import Role
from app.domain.errors import DocumentError
from app.domain.imported import ImportedConversation
from app.parsing.conversations.tree import Node, Tree
from app.parsing.conversations.values import (
    items,
    load,
    mapping,
    moment_ms,
    objects,
    text,
    without_thinking,
)

_ROLES = {"user": Role.USER, "assistant": Role.ASSISTANT}


def is_thread(value: dict[str, Any]) -> bool:
    """Whether an object is a `thread.json`."""
    return value.get("object") == "thread" or ("assistants" in value and "messages" not in value)


def is_message(value: dict[str, Any]) -> bool:
    """Whether an object is a line of `messages.jsonl`."""
    return value.get("object") == "thread.message" or ("thread_id" in value and "content" in value)


def read_thread(value: dict[str, Any]) -> ImportedConversation:
    """What `thread.json` says: a conversation without its messages."""
    assistant: dict[str, Any] = next(objects(value.get("assistants")), {})
    return Tree().conversation(
        "jan",
        text(value.get("id")),
        text(value.get("title")) or text(mapping(value.get("metadata")).get("title")),
        created_ms=moment_ms(value.get("created")),
        updated_ms=moment_ms(value.get("updated")),
        system_prompt=text(assistant.get("instructions")),
        model=text(mapping(assistant.get("model")).get("id")),
    )


def read_messages(data: bytes) -> ImportedConversation:
    """What `messages.jsonl` says. Raises DocumentError for a line that is no message."""
    tree = Tree()
    thread, last = "", ""
    found = [load(line) for line in data.splitlines() if line.strip()]
    if not all(isinstance(value, dict) and is_message(value) for value in found):
        raise DocumentError("document_damaged")
    for value in sorted(found, key=lambda one: moment_ms(one.get("created_at"))):
        thread = thread or text(value.get("thread_id"))
        last = tree.chain(_node(tree, value))
    return tree.conversation("jan", thread, "", leaf=last)


def _node(tree: Tree, value: dict[str, Any]) -> Node:
    words: list[str] = []
    thinking: list[str] = []
    for part in objects(value.get("content")):
        kind = text(part.get("type"))
        said = text(mapping(part.get("text")).get("value")) or text(part.get("text"))
        if kind == "reasoning":
            thinking.append(said)
        elif said:
            words.append(said)
        elif kind.startswith("image"):
            tree.lost["pictures"] += 1
        elif kind.startswith("tool"):
            tree.lost["tools"] += 1
        elif kind != "text":
            tree.lost["other"] += 1
    tree.lost["files"] += len(items(value.get("attachments")))
    metadata = mapping(value.get("metadata"))
    tree.lost["tools"] += len(items(metadata.get("tool_calls")))
    answer = "\n\n".join(words)
    role = _ROLES.get(text(value.get("role")))
    if role is Role.ASSISTANT:
        answer, thought = without_thinking(answer)
        thinking.append(thought)
    return Node(
        text(value.get("id")),
        "",
        role,
        answer,
        "\n\n".join(part for part in thinking if part.strip()),
        moment_ms(value.get("created_at")),
        text(mapping(metadata.get("assistant")).get("name")),
    )
