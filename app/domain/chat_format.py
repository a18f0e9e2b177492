"""What a chat template and the text it leads to are made of: thinking tags, the hash of a template.

Pure values, standard library only. The inference worker runs `ThinkingSplitter` on each piece of an answer,
so a piece costs no more than its own length.
"""

import hashlib
from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["thinking", "answer"]
Piece = tuple[Kind, str]

# More white space than this before a tag is an answer that begins with white space.
MAX_LEADING_SPACE: Final = 256


@dataclass(frozen=True, slots=True)
class ThinkingTags:
    """The marks around one thinking block.

    Attributes:
        open: begins a block, only at the very beginning of an answer.
        close: ends it.
        again: marks that, right after `close`, begin another block.
        intro: marks before the answer itself, swallowed at its beginning and after a block.
        answer_end: a mark after the answer, empty for most models. The splitter lets it through: the engine
            has to treat it as a stop string.
    """

    open: str
    close: str
    again: tuple[str, ...] = ()
    intro: tuple[str, ...] = ()
    answer_end: str = ""


THINK: Final = ThinkingTags("<think>", "</think>")
HARMONY: Final = ThinkingTags(
    "<|channel|>analysis<|message|>",
    "<|end|>",
    again=("<|start|>assistant<|channel|>analysis<|message|>",),
    intro=("<|channel|>final<|message|>", "<|start|>assistant<|channel|>final<|message|>"),
)
COHERE: Final = ThinkingTags(
    "<|START_THINKING|>", "<|END_THINKING|>", intro=("<|START_RESPONSE|>",), answer_end="<|END_RESPONSE|>"
)
SOLAR: Final = ThinkingTags("<|think|>", "<|end|>", intro=("<|content|>", "<|begin|>assistant<|content|>"))
# Sources: the templates that the models' makers publish.
KNOWN_TAGS: Final[tuple[ThinkingTags, ...]] = (
    THINK,
    ThinkingTags("<thinking>", "</thinking>"),
    ThinkingTags("<thought>", "</thought>"),
    ThinkingTags("<reasoning>", "</reasoning>"),
    ThinkingTags("[THINK]", "[/THINK]"),
    ThinkingTags("<seed:think>", "</seed:think>"),
    ThinkingTags("<mm:think>", "</mm:think>"),
    ThinkingTags("◁think▷", "◁/think▷"),
    ThinkingTags("<|inner_prefix|>", "<|inner_suffix|>"),
    ThinkingTags("<|channel>thought\n", "<channel|>"),
    COHERE,
    SOLAR,
    HARMONY,
)


def normalised_template(template: str) -> str:
    """`template` as it is hashed: line ends are "\\n", no white space at the end of a line or of the whole.

    Packers change line ends and cut the last newline; that makes no other template of it.
    """
    lines = template.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip(" \t") for line in lines).rstrip("\n")


def template_sha256(template: str) -> str:
    """The hash by which a published template is known again: 64 hex digits, of the normalised text."""
    return hashlib.sha256(normalised_template(template).encode("utf-8", "surrogatepass")).hexdigest()


def tags_in_template(template: str) -> tuple[ThinkingTags, ...]:
    """The thinking tags that a chat template speaks of. One that speaks of none gets <think>: models trained
    to think are often packed with a plain template."""
    found = tuple(
        tags
        for tags in KNOWN_TAGS
        if tags.open.strip() in template or (tags.close != "<|end|>" and tags.close in template)
    )
    if HARMONY not in found and "<|channel|>" in template:  # the template builds the marks from pieces
        found += (HARMONY,)
    return found or (THINK,)


def open_at_end(prompt: str, tags: tuple[ThinkingTags, ...]) -> ThinkingTags | None:
    """The tags whose block the prompt has already begun, so that the answer starts inside it."""
    end = prompt[-(MAX_LEADING_SPACE + 64) :].rstrip()
    for pair in tags:
        if end.endswith(pair.open.rstrip()):
            return pair
    return None


