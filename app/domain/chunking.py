"""Pages into passages of about 200 tokens that end at sentence ends, in any language. Pure; any process.

The embedder reads 256 tokens, so a passage is never much longer than that. No tokenizer is asked: what a
token costs is estimated from the script (`estimated_tokens`). Headings are not passages of their own: they
begin the passage that follows, and every passage knows the titles above it.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.document import Block, BlockKind, Page

TARGET_TOKENS = 200
LONGEST_TOKENS = 250  # the embedder reads 256, two of them its own
SMALL_TOKENS = 60  # a rest shorter than this joins the passage before it when both still fit
HEADING_LIMIT_CHARS = 200
DEEPEST_HEADING = 6

# Characters a token covers on average, in the vocabularies of embedders that know the language.
_CHARS_PER_TOKEN = 4.2
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]"
)

# A sentence ends after these, with what closes a quotation. Latin marks need a space behind them and no
# small letter; those of other scripts end a sentence wherever they stand.
_SENTENCE_END = re.compile(
    r"(?:[.!?…]+[\"'”’»)\]]*(?=\s+[^\s\d.,;:!?a-z])|[。！？｡．؟۔।॥။።]+[」』”’）】\"']*|\n[ \t]*\n)\s*"
)
_LINE_END = re.compile(r"\n\s*")
_SPACE = re.compile(r"\s+")
# Short words before a full stop that don't end a sentence.
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|St|No|Nr|Fig|Figs|Eq|Sec|vs|al|etc|cf|approx|Inc|Ltd|Co|e\.g|i\.e|z\.B|"
    r"u\.a|bzw|ca|Abs|Art|Bd|S|p|pp|Vol|vol|ed|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec))\.$"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """One passage to be: a character range of one page."""

    page: int
    start: int
    end: int
    headings: tuple[str, ...]


def estimated_tokens(text: str) -> float:
    """About how many tokens an embedder makes of `text`."""
    unspaced = 0 if text.isascii() else len(_UNSPACED.findall(text))
    return unspaced + (len(text) - unspaced) / _CHARS_PER_TOKEN


def pieces(pages: Sequence[Page]) -> Iterator[Piece]:
    """The passages of a document, in reading order. No passage spans two pages."""
    path: list[tuple[int, str]] = []
    for page in pages:
        for start, end, headings in _of_page(page, path):
            start, end = trimmed(page.text, start, end)
            if start < end:
                yield Piece(page.number, start, end, headings)


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Ranges of the sentences between `start` and `end`, without gaps."""
    end = len(text) if end is None else end
    begin = start
    for match in _SENTENCE_END.finditer(text, start, end):
        mark = match.group().rstrip()
        if mark == "." and _ABBREVIATION.search(text, max(begin, match.start() - 10), match.start() + 1):
            continue
        yield begin, match.end()
        begin = match.end()
    if begin < end:
        yield begin, end


Part = tuple[int, int, tuple[str, ...]]


def _of_page(page: Page, path: list[tuple[int, str]]) -> list[Part]:
    """The page's parts. `path` holds the headings in force and is carried from page to page."""
    parts: list[Part] = []
    open_from, open_to, tokens = -1, -1, 0.0
    headings = _titles(path)

    def close() -> None:
        nonlocal open_from, tokens
        if open_from >= 0:
            parts.append((open_from, open_to, headings))
        open_from, tokens = -1, 0.0

    for block in page.blocks or (Block(BlockKind.PARAGRAPH, 0, len(page.text)),):
        if block.kind is BlockKind.HEADING:
            close()
            _enter(path, block, page.text)
            headings = _titles(path)
        left = estimated_tokens(page.text[block.start : block.end])
        most = _fair_share(left)
        for start, end in _units(page.text, block):
            cost = estimated_tokens(page.text[start:end])
            # A paragraph that fits to its end is not cut for the sake of a round number.
            fits = tokens + left <= LONGEST_TOKENS or tokens + cost <= most
            left -= cost
            if open_from >= 0 and not fits:
                close()
            if open_from < 0:
                open_from = start
            open_to, tokens = end, tokens + cost
    close()
    return _joined(page.text, parts)


def _fair_share(tokens: float) -> float:
    """How long a piece of a block may become: one that must be cut is cut into parts of about the same length."""
    parts = math.ceil(tokens / LONGEST_TOKENS)
    return TARGET_TOKENS if parts <= 1 else min(TARGET_TOKENS, 1.15 * tokens / parts)


def _units(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """What isn't cut: sentences, or for tables, lists and code whole lines; longer ones in pieces."""
    if block.kind in (BlockKind.CODE, BlockKind.TABLE_ROW):
        ranges = _split(text, block.start, block.end, _LINE_END)
    else:
        ranges = sentences(text, block.start, block.end)
    for start, end in ranges:
        if estimated_tokens(text[start:end]) <= LONGEST_TOKENS:
            yield start, end
        else:
            yield from _cut(text, start, end)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut what has no sentence end: at lines, else at spaces, else anywhere."""
    begin = start
    while begin < end:
        length = _chars_for(text, begin, end)
        if begin + length >= end:
            yield begin, end
            return
        least = begin + length // 2
        stop = text.rfind("\n", least, begin + length) + 1
        if stop <= least:
            stop = max(text.rfind(mark, least, begin + length) for mark in (" ", "、", "，", "\u200b")) + 1
        if stop <= least:
            stop = begin + length
        yield begin, stop
        begin = stop


def _chars_for(text: str, start: int, end: int) -> int:
    """How many characters from `start` make about TARGET_TOKENS."""
    sample = text[start : min(end, start + 1000)]
    return max(int(len(sample) * TARGET_TOKENS / max(estimated_tokens(sample), 1.0)), 40)


def _split(text: str, start: int, end: int, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    begin = start
    for match in pattern.finditer(text, start, end):
        yield begin, match.end()
        begin = match.end()
    if begin < end:
        yield begin, end


def _joined(text: str, parts: list[Part]) -> list[Part]:
    """Let a short rest join the part before it, where the two fit and stand under the same heading."""
    joined: list[Part] = []
    for part in parts:
        if joined and joined[-1][2] == part[2]:
            before = joined[-1]
            rest = estimated_tokens(text[part[0] : part[1]])
            if rest < SMALL_TOKENS and rest + estimated_tokens(text[before[0] : before[1]]) <= LONGEST_TOKENS:
                joined[-1] = (before[0], part[1], part[2])
                continue
        joined.append(part)
    return joined


def _enter(path: list[tuple[int, str]], block: Block, text: str) -> None:
    level = min(max(block.level, 1), DEEPEST_HEADING)
    while path and path[-1][0] >= level:
        path.pop()
    title = _SPACE.sub(" ", text[block.start : block.end]).strip()[:HEADING_LIMIT_CHARS]
    if title:
        path.append((level, title))


def _titles(path: list[tuple[int, str]]) -> tuple[str, ...]:
    return tuple(title for _, title in path)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
