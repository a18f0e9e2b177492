"""What kind of file this is, by its content. The name only tells kinds of text apart."""

from app.domain.errors import DocumentError
from app.parsing import text_kind
from app.parsing.archive import Archive
from app.parsing.charset import decode

_PDF_LOOKED_AT_BYTES = 1024
_TEXT_LOOKED_AT_BYTES = 16 * 1024
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_BARE_XLS = (b"\x09\0", b"\x09\2", b"\x09\4", b"\x09\x08")
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

# First bytes -> what a person calls it.
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff")
_OTHER_PICTURES = (b"GIF8", b"BM", b"II*\0", b"MM\0*", b"8BPS", b"\xd7\xcd\xc6\x9a")
_OTHERS = (
    (b"ID3", "a recording"), (b"fLaC", "a recording"), (b"OggS", "a recording"), (b"\x1aE\xdf\xa3", "a film"),
    (b"\x1f\x8b", "a packed archive"), (b"BZh", "a packed archive"), (b"\xfd7zXZ\0", "a packed archive"),
    (b"7z\xbc\xaf'\x1c", "a packed archive"), (b"Rar!", "a packed archive"), (b"(\xb5/\xfd", "a packed archive"),
    (b"\x7fELF", "a program"), (b"MZ", "a program"), (b"\xca\xfe\xba\xbe", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"SQLite format 3\0", "a database"), (b"GGUF", "a model for Hearth"), (b"wOFF", "a font"), (b"OTTO", "a font"),
    (b"\0\1\0\0\0", "a font or a database"), (b"%!PS", "a PostScript file"),
)  # fmt: skip


def detect(data: bytes, name: str) -> str:
    """The kind, a key of `app.parsing.reading`. Raises DocumentError for kinds that hold no text."""
    beginning = _by_beginning(data)
    return (_in_zip(data) if beginning == "zip" else beginning) or _of_text(data, name)


def detect_text(data: bytes, name: str) -> str:
    """The kind of a text, told without a look into any package; "" for what begins like another document.

    Raises as `detect`.
    """
    return "" if _by_beginning(data) else _of_text(data, name)


def _by_beginning(data: bytes) -> str:
    if b"%PDF-" in data[:_PDF_LOOKED_AT_BYTES]:
        return "pdf"
    if data.startswith(_ZIP):
        return "zip"
    if data.startswith(_COMPOUND):
        return "compound"
    if data[:2] in _BARE_XLS and data[3:4] == b"\0":
        return "xls"
    return "picture" if data.startswith(_PICTURES) else ""


def _of_text(data: bytes, name: str) -> str:
    if data.startswith(_OTHER_PICTURES) and _no_text(data):
        raise DocumentError("document_picture_form")
    for beginning, called in _OTHERS:
        if data.startswith(beginning) and _no_text(data):
            raise DocumentError("document_kind_not_read", kind=called)
    if data[4:8] == b"ftyp" or data[:4] == b"RIFF":
        if data[8:12] in (b"heic", b"heix", b"mif1", b"avif", b"WEBP"):
            raise DocumentError("document_picture_form")
        raise DocumentError("document_kind_not_read", kind=_in_container(data))
    return text_kind.detect(decode(data[:_TEXT_LOOKED_AT_BYTES]), name)


def _no_text(data: bytes) -> bool:
    """Whether the beginning can't be text, for marks so short that a text may begin with them."""
    return any(byte < 9 or byte == 0x7F or byte > 0xF7 for byte in data[:512]) or data.startswith(b"%!PS")


def _in_container(data: bytes) -> str:
    return "a recording" if data[8:12] in (b"WAVE", b"M4A ") else "a film"


def _in_zip(data: bytes) -> str:
    archive = Archive(data)
    names = archive.names()
    mimetype = (archive.find("mimetype") or b"")[:100].decode("ascii", "replace").strip()
    if "opendocument" in mimetype or "vnd.sun.xml" in mimetype:
        return "odf"
    if mimetype == "application/epub+zip" or archive.has("META-INF/container.xml"):
        return "epub"
    for folder, kind in (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx")):
        if any(name.startswith(folder) for name in names):
            return kind
    types = (archive.find("[Content_Types].xml") or b"").lower()
    for mark, kind in (
        (b"wordprocessingml", "docx"),
        (b"spreadsheetml", "xlsx"),
        (b"presentationml", "pptx"),
    ):
        if mark in types:
            return kind
    if archive.has("content.xml"):
        return "odf"
    raise DocumentError("document_kind_not_read", kind="a packed archive")
