"""The shelf: the profile's `models/` folder, which is the truth about what models there are.

Runs in the window or command line process, which alone writes the folder; one thread at a time. Files are
linked or copied, never moved, and the file they come from is never changed.
"""

import contextlib
import errno
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from app.domain.errors import ModelError, VaultError
from app.models.gguf import GgufFile, read_gguf
from app.models.gguf_bytes import FileIdentity, reason_of, shown_name
from app.models.projectors import forget_projector, keep_projector, projector_of
from app.models.shelf_copy import IsCancelled, Progress, clear_stale, copy_into, same_content
from app.models.shelf_entry import (
    LINK_MAKERS,
    MODEL_ENDING,
    POINTER_ENDING,
    LinkMaker,
    ModelState,
    ShelfModel,
    entry_target,
    model_stem,
    part_paths,
)
from app.models.shelf_names import folded, safe_name, unique_name
from app.models.shelf_parts import own_parts, place_parts, remove_parts
from app.vault.left_models import left_behind, remove_left
from app.vault.private_file import sync_folder

__all__ = ["ModelShelf", "ModelState", "ShelfModel"]

MAX_CANDIDATES_NAMED: Final = 5
_MISSING_CODES: Final = frozenset({"model_missing", "model_link_broken", "model_part_missing"})


def _no_progress(done: int, total: int) -> None:
    del done, total


def _never() -> bool:
    return False


def _anything(file: Path) -> None:
    del file


