"""The shelf with real files, links and a copying process that is killed."""

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.domain.errors import Cancelled, ModelError
from app.models.shelf import ModelShelf, ModelState
from app.models.shelf_copy import PREFIX, STEP_BYTES
from app.models.shelf_entry import LinkMaker, lies_below, make_hard_link, make_pointer, part_paths
from app.vault.moving import move
from tests.models_app.gguf_writing import STRING, UINT16, Gguf, Tensor, pair, small_model, tensor

REPOSITORY = Path(__file__).parent.parent.parent


@pytest.fixture
def shelf(tmp_path: Path) -> ModelShelf:
    return ModelShelf(tmp_path / "profile" / "models")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "downloads"
    folder.mkdir()
    return small_model().write(folder / "Small-Q4.gguf")


def state_of(path: Path) -> tuple[str, int, int]:
    """Content, time of change and place of a file, to see that it was left alone."""
    found = path.stat()
    return hashlib.sha256(path.read_bytes()).hexdigest(), found.st_mtime_ns, found.st_ino


def refused(shelf: ModelShelf, path: Path, copy: bool = False) -> ModelError:
    before = sorted(os.listdir(shelf.folder)) if shelf.folder.exists() else []
    with pytest.raises(ModelError) as caught:
        shelf.add(path, copy=copy)
    after = sorted(os.listdir(shelf.folder)) if shelf.folder.exists() else []
    assert after == before
    return caught.value


def large_model(path: Path, n_bytes: int) -> Path:
    """A valid file with `n_bytes` of tensor data, nearly all of it a hole that takes no room on the disk."""
    width = n_bytes // 4
    model = small_model(n_tensors=0)
    model.tensors = [Tensor("big", (width,))]
    model.write(path)
    os.truncate(path, path.stat().st_size + width * 4)
    return path


def test_a_shelf_without_folder_is_empty(shelf: ModelShelf) -> None:
    assert shelf.list() == []
    with pytest.raises(ModelError) as caught:
        shelf.get("x")
    assert caught.value.code == "model_unknown"
    assert not shelf.folder.exists()


@pytest.mark.parametrize("copy", [False, True])
def test_add_list_get_info_remove(shelf: ModelShelf, source: Path, copy: bool) -> None:
    before = state_of(source)
    added = shelf.add(source, copy=copy)
    assert (added.name, added.is_link, added.state) == ("Small-Q4", not copy, ModelState.OK)
    assert added.size_bytes == source.stat().st_size
    assert added.real_path == (shelf.folder / "Small-Q4.gguf" if copy else source)
    assert shelf.list() == [added]
    assert shelf.get("small-q4") == shelf.get("sm") == shelf.get(added.path) == added
    assert shelf.info("Small-Q4").name == "Small"
    assert ModelShelf(shelf.folder).list() == [added]  # the folder is the truth
    shelf.remove("small-Q4")
    assert shelf.list() == [] and os.listdir(shelf.folder) == []
    assert state_of(source) == before


def test_same_file_twice_is_one_entry(shelf: ModelShelf, source: Path, tmp_path: Path) -> None:
    linked = shelf.add(source)
    alias = tmp_path / "alias.gguf"
    alias.symlink_to(source)
    assert shelf.add(source) == shelf.add(alias) == shelf.add(linked.path) == linked
    copied = shelf.add(source, copy=True)  # wants a copy now: the link becomes one
    assert (copied.name, copied.is_link) == (linked.name, False)
    assert shelf.add(source, copy=True) == shelf.add(source) == copied
    assert len(os.listdir(shelf.folder)) == 1
    source.unlink()
    assert shelf.info("Small-Q4").architecture == "llama"


def test_other_files_of_the_same_name_get_other_names(
    shelf: ModelShelf, source: Path, tmp_path: Path
) -> None:
    shelf.add(source)
    names = []
    for number, file_name in enumerate(["Small-Q4.gguf", "SMALL-q4.gguf", "small-q4.GGUF"]):
        folder = tmp_path / str(number)
        folder.mkdir()
        path = small_model(f"Other {number}").write(folder / file_name)
        names.append(shelf.add(path, copy=number == 1).name)
    assert names == ["Small-Q4-2", "SMALL-q4-3", "small-q4-4"]
    assert len({name.casefold() for name in names}) == 3


