"""Messages (EML) and mailboxes (MBOX): one page a message, then its attachments. The one door to `email`."""

import email.generator  # a message in a message is written out again; later it couldn't be loaded
import email.policy
import functools
import re
from dataclasses import dataclass
from email.headerregistry import HeaderRegistry
from email.message import EmailMessage, Message
from email.parser import BytesParser
from email.policy import EmailPolicy
from email.utils import parsedate_to_datetime
from typing import Any

from app.domain.errors import DocumentError
from app.parsing import html
from app.parsing.charset import decode
from app.parsing.output import Output
from app.parsing.page_text import PageText

_SHOWN = ("From", "To", "Cc", "Date")
_SEPARATOR = re.compile(rb"^From \S[^\n]*\d\d:\d\d[^\n]*\r?\n", re.MULTILINE)
_PARTS_LIMIT = 1000
_DEPTH_LIMIT = 30
_HEADERS_KEPT = 1024
_LONGEST_KEPT = 1000  # characters
_STUB_CHARACTERS = 200  # "Your program can't show this message" is no longer
_STUB_SHARE = 4  # and the message itself so many times as long


@dataclass
class _Markup:
    """A text that is a web page: read only where its plain form doesn't do, and once."""

    page: str

    @functools.cached_property
    def words(self) -> str:
        """The words on it; none where it can't be read."""
        try:
            return html.plain_text(self.page).strip()
        except DocumentError:
            return ""


_Text = str | _Markup


class _Headers(HeaderRegistry):
    """Makes headers of classes that are made once: the package makes a new class for each header otherwise."""

    def __init__(self) -> None:
        super().__init__()
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        known = name.lower() if name.lower() in self.registry else ""
        if known not in self._made:
            self._made[known] = super().__getitem__(known)
        return self._made[known]


class _Policy(EmailPolicy):
    """Parses equal headers once. The package does it each time that one is asked for, and a part's kind is often."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        if type(value) is str and len(value) <= _LONGEST_KEPT:
            return _parsed_header(name, value)
        return super().header_fetch_parse(name, value)


@functools.lru_cache(_HEADERS_KEPT)
def _parsed_header(name: str, value: str) -> Any:
    return _PLAIN_POLICY.header_fetch_parse(name, value)


_PLAIN_POLICY = EmailPolicy(header_factory=_Headers())
_POLICY = _Policy(header_factory=_Headers(), max_line_length=None)


def read(data: bytes, output: Output) -> None:
    """Send one message."""
    message = _parsed(data)
    output.facts("eml", header(message, "Subject"), iso_date(header(message, "Date")))
    add(message, output)


def read_mailbox(data: bytes, output: Output) -> None:
    """Send every message of a mailbox."""
    output.facts("mbox")
    starts = [match.span() for match in _SEPARATOR.finditer(data)]
    ends = [start for start, _ in starts[1:]] + [len(data)]
    for (_, start), end in zip(starts, ends, strict=True):
        add(_parsed(data[start:end].replace(b"\n>From ", b"\nFrom ")), output)


def add(message: Message, output: Output) -> None:
    """Send one message's page and its attachments."""
    texts: list[_Text] = []
    attached: list[tuple[bytes, str]] = []
    _sort(message, texts, attached, 0)
    shown = {name: header(message, name) for name in _SHOWN}
    subject = header(message, "Subject")
    body = "\n\n".join(words for text in texts if (words := _words(text)))
    send_message(subject, shown, body, output)
    for content, name in attached:
        output.attachment(content, name)


def send_message(subject: str, shown: dict[str, str], body: str, output: Output) -> None:
    """Send a message's page: subject as heading, the given headers, the text in paragraphs."""
    page = PageText()
    page.heading(subject, 1)
    page.paragraph("\n".join(f"{name}: {text}" for name, text in shown.items() if text))
    for paragraph in re.split(r"\n[ \t]*\n\s*", body.replace("\r\n", "\n").replace("\r", "\n")):
        page.paragraph(paragraph)
    output.page(page.page(output.pages_sent + 1, subject))


def header(message: Message, name: str) -> str:
    """A header's text, empty when it isn't there or makes no sense."""
    try:
        value = str(message.get(name, ""))
    except Exception:  # noqa: BLE001 - the package raises nearly anything for hostile headers
        value = next((str(raw) for key, raw in message.raw_items() if key.lower() == name.lower()), "")
    return " ".join(value.split())


def iso_date(text: str) -> str:
    """A message's date as ISO 8601, empty when it is none."""
    try:
        return parsedate_to_datetime(text).isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):
        return ""


def _parsed(data: bytes) -> Message:
    try:
        return BytesParser(EmailMessage, policy=_POLICY).parsebytes(data)
    except Exception:  # noqa: BLE001 - as above; the older way reads what the newer can't
        return BytesParser(policy=email.policy.compat32).parsebytes(data)


def _sort(part: Message, texts: list[_Text], attached: list[tuple[bytes, str]], depth: int) -> None:
    """Tell the text of a message and its attachments apart."""
    kind = part.get_content_type()
    name = _file_name(part)
    if kind == "message/rfc822" and depth:
        inner = part.get_payload()
        content = (
            inner[0].as_bytes()
            if isinstance(inner, list) and inner and isinstance(inner[0], Message)
            else b""
        )
        attached.append((content, name or "message.eml"))
    elif part.is_multipart():
        payload = part.get_payload()
        forms: list[list[_Text]] = []
        for inner_part in payload if isinstance(payload, list) and depth < _DEPTH_LIMIT else ():
            if isinstance(inner_part, Message) and len(attached) < _PARTS_LIMIT:
                forms.append([])
                _sort(inner_part, forms[-1], attached, depth + 1)
        if kind == "multipart/alternative":
            texts += _fullest(forms)
        else:
            texts += [text for form in forms for text in form]
    elif name or part.get_content_disposition() == "attachment" or not kind.startswith("text/"):
        if not kind.startswith(("image/", "audio/", "video/", "application/pgp-signature")):
            attached.append((_content(part), name))
    elif kind == "text/html":
        texts.append(_Markup(decode(_content(part), _charset(part))))
    else:
        texts.append(decode(_content(part), _charset(part)))


def _fullest(forms: list[list[_Text]]) -> list[_Text]:
    """Of several forms of one text the first, which is the plain one, unless it only says that there is another."""
    sized = ((sum(len(_words(text)) for text in form), form) for form in forms)
    size, first = next((pair for pair in sized if pair[0]), (0, []))
    if size > _STUB_CHARACTERS:
        return first
    pages = (pair for pair in sized if any(isinstance(text, _Markup) for text in pair[1]))
    longest, last = max(pages, key=lambda pair: pair[0], default=(0, first))
    return last if longest > _STUB_SHARE * size else first


def _words(text: _Text) -> str:
    """The words of a text that may be a web page."""
    return text.words if isinstance(text, _Markup) else text.strip()


def _content(part: Message) -> bytes:
    try:
        payload = part.get_payload(decode=True)
    except Exception:  # noqa: BLE001 - as above
        return b""
    return payload if isinstance(payload, bytes) else b""


def _charset(part: Message) -> str:
    try:
        return part.get_content_charset() or ""
    except Exception:  # noqa: BLE001 - as above
        return ""


def _file_name(part: Message) -> str:
    try:
        return part.get_filename() or ""
    except Exception:  # noqa: BLE001 - as above
        return ""
