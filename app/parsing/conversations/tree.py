"""Building one conversation out of another program's nodes. In the throw-away process.

Nodes come in any order and may be of no use to us (tools, hidden ones): what hangs below such a node is hung below the
one above it. Loops and missing parents make a beginning.
"""

from collections import Counter
from dataclasses import dataclass, replace

from app.domain.conversation import Role
from app.domain.errors import DocumentError
from app.domain.imported import ImportedConversation, ImportedMessage
from app.parsing.output import one_line

_MESSAGES_LIMIT = 200_000
_CHARACTERS_LIMIT = 12 * 1024 * 1024  # one conversation is one frame
_TITLE_LIMIT_CHARACTERS = 200


@dataclass(frozen=True, slots=True)
class Node:
    """One node as the file has it. `role` None: only a link between others; its `thinking` goes to what follows."""

    id: str
    parent: str
    role: Role | None = None
    text: str = ""
    thinking: str = ""
    created_ms: int = 0
    model: str = ""
    provider: str = ""


class Tree:
    """Gathers nodes. `lost` counts what is left behind, by the kinds of `app.domain.imported.LOST`."""

    def __init__(self) -> None:
        self.lost: Counter[str] = Counter()
        self._nodes: dict[str, Node] = {}

    def add(self, node: Node) -> None:
        """Add a node; the first of a name counts. Raises DocumentError when there are too many."""
        if len(self._nodes) >= _MESSAGES_LIMIT:
            raise DocumentError("document_too_much_text")
        self._nodes.setdefault(node.id, node)

    def chain(self, node: Node) -> str:
        """Add a node behind the last one. Its name."""
        last = next(reversed(self._nodes), "")
        named = replace(node, id=node.id or f"n{len(self._nodes)}", parent=last)
        self.add(named)
        return named.id

    def conversation(
        self,
        program: str,
        id: str,
        title: str,
        *,
        created_ms: int = 0,
        updated_ms: int = 0,
        system_prompt: str = "",
        model: str = "",
        leaf: str = "",
    ) -> ImportedConversation:
        """The conversation. Raises DocumentError when it is longer than is sensible."""
        kept, stands_for = self._kept()
        kept, merged = _joined(kept)
        shown = stands_for.get(leaf, "")
        first = next((message.text for message in kept if message.role is Role.USER), "")
        return ImportedConversation(
            program=program,
            id=one_line(id),
            title=one_line(title, _TITLE_LIMIT_CHARACTERS) or one_line(first, 60),
            created_ms=created_ms or min((m.created_ms for m in kept if m.created_ms), default=0),
            updated_ms=updated_ms or max((m.created_ms for m in kept), default=0),
            system_prompt=system_prompt,
            model=one_line(model),
            leaf=merged.get(shown, shown),
            messages=tuple(kept),
            lost={kind: count for kind, count in self.lost.items() if count},
        )

    def _kept(self) -> tuple[list[ImportedMessage], dict[str, str]]:
        """The messages, parents first, and which of them each node stands for."""
        stands_for: dict[str, str] = {"": ""}
        carried: dict[str, str] = {"": ""}
        kept: list[ImportedMessage] = []
        characters = 0
        for node in self._parents_first():
            above = stands_for.get(node.parent, "")
            thinking = "\n\n".join(part for part in (carried.get(node.parent, ""), node.thinking) if part)
            if node.role is None or not (node.text.strip() or thinking):
                stands_for[node.id], carried[node.id] = above, thinking
                continue
            stands_for[node.id], carried[node.id] = node.id, ""
            if node.role is Role.USER:
                thinking = ""
            characters += len(node.text) + len(thinking)
            if characters > _CHARACTERS_LIMIT:
                raise DocumentError("document_too_much_text")
            kept.append(
                ImportedMessage(
                    node.id,
                    above,
                    node.role,
                    node.text,
                    thinking,
                    node.created_ms,
                    one_line(node.model),
                    one_line(node.provider),
                )
            )
        return kept, stands_for

    def _parents_first(self) -> list[Node]:
        ordered: list[Node] = []
        placed: set[str] = set()
        for start in self._nodes:
            path: dict[str, None] = {}  # a loop begins where it was entered
            current = start
            while current in self._nodes and current not in placed and current not in path:
                path[current] = None
                current = self._nodes[current].parent
            placed.update(path)
            ordered += [self._nodes[name] for name in reversed(path)]
        return ordered


def _joined(messages: list[ImportedMessage]) -> tuple[list[ImportedMessage], dict[str, str]]:
    """Answers that follow each other without a question become one, where no branch begins between them."""
    children: Counter[str] = Counter(message.parent for message in messages)
    joined: dict[str, ImportedMessage] = {}
    merged: dict[str, str] = {}
    for message in messages:
        parent = merged.get(message.parent, message.parent)
        above = joined.get(parent)
        alone = children[message.parent] == 1
        if above is not None and alone and above.role is message.role is Role.ASSISTANT:
            merged[message.id] = parent
            joined[parent] = replace(
                above,
                text="\n\n".join(part for part in (above.text, message.text) if part.strip()),
                thinking="\n\n".join(part for part in (above.thinking, message.thinking) if part),
                model=above.model or message.model,
            )
        else:
            joined[message.id] = replace(message, parent=parent)
    return list(joined.values()), merged
