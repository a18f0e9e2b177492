"""The servers that a person has named: keeping them, their keys and prices, testing them. Work thread only."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from app.cloud.payload import Payload, connection_test, list_models
from app.domain.errors import HearthError, UsageError
from app.domain.price import OfferedPrice, Price
from app.domain.provider import Provider
from app.domain.proxy import parse_proxy
from app.services.cloud_costs import ComparisonLimits
from app.services.cloud_service import CloudAnswer, CloudService
from app.services.provider_keys import Secrets
from app.vault.vault import Vault

BY_BUTTON = "the button in the window's settings"
Fail = Callable[[Exception], None]


@dataclass(frozen=True, slots=True)
class ProviderFacts:
    """One server as the settings show it. `has_key`: a key for its address is at hand; `has_password`: one for its
    proxy. `prices` are those of its models, by name."""

    provider: Provider
    prices: Mapping[str, Price] = field(default_factory=dict)
    has_key: bool = False
    has_password: bool = False


@dataclass(frozen=True, slots=True)
class ProviderList:
    """All servers; why none may be asked (None: they may); whether keys can outlive this session here."""

    servers: tuple[ProviderFacts, ...]
    refusal: HearthError | None
    keyring: bool


@dataclass(frozen=True, slots=True)
class ModelList:
    """What a server offers; `prices` are those that its list says, a word of the server's."""

    names: tuple[str, ...]
    prices: tuple[OfferedPrice, ...] = ()


class ProviderService:
    """What a person does with servers in Settings. Nothing of theirs is ever in its requests."""

    def __init__(self, cloud: CloudService, vault: Vault) -> None:
        self._cloud = cloud
        self._providers = vault.providers
        self._prices = vault.prices
        self._limits = ComparisonLimits(vault.settings)

    def list(self) -> ProviderList:
        """All servers, by name."""
        refusal: HearthError | None = None
        try:
            self._cloud.must_be_allowed()
        except HearthError as error:
            refusal = error
        servers = tuple(
            ProviderFacts(
                provider,
                self._prices.of(provider.name),
                bool(self._cloud.keys.get(provider.origin)),
                bool(provider.proxy and self._cloud.keys.password(parse_proxy(provider.proxy))),
            )
            for provider in self._providers.all()
        )
        return ProviderList(servers, refusal, self._cloud.keys.lasting)

    def save(
        self,
        provider: Provider,
        prices: Mapping[str, Price],
        secrets: Secrets,
        *,
        lasting: bool,
        former: str = "",
    ) -> bool:
        """Keep a server, in the place of the one named `former`, and its secrets unless they are empty.

        Of `prices` those of its models are kept. Under another name it stays the server of its conversations and
        comparisons, with their limits. What was kept secret for a former address is forgotten.

        Whether they outlive this session (True where none were given). Errors: CloudError key_unusable,
        proxy_password_unusable, UsageError provider_name_taken.
        """
        if provider.name != former and any(one.name == provider.name for one in self._providers.all()):
            raise UsageError("provider_name_taken", name=provider.name)
        kept = self._keep(provider, secrets, lasting)
        replaced = next((one for one in self._providers.all() if one.name == former), None)
        if former and former != provider.name:
            self._limits.move(former, provider.name)
            self._prices.put(former, {})
        self._providers.put(provider, former)
        self._prices.put(provider.name, _of_its_models(provider, prices))
        if replaced is not None:
            self._forget_secrets(replaced)
        return kept

    def _keep(self, provider: Provider, secrets: Secrets, lasting: bool) -> bool:
        keys = self._cloud.keys
        kept = keys.keep(provider.origin, secrets.key, lasting=lasting) if secrets.key else True
        proxy = parse_proxy(provider.proxy) if provider.proxy else None
        if proxy is not None and proxy.user and secrets.proxy_password:
            kept = keys.keep_password(proxy, secrets.proxy_password, lasting=lasting) and kept
        return kept

    def _forget_secrets(self, former: Provider) -> None:
        """Where no server stands any more there is no key for, and for a proxy that none is asked through no password.

        Nothing else would ever take them out of the keyring.
        """
        others = self._providers.all()
        if all(other.origin != former.origin for other in others):
            self._cloud.keys.forget(former.origin)
        if former.proxy and all(other.proxy != former.proxy for other in others):
            self._cloud.keys.forget(parse_proxy(former.proxy))

    def remove(self, name: str) -> None:
        """Forget a server, its price, and its key unless another one stands at the same address."""
        provider = self._providers.get(name)
        self._providers.remove(name)
        self._prices.put(name, {})
        self._forget_secrets(provider)

    def test(self, provider: Provider, secrets: Secrets, then: Callable[[int], None], failed: Fail) -> None:
        """Ask a server whether it and the key work; `then` gets the ledger's row. Pressing the button is the leave."""
        self._ask(connection_test(provider), provider, secrets, lambda answer: then(answer.number), failed)

    def models(
        self, provider: Provider, secrets: Secrets, then: Callable[[ModelList], None], failed: Fail
    ) -> None:
        """Ask a server which models it has. Pressing the button is the leave."""
        self._ask(
            list_models(provider),
            provider,
            secrets,
            lambda answer: then(ModelList(answer.models, answer.prices)),
            failed,
        )

    def put_price(self, name: str, model: str, price: Price | None) -> None:
        """Keep what one model of a server takes; None forgets it.

        Errors: UsageError provider_unknown, price_model_unknown; price_currency_other where the server's other models
        are paid in another currency, in which no limit could count.
        """
        provider = self._providers.get(name)
        if model not in _models_of(provider):
            raise UsageError("price_model_unknown", name=name, model=model)
        others = {one: known for one, known in self._prices.of(name).items() if one != model}
        if price is not None and any(known.currency != price.currency for known in others.values()):
            raise UsageError("price_currency_other", name=name, currency=price.currency)
        self._prices.put(name, others | ({model: price} if price is not None else {}))

    def _ask(
        self,
        payload: Payload,
        provider: Provider,
        secrets: Secrets,
        then: Callable[[CloudAnswer], None],
        failed: Fail,
    ) -> None:
        try:
            self._keep(provider, secrets, lasting=False)
            request = self._cloud.send(payload, provider, None, BY_BUTTON)
        except HearthError as error:
            failed(error)
            return

        def done(_: object) -> None:
            error = request.result.exception()
            if error is None:
                then(request.result.result())
            elif isinstance(error, Exception):
                failed(error)

        request.result.add_done_callback(done)


def _models_of(provider: Provider) -> tuple[str, ...]:
    """All that a person has named, the usual one first."""
    return (provider.model, *provider.models)


def _of_its_models(provider: Provider, prices: Mapping[str, Price]) -> dict[str, Price]:
    known = _models_of(provider)
    return {model: price for model, price in prices.items() if model in known}
