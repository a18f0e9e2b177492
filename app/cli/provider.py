"""`hearth provider ...`: naming servers, testing them, and asking what they offer."""

from app.cli.cloud import KEY_FILE_LIMIT_CHARS, ask_without_words, key_from, open_cloud, proxy_with_user
from app.cli.provider_price import price_facts, price_words
from app.cli.terminal import CommandContext, open_profile, print_json, show, tell
from app.cloud.payload import connection_test, list_models
from app.domain.errors import UsageError
from app.domain.price import Price
from app.domain.provider import AUTHORITY_LIMIT_CHARS, Provider
from app.services.provider_keys import Secrets
from app.services.provider_naming import Typed, named
from app.services.provider_service import ProviderService
from app.services.sentences import one_line


def run_add(context: CommandContext) -> int:
    """Name a server and keep its key, or change what is typed of one that has the name. Nothing is sent."""
    path = context.optional("authority")
    typed = Typed(
        context.text("name"),
        context.text("address"),
        context.optional("wire"),
        context.optional("model"),
        context.flag("own"),
        _certificates(path) if path else path,
        context.optional("proxy"),
        tuple(context.texts("more_model")) if context.options.get("more_model") is not None else None,
    )
    secrets = Secrets(_secret(context, "key_file"), _secret(context, "proxy_password_file"))
    with open_profile(context) as profile, open_cloud(context, profile) as cloud:

        def name() -> tuple[Provider, Provider | None, bool]:
            vault = profile.session.vault
            former = next((one for one in vault.providers.all() if one.name == typed.name), None)
            provider = named(typed, former)
            if secrets.proxy_password:
                proxy_with_user(provider)
            same = former is not None and former.origin == provider.origin
            prices = vault.prices.of(provider.name) if same else {}
            service = ProviderService(cloud, vault)
            name = former.name if former is not None else ""
            return provider, former, service.save(provider, prices, secrets, lasting=True, former=name)

        provider, former, lasting = profile.workroom.do(name).result()
    if not lasting:
        tell("There is no open keyring here to keep secrets in. Give their files each time you ask.")
    if former is not None:
        _tell_kept(typed, former, provider)
    if context.json:
        print_json(_facts(provider))
    else:
        tell(f"{provider.name} is {provider.origin}. Nothing was sent.")
    return 0


def _secret(context: CommandContext, option: str) -> str:
    path = context.text(option)
    return key_from(path, context.stdin.readline(KEY_FILE_LIMIT_CHARS) if path == "-" else "") if path else ""


def _tell_kept(typed: Typed, former: Provider, provider: Provider) -> None:
    """What stays of the server that had the name, and what doesn't."""
    kept = [
        words
        for words, given, value in (
            (f"the model {one_line(provider.model)}", typed.model, provider.model),
            (f"the further models {one_line(', '.join(provider.models))}", typed.models, provider.models),
            ("its certificates", typed.authority, provider.authority),
            (f"the proxy {provider.proxy}", typed.proxy, provider.proxy),
        )
        if given is None and value
    ]
    if kept:
        tell(f"Kept as it was: {'; '.join(kept)}. An option with '' takes one away.")
    if former.origin != provider.origin:
        gone = ", ".join(one for one in (former.model, *former.models) if one)
        models = f", the models ({one_line(gone)})" if gone else ""
        tell(
            f"This is another address: the key{models} and the prices of the former one are forgotten. Name this "
            "one's with --key-file, --model and --more-model."
        )


def run_list(context: CommandContext) -> int:
    """The servers that have a name."""
    with open_profile(context) as profile:
        vault = profile.session.vault

        def known() -> list[tuple[Provider, dict[str, Price]]]:
            return [(provider, vault.prices.of(provider.name)) for provider in vault.providers.all()]

        listed = profile.workroom.do(known).result()
    if context.json:
        facts = [
            _facts(provider) | {"prices": [price_facts(*one) for one in prices.items()]}
            for provider, prices in listed
        ]
        print_json({"providers": facts})
        return 0
    found = [provider for provider, _ in listed]
    for provider in found:
        show(f"{provider.name}\t{provider.origin}{provider.base_path}\t{provider.wire}\t{provider.model}\n")
    if not found:
        tell("There are none. Name one: hearth provider add NAME ADDRESS")
    return 0


def run_remove(context: CommandContext) -> int:
    """Forget a server and its key."""
    name = context.text("name")
    with open_profile(context) as profile, open_cloud(context, profile) as cloud:
        vault = profile.session.vault
        profile.on_work_thread(lambda: ProviderService(cloud, vault).remove(name))
    return 0


def run_models(context: CommandContext) -> int:
    """What a server offers. Typing the command is the leave: no words of a person are in the request."""
    answer = ask_without_words(context, list_models, "the command 'provider models'")
    prices = {one.model: one.taken("") for one in answer.prices}
    if context.json:
        listed = {"prices": [price_facts(name, price) for name, price in prices.items()]} if prices else {}
        print_json({"models": list(answer.models)} | listed)
        return 0
    for name in answer.models:
        show(f"{name}\t{price_words(prices[name])}\n" if name in prices else f"{name}\n")
    if prices:
        tell(
            f"None of these prices was taken. To take one: hearth provider price {context.text('name')} --from-list"
        )
    return 0


def run_test(context: CommandContext) -> int:
    """Whether a server and its key work."""
    answer = ask_without_words(context, connection_test, "the command 'provider test'")
    if context.json:
        print_json({"works": True, "ledger": answer.number})
    else:
        tell("It answers, and takes the key.")
    return 0


def _certificates(path: str) -> str:
    try:
        with open(path, encoding="utf-8") as file:
            return file.read(AUTHORITY_LIMIT_CHARS + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not text"
        raise UsageError("provider_file_unreadable", path=path, reason=reason) from error


def _facts(provider: Provider) -> dict[str, object]:
    return {
        "name": provider.name,
        "wire": str(provider.wire),
        "origin": str(provider.origin),
        "base_path": provider.base_path,
        "model": provider.model,
        "models": list(provider.models),
        "own": provider.place == "own",
        "proxy": provider.proxy,
    }
