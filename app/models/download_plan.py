"""What a download fetches: one or several files of one model, with their sizes and sums. Pure; any process."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

import msgspec

from app.domain.errors import ModelError
from app.domain.model_source import HubFile, ModelSource
from app.domain.origin import Origin
from app.models.catalogue import FOLDER_FILE, Entry, Kind
from app.models.shelf_names import safe_name

# Which of several files is taken when none is named: small enough for most, and good.
USUAL_QUANTISATIONS: Final = ("q4_k_m", "ud-q4_k_m", "mxfp4", "q4_k_s", "q4_0", "q5_k_m", "q8_0")
MOST_NAMED: Final = 12
_PART: Final = re.compile(r"(?P<stem>.*)-(?P<number>\d{5})-of-(?P<parts>\d{5})\.gguf", re.IGNORECASE)
_USUAL_PROJECTORS: Final = ("f16", "q8", "bf16", "f32")  # which of several is taken, by a word of its name
_PROJECTOR: Final = "mmproj"
_NO_MODEL: Final = (_PROJECTOR, "imatrix")
# Words of a file's name that say how its weights are kept, not whose they are: F16, Q4, K, M, UD.
_TELLS_NOTHING: Final = re.compile(r"b?f\d+|i?q\d+|mxfp4|ud|x*[a-z\d]")


class PlannedFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file. `path` is in the repository, or the whole path of a plain address; `size_bytes` is -1 and the sums
    are empty where nobody told."""

    path: str
    size_bytes: int
    sha256: str
    git_id: str


