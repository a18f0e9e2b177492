"""A hub's list of a repository's files, read as hostile text. Gateway process.

Shape: huggingface.co/docs/hub/api, model information with `blobs=true`.
"""

import re
from collections.abc import Iterable

import msgspec

from app.domain.errors import CloudError
from app.domain.model_source import HubFile, is_safe_path
from app.gateway.limits import Limits
from app.gateway.replies import BAD_SHAPE, listing_bytes
from app.ipc.gateway_frames import Listed

MOST_FILES = 5000
MOST_BYTES = 1 << 50
_SHA256 = re.compile(r"[0-9a-f]{64}")
_GIT_ID = re.compile(r"[0-9a-f]{40}")


class _Lfs(msgspec.Struct):
    sha256: str = ""
    size: int = -1


class _Sibling(msgspec.Struct):
    rfilename: str
    size: int | None = None
    git_id: str | None = msgspec.field(default=None, name="blobId")
    lfs: _Lfs | None = None


class _Repository(msgspec.Struct):
    sha: str
    siblings: list[_Sibling]


_repositories = msgspec.json.Decoder(_Repository)


def read_listing(pieces: Iterable[bytes], job: int, origin: str, limits: Limits) -> Listed:
    """The files that can be named and checked; others are left out. Errors: CloudError."""
    body = listing_bytes(pieces, origin, limits)
    try:
        found = _repositories.decode(body)
    except BAD_SHAPE as error:
        raise CloudError("reply_not_understood", origin=origin) from error
    if not _GIT_ID.fullmatch(found.sha):
        raise CloudError("reply_not_understood", origin=origin)
    files = [_file(one) for one in found.siblings[:MOST_FILES]]
    return Listed(job, tuple(file for file in files if file is not None), found.sha, len(body))


def _file(one: _Sibling) -> HubFile | None:
    size = one.lfs.size if one.lfs is not None else one.size if one.size is not None else -1
    sha256 = one.lfs.sha256 if one.lfs is not None else ""
    git_id = one.git_id or "" if one.lfs is None else ""
    summed = _SHA256.fullmatch(sha256) or (one.lfs is None and _GIT_ID.fullmatch(git_id))
    if not is_safe_path(one.rfilename) or not 0 < size <= MOST_BYTES or not summed:
        return None
    return HubFile(one.rfilename, size, sha256, git_id)
