"""Finds words in the conversation that is shown, marks them and goes from one to the next.

Window process, window thread. What has no widget is searched as plain text, a few milliseconds at a time; where a
hit stands on the screen is looked up in the texts themselves, tables included.
"""

from __future__ import annotations

import re
import time
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QColor, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication, QTextBrowser, QTextEdit, QWidget

from app.domain.utf16 import utf16_length
from app.ui.markdown.objects import OBJECT_CHARACTER
from app.ui.markdown.parser import MarkdownParser
from app.ui.markdown.plain import block_text
from app.ui.markdown.stream import MarkdownStream
from app.ui.markdown.table_document import TableDocument
from app.ui.tokens import Colours
from app.ui.transcript.find_bar import TAKEN_PX, FindBar
from app.ui.transcript.text_body import TextBody

if TYPE_CHECKING:
    from app.ui.transcript.entry import Entry
    from app.ui.transcript.view import TranscriptView

MOST_MARKS = 400  # in one text, at a time
_PIECE_CHARS = 8_192
_SLICE_S = 0.008
_TYPING_MS = 120
_WAIT_MS = 60  # for a long text that is still being laid out
_WAITS = 100


@dataclass(frozen=True, slots=True)
class Place:
    """Where a hit stands: a document and its range there, in Qt's count; `at` is its place in the whole text."""

    document: QTextDocument
    start: int
    end: int
    at: int


def places(body: TextBody, pattern: re.Pattern[str]) -> list[Place]:
    """All hits in a text in reading order, those in tables at the table's place."""
    found: list[Place] = []
    start = 0
    cursor = QTextCursor(body.sealed)
    for number, piece in enumerate(body.sealed.toPlainText().split(OBJECT_CHARACTER)):
        if number:
            start += 1
            cursor.setPosition(start)
            drawn = body.writer.drawn_at(cursor.charFormat())
            if isinstance(drawn, TableDocument):
                found += _in_text(drawn, drawn.toPlainText(), 0, pattern, start)
        found += _in_text(body.sealed, piece, start, pattern)
        start += utf16_length(piece)
    return found


def _in_text(
    document: QTextDocument, text: str, start: int, pattern: re.Pattern[str], at: int | None = None
) -> list[Place]:
    hits = []
    done = 0
    for hit in pattern.finditer(text):
        start += utf16_length(text[done : hit.start()])
        end = start + utf16_length(hit[0])
        hits.append(Place(document, start, end, start if at is None else at))
        start, done = end, hit.end()
    return hits


