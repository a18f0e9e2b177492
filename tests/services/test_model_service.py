"""Choosing and loading models: the marker, the two tries, what can't chat, a second model."""

import os
import queue
import shutil
import signal
import time
from collections.abc import Iterator
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from app.domain.errors import HearthError, ModelError
from app.ipc.child import Child
from app.ipc.inference_frames import FromInference
from app.models.store_layouts import Store
from app.services import model_offers
from app.services.events import ModelFailed, ModelReady, ModelUnloaded
from app.services.model_offers import FoundHere
from app.services.model_service import CHOSEN, MARKER
from tests.end2end.program import RANDOM_MODEL
from tests.inference.tiny_models import write_tiny_model
from tests.inference.tiny_projector import write_tiny_projector
from tests.services.session_at_work import PATIENCE_S, SessionAtWork


def crash_on_load(_role: str, connection: "Connection[bytes, bytes]") -> None:
    connection.recv_bytes()
    os.kill(os.getpid(), signal.SIGSEGV)


@pytest.fixture
def work(tmp_path: Path) -> Iterator[SessionAtWork]:
    opened = SessionAtWork(tmp_path / "profile")
    yield opened
    opened.close()


def failure(work: SessionAtWork, text: str = "hello") -> HearthError:
    work.do(lambda: work.session.chat.send(None, text))
    error = work.ended().error
    assert error is not None
    return error


def test_a_file_that_crashes_the_loader_is_set_aside_after_two_tries(tmp_path: Path) -> None:
    work = SessionAtWork(
        tmp_path / "profile", lambda: Child("inference", FromInference, target=crash_on_load)
    )
    try:
        codes = [failure(work).code for _ in range(3)]
        assert codes == ["model_crashed_loading", "model_crashed_loading", "model_set_aside"]
        assert work.do(lambda: work.session.settings.get_text(MARKER)) == ""
        # Choosing it by hand is asking for one more try.
        work.do(lambda: work.session.models.choose("random-tiny"))
        assert work.until(ModelFailed).error.code == "model_crashed_loading"
    finally:
        work.close()


def test_a_start_after_a_load_that_never_ended_loads_nothing_by_itself(tmp_path: Path) -> None:
    work = SessionAtWork(tmp_path / "profile")
    work.do(lambda: work.session.settings.set(MARKER, "/some/model.gguf"))
    work.close()
    again = SessionAtWork(tmp_path / "profile")
    try:
        again.do(again.session.models.preload)
        assert not again.session.host.loading
        again.do(lambda: again.session.models.choose("random-tiny"))  # asking is enough
        again.until(ModelReady)
    finally:
        again.close()
    third = SessionAtWork(tmp_path / "profile")
    try:
        third.do(third.session.models.preload)
        assert third.until(ModelReady).model.name == "random-tiny"
    finally:
        third.close()


def test_another_model_is_another_process(work: SessionAtWork, tmp_path: Path) -> None:
    second = tmp_path / "second.gguf"
    (real,) = work.do(work.session.models.list)
    second.write_bytes(real.path.read_bytes())
    work.do(lambda: work.session.models.choose("random-tiny"))
    work.until(ModelReady)
    first_child = work.session.host._child
    assert first_child is not None
    added = work.do(lambda: work.session.models.add(second))
    work.do(lambda: work.session.models.choose(added.name))
    work.until(ModelUnloaded)
    assert work.until(ModelReady).model.name == added.name
    assert first_child.process.exitcode is not None
    assert work.do(lambda: work.session.models.current) == added.name


def test_a_removed_model_comes_back_in_time_and_its_file_waits(work: SessionAtWork, tmp_path: Path) -> None:
    session, removal = work.session, work.session.removal
    copy = tmp_path / "second.gguf"
    shutil.copyfile(RANDOM_MODEL, copy)
    model = work.do(lambda: session.models.add(copy, copy=True))
    work.do(lambda: session.settings.set(CHOSEN, model.name))
    work.do(lambda: removal.remove(model.name))
    assert model.name not in [one.name for one in work.do(session.models.list)]
    assert work.do(lambda: session.models.current) != model.name
    assert model.path.exists()
    assert work.do(lambda: removal.undo(model.name))
    assert work.do(lambda: session.models.current) == model.name
    removal.undo_s = 0.05
    work.do(lambda: removal.remove(model.name))
    deadline = time.monotonic() + PATIENCE_S
    while model.path.exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not model.path.exists()
    assert not work.do(lambda: removal.undo(model.name))
    with pytest.raises(ModelError):
        work.do(lambda: removal.remove(model.name))