@pytest.mark.parametrize(
    "file_name",
    [
        "-rf.gguf",
        ".hidden.gguf",
        "CON.gguf",
        "a\u202egpj.gguf",
        "two\nlines.gguf",
        "<b>&amp;.gguf",
        "n" * 250 + ".gguf",
        "no ending",
        os.fsdecode(b"\xff\xfe.gguf"),
    ],
)
def test_hostile_file_names(shelf: ModelShelf, source: Path, file_name: str) -> None:
    path = source.rename(source.with_name(file_name))
    for copy in (False, True):
        added = shelf.add(path, copy=copy)
        assert added.name.isprintable() and added.name[0] not in "-." and " " not in added.name
        assert shelf.get(added.name) == added
        shelf.remove(added.name)
        assert os.listdir(shelf.folder) == [] and path.exists()


def test_hostile_names_put_there_by_hand_can_be_listed_and_removed(shelf: ModelShelf) -> None:
    shelf.folder.mkdir(parents=True)
    for name in ("-x.gguf", "x.gguf", "\u202ex.gguf", os.fsdecode(b"x\xff.gguf")):
        small_model(f"n {name!r}").write(shelf.folder / name)
    os.mkfifo(shelf.folder / "fifo.gguf")
    (shelf.folder / "folder.gguf").mkdir()
    (shelf.folder / "page.gguf").write_text("<html>")
    (shelf.folder / "notes.txt").write_text("not listed")
    models = {model.name: model for model in shelf.list()}
    assert set(models) == {"x", "x-2", "x-3", "x-4", "fifo", "folder", "page"}
    assert models["fifo"].code == "model_not_regular_file" and models["folder"].code == "model_is_folder"
    assert (models["page"].state, models["page"].code) == (ModelState.DAMAGED, "looks_like_html")
    with pytest.raises(ModelError) as caught:
        shelf.info("page")
    assert caught.value.parameters["kind"] == "html"
    for name in ("x", "x-2", "x-3", "x-4"):
        assert models[name].state is ModelState.OK
    for name in ("fifo", "page", models["x-4"].name):
        shelf.remove(name)
    assert len(shelf.list()) == 4


def test_a_linked_file_that_is_gone_comes_back_or_changes(shelf: ModelShelf, source: Path) -> None:
    shelf.add(source)
    away = source.rename(source.with_name("away"))
    gone = shelf.get("Small-Q4")
    assert (gone.state, gone.code, gone.size_bytes) == (ModelState.MISSING, "model_link_broken", 0)
    with pytest.raises(ModelError):
        gone.require_ok()
    away.rename(source)
    assert shelf.get("Small-Q4").state is ModelState.OK
    os.truncate(source, source.stat().st_size - 1)
    cut = shelf.get("Small-Q4")
    assert (cut.state, cut.code) == (ModelState.DAMAGED, "model_cut_short")
    shelf.remove("Small-Q4")
    assert source.exists()


def test_names_prefixes_and_paths(shelf: ModelShelf, source: Path, tmp_path: Path) -> None:
    for number, name in enumerate(("llama-8b", "llama-70b", "llama")):
        shelf.add(small_model(str(number)).write(tmp_path / f"{name}.gguf"))
    assert shelf.get("llama").name == "llama"
    assert shelf.get("LLAMA-7").name == "llama-70b"
    with pytest.raises(ModelError) as caught:
        shelf.get("llama-")
    assert (caught.value.code, caught.value.parameters["count"]) == ("model_name_ambiguous", 2)
    assert caught.value.parameters["names"] == "llama-70b, llama-8b"
    for unknown in ("mistral", "", "x\u202ey"):
        with pytest.raises(ModelError) as caught:
            shelf.get(unknown)
        assert caught.value.code == "model_unknown"
    in_place = shelf.get(str(source))
    assert (in_place.on_shelf, in_place.label, in_place.path) == (False, "Small-Q4.gguf", source)
    assert shelf.get(in_place.name) == in_place and shelf.info(in_place.name).name == "Small"
    with pytest.raises(ModelError) as caught:
        shelf.get(str(tmp_path / "none.gguf"))
    assert caught.value.code == "model_missing"
    for name in ("lla", in_place.name, ""):
        with pytest.raises(ModelError) as caught:
            shelf.remove(name)  # never by a guess
        assert caught.value.code == "model_not_on_shelf"
    assert len(shelf.list()) == 3 and source.exists()