class Finder(QObject):
    """The search under the bar.

    The bar is made when it is first needed: nobody searches in the first moment.
    """

    def __init__(self, view: TranscriptView, colours: Colours) -> None:
        super().__init__(view)
        self._view = view
        self._colours = colours
        self._bar: FindBar | None = None
        self._before: QWidget | None = None  # what had the keyboard when the bar was opened
        self._pattern: re.Pattern[str] | None = None
        self._counts: dict[str, int] = {}  # hits by message
        self._at: tuple[str, int] | None = None  # the message of the hit that is shown, and which in it
        self._only = ""  # the message of a hit from elsewhere: the marks are in it alone
        self._waits = 0
        self._found: WeakKeyDictionary[TextBody, tuple[re.Pattern[str], int, list[Place]]] = (
            WeakKeyDictionary()
        )
        self._words: dict[str, str] = {}  # messages as they are shown, by their ids
        self._reading: tuple[str, MarkdownStream, int] | None = None  # a message that is half read
        self._slices = self._timer(0, self._count_some)
        self._typing = self._timer(_TYPING_MS, self._begin)
        self._waiting = self._timer(_WAIT_MS, self._show)

    @property
    def bar(self) -> FindBar:
        """The bar itself."""
        if self._bar is None:
            self._bar = FindBar(self._view)
            self._bar.words_changed.connect(self._changed)
            self._bar.step_wished.connect(self.step)
            self._bar.closed.connect(self._closed)
            self._bar.settle(self._view.width())
        return self._bar

    def place(self, width: int) -> None:
        """The view has this width now."""
        if self._bar is not None:
            self._bar.settle(width)

    def open(self, words: str = "") -> None:
        """Show the bar."""
        if self.bar.isHidden():
            self._before = QApplication.focusWidget()
        self.bar.settle(self._view.width())
        self._view.setViewportMargins(0, TAKEN_PX, 0, 0)
        self.bar.open_bar(words.strip().split("\n")[0][:200])

    def show_hit(self, message_id: str, pattern: re.Pattern[str] | None) -> None:
        """Go to a message and mark what `pattern` finds in it, without the bar, until others are shown."""
        self._view.show_message(message_id)
        if pattern is None:
            return
        self.bar.hide()
        self._view.setViewportMargins(0, 0, 0, 0)
        self._unmark()
        self._pattern, self._only, self._at = pattern, message_id, (message_id, 0)
        self._counts.clear()
        self._waits = 0
        self._show()

    def restyle(self, colours: Colours) -> None:
        """Take other colours."""
        self._colours = colours
        self.mark()

    def conversation_changed(self) -> None:
        """Other messages are shown: search them anew."""
        self._at = None
        self._counts.clear()
        self._words.clear()
        self._reading = None
        self._forget_hit()
        if self._pattern is not None:
            self._slices.start()

    def message_changed(self, message_id: str) -> None:
        """One message has another text."""
        self._counts.pop(message_id, None)
        self._words.pop(message_id, None)
        self._reading = None
        if self._pattern is not None and not self._only:
            self._slices.start()

    def step(self, step: int) -> None:
        """Go to the next hit (1) or the one before (-1), round the end."""
        hits = self._hits()
        if not hits:
            return
        at = hits.index(self._at) + step if self._at in hits else (0 if step > 0 else -1)
        self._at = hits[at % len(hits)]
        self._waits = 0
        self._show()

    def mark(self) -> None:
        """Mark the hits in all texts that have a widget."""
        if self._pattern is None:
            return
        for entry in self._view.entries:
            if entry.item is not None and self._only in ("", entry.message.id):
                body = entry.item.bodies()[-1]
                self._mark(body, self._places(body, self._pattern), entry.message.id)

    def _forget_hit(self) -> None:
        if self._only:
            self._pattern, self._only = None, ""

    def _changed(self, _words: str) -> None:
        self._typing.start()

    def _begin(self) -> None:
        words = self.bar.field.text()
        self._forget_hit()
        self._unmark()
        self._pattern = re.compile(re.escape(words), re.IGNORECASE) if words else None
        self._counts.clear()
        self._at = None
        self.bar.tell(0, 0, more=bool(words))
        if words:
            self._slices.start()

    def _closed(self) -> None:
        self._typing.stop()
        self._slices.stop()
        self._waiting.stop()
        self._pattern = None
        self._words.clear()
        self._found.clear()
        self._unmark()
        self._view.setViewportMargins(0, 0, 0, 0)
        before, self._before = self._before, None
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._view.setFocus()

    def _count_some(self) -> None:
        pattern = self._pattern
        if pattern is None:
            return
        until = time.monotonic() + _SLICE_S
        for entry in self._view.entries:
            if entry.message.id in self._counts:
                continue
            text = self._words_of(entry, until) if time.monotonic() < until else None
            if text is None:
                self._tell(more=True)
                self._slices.start()
                return
            self._counts[entry.message.id] = sum(1 for _ in pattern.finditer(text))
        if self._at is None:
            self._choose_first()
        else:
            self.mark()
        self._tell(more=False)

    def _words_of(self, entry: Entry, until: float) -> str | None:
        """A message as it is shown; None when the time was too short to read it whole."""
        known = entry.words_laid_out()
        if known is not None:
            return known
        key, text = entry.message.id, entry.shown_text
        if key not in self._words:
            if self._reading is None or self._reading[0] != key:
                self._reading = (key, MarkdownStream(MarkdownParser()), 0)
            _, stream, at = self._reading
            while at < len(text):
                if time.monotonic() > until:
                    self._reading = (key, stream, at)
                    return None
                stream.append(text[at : at + _PIECE_CHARS])
                at += _PIECE_CHARS
            stream.finish()
            self._reading = None
            self._words[key] = block_text(stream.blocks)
        return self._words[key]

    def _places(self, body: TextBody, pattern: re.Pattern[str]) -> list[Place]:
        known = self._found.get(body)
        if known is None or known[:2] != (pattern, body.sealed.revision()):
            known = (pattern, body.sealed.revision(), places(body, pattern))
            self._found[body] = known
        return known[2]

    def _choose_first(self) -> None:
        """Begin with the first hit that isn't above what is seen; round the end if there is none."""
        top = self._view.verticalScrollBar().value()
        above = {entry.message.id for entry in self._view.entries if entry.top + entry.height < top}
        hits = self._hits()
        self._at = next((hit for hit in hits if hit[0] not in above), hits[0] if hits else None)
        self._waits = 0
        if self._at is not None:
            self._show()

    def _hits(self) -> list[tuple[str, int]]:
        return [
            (entry.message.id, number)
            for entry in self._view.entries
            for number in range(self._counts.get(entry.message.id, 0))
        ]

    def _show(self) -> None:
        """Bring the hit into sight. A long text is laid out bit by bit: its end may have to be waited for."""
        if self._at is None or self._pattern is None:
            return
        message_id, number = self._at
        entry = next((one for one in self._view.entries if one.message.id == message_id), None)
        if entry is None:
            return
        body = self._view.bring(entry)
        found = self._places(body, self._pattern)
        if number >= len(found) and self._waits < _WAITS and not entry.is_whole:
            self._waits += 1
            self._waiting.start()
            return
        if found:
            self._view.show_range(body, found[min(number, len(found) - 1)])
        self.mark()
        self._tell(more=False)

    def _mark(self, body: TextBody, found: list[Place], message_id: str) -> None:
        chosen = self._at[1] if not self._only and self._at is not None and self._at[0] == message_id else -1
        low, high = body.positions_in(*self._view.sight_of(body))
        first = bisect_left(found, low, key=lambda place: place.at)
        shown = list(enumerate(found[first : first + MOST_MARKS], first))
        shown = [(number, place) for number, place in shown if place.at <= high]
        texts: list[QTextBrowser] = [body, *body.overlays.boxes()]
        for text in texts:
            document = text.document()
            text.setExtraSelections(
                [
                    self._selection(place, number == chosen)
                    for number, place in shown
                    if place.document is document
                ]
            )

    def _selection(self, place: Place, chosen: bool) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        cursor = QTextCursor(place.document)
        cursor.setPosition(place.start)
        cursor.setPosition(place.end, QTextCursor.MoveMode.KeepAnchor)
        mark.cursor = cursor
        mark.format.setBackground(QColor(self._colours.accent if chosen else self._colours.mark))
        mark.format.setForeground(QColor(self._colours.on_accent if chosen else self._colours.mark_text))
        return mark

    def _unmark(self) -> None:
        for entry in self._view.entries:
            if entry.item is not None:
                body = entry.item.bodies()[-1]
                for text in (body, *body.overlays.boxes()):
                    text.setExtraSelections([])

    def _tell(self, more: bool) -> None:
        hits = self._hits()
        at = hits.index(self._at) + 1 if self._at in hits else 0
        self.bar.tell(at, len(hits), more)

    def _timer(self, interval_ms: int, act: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval_ms)
        timer.timeout.connect(act)
        return timer
