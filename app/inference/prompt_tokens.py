"""From a prompt's text to tokens, so that nothing a person or a document wrote becomes a control token.

Main thread of the inference worker. The text is cut at the control tokens that the template itself wrote, and
the stretches between them are tokenised as plain text: exactly what llama.cpp's tokenizer does with special
tokens parsed, except that spellings inside what was written stay text.

Stretches are remembered. That makes counting a long conversation again cheap, and it keeps an answer's own
tokens: when the answer comes back as a part of the next prompt it is found with the tokens that were sampled,
which are in the KV cache, and not tokenised afresh into others that spell the same.
"""

import re
from collections import OrderedDict
from collections.abc import Callable, Mapping
from typing import Protocol

from app.domain.errors import GenerationError
from app.inference.prompt_text import PromptText

_ZERO_WIDTH_SPACE = "\u200b"


class Vocabulary(Protocol):
    """What is needed of a model's vocabulary; `llama_engine.LlamaModel` is one."""

    @property
    def control_ids(self) -> Mapping[str, int]:
        """Spelling -> id of every control token."""

    @property
    def opening_id(self) -> int:
        """The token that begins every prompt, -1 for none."""

    def tokenize(self, text: str) -> list[int]:
        """Tokens of plain text."""

    def swallows_space(self, token: int) -> tuple[bool, bool]:
        """Whether a control token swallows the white space before it, and after it."""


def _none_shown(_key: str) -> list[int]:
    raise GenerationError("picture_unknown")


class PromptTokens:
    """Tokenises prompts for one model and remembers the stretches of the latest ones.

    At most `remembered_tokens` are kept in memory.
    """

    def __init__(
        self,
        vocabulary: Vocabulary,
        remembered_tokens: int,
        picture: Callable[[str], list[int]] = _none_shown,
    ) -> None:
        """`picture` gives the places of the picture with a key, and raises GenerationError for one it doesn't know."""
        self._vocabulary = vocabulary
        self._picture = picture
        self._limit = remembered_tokens
        self._known: OrderedDict[str, list[int]] = OrderedDict()
        self._size = 0
        spelled = sorted(filter(None, vocabulary.control_ids), key=len, reverse=True)
        self._controls = re.compile("|".join(map(re.escape, spelled))) if spelled else None

    def tokens(self, prompt: PromptText) -> tuple[list[int], str]:
        """The prompt's tokens, and the stretch of text after its last control token or picture (for `remember`).

        Raises GenerationError for a picture that isn't known.
        """
        tokens: list[int] = []
        stretch_start = 0
        strip_left = False
        for start, end, key in sorted((*self._own_controls(prompt), *prompt.pictures)):
            stretch = prompt.text[stretch_start:start]
            stretch = stretch.lstrip() if strip_left else stretch
            if key:
                tokens += self.plain(stretch)
                tokens += self._picture(key)
                swallows_right = False
            else:
                control = self._vocabulary.control_ids[prompt.text[start:end]]
                swallows_left, swallows_right = self._vocabulary.swallows_space(control)
                tokens += self.plain(stretch.rstrip() if swallows_left else stretch)
                tokens.append(control)
            stretch_start, strip_left = end, swallows_right
        last = prompt.text[stretch_start:]
        last = last.lstrip() if strip_left else last
        tokens += self.plain(last)
        opening = self._vocabulary.opening_id
        if opening >= 0 and tokens[:1] != [opening]:
            tokens.insert(0, opening)
        return tokens, last

    def plain(self, text: str) -> list[int]:
        """Tokens of a text in which nothing is a control token."""
        if not text:
            return []
        known = self._known.get(text)
        if known is not None:
            self._known.move_to_end(text)
            return known
        tokens = self._vocabulary.tokenize(text)
        self.remember(text, tokens)
        return tokens

    def remember(self, text: str, tokens: list[int]) -> None:
        """From now on `text`, between two control tokens, stands for `tokens`."""
        former = self._known.pop(text, None)
        self._size += len(tokens) - (len(former) if former else 0)
        self._known[text] = tokens
        while self._size > self._limit and len(self._known) > 1:
            _, oldest = self._known.popitem(last=False)
            self._size -= len(oldest)

    def break_controls(self, text: str) -> str:
        """`text` with a zero-width space in every spelling of a control token."""
        if self._controls is None:
            return text
        return self._controls.sub(lambda found: found[0][:1] + _ZERO_WIDTH_SPACE + found[0][1:], text)

    def _own_controls(self, prompt: PromptText) -> list[tuple[int, int, str]]:
        """Where the template's own words spell control tokens, each stretch of them by itself; no key."""
        if self._controls is None:
            return []
        found: list[tuple[int, int, str]] = []
        at = 0
        for start, end in (*prompt.written, (len(prompt.text), len(prompt.text))):
            found += [(*match.span(), "") for match in self._controls.finditer(prompt.text, at, start)]
            at = end
        return found
