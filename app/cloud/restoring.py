"""Putting masked words back into a reply while it comes. Pure; window or command line process."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # its phone plans take 60 ms that only masking should wait for
    from app.cloud.redaction import Redactor


_COULD_BE_CODE_OR_LINK = re.compile(r"[`<]|\]\(|~~~|://")


class ReplyRestorer:
    """Gives out a reply bit by bit as `Redactor.restore_reply` would give the whole.

    What can't be judged yet waits: half a placeholder, and code or a link that is still open, in which nothing may
    be put back.
    """

    def __init__(self, redactor: "Redactor") -> None:
        self._redactor = redactor
        self._came = ""
        self._told = 0  # characters given out

    def feed(self, piece: str) -> str:
        """What can be shown now that `piece` has come too."""
        self._came += piece
        return self._tell(self._came[: self._settled()])

    def rest(self) -> str:
        """What was waiting, once nothing more comes."""
        return self._tell(self._came)

    def _tell(self, settled: str) -> str:
        whole = self._redactor.restore_reply(settled)
        fresh, self._told = whole[self._told :], max(self._told, len(whole))
        return fresh

    def _settled(self) -> int:
        """How many characters nothing that may still come can change.

        Only fences reach beyond a line, and what stands in one that is still open isn't touched either. In a line
        that isn't whole, words are settled as long as nothing in it could be code or a link.
        """
        text = self._came
        line = text.rfind("\n") + 1
        end = text.rfind(" ") + 1
        return line if end <= line or _COULD_BE_CODE_OR_LINK.search(text, line, end) else end
