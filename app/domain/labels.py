"""Text that remembers where it came from. Pure; any process.

Every stretch of text (a span) carries labels. What is made of other text carries the labels of all that was in
view when it was made: an answer may repeat its question, a title its conversation, a summary its documents. So
labels are only ever added, and whether text may leave is asked of its labels and never of its words.
"""

import enum
import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from app.domain.conversation import Role


class LabelKind(enum.StrEnum):
    """What a stretch of text is. The values are kept in the vault and never change."""

    PROGRAM = "program"  # constant words of Hearth itself
    SYSTEM_PROMPT = "system_prompt"
    TYPED = "typed"
    LOCAL_ANSWER = "local_answer"
    CLOUD_ANSWER = "cloud_answer"  # subject: the origin that wrote it
    DOCUMENT = "document"  # subject: the file's path
    UNKNOWN = "unknown"  # from before labels were kept, or unreadable: goes nowhere


@dataclass(frozen=True, slots=True, order=True)
class Label:
    """One origin of a text. `subject` says which document or server; `at_ms` when it was written."""

    kind: LabelKind
    subject: str = ""
    at_ms: int = 0


Labels = frozenset[Label]
PROGRAM = frozenset({Label(LabelKind.PROGRAM)})
UNKNOWN = frozenset({Label(LabelKind.UNKNOWN)})


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text and where it came from. Without a label it would pass everywhere: that is a bug."""

    text: str
    labels: Labels

    def __post_init__(self) -> None:
        if not self.labels:
            raise ValueError("a span has at least one label")


@dataclass(frozen=True, slots=True)
class LabelledTurn:
    """One message as a model gets it."""

    role: Role
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(span.text for span in self.spans)


def joined(groups: Iterable[Labels]) -> Labels:
    """All labels of several texts; of those that differ by age only the oldest and the newest.

    Both, because a grant may let go what was typed since, or what was typed before, without the other.
    """
    ages: dict[tuple[LabelKind, str], tuple[Label, Label]] = {}
    for group in groups:
        for label in group:
            oldest, newest = ages.get((label.kind, label.subject), (label, label))
            ages[label.kind, label.subject] = (min(oldest, label), max(newest, label))
    return frozenset(label for pair in ages.values() for label in pair)


def labels_of(spans: Iterable[Span]) -> Labels:
    """All labels of these spans."""
    return joined(span.labels for span in spans)


def derived(text: str, own: Label | None, in_view: Iterable[Span]) -> Span:
    """`text` that was made with `in_view` before its maker's eyes: an answer, a title, a summary, an excerpt."""
    groups = [labels_of(in_view), frozenset() if own is None else frozenset({own})]
    return Span(text, joined(groups) or PROGRAM)


@dataclass(frozen=True, slots=True)
class Grant:
    """What a person lets one conversation send to one server. All off at first.

    Attributes:
        conversation: the conversation's id, or the id of a question that belongs to none.
        provider: the name the person gave the server. `origin`: what the permit will be bound to.
        since_ms: when it was granted: what was typed from then on is `typed`, all before `earlier`.
        documents: the paths of the files that may go.
    """

    conversation: str
    provider: str
    origin: str
    since_ms: int
    typed: bool = False
    earlier: bool = False
    earlier_answers: bool = False
    system_prompt: bool = False
    documents: frozenset[str] = field(default_factory=frozenset)

    def allows(self, label: Label) -> bool:
        """Whether text with this label may go."""
        if label.kind is LabelKind.PROGRAM:
            return True
        if label.kind is LabelKind.SYSTEM_PROMPT:
            return self.system_prompt
        if label.kind is LabelKind.TYPED:
            return self.typed if label.at_ms >= self.since_ms else self.earlier
        if label.kind is LabelKind.LOCAL_ANSWER:
            return self.earlier_answers
        if label.kind is LabelKind.CLOUD_ANSWER:
            # What this server wrote it knows already; another one's words are an earlier answer like others.
            return self.earlier_answers or (label.subject == self.origin and self.typed)
        if label.kind is LabelKind.DOCUMENT:
            return label.subject in self.documents
        return False

    def refused(self, labels: Labels) -> tuple[Label, ...]:
        """Those that may not go, in a stable order."""
        return tuple(sorted(label for label in labels if not self.allows(label)))


def permitted(turns: Iterable[LabelledTurn], grant: Grant) -> tuple[LabelledTurn, ...]:
    """The turns whose every span may go; a turn with one that may not is left out whole."""
    return tuple(turn for turn in turns if not grant.refused(labels_of(turn.spans)))


def labels_text(labels: Labels) -> str:
    """Labels as they are kept."""
    return json.dumps([[label.kind, label.subject, label.at_ms] for label in sorted(labels)])


def labels_from(text: str) -> Labels:
    """Labels as kept. What can't be read, or comes from a newer Hearth, is UNKNOWN and goes nowhere."""
    try:
        found = frozenset(
            Label(LabelKind(kind), _text(subject), _number(at_ms))
            for kind, subject, at_ms in json.loads(text)
        )
    except (ValueError, TypeError):
        return UNKNOWN
    return found or UNKNOWN


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _number(value: object) -> int:
    if type(value) is not int:
        raise TypeError
    return value
