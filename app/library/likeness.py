"""Whether two passages say the same, for folding near-duplicates. Pure functions.

Two are near-duplicates when nearly all their words are the same. Not so when one of the words that differ tells: a
number (last year's report differs from this year's in nothing but the figures), a word that was asked for, or one
that denies (“may be opened”, “may not be opened”).
"""

from collections.abc import Set
from functools import cache

from app.library.words import index_words

SAME_WORDS = 0.9  # of all words of both

_DENYING = {
    "ar": "لا ليس ليست لم لن غير بدون",
    "ca": "no mai sense cap",
    "cs": "ne není nejsou bez nikdy nesmí nelze",
    "da": "ikke ingen intet uden aldrig",
    "de": "nicht kein keine nie niemals ohne weder außer",
    "el": "δεν μην όχι χωρίς",
    "en": "not no never without cannot neither nor except t",
    "es": "no nunca sin jamás ningún ninguna tampoco excepto",
    "et": "ei ilma",
    "fa": "نه نیست بدون",
    "fi": "ei eivät ilman",
    "fr": "pas ne non jamais sans aucun aucune sauf",
    "he": "לא אין בלי אינו אינה",
    "hi": "नहीं न मत बिना",
    "hu": "nem nincs nélkül soha",
    "id": "tidak bukan tanpa",
    "it": "non mai senza nessun nessuno",
    "lt": "ne nėra be",
    "nl": "niet geen nooit zonder",
    "no": "ikke ingen uten aldri",
    "pl": "nie bez nigdy",
    "pt": "não nunca sem nem exceto nenhum",
    "ro": "nu fără niciun",
    "ru": "не ни нет без никогда нельзя",
    "sr": "не без није",
    "sv": "inte ingen inget utan aldrig",
    "tr": "değil yok",
    "uk": "не ні немає без",
    "vi": "không chưa chẳng",
}
# Of scripts that are indexed by pairs of characters.
_DENYING_CHARACTERS = frozenset("不没沒無无非未勿莫否")
_DENYING_PAIRS = frozenset(
    ("ない", "ませ", "않습", "않다", "않는", "않은", "없다", "없습", "없는", "지않", "ไม")
)


def same(some: Set[str], others: Set[str], asked: Set[str]) -> bool:
    """Whether the words of two passages are nearly the same. `asked`: forms of the words of the query."""
    number, other_number = len(some), len(others)
    if number < SAME_WORDS * other_number or other_number < SAME_WORDS * number:
        return False  # it can be told without comparing them, which takes a while
    common = len(some & others)
    if not common or common < SAME_WORDS * (number + other_number - common):
        return False
    return not any(word in asked or _tells(word) for word in some ^ others)


def _tells(word: str) -> bool:
    return (
        word in _denying_words()
        or word in _DENYING_PAIRS
        or any(character.isdigit() or character in _DENYING_CHARACTERS for character in word)
    )


@cache
def _denying_words() -> frozenset[str]:
    """As the keyword index has them, most without their endings."""
    return frozenset(form for language, words in _DENYING.items() for form in index_words(words, language))
