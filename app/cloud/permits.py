"""Making permits: from a payload, or a download, that a person has agreed to. Window or command line process."""

import hashlib
import secrets
import time
from collections.abc import Callable

from app.cloud.payload import Payload
from app.domain.errors import CloudError
from app.domain.labels import Grant
from app.domain.origin import Origin
from app.domain.permit import Permit, Purpose

ID_BYTES = 16


def issue(
    payload: Payload, grant: Grant | None = None, clock: Callable[[], int] = time.monotonic_ns
) -> Permit:
    """A permit for exactly this payload. Words need the grant of their own conversation.

    Errors: CloudError grant_elsewhere when the grant is of another conversation or server, or missing.
    """
    if payload.purpose is Purpose.CHAT:
        if grant is None or grant.conversation != payload.conversation or grant.origin != str(payload.origin):
            raise CloudError("grant_elsewhere")
    elif payload.body:
        raise CloudError("permit_purpose")
    return Permit(
        secrets.token_hex(ID_BYTES),
        payload.purpose,
        payload.wire,
        payload.origin,
        payload.path,
        payload.sha256,
        payload.conversation,
        clock(),
    )


def issue_download(origin: Origin, path: str, clock: Callable[[], int] = time.monotonic_ns) -> Permit:
    """A permit to fetch exactly one file, or one list of files, of a model. Nothing of a person's is in it."""
    return Permit(
        secrets.token_hex(ID_BYTES),
        Purpose.DOWNLOAD_MODEL,
        None,
        origin,
        path,
        hashlib.sha256(b"").hexdigest(),
        "",
        clock(),
    )
