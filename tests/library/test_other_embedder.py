"""Choosing another embedder: it makes its vectors beside the one in use, takes over, and the former's are gone."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.errors import LibraryError
from app.domain.passage import SearchMode
from app.services.library_service import EMBEDDER
from app.vault.database import Database
from app.vault.subkeys import KeyUse
from tests.library.library_work import LibraryWork

pytestmark = pytest.mark.timeout(1800)  # torch is loaded and run at the lowest priority
NOTES = {f"{number}.txt": f"The ferry number {number} leaves the harbour at noon." for number in range(5)}


@pytest.fixture(scope="module")
def work(small_models: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LibraryWork]:
    """A library of notes with the first embedder's vectors; loading an embedder takes seconds."""
    place = tmp_path_factory.mktemp("embedders")
    (place / "notes").mkdir()
    for name, text in NOTES.items():
        (place / "notes" / name).write_text(text, encoding="utf-8")
    made = LibraryWork(place / "profile", meaning=True)
    made.do(lambda: made.vault.settings.set(EMBEDDER, str(small_models / "first")))
    facts = made.add("notes", place / "notes")
    assert (facts.passages, facts.embedded) == (5, 5)
    yield made
    made.close()


def _use(work: LibraryWork, folder: str) -> None:
    work.done(lambda then, failed: work.service.use_embedder(folder, then, failed))


def test_a_folder_that_is_no_embedder_is_refused_and_the_one_in_use_stays(
    work: LibraryWork, small_models: Path, tmp_path: Path
) -> None:
    foreign, empty = tmp_path / "foreign", tmp_path / "empty"
    for folder, kind in ((foreign, "os.system"), (empty, "sentence_transformers.models.Transformer")):
        folder.mkdir()
        parts = [{"idx": 0, "name": "0", "path": "", "type": kind}]
        (folder / "modules.json").write_text(json.dumps(parts), encoding="utf-8")
    for path, code in (
        (str(tmp_path / "nowhere"), "embedder_missing"),
        ("models/relative", "embedder_missing"),
        (str(tmp_path / ("x" * 300)), "embedder_missing"),
        (str(foreign), "embedder_unfit"),
        (str(empty), "embedder_unfit"),
    ):
        with pytest.raises(LibraryError) as caught:
            _use(work, path)
        assert caught.value.code == code
    assert work.do(lambda: work.vault.settings.get_text(EMBEDDER)) == str(small_models / "first")
    work.settled("notes", lambda facts: facts.embedded == 5)
    assert work.search("zebra").ready == 1.0


def test_the_former_answers_until_the_new_one_has_made_all_and_is_gone_then(
    work: LibraryWork, small_models: Path
) -> None:
    work.do(lambda: work.service.yield_to_chat(True))  # nothing is embedded meanwhile
    _use(work, str(small_models / "second"))
    assert work.service.embedder == "second"
    found = work.search("zebra")
    assert (found.mode, found.ready) == (SearchMode.MEANING, 1.0)
    before = found.hits[0].meaning_score
    work.do(work.service.close)  # in the midst of it: the next start goes on
    work.settled("notes", lambda facts: facts.embedded == 5)
    work.done(work.service.load_embedder)
    found = work.search("zebra")
    assert (found.mode, found.ready) == (SearchMode.MEANING, 1.0)
    assert found.hits[0].meaning_score != pytest.approx(before, abs=1e-4)
    key, salt = work.do(lambda: (work.vault.key_for(KeyUse.LIBRARY), work.vault.salt_for(KeyUse.LIBRARY)))
    work.do(work.service.close)
    database = Database.open(work.folder / "library.db", key, salt)
    try:
        assert database.rows("SELECT name, path FROM embedders") == [("second", str(small_models / "second"))]
        assert database.row("SELECT count(*) FROM vectors") == (5,)
    finally:
        database.close()
