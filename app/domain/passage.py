"""What a search finds: passages of files, with their place and their scores. Pure values; any process."""

from dataclasses import dataclass
from enum import StrEnum


class SearchMode(StrEnum):
    """What a search could use."""

    KEYWORD = "keyword"  # words only: no vectors yet, no embedder loaded, or it doesn't know the language
    MEANING = "meaning"  # vectors only
    FUSED = "fused"


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of one page that ends at a sentence's end.

    Attributes:
        id: unique in the profile, never given twice.
        library: name of the library its file is in.
        path: absolute path of the file, as it can be shown (undecodable bytes are replaced).
        kind: "pdf", "docx", "text", ...
        page: 1-based number of page, slide, sheet, chapter or message.
        page_label: the sheet's name, "Slide 3", ...; empty where the number says all.
        start, end: character range in the page's text.
        text: that part of the page's text.
        headings: titles above it, outermost first.
    """

    id: int
    library: str
    path: str
    kind: str
    page: int
    page_label: str
    start: int
    end: int
    text: str
    headings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """One passage found.

    Attributes:
        passage: what and where.
        score: what it is ranked by; higher is better, comparable within one search only.
        keyword_score, meaning_score: BM25, and cosine (-1..1); 0 where not known.
        also: paths of other files with the same or nearly the same text.
    """

    passage: Passage
    score: float
    keyword_score: float = 0.0
    meaning_score: float = 0.0
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchFilter:
    """What may be found. Empty means: anything.

    Attributes:
        kinds: kinds of files, as they were read ("markdown") or by the ending of their names ("md").
        under: only this file, or those in this folder, at any depth; an absolute path.
        part: only files whose path has this in it, in capital or small letters.
        date_from, date_to: ISO 8601 days, both included; files without a date of their own use that of
            their last change.
    """

    kinds: tuple[str, ...] = ()
    under: str = ""
    part: str = ""
    date_from: str = ""
    date_to: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a search.

    Attributes:
        hits: best first.
        mode: what the ranking rests on.
        ready: share of the searched passages that have vectors, 0..1.
    """

    hits: tuple[Hit, ...] = ()
    mode: SearchMode = SearchMode.KEYWORD
    ready: float = 0.0


@dataclass(frozen=True, slots=True)
class PageText:
    """One page as it was read: what a citation points into."""

    path: str
    kind: str
    number: int
    label: str
    text: str