class ModelShelf:
    """Lists, adds, finds and removes the models of one profile.

    Attributes:
        folder: made at the first `add`; it may be missing before.
        must_be_allowed: raises ModelError for a file that the administrator forbids.
    """

    def __init__(
        self,
        folder: Path,
        link_makers: Sequence[LinkMaker] = LINK_MAKERS,
        must_be_allowed: Callable[[Path], None] = _anything,
    ) -> None:
        """`link_makers` are tried in this order; `must_be_allowed` raises ModelError for a forbidden file."""
        self.folder = folder
        self.must_be_allowed = must_be_allowed
        self._link_makers = link_makers
        # Headers by file, so that a list costs one stat call a model after the first time.
        self._read: dict[Path, tuple[FileIdentity, GgufFile | ModelError]] = {}

    def list(self) -> list[ShelfModel]:
        """Every model on the shelf, usable or not, sorted by name. Clears what a crash left behind."""
        clear_stale(self.folder)
        try:
            entries = sorted(
                entry.name
                for entry in os.scandir(self.folder)
                if not entry.name.startswith(".")
                and entry.name.lower().endswith((MODEL_ENDING, POINTER_ENDING))
            )
        except FileNotFoundError:
            return []
        except OSError as error:
            raise ModelError("shelf_unreadable", reason=reason_of(error)) from error
        taken: set[str] = set()
        models = []
        for entry_name in entries:
            name = unique_name(safe_name(os.path.splitext(entry_name)[0]), taken)
            taken.add(folded(name))
            models.append(self._inspect(name, self.folder / entry_name))
        return sorted(models, key=lambda model: folded(model.name))

    def get(self, name: str | os.PathLike[str]) -> ShelfModel:
        """The model with this name, or with the only name that begins like it, or the GGUF file at this path.

        A model on the shelf is returned in whatever state it is (`require_ok`). Raises ModelError
        model_unknown or model_name_ambiguous, and for a path whatever `read_gguf` raises.
        """
        models = self.list()
        if isinstance(name, str):
            exact = [model for model in models if folded(model.name) == folded(name)]
            if exact:
                return exact[0]
            is_path = os.sep in name or "/" in name or name.lower().endswith(MODEL_ENDING)
            if not is_path or not os.path.lexists(name):
                found = [model for model in models if name and folded(model.name).startswith(folded(name))]
                if len(found) == 1:
                    return found[0]
                if found:
                    names = ", ".join(model.name for model in found[:MAX_CANDIDATES_NAMED])
                    raise ModelError(
                        "model_name_ambiguous", name=shown_name(name), count=len(found), names=names
                    )
                if not is_path:
                    raise ModelError("model_unknown", name=shown_name(name or "?"))
        path = Path(os.path.abspath(name))
        for model in models:
            if model.entry is not None and path == Path(os.path.abspath(model.entry)):
                return model
        return self._in_place(path)

    def info(self, name: str | os.PathLike[str]) -> GgufFile:
        """What the named model's file says of itself, checked against it as it is now. Raises ModelError."""
        model = self.get(name)
        model.require_ok()
        return self._header(model.path)

    def add(
        self,
        path: str | os.PathLike[str],
        copy: bool = False,
        progress: Progress = _no_progress,
        is_cancelled: IsCancelled = _never,
        name: str = "",
    ) -> ShelfModel:
        """Puts the GGUF file at `path` on the shelf by link, or by copy, and returns it.

        `name` is what to call it; without one it is called as the file is.

        The same file again gives the entry that is there; copying a file that is linked makes the link a
        copy. Any part of a split model stands for the whole. `progress` gets bytes done and bytes in all.
        Raises ModelError (see `app.models`) and Cancelled; the shelf is as before then.
        """
        source = Path(os.path.abspath(path))
        self.must_be_allowed(self.folder / source.name if copy else source)
        header = self._header(source)
        if header.split is not None:
            source, header = self._first_part(source, header)
            if copy:
                raise ModelError(
                    "model_split_copy", file=shown_name(source), parts=(header.split or (0, 0))[1]
                )
        if header.no_chat_kind:
            raise ModelError("model_no_chat", name=shown_name(source), kind=header.no_chat_kind)
        models = self.list()
        known = self._known(source, header.identity, models, progress, is_cancelled)
        if known is not None and not (copy and known.is_link):
            return known
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise self._unwritable(error) from error
        if known is not None:
            place = self._replacing(known)
            return self.get(copy_into(source, self.folder, header.identity, place, progress, is_cancelled))
        taken = {folded(model.name) for model in models}
        wanted = safe_name(name or model_stem(source))
        if copy:
            naming = self._naming(wanted, taken)
            entry = copy_into(source, self.folder, header.identity, naming, progress, is_cancelled)
        else:
            entry = self._link(wanted, taken, source)
        return self.get(entry)

    def place(self, path: Path, name: str, projector: Path | None) -> ShelfModel:
        """Puts a model that another program keeps on the shelf by link, called as it is there, with the projector that
        goes with it. One that is none is left: the model answers words all the same. Raises ModelError."""
        model = self.add(path, name=name)
        if projector is not None and self.projector(model) != projector:
            with contextlib.suppress(ModelError):
                keep_projector(self.folder, model.name, projector)
        return model

    def take_over(self, files: Sequence[Path], name: str) -> ShelfModel:
        """Makes finished files in a folder of their own below the shelf's the model `name`: renamed, never copied.

        Several are the parts of one split model, in order. Raises ModelError; the files stay where they are then.
        """
        for file in files:
            header = read_gguf(file)  # which says what is wrong with it
            if header.no_chat_kind:
                raise ModelError("model_no_chat", name=shown_name(file), kind=header.no_chat_kind)
        taken = {folded(model.name) for model in self.list()}
        wanted = safe_name(name)
        if len(files) == 1:
            return self.get(self._naming(wanted, taken)(files[0]))
        try:
            for _ in range(len(taken) + 100):
                free = unique_name(wanted, taken)
                entry = place_parts(self.folder, files[0].parent, files[0].name, free)
                if entry is not None:
                    sync_folder(self.folder)
                    return self.get(entry)
                taken.add(folded(free))
        except OSError as error:
            raise self._unwritable(error) from error
        raise ModelError("shelf_unwritable", folder=self.folder.name, reason="eexist")

    def remove(self, name: str) -> None:
        """Takes the model with exactly this name off the shelf: a link is undone, a copy is deleted, wherever it lies.

        Raises ModelError model_not_on_shelf or shelf_unwritable.
        """
        for model in self.list():
            if model.entry is not None and folded(model.name) == folded(name):
                try:
                    parts = own_parts(self.folder, _next_step(model.entry))
                    files = parts.iterdir() if parts is not None and parts.is_dir() else [model.entry]
                    remove_left(self.folder, left_behind(self.folder, files))
                    model.entry.unlink()
                    forget_projector(self.folder, model.name)
                    if parts is not None:
                        remove_parts(parts)
                    sync_folder(self.folder)
                except OSError as error:
                    raise self._unwritable(error) from error
                except VaultError as error:
                    raise ModelError(
                        "shelf_unwritable", folder=self.folder.name, reason=error.code
                    ) from error
                self._read.pop(model.path, None)
                return
        raise ModelError("model_not_on_shelf", name=shown_name(name or "?"))

    def projector(self, model: ShelfModel) -> Path | None:
        """The file that lets the model see pictures, whatever it holds; None where there is none that may be used."""
        found = projector_of(self.folder, model.name if model.on_shelf else "", model.real_path)
        try:
            if found is not None:
                self.must_be_allowed(found)
        except ModelError:
            return None
        return found

    def _header(self, path: Path) -> GgufFile:
        """`read_gguf`, remembered for as long as the file stays the same."""
        try:
            identity = FileIdentity.of(path)
        except (OSError, ValueError):
            return read_gguf(path)  # which says why
        kept = self._read.get(path)
        if kept is None or kept[0] != identity:
            found: GgufFile | ModelError
            try:
                found = read_gguf(path)
                identity = found.identity
            except ModelError as error:
                found = error.with_traceback(None)
            kept = self._read[path] = (identity, found)
        if isinstance(kept[1], ModelError):
            raise ModelError(kept[1].code, **kept[1].parameters)
        return kept[1]

    def _inspect(self, name: str, entry: Path) -> ShelfModel:
        target, is_link, size = entry, False, 0
        try:
            target, is_link = entry_target(entry)
            is_own = own_parts(self.folder, target) is not None or bool(left_behind(self.folder, [entry]))
            is_link = is_link and not is_own
            path = entry
            if entry.suffix == POINTER_ENDING or part_paths(target):
                path = target  # the loader takes no pointer, and insists on the names of parts
            size = os.stat(path).st_size
            self.must_be_allowed(path)
            header = self._header(path)
            if header.split is not None:
                size = _whole_size(path, header)
            return ShelfModel(name, path, _real(path), size, is_link, entry)
        except ModelError as error:
            problem = error
        except OSError as error:
            code = (
                "model_link_broken"
                if is_link and isinstance(error, FileNotFoundError)
                else "model_unreadable"
            )
            problem = ModelError(code, file=shown_name(target), reason=reason_of(error))
        state = ModelState.MISSING if problem.code in _MISSING_CODES else ModelState.DAMAGED
        return ShelfModel(
            name, entry, _real(target), size, is_link, entry, state, problem.code, problem.parameters
        )

    def _in_place(self, path: Path) -> ShelfModel:
        self.must_be_allowed(path)
        header = self._header(path)
        size = header.size_bytes
        if header.split is not None:
            path, header = self._first_part(path, header)
            size = _whole_size(path, header)
        return ShelfModel(str(path), path, _real(path), size, is_link=False)

    def _first_part(self, path: Path, header: GgufFile) -> tuple[Path, GgufFile]:
        """The first part of a split model of which all parts are there, and its header."""
        parts = part_paths(path)
        n_parts = (header.split or (0, 0))[1]
        if len(parts) != n_parts:
            raise ModelError("model_part_name", file=shown_name(path), parts=n_parts)
        first = self._header(_present(parts[0], 1, n_parts))
        _whole_size(parts[0], first)
        return parts[0], first

    def _known(
        self,
        source: Path,
        identity: FileIdentity,
        models: Sequence[ShelfModel],
        progress: Progress,
        is_cancelled: IsCancelled,
    ) -> ShelfModel | None:
        """The model on the shelf that is this file, or a copy of it."""
        usable = [model for model in models if model.state is ModelState.OK]
        for model in usable:
            if identity.still_same(model.path):
                return model
        for model in usable:
            if model.is_link or model.size_bytes != identity.size_bytes:
                continue
            if same_content(source, model.path, progress, is_cancelled):
                return model
        return None

    def _link(self, wanted: str, taken: set[str], source: Path) -> Path:
        problem = OSError(errno.ENOTSUP, "no way to link")
        for make in self._link_makers:
            for _ in range(len(taken) + 2):
                name = unique_name(wanted, taken)
                try:
                    entry = make(self.folder / name, source)
                    sync_folder(self.folder)
                    return entry
                except FileExistsError:
                    taken.add(folded(name))  # something that no list shows lies there
                except OSError as error:
                    problem = error
                    break
        raise self._unwritable(problem)

    def _naming(self, wanted: str, taken: set[str]) -> Callable[[Path], Path]:
        """Gives a finished copy its name, without ever replacing another file."""

        def place(temporary: Path) -> Path:
            for _ in range(len(taken) + 100):
                name = unique_name(wanted, taken)
                entry = self.folder / (name + MODEL_ENDING)
                try:
                    _rename_to_new(temporary, entry)
                    sync_folder(self.folder)
                    return entry
                except FileExistsError:
                    taken.add(folded(name))
                except OSError as error:
                    raise self._unwritable(error) from error
            raise ModelError("shelf_unwritable", folder=self.folder.name, reason="eexist")

        return place

    def _replacing(self, known: ShelfModel) -> Callable[[Path], Path]:
        """Puts a finished copy where a link was; the linked file isn't touched."""

        def place(temporary: Path) -> Path:
            entry = self.folder / (known.name + MODEL_ENDING)
            if known.entry is not None and known.entry.suffix != POINTER_ENDING:
                entry = known.entry
            try:
                os.replace(temporary, entry)
                if known.entry is not None and known.entry != entry:
                    known.entry.unlink()
                sync_folder(self.folder)
            except OSError as error:
                raise self._unwritable(error) from error
            return entry

        return place

    def _unwritable(self, error: OSError) -> ModelError:
        return ModelError("shelf_unwritable", folder=self.folder.name, reason=reason_of(error))


