"""A passage as it was given to a model under a number, and what an answer from files rests on. Pure values.

Kept with the answer, so that a conversation opened again shows where it came from, also when the library has
moved on since.
"""

from dataclasses import dataclass

PAGED_KINDS = frozenset({"pdf"})
SLIDE_KINDS = frozenset({"pptx", "ppt", "odp"})
SHEET_KINDS = frozenset({"xlsx", "xlsm", "xls", "ods"})


@dataclass(frozen=True, slots=True)
class Source:
    """One numbered passage.

    `number` counts from 1 within its answer. `path` is absolute. `page` is 1-based: page, slide, sheet,
    chapter or message; `start` and `end` are characters in that page's text. `text` is empty when the file
    was taken out of its library since: its words are forgotten, its name stays. `score` is the search's.
    """

    number: int
    path: str
    kind: str
    page: int
    start: int
    end: int
    text: str
    score: float = 0.0
    library: str = ""
    page_label: str = ""
    headings: tuple[str, ...] = ()

    @property
    def file_name(self) -> str:
        """The name without its folder, also for a path of another system."""
        return self.path.replace("\\", "/").rstrip("/").rpartition("/")[2] or self.path

    @property
    def place(self) -> str:
        """Where in the file: `page 3`, `slide 2`, `sheet Budget`, or nothing where a file has no parts."""
        if self.kind in PAGED_KINDS:
            return f"page {self.page}"
        if self.kind in SLIDE_KINDS:
            return f"slide {self.page}"
        if self.kind in SHEET_KINDS:
            return f"sheet {self.page_label or self.page}"
        return ""


@dataclass(frozen=True, slots=True)
class Grounding:
    """What an answer from files rests on.

    `sources` are the passages given, in the order of their numbers. `libraries` were searched for `query`
    (the question, made to stand alone when it needed that). `left_out` passages were found and had no room
    in the model's context. `mode` says how they were found: keyword, meaning or fused. `ready` is the share
    of passages that could be found by meaning then, 0..1. `no_model`: the passages are the answer.
    """

    libraries: tuple[str, ...]
    sources: tuple[Source, ...] = ()
    query: str = ""
    left_out: int = 0
    mode: str = ""
    ready: float = 1.0
    no_model: bool = False

    def source(self, number: int) -> Source | None:
        """The passage with this number."""
        return next((source for source in self.sources if source.number == number), None)
