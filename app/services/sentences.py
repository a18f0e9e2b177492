"""What foreseen errors and states are in plain words: what happened, why, and what to do next.

One table from code to sentence. `{name}` stands for a parameter; sizes in bytes end in `_bytes` and are shown
readably. A translation replaces the sentence before the parameters are put in.
"""

import string
from collections.abc import Callable, Mapping
from typing import Any

from app.domain.errors import HearthError
from app.domain.size import readable_size
from app.services.sentence_table import DOCUMENT_NOTES, NOTICES, SENTENCES, UNKNOWN

Translate = Callable[[str], str]


class _Words(string.Formatter):
    """Puts parameters in; one that is missing leaves an ellipsis instead of an exception."""

    def get_value(self, key: int | str, args: Any, kwargs: Mapping[str, Any]) -> Any:
        value = kwargs.get(str(key), "…")
        if str(key).endswith("_bytes") and isinstance(value, int):
            return readable_size(value)
        return one_line(value) if isinstance(value, str) else value


def sentence(error: HearthError, translate: Translate = str) -> str:
    """The sentence for an error, as plain text."""
    template = SENTENCES.get(error.code, UNKNOWN)
    subject = error.parameters.get("file", error.parameters.get("name", "…"))
    parameters = {"code": error.code, "subject": subject, **error.parameters}
    return _Words().vformat(translate(template), (), parameters)


def notice_words(code: str, translate: Translate = str) -> str:
    """What should be told once about a profile that opened all the same."""
    return translate(NOTICES.get(code, UNKNOWN.format(code=code)))


def document_note_words(code: str, translate: Translate = str) -> str:
    """What should be known of a document that was read all the same."""
    return translate(DOCUMENT_NOTES.get(code, UNKNOWN.format(code=code)))


def one_line(text: str, limit_chars: int = 300) -> str:
    """A name from outside, fit for a sentence: no line breaks, no invisible or direction characters."""
    shown = "".join(character if character.isprintable() else "\ufffd" for character in text)
    return shown if len(shown) <= limit_chars else shown[:limit_chars] + "…"
