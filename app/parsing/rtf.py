"""RTF: text, table rows and the title, in any of its code pages."""

import re
from dataclasses import dataclass, replace

from app.parsing.output import Output
from app.parsing.page_text import PageText

_TOKEN = re.compile(
    rb"\\([A-Za-z]{1,32})(-?\d{1,10})? ?|\\'([0-9A-Fa-f]{2})|\\([^A-Za-z\r\n])|\\[\r\n]|([{}])|[\r\n]+|([^\\{}\r\n]+)"
)
_SKIPPED = frozenset(
    b"""fonttbl colortbl stylesheet info pict object objdata themedata colorschememapping datastore latentstyles
    listtable listoverridetable rsidtbl generator fldinst sp sn sv xmlnstbl filetbl revtbl mmathPr ftnsep ftnsepc
    aftnsep aftnsepc bkmkstart bkmkend do nonshppict template operator author company doccomm vern pntxta pntxtb
    htmltag mhtmltag passwordhash wgrffmtfilter docvar falt panose fname""".split()
)
_KEPT_THOUGH_IGNORABLE = frozenset({b"shpinst", b"shptxt", b"atnid", b"annotation", b"upr", b"ud"})
_CHARACTERS = {
    b"par": "\n\n", b"line": "\n", b"page": "\n\n", b"sect": "\n\n", b"column": "\n", b"softline": "\n",
    b"tab": "\t", b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’", b"ldblquote": "“",
    b"rdblquote": "”", b"bullet": "•", b"emspace": " ", b"enspace": " ", b"qmspace": " ", b"zwj": "\u200d",
    b"zwnj": "\u200c",
}  # fmt: skip
_SYMBOLS = {b"~": "\u00a0", b"_": "\u2011", b"-": "", b"{": "{", b"}": "}", b"\\": "\\"}
_OF_CHARSETS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "big5", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 255: "cp437",
}  # fmt: skip
_GROUPS_LIMIT = 2000


@dataclass(frozen=True)
class _State:
    """What a group inherits from the one around it."""

    skipped: bool = False
    title: bool = False
    font: int = -1
    fallback_length: int = 1
    hidden: bool = False
    deleted: bool = False  # under "track changes"
    html_only: bool = False
    in_fonts: bool = False


class _Reader:
    """One RTF text while it is read."""

    def __init__(self) -> None:
        self.page = PageText()
        self.title = ""
        self.hidden = False
        self._state = _State()
        self._groups: list[_State] = []
        self._text: list[str] = []
        self._bytes = bytearray()  # of characters in a code page, several for one letter in some
        self._row: list[str] = []
        self._in_row = False
        self._page_encoding = "cp1252"
        self._fonts: dict[int, str] = {}
        self._to_skip = 0
        self._ignorable = False

    def read(self, data: bytes) -> None:
        """Read it all."""
        place = 0
        while place < len(data):
            match = _TOKEN.match(data, place)
            if match is None:
                place += 1
                continue
            place = match.end()
            word, number, byte, symbol, brace, text = match.groups()
            if word is not None:
                if word == b"bin":
                    place += max(int(number or 0), 0)
                else:
                    self._word(word, int(number) if number is not None else None)
            elif byte is not None:
                self._byte(bytes((int(byte, 16),)))
            elif symbol is not None:
                if symbol == b"*":
                    self._ignorable = True
                else:
                    self._characters(_SYMBOLS.get(symbol, ""))
            elif brace == b"{":
                self._decode()
                if len(self._groups) < _GROUPS_LIMIT:
                    self._groups.append(self._state)
                self._to_skip = 0
            elif brace == b"}":
                self._decode()
                self._state = self._groups.pop() if self._groups else _State()
                self._ignorable = False
                self._to_skip = 0
            elif text is not None:
                self._byte(text)
        self._end_paragraph()
        if self._row:
            self.page.row(self._row)

    def _word(self, word: bytes, number: int | None) -> None:
        ignorable, self._ignorable = self._ignorable, False
        state = self._state
        if word != b"u":
            self._decode()
        if word in _SKIPPED or (ignorable and word not in _KEPT_THOUGH_IGNORABLE):
            self._state = replace(state, skipped=True, in_fonts=state.in_fonts or word == b"fonttbl")
        elif word == b"title":
            self._state = replace(state, skipped=False, title=True)
        elif word == b"u" and number is not None:
            self._decode()
            self._characters(chr(number & 0xFFFF))
            self._to_skip = state.fallback_length
        elif word == b"uc":
            self._state = replace(state, fallback_length=min(max(number or 0, 0), 8))
        elif word == b"f" and number is not None:
            self._state = replace(state, font=number)
        elif word == b"fcharset" and state.in_fonts and number is not None:
            self._fonts[state.font] = _OF_CHARSETS.get(number, "")
        elif word == b"cpg" and state.in_fonts and number is not None:
            self._fonts[state.font] = f"cp{number}"
        elif word == b"ansicpg" and number is not None:
            self._page_encoding = f"cp{number}"
        elif word in (b"mac", b"pc", b"pca"):
            self._page_encoding = {b"mac": "mac_roman", b"pc": "cp437", b"pca": "cp850"}[word]
        elif word == b"v":
            self._state = replace(state, hidden=number != 0)
        elif word == b"deleted":
            self._state = replace(state, deleted=number != 0)
        elif word == b"htmlrtf":
            self._state = replace(state, html_only=number != 0)
        elif word == b"plain":
            self._state = replace(state, hidden=False, deleted=False)
        elif state.skipped or state.html_only:
            return
        elif word == b"intbl":
            self._in_row = True
        elif word in (b"cell", b"nestcell"):
            self._row.append(self._taken())
        elif word in (b"row", b"nestrow"):
            self.page.row(self._row)
            self._row = []
            self._in_row = False
        elif word == b"pard":
            self._in_row = False
        elif word in _CHARACTERS:
            if _CHARACTERS[word] == "\n\n" and not self._row and not self._in_row:
                self._end_paragraph()
            else:
                self._characters(_CHARACTERS[word])

    def _byte(self, raw: bytes) -> None:
        if self._to_skip:
            skipped = min(self._to_skip, len(raw))
            self._to_skip -= skipped
            raw = raw[skipped:]
        if not self._state.skipped or self._state.title:
            self._bytes += raw

    def _decode(self) -> None:
        if not self._bytes:
            return
        raw = bytes(self._bytes)
        self._bytes.clear()
        encoding = self._fonts.get(self._state.font) or self._page_encoding
        try:
            text = raw.decode(encoding, "replace")
        except LookupError:
            text = raw.decode("cp1252", "replace")
        self._characters(text)

    def _characters(self, text: str) -> None:
        self._decode()
        if self._state.title:
            self.title += text
        elif not (self._state.skipped or self._state.html_only or self._state.deleted):
            self._text.append(text)
            self.hidden = self.hidden or (self._state.hidden and not text.isspace())

    def _taken(self) -> str:
        self._decode()
        text = "".join(self._text)
        self._text.clear()
        return text

    def _end_paragraph(self) -> None:
        self.page.paragraph(self._taken())


def read(data: bytes, output: Output) -> None:
    """Send the text as one page."""
    reader = _Reader()
    reader.read(data)
    output.facts("rtf", reader.title)
    if reader.hidden:
        output.note("hidden_text")
    if b"\\objdata" in data:
        output.note("active_content")
    output.page(reader.page.page(1))


def plain_text(data: bytes) -> str:
    """All text, for messages."""
    reader = _Reader()
    reader.read(data)
    return reader.page.page(1).text
