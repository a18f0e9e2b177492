"""Walking through what was asked before, without ever losing what was being written. Pure."""

from collections.abc import Sequence


class History:
    """Place 0 is the draft, 1 the newest question. What is changed at any place stays there until the next question
    is sent."""

    def __init__(self) -> None:
        self._asked: list[str] = []
        self._written: dict[int, str] = {}
        self._place = 0

    def set_asked(self, questions: Sequence[str]) -> None:
        """What was asked, newest first. Waits while the person walks through it, so that no place moves."""
        if self._place == 0:
            self._asked = list(questions)
            self._written.clear()

    def older(self, text: str) -> str | None:
        """One step back from `text`; None at the end."""
        return self._step(1, text)

    def newer(self, text: str) -> str | None:
        """One step forward from `text`; None at the draft."""
        return self._step(-1, text)

    def sent(self) -> str:
        """The question was sent. Returns the draft that was left behind for an older one, to be put back."""
        draft = self._written.get(0, "") if self._place else ""
        self.leave()
        return draft

    def leave(self) -> None:
        """Another text was put into the field."""
        self._written.clear()
        self._place = 0

    @property
    def draft(self) -> str | None:
        """The draft, while the person walks through older questions; None while it stands in the field."""
        return self._written.get(0, "") if self._place else None

    def _step(self, step: int, text: str) -> str | None:
        wanted = self._place + step
        if not 0 <= wanted <= len(self._asked):
            return None
        self._written[self._place] = text
        self._place = wanted
        return self._written.get(wanted, self._asked[wanted - 1] if wanted else "")
