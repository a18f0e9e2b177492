"""The numbers in an answer, checked against what the model was given; and how well passages support sentences.

Pure; any process. The measure of support is lexical: how many of a sentence's words, and all of its numbers,
stand in a passage. It knows no synonyms, so a mark says "look for yourself", never "wrong".
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.chunking import trimmed
from app.domain.source import Source

SUPPORTED_FROM = 0.5  # of the sentence's weight, found in one passage
_FEWEST_WORDS = 3  # a shorter sentence says too little to be judged

_NUMBERS = re.compile(r"[ \u00a0]?\[\s*(\d{1,4}(?:\s*[,;]\s*\d{1,4})*)\s*\](?![(:])")
_CODE = re.compile(
    r"(?ms)^(?P<fence>```+|~~~+).*?(?:^(?P=fence)[`~]*[ \t]*$|\Z)|(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)"
)
_END = re.compile(
    r"[.!?…]+[\"'”’)\]]*(?:\s*\[[\d,; ]+\][.!?]?)*(?=\s|$)|[。！？｡؟۔।॥።։]+[」』”’）]*(?:\s*\[[\d,; ]+\])*|\n+"
)
_ABBREVIATED = re.compile(
    r"(?:^|[\s(])(?:[A-Za-zÀ-ÿ]|Dr|Mr|Mrs|Ms|Prof|St|No|Nr|vs|etc|cf|e\.g|i\.e|z\.B|d\.h|ca|approx|Fig|Art|Abs)\.$"
)
# Words with the vowel signs that Python doesn't count among letters; numbers with what stands between their digits.
_WORD = re.compile(
    r"\d+(?:[.,:/'’-]\d+)*|"
    "[^\\W\\d_](?:[^\\W\\d_]|[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0963\u0971-\u0df3"
    "\u200c\u200d])*"
)
_NARROW_SPACE = re.compile("(?<=\\d)[\u00a0\u2009\u202f](?=\\d{3}(?!\\d))")
_THOUSANDS = re.compile(r"\d{1,3}(?:([.,'’])\d{3})(?:\1\d{3})*")
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+"
)
_THEM = r"\b(?:passages?|sources?|files?|documents?)\b"
_NOT = r"\b(?:none|no|not|nothing|cannot|without)\b|n['’]t\b"
_REFUSES = re.compile(rf"(?i)(?:{_NOT}).*{_THEM}|{_THEM}.*(?:{_NOT})")
_LITTLE = """
a an and are as at be been but by can for from had has have he her his i if in is it its of on or she so that the
their them there these they this those to was we were what when which who will with you your also
der die das und ist ein eine in im den dem des zu von mit auf für nicht es sie er wir als auch an bei
el la los las de del y es un una en que por con para no se su al le les des et est une dans du pour qui
"""
_LITTLE_WORDS = frozenset(_LITTLE.split())


@dataclass(frozen=True, slots=True)
class CheckedAnswer:
    """An answer whose numbers are true: `text` without numbers that were not given, `cited` the numbers in it
    in order of first mention, `removed` those that were taken out."""

    text: str
    cited: tuple[int, ...]
    removed: tuple[int, ...]


def check(answer: str, given: Iterable[int]) -> CheckedAnswer:
    """Take numbers out of `answer` that name no passage. Code is left as it is: `a[0]` is no citation."""
    known = frozenset(given)
    removed: dict[int, None] = {}
    while True:  # what is left when a number is taken out may read as another: `[2[9]1]`
        text, cited, gone = _check_once(answer, known)
        removed.update(dict.fromkeys(gone))
        if text == answer:
            return CheckedAnswer(text, cited, tuple(removed))
        answer = text


def _check_once(answer: str, known: frozenset[int]) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    cited: dict[int, None] = {}
    removed: dict[int, None] = {}

    def judge(found: re.Match[str]) -> str:
        numbers = [int(part) for part in re.split(r"[,;]", found[1])]
        kept = [number for number in numbers if number in known]
        cited.update(dict.fromkeys(kept))
        removed.update(dict.fromkeys(number for number in numbers if number not in known))
        if len(kept) == len(numbers):
            return found[0]
        lead = found[0][: found[0].index("[")]
        return f"{lead}[{', '.join(map(str, kept))}]" if kept else ""

    parts: list[str] = []
    at = 0
    for code in _CODE.finditer(answer):
        parts += [_NUMBERS.sub(judge, answer[at : code.start()]), code[0]]
        at = code.end()
    parts.append(_NUMBERS.sub(judge, answer[at:]))
    return "".join(parts), tuple(cited), tuple(removed)


def without_numbers(answer: str) -> str:
    """An answer as it goes into a later prompt, where its numbers would name other passages."""
    parts: list[str] = []
    at = 0
    for code in _CODE.finditer(answer):
        parts += [_NUMBERS.sub("", answer[at : code.start()]), code[0]]
        at = code.end()
    parts.append(_NUMBERS.sub("", answer[at:]))
    return "".join(parts)


def sentence_ranges(text: str) -> list[tuple[int, int]]:
    """Where each sentence of `text` stands, numbers after its full stop included; white space left out."""
    ranges: list[tuple[int, int]] = []
    start = 0
    for end in _END.finditer(text):
        if end[0][0] == "." and _ABBREVIATED.search(text[max(0, end.start() - 12) : end.start() + 1]):
            continue
        ranges.append((start, end.end()))
        start = end.end()
    ranges.append((start, len(text)))
    return [(start, end) for start, end in (trimmed(text, low, high) for low, high in ranges) if start < end]


def support(sentence: str, passage: str) -> float:
    """How much of `sentence` stands in `passage`, 0..1; 0 when a number of it doesn't."""
    wanted = _terms(without_numbers(sentence))
    if not wanted:
        return 1.0
    there = _terms(passage)
    stems = {_stem(term) for term in there}
    total = found = 0.0
    for term in wanted:
        weight = _weight(term)
        total += weight
        if term in there or _stem(term) in stems:
            found += weight
        elif term[0].isdigit():
            return 0.0
    return found / total


