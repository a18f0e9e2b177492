"""LM Studio's `*.conversation.json`: a list of places, each with versions. In the throw-away process.

    {"name", "createdAt", "systemPrompt", "lastUsedModel": {"identifier"},
     "perChatPredictionConfig": {"fields": [{"key": "llm.prediction.systemPrompt", "value"}]},
     "messages": [{"currentlySelected", "versions": [
        {"type": "singleStep", "role", "content": [{"type": "text", "text"}]} or
        {"type": "multiStep", "role", "senderInfo": {"senderName"},
         "steps": [{"type": "contentBlock", "content": [...], "style": {"type": "thinking"}}]}]}]}

What follows a place belongs to the version that is selected there; the others are branches that end.
"""

from pathlib import PurePath
from typing import Any

from app.domain.conversation import Role
from app.domain.imported import ImportedConversation
from app.parsing.conversations.tree import Node, Tree
from app.parsing.conversations.values import mapping, moment_ms, objects, text

_SYSTEM = "llm.prediction.systemPrompt"
_ROLES = {"user": Role.USER, "assistant": Role.ASSISTANT}
_LOST = {"image": "pictures", "file": "files"}


def is_conversation(value: dict[str, Any]) -> bool:
    """Whether an object is one of its conversations."""
    return any("versions" in message for message in objects(value.get("messages")))


def read(value: dict[str, Any], name: str) -> ImportedConversation:
    """One conversation. `name` is its file's, which is what the program calls it by."""
    tree = Tree()
    system = [
        text(field.get("value"))
        for field in objects(mapping(value.get("perChatPredictionConfig")).get("fields"))
        if field.get("key") == _SYSTEM
    ]
    system.append(text(value.get("systemPrompt")))
    above = ""
    for place, message in enumerate(objects(value.get("messages"))):
        versions = list(objects(message.get("versions")))
        selected = message.get("currentlySelected")
        shown = selected if type(selected) is int and 0 <= selected < len(versions) else 0
        following = above
        for number, version in enumerate(versions):
            node = _node(tree, f"{place}.{number}", above, version)
            if text(version.get("role")) == "system":
                system.append(node.text)
                node = Node(node.id, above)
            tree.add(node)
            if number == shown:
                following = node.id
        above = following
    created_ms = moment_ms(value.get("createdAt"))
    return tree.conversation(
        "lm_studio",
        PurePath(name).name.partition(".")[0] if name else str(created_ms),
        text(value.get("name")),
        created_ms=created_ms,
        updated_ms=moment_ms(value.get("userLastMessagedAt")),
        system_prompt=next((one for one in system if one.strip()), ""),
        model=text(mapping(value.get("lastUsedModel")).get("identifier")),
        leaf=above,
    )


def _node(tree: Tree, name: str, parent: str, version: dict[str, Any]) -> Node:
    words: list[str] = []
    thinking: list[str] = []
    blocks = [version, *objects(version.get("steps"))]
    for block in blocks:
        is_thinking = mapping(block.get("style")).get("type") == "thinking"
        for part in objects(block.get("content")):
            kind = text(part.get("type"))
            if kind == "text":
                (thinking if is_thinking else words).append(text(part.get("text")))
            elif kind in _LOST:
                tree.lost[_LOST[kind]] += 1
            elif kind.startswith("tool"):
                tree.lost["tools"] += 1
            else:
                tree.lost["other"] += 1
    model = text(mapping(version.get("senderInfo")).get("senderName"))
    role = _ROLES.get(text(version.get("role")))
    return Node(name, parent, role, _joined(words), _joined(thinking), model=model)


def _joined(parts: list[str]) -> str:
    return "\n\n".join(part.strip("\n") for part in parts if part.strip())