class ThinkingSplitter:
    """Splits an answer into thinking and answer while it comes.

    Only a block at the very beginning counts: tags later in the answer are the model's words. White space
    around the block is dropped, so that an empty block gives no thinking at all. How the text is cut into
    pieces makes no difference. A block that is never closed stays thinking.
    """

    def __init__(self, tags: tuple[ThinkingTags, ...] = (THINK,), inside: ThinkingTags | None = None) -> None:
        """`tags` may open a block; `inside` says that the prompt has opened one already (`open_at_end`)."""
        # What may stand at the place where we are, and where it leads: into a block, or to the answer (None).
        self._marks: list[tuple[str, ThinkingTags | None]] = []
        for pair in tags:
            self._marks.append((pair.open, pair))
            self._marks.extend((intro, None) for intro in pair.intro)
        self._marks.sort(key=lambda mark: -len(mark[0]))
        self._held = ""  # not yet decided; at most the longest mark and MAX_LEADING_SPACE
        self._blank = True  # no word of the current part has come yet
        self._after_block = False
        self._inside = inside
        self._answering = False

    @property
    def thinking(self) -> bool:
        """Whether the text that comes next belongs to a thinking block."""
        return self._inside is not None

    def feed(self, text: str) -> list[Piece]:
        """The parts that are certain after `text`; some characters may be held back until the next call."""
        if self._answering and not self._blank:
            return [("answer", text)] if text else []
        pieces: list[Piece] = []
        rest = self._held + text
        self._held = ""
        while rest:
            if self._inside is not None:
                rest = self._think(rest, self._inside, pieces)
            elif self._answering:
                rest = self._answer(rest, pieces)
            else:
                rest = self._decide(rest)
        return pieces

    def finish(self) -> list[Piece]:
        """What was held back, when the answer has ended. The splitter takes no more text after it."""
        held, self._held = self._held, ""
        if self._inside is not None:
            pieces: list[Piece] = []
            self._emit_thinking(held, pieces)
            return pieces
        return [("answer", held)] if held else []

    def _think(self, text: str, tags: ThinkingTags, pieces: list[Piece]) -> str:
        at = text.find(tags.close)
        if at < 0:
            keep = _overlap(text, tags.close)
            self._held = text[len(text) - keep :]
            self._emit_thinking(text[: len(text) - keep], pieces)
            return ""
        self._emit_thinking(text[:at], pieces)
        self._inside = None
        self._after_block = True
        self._blank = True
        self._marks = [(mark, tags) for mark in tags.again] + [(mark, None) for mark in tags.intro]
        return text[at + len(tags.close) :]

    def _emit_thinking(self, text: str, pieces: list[Piece]) -> None:
        if self._blank:
            text = text.lstrip()
            self._blank = not text
        if text:
            pieces.append(("thinking", text))

    def _decide(self, text: str) -> str:
        """Goes into a block or on to the answer and returns the rest, or holds what can't be told yet."""
        if self._after_block:
            text = body = text.lstrip("\r\n")
        else:
            body = text.lstrip()
        if len(text) - len(body) <= MAX_LEADING_SPACE:
            # Longest first, and an unfinished longer mark makes a shorter one wait.
            for mark, tags in self._marks:
                if body.startswith(mark):
                    self._inside = tags
                    self._answering = tags is None
                    self._after_block = True
                    self._blank = True
                    return body[len(mark) :]
                if mark.startswith(body):  # also while nothing but white space has come
                    self._held = text
                    return ""
        self._answering = True
        self._blank = self._after_block
        return text

    def _answer(self, text: str, pieces: list[Piece]) -> str:
        if self._blank:
            text = text.lstrip("\r\n")
            self._blank = not text
        if text:
            pieces.append(("answer", text))
        return ""


def _overlap(text: str, mark: str) -> int:
    """How many characters at the end of `text` may be the beginning of `mark`."""
    for length in range(min(len(mark) - 1, len(text)), 0, -1):
        if text.endswith(mark[:length]):
            return length
    return 0
