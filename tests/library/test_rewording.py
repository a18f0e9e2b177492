"""Words that an older Hearth has indexed are made anew."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.library.rewording import AT_ONCE, Rewording
from app.library.schema import prepare
from app.library.words import WORDS_VERSION, query_words
from app.vault.database import Database
from app.vault.subkeys import KeyUse
from tests.library.library_work import PATIENCE_S, LibraryWork
from tests.library.older_words import make_old

PASSAGES = AT_ONCE + 30


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """Passages whose words are of an older kind."""
    made = Database.create(tmp_path / "library.db", os.urandom(32), os.urandom(16))
    prepare(made)
    with made.transaction() as transaction:
        transaction.execute(
            "INSERT INTO documents (hash, kind, title, date, code, params, notes)"
            " VALUES (x'00', 'text', '', '', '', '{}', '[]')"
        )
        for number in range(PASSAGES):
            transaction.execute(
                "INSERT INTO passages (document, page, start, stop, language, headings, text, words, length)"
                " VALUES (1, 1, 0, 9, 'en', '[\"Prices\"]', ?, 'olden words', 2)",
                (f"It costs {number % 900 + 100},500 francs",),
            )
    yield made
    made.close()


def _held(database: Database, word: str) -> list[int]:
    rows = database.rows("SELECT rowid FROM passage_words WHERE passage_words MATCH ?", (word,))
    return [int(row[0]) for row in rows]


def _finish(step: Callable[[], Rewording]) -> int:
    steps = 0
    while (rewording := step()).left:
        rewording.step()
        steps += 1
    return steps


def test_all_words_are_made_anew_also_when_it_is_begun_again_each_time(database: Database) -> None:
    assert _finish(lambda: Rewording(database)) == 3  # two with passages, one that finds none
    assert _held(database, "olden") == []
    assert _held(database, "100500") == [1]
    assert len(_held(database, "price")) == PASSAGES  # a title above it, stemmed
    assert database.row("SELECT words, length FROM passages WHERE number = 1") == (
        "price it cost 100 500 franc 100500",
        7,
    )
    with database.transaction() as transaction:
        transaction.execute("INSERT INTO passage_words (passage_words, rank) VALUES ('integrity-check', 1)")


def test_a_language_that_was_told_otherwise_is_told_anew(database: Database) -> None:
    text = "שכר הדירה של המגדל הוא גבוה, כי אין על זה הנחה"
    with database.transaction() as transaction:
        transaction.execute("UPDATE passages SET language = 'yi', text = ? WHERE number = 1", (text,))
    _finish(lambda: Rewording(database))
    assert database.row("SELECT language FROM passages WHERE number = 1") == ("he",)
    (forms,) = query_words("מגדל", ["he"])
    assert _held(database, forms[0]) == [1]


def test_a_new_library_and_one_of_this_version_have_nothing_left(tmp_path: Path, database: Database) -> None:
    _finish(lambda: Rewording(database))
    assert not Rewording(database).left
    fresh = Database.create(tmp_path / "fresh.db", os.urandom(32), os.urandom(16))
    prepare(fresh)
    assert not Rewording(fresh).left
    assert fresh.row("SELECT value FROM meta WHERE key = 'words'") == (f"[{WORDS_VERSION}, 0]",)
    fresh.close()


def test_a_library_at_work_makes_them_anew(work: LibraryWork, folder: Path) -> None:
    work.add("notes", folder)
    key, salt = work.do(lambda: (work.vault.key_for(KeyUse.LIBRARY), work.vault.salt_for(KeyUse.LIBRARY)))
    work.do(work.service.close)
    database = Database.open(work.folder / "library.db", key, salt)
    make_old(database)
    database.close()
    work.settled("notes")
    ends_s = time.monotonic() + PATIENCE_S
    while not (found := work.search("lantern").hits) and time.monotonic() < ends_s:
        time.sleep(0.05)
    assert [Path(hit.passage.path).name for hit in found] == ["tower.md"]
