"""A command's way to servers: the service, keys from files, and showing what would leave. Command process."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from app.cli.terminal import CommandContext, OpenProfile, on_interrupt, open_profile, print_json, tell
from app.cloud.payload import Payload
from app.domain.errors import CloudError, UsageError
from app.domain.labels import LabelKind
from app.domain.provider import Place, Provider
from app.domain.proxy import Proxy, parse_proxy
from app.ipc.gateway_client import GatewayClient
from app.services.cloud_service import CloudAnswer, CloudRequest, CloudService
from app.services.policy import policy_file
from app.services.provider_keys import ProviderKeys
from app.services.sentences import one_line
from app.vault.keyring_store import KeyringStore

KEY_FILE_LIMIT_CHARS = 4000
AGREED = "send"
KIND_WORDS = {
    LabelKind.PROGRAM: "Hearth's own words",
    LabelKind.SYSTEM_PROMPT: "what the model is told beforehand",
    LabelKind.TYPED: "what you typed",
}


@contextmanager
def open_cloud(context: CommandContext, profile: OpenProfile) -> Iterator[CloudService]:
    """The service that asks servers, for the block. What a killed Hearth left open is told and closed."""
    vault = profile.session.vault

    def make() -> tuple[CloudService, int]:
        keyring = KeyringStore(environ=os.environ)
        keys = ProviderKeys(vault.profile_id, keyring if keyring.backend is not None else None)
        gateway = GatewayClient(context.start_gateway)
        service = CloudService(profile.workroom, gateway, vault.ledger, keys, vault.settings, policy_file())
        return service, vault.ledger.close_open()

    service, unknown = profile.workroom.do(make).result()
    tell_unknown(unknown)
    try:
        yield service
    finally:
        service.close()


def tell_unknown(unknown: int) -> None:
    """That so many requests of a killed Hearth were left open."""
    if unknown:
        tell(
            f"{unknown} request(s) were under way when Hearth ended last time. Whether they arrived is unknown, and "
            "nothing was sent again; 'hearth ledger' shows them."
        )


def key_from(path: str, stdin_line: str = "") -> str:
    """The first line of a key file; `-` takes `stdin_line`. Never from the arguments: other programs see those."""
    if path == "-":
        return stdin_line.strip()
    try:
        with open(path, encoding="utf-8") as file:
            return file.readline(KEY_FILE_LIMIT_CHARS).strip()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not text"
        raise UsageError("provider_file_unreadable", path=path, reason=reason) from error


def use_secrets_once(
    context: CommandContext, profile: OpenProfile, keys: ProviderKeys, provider: Provider
) -> None:
    """Take what --key-file and --proxy-password-file hold for this command only."""
    path, password_path = context.text("key_file"), context.text("proxy_password_file")
    if path:
        key = key_from(path)
        profile.on_work_thread(lambda: keys.keep(provider.origin, key, lasting=False))
    if password_path:
        proxy, password = proxy_with_user(provider), key_from(password_path)
        profile.on_work_thread(lambda: keys.keep_password(proxy, password, lasting=False))


def proxy_with_user(provider: Provider) -> Proxy:
    """The proxy that a password is for. Errors: UsageError proxy_without_user."""
    proxy = parse_proxy(provider.proxy) if provider.proxy else None
    if proxy is None or not proxy.user:
        raise UsageError("proxy_without_user", name=provider.name)
    return proxy


def show_payload(payload: Payload, provider: Provider, model: str) -> None:
    """On stderr, all that a person decides by: to whom, which texts, what is masked, and every byte."""
    whose = "your own server" if provider.place is Place.OWN else "a server that isn't yours"
    tell(f"To: {provider.name}, {whose}, {payload.origin}{payload.path} (model {one_line(model)})")
    for label, characters in sorted(payload.characters.items()):
        words = KIND_WORDS.get(label.kind, str(label.kind).replace("_", " "))
        subject = f": {one_line(label.subject)}" if label.subject else ""
        tell(f"  {words}{subject} ({characters} characters)")
    masked = ", ".join(item.placeholder for item in payload.masked)
    tell(f"  masked: {masked}" if masked else "  masked: nothing")
    tell(f"The {len(payload.body)} bytes that would leave (sha256 {payload.sha256}):")
    tell("".join(c if c.isprintable() else "\ufffd" for c in payload.body.decode("utf-8")))


def consent(context: CommandContext, payload: Payload, provider: Provider, model: str) -> str:
    """How the person agrees to exactly these bytes. Errors: CloudError consent_missing, consent_other."""
    allowed = context.text("allow")
    if allowed:
        if allowed != payload.sha256:
            raise CloudError("consent_other", sha256=payload.sha256)
        return "--allow with the sum of the bytes"
    show_payload(payload, provider, model)
    if context.json:
        print_json(
            {
                "would_send": {
                    "origin": str(payload.origin),
                    "path": payload.path,
                    "sha256": payload.sha256,
                    "bytes": len(payload.body),
                    "body": payload.body.decode("utf-8"),
                    "documents": list(payload.documents),
                    "masked": [item.placeholder for item in payload.masked],
                }
            }
        )
    elif context.stdin.isatty() and context.text("question") != "-":
        tell(f"Type {AGREED} to send them once; anything else keeps them here.")
        if context.stdin.readline(100).strip() == AGREED:
            return "typed at the terminal"
    raise CloudError("consent_missing", sha256=payload.sha256)


def wait_for(cloud: CloudService, profile: OpenProfile, request: CloudRequest) -> CloudAnswer:
    """The answer; Ctrl-C stops the request."""
    with on_interrupt(lambda: profile.workroom.post(lambda: cloud.stop(request))):
        return request.result.result()


def ask_without_words(
    context: CommandContext, make: Callable[[Provider], Payload], allowed_by: str
) -> CloudAnswer:
    """The answer to a request in which nothing of a person is. Typing the command was the leave."""
    with open_profile(context) as profile, open_cloud(context, profile) as cloud:
        store = profile.session.vault.providers
        provider = profile.workroom.do(lambda: store.get(context.text("name"))).result()
        use_secrets_once(context, profile, cloud.keys, provider)
        request = profile.workroom.do(lambda: cloud.send(make(provider), provider, None, allowed_by)).result()
        return wait_for(cloud, profile, request)
