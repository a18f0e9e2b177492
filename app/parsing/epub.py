"""EPUB: the chapters in the order of reading, one page each."""

import posixpath
import re

from app.domain.errors import DocumentError
from app.parsing import html
from app.parsing.archive import Archive
from app.parsing.output import Output
from app.parsing.page_text import PageText
from app.parsing.xml_tree import Element, all_named, attribute, first, local, parse

_FONT_SCRAMBLING = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_TEXTS = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document")


def read(data: bytes, output: Output) -> None:
    """Send the book's chapters."""
    archive = Archive(data)
    book = _book(archive)
    root = parse(archive.read(book)) if book else None
    elements = () if root is None else reversed(list(root.iter()))
    facts = {local(element): (element.text or "").strip() for element in elements}
    output.facts("epub", facts.get("title", ""), facts.get("date", ""))
    chapters = _chapters(root, posixpath.dirname(book)) if root is not None else []
    if not any(map(archive.has, chapters)):
        output.note("partly_damaged")
        chapters = _pages_in(archive)
    if not chapters:
        raise DocumentError("document_damaged")
    locked = _locked(archive)
    if chapters and all(name.lower() in locked for name in chapters):
        raise DocumentError("document_rights_managed")
    for number, name in enumerate(chapters, start=1):
        page = PageText()
        content = archive.find(name)
        if content is None or name.lower() in locked:
            output.note("partly_damaged")
        else:
            try:
                html.add_page(html.parse(content), page, main_only=False)
            except DocumentError as error:
                if error.code != "document_no_words":
                    raise
        output.page(page.page(number, page.first_heading))
    if not archive.whole:
        output.note("partly_damaged")


def _book(archive: Archive) -> str:
    """The part that lists all others; empty when there is none."""
    container = archive.find("META-INF/container.xml")
    if container:
        for rootfile in all_named(parse(container), "rootfile"):
            name = attribute(rootfile, "full-path")
            if archive.has(name):
                return name
    for name in archive.names():
        if name.endswith(".opf"):
            return name
    return ""


def _chapters(root: Element, folder: str) -> list[str]:
    manifest, spine = first(root, "manifest"), first(root, "spine")
    parts = {
        attribute(item, "id"): (attribute(item, "href"), attribute(item, "media-type"))
        for item in (manifest if manifest is not None else ())
    }
    listed = [attribute(item, "idref") for item in (spine if spine is not None else ())] or list(parts)
    chapters = []
    for identity in listed:
        reference, kind = parts.get(identity, ("", ""))
        if reference and kind in _TEXTS:
            name = posixpath.normpath(posixpath.join(folder, _unquoted(reference.partition("#")[0])))
            chapters.append(name)
    return chapters


def _pages_in(archive: Archive) -> list[str]:
    """What looks like a chapter, for a book whose list of them leads nowhere."""
    return sorted(name for name in archive.names() if name.lower().endswith((".xhtml", ".html", ".htm")))


def _locked(archive: Archive) -> set[str]:
    """Parts that only the shop's own reader can open; scrambled fonts don't count."""
    data = archive.find("META-INF/encryption.xml")
    if not data:
        return set()
    found = set()
    for entry in all_named(parse(data), "EncryptedData"):
        method = next((attribute(m, "Algorithm") for m in all_named(entry, "EncryptionMethod")), "")
        if method not in _FONT_SCRAMBLING:
            found |= {
                _unquoted(attribute(reference, "URI")).lower()
                for reference in all_named(entry, "CipherReference")
            }
    return found


def _unquoted(reference: str) -> str:
    """`a%20b` -> `a b`."""
    raw = re.sub(
        rb"%([0-9A-Fa-f]{2})", lambda match: bytes([int(match[1], 16)]), reference.encode("utf-8", "replace")
    )
    return raw.decode("utf-8", "replace")
