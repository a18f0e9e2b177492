"""What is masked in texts for servers: the person's own words and switches, on this computer. Work thread only.

One place for `hearth redact --mine`, `hearth ask --provider` and the window.
"""

import getpass
import os
import platform
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.cloud.marks import ALL_KINDS, Kind
from app.vault.settings_store import SettingsStore

if TYPE_CHECKING:
    from app.cloud.redaction import Redacted, Redactor, Wishes

OWN_WORDS = "masking.words"
LEAST_LETTERS = 2  # a single letter would mask half of every text
WORDS_LIMIT, WORD_LIMIT_CHARS = 1000, 200
ALWAYS = frozenset({Kind.LITERAL, Kind.OWN})  # these have no switch


def switch_of(kind: Kind) -> str:
    """The setting that says whether this kind is masked."""
    return f"masking.{kind}"


def usable_words(words: Sequence[str]) -> list[str]:
    """What can be looked for of a person's list: without spaces around, each once, none too short or too long."""
    cleaned = (" ".join(word.split()) for word in words)
    return [word for word in dict.fromkeys(cleaned) if LEAST_LETTERS <= len(word) <= WORD_LIMIT_CHARS][
        :WORDS_LIMIT
    ]


def wishes_here(kinds: Collection[Kind] | None = None, own_words: Sequence[str] = ()) -> "Wishes":
    """Wishes with this computer's user, name and home folder. `kinds` None: all there are."""
    from app.cloud.redaction import Wishes  # late: phone plans take 60 ms that only masking should wait for

    try:
        user = getpass.getuser()
    except (KeyError, OSError):  # nobody in the list of users
        user = ""
    return Wishes(
        kinds=ALL_KINDS if kinds is None else kinds,
        own_words=own_words,
        user=user,
        host=platform.node(),
        home=os.path.realpath(Path.home()),
    )


class Masking:
    """What this person wants masked."""

    def __init__(self, settings: SettingsStore) -> None:
        self._settings = settings

    def words(self) -> list[str]:
        """Their own words."""
        kept: list[object] = self._settings.get(OWN_WORDS, [])
        return usable_words([word for word in kept if isinstance(word, str)])

    def keep_words(self, words: Sequence[str]) -> None:
        """Mask these from now on, instead of those before."""
        self._settings.set(OWN_WORDS, usable_words(words))

    def wishes(self, more_words: Sequence[str] = ()) -> "Wishes":
        """All wishes as they are now, and `more_words` for this once."""
        kinds = {kind for kind in Kind if kind in ALWAYS or self._settings.get_flag(switch_of(kind), True)}
        return wishes_here(kinds, [*self.words(), *more_words])

    def new_redactor(self, more_words: Sequence[str] = ()) -> "Redactor":
        """One for a conversation."""
        from app.cloud.redaction import Redactor  # late, as above

        return Redactor(self.wishes(more_words))

    def try_out(self, text: str, words: Sequence[str]) -> "Redacted":
        """What would be masked in `text` if `words` were their own; nothing is kept."""
        from app.cloud.redaction import Redactor  # late, as above

        return Redactor(replace(self.wishes(), own_words=usable_words(words))).redact(text)
