"""A question with passages of files as labelled text: word for word what `app.domain.quoting.prompt` writes. Pure."""

from collections.abc import Sequence

from app.domain.labels import PROGRAM, Label, LabelKind, Span
from app.domain.quoting import CLOSE, OPEN, defuse_fence, heading, quotable
from app.domain.source import Source


def labelled_prompt(sources: Sequence[Source], question: str, at_ms: int) -> tuple[Span, ...]:
    """The passages, each labelled with its file (its name is of the file, too), and below them what was typed."""
    typed = Span(question.strip(), frozenset({Label(LabelKind.TYPED, at_ms=at_ms)}))
    if not sources:
        return (typed,)
    spans = [Span(f"{OPEN}\n", PROGRAM)]
    for place, source in enumerate(sources):
        if place:
            spans.append(Span("\n\n", PROGRAM))
        # The question led to these passages, but their words are the file's alone.
        labels = frozenset({Label(LabelKind.DOCUMENT, source.path)})
        spans.append(Span(defuse_fence(f"{heading(source)}\n{quotable(source.text)}"), labels))
    return (*spans, Span(f"\n{CLOSE}\n\n", PROGRAM), typed)
