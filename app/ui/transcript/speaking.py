"""Tells screen readers an answer as it grows, sentence by sentence. Window process, window thread.

A live region in the words of the web: what is said doesn't move the focus, and waits for what is being read.
"""

import re
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from app.ui.markdown.nodes import Code
from app.ui.markdown.parser import MarkdownParser
from app.ui.markdown.plain import block_text
from app.ui.markdown.stream import parse
from app.ui.transcript import wording

MOST_CHARS = 600  # said at once; more follows
_END = re.compile(r"[.!?…][\"'”’)\]*_]*(?=\s)|[。！？]|\n\s*\n|:\n")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})", re.MULTILINE)


class Speaker(QObject):
    """Cuts what comes into sentences.

    Signals: `said(words)` for each sentence, after it was given to the screen reader.
    """

    said = Signal(str)

    def __init__(self, parent: QWidget, is_heard: Callable[[], bool] = QAccessible.isActive) -> None:
        super().__init__(parent)
        self._place = parent  # where, for the screen reader, the words are
        self._is_heard = is_heard
        self._parser = MarkdownParser()
        self._waiting = ""

    def begin(self) -> None:
        """Another answer begins."""
        self._waiting = ""

    def grew(self, text: str) -> None:
        """More of the answer."""
        if not self._is_heard():
            self._waiting = ""
            return
        self._waiting += text
        end = self._sentences_end()
        if end:
            self._say(self._waiting[:end])
            self._waiting = self._waiting[end:]

    def end(self, more: str = "") -> None:
        """The answer has ended; `more` is what is to be said of that."""
        rest, self._waiting = self._waiting, ""
        if self._is_heard():
            self._say(rest)
            if more:
                self._tell(more)

    def _sentences_end(self) -> int:
        """How much of what waits can be said: up to the last whole sentence, never within code."""
        fences = list(_FENCE.finditer(self._waiting))
        if len(fences) % 2:
            limit = fences[-1].start()
        else:
            limit = len(self._waiting)
            after = self._waiting.find("\n", fences[-1].end()) + 1 if fences else 0
            if after:
                return max((hit.end() for hit in _END.finditer(self._waiting, after)), default=after)
        end = max((hit.end() for hit in _END.finditer(self._waiting, 0, limit)), default=0)
        if not end and not fences and limit > MOST_CHARS:
            end = self._waiting.rfind(" ", 0, limit) + 1
        return end

    def _say(self, source: str) -> None:
        for block in parse(source, self._parser):
            words = wording.code_in(block.language) if isinstance(block, Code) else block_text((block,))
            if words.strip():
                self._tell(words.replace("\t", " ").strip())

    def _tell(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._place, words))
        self.said.emit(words)
