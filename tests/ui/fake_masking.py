"""The person's own words in memory, masked by the real rules: part of `fake_session`."""

from collections.abc import Sequence

from app.cloud.redaction import Redacted, Redactor, Wishes
from app.services.masking import usable_words


class FakeMasking:
    """Words that a test puts there; `tries` are the texts that were tried."""

    def __init__(self) -> None:
        self.kept: list[str] = []
        self.tries: list[str] = []

    def words(self) -> list[str]:
        return self.kept

    def keep_words(self, words: Sequence[str]) -> None:
        self.kept = usable_words(words)

    def try_out(self, text: str, words: Sequence[str]) -> Redacted:
        self.tries.append(text)
        return Redactor(Wishes(own_words=usable_words(words))).redact(text)