class Plan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A whole download, as it is kept beside its bytes.

    Attributes:
        id: the name of its folder.
        title: what people call it. `name`: what it will be called on the shelf.
        origin, own, authority: where it comes from (see `app.ipc.gateway_frames.Send`).
        repository, commit: of a hub, empty for a plain address.
        allowed_by: how the person agreed, for the ledger.
        has_projector: whether the last file is what lets the model see pictures.
    """

    id: str
    title: str
    name: str
    kind: Kind
    origin: Origin
    own: bool
    authority: str
    repository: str
    commit: str
    files: tuple[PlannedFile, ...]
    allowed_by: str
    has_projector: bool = False

    @property
    def size_bytes(self) -> int:
        """Of all files; those whose size nobody told count nothing."""
        return sum(max(file.size_bytes, 0) for file in self.files)


def files_of_entry(entry: Entry, listed: Sequence[HubFile]) -> tuple[HubFile, ...]:
    """Those of a catalogue's entry. Errors: ModelError download_nothing; download_sum_wrong where the catalogue
    knows another sum than the hub."""
    if not entry.files:
        found = tuple(file for file in listed if FOLDER_FILE.fullmatch(file.path))
        if not any(file.path == "model.safetensors" for file in found):
            raise ModelError("download_nothing", repository=entry.repository)
        return found
    by_path = {file.path: file for file in listed}
    for file in entry.files:
        there = by_path.get(file.path)
        if there is None:
            raise ModelError("download_nothing", repository=entry.repository)
        if file.sha256 is not None and file.sha256 != there.sha256:
            raise ModelError("download_sum_wrong", name=entry.name)
    return tuple(by_path[file.path] for file in entry.files)


def projector_of_entry(entry: Entry, listed: Sequence[HubFile]) -> HubFile | None:
    """The projector of a catalogue's entry: the one it names, else the usual one of its repository; None where there is
    none, and the model answers words. Errors: ModelError download_sum_wrong."""
    if entry.projector is None:
        return None
    named = next((file for file in listed if file.path == entry.projector.path), None)
    if named is None:
        return projector_near(entry.files[0].path, listed)
    if entry.projector.sha256 is not None and entry.projector.sha256 != named.sha256:
        raise ModelError("download_sum_wrong", name=entry.name)
    return named


def projector_near(model: str, listed: Sequence[HubFile]) -> HubFile | None:
    """The projector that a repository holds for the model at the path `model`; None where it holds none.

    One in the model's folder comes before one at the top, and that before one in a folder that holds no model; of
    several there the one whose name has most of the model's, and of those the usual one.
    """
    found = [file for file in listed if _PROJECTOR in file.path.rpartition("/")[2].lower()]
    found = [file for file in found if file.path.lower().endswith(".gguf")]
    of_models = {stem.rpartition("/")[0] for stem in _models(listed)}
    home = model.rpartition("/")[0]
    places = (lambda place: place == home, lambda place: not place, lambda place: place not in of_models)
    for is_there in places:
        there = [file for file in found if is_there(file.path.rpartition("/")[0])]
        if there:
            return max(there, key=lambda file: (_common_words(file.path, model), _usualness(file.path)))
    return None


def files_of_source(source: ModelSource, listed: Sequence[HubFile]) -> tuple[HubFile, ...]:
    """The model file, with all its parts, that `source` means. Errors: ModelError download_nothing, download_choose."""
    models = _models(listed)
    if source.file:
        wanted = _stem(source.file)
    elif source.quantisation:
        wanted = _only(
            source, [stem for stem in models if _quantisation_is(stem, source.quantisation)], list(models)
        )
    else:
        usual = [
            stem
            for name in USUAL_QUANTISATIONS
            for stem in models
            if len(models) == 1 or _quantisation_is(stem, name)
        ]
        wanted = _only(source, usual[:1] or list(models), list(models))
    if wanted not in models:
        raise ModelError("download_nothing", repository=source.repository)
    return models[wanted]


def plan_name(files: Sequence[HubFile]) -> str:
    """What a model is called after its first file."""
    return safe_name(_stem(files[0].path).rpartition("/")[2])


def shelf_name(entry: Entry) -> str:
    """What an entry of the catalogue is called once it is here."""
    return safe_name(_stem(entry.files[0].path).rpartition("/")[2]) if entry.files else entry.id


def planned(files: Sequence[HubFile]) -> tuple[PlannedFile, ...]:
    """Files as a plan holds them."""
    return tuple(PlannedFile(file.path, file.size_bytes, file.sha256, file.git_id) for file in files)


def _models(listed: Sequence[HubFile]) -> Mapping[str, tuple[HubFile, ...]]:
    """The whole models in a list of files: path without ending and number of part -> files in order."""
    found: dict[str, list[HubFile]] = {}
    for file in sorted(listed, key=lambda one: one.path):
        name = file.path.rpartition("/")[2].lower()
        if name.endswith(".gguf") and not any(word in name for word in _NO_MODEL):
            found.setdefault(_stem(file.path), []).append(file)
    return {stem: tuple(files) for stem, files in found.items() if _is_whole(files)}


def _is_whole(files: Sequence[HubFile]) -> bool:
    parts = [_PART.fullmatch(file.path) for file in files]
    if len(files) == 1 and parts[0] is None:
        return True
    numbers = [(int(part["number"]), int(part["parts"])) for part in parts if part is not None]
    return numbers == [(number, len(files)) for number in range(1, len(files) + 1)]


def _stem(path: str) -> str:
    part = _PART.fullmatch(path)
    return part["stem"] if part is not None else path[: -len(".gguf")]


def _words(path: str) -> list[str]:
    return re.split(r"[-_.]", path.rpartition("/")[2].lower())


def _common_words(path: str, other: str) -> int:
    """How many words of two files' names are the same, of those that say whose they are."""
    return sum(1 for word in set(_words(path)) & set(_words(other)) if not _TELLS_NOTHING.fullmatch(word))


def _usualness(path: str) -> int:
    words = _words(path)
    return max((-place for place, word in enumerate(_USUAL_PROJECTORS) if word in words), default=-len(words))


def _quantisation_is(stem: str, wanted: str) -> bool:
    """Whether a file's name ends in this quantisation: `…-Q4_K_M`, `….q4_k_m`."""
    folded = stem.casefold()
    wanted = wanted.casefold()
    return folded.endswith(wanted) and folded[: -len(wanted)].endswith(("-", "_", ".", "/"))


def _only(source: ModelSource, choices: Sequence[str], everything: Sequence[str]) -> str:
    if len(choices) == 1:
        return choices[0]
    names = ", ".join(f"{stem}.gguf" for stem in (choices or everything)[:MOST_NAMED])
    if not names:
        raise ModelError("download_nothing", repository=source.repository)
    raise ModelError("download_choose", repository=source.repository, names=names)
