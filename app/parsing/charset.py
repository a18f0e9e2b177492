"""Bytes of a text in any encoding -> text. The one door to charset_normalizer."""

import codecs
import re
from encodings.aliases import aliases

from charset_normalizer import from_bytes

from app.parsing.alphabets import ENCODINGS, sensible_encoding

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that one's
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What is written under these names uses what the wider encodings have besides.
_WIDER = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "shift_jis": "cp932", "gb2312": "gb18030",
    "gbk": "gb18030", "euc_kr": "cp949", "tis-620": "cp874", "iso8859-11": "cp874",
}  # fmt: skip
_WITHOUT_ALIAS = (
    "cp1006", "cp720", "cp737", "cp856", "cp874", "cp875", "idna", "koi8_u", "punycode", "unicode_escape",
)  # fmt: skip
# Statistics find these in short texts; no file that people keep is in them.
_NEVER_MEANT = ("cp1006", "cp037", "cp273", "cp424", "cp500", "cp875", "cp1026", "cp1140")
_TWO_BYTES = ("utf_16", "utf_16_be", "utf_16_le")  # a space or a line's end has a zero byte there
_LOOKED_AT_BYTES = 64 * 1024
_JUDGED_BYTES = 8 * 1024
_MIXED = "hearth_mixed"
_LOW_CONTROLS = [bytes((number,)) for number in (*range(9), *range(14, 32))]
_ESCAPED = re.compile("[\udc80-\udcff]")
_ASCII = re.compile("[\0-\x7f]")
_HIRAGANA = re.compile("[\u3041-\u3096]")
_CONTROLS = frozenset(map(chr, (*range(9), *range(14, 27), *range(28, 32), 0x7F)))


def load() -> None:
    """Load all encodings: once a process is confined, none can be loaded any more."""
    for name in {*aliases.values(), *ENCODINGS, *_WITHOUT_ALIAS}:
        try:
            codecs.lookup(name)
        except LookupError:
            continue  # of another system
    decode("wärmt auf, größer".encode("cp1252"))


def decode(data: bytes, declared: str = "") -> str:
    """The text of `data`. `declared` is the encoding that the document names itself, believed if it fits.

    Bytes that are no UTF-8 in a text that is otherwise are taken for the older encoding that is usual beside it.
    """
    encoding = encoding_of(data, declared)
    return data[_mark_length(data) :].decode(encoding, _MIXED if encoding == "utf-8" else "replace")


def encoding_of(data: bytes, declared: str = "") -> str:
    """The encoding `data` is most likely in, a name that Python knows."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    wide = _wide(data[:4096]) or _wide_by_sense(data[:4096])
    if wide:
        return wide
    head = data[:_LOOKED_AT_BYTES]
    if _fits(data, "utf-8"):
        return "utf-8"
    if declared and (encoding := _known(declared)) and _fits(head[: len(head) // 4 * 4], encoding):
        return encoding
    if _is_mostly_utf8(head):
        return "utf-8"
    if _is_shift_jis(head):
        return "cp932"
    if _is_euc_jp(head):
        return "euc_jp"
    if sensible := sensible_encoding(head[:_JUDGED_BYTES]):
        return sensible
    unlikely = _NEVER_MEANT if b"\0" in head else (*_NEVER_MEANT, *_TWO_BYTES)
    best = from_bytes(head, cp_exclusion=list(unlikely)).best()
    return "cp1252" if best is None else _known(best.encoding) or "cp1252"


def is_binary(text: str) -> bool:
    """Whether a beginning of "text" holds characters that no text has, and not just one or two."""
    controls = sum(character in _CONTROLS for character in text)
    return controls > 2 + len(text) // 500


def _mark_length(data: bytes) -> int:
    return next((len(mark) for mark, _ in _MARKS if data.startswith(mark)), 0)


def _known(name: str) -> str:
    try:
        codec = codecs.lookup(name.strip())
    except (LookupError, ValueError):
        return ""
    if not getattr(codec, "_is_text_encoding", True) or codec.name in ("idna", "punycode", "undefined"):
        return ""
    return _WIDER.get(codec.name, codec.name)


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeError as error:
        # A multi-byte character may be cut at the end of the part that is looked at.
        return isinstance(error, UnicodeDecodeError) and error.start > len(data) - 4 and len(data) > 4096
    return True


def _wide(head: bytes) -> str:
    """UTF-16 or UTF-32 without a mark: every second byte, or three of four, is mostly zero."""
    if head.count(0) * 4 < len(head) or len(head) < 4:
        return ""
    zeros = [head[place::4].count(0) / max(len(head[place::4]), 1) for place in range(4)]
    if min(zeros[1:]) > 0.9:
        return "utf-32-le"
    if min(zeros[:3]) > 0.9:
        return "utf-32-be"
    if min(zeros[1], zeros[3]) > 0.6 and max(zeros[0], zeros[2]) < 0.3:
        return "utf-16-le"
    if min(zeros[0], zeros[2]) > 0.6 and max(zeros[1], zeros[3]) < 0.3:
        return "utf-16-be"
    return ""


def _wide_by_sense(head: bytes) -> str:
    """UTF-16 without a mark in a script whose characters have no zero byte, Cyrillic say; "" for anything else.

    Asked only where a text of single bytes is out of the question: it would be full of control characters.
    """
    head = head[: len(head) // 2 * 2]
    if sum(map(head.count, _LOW_CONTROLS)) * 5 < len(head) or len(head) < 8:
        return ""
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = head.decode(encoding)
        except UnicodeDecodeError as error:
            if error.start < len(head) - 2:
                continue
            text = head[: error.start].decode(encoding)
        sensible = sum(
            character.isspace() or (character.isprintable() and ord(character) < 0x3000) for character in text
        )
        scripts = {ord(character) >> 8 for character in text if character.isalpha()}
        if sensible >= 0.98 * len(text) and 0 < len(scripts) <= 4:
            return encoding
    return ""


def _is_mostly_utf8(head: bytes) -> bool:
    """Whether more characters outside of ASCII are UTF-8 than bytes aren't."""
    text = head.decode("utf-8", "surrogateescape")
    wrong = len(_ESCAPED.findall(text))
    return len(text) - len(_ASCII.findall(text)) - wrong >= wrong > 0


def _is_shift_jis(head: bytes) -> bool:
    """Whether it reads as Japanese: no other encoding gives that many hiragana."""
    text = head.decode("cp932", "ignore")
    strange = sum(map(str.isascii, text))
    return len(_HIRAGANA.findall(text)) * 5 >= len(text) - strange > 0 and _fits(head, "cp932")


def _is_euc_jp(head: bytes) -> bool:
    """Whether it reads as Japanese there: in other encodings of pairs of bytes hiragana are hardly ever used."""
    if not _fits(head, "euc_jp"):
        return False
    text = head.decode("euc_jp", "ignore")
    strange = len(text) - len(_ASCII.findall(text))
    return len(_HIRAGANA.findall(text)) * 12 >= strange > 0 and bool(_HIRAGANA.search(text))


def _single_byte(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(_MIXED, _single_byte)
