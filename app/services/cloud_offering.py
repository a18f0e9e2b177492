"""What could go to a server beside what goes: files and earlier words that a person can allow. Pure; work thread."""

from dataclasses import replace

from app.domain.labels import LabelKind, LabelledTurn
from app.domain.quoting import numbered
from app.domain.source import Grounding, Source
from app.services.cloud_preview import OfferedDocument
from app.services.cloud_turns import documents_in

EXCERPT_CHARS = 400


def granted(found: Grounding, documents: frozenset[str]) -> Grounding:
    """The passages of the files that may go, numbered anew. What stays here had not too little room."""
    kept = [source for source in found.sources if source.path in documents]
    return replace(found, sources=numbered(kept), left_out=0)


def offered(
    earlier: tuple[LabelledTurn, ...], found: Grounding | None, granted: frozenset[str]
) -> tuple[OfferedDocument, ...]:
    """The files that passages were found in, and those that earlier answers were written from."""
    excerpts: dict[str, list[str]] = {}
    sources: tuple[Source, ...] = found.sources if found is not None else ()
    for source in sources:
        excerpts.setdefault(source.path, []).append(source.text)
    for path, answer in documents_in(earlier).items():
        excerpts.setdefault(path, [answer[:EXCERPT_CHARS]])
    return tuple(
        OfferedDocument(path, tuple(texts), path in granted) for path, texts in sorted(excerpts.items())
    )


def typed_before(earlier: tuple[LabelledTurn, ...], asked_ms: int | None, since_ms: int) -> bool:
    """Whether there is something that was typed before the server was chosen."""
    typed = [
        label.at_ms
        for turn in earlier
        for span in turn.spans
        for label in span.labels
        if label.kind is LabelKind.TYPED
    ]
    return any(at_ms < since_ms for at_ms in [*typed, *([] if asked_ms is None else [asked_ms])])
