"""One allowed request: what for, where to, and its exact bytes. Pure; window or command line, and the gateway.

A permit serves once and lives for a minute. Whoever makes one checks it; the gateway checks everything again.
"""

import enum
import hashlib
import re
from dataclasses import dataclass

from app.domain.errors import CloudError
from app.domain.origin import Origin

LIFE_NS = 60_000_000_000


class Purpose(enum.StrEnum):
    """Why something may leave. There are no others, so nothing else can be asked for."""

    CHAT = "chat"
    TEST_CONNECTION = "test_connection"
    LIST_MODELS = "list_models"
    DOWNLOAD_MODEL = "download_model"


class Wire(enum.StrEnum):
    """The two ways servers are spoken to."""

    OPENAI = "openai"
    ANTHROPIC = "anthropic"


# The last part of the path that each purpose may ask for.
PATHS = {
    (Purpose.CHAT, Wire.OPENAI): "/chat/completions",
    (Purpose.CHAT, Wire.ANTHROPIC): "/messages",
    (Purpose.TEST_CONNECTION, Wire.OPENAI): "/models",
    (Purpose.TEST_CONNECTION, Wire.ANTHROPIC): "/models",
    (Purpose.LIST_MODELS, Wire.OPENAI): "/models",
    (Purpose.LIST_MODELS, Wire.ANTHROPIC): "/models",
}
# A file's address as its server gave it: signed ones are long. Nothing in it could end a line.
_FILE_PATH = re.compile(r"/[\x21-\x7e]{0,8000}")


@dataclass(frozen=True, slots=True)
class Permit:
    """Leave for one request.

    `sha256` is of the exact body, hexadecimal. `conversation` is empty where no words of a person go. A download
    speaks no provider's language (`wire` is None), has no body, and its `path` is one file's or one list of files.
    `issued_ns` is `time.monotonic_ns()`, one clock for all processes that no change of the date moves.
    """

    id: str
    purpose: Purpose
    wire: Wire | None
    origin: Origin
    path: str
    sha256: str
    conversation: str
    issued_ns: int


def check(permit: Permit, origin: Origin, body: bytes, now_ns: int, used: set[str]) -> None:
    """Raise CloudError permit_... unless `permit` allows these bytes to this origin now; marks it as used."""
    if permit.id in used:
        raise CloudError("permit_used")
    if not 0 <= now_ns - permit.issued_ns <= LIFE_NS:
        raise CloudError("permit_expired")
    if permit.origin != origin or (origin.scheme != "https" and not origin.is_loopback):
        raise CloudError("permit_elsewhere")
    if hashlib.sha256(body).hexdigest() != permit.sha256:
        raise CloudError("permit_altered")
    if not _is_for_its_purpose(permit, body):
        raise CloudError("permit_purpose")
    used.add(permit.id)


def _is_for_its_purpose(permit: Permit, body: bytes) -> bool:
    chats = permit.purpose is Purpose.CHAT
    if bool(body) != chats or bool(permit.conversation) != chats:
        return False
    if permit.purpose is Purpose.DOWNLOAD_MODEL:
        return permit.wire is None and _FILE_PATH.fullmatch(permit.path) is not None
    return permit.wire is not None and permit.path.endswith(PATHS[permit.purpose, permit.wire])
