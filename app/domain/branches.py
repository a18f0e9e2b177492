"""The tree of a conversation as a person sees it: runs of messages, and the versions they part at. Pure.

A run goes from one fork to the next; an edited question or another answer begins a new one beside the old.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.conversation import Message, Role, branch

WORDS_CHARS = 120


@dataclass(frozen=True, slots=True)
class Run:
    """Messages that follow each other with no fork between them.

    Attributes:
        first_id: its first message. To show the run is to show the newest branch through it.
        role: who that message is from.
        words: the beginning of that message's text, on one line.
        count: how many messages.
        depth: 0 for the first runs, one more for each fork before it.
        version, versions: the place among the runs that part at the same fork, from 1.
        shown: whether the branch that is shown goes through it.
        created_ms: when it began.
    """

    first_id: str
    role: Role
    words: str
    count: int
    depth: int
    version: int
    versions: int
    shown: bool
    created_ms: int


def runs(messages: Sequence[Message], leaf_id: str | None) -> list[Run]:
    """All runs, each before those that grew from it, older ones first. A message whose parent is lost begins a run."""
    children = _children(messages)
    shown = {message.id for message in branch(messages, leaf_id)}
    found: list[Run] = []
    waiting = [(one, 0, number, len(children[None])) for number, one in enumerate(children[None], 1)]
    waiting.reverse()
    while waiting:
        first, depth, version, versions = waiting.pop()
        last, count = first, 1
        while len(children[last.id]) == 1:
            last, count = children[last.id][0], count + 1
        words = " ".join(first.text[: 4 * WORDS_CHARS].split())[:WORDS_CHARS]
        found.append(
            Run(
                first.id,
                first.role,
                words,
                count,
                depth,
                version,
                versions,
                first.id in shown,
                first.created_ms,
            )
        )
        parted = children[last.id]
        more = [(one, depth + 1, number, len(parted)) for number, one in enumerate(parted, 1)]
        waiting += reversed(more)
    return found


def versions(messages: Sequence[Message], leaf_id: str | None) -> dict[str, tuple[str, ...]]:
    """For each message of the shown branch that has other versions: the ids of all, oldest first."""
    children = _children(messages)
    found: dict[str, tuple[str, ...]] = {}
    for message in branch(messages, leaf_id):
        same = [one.id for one in children[message.parent_id] if one.role is message.role]
        if len(same) > 1:
            found[message.id] = tuple(same)
    return found


def newest_leaf(messages: Sequence[Message], message_id: str) -> str:
    """The end of the branch through a message that goes, at each fork, where something was said last."""
    children = _children(messages)
    at = message_id
    for _ in messages:  # a damaged row may make a loop
        if not children[at]:
            break
        at = children[at][-1].id
    return at


def _children(messages: Sequence[Message]) -> defaultdict[str | None, list[Message]]:
    """Messages by their parents, oldest first; those whose parent is unknown have none."""
    known = {message.id for message in messages}
    children: defaultdict[str | None, list[Message]] = defaultdict(list)
    for message in sorted(messages, key=lambda one: (one.created_ms, one.id)):
        if message.role is Role.SYSTEM:
            continue
        children[message.parent_id if message.parent_id in known else None].append(message)
    return children
