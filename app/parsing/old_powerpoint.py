"""PowerPoint 97 to 2003 (PPT): one page a slide, then its notes.

A file saved in steps holds several states of a slide; the directory of the last step says which one counts.
Source: [MS-PPT] 2.1.2 (reading a file), 2.3.3 (persist directory), 2.9 (text).
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.domain.errors import DocumentError
from app.parsing.compound_streams import Streams
from app.parsing.output import Output
from app.parsing.page_text import PageText

_DOCUMENT, _SLIDE, _NOTES = 1000, 1006, 1008
_LIST, _PERSIST, _NOTES_ATOM = 4080, 1011, 1009
_TEXT_KIND, _UTF16, _LATIN, _CSTRING = 3999, 4000, 4008, 4026
_EDIT, _DIRECTORY = 4085, 6002
_ENCRYPTED = 0xF3D1C4DF
_TITLES = (0, 6)
_EDITS_LIMIT = 1000


@dataclass(frozen=True)
class _Record:
    kind: int
    instance: int
    is_folder: bool
    body: bytes


@dataclass
class _Listed:
    """A slide as the document lists it."""

    persist: int
    identity: int
    texts: list[tuple[int, str]] = field(default_factory=list)


def read(streams: Streams, output: Output) -> None:
    """Send every slide. Raises DocumentError."""
    stream = streams.read("PowerPoint Document")
    user = streams.read("Current User")
    if len(user) >= 20 and struct.unpack_from("<I", user, 12)[0] == _ENCRYPTED:
        raise DocumentError("document_locked_office")
    output.facts("ppt", *streams.title_and_date())
    places, document_persist = _directory(stream, user)
    document = _record_at(stream, places.get(document_persist, -1))
    slides = _listed(document, 0) if document is not None and document.kind == _DOCUMENT else []
    if not slides:
        _everything(stream, output)
        return
    notes = _notes(stream, places, document)
    for number, slide in enumerate(slides, start=1):
        page = PageText()
        record = _record_at(stream, places.get(slide.persist, -1))
        seen = set()
        for kind, text in [*slide.texts, *(_texts(record.body) if record is not None else ())]:
            if text not in seen:
                seen.add(text)
                _add(page, kind, text)
        for text in notes.get(slide.identity, ()):
            page.paragraph(text)
        output.page(page.page(number, f"Slide {number}"))


def _add(page: PageText, kind: int, text: str) -> None:
    lines = [line.replace("\x0b", "\n") for line in text.split("\r") if line.strip()]
    if kind in _TITLES:
        page.heading(" ".join(lines), 1)
        return
    for line in lines:
        if len(lines) > 1:
            page.item(line)
        else:
            page.paragraph(line)


def _everything(stream: bytes, output: Output) -> None:
    """All texts on one page, for files whose directory is damaged."""
    page = PageText()
    for record in _records(stream):
        if record.kind in (_SLIDE, _DOCUMENT, _NOTES):
            for kind, text in _texts(record.body):
                _add(page, kind, text)
    output.note("partly_damaged")
    output.page(page.page(1))


def _records(data: bytes) -> Iterator[_Record]:
    place = 0
    while place + 8 <= len(data):
        version, kind, length = struct.unpack_from("<HHI", data, place)
        yield _Record(kind, version >> 4, version & 0xF == 0xF, data[place + 8 : place + 8 + length])
        place += 8 + length


def _record_at(stream: bytes, place: int) -> _Record | None:
    if not 0 <= place <= len(stream) - 8:
        return None
    length = struct.unpack_from("<I", stream, place + 4)[0]
    return next(_records(stream[place : place + 8 + length]), None)


def _texts(data: bytes, depth: int = 0) -> Iterator[tuple[int, str]]:
    """Texts in a record's body, each with its kind (0 and 6 are titles)."""
    kind = 4
    for record in _records(data):
        if record.is_folder and depth < 30:
            yield from _texts(record.body, depth + 1)
        elif record.kind == _TEXT_KIND and len(record.body) >= 4:
            kind = struct.unpack_from("<I", record.body)[0]
        elif record.kind == _UTF16:
            yield kind, record.body.decode("utf-16-le", "replace")
        elif record.kind == _LATIN:
            yield kind, record.body.decode("latin-1")


def _directory(stream: bytes, user: bytes) -> tuple[dict[int, int], int]:
    """Number of an object -> its place in the stream, as of the last save; and the document's number."""
    places: dict[int, int] = {}
    document = 0
    edit = struct.unpack_from("<I", user, 16)[0] if len(user) >= 20 else -1
    for _ in range(_EDITS_LIMIT):
        record = _record_at(stream, edit)
        if record is None or record.kind != _EDIT or len(record.body) < 20:
            break
        _, _, edit, directory, number = struct.unpack_from("<IIIII", record.body)
        document = document or number
        listed = _record_at(stream, directory)
        if listed is not None and listed.kind == _DIRECTORY:
            at = 0
            while at + 4 <= len(listed.body):
                head = struct.unpack_from("<I", listed.body, at)[0]
                first, count = head & 0xFFFFF, head >> 20
                at += 4
                for offset in range(min(count, (len(listed.body) - at) // 4)):
                    place = struct.unpack_from("<I", listed.body, at + 4 * offset)[0]
                    places.setdefault(first + offset, place)
                at += 4 * count
        if edit == 0:
            break
    return places, document


def _listed(document: _Record, instance: int) -> list[_Listed]:
    """The slides (instance 0) or notes (2) that the document lists, with the texts that are kept there."""
    found: list[_Listed] = []
    kind = 4
    for record in _records(document.body):
        if record.kind != _LIST or record.instance != instance:
            continue
        for atom in _records(record.body):
            if atom.kind == _PERSIST and len(atom.body) >= 16:
                persist, _, _, identity = struct.unpack_from("<IIII", atom.body)
                found.append(_Listed(persist, identity))
            elif atom.kind == _TEXT_KIND and len(atom.body) >= 4:
                kind = struct.unpack_from("<I", atom.body)[0]
            elif found and atom.kind == _UTF16:
                found[-1].texts.append((kind, atom.body.decode("utf-16-le", "replace")))
            elif found and atom.kind == _LATIN:
                found[-1].texts.append((kind, atom.body.decode("latin-1")))
    return found


def _notes(stream: bytes, places: dict[int, int], document: _Record | None) -> dict[int, list[str]]:
    """A slide's identity -> what its speaker wrote for themselves."""
    found: dict[int, list[str]] = {}
    for listed in _listed(document, 2) if document is not None else ():
        record = _record_at(stream, places.get(listed.persist, -1))
        if record is None or record.kind != _NOTES:
            continue
        atom = next((inner for inner in _records(record.body) if inner.kind == _NOTES_ATOM), None)
        if atom is not None and len(atom.body) >= 4:
            identity = struct.unpack_from("<I", atom.body)[0]
            found[identity] = [text for _, text in _texts(record.body) if text.strip("*\r ")]
    return found
