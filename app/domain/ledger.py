"""One request in the ledger, as a person reads it. Pure values; any process."""

import enum
from dataclasses import dataclass


class Outcome(enum.StrEnum):
    """How a request ended. Kept in the vault; never changes."""

    OPEN = "open"  # it is under way
    ANSWERED = "answered"
    BROKEN = "broken"  # bytes had left, and no whole answer came
    NOT_SENT = "not_sent"
    STOPPED = "stopped"
    UNKNOWN = "unknown"  # Hearth was killed in between


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One request: what for, to whom, which bytes, who allowed it, and how it ended.

    `allowed_by` is how the person agreed. `sent_bytes` counts the body: 0 where nothing left; it is the whole
    size where that isn't known. `file_bytes` of the text in it came from the person's files, counted before masking.
    Tokens are -1 where the server said nothing.
    """

    number: int
    at_ms: int
    purpose: str
    provider: str
    origin: str
    conversation: str
    model: str
    allowed_by: str
    sent_bytes: int
    sha256: str
    outcome: Outcome
    code: str
    received_bytes: int
    prompt_tokens: int
    completion_tokens: int
    file_bytes: int = 0


@dataclass(frozen=True, slots=True)
class LedgerTotals:
    """All requests of a profile taken together.

    Attributes:
        requests: how many there were, of any kind; `asked` how many of them went to a model's server.
        sent_bytes: by all of them. `received_bytes`: from models' servers.
        downloads, downloaded_bytes: model files of which anything was fetched.
        file_bytes: how much of what was sent came from the person's files.
    """

    requests: int = 0
    asked: int = 0
    sent_bytes: int = 0
    received_bytes: int = 0
    downloads: int = 0
    downloaded_bytes: int = 0
    file_bytes: int = 0
