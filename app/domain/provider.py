"""A server that a person has named: where it is and how it is spoken to. Pure values; any process."""

import enum
import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.errors import UsageError
from app.domain.origin import Origin, parse_address
from app.domain.permit import Wire
from app.domain.proxy import parse_proxy

NAME_LIMIT_CHARS = 60
MODEL_LIMIT_CHARS = 200
MODELS_LIMIT = 20  # beside the usual one: what a menu can show
AUTHORITY_LIMIT_CHARS = 200_000
_NAME = re.compile(r"[^\W_][\w .()-]*")
_MODEL = re.compile(r"[\w.:/@+ -]+")


class Place(enum.StrEnum):
    """Whose server it is. Both need the same consent."""

    CLOUD = "cloud"
    OWN = "own"  # on this computer or in the house: its address must lie there


@dataclass(frozen=True, slots=True)
class Provider:
    """One server.

    `base_path` is what its requests begin with (`/v1`). `model` is asked unless another is named. `authority`
    holds certificates (PEM) that alone vouch for it, instead of the system's: for an own server only.
    `proxy` is one to go through (`http://host:port`, `socks5://host:port`, either with `user@`), empty for none.
    `models` are those that a conversation can be answered by beside the usual one.
    """

    name: str
    wire: Wire
    place: Place
    origin: Origin
    base_path: str
    model: str
    authority: str = ""
    proxy: str = ""
    models: tuple[str, ...] = ()

    def model_for(self, wished: str) -> str:
        """`wished` where this server has it, else the usual model."""
        return wished if wished in self.models else self.model


def make_provider(
    name: str,
    wire: str,
    address: str,
    model: str,
    *,
    own: bool = False,
    authority: str = "",
    proxy: str = "",
    models: Sequence[str] = (),
) -> Provider:
    """A provider from what was typed. Errors: UsageError provider_... saying which part makes no sense."""
    if not _NAME.fullmatch(name) or len(name) > NAME_LIMIT_CHARS:
        raise UsageError("provider_name_unclear")
    try:
        spoken = Wire(wire)
    except ValueError:
        raise UsageError("provider_wire_unknown", known=", ".join(Wire)) from None
    origin, base_path = parse_address(address)
    for one in (model, *models):
        if one and (not _MODEL.fullmatch(one) or len(one) > MODEL_LIMIT_CHARS):
            raise UsageError("provider_model_unclear")
    others = tuple(dict.fromkeys(one for one in models if one and one != model))[:MODELS_LIMIT]
    if origin.is_loopback and not own:
        raise UsageError("provider_is_here")
    if authority and not own:
        raise UsageError("provider_authority_foreign")
    if len(authority) > AUTHORITY_LIMIT_CHARS or (
        authority and "-----BEGIN CERTIFICATE-----" not in authority
    ):
        raise UsageError("provider_authority_unclear")
    if proxy:
        proxy = str(parse_proxy(proxy))
        if origin.scheme != "https":  # it would read along
            raise UsageError("proxy_for_plain")
    return Provider(
        name, spoken, Place.OWN if own else Place.CLOUD, origin, base_path, model, authority, proxy, others
    )
