"""What servers' answers have cost in a conversation or in comparisons, and the limit a person set. Work thread only."""

from dataclasses import replace

from app.cloud.payload import LONGEST_TOKENS, Payload
from app.domain.cloud_choice import CloudChoice
from app.domain.cloud_reply import CloudReply
from app.domain.comparison import PLACE
from app.domain.errors import CloudError
from app.domain.price import Price, estimated_tokens
from app.vault.settings_store import SettingsStore
from app.vault.vault import Vault

LIMITS_SETTING = "compare.limits"
LEAST_TOKENS = 16  # fewer are no answer
LONGEST_FIELD_BYTES = 40  # what saying so adds to a request


class ComparisonLimits:
    """What the person lets all comparisons with a server cost, in millionths, by the server's name."""

    def __init__(self, settings: SettingsStore) -> None:
        self._settings = settings

    def get(self, provider: str) -> int:
        """The limit of one server; 0 where there is none."""
        return self._all().get(provider, 0)

    def put(self, provider: str, limit_micro: int) -> None:
        """Keep the limit of one server; 0 for none."""
        self._settings.set(LIMITS_SETTING, self._all() | {provider: limit_micro})

    def move(self, former: str, provider: str) -> None:
        """The server named `former` is named `provider` now."""
        limits = self._all()
        if former in limits:
            limits[provider] = limits.pop(former)
            self._settings.set(LIMITS_SETTING, limits)

    def _all(self) -> dict[str, int]:
        """What makes no sense is no limit."""
        kept = self._settings.get(LIMITS_SETTING, dict[str, object]())
        return {name: micro for name, micro in kept.items() if type(micro) is int and micro > 0}


class CloudCosts:
    """Prices, and what was spent."""

    def __init__(self, vault: Vault) -> None:
        self._prices = vault.prices
        self._replies = vault.replies
        self._providers = vault.providers
        self._comparisons = vault.comparisons

    def of(self, choice: CloudChoice) -> Price | None:
        """What a conversation's model takes; None where nobody has said."""
        provider = self._providers.get(choice.grant.provider)
        return self._prices.get(provider.name, provider.model_for(choice.model))

    def spent_micro(self, choice: CloudChoice) -> int:
        """What a conversation, or all comparisons with a server, have cost so far, in millionths of its currency."""
        where, name = choice.grant.conversation, choice.grant.provider
        prices = self._prices.of(name)  # of any model: a server has one currency
        currency = next((price.currency for price in prices.values()), None)
        if currency is None:
            return 0
        if where.startswith(PLACE):
            return self._comparisons.spent_micro(name, currency)
        return self._replies.spent_micro(where, currency)

    def must_be_within(self, choice: CloudChoice, payload: Payload) -> None:
        """Raise CloudError spending_limit_reached when the limit leaves no room for an answer to this request, or
        price_unknown when there is a limit and nobody has said what the server takes."""
        if not choice.limit_micro:
            return
        price = self.of(choice)
        if price is None:
            raise CloudError("price_unknown", name=choice.model or choice.grant.provider)
        left_micro = self._left_micro(choice, price, payload)
        tokens = price.tokens_for(left_micro)
        if left_micro < 0 or (tokens is not None and tokens < LEAST_TOKENS):
            raise CloudError("spending_limit_reached")

    def longest(self, choice: CloudChoice, payload: Payload) -> int:
        """How many tokens an answer to this request may have so that it can't pass the limit; 0: there is no limit.

        Never more than every model can write: a server refuses a larger number than its model's.
        """
        price = self.of(choice) if choice.limit_micro else None
        if price is None:
            return 0
        tokens = price.tokens_for(self._left_micro(choice, price, payload))
        return LONGEST_TOKENS if tokens is None else min(LONGEST_TOKENS, max(1, tokens))

    def _left_micro(self, choice: CloudChoice, price: Price, payload: Payload) -> int:
        """What the limit leaves once the request was read."""
        reading = price.cost_micro(estimated_tokens(len(payload.body) + LONGEST_FIELD_BYTES), 0)
        return choice.limit_micro - self.spent_micro(choice) - reading

    def priced(self, reply: CloudReply, model: str, read: int, written: int, text: str) -> CloudReply:
        """`reply` of this model with what it cost: by the tokens read and written, or where the server told none
        (`read` is 0 or less) by what was sent and the answer's `text`."""
        price = self._prices.get(reply.provider, model)
        if price is None:
            return reply
        told = read > 0
        if not told:
            read = estimated_tokens(reply.sent_bytes)
            written = estimated_tokens(len(text.encode("utf-8", "replace")))
        cost_micro = price.cost_micro(read, written)
        return replace(reply, cost_micro=cost_micro, currency=price.currency, estimated=not told)
