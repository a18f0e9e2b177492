"""`hearth provider price ...`: what a server's models take, typed or taken from its own list. Command process."""

from datetime import date

from app.cli.cloud import ask_without_words, open_cloud
from app.cli.terminal import CommandContext, open_profile, print_json, show, tell
from app.cloud.payload import list_models
from app.domain.errors import UsageError
from app.domain.price import CURRENCY_LIMIT_CHARS, LISTED_CURRENCY, MICRO, MOST_MICRO, Price
from app.services.provider_service import ProviderService
from app.services.sentences import one_line

BY_COMMAND = "the command 'provider price --from-list'"


def run_price(context: CommandContext) -> int:
    """Show or change what a model takes. Only `--from-list` asks the server, with no words of a person."""
    name, model = context.text("name"), context.text("model")
    changes = any(context.options.get(option) is not None for option in ("reading", "writing"))
    typed = _typed(context) if changes else None
    listed = ask_without_words(context, list_models, BY_COMMAND).prices if context.flag("from_list") else ()
    with open_profile(context) as profile, open_cloud(context, profile) as cloud:

        def carry_out() -> dict[str, Price]:
            vault = profile.session.vault
            service = ProviderService(cloud, vault)
            provider = vault.providers.get(name)
            asked = model or provider.model
            if context.flag("from_list"):
                found = {one.model: one for one in listed}
                wanted = [asked] if model else [one for one in (asked, *provider.models) if one in found]
                for one in wanted or [asked]:
                    if one not in found:
                        raise UsageError("price_not_listed", name=name, model=one)
                    service.put_price(name, one, found[one].taken(date.today().isoformat()))
            elif typed is not None or context.flag("forget"):
                service.put_price(name, asked, typed)
            return vault.prices.of(name)

        prices = profile.workroom.do(carry_out).result()
    if context.json:
        print_json({"prices": [price_facts(one, price) for one, price in prices.items()]})
        return 0
    for one, price in prices.items():
        show(f"{one_line(one)}\t{price_words(price)}\t{price.dated}\n")
    if not prices:
        tell(
            f"There is none. Type one: hearth provider price {name} [MODEL] --reading AMOUNT --writing AMOUNT"
        )
    return 0


def price_facts(model: str, price: Price) -> dict[str, object]:
    """A price as `--json` has it, for a million tokens."""
    dated = {"dated": price.dated} if price.dated else {}
    return {
        "model": model,
        "currency": price.currency,
        "reading": price.prompt_micro / MICRO,
        "writing": price.completion_micro / MICRO,
    } | dated


def price_words(price: Price) -> str:
    """A price in one cell of a line."""
    reading, writing = price.prompt_micro / MICRO, price.completion_micro / MICRO
    return f"{price.currency} {reading:g} reading, {price.currency} {writing:g} writing"


def _typed(context: CommandContext) -> Price:
    """What was typed. Errors: UsageError price_incomplete, price_unclear."""
    reading, writing = context.options.get("reading"), context.options.get("writing")
    if not isinstance(reading, float) or not isinstance(writing, float):
        raise UsageError("price_incomplete")
    currency = context.text("currency") or LISTED_CURRENCY
    most = MOST_MICRO // MICRO
    sensible = all(0 <= amount <= most for amount in (reading, writing))  # False for what is no number, too
    if (
        not sensible
        or not (reading or writing)
        or len(currency) > CURRENCY_LIMIT_CHARS
        or not currency.isprintable()
    ):
        raise UsageError("price_unclear", most=most, limit_chars=CURRENCY_LIMIT_CHARS)
    return Price(currency, round(reading * MICRO), round(writing * MICRO), date.today().isoformat())
