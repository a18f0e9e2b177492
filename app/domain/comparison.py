"""The same question answered here and by a server, and which answer its person found better. Pure values."""

import enum
from dataclasses import dataclass

from app.domain.price import UNKNOWN_COST

MOST_NUMBER = (
    1_000_000_000  # of seconds, tokens, watts, milliwatt-hours: what says more is a slip, or mischief
)
MOST_COST_MICRO = MOST_NUMBER * 1000
PLACE = "comparison "
"""What the ledger and grants call the place of a comparison: this and its id."""


class Who(enum.StrEnum):
    """Who wrote an answer. Kept in the vault; never changes."""

    LOCAL = "local"
    SERVER = "server"


class Vote(enum.StrEnum):
    """What the person found. Kept in the vault; never changes."""

    NONE = ""
    LOCAL = "local"
    SERVER = "server"
    BOTH = "both"  # equally good
    NEITHER = "neither"


class AnswerState(enum.StrEnum):
    """How far an answer is. Kept in the vault; never changes."""

    WAITING = "waiting"
    COMPLETE = "complete"
    STOPPED = "stopped"  # by the person or at its longest, with words there
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ComparedAnswer:
    """One of the two answers.

    Attributes:
        model: its name; `provider` is the server's, empty for this computer.
        error_code: why it failed, as the code of a HearthError.
        first_word_s, seconds: from the moment it was asked; of a model here from when it was in memory.
        prompt_tokens, completion_tokens: -1 where the server didn't say.
        cost_micro: millionths of `currency`; `estimated` where the tokens were.
        energy_mwh, watts: milliwatt-hours, `seconds` at so many watts; 0 for a server, of which nobody knows.
    """

    who: Who
    model: str
    provider: str = ""
    text: str = ""
    state: AnswerState = AnswerState.WAITING
    error_code: str = ""
    first_word_s: float = 0.0
    seconds: float = 0.0
    prompt_tokens: int = -1
    completion_tokens: int = -1
    cost_micro: int = UNKNOWN_COST
    currency: str = ""
    estimated: bool = False
    energy_mwh: int = 0
    watts: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether it can be judged."""
        return self.state in (AnswerState.COMPLETE, AnswerState.STOPPED)


@dataclass(frozen=True, slots=True)
class Comparison:
    """One question with its two answers.

    Attributes:
        blind: who wrote which is hidden until there is a vote.
        server_first: whether the server's answer is shown as the first.
    """

    id: str
    question: str
    created_ms: int
    local: ComparedAnswer
    server: ComparedAnswer
    blind: bool = False
    server_first: bool = False
    vote: Vote = Vote.NONE

    @property
    def ended(self) -> bool:
        """Whether nothing more comes."""
        return AnswerState.WAITING not in (self.local.state, self.server.state)

    @property
    def can_be_judged(self) -> bool:
        """Whether both answers are there and nobody has judged them."""
        return self.local.is_whole and self.server.is_whole and self.vote is Vote.NONE

    @property
    def hidden(self) -> bool:
        """Whether it may not be told who wrote which: as long as a vote can still come."""
        failed = AnswerState.FAILED in (self.local.state, self.server.state)
        return self.blind and self.vote is Vote.NONE and not failed

    @property
    def in_order(self) -> tuple[ComparedAnswer, ComparedAnswer]:
        """The answers as they are shown, the first and the second."""
        return (self.server, self.local) if self.server_first else (self.local, self.server)

    @property
    def votes(self) -> tuple[Vote, ...]:
        """What can be voted: the first answer as they are shown, the second, both, neither."""
        order = (Vote.SERVER, Vote.LOCAL) if self.server_first else (Vote.LOCAL, Vote.SERVER)
        return (*order, Vote.BOTH, Vote.NEITHER)


@dataclass(frozen=True, slots=True)
class ComparisonHead:
    """One line of the list of comparisons. `hidden` as of the comparison."""

    id: str
    question: str
    created_ms: int
    vote: Vote
    local_model: str
    server_model: str
    provider: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """What all votes on one pair of models come to. Seconds are means over the answers that were judged.

    Attributes:
        cost_micro: what the server's answers have cost in all, in `currency`; empty where no price was known.
        energy_mwh: what the answers here have taken in all, estimated.
    """

    local_model: str
    server_model: str
    provider: str
    votes: tuple[tuple[Vote, int], ...]
    local_s: float
    server_s: float
    cost_micro: int = 0
    currency: str = ""
    energy_mwh: int = 0

    def count(self, vote: Vote) -> int:
        """How many votes said this."""
        return dict(self.votes).get(vote, 0)
