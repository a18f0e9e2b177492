"""One request to a server on loopback, and what came of it."""

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from app.domain.errors import CloudError
from app.domain.origin import Origin
from app.domain.permit import PATHS, Permit, Purpose, Wire
from app.gateway.limits import Limits
from app.gateway.sending import send
from app.ipc.gateway_frames import Replied, Send

BODY = b'{"model":"big-1","messages":[{"role":"user","content":"Kanarie"}],"stream":true}'
MADE_UP_KEY = "sk-" + "test-" + "a1B2" * 8
SMALL = Limits(
    connect_s=30, silence_s=10, total_s=10, body_bytes=200_000, line_bytes=50_000, answer_chars=100_000,
    listing_bytes=50_000, models=5,
)  # fmt: skip
HASTY = replace(SMALL, silence_s=1.0, total_s=3.0)  # for servers that nobody could wait out


@dataclass
class Heard:
    """What came of a request."""

    replied: Replied | None = None
    error: str = ""
    parameters: dict[str, object] = field(default_factory=dict)
    text: str = ""
    thinking: str = ""
    left: list[str] = field(default_factory=list)


def asked_of(
    port: int,
    authority: str,
    *,
    host: str = "localhost",
    scheme: str = "https",
    purpose: Purpose = Purpose.CHAT,
    wire: Wire = Wire.OPENAI,
    own: bool = True,
    key: str = MADE_UP_KEY,
) -> Send:
    body = BODY if purpose is Purpose.CHAT else b""
    origin = Origin(scheme, host, port)
    permit = Permit(
        "p1", purpose, wire, origin, "/v1" + PATHS[purpose, wire], hashlib.sha256(body).hexdigest(),
        "c1" if body else "", time.monotonic_ns(),
    )  # fmt: skip
    return Send(1, permit, origin, body, key, str(origin), own, authority, "")


def hear(
    asked: Send, limits: Limits = SMALL, stop: Callable[[], None] = lambda: None, used: set[str] | None = None
) -> Heard:
    heard = Heard()

    def grew(text: str, thinking: bool) -> None:
        if thinking:
            heard.thinking += text
        else:
            heard.text += text

    try:
        heard.replied = send(
            asked,
            set() if used is None else used,
            limits,
            raise_if_cancelled=stop,
            leaving=heard.left.append,
            grew=grew,
        )
    except CloudError as error:
        heard.error, heard.parameters = error.code, dict(error.parameters)
    return heard
