"""What is shown of a ranking: near-duplicates folded, neighbours joined, filters kept."""

import os
import unicodedata
from pathlib import Path

import pytest

from app.domain.library import LibrarySettings
from app.domain.passage import Found, SearchFilter
from tests.library.library_work import LibraryWork

LONG = " ".join(f"Sentence {number} about the lantern harbour was written down." for number in range(60))


def _names(found: Found) -> list[str]:
    return [Path(hit.passage.path).name for hit in found.hits]


def test_copies_come_as_one_and_are_told_of(work: LibraryWork, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text("The lantern stands beside the harbour, and it is lit at dusk.")
    (folder / "c.txt").write_text("The lantern stands beside the harbour , and it is lit at dusk!")
    (folder / "report1.txt").write_text("The revenue of the lantern works was 41 million in 2023.")
    (folder / "report2.txt").write_text("The revenue of the lantern works was 43 million in 2024.")
    work.add("notes", folder)
    found = work.search("lantern dusk")
    first = found.hits[0]
    assert {Path(path).name for path in (first.passage.path, *first.also)} == {"a.txt", "b.txt", "c.txt"}
    # What differs in its figures only is no duplicate.
    assert sorted(_names(work.search("revenue lantern works"))[:2]) == ["report1.txt", "report2.txt"]


def test_neighbours_come_as_one_piece_of_the_page(work: LibraryWork, tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "long.txt").write_text(LONG)
    work.add("notes", tmp_path / "notes")
    found = work.search("lantern harbour", k=3)
    hit = found.hits[0].passage
    assert len(hit.text) > 1300  # more than one passage has
    assert work.page(hit.path, 1).text[hit.start : hit.end] == hit.text


def _filtered(work: LibraryWork, only: SearchFilter) -> list[str]:
    found: Found = work.ask(
        lambda then, failed: work.service.search("lantern", then, failed, only=only)  # type: ignore[arg-type]
    )
    return sorted(_names(found))


def test_filters_by_kind_place_and_date(work: LibraryWork, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    (folder / "old").mkdir(parents=True)
    (folder / "old" / "a.txt").write_text("The lantern of old.")
    (folder / "b.html").write_text("<html><body><p>The lantern of the web, and more of it.</p></body></html>")
    os.utime(folder / "old" / "a.txt", (1_000_000_000, 1_000_000_000))  # September 2001
    work.add("notes", folder)
    assert _filtered(work, SearchFilter()) == ["a.txt", "b.html"]
    assert _filtered(work, SearchFilter(kinds=("html",))) == ["b.html"]
    assert _filtered(work, SearchFilter(kinds=(".TXT",))) == ["a.txt"]  # by its ending; its kind is "text"
    assert _filtered(work, SearchFilter(under=str(folder / "old"))) == ["a.txt"]
    assert _filtered(work, SearchFilter(under=str(folder / "b.html"))) == ["b.html"]
    assert _filtered(work, SearchFilter(under=str(folder / "ol"))) == []  # no folder's beginning
    assert _filtered(work, SearchFilter(part="notes/OLD")) == ["a.txt"]
    assert _filtered(work, SearchFilter(part="%")) == []  # letter for letter
    assert _filtered(work, SearchFilter(date_to="2002-01-01")) == ["a.txt"]
    assert _filtered(work, SearchFilter(date_from="2002-01-01")) == ["b.html"]


@pytest.mark.parametrize("part", ["Übersicht", "übersicht", "ÜBERSICHT", "U\u0308bersicht", "mappe"])
def test_a_part_of_a_path_is_found_in_any_spelling(work: LibraryWork, tmp_path: Path, part: str) -> None:
    folder = tmp_path / "Mappe"
    (folder / "a").mkdir(parents=True)
    (folder / "a" / unicodedata.normalize("NFD", "Übersicht.txt")).write_text("The lantern from a Mac.")
    (folder / "übersicht.txt").write_text("The lantern and what else there is to say about it.")
    work.add("notes", folder)
    assert len(_filtered(work, SearchFilter(part=part))) == 2


def test_a_date_is_the_documents_own_where_it_can_be_told(work: LibraryWork, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    for name, date in (
        ("day", "2020-05-06"),
        ("year", "2020"),
        ("words", "May the sixth, 2020"),
        ("us", "05/06/2020"),
    ):
        meta = f'<html><head><meta name="date" content="{date}"></head><body><p>The lantern {name}.</p></body></html>'
        (folder / f"{name}.html").write_text(meta)
        os.utime(folder / f"{name}.html", (1_000_000_000, 1_000_000_000))  # September 2001
    work.add("notes", folder)
    assert _filtered(work, SearchFilter(date_from="2020-05-06")) == ["day.html"]
    assert _filtered(work, SearchFilter(date_from="2020-01-01")) == ["day.html", "year.html"]
    assert _filtered(work, SearchFilter(date_to="2001-12-31")) == ["us.html", "words.html"]


def test_a_change_in_the_folder_is_followed_without_being_asked(work: LibraryWork, folder: Path) -> None:
    work.add("notes", folder)
    (folder / "new.txt").write_text("A lighthouse keeper writes home.")
    facts = work.settled("notes", lambda facts: facts.files == 3)
    assert facts.files_ready == 3
    assert _names(work.search("lighthouse keeper")) == ["new.txt"]


def test_a_paused_library_is_not_read_until_it_goes_on(work: LibraryWork, folder: Path) -> None:
    work.add("notes", folder)
    work.done(lambda then, failed: work.service.pause(True, "notes", then, failed))
    (folder / "new.txt").write_text("A lighthouse keeper writes home.")
    work.done(lambda then, failed: work.service.sync("notes", then, failed))
    paused = _wait_for(work, 3)
    assert (paused, work.search("lighthouse").hits) == (2, ())
    work.done(lambda then, failed: work.service.pause(False, "notes", then, failed))
    assert work.settled("notes").files_ready == 3
    assert work.search("lighthouse").hits


def _wait_for(work: LibraryWork, files: int) -> int:
    """How many of the files are read once so many are known."""
    work.done(
        lambda then, failed: work.service.when_told(
            then, failed, lambda: any(facts.files == files for facts in work.service.libraries)
        )
    )
    return work.service.libraries[0].files_ready


def test_names_that_are_no_text_and_hostile_ones_are_read(work: LibraryWork, tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path / "notes")
    os.mkdir(folder)
    for name in (b"line\nbreak.txt", b"\xff\xfe.txt", "a\u202etxt.md".encode(), b"-rf.txt", b"%s<b>.txt"):
        with open(os.path.join(folder, name), "wb") as file:
            file.write(b"The lantern of " + name.hex().encode())
    facts = work.add("notes", tmp_path / "notes", settings=LibrarySettings())
    assert (facts.files_ready, facts.passages) == (5, 5)
    assert len(work.search("lantern").hits) == 5
