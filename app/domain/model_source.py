"""Where a model is to be had: a repository of a hub, or the address of one file. Pure; any process."""

import re
from dataclasses import dataclass

from app.domain.errors import UsageError
from app.domain.origin import Origin, parse_file_address

HUB = Origin("https", "huggingface.co", 443)
MODEL_ENDING = ".gguf"
PATH_LIMIT_CHARS = 400
# What people call the hub, and paste with or without what stands before it.
_HUB_NAMES = ("huggingface.co", "www.huggingface.co", "hf.co")
# A server of the first name hands files out from hosts of the second: nobody else may be named in its place.
_HANDS_OUT_FROM = {
    "huggingface.co": ("huggingface.co", "hf.co"),
    "hf.co": ("huggingface.co", "hf.co"),
    "github.com": ("githubusercontent.com",),
}
_REPOSITORY = re.compile(r"[A-Za-z0-9][\w.-]{0,95}/[A-Za-z0-9][\w.-]{0,95}", re.ASCII)
_REVISION = re.compile(r"[\w.-]{1,100}", re.ASCII)
_QUANTISATION = re.compile(r"[A-Za-z0-9][\w-]{0,30}", re.ASCII)
_PATH = re.compile(r"[\w.+=,@() -]+(?:/[\w.+=,@() -]+)*", re.ASCII)


@dataclass(frozen=True, slots=True)
class HubFile:
    """One file as the hub's own metadata tell it.

    `sha256` is empty for a small file that isn't kept apart; `git_id` is then Git's own sum of it.
    """

    path: str
    size_bytes: int
    sha256: str
    git_id: str


@dataclass(frozen=True, slots=True)
class ModelSource:
    """What a person asked for.

    Attributes:
        origin: the hub's, or the server's of a plain address.
        repository: owner/name, empty for a plain address.
        file: its path in the repository, empty where it is to be chosen.
        quantisation: which of several files, such as Q4_K_M; empty for the usual one.
        path: of a plain address, with its query.
    """

    origin: Origin
    repository: str = ""
    revision: str = "main"
    file: str = ""
    quantisation: str = ""
    path: str = ""


def is_safe_path(path: str) -> bool:
    """Whether `path` can name a file in a repository and below a folder of ours, on every system."""
    if len(path) > PATH_LIMIT_CHARS or not _PATH.fullmatch(path):
        return False
    return all(not part.startswith((".", " ")) and not part.endswith((".", " ")) for part in path.split("/"))


def parse_source(text: str, hub: Origin = HUB) -> ModelSource:
    """What `text` names: OWNER/NAME, OWNER/NAME:QUANTISATION, OWNER/NAME/FILE.gguf, or an address.

    The hub's own name may stand before it, as browsers and other programs write it.

    Errors: UsageError download_source_unclear, download_address_unclear, provider_address_open.
    """
    text = text.strip()
    if "://" in text:
        return _from_address(text, hub)
    host, _, below = text.partition("/")
    if host.lower() in _HUB_NAMES:
        if ":" not in below:
            return _from_address(f"{HUB}/{below}", hub)
        text, hub = below, HUB
    place, _, quantisation = text.partition(":")
    owner_name, file = _cut_repository(place)
    if quantisation and (file or not _QUANTISATION.fullmatch(quantisation)):
        raise UsageError("download_source_unclear")
    return _checked(ModelSource(hub, owner_name, file=file, quantisation=quantisation))


def may_go_on(asked: Origin, other: Origin) -> bool:
    """Whether a server at `asked` may name `other` as the place of a file."""
    if other == asked:
        return True
    if other.scheme != "https":
        return False
    if other.host == asked.host:
        return True
    names = _HANDS_OUT_FROM.get(asked.host, ())
    return any(other.host == name or other.host.endswith(f".{name}") for name in names)


def listing_path(source: ModelSource) -> str:
    """Where the hub lists the files of the source's repository, with sizes and sums.

    Source: huggingface.co/docs/hub/api, GET /api/models/{repo_id}/revision/{revision}.
    """
    return f"/api/models/{source.repository}/revision/{source.revision}?blobs=true"


def file_path(repository: str, commit: str, path: str) -> str:
    """Where the hub hands out a file, at one state of the repository."""
    quoted = "".join(c if c.isalnum() or c in "/._-+=,@()" else "%20" for c in path)
    return f"/{repository}/resolve/{commit}/{quoted}"


def _from_address(text: str, hub: Origin) -> ModelSource:
    origin, path = parse_file_address(text)
    plain = path.partition("?")[0].strip("/").replace("%20", " ")
    if origin in (hub, HUB) or (origin.host in _HUB_NAMES and origin.port == HUB.port):
        origin = hub if origin == hub else HUB
        owner_name, rest = _cut_repository(plain)
        how, _, rest = rest.partition("/")
        revision, _, file = rest.partition("/")
        if how not in ("", "tree", "blob", "resolve"):
            raise UsageError("download_source_unclear")
        quantisation = ""
        if how == "tree" and not file.lower().endswith(MODEL_ENDING):  # a folder with one quantisation
            file, quantisation = "", file.rpartition("/")[2]
            if quantisation and not _QUANTISATION.fullmatch(quantisation):
                raise UsageError("download_source_unclear")
        return _checked(ModelSource(origin, owner_name, revision or "main", file, quantisation))
    if not plain.lower().endswith(MODEL_ENDING):
        raise UsageError("download_source_unclear")
    return ModelSource(origin, file=plain.rpartition("/")[2], path=path)


def _cut_repository(text: str) -> tuple[str, str]:
    owner, _, rest = text.partition("/")
    name, _, file = rest.partition("/")
    return f"{owner}/{name}", file


def _checked(source: ModelSource) -> ModelSource:
    right = _REPOSITORY.fullmatch(source.repository) and _REVISION.fullmatch(source.revision)
    names_file = is_safe_path(source.file) and source.file.lower().endswith(MODEL_ENDING)
    if not right or (source.file and not names_file):
        raise UsageError("download_source_unclear")
    return source
