"""What foreseen errors and states are in plain words: what happened, why, and what to do next.

One table from code to sentence. `{name}` stands for a parameter; sizes in bytes end in `_bytes` and are shown
readably. A translation replaces the sentence before the parameters are put in.
"""

import string
from collections.abc import Callable, Mapping
from typing import Any

from app.domain.errors import HearthError
from app.domain.library import FileTrouble
from app.domain.size import readable_size
from app.services.notices import DOCUMENT_NOTES, NEAREST_ONLY, NOTHING_FOUND, NOTICES
from app.services.sentence_parts import BYTES, DIGITS, REASONS
from app.services.sentence_table import SENTENCES, UNKNOWN

Translate = Callable[[str], str]
_DIGITS = "0123456789."


class _Words(string.Formatter):
    """Puts parameters in, numbers as the sentence's language writes them; one that is missing leaves an ellipsis
    instead of an exception."""

    def __init__(self, translate: Translate) -> None:
        self._bytes = translate(BYTES)
        digits = translate(DIGITS)[-len(_DIGITS) :]
        self._point = digits[-1]
        self._digits = str.maketrans(_DIGITS, digits)

    def get_value(self, key: int | str, args: Any, kwargs: Mapping[str, Any]) -> Any:
        value = kwargs.get(str(key), "…")
        if isinstance(value, str):
            return one_line(value)
        if not isinstance(value, int | float):
            return value
        if str(key).endswith("_bytes") and isinstance(value, int):
            return self._size(value)
        return str(value).translate(self._digits)

    def _size(self, size_bytes: int) -> str:
        number, unit = readable_size(size_bytes).split(" ")
        if unit == "bytes":
            return self._bytes.format(number=number.translate(self._digits))
        # A unit of Latin letters keeps Latin digits, and stays behind its number in every direction.
        if self._digits[ord("1")] == ord("1"):
            return f"{number.replace('.', self._point)} {unit}"
        return f"\u200e{number} {unit}"


def sentence(error: HearthError, translate: Translate = str) -> str:
    """The sentence for an error, as plain text."""
    template = SENTENCES.get(error.code, UNKNOWN)
    subject = error.parameters.get("file", error.parameters.get("name", "…"))
    parameters = {"code": error.code, "subject": subject, **error.parameters}
    reason = REASONS.get(str(parameters.get("reason", "")).lower())
    if reason is not None:
        parameters["reason"] = translate(reason)
    return _Words(translate).vformat(translate(template), (), parameters)


def notice_words(code: str, translate: Translate = str) -> str:
    """What should be told once about a profile that opened all the same."""
    return translate(NOTICES.get(code, UNKNOWN.format(code=code)))


def document_note_words(code: str, translate: Translate = str) -> str:
    """What should be known of a document that was read all the same."""
    return translate(DOCUMENT_NOTES.get(code, UNKNOWN.format(code=code)))


def answer_words(text: str, translate: Translate = str) -> str:
    """An answer as it is shown: what the program said in its place in the window's language."""
    return translate(text) if text in (NOTHING_FOUND, NEAREST_ONLY) else text


def trouble_words(trouble: FileTrouble, translate: Translate = str) -> str:
    """What is the matter with a file of a library, and what can be done."""
    if trouble.code in DOCUMENT_NOTES:
        return document_note_words(trouble.code, translate)
    return sentence(HearthError(trouble.code, **trouble.params), translate)


def one_line(text: str, limit_chars: int = 300) -> str:
    """A name from outside, fit for a sentence: no line breaks, no invisible or direction characters."""
    shown = "".join(character if character.isprintable() else "\ufffd" for character in text)
    return shown if len(shown) <= limit_chars else shown[:limit_chars] + "…"
