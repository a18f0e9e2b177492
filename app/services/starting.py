"""What an empty conversation begins with: libraries that are on, and questions to try. Pure values in settings.

Work thread only, like the settings.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

LIBRARIES = "start.libraries"
QUESTIONS = "start.questions"


class Kept(Protocol):
    """Named texts; see `app.vault.settings_store.SettingsStore`."""

    def get(self, key: str, default: str, /) -> str: ...


@dataclass(frozen=True, slots=True)
class Start:
    """`libraries` are on in a new conversation; `questions` are offered in it."""

    libraries: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()


def start_of(settings: Kept) -> Start:
    """The start as it was kept; an empty one where nothing was."""
    return Start(_words(settings.get(LIBRARIES, "")), _words(settings.get(QUESTIONS, "")))


def kept(words: Sequence[str]) -> str:
    """`words` as they are kept under `LIBRARIES` or `QUESTIONS`."""
    return json.dumps(list(words), ensure_ascii=False)


def _words(text: str) -> tuple[str, ...]:
    try:
        found = json.loads(text) if text else []
    except ValueError:
        return ()
    return tuple(word for word in found if isinstance(word, str)) if isinstance(found, list) else ()