def unsupported(text: str, sources: Sequence[Source]) -> list[tuple[int, int]]:
    """The sentences of `text` that no passage supports. `text` is plain: what a reader sees, line by line.

    Nothing is said where a passage's words are forgotten, of questions, and of sentences of a few words or
    that only say that the files don't tell.
    """
    if not sources or any(not source.text for source in sources):
        return []
    found: list[tuple[int, int]] = []
    for start, end in sentence_ranges(text):
        sentence = text[start:end]
        plain = without_numbers(sentence)
        if plain.rstrip().endswith(("?", "？", ":", "：")) or len(_terms(plain)) < _FEWEST_WORDS:
            continue
        if _REFUSES.search(plain):
            continue
        if max(support(plain, _with_headings(source)) for source in sources) < SUPPORTED_FROM:
            found.append((start, end))
    return found


def best_sentences(question: str, passage: str, count: int = 2) -> list[tuple[int, int]]:
    """The sentences of `passage` that answer `question` best, in reading order; empty when none has to do
    with it."""
    wanted = {_stem(term) for term in _terms(question)}
    scored: list[tuple[float, int, tuple[int, int]]] = []
    for place, (start, end) in enumerate(sentence_ranges(passage)):
        terms = {_stem(term) for term in _terms(passage[start:end])}
        shared = sum(_weight(term) for term in wanted & terms)
        if shared:
            scored.append((-shared / (4 + len(terms)) ** 0.5, place, (start, end)))
    scored.sort()
    if not scored:
        return []
    best = scored[0][0]
    return sorted(span for score, _, span in scored[:count] if score <= best * 0.6)


def content_words(text: str) -> set[str]:
    """The words of `text` that carry meaning, in lower case, shortened to their stems."""
    return {_stem(term) for term in _terms(text)}


def _with_headings(source: Source) -> str:
    return "\n".join((source.file_name, *source.headings, source.text))


def _terms(text: str) -> set[str]:
    """Words and numbers in one spelling; for scripts without spaces pairs of characters."""
    folded = unicodedata.normalize("NFKC", _NARROW_SPACE.sub(",", text)).casefold()
    terms: set[str] = set()
    for run in _UNSPACED.findall(folded):
        terms.update(run[at : at + 2] for at in range(max(1, len(run) - 1)))
    for word in _WORD.findall(_UNSPACED.sub(" ", folded)):
        if word not in _LITTLE_WORDS and (len(word) > 1 or word.isdigit()):
            terms.add(_plain_number(word) if word[0].isdigit() else word)
    return terms


def _plain_number(number: str) -> str:
    """`12,500` and `12.500` as `12500`, in the digits 0 to 9. 12.5 written with three places is taken for it, too: by
    itself it can't be told from it."""
    digits = "".join(str(unicodedata.digit(one)) if one.isdigit() else one for one in number)
    return re.sub(r"\D", "", digits) if _THOUSANDS.fullmatch(digits) else digits


def _stem(term: str) -> str:
    """Enough of a word to meet its other forms: `settled` and `settles` share five letters."""
    return term if term[0].isdigit() or len(term) <= 4 else term[: max(4, round(len(term) * 0.7))]


def _weight(term: str) -> float:
    """Numbers and long words say more."""
    return 2.0 if term[0].isdigit() else min(2.0, 0.5 + len(term) / 6)
