"""Searching by meaning with the real embedder, through the real process."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.passage import SearchMode
from tests.library.library_work import LibraryWork

pytestmark = pytest.mark.timeout(1800)  # torch is loaded and run at the lowest priority
NOTES = {
    "pets.txt": "The kitten sleeps on the sofa all day long.",
    "money.txt": "Our savings account pays two percent of interest each year.",
    "boats.txt": "The ferry leaves the harbour at noon.",
    "katze.txt": "Die Katze schläft den ganzen Tag auf dem Sofa, und sie ist nicht wach.",
    "кошка.txt": "Кошка весь день спит на диване, и она не просыпается.",
}


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LibraryWork]:
    """A library of notes with vectors."""
    place = tmp_path_factory.mktemp("meaning")
    folder = place / "notes"
    folder.mkdir()
    for name, text in NOTES.items():
        (folder / name).write_text(text, encoding="utf-8")
    library_work = LibraryWork(place / "profile", meaning=True)
    facts = library_work.add("notes", folder)
    assert (facts.passages, facts.embedded) == (len(NOTES), len(NOTES))
    yield library_work
    library_work.close()


def _first(work: LibraryWork, query: str) -> str:
    return Path(work.search(query).hits[0].passage.path).name


def test_what_shares_no_word_is_found_by_meaning(work: LibraryWork) -> None:
    found = work.search("cats napping")
    assert Path(found.hits[0].passage.path).name == "pets.txt"
    assert found.hits[0].keyword_score == 0
    assert found.hits[0].meaning_score > 0.3
    assert (found.mode, found.ready) == (SearchMode.MEANING, 1.0)


def test_words_decide_where_the_embedder_knows_nothing(work: LibraryWork) -> None:
    assert _first(work, "Кошка спит") == "кошка.txt"
    assert work.search("Кошка спит").mode is SearchMode.KEYWORD
    assert _first(work, "Katze schläft") == "katze.txt"


def test_vectors_come_back_after_a_restart(work: LibraryWork) -> None:
    work.do(work.service.close)
    assert work.settled("notes").embedded == len(NOTES)
    assert work.search("savings account").ready == 1.0


def test_a_question_after_a_restart_has_the_embedder_loaded(work: LibraryWork) -> None:
    work.do(work.service.close)
    work.settled("notes")
    assert work.search("Кошка спит").mode is SearchMode.KEYWORD  # it knows no Russian: not worth loading
    assert not work.service.embedder_loaded
    assert work.search("cats napping").mode is SearchMode.KEYWORD
    work.done(lambda then, failed: work.service.when_told(then, failed, lambda: work.service.embedder_loaded))
    assert work.search("cats napping").mode is SearchMode.MEANING
