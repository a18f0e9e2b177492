"""Whether this computer's administrator lets Hearth ask servers at all. Any thread.

The file (`app.services.policy`) is looked at before every request.
"""

from pathlib import Path
from typing import Protocol

from app.domain.errors import CloudError
from app.domain.origin import Origin
from app.services.policy import read_policy


class MustBeAllowed(Protocol):
    """Raises HearthError where nothing may be asked, of anybody or of `origin`."""

    def __call__(self, origin: Origin | None = None, /) -> None: ...


def downloads_allowed_by(asking: MustBeAllowed, path: Path | None = None) -> MustBeAllowed:
    """As `asking`, and ModelError downloads_forbidden where only models of listed folders may be used.

    `path` is the administrator's file, where it isn't in its usual place.
    """

    def must_be_allowed(origin: Origin | None = None, /) -> None:
        read_policy(path).download_must_be_allowed()
        asking(origin)

    return must_be_allowed


def must_be_allowed(path: Path, origin: Origin | None = None) -> None:
    """Raise CloudError cloud_forbidden unless the file is missing or says `{"cloud": "ask"}`.

    Where it has a list of "origins" too, cloud_origin_forbidden for an `origin` that isn't in it.
    """
    policy = read_policy(path)
    if not policy.asks_servers:
        raise CloudError("cloud_forbidden", path=str(path))
    if origin is not None and policy.origins is not None and origin not in policy.origins:
        raise CloudError("cloud_origin_forbidden", path=str(path), origin=str(origin))
