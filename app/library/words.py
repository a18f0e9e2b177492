"""What the keyword index sees of a text: lower-case stems, and character pairs where no spaces are written.

Pure functions and a cache; any thread. Index and query must agree, so both come from here: raise
`WORDS_VERSION` whenever the words of a text change.
"""

import re
import threading
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache

import snowballstemmer

from app.library import hebrew
from app.library.language import UNSPACED
from app.library.question_words import without_question_words

WORDS_VERSION = 2
LONGEST_WORD_CHARS = 40  # longer runs are keys, hashes or encoded data: cut, so that the index stays small

# Letters and digits of any script, with the vowel signs that Python doesn't count among them, but no full stops
# (U+0964, U+0965, U+0970, U+0DF4).
_RUN = re.compile(
    "[\\w\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0900-\u0963\u0966-\u096f\u0971-\u0df3" + UNSPACED + "]+"
)
_UNSPACED_RUN = re.compile(f"[{UNSPACED}]+")
# Signs over and under letters, and what stands in the midst of a word unseen: soft hyphens, joiners.
_MARKS = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0640\u00ad\u200d\u2060\ufeff]+"
)
# 12,500 and 12.500 are 12500, E-4711 is E4711: these are looked for as one word, too.
_GROUPED = (
    re.compile(  # begins with a digit that nothing belongs before: asked in this order it is twice as fast
        r"\d(?<![\da-z.,'’-]\d)\d{0,2}([.,'’٬ ])\d{3}(?:\1\d{3}){0,6}(?![\da-z]|\1\d)"
    )  # of eight groups at most: a long row of numbers would be looked through anew from each of them
)
# A code is looked for from its hyphen on: there are fewer of these than letters.
_CODE_LETTERS = re.compile(r"(?<![\da-z-])[^\W\d_" + UNSPACED + r"]{1,10}\Z")
_CODE_REST = re.compile(r"-[^\W\d_]{0,3}\d{2,20}(?![\w-])")
_DIGITS = {
    zero + number: ord("0") + number
    for zero in (0x0660, 0x06F0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66)
    for number in range(10)
}
_TURKISH = {ord("I"): "ı", ord("İ"): "i"}

# Language code -> Snowball algorithm.
STEMMERS = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "eo": "esperanto", "es": "spanish", "et": "estonian", "eu": "basque", "fa": "persian",
    "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian",
    "id": "indonesian", "it": "italian", "lt": "lithuanian", "ne": "nepali", "nl": "dutch", "no": "norwegian",
    "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian", "sv": "swedish",
    "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip


def index_words(text: str, language: str) -> list[str]:
    """The words of `text` in reading order, stemmed as in `language` (a code; "" for no stemming). Numbers and codes
    as one word follow at the end."""
    stem, plain = _stemmer(language), _plain(text, language)
    words = [stem(word) if whole else word for word, whole in _pieces(plain)]
    return words + [joined for joined, _ in _joined(plain)]


def titles_above(headings: Iterable[str], text: str) -> list[str]:
    """The headings of a passage that don't stand in its text."""
    return [title for title in headings if title not in text]


def passage_words(headings: Iterable[str], text: str, language: str) -> list[str]:
    """What the keyword index sees of a passage: the titles above it, then itself."""
    return index_words(" \n".join((*titles_above(headings, text), text)), language)


def query_words(text: str, languages: Iterable[str]) -> list[tuple[str, ...]]:
    """For each word of a query, but those that ask, the forms it may have in the index, one per language.

    Repeats stay. A number or code in parts is looked for by these, the last of which may be the whole: another word
    would give it too much weight.
    """
    spoken = tuple(languages)
    stemmers = [_stemmer(language) for language in spoken if language != "tr"] or [_stemmer("")]
    asked = without_question_words(text, spoken)
    plain = _plain(asked)
    pieces = list(_pieces(plain))
    found = [[stem(word) for stem in stemmers] if whole else [word] for word, whole in pieces]
    if "tr" in spoken:  # whose small letters are others
        stem = _stemmer("tr")
        for forms, (word, whole) in zip(found, _pieces(_plain(asked, "tr")), strict=True):
            forms.append(stem(word) if whole else word)
    for joined, last in _joined(plain):
        places = (at for at, (word, _) in enumerate(pieces) if word == last and joined not in found[at])
        place = next(places, None)
        if place is not None:
            found[place].append(joined)
    return [tuple(dict.fromkeys(forms)) for forms in found]


def _pieces(plain: str) -> Iterator[tuple[str, bool]]:
    """Words and whether they can be stemmed; runs without spaces come as overlapping pairs of characters."""
    for run in _RUN.findall(plain):
        if run.isascii() or _UNSPACED_RUN.search(run) is None:
            yield run[:LONGEST_WORD_CHARS], True
            continue
        begin = 0
        for match in _UNSPACED_RUN.finditer(run):
            if match.start() > begin:
                yield run[begin : match.start()][:LONGEST_WORD_CHARS], True
            yield from ((pair, False) for pair in _pairs(match.group()))
            begin = match.end()
        if begin < len(run):
            yield run[begin:][:LONGEST_WORD_CHARS], True


def _joined(plain: str) -> Iterator[tuple[str, str]]:
    """Numbers and codes that are written in parts, as one word, each with its last part."""
    found = [match.group() for match in _GROUPED.finditer(plain)]
    for rest in _CODE_REST.finditer(plain):
        letters = _CODE_LETTERS.search(plain, max(0, rest.start() - 11), rest.start())
        if letters is not None:
            found.append(letters.group() + rest.group())
    for one in found:
        parts = _RUN.findall(one)
        yield "".join(parts)[:LONGEST_WORD_CHARS], parts[-1][:LONGEST_WORD_CHARS]


def _pairs(run: str) -> list[str]:
    return [run] if len(run) == 1 else [run[place : place + 2] for place in range(len(run) - 1)]


def _plain(text: str, language: str = "") -> str:
    """The text that words are taken from."""
    return _normal(text.translate(_TURKISH) if language == "tr" else text).replace("_", " ")


def _normal(text: str) -> str:
    """Compatible forms made one, case folded, vowel signs and accents that are written apart taken out."""
    if text.isascii():
        return text.lower()
    return _MARKS.sub("", unicodedata.normalize("NFKC", text).casefold().translate(_DIGITS))


class _Stemmer:
    """Remembers the stems of words: a language has few of them, and stemming in Python is slow."""

    LIMIT = 200_000

    def __init__(self, algorithm: str) -> None:
        self._stem = snowballstemmer.stemmer(algorithm).stemWord
        self._known: dict[str, str] = {}
        self._lock = (
            threading.Lock()
        )  # a stemmer keeps the word it works on; files are read in several threads

    def __call__(self, word: str) -> str:
        found = self._known.get(word)
        if found is None:
            with self._lock:
                if len(self._known) > self.LIMIT:
                    self._known.clear()
                found = self._known[word] = str(self._stem(word)) or word
        return found


@cache
def _known_stemmer(algorithm: str) -> _Stemmer:
    return _Stemmer(algorithm)


def _stemmer(language: str) -> Callable[[str], str]:
    if language == "he":
        return hebrew.stem
    algorithm = STEMMERS.get(language)
    return _known_stemmer(algorithm) if algorithm else str
