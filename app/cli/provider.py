"""`hearth provider ...`: naming servers, testing them, and asking what they offer."""

from collections.abc import Callable

from app.cli.cloud import key_from, open_cloud, use_key_once, wait_for
from app.cli.terminal import CommandContext, open_profile, print_json, show, tell
from app.cloud.payload import Payload, connection_test, list_models
from app.domain.errors import UsageError
from app.domain.provider import AUTHORITY_LIMIT_CHARS, Provider, make_provider
from app.services.cloud_service import CloudAnswer


def run_add(context: CommandContext) -> int:
    """Name a server and keep its key. Nothing is sent."""
    authority = _certificates(context.text("authority")) if context.text("authority") else ""
    provider = make_provider(
        context.text("name"),
        context.text("wire"),
        context.text("address"),
        context.text("model"),
        own=context.flag("own"),
        authority=authority,
        proxy=context.text("proxy"),
    )
    key_file = context.text("key_file")
    key = key_from(key_file, context.stdin.readline(4000) if key_file == "-" else "") if key_file else ""
    with open_profile(context) as profile, open_cloud(context, profile) as cloud:
        lasting = profile.workroom.do(lambda: cloud.keys.keep(provider.origin, key)).result() if key else True
        profile.on_work_thread(lambda: profile.session.vault.providers.put(provider))
    if not lasting:
        tell("There is no open keyring here to keep the key in. Give it each time with --key-file.")
    if context.json:
        print_json(_facts(provider))
    else:
        tell(f"{provider.name} is {provider.origin}. Nothing was sent.")
    return 0


def run_list(context: CommandContext) -> int:
    """The servers that have a name."""
    with open_profile(context) as profile:
        found = profile.workroom.do(profile.session.vault.providers.all).result()
    if context.json:
        print_json({"providers": [_facts(provider) for provider in found]})
        return 0
    for provider in found:
        show(f"{provider.name}\t{provider.origin}{provider.base_path}\t{provider.wire}\t{provider.model}\n")
    if not found:
        tell("There are none. Name one: hearth provider add NAME ADDRESS")
    return 0


def run_remove(context: CommandContext) -> int:
    """Forget a server and its key."""
    name = context.text("name")
    with open_profile(context) as profile, open_cloud(context, profile) as cloud:

        def remove() -> None:
            store = profile.session.vault.providers
            provider = store.get(name)
            store.remove(name)
            if all(other.origin != provider.origin for other in store.all()):
                cloud.keys.forget(provider.origin)

        profile.on_work_thread(remove)
    return 0


def run_models(context: CommandContext) -> int:
    """What a server offers. Typing the command is the leave: no words of a person are in the request."""
    answer = _ask(context, list_models, "the command 'provider models'")
    if context.json:
        print_json({"models": list(answer.models)})
    else:
        show("".join(f"{name}\n" for name in answer.models))
    return 0


def run_test(context: CommandContext) -> int:
    """Whether a server and its key work."""
    answer = _ask(context, connection_test, "the command 'provider test'")
    if context.json:
        print_json({"works": True, "ledger": answer.number})
    else:
        tell("It answers, and takes the key.")
    return 0


def _ask(context: CommandContext, make: Callable[[Provider], Payload], allowed_by: str) -> CloudAnswer:
    with open_profile(context) as profile, open_cloud(context, profile) as cloud:
        store = profile.session.vault.providers
        provider = profile.workroom.do(lambda: store.get(context.text("name"))).result()
        use_key_once(context, profile, cloud, provider)
        request = profile.workroom.do(lambda: cloud.send(make(provider), provider, None, allowed_by)).result()
        return wait_for(cloud, profile, request)


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
        "own": provider.place == "own",
        "proxy": provider.proxy,
    }
