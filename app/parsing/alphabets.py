"""Which encoding of single bytes gives letters that make sense: for texts too short for statistics. Pure functions.

Each language writes with few letters beside those of ASCII; read in a wrong encoding they become letters that no one
language has together, capitals within words, or signs between letters.
"""

import re
from collections.abc import Callable
from functools import cache

_WESTERN = (
    "äöüß", "àâæçéèêëîïôœùûüÿ", "áéíñóúüªº", "áâãàçéêíóôõúüªº", "àèéìíîòóùúª", "áéèëêïíóöü", "äåöéü", "æøåéèêóòâôäöü",
    "àçèéíïòóúü",
)  # fmt: skip
_CENTRAL = (
    "ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "ăâîşţ", "čćđšž",
)  # fmt: skip
_TURKISH = ("çğıöşüâîû",)
_BALTIC = ("ąčęėįšųūž", "āčēģīķļņšūžō", "äõöüšž")
_LATIN = (
    ("cp1252", _WESTERN), ("cp1250", _CENTRAL), ("cp1254", _TURKISH), ("cp1257", _BALTIC), ("cp850", _WESTERN),
    ("mac_roman", _WESTERN), ("cp852", _CENTRAL), ("mac_latin2", _CENTRAL), ("cp1252", ("".join(_WESTERN),)),
)  # fmt: skip
_CYRILLIC = ("cp1251", "koi8-r", "koi8-u", "cp866", "iso8859-5", "mac_cyrillic")
ENCODINGS = (*(encoding for encoding, _ in _LATIN), *_CYRILLIC, "cp1253", "cp1255", "cp874")
_CYRILLIC_LETTERS = frozenset("абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґўђјљњћџѕ")
_CYRILLIC_FREQUENT = frozenset("оеаинтслрві")
_GREEK_FREQUENT = frozenset("αάοόιίεέτσςνηήυύρπκ")
_HEBREW_FINAL, _HEBREW_NOT_FINAL = frozenset("ךםןףץ"), frozenset("כמנפצ")
_THAI_FREQUENT = frozenset("านรอกเงคมยลวดทสต่้ปบหแจพชขใไิีัุะ็์ูำโถซณผ")
_THAI_AFTER_CONSONANT = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
_THAI_IN_PLACE = re.compile(
    "(?<=[\u0e01-\u0e2e\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]"
)
_WORD = re.compile(r"[^\W\d_]+")
_CAPITAL_INSIDE = re.compile(r"[a-zß-öø-ÿ][A-ZÀ-ÖØ-Þ]")
_SIGN_INSIDE = re.compile(r"(?<=[^\W\d_])[^\w\s\x00-\x7f’‘–—·…](?=[^\W\d_])|[¹³¼½¾±¶¯¨¦¤](?=[^\W\d_])")
_TILDE = re.compile("õ(?![es])")
_ENOUGH_FOR_STATISTICS = 60  # letters outside of ASCII
_MARKED_WORD = re.compile(rb"[A-Za-z]*[\x80-\xff][A-Za-z\x80-\xff]*")
_RUNS = re.compile(rb"[\x80-\xff]{2,}")
_WITHIN_WORD = re.compile(rb"(?<=[A-Za-z])[\x80-\xff]{2}(?=[a-z])")  # as in Größe; no two bytes of one letter
_RUNS_SHARE = 0.75  # of what is outside of ASCII, beside its like: more is in no language of Latin script
_OTHER_SHARE = 0.6  # of the letters of such words, outside of ASCII: more are in no language of Latin script


def sensible_encoding(data: bytes) -> str:
    """The encoding in which a text of single bytes has sensible letters; "" where none has or many letters leave the
    choice to statistics."""
    words = _MARKED_WORD.findall(data)
    if not words:
        return ""
    letters = b"".join(words)
    high = [byte for byte in letters if byte > 0x7F]
    # Where all of them are of one byte they are signs, £ say.
    if len(high) > _OTHER_SHARE * len(letters) and max(map(len, words)) > 1:
        judges: tuple[tuple[str, Callable[[str], bool]], ...] = (
            ("cp1255", _is_hebrew),
            ("cp874", _is_thai),
            ("cp1253", _is_greek),
            *((encoding, _is_cyrillic) for encoding in _CYRILLIC),
        )
        return next((encoding for encoding, judge in judges if judge(_decoded(data, encoding))), "")
    in_runs = sum(map(len, _RUNS.findall(data))) - sum(map(len, _WITHIN_WORD.findall(data)))
    if len(high) > _ENOUGH_FOR_STATISTICS or in_runs > _RUNS_SHARE * len(high):
        return ""
    return next(
        (encoding for encoding, alphabets in _LATIN if _is_latin(_decoded(data, encoding), alphabets)), ""
    )