def test_bad_files_never_reach_the_shelf(shelf: ModelShelf, source: Path, tmp_path: Path) -> None:
    half = tmp_path / "half.gguf"
    half.write_bytes(source.read_bytes()[:-10])
    os.mkfifo(tmp_path / "fifo.gguf")
    for copy in (False, True):
        assert refused(shelf, half, copy).code == "model_cut_short"
        assert refused(shelf, tmp_path / "fifo.gguf", copy).code == "model_not_regular_file"
        assert refused(shelf, tmp_path, copy).code == "model_is_folder"
        assert refused(shelf, tmp_path / "none.gguf", copy).code == "model_missing"
    clip = Gguf([pair("general.architecture", STRING, "clip")], [tensor()]).write(tmp_path / "mmproj.gguf")
    assert refused(shelf, clip).parameters["kind"] == "projector"
    assert not shelf.folder.exists()


@pytest.mark.parametrize("maker", [make_hard_link, make_pointer])
def test_where_symbolic_links_are_not_allowed(tmp_path: Path, source: Path, maker: LinkMaker) -> None:
    def not_allowed(stem: Path, target: Path) -> Path:
        raise OSError("no privilege")

    shelf = ModelShelf(tmp_path / "models", (not_allowed, maker))
    before = state_of(source)
    added = shelf.add(source)
    assert (added.name, added.is_link, added.state) == ("Small-Q4", True, ModelState.OK)
    assert os.path.samefile(added.path, source) and added.path.suffix == ".gguf"
    assert shelf.add(source) == added
    assert shelf.info("Small-Q4").name == "Small"
    copied = shelf.add(source, copy=True)
    assert not copied.is_link and os.listdir(shelf.folder) == ["Small-Q4.gguf"]
    shelf.remove("Small-Q4")
    shelf.add(source)
    shelf.remove("Small-Q4")
    assert os.listdir(shelf.folder) == [] and state_of(source) == before


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b'{"target": 3}',
        b'{"target": "../relative"}',
        b'{"target": "/a\\u0000b"}',
        b"[" * 60_000,
        b"\xff",
    ],
)
def test_damaged_pointers(shelf: ModelShelf, content: bytes) -> None:
    shelf.folder.mkdir(parents=True)
    (shelf.folder / "p.link").write_bytes(content)
    assert (shelf.get("p").state, shelf.get("p").code) == (ModelState.DAMAGED, "shelf_pointer_damaged")


def test_pointer_to_a_file_that_is_gone(shelf: ModelShelf) -> None:
    shelf.folder.mkdir(parents=True)
    (shelf.folder / "p.link").write_text(json.dumps({"target": str(shelf.folder / "nowhere.gguf")}))
    assert shelf.get("p").state is ModelState.MISSING


def test_no_way_to_link_is_said(tmp_path: Path, source: Path) -> None:
    assert refused(ModelShelf(tmp_path / "m", ()), source).code == "shelf_unwritable"
    (tmp_path / "file").write_text("in the way")
    assert refused(ModelShelf(tmp_path / "file" / "models"), source).code == "shelf_unreadable"


def split_model(folder: Path, parts: int = 3) -> list[Path]:
    folder.mkdir()
    paths = [folder / f"Split-{n:05d}-of-{parts:05d}.gguf" for n in range(1, parts + 1)]
    for number, path in enumerate(paths):
        split = [pair("split.no", UINT16, number), pair("split.count", UINT16, parts)]
        names = [pair("general.architecture", STRING, "llama")] if number == 0 else []
        Gguf(names + split, [tensor()]).write(path)
    return paths


def test_split_model_is_linked_whole(shelf: ModelShelf, tmp_path: Path) -> None:
    paths = split_model(tmp_path / "split")
    assert part_paths(paths[2]) == paths
    added = shelf.add(paths[1])
    assert (added.name, added.path) == ("Split", paths[0])  # the loader insists on the file's own name
    assert added.size_bytes == sum(path.stat().st_size for path in paths)
    assert shelf.add(paths[2]) == added
    assert shelf.get(paths[2]).path == paths[0]
    shelf.remove("Split")
    assert refused(shelf, paths[0], copy=True).code == "model_split_copy"
    shelf.add(paths[0])
    paths[1].unlink()
    gone = shelf.get("Split")
    assert (gone.state, gone.code, gone.parameters["part"]) == (ModelState.MISSING, "model_part_missing", 2)
    shelf.remove("Split")
    assert refused(shelf, paths[0]).code == "model_part_missing"
    assert refused(shelf, paths[0].rename(paths[0].with_name("renamed.gguf"))).code == "model_part_name"


