"""What is known of a server's answer beside its words. Pure value."""

from dataclasses import dataclass

from app.domain.price import UNKNOWN_COST


@dataclass(frozen=True, slots=True)
class CloudReply:
    """Where one answer came from.

    Attributes:
        provider, origin: the server's name and place.
        ledger: the number of the ledger's row.
        sent_bytes: how many bytes of the request left this computer.
        cost_micro: millionths of `currency`, UNKNOWN_COST where no price is known; `estimated` where the server
            didn't say how many tokens there were.
    """

    provider: str
    origin: str
    ledger: int
    sent_bytes: int
    cost_micro: int = UNKNOWN_COST
    currency: str = ""
    estimated: bool = False
