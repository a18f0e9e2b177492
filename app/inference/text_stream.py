"""From the bytes of tokens to what a person reads: characters, thinking apart, stop strings, gathered pieces.

Main thread of the inference worker. Runs once for each token, so the common case is a few string operations.
"""

import codecs
import time
from collections.abc import Callable

from app.domain.chat_format import ThinkingSplitter

GATHER_S = 0.04  # text is sent on at most this often: a frame for each token would cost more than the token

Emit = Callable[[bool, str], None]


class AnswerStream:
    """Collects one answer and sends it on.

    `emit(thinking, text)` gets every piece in order; the pieces put together are `text` and `thinking`. An
    incomplete or wrong byte sequence becomes U+FFFD. A stop string counts in the answer, not in the thinking;
    it isn't shown, nor is what follows it.

    Attributes:
        stopped: whether a stop string was met.
        blank_run: how many tokens in a row brought nothing but white space.
        thinking_s: how long the thinking took.
    """

    def __init__(
        self,
        splitter: ThinkingSplitter,
        stop: tuple[str, ...],
        emit: Emit,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._splitter = splitter
        self._stop = tuple(filter(None, stop))
        self._longest_stop = max(map(len, self._stop), default=0)
        self._emit = emit
        self._clock = clock
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._parts: dict[bool, list[str]] = {True: [], False: []}
        self._unsent: list[tuple[bool, str]] = []
        self._held = ""  # the end of the answer, while it may be the beginning of a stop string
        self._sent_at = float("-inf")
        self._began_at = clock()
        self.stopped = False
        self.blank_run = 0
        self.thinking_s = 0.0

    @property
    def text(self) -> str:
        """The answer so far, without thinking."""
        return "".join(self._parts[False])

    @property
    def thinking(self) -> str:
        """The thinking so far."""
        return "".join(self._parts[True])

    def push(self, piece: bytes) -> bool:
        """Take one token's bytes. Returns whether to go on: False once a stop string was met."""
        text = self._decode(piece)
        self.blank_run = self.blank_run + 1 if not text or text.isspace() else 0
        if text:
            for kind, part in self._splitter.feed(text):
                self._take(kind == "thinking", part)
                if self.stopped:
                    break
        now = self._clock()
        if self._unsent and now - self._sent_at >= GATHER_S:
            self._send(now)
        return not self.stopped

    def finish(self) -> None:
        """Send all that is left. Nothing may be pushed afterwards."""
        if not self.stopped:
            rest = self._decode(b"", True)
            pieces = (self._splitter.feed(rest) if rest else []) + self._splitter.finish()
            for kind, part in pieces:
                self._take(kind == "thinking", part)
            if self._held and not self.stopped:
                self._keep(False, self._held)
                self._held = ""
        self._send(self._clock())

    def _take(self, thinking: bool, text: str) -> None:
        if self.stopped:
            return
        if thinking:
            self.thinking_s = self._clock() - self._began_at
            self._keep(True, text)
        elif self._stop:
            self._take_answer(self._held + text)
        else:
            self._keep(False, text)

    def _take_answer(self, text: str) -> None:
        found = [at for at in (text.find(stop) for stop in self._stop) if at >= 0]
        if found:
            self.stopped = True
            self._held = ""
            self._keep(False, text[: min(found)])
            return
        held = 0
        for length in range(min(self._longest_stop - 1, len(text)), 0, -1):
            end = text[-length:]
            if any(stop.startswith(end) for stop in self._stop):
                held = length
                break
        self._held = text[len(text) - held :]
        self._keep(False, text[: len(text) - held])

    def _keep(self, thinking: bool, text: str) -> None:
        if text:
            self._parts[thinking].append(text)
            self._unsent.append((thinking, text))

    def _send(self, now: float) -> None:
        self._sent_at = now
        waiting, self._unsent = self._unsent, []
        joined = ""
        for index, (thinking, text) in enumerate(waiting):
            joined += text
            if index + 1 == len(waiting) or waiting[index + 1][0] is not thinking:
                self._emit(thinking, joined)
                joined = ""