def test_copy_tells_progress_and_can_be_stopped(shelf: ModelShelf, tmp_path: Path) -> None:
    path = large_model(tmp_path / "large.gguf", 3 * STEP_BYTES)
    seen: list[tuple[int, int]] = []
    shelf.add(path, copy=True, progress=lambda done, total: seen.append((done, total)))
    size = path.stat().st_size
    assert seen[0] == (0, size) and seen[-1] == (size, size) and seen == sorted(seen) and len(seen) >= 4
    assert (shelf.folder / "large.gguf").read_bytes() == path.read_bytes()
    shelf.remove("large")
    for stop_at in range(4):
        calls = iter(range(100))
        with pytest.raises(Cancelled):
            shelf.add(path, copy=True, is_cancelled=lambda calls=calls, at=stop_at: next(calls) >= at)  # type: ignore[misc]
        assert os.listdir(shelf.folder) == []


def test_disk_without_room_is_said_before_copying(shelf: ModelShelf, tmp_path: Path) -> None:
    free = shutil.disk_usage(tmp_path).free
    path = large_model(tmp_path / "huge.gguf", free + (1 << 30))  # a hole: it takes no room itself

    def too_late(done: int, total: int) -> None:
        raise AssertionError("copying has begun, and would fill this disk")

    with pytest.raises(ModelError) as caught:
        shelf.add(path, copy=True, progress=too_late)
    error = caught.value
    assert error.code == "no_disk_space" and os.listdir(shelf.folder) == []
    need, said_free = error.parameters["need_bytes"], error.parameters["free_bytes"]
    assert isinstance(need, int) and isinstance(said_free, int) and need > path.stat().st_size > said_free > 0
    assert shelf.add(path).is_link  # a link takes none


def test_full_disk_while_copying_leaves_nothing(shelf: ModelShelf, tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    path = large_model(tmp_path / "large.gguf", 3 * STEP_BYTES)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2 * STEP_BYTES, limits[1]))
    try:
        shelf.folder.mkdir(parents=True)
        assert refused(shelf, path, copy=True).code == "model_too_big_for_disk"
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)


def test_source_that_changes_while_copied_is_refused(shelf: ModelShelf, tmp_path: Path) -> None:
    path = large_model(tmp_path / "large.gguf", 3 * STEP_BYTES)

    def touch(done: int, total: int) -> None:
        if 0 < done < total:
            with open(path, "r+b") as stream:
                stream.seek(-1, os.SEEK_END)
                stream.write(b"x")
            os.utime(path, ns=(done, done))

    with pytest.raises(ModelError) as caught:
        shelf.add(path, copy=True, progress=touch)
    assert caught.value.code == "model_changed"
    assert os.listdir(shelf.folder) == []


