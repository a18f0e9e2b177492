"""A text body fed from Markdown, bit by bit. Window process, window thread."""

import time

from PySide6.QtCore import QObject, QTimer, Signal

from app.ui.markdown.parser import MarkdownParser
from app.ui.markdown.stream import MarkdownStream, Update
from app.ui.transcript.text_body import TextBody

STEP_MS = 50
SLICE_CHARS = 4_096


class GrowingText(QObject):
    """Feeds a `TextBody` at most every 50 ms, `SLICE_CHARS` at a time, so that the window never stands.

    Signals: `grew()` after each change of the body.
    """

    grew = Signal()

    def __init__(self, body: TextBody, parser: MarkdownParser) -> None:
        super().__init__(body)
        self._body = body
        self._parser = parser
        self._stream = MarkdownStream(parser)
        self._waiting = ""
        self._finishing = False
        self._parts: list[str] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._step)

    @property
    def text(self) -> str:
        """The Markdown received so far."""
        if len(self._parts) > 1:
            self._parts = ["".join(self._parts)]
        return self._parts[0] if self._parts else ""

    @property
    def waits(self) -> bool:
        """Whether text has come that isn't shown yet."""
        return bool(self._waiting)

    def append(self, text: str) -> None:
        """More text; shown within 50 ms."""
        if self._finishing:
            self._restart(self.text)
            self._finishing = False
        self._parts.append(text)
        self._waiting += text
        self._body.growing = True
        if not self._timer.isActive():
            self._timer.start(STEP_MS)

    def set_text(self, text: str) -> None:
        """Show the whole of `text`: the first slice at once, the rest as fast as the window can."""
        if text != self.text or self._waiting:
            if text.startswith(self.text) and not self._finishing:
                self._waiting += text[len(self.text) :]
            else:
                self._restart(text)
            self._parts = [text]
        self._finishing = True
        self._timer.stop()
        self._step()

    def _restart(self, text: str) -> None:
        self._stream = MarkdownStream(self._parser)
        self._body.show_blocks(0, ())
        self._waiting = text

    def _step(self) -> None:
        started = time.monotonic()
        piece, self._waiting = self._waiting[:SLICE_CHARS], self._waiting[SLICE_CHARS:]
        update = self._stream.append(piece) if piece else None
        if self._finishing and not self._waiting:
            last = self._stream.finish()
            keep = min(update.keep, last.keep) if update is not None else last.keep
            update = Update(keep, self._stream.blocks[keep:])
            self._body.growing = False
        if update is not None:
            self._body.show_blocks(update.keep, update.blocks)
        if self._waiting:
            # Slow blocks get slower steps: at most a quarter of the window's time goes into one text.
            busy_ms = int((time.monotonic() - started) * 1000)
            self._timer.start(0 if self._finishing else max(STEP_MS, 4 * busy_ms))
        self.grew.emit()
