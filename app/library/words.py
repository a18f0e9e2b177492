"""What the keyword index sees of a text: lower-case stems, and character pairs where no spaces are written.

Pure functions and a cache; any thread. Index and query must agree, so both come from here: raise
`WORDS_VERSION` whenever the words of a text change.
"""

import re
import threading
import unicodedata
from collections.abc import Iterable
from functools import cache

import snowballstemmer

from app.library.language import UNSPACED
from app.library.question_words import without_question_words

WORDS_VERSION = 1
LONGEST_WORD_CHARS = 40  # longer runs are keys, hashes or encoded data: cut, so that the index stays small

# Letters and digits of any script, with the vowel signs that Python doesn't count among them.
_RUN = re.compile(f"[\\w\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0900-\u0dff{UNSPACED}]+")
_UNSPACED_RUN = re.compile(f"[{UNSPACED}]+")
_MARKS = re.compile("[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]+")

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
    """The words of `text` in reading order, stemmed as in `language` (a code; "" for no stemming)."""
    stem = _stemmer(language)
    return [stem(word) if whole else word for word, whole in _pieces(text)]


def query_words(text: str, languages: Iterable[str]) -> list[tuple[str, ...]]:
    """For each word of a query, but those that ask, the forms it may have in the index, one per language.

    Repeats stay.
    """
    spoken = tuple(languages)
    stemmers = [_stemmer(language) for language in spoken] or [_stemmer("")]
    found: list[tuple[str, ...]] = []
    for word, whole in _pieces(without_question_words(text, spoken)):
        forms = dict.fromkeys(stem(word) for stem in stemmers) if whole else {word: None}
        found.append(tuple(forms))
    return found


def _pieces(text: str) -> list[tuple[str, bool]]:
    """Words and whether they can be stemmed; runs without spaces come as overlapping pairs of characters."""
    plain = _normal(text).replace("_", " ")
    found: list[tuple[str, bool]] = []
    for run in _RUN.findall(plain):
        if run.isascii() or _UNSPACED_RUN.search(run) is None:
            found.append((run[:LONGEST_WORD_CHARS], True))
            continue
        begin = 0
        for match in _UNSPACED_RUN.finditer(run):
            if match.start() > begin:
                found.append((run[begin : match.start()][:LONGEST_WORD_CHARS], True))
            found.extend((pair, False) for pair in _pairs(match.group()))
            begin = match.end()
        if begin < len(run):
            found.append((run[begin:][:LONGEST_WORD_CHARS], True))
    return found


def _pairs(run: str) -> list[str]:
    return [run] if len(run) == 1 else [run[place : place + 2] for place in range(len(run) - 1)]


def _normal(text: str) -> str:
    """Compatible forms made one, case folded, vowel signs and accents that are written apart taken out."""
    if text.isascii():
        return text.lower()
    return _MARKS.sub("", unicodedata.normalize("NFKC", text).casefold())


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


def _stemmer(language: str) -> "_Stemmer | type[str]":
    algorithm = STEMMERS.get(language)
    return _known_stemmer(algorithm) if algorithm else str
