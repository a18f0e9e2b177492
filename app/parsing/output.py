"""The way from a module that reads a kind to the one who asked."""

import re
import time
from collections.abc import Callable

from app.domain.document import DocumentFacts, Page, ReadOptions
from app.domain.errors import DocumentError
from app.ipc.channel import ChannelClosed
from app.ipc.frames import Frame
from app.ipc.parser_frames import FactsRead, PageRead

_ISO_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:[T ].*)?)?)?$")
_ATTACHMENT_DEPTH = 5
_SHARE_OF_TIME = 0.75  # the rest is for sending what was read
_ATTACHMENTS_LIMIT = 500


class Enough(Exception):
    """As many pages as were wanted have been read."""


class Output:
    """Where pages go as they are read.

    Attributes:
        options: how the file should be read.
        pages_sent: how many pages have gone; the next one's number is one more.
    """

    def __init__(
        self,
        send: Callable[[Frame], None],
        options: ReadOptions,
        read_inside: "Callable[[bytes, str, Output], None]",
    ) -> None:
        """`read_inside` reads a file of any kind that lies in this one."""
        self._send = send
        self._read_inside = read_inside
        self.options = options
        self.pages_sent = 0
        self._ends_at_processor_s = time.process_time() + _SHARE_OF_TIME * options.patience_s
        self._ends_at_s = time.monotonic() + _SHARE_OF_TIME * options.wall_limit_s
        self._facts = DocumentFacts("")
        self._attachments = 0

    def facts(self, kind: str, title: str = "", date: str = "") -> None:
        """Say what the file is. Before the first page."""
        date = date if _ISO_DATE.match(date) else ""  # pages of the web say it in any words
        self._facts = DocumentFacts(clean(kind), one_line(title), one_line(date), self._facts.notes)
        self._send(FactsRead(self._facts))

    def time_is_short(self) -> bool:
        """Whether a long page should end here, so that it is sent while there is time. Noted when asked and true."""
        if time.process_time() < self._ends_at_processor_s and time.monotonic() < self._ends_at_s:
            return False
        self.note("cut_time")
        return True

    def note(self, code: str) -> None:
        """Say something a person should know; see `DocumentFacts.notes`. Once is enough."""
        facts = self._facts
        if code not in facts.notes:
            self._facts = DocumentFacts(facts.kind, facts.title, facts.date, (*facts.notes, code))
            self._send(FactsRead(self._facts))

    def page(self, page: Page) -> None:
        """Send the next page. Raises Enough after the last one that is wanted."""
        self._send(PageRead(page))
        self.pages_sent += 1
        if self.options.page_limit and self.pages_sent >= self.options.page_limit:
            raise Enough

    def read_instead(self, data: bytes) -> None:
        """Read what this file turned out to be once it was unlocked."""
        self._read_inside(data, "", self)

    def attachment(self, data: bytes, name: str, depth: int = 1) -> None:
        """Read a file that lies in this one; its pages follow. One that gives no text is only noted."""
        self._attachments += 1
        if (
            self.time_is_short()
            or depth > _ATTACHMENT_DEPTH
            or self._attachments > _ATTACHMENTS_LIMIT
            or not data
        ):
            self.note("attachment_not_read")
            return
        inside = _Inside(self, name, depth)
        try:
            self._read_inside(data, name, inside)
            if not inside.has_words:
                self.note("attachment_not_read")
        except (Enough, ChannelClosed, MemoryError):
            raise
        except DocumentError:
            self.note("attachment_not_read")
        except Exception:  # noqa: BLE001 - a damaged attachment doesn't spoil the letter
            self.note("attachment_not_read")


class _Inside(Output):
    """Where the pages of an attachment go: behind those of the file it lies in, under its name."""

    def __init__(self, outer: Output, name: str, depth: int) -> None:
        super().__init__(outer._send, outer.options, outer._read_inside)
        self._outer = outer
        self._name = one_line(name)
        self._ends_at_processor_s = outer._ends_at_processor_s
        self._ends_at_s = outer._ends_at_s
        self._depth = depth
        self.has_words = False

    def facts(self, kind: str, title: str = "", date: str = "") -> None:
        """The outer file's facts stay."""
        self._name = self._name or one_line(title) or kind

    def note(self, code: str) -> None:
        """What is to be known of an attachment is to be known of the file."""
        self._outer.note(code)

    def page(self, page: Page) -> None:
        """Send a page under the next number of the outer file."""
        own = page.label or (f"page {page.number}" if page.number > 1 else "")
        label = f"{self._name}, {own}" if own else self._name
        self.has_words = self.has_words or bool(page.text.strip())
        self._outer.page(Page(self._outer.pages_sent + 1, page.text, page.blocks, one_line(label)))
        self.pages_sent = self._outer.pages_sent

    def attachment(self, data: bytes, name: str, depth: int = 1) -> None:
        """Read a file in the attachment."""
        self._outer.attachment(data, f"{self._name}, {name}", self._depth + depth)


def clean(text: str) -> str:
    """Text that can be encoded: lone surrogates and NUL replaced, pairs of surrogates joined."""
    text = text.replace("\0", "\ufffd")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def one_line(text: str, limit_characters: int = 300) -> str:
    """A title or date: without line breaks, not too long."""
    return " ".join(clean(text).split())[:limit_characters]
