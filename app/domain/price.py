"""What a server takes for its words, as a person typed it, and what a request cost. Pure values; any process."""

from dataclasses import dataclass

CURRENCY_LIMIT_CHARS = 4
BYTES_A_TOKEN = 3  # fewer than the usual four: an estimate that is rather too dear than too cheap
UNKNOWN_COST = -1
MICRO = 1_000_000
MOST_MICRO = 10_000 * MICRO  # nothing costs more; what says so is a slip
LISTED_CURRENCY = "$"  # openrouter.ai/docs/overview/models: prices in USD for one token


@dataclass(frozen=True, slots=True)
class Price:
    """`prompt_micro` and `completion_micro` are millionths of `currency` for a million tokens; `dated` is the day
    it was typed (ISO)."""

    currency: str
    prompt_micro: int
    completion_micro: int
    dated: str

    def same_amounts(self, other: "Price | None") -> bool:
        """Whether `other`, of whatever day, is as much."""
        return other is not None and (self.currency, self.prompt_micro, self.completion_micro) == (
            other.currency,
            other.prompt_micro,
            other.completion_micro,
        )

    def cost_micro(self, prompt_tokens: int, completion_tokens: int) -> int:
        """Millionths of the currency, rounded up."""
        cost = prompt_tokens * self.prompt_micro + completion_tokens * self.completion_micro
        return -(-cost // MICRO)

    def tokens_for(self, left_micro: int) -> int | None:
        """How many tokens may be written for so many millionths of the currency; None where they cost nothing."""
        return None if self.completion_micro <= 0 else max(0, left_micro) * MICRO // self.completion_micro


@dataclass(frozen=True, slots=True)
class OfferedPrice:
    """What a server's own list says that a model takes, in dollars: its word, to be offered to a person."""

    model: str
    prompt_micro: int
    completion_micro: int

    def taken(self, dated: str) -> Price:
        """As the price that a person has taken on this day."""
        return Price(LISTED_CURRENCY, self.prompt_micro, self.completion_micro, dated)


def estimated_tokens(size_bytes: int) -> int:
    """How many tokens so many bytes are at most, about."""
    return -(-size_bytes // BYTES_A_TOKEN)
