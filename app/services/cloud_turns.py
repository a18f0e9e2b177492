"""What of a conversation goes to a server, as labelled turns: what may not go is left out. Pure; work thread."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.conversation import Role
from app.domain.labelled_prompt import labelled_prompt
from app.domain.labels import PROGRAM, Grant, LabelKind, LabelledTurn, Labels, Span, labels_of, permitted
from app.domain.quoting import INSTRUCTIONS
from app.domain.source import Source

BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class CloudTurns:
    """`going` is what would be sent; `staying` counts the earlier messages that stay here."""

    going: tuple[LabelledTurn, ...]
    staying: int

    @property
    def labels(self) -> Labels:
        """All that would be in the server's view."""
        return labels_of(span for turn in self.going for span in turn.spans)


def cloud_turns(
    earlier: Sequence[LabelledTurn], question: str, sources: Sequence[Source], grant: Grant, at_ms: int
) -> CloudTurns:
    """The question, which was typed `at_ms`, with `sources` before it and what may go of `earlier` before them."""
    kept = permitted(earlier, grant)
    staying = sum(turn.role is not Role.SYSTEM for turn in earlier) - sum(
        turn.role is not Role.SYSTEM for turn in kept
    )
    told = [span for turn in kept if turn.role is Role.SYSTEM for span in turn.spans]
    if sources:
        told.append(Span(f"{BETWEEN}{INSTRUCTIONS}" if told else INSTRUCTIONS, PROGRAM))
    turns = [LabelledTurn(Role.SYSTEM, tuple(told))] if told else []
    for turn in (*kept, LabelledTurn(Role.USER, labelled_prompt(sources, question, at_ms))):
        if turn.role is Role.SYSTEM:
            continue
        if turns and turns[-1].role is turn.role:
            # Many servers insist that question and answer take turns.
            turns[-1] = LabelledTurn(turn.role, (*turns[-1].spans, Span(BETWEEN, PROGRAM), *turn.spans))
        else:
            turns.append(turn)
    return CloudTurns(tuple(turns), staying)


def documents_in(turns: Sequence[LabelledTurn]) -> dict[str, str]:
    """The files that earlier answers were written from: path -> the beginning of such an answer."""
    found: dict[str, str] = {}
    for turn in turns:
        for label in sorted(labels_of(turn.spans)):
            if label.kind is LabelKind.DOCUMENT:
                found.setdefault(label.subject, turn.text)
    return found
