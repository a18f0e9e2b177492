"""What `hearth export --format json` writes. In the throw-away process. See `app.services.export`."""

from dataclasses import replace
from typing import Any

from app.domain.conversation import Role
from app.domain.errors import DocumentError
from app.domain.imported import ImportedConversation
from app.parsing.conversations.tree import Node, Tree
from app.parsing.conversations.values import items, moment_ms, objects, text

FORMAT = "hearth-conversations"
VERSION = 1
_ROLES = {"user": Role.USER, "assistant": Role.ASSISTANT}


def is_export(value: dict[str, Any]) -> bool:
    """Whether an object is such a document."""
    return value.get("format") == FORMAT


def conversations(value: dict[str, Any]) -> list[dict[str, Any]]:
    """The conversations in it. Raises DocumentError for the document of a newer Hearth."""
    if value.get("version") != VERSION:
        raise DocumentError("document_newer")
    return list(objects(value.get("conversations")))


def read(value: dict[str, Any]) -> ImportedConversation:
    """One conversation."""
    tree = Tree()
    for message in objects(value.get("messages")):
        tree.add(
            Node(
                text(message.get("id")),
                text(message.get("parent")),
                _ROLES.get(text(message.get("role"))),
                text(message.get("text")),
                text(message.get("thinking")),
                moment_ms(message.get("created")),
                text(message.get("model")),
                text(message.get("provider")),
            )
        )
        tree.lost["pictures"] += len(items(message.get("pictures")))
    read = tree.conversation(
        "hearth",
        text(value.get("id")),
        text(value.get("title")),
        created_ms=moment_ms(value.get("created")),
        updated_ms=moment_ms(value.get("updated")),
        system_prompt=text(value.get("system_prompt")),
        leaf=text(value.get("shown_leaf")),
    )
    return replace(
        read, folder=" ".join(text(value.get("folder")).split()), pinned=value.get("pinned") is True
    )
