"""Makes every character of a hostile text visible, or leaves it out. Pure, no Qt.

| characters | become |
| --- | --- |
| line ends of every kind (CR LF, CR, vertical tab, form feed, NEL, U+2028, U+2029) | one line feed |
| C0 controls, NUL, escape, delete | their pictures: ␀ ␛ ␡ |
| C1 controls, lone surrogates, noncharacters, U+FFFC, tag characters | � |
| bidirectional embeddings, overrides and isolates | their names: ⟨RLO⟩ |
| zero-width space, word joiner, invisible operators, soft hyphen, byte order mark, Hangul fillers, U+180E, \
supplementary variation selectors | nothing |
| zero-width joiner and non-joiner | kept between two characters that need them (emoji, Persian, Indic), \
else nothing |
| direction marks U+200E, U+200F, U+061C | kept: Hebrew and Arabic need them, and they turn no letter round |

Qt uses U+FDD0, U+FDD1, U+FFFC, U+2028 and U+2029 as marks inside a document, so none may reach it.
"""

import re
import unicodedata

REPLACEMENT = "\ufffd"
_BIDI_NAMES = {
    0x202A: "LRE",
    0x202B: "RLE",
    0x202C: "PDF",
    0x202D: "LRO",
    0x202E: "RLO",
    0x2066: "LRI",
    0x2067: "RLI",
    0x2068: "FSI",
    0x2069: "PDI",
}
_NOTHING = (0x00AD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x200B, 0x3164, 0xFEFF, 0xFFA0)


def _table() -> dict[int, str]:
    table = {code: chr(0x2400 + code) for code in range(0x20) if code not in (0x09, 0x0A)}
    table |= {0x0B: "\n", 0x0C: "\n", 0x0D: "\n", 0x85: "\n", 0x2028: "\n", 0x2029: "\n"}
    table[0x7F] = "\u2421"
    table |= {code: REPLACEMENT for code in range(0x80, 0xA0) if code != 0x85}
    table |= {code: f"⟨{name}⟩" for code, name in _BIDI_NAMES.items()}
    table |= dict.fromkeys(_NOTHING, "")
    table |= dict.fromkeys(range(0x2060, 0x2066), "")
    table |= dict.fromkeys(range(0x206A, 0x2070), "")
    table |= dict.fromkeys(range(0xE0100, 0xE01F0), "")
    table |= dict.fromkeys(range(0xD800, 0xE000), REPLACEMENT)
    table |= dict.fromkeys(range(0xFDD0, 0xFDF0), REPLACEMENT)
    table |= dict.fromkeys(range(0xFFF9, 0xFFFD), REPLACEMENT)
    table |= dict.fromkeys(range(0xE0000, 0xE0080), REPLACEMENT)
    for plane in range(0x11):
        table |= dict.fromkeys((plane * 0x10000 + 0xFFFE, plane * 0x10000 + 0xFFFF), REPLACEMENT)
    return table


_TABLE = _table()
# A joiner has work to do only between two characters outside ASCII; elsewhere it only hides a difference.
_IDLE_JOINER = re.compile("(?<![^\\x00-\\x7f])[\u200c\u200d]+|[\u200c\u200d]+(?![^\\x00-\\x7f\u200c\u200d])")


def mapped(text: str) -> str:
    """`text` with every character replaced on its own, so that pieces can be mapped. Keeps joiners.

    A carriage return and a line feed become two line feeds; `visible` and the stream take care of pairs.
    """
    return text if text.isascii() and text.isprintable() else text.translate(_TABLE)


def visible(text: str) -> str:
    """`text` as it may be shown: nothing hidden, nothing that turns the reading direction round."""
    if text.isascii() and text.isprintable():
        return text
    return _IDLE_JOINER.sub("", mapped(text.replace("\r\n", "\n")))


def reads_from_right(text: str) -> bool:
    """Whether the first letter with a direction is one of a script that is written from right to left."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


def exact(body: bytes) -> str:
    """The bytes as the text they are; a sign that can't be seen is named in its place."""
    return "".join(one if one.isprintable() else f"⟨U+{ord(one):04X}⟩" for one in body.decode("utf-8"))