def _decoded(data: bytes, encoding: str) -> str:
    """The text; empty where it has bytes that mean nothing."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return ""


@cache
def _letters(alphabet: str) -> frozenset[str]:
    return frozenset(alphabet)


def _is_latin(text: str, alphabets: tuple[str, ...]) -> bool:
    if not text or (_CAPITAL_INSIDE.search(text) and not _CAPITAL_INSIDE.search(_ascii(text))):
        return False
    if _SIGN_INSIDE.search(text) or (_TILDE.search(text) and alphabets is _WESTERN):
        return False
    found = frozenset(letter for letter in text.lower() if letter > "\x7f" and letter.isalpha())
    return any(found <= _letters(alphabet) for alphabet in alphabets)


def _ascii(text: str) -> str:
    return text.encode("ascii", "replace").decode()


def _words_of_others(text: str) -> list[str]:
    """The words that begin with a letter outside of ASCII."""
    return [word for word in _WORD.findall(text) if word > "\x7f"]


def _in_usual_case(words: list[str]) -> int:
    """How many have no capital but the first letter, or nothing but capitals."""
    return sum(word[1:].islower() or word.isupper() or len(word) == 1 for word in words)


def _is_cyrillic(text: str) -> bool:
    words = _words_of_others(text)
    letters = "".join(words).lower()
    known = sum(letter in _CYRILLIC_LETTERS for letter in letters)
    usual = _in_usual_case(words)
    frequent = sum(letter in _CYRILLIC_FREQUENT for letter in letters)
    signs = sum(character > "\x7f" and not character.isalpha() for character in text.replace("№", ""))
    if signs > 0.1 * len(letters):
        return False
    return known > 0.97 * len(letters) and usual > 0.96 * len(words) and frequent > 0.45 * len(letters) > 0


def _is_greek(text: str) -> bool:
    words = _words_of_others(text)
    letters = "".join(words).lower()
    greek = sum("\u0386" <= letter <= "\u03ce" for letter in letters)
    usual = _in_usual_case(words)
    sigmas = sum("ς" in word[:-1] or word.endswith("σ") for word in words)
    frequent = sum(letter in _GREEK_FREQUENT for letter in letters)
    if sigmas > 0.05 * len(words) or usual < 0.96 * len(words):
        return False
    if any(
        word.endswith(("ΰ", "ΐ")) for word in words
    ):  # no Greek word ends so; they are the Russian а and А
        return False
    return greek > 0.97 * len(letters) and frequent > 0.6 * len(letters) > 0


def _is_hebrew(text: str) -> bool:
    words = [word for word in _WORD.findall(text) if any("\u05d0" <= letter <= "\u05ea" for letter in word)]
    letters = "".join(words)
    inside = sum(letter in _HEBREW_FINAL for word in words for letter in word[:-1])
    at_end = sum(word[-1] in _HEBREW_NOT_FINAL for word in words if len(word) > 1)
    others = sum(letter > "\x7f" and not "\u05d0" <= letter <= "\u05ea" for letter in text)
    return bool(words) and others <= 0.1 * len(letters) and not inside and at_end <= 0.1 * len(words)


def _is_thai(text: str) -> bool:
    thai = sum("\u0e01" <= letter <= "\u0e5b" for letter in text)
    other = sum(letter > "\x7f" and not "\u0e01" <= letter <= "\u0e5b" for letter in text)
    marks = len(_THAI_AFTER_CONSONANT.findall(text))
    frequent = sum(letter in _THAI_FREQUENT for letter in text)
    if other > 0.02 * thai or marks < 0.1 * thai or frequent < 0.85 * thai:
        return False
    return thai > 0 and len(_THAI_IN_PLACE.findall(text)) >= 0.97 * marks
