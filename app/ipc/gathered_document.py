"""What one throw-away process has sent of one document. Any process and thread."""

from dataclasses import replace

from app.domain.document import NOTES, OUTCOMES, DocumentFacts, Outcome, Page, Reading
from app.domain.errors import DocumentError
from app.domain.picture import Picture
from app.ipc.frames import Frame
from app.ipc.parser_frames import AllRead, FactsRead, NoText, PageDrawn, PageRead
from app.ipc.parser_process import Ended

OUTPUT_LIMIT_CHARACTERS = 64 * 1024 * 1024
PAGES_LIMIT = 100_000
_BLOCK_COSTS_CHARACTERS = 40  # about what a block takes in memory, in place of text
_LABEL_LIMIT_CHARACTERS = 500


class GatheredDocument:
    """Facts, pages or a picture as they come.

    Attributes:
        ended: how the process ended, set by whoever ran it.
        characters: about how much has come.
    """

    def __init__(self) -> None:
        self.facts = DocumentFacts("")
        self.pages: list[Page] = []
        self._drawn: PageDrawn | None = None
        self.ended = Ended(0, late=False, nonsense=False)
        self._no_text: NoText | None = None
        self._complete = False
        self.characters = 0
        self._too_long = False

    @property
    def begun(self) -> bool:
        """Whether anything has come."""
        return bool(self.pages or self.facts.kind)

    @property
    def problem(self) -> DocumentError | None:
        """What kept the process from its end; None when it got there."""
        if self._no_text is not None:
            code = self._no_text.code if self._no_text.code in OUTCOMES else "document_damaged"
            return DocumentError(code, **self._no_text.parameters)
        if self._complete:
            return None
        if self.ended.late:
            return DocumentError("document_too_slow")
        if self._too_long:
            return DocumentError("document_too_much_text")
        return DocumentError("document_crashed_reader")

    def take(self, frame: Frame) -> bool:
        """Take one frame. False: more isn't wanted."""
        if isinstance(frame, PageRead):
            page = frame.page
            self.characters += len(page.text) + len(page.label) + _BLOCK_COSTS_CHARACTERS * len(page.blocks)
            if self.characters > OUTPUT_LIMIT_CHARACTERS or len(self.pages) >= PAGES_LIMIT:
                self._too_long = True
                return False
            # Whatever it says, pages are numbered from 1 without gaps.
            number, label = len(self.pages) + 1, page.label[:_LABEL_LIMIT_CHARACTERS]
            self.pages.append(replace(page, number=number, label=label))
        elif isinstance(frame, FactsRead):
            self.facts = _bounded(frame.facts)
        elif isinstance(frame, PageDrawn):
            if not Picture(frame.width, frame.height, frame.pixels).is_whole:
                return False
            self._drawn = frame
            self._complete = True
        elif isinstance(frame, NoText):
            self._no_text = frame
        elif isinstance(frame, AllRead):
            self._complete = True
        return True

    def drawn_pixels(self) -> PageDrawn:
        """The picture that was asked for. Raises DocumentError, the reason why it never came."""
        if self.problem is not None:
            raise self.problem
        if self._drawn is None:
            raise DocumentError("document_crashed_reader")
        return self._drawn

    def reading(
        self, seconds: float, *, changed: bool = False, refused: DocumentError | None = None
    ) -> Reading:
        """What came of the document in `seconds`.

        `changed`: the file was written to while it was read, which explains whatever went wrong. `refused`: why no
        process was given it.
        """
        error = refused or self._without_words(changed)
        return Reading(
            outcome=OUTCOMES[error.code] if error else Outcome.TEXT,
            reason=error.code if error else "",
            parameters=dict(error.parameters) if error else {},
            facts=self._facts_with_notes(),
            pages=tuple(self.pages),
            seconds=seconds,
        )

    def _without_words(self, changed: bool) -> DocumentError | None:
        """Why no page has a word; None when one has: a part of a document is better than none of it."""
        if any(page.text and not page.text.isspace() for page in self.pages):
            return None
        if changed:
            return DocumentError("document_changed")
        if self.problem is not None:
            return self.problem
        if self.pages and self.facts.kind == "pdf":
            return DocumentError("document_pictures_only", pages=len(self.pages))
        return DocumentError("document_no_words")

    def _facts_with_notes(self) -> DocumentFacts:
        """The facts, with a note when the pages are not all there are."""
        notes = list(self.facts.notes)
        if self.pages and self.problem is not None:
            if self._no_text is None and self.ended.late:
                notes.append("cut_time")
            elif self._no_text is None and self._too_long:
                notes.append("cut_length")
            else:
                notes.append("partly_damaged")
        return DocumentFacts(self.facts.kind, self.facts.title, self.facts.date, tuple(dict.fromkeys(notes)))


def _bounded(facts: DocumentFacts) -> DocumentFacts:
    """What a process says of a document is no longer than it can sensibly be, and its notes are known ones."""
    return DocumentFacts(
        facts.kind[:_LABEL_LIMIT_CHARACTERS],
        facts.title[:_LABEL_LIMIT_CHARACTERS],
        facts.date[:_LABEL_LIMIT_CHARACTERS],
        tuple(note for note in facts.notes if note in NOTES),
    )