@contextmanager
def copying_process(source: Path, folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that stands in the middle of copying; ended in any case."""
    command = [sys.executable, "-m", "tests.models_app.killed_copy", str(source), str(folder)]
    with subprocess.Popen(
        command, cwd=REPOSITORY, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "half\n"
            yield process
        finally:
            process.kill()


def test_kill_in_the_middle_of_a_copy_leaves_no_half_file(shelf: ModelShelf, tmp_path: Path) -> None:
    path = large_model(tmp_path / "large.gguf", 3 * STEP_BYTES)
    with copying_process(path, shelf.folder) as process:
        assert shelf.list() == []  # another listing leaves the file that is being written
        assert [name for name in os.listdir(shelf.folder) if name.startswith(PREFIX)]
        process.kill()
        process.wait(timeout=60)
    assert len(os.listdir(shelf.folder)) == 1
    assert shelf.list() == []
    assert os.listdir(shelf.folder) == []
    assert shelf.add(path, copy=True).state is ModelState.OK


def test_listing_during_a_copy_does_not_disturb_it(shelf: ModelShelf, tmp_path: Path) -> None:
    path = large_model(tmp_path / "large.gguf", 2 * STEP_BYTES)
    with copying_process(path, shelf.folder) as process:
        assert shelf.list() == []
        rest, _ = process.communicate("\n" * 10, timeout=60)
        assert rest.endswith("done\n") and process.returncode == 0
    assert [model.name for model in shelf.list()] == ["large"]


def moved_by_links(tmp_path: Path, shelf: ModelShelf) -> tuple[Path, ModelShelf]:
    """The shelf's folder after its profile was moved and its models stayed, and the shelf at the new place."""
    home, elsewhere = shelf.folder.parent, tmp_path / "elsewhere"
    (home / "keys.json").write_bytes(b"{}")
    for _ in move(home, elsewhere, leave_models=True):
        pass
    return shelf.folder, ModelShelf(elsewhere / "models")


@pytest.mark.skipif(os.name == "nt", reason="links need developer mode there")
def test_a_model_that_stayed_when_the_profile_moved_is_removed_with_its_file(
    shelf: ModelShelf, source: Path, tmp_path: Path
) -> None:
    shelf.add(source, copy=True)
    other = small_model("Other").write(tmp_path / "Other.gguf")
    shelf.add(other)
    before, moved = moved_by_links(tmp_path, shelf)
    assert (before / "Small-Q4.gguf").is_file()
    mine, copied = moved.list()
    assert (mine.name, mine.is_link, copied.name, copied.is_link) == ("Other", True, "Small-Q4", False)
    moved.remove("Small-Q4")
    moved.remove("Other")
    assert not before.exists() and other.is_file() and source.is_file() and moved.list() == []
    moved.add(source)  # the same name as the model that stayed had
    moved.remove("Small-Q4")
    assert source.is_file()


@pytest.mark.skipif(os.name == "nt", reason="links need developer mode there")
def test_a_split_model_that_stayed_is_removed_with_its_parts(shelf: ModelShelf, tmp_path: Path) -> None:
    shelf.folder.mkdir(parents=True)
    shelf.take_over(split_model(shelf.folder / ".ready"), "Split")
    before, moved = moved_by_links(tmp_path, shelf)
    (model,) = moved.list()
    assert (model.state, model.is_link) == (ModelState.OK, False)
    assert len(os.listdir(before / "Split.parts")) == 3
    moved.remove("Split")
    assert not before.exists() and moved.list() == []
    assert [name for name in os.listdir(moved.folder) if not name.startswith(".")] == []


@pytest.mark.skipif(os.name == "nt", reason="links need developer mode there")
def test_a_model_that_was_fetched_back_is_the_profile_s_own_again(
    shelf: ModelShelf, source: Path, tmp_path: Path
) -> None:
    shelf.add(source, copy=True)
    _, moved = moved_by_links(tmp_path, shelf)
    home, third = shelf.folder.parent, tmp_path / "third"
    for _ in move(home, third):  # the link goes along, and what it stands for is still known
        pass
    again = ModelShelf(third / "models")
    assert not moved.folder.exists() and [model.is_link for model in again.list()] == [False]
    for _ in move(home, home):
        pass
    assert os.listdir(shelf.folder) == ["Small-Q4.gguf"]
    shelf.remove("Small-Q4")
    assert os.listdir(shelf.folder) == []


def test_a_split_model_behind_a_pointer_survives_a_move(
    shelf: ModelShelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_arguments: object, **_options: object) -> None:
        raise OSError  # as on Windows without developer mode

    shelf.folder.mkdir(parents=True)
    with monkeypatch.context() as without_links:
        without_links.setattr(os, "symlink", no_links)
        model = shelf.take_over(split_model(shelf.folder / ".ready"), "Split")
    assert model.entry == shelf.folder / "Split.link" and not model.is_link
    profile = tmp_path / "elsewhere"
    shelf.folder.parent.rename(profile)
    moved = ModelShelf(profile / "models")
    (model,) = moved.list()
    assert (model.state, model.path.parent) == (ModelState.OK, profile / "models" / "Split.parts")
    moved.remove("Split")
    assert os.listdir(moved.folder) == []


@pytest.mark.parametrize(
    ("path", "below"),
    [
        ("Split.parts/Split-00001-of-00002.gguf", True),
        ("", False),
        (".", False),
        ("../other/models/x.gguf", False),
        ("Split.parts\\..\\..\\x.gguf", False),
        ("C:x.gguf", False),
        ("C:\\x.gguf", False),
        ("\\x.gguf", False),
        ("\\\\server\\share\\x.gguf", False),
        ("/etc/passwd", False),
    ],
)
def test_a_relative_pointer_leads_below_the_shelf_only(path: str, below: bool) -> None:
    assert lies_below(path) is below