def test_another_program_s_model_is_used_in_place_under_its_name(work: SessionAtWork, tmp_path: Path) -> None:
    models, shelf = work.session.models, work.session.models.shelf
    blob = tmp_path / "blobs" / "sha256-7c6a5b"
    blob.parent.mkdir()
    write_tiny_model(blob)
    eye = write_tiny_projector(tmp_path / "blobs" / "sha256-e9e9e9")
    placed = work.do(lambda: models.place(blob, "seer:4b", eye))
    assert (placed.name, placed.is_link, placed.real_path) == ("seer-4b", True, blob)
    assert shelf.projector(placed) == eye
    assert work.do(lambda: models.sees("seer-4b"))
    assert work.do(lambda: models.place(blob, "seer:4b", eye)).name == "seer-4b"


def test_what_another_program_keeps_is_found_and_what_is_broken_is_told(
    work: SessionAtWork, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offers, folder = work.session.offers, tmp_path / "kept"
    folder.mkdir()
    whole = write_tiny_model(folder / "whole.gguf")
    (folder / "cut.gguf").write_bytes(whole.read_bytes()[:5_000])
    monkeypatch.setattr(model_offers, "all_stores", lambda: [Store("Other", folder)])
    told = queue.SimpleQueue[tuple[FoundHere, ...]]()
    work.do(lambda: offers.find(told.put))
    assert [(one.program, one.name, one.path) for one in told.get(timeout=PATIENCE_S)] == [
        ("Other", "whole", whole)
    ]
    (error,) = work.do(lambda: offers.passed_over)
    assert (error.code, error.parameters["file"]) == ("model_cut_short", "cut.gguf")


def test_who_asks_while_it_is_looked_or_measured_is_told_with_whoever_asked_first(
    work: SessionAtWork, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offers, looks = work.session.offers, []
    whole = write_tiny_model(tmp_path / "whole.gguf")

    def stores() -> list[Store]:
        looks.append("")
        return [Store("Other", whole.parent)]

    monkeypatch.setattr(model_offers, "all_stores", stores)
    told = queue.SimpleQueue[tuple[FoundHere, ...]]()
    measured = queue.SimpleQueue[str]()

    def ask() -> None:
        for name in ("first", "second"):
            offers.find(told.put)
            offers.measure(partial(measured.put, name))

    work.do(ask)
    found = [[one.name for one in told.get(timeout=PATIENCE_S)] for _ in range(2)]
    assert (found, len(looks)) == ([["whole"], ["whole"]], 1)
    assert [measured.get(timeout=PATIENCE_S) for _ in range(2)] == ["first", "second"]
    work.do(lambda: offers.find(told.put))
    assert [one.name for one in told.get(timeout=PATIENCE_S)] == ["whole"]
    assert len(looks) == 2


def test_a_model_that_is_added_takes_nobody_s_place(work: SessionAtWork, tmp_path: Path) -> None:
    """The first one answers though nobody chose it, as one that a command added: another one changes nothing."""
    models = work.session.models
    work.do(lambda: work.session.settings.delete(CHOSEN))
    (used,) = (model.name for model in work.do(models.list))
    added = work.do(lambda: models.add(write_tiny_model(tmp_path / "another.gguf")))  # before it by name
    assert added.name < used
    assert work.do(lambda: models.current) == used


def test_a_model_that_can_not_be_removed_stays_and_that_is_told(work: SessionAtWork) -> None:
    session, removal = work.session, work.session.removal
    (model,) = work.do(session.models.list)
    removal.undo_s = 0.05
    assert model.entry is not None
    kept, model_file = model.entry.with_suffix(".kept"), model.entry
    os.rename(model_file, kept)
    model_file.mkdir()  # an entry that can't be unlinked, as on a disk that is read-only
    try:
        work.do(lambda: removal.remove(model.name))
        failed = work.until(ModelFailed)
        assert (failed.name, failed.error.code) == (model.name, "shelf_unwritable")
        assert model.name in [one.name for one in work.do(session.models.list)]
    finally:
        model_file.rmdir()
        os.rename(kept, model_file)


def test_removing_the_loaded_model_ends_its_process_and_keeps_the_file(work: SessionAtWork) -> None:
    (model,) = work.do(work.session.models.list)
    work.do(lambda: work.session.models.choose(model.name))
    work.until(ModelReady)
    child = work.session.host._child
    assert child is not None
    with pytest.raises(ModelError):
        work.do(lambda: work.session.models.remove("rand"))  # no guessing where something goes away
    work.do(lambda: work.session.models.remove(model.name))
    assert child.process.exitcode is not None
    assert model.real_path.exists()
    assert work.do(lambda: work.session.models.current) == ""


def test_a_file_that_vanished_says_so_and_the_window_goes_on(work: SessionAtWork, tmp_path: Path) -> None:
    lent = tmp_path / "lent.gguf"
    (real,) = work.do(work.session.models.list)
    lent.write_bytes(real.path.read_bytes())
    added = work.do(lambda: work.session.models.add(lent))
    lent.unlink()
    with pytest.raises(ModelError):
        work.do(lambda: work.session.models.choose(added.name))
    assert work.do(lambda: work.session.models.current) == "random-tiny"
    work.do(lambda: work.session.models.choose("random-tiny"))
    work.until(ModelReady)
