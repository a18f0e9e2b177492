"""Open WebUI's export: a list of chats, each with a tree of messages. In the throw-away process.

    {"id", "title", "created_at", "updated_at", "chat": {"title", "models": [name], "params": {"system"},
     "history": {"currentId", "messages": {id: {"id", "parentId", "role", "content", "timestamp", "model", "files"}}},
     "messages": [the branch that is shown, in older exports the only one]}}

Thinking stands in an answer's text, as `<details type="reasoning"><summary>...</summary>\\n> quoted\\n</details>`.
"""

import html
import re
from typing import Any

from app.domain.conversation import Role
from app.domain.imported import ImportedConversation
from app.parsing.conversations.tree import Node, Tree
from app.parsing.conversations.values import items, mapping, moment_ms, objects, text

_DETAILS = re.compile(r"<details\b([^>]*)>\s*(?:<summary>.*?</summary>)?(.*?)</details>\s*", re.DOTALL)
_ROLES = {"user": Role.USER, "assistant": Role.ASSISTANT}


def is_conversation(value: dict[str, Any]) -> bool:
    """Whether an object is one of its chats."""
    chat = mapping(value.get("chat"))
    return isinstance(chat.get("history"), dict) or isinstance(chat.get("messages"), list)


def read(value: dict[str, Any]) -> ImportedConversation:
    """One chat."""
    chat = mapping(value.get("chat"))
    history = mapping(chat.get("history"))
    tree = Tree()
    system = [text(mapping(chat.get("params")).get("system"))]
    messages = mapping(history.get("messages"))
    for name, found in messages.items():
        message = mapping(found)
        _add(tree, system, text(name), text(message.get("parentId")), message)
    leaf = text(history.get("currentId"))
    if not messages:
        for message in objects(chat.get("messages")):
            leaf = _add(tree, system, text(message.get("id")), "", message, chained=True)
    models = [text(model) for model in items(chat.get("models"))]
    return tree.conversation(
        "open_webui",
        text(value.get("id")),
        text(value.get("title")) or text(chat.get("title")),
        created_ms=moment_ms(value.get("created_at")) or moment_ms(chat.get("timestamp")),
        updated_ms=moment_ms(value.get("updated_at")),
        system_prompt=next((one for one in system if one.strip()), ""),
        model=models[0] if models else "",
        leaf=leaf,
    )


def _add(
    tree: Tree, system: list[str], name: str, parent: str, message: dict[str, Any], chained: bool = False
) -> str:
    role = _ROLES.get(text(message.get("role")))
    words, thinking = text(message.get("content")), ""
    if not words and isinstance(message.get("content"), list):
        words = "\n\n".join(text(part.get("text")) for part in objects(message["content"]))
    if text(message.get("role")) == "system":
        system.append(words)
    elif role is Role.ASSISTANT:
        words, thinking = _without_details(tree, words)
    for file in objects(message.get("files")):
        tree.lost["pictures" if text(file.get("type")) == "image" else "files"] += 1
    tree.lost["sources"] += len(items(message.get("sources")) or items(message.get("citations")))
    node = Node(
        name, parent, role, words, thinking, moment_ms(message.get("timestamp")), text(message.get("model"))
    )
    if chained:
        return tree.chain(node)
    tree.add(node)
    return name


def _without_details(tree: Tree, words: str) -> tuple[str, str]:
    """The answer and its thinking; steps of tools are left behind."""
    thinking: list[str] = []

    def take(match: re.Match[str]) -> str:
        if 'type="reasoning"' in match[1]:
            lines = html.unescape(match[2]).strip().split("\n")
            thinking.append("\n".join(line.removeprefix(">").removeprefix(" ") for line in lines))
            return ""
        if 'type="tool_calls"' in match[1] or 'type="code_interpreter"' in match[1]:
            tree.lost["tools"] += 1
            return ""
        return match[0]

    if "<details" not in words:
        return words, ""
    return _DETAILS.sub(take, words).strip(), "\n\n".join(thinking)
