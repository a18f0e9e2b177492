"""What one throw-away process has sent of several small texts. Any process and thread."""

import time

from app.domain.document import Reading
from app.ipc.frames import Frame
from app.ipc.gathered_document import OUTPUT_LIMIT_CHARACTERS, GatheredDocument
from app.ipc.parser_frames import AllRead, FactsRead, NoText, PageRead, TextRead
from app.ipc.parser_process import Ended

# What the first bytes of a file say; whoever reads it alone is told the same.
_PLAIN_REASONS = frozenset({"document_kind_not_read", "document_kind_unknown", "document_picture_form"})


class GatheredTexts:
    """Texts as they come. Whatever isn't a whole text, or plainly none, is left for a process of its own.

    Attributes:
        readings: of the files in the order asked for, as far as they came; None for one to be read alone.
        ended: how the process ended, set by whoever ran it.
    """

    def __init__(self, files: int) -> None:
        """`files`: how many were asked for."""
        self.readings: list[Reading | None] = []
        self.ended = Ended(0, late=False, nonsense=False)
        self._files = files
        self._characters = 0
        self._since_s = time.monotonic()

    @property
    def begun(self) -> bool:
        """Whether anything has come."""
        return bool(self.readings)

    def take(self, frame: Frame) -> bool:
        """Take one frame. False: more isn't wanted."""
        if len(self.readings) >= self._files:
            return False
        if isinstance(frame, TextRead):
            gathered = GatheredDocument()
            parts = (FactsRead(frame.facts), *map(PageRead, frame.pages), AllRead())
            whole = all(map(gathered.take, parts))
            self._characters += gathered.characters
            if not whole or self._characters > OUTPUT_LIMIT_CHARACTERS:
                return False
            self.readings.append(gathered.reading(self._passed_s()))
        elif isinstance(frame, NoText) and frame.code in _PLAIN_REASONS:
            gathered = GatheredDocument()
            gathered.take(frame)
            self.readings.append(gathered.reading(self._passed_s()))
        elif isinstance(frame, NoText):
            self.readings.append(None)
        else:
            return False  # the process was taken over
        return True

    def _passed_s(self) -> float:
        now_s, since_s = time.monotonic(), self._since_s
        self._since_s = now_s
        return now_s - since_s
