"""M3: what is removed from a library is in no page of the decrypted database, and never was clear on disk."""

from pathlib import Path

import numpy as np
import pytest

from app.library.schema import STEPS
from app.library.vector_store import VectorStore
from app.vault.database import Database
from app.vault.migrations import migrate
from app.vault.subkeys import KeyUse
from tests.end2end.traces import traces_below, traces_in
from tests.library.library_work import LibraryWork
from tests.library.plain_pages import decrypted

GONE = [
    f"{name}quokka{number:02}zephyr" for number, name in enumerate(["amber", "birch", "cobalt", "dune"] * 8)
]
KEPT = [word.replace("quokka", "wombat") for word in GONE]


def _write(folder: Path, words: list[str]) -> None:
    folder.mkdir()
    for number, word in enumerate(words):
        text = (
            f"# About {word}\n\nThe {word} was seen {number} times near the harbour. "
            + "More words. " * number
        )
        (folder / f"{word[6:]}{number}.md").write_text(text)


@pytest.mark.parametrize("way", ["library", "path", "file"])
def test_m3_gone_from_every_page(work: LibraryWork, tmp_path: Path, way: str) -> None:
    gone, kept = tmp_path / "gone", tmp_path / "kept"
    _write(gone, GONE)
    _write(kept, KEPT)
    work.add("all", kept)
    work.add("other" if way == "library" else "all", gone)
    assert work.search(GONE[0]).hits
    key, path = work.vault.key_for(KeyUse.LIBRARY), work.folder / "library.db"
    held = traces_in(decrypted(path, key), [*GONE, *KEPT])
    assert held == {*GONE, *KEPT}  # the look itself works
    if way == "library":
        work.done(lambda then, failed: work.service.remove("other", then, failed))
    elif way == "path":
        work.done(lambda then, failed: work.service.remove_path("all", gone, then, failed))
    else:
        for file in gone.iterdir():
            file.unlink()
        work.done(lambda then, failed: work.service.sync("all", then, failed))
        assert work.settled("all").files == len(KEPT)
    plain = decrypted(path, key)
    assert traces_in(plain, GONE) == set()
    assert b"quokka" not in plain  # the keyword index shares beginnings, so look for the middle as well
    assert traces_in(plain, KEPT) == set(KEPT)
    assert work.search(GONE[0]).hits == ()
    assert work.search(KEPT[0]).hits


def test_m3_gone_at_the_next_start_what_a_removal_left_that_was_cut_off(
    work: LibraryWork, tmp_path: Path
) -> None:
    gone, kept = tmp_path / "gone", tmp_path / "kept"
    _write(gone, GONE)
    _write(kept, KEPT)
    work.add("other", gone)
    key, salt = work.do(lambda: (work.vault.key_for(KeyUse.LIBRARY), work.vault.salt_for(KeyUse.LIBRARY)))
    work.do(work.service.close)
    path = work.folder / "library.db"
    database = Database.open(path, key, salt)
    with database.transaction() as transaction:  # as if killed before the documents were taken out
        transaction.execute("DELETE FROM files")
        transaction.execute("DELETE FROM libraries")
    database.close()
    assert traces_in(decrypted(path, key), GONE) != set()
    work.add("all", kept)
    assert traces_in(decrypted(path, key), [*GONE, *KEPT]) == set(KEPT)


def test_m2_sealed_no_word_of_a_library_is_in_a_file(work: LibraryWork, tmp_path: Path) -> None:
    _write(tmp_path / "notes", GONE)
    work.add(KEPT[0], tmp_path / "notes")
    assert work.search(GONE[0]).hits
    assert (work.folder / "library.db").stat().st_mode & 0o077 == 0
    assert traces_below([work.folder], [*GONE, *KEPT]) == {}


def test_m3_gone_a_vector_that_comes_after_its_passage_went_is_kept_nowhere(tmp_path: Path) -> None:
    database = Database.create(tmp_path / "library.db", b"k" * 32, b"s" * 16)
    migrate(database, STEPS)
    with database.transaction() as transaction:
        transaction.execute("INSERT INTO documents VALUES (1, x'01', 'text', '', '', '', '{}', '[]')")
        transaction.execute("INSERT INTO passages VALUES (1, 1, 1, 0, 1, 'en', '[]', 'a', 'a', 1)")
    store = VectorStore(database)
    embedder = store.register("identity", "name", 384)
    store.use(embedder)
    assert store.size() == 0  # in memory from now on
    assert store.put(embedder, [1, 2], np.ones((2, 384), dtype=np.float32)).tolist() == [True, False]
    assert (store.size(), store.part(0, 9)[0].tolist()) == (1, [1])
    database.close()


def test_m3_vectors_are_gone_from_every_page(tmp_path: Path) -> None:
    key = b"k" * 32
    path = tmp_path / "library.db"
    database = Database.create(path, key, b"s" * 16)
    migrate(database, STEPS)
    vectors = np.random.default_rng(1).normal(size=(60, 384)).astype(np.float32)
    with database.transaction() as transaction:
        for number in (1, 2):
            transaction.execute(
                "INSERT INTO documents VALUES (?, ?, 'text', '', '', '', '{}', '[]')",
                (number, bytes([number])),
            )
        for number in range(60):
            transaction.execute(
                "INSERT INTO passages VALUES (?, ?, 1, 0, 1, 'en', '[]', 'a', 'a', 1)",
                (number + 1, 1 + number % 2),
            )
    store = VectorStore(database)
    embedder = store.register("identity", "name", 384)
    store.use(embedder)
    store.put(embedder, range(1, 61), vectors)
    kept = [row.astype(np.float16).tobytes()[:64] for row in vectors]
    database.checkpoint()
    before = decrypted(path, key)
    assert all(part in before for part in kept)
    with database.transaction() as transaction:
        transaction.execute("DELETE FROM documents WHERE number = 1")
    database.checkpoint()
    after = decrypted(path, key)
    assert [number % 2 for number, part in enumerate(kept) if part in after] == [1] * 30
    database.close()