def _rename_to_new(temporary: Path, entry: Path) -> None:
    """Renames, but raises FileExistsError where a plain rename would replace a file."""
    if os.name == "nt":
        os.rename(temporary, entry)
        return
    try:
        os.link(temporary, entry)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if os.path.lexists(entry):
            raise FileExistsError(errno.EEXIST, "exists", entry) from None
        os.rename(temporary, entry)
    else:
        os.unlink(temporary)


def _whole_size(path: Path, header: GgufFile) -> int:
    """Bytes of all parts together. Raises ModelError model_part_missing, model_part_name."""
    parts = part_paths(path)
    n_parts = (header.split or (0, 0))[1]
    if len(parts) != n_parts:
        raise ModelError("model_part_name", file=shown_name(path), parts=n_parts)
    return sum(_present(part, number, n_parts).stat().st_size for number, part in enumerate(parts, 1))


def _present(part: Path, number: int, parts: int) -> Path:
    if not part.is_file():
        raise ModelError("model_part_missing", file=shown_name(part), part=number, parts=parts)
    return part


def _next_step(entry: Path) -> Path:
    """What an entry leads to by one step; itself where that can't be read."""
    try:
        return entry_target(entry)[0]
    except (ModelError, OSError):
        return entry


def _real(path: Path) -> Path:
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError):
        return path
