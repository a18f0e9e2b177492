"""ChatGPT's export: `conversations.json`, a list of trees of nodes. In the throw-away process.

{"title", "create_time", "update_time", "id" or "conversation_id", "current_node", "default_model_slug",
 "mapping": {id: {"id", "parent", "children", "message": null or
    {"author": {"role"}, "create_time", "content": {"content_type", "parts" or "text" or "thoughts"},
     "metadata": {"model_slug", "is_visually_hidden_from_conversation", "attachments"}, "recipient"}}}}
"""

from typing import Any

from app.domain.conversation import Role
from app.domain.imported import ImportedConversation
from app.parsing.conversations.tree import Node, Tree
from app.parsing.conversations.values import items, mapping, moment_ms, objects, text

_PICTURE = "image_asset_pointer"
_AUDIO = ("audio_asset_pointer", "real_time_user_audio_video_asset_pointer", "video_container_asset_pointer")
_INSTRUCTIONS = ("user_editable_context", "model_editable_context")
_TOOLS = ("code", "execution_output", "tether_browsing_display", "tether_quote", "computer_output")


def is_conversation(value: dict[str, Any]) -> bool:
    """Whether an object is one of its conversations."""
    return isinstance(value.get("mapping"), dict)


def read(value: dict[str, Any]) -> ImportedConversation:
    """One conversation."""
    tree = Tree()
    for name, found in mapping(value.get("mapping")).items():
        node = mapping(found)
        tree.add(_node(tree, text(name), text(node.get("parent")), mapping(node.get("message"))))
    return tree.conversation(
        "chatgpt",
        text(value.get("conversation_id")) or text(value.get("id")),
        text(value.get("title")),
        created_ms=moment_ms(value.get("create_time")),
        updated_ms=moment_ms(value.get("update_time")),
        model=text(value.get("default_model_slug")),
        leaf=text(value.get("current_node")),
    )


def _node(tree: Tree, name: str, parent: str, message: dict[str, Any]) -> Node:
    link = Node(name, parent)
    if not message:
        return link
    content, metadata = mapping(message.get("content")), mapping(message.get("metadata"))
    kind = text(content.get("content_type"))
    tree.lost["files"] += len(items(metadata.get("attachments")))
    if kind in _INSTRUCTIONS:
        tree.lost["instructions"] += bool(
            text(content.get("user_profile")) or text(content.get("user_instructions"))
        )
        return link
    if kind == "thoughts":
        return Node(name, parent, thinking=_thoughts(content))
    if metadata.get("is_visually_hidden_from_conversation") or kind == "reasoning_recap":
        return link
    role = {"user": Role.USER, "assistant": Role.ASSISTANT}.get(
        text(mapping(message.get("author")).get("role"))
    )
    to_a_tool = text(message.get("recipient")) not in ("", "all")
    if role is None or to_a_tool or kind in _TOOLS:
        tree.lost["tools"] += bool(_words(tree, content)) and role is not Role.USER
        return link
    return Node(
        name,
        parent,
        role,
        _words(tree, content),
        created_ms=moment_ms(message.get("create_time")),
        model=text(metadata.get("model_slug")),
    )


def _words(tree: Tree, content: dict[str, Any]) -> str:
    words = [text(content.get("text"))]
    for part in items(content.get("parts")):
        if isinstance(part, str):
            words.append(text(part))
        elif isinstance(part, dict):
            kind = text(part.get("content_type"))
            words.append(text(part.get("text")))  # what was said, of a spoken message
            if kind == _PICTURE:
                tree.lost["pictures"] += 1
            elif kind in _AUDIO:
                tree.lost["audio"] += 1
            elif not words[-1]:
                tree.lost["other"] += 1
    return "\n\n".join(part for part in words if part.strip())


def _thoughts(content: dict[str, Any]) -> str:
    thoughts = [
        text(thought.get("content")) or text(thought.get("summary"))
        for thought in objects(content.get("thoughts"))
    ]
    return "\n\n".join(thought for thought in thoughts if thought.strip())
