"""A server as a command names it: what isn't typed of one that has the name already stays. Pure; any thread."""

from dataclasses import dataclass

from app.domain.errors import UsageError
from app.domain.origin import parse_address
from app.domain.permit import Wire
from app.domain.provider import Provider, make_provider


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed of a server; None where nothing was said, empty for none. `authority` holds certificates."""

    name: str
    address: str
    wire: str | None = None
    model: str | None = None
    own: bool = False
    authority: str | None = None
    proxy: str | None = None
    models: tuple[str, ...] | None = None


def named(typed: Typed, former: Provider | None) -> Provider:
    """The server that was typed, where `former` has had its name so far.

    What wasn't typed stays as it was, where it is true of the new address too. A proxy stays for any: nobody shall be
    asked directly because of an option that was left out. Errors: those of `make_provider`.
    """
    origin, _ = parse_address(typed.address)
    same = former if former is not None and former.origin == origin else None
    if former is not None and former.proxy and typed.proxy is None and origin.scheme != "https":
        raise UsageError("proxy_for_plain")
    return make_provider(
        typed.name,
        typed.wire or (str(same.wire) if same is not None else Wire.OPENAI),
        typed.address,
        _first(typed.model, same.model if same is not None else ""),
        own=typed.own or (same is not None and same.place == "own"),
        authority=_first(typed.authority, same.authority if same is not None else ""),
        proxy=_first(typed.proxy, former.proxy if former is not None else ""),
        models=typed.models if typed.models is not None else same.models if same is not None else (),
    )


def _first(typed: str | None, former: str) -> str:
    return former if typed is None else typed
