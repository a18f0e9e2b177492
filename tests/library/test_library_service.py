"""A folder from being added to being found, followed and forgotten, through the real process."""

import errno
import os
import shutil
from pathlib import Path

import pytest

from app.domain.errors import HearthError, LibraryError
from app.domain.library import NEW_READS_HIDDEN, FileTrouble, LibrarySettings
from app.domain.passage import SearchMode
from app.library.library_store import LibraryStore
from app.library.schema import prepare
from app.vault.database import Database
from tests.library.library_work import LibraryWork


def test_a_folder_is_read_and_found_by_stemmed_words(work: LibraryWork, folder: Path) -> None:
    facts = work.add("notes", folder)
    assert (facts.files, facts.files_ready, facts.passages, facts.attention) == (2, 2, 2, 0)
    found = work.search("how high are lantern towers")
    hit = found.hits[0].passage
    assert (hit.library, Path(hit.path).name, hit.page) == ("notes", "tower.md", 1)
    assert "41 metres" in hit.text
    assert found.mode is SearchMode.KEYWORD
    assert Path(work.search("Turm").hits[0].passage.path).name == "hafen.txt"


def test_it_is_all_there_after_a_restart_without_reading_again(
    work: LibraryWork, folder: Path, tmp_path: Path
) -> None:
    work.add("notes", folder)
    first = work.search("lantern").hits[0].passage
    work.close()
    again = LibraryWork(tmp_path / "profile")
    try:
        assert again.search("lantern").hits[0].passage == first  # the same number: the row is the same
    finally:
        again.close()
        work.__init__(tmp_path / "profile")  # type: ignore[misc]  # for the fixture's close


def test_changed_moved_and_deleted_files_are_followed(work: LibraryWork, folder: Path) -> None:
    work.add("notes", folder)
    before = work.search("lantern").hits[0].passage
    (folder / "tower.md").rename(folder / "renamed.md")
    (folder / "hafen.txt").write_text("Das Schloss hat keinen Turm.\n")
    work.done(lambda then, failed: work.service.sync("notes", then, failed))
    work.settled("notes")
    moved = work.search("lantern").hits[0].passage
    assert (Path(moved.path).name, moved.id) == ("renamed.md", before.id)
    assert work.search("Boote").hits == ()
    (folder / "renamed.md").unlink()
    work.done(lambda then, failed: work.service.sync("notes", then, failed))
    assert work.settled("notes").files == 1
    assert work.search("lantern").hits == ()


def test_new_capitals_of_a_watched_file_and_its_folder_are_followed(work: LibraryWork, folder: Path) -> None:
    work.add("notes", folder)
    before = work.search("lantern").hits[0].passage
    (folder / "Sub").mkdir()
    (folder / "tower.md").rename(folder / "Sub" / "TOWER.md")
    (folder / "Sub").rename(folder / "sub")
    (folder / "third.md").write_text("A third note.\n")  # the folder is looked through once for all of it
    work.settled("notes", lambda facts: facts.files == 3)
    moved = work.search("lantern").hits[0].passage
    assert (Path(moved.path), moved.id) == (folder / "sub" / "TOWER.md", before.id)
    (folder / "sub" / "TOWER.md").rename(folder / "sub" / "Tower.md")
    (folder / "third.md").unlink()
    work.settled("notes", lambda facts: facts.files == 2)
    moved = work.search("lantern").hits[0].passage
    assert (Path(moved.path), moved.id) == (folder / "sub" / "Tower.md", before.id)


def test_a_folder_that_is_not_there_is_told_and_what_was_read_of_it_stays(
    work: LibraryWork, folder: Path
) -> None:
    work.add("notes", folder)
    folder.rename(folder.with_name("unplugged"))
    work.done(lambda then, failed: work.service.sync("notes", then, failed))
    facts = work.settled("notes", lambda facts: facts.attention == 1)
    troubles: tuple[FileTrouble, ...] = work.ask(
        lambda then, failed: work.service.troubles("notes", then, failed)
    )
    assert [(trouble.path, trouble.code) for trouble in troubles] == [(str(folder), "library_folder_missing")]
    assert facts.files == 2 and work.search("lantern").hits
    folder.with_name("unplugged").rename(folder)
    work.done(lambda then, failed: work.service.retry(str(folder), "", then, failed))
    assert work.settled("notes", lambda facts: facts.attention == 0).files == 2


def test_a_folder_that_can_t_be_looked_into_is_told_until_it_can(work: LibraryWork, folder: Path) -> None:
    names = ["d" * 200] * 21  # a longer path than the system takes
    inner = os.open(folder, os.O_RDONLY)
    for name in names:
        os.mkdir(name, dir_fd=inner)
        inner, outer = os.open(name, os.O_RDONLY, dir_fd=inner), inner
        os.close(outer)
    os.close(inner)
    facts = work.add("notes", folder)
    assert (facts.files, facts.attention) == (2, 1)
    told: tuple[FileTrouble, ...] = work.ask(
        lambda then, failed: work.service.troubles("notes", then, failed)
    )
    assert [(each.code, each.params) for each in told] == [
        ("library_folder_closed", {"reason": os.strerror(errno.ENAMETOOLONG)})
    ]
    assert told[0].path.startswith(str(folder / names[0]))
    shutil.rmtree(folder / names[0])
    work.done(lambda then, failed: work.service.retry(told[0].path, "", then, failed))
    assert work.settled("notes", lambda facts: facts.attention == 0).files == 2


def test_pipes_and_links_out_are_told_until_they_are_gone(work: LibraryWork, folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    (folder / "broken").symlink_to(folder / "nothing")
    (folder / "inner").symlink_to(folder)
    (folder / "outward").symlink_to(folder.parent)
    (folder / ".hidden").symlink_to(folder.parent)
    facts = work.add("notes", folder)
    assert (facts.files, facts.attention) == (2, 3)
    told: tuple[FileTrouble, ...] = work.ask(
        lambda then, failed: work.service.troubles("notes", then, failed)
    )
    assert [(Path(each.path).name, each.code) for each in told] == [
        ("broken", "library_link_broken"),
        ("outward", "library_link_outward"),
        ("pipe.txt", "library_entry_special"),
    ]
    for name in ("pipe.txt", "broken", "outward"):
        (folder / name).unlink()
    work.done(lambda then, failed: work.service.retry(told[0].path, "", then, failed))
    assert work.settled("notes", lambda facts: facts.attention == 0).files == 2


def test_names_of_closed_folders_go_with_their_library(tmp_path: Path) -> None:
    database = Database.create(tmp_path / "library.db", b"k" * 32, b"s" * 16)
    prepare(database)
    libraries = LibraryStore(database)
    for place in ("one", "other"):
        (tmp_path / place).mkdir()
        libraries.add(place, (str(tmp_path / place),), None, False, LibrarySettings())
    first, second = (root.number for root in libraries.roots())
    for root in (first, second):
        libraries.set_closed(root, {b"/secret/place": "Permission denied"})
        libraries.set_left_out(root, {b"/secret/link": "library_link_broken"})
    assert libraries.closed(first) == {"/secret/place": "Permission denied"}
    with database.transaction() as transaction:
        libraries.remove(transaction, libraries.find("one"))
        libraries.remove_root(transaction, libraries.find("other"), libraries.roots()[0])
    assert libraries.removals() == {("one", ""), ("other", str(tmp_path / "other"))}
    libraries.forget_removals()
    assert database.rows("SELECT key FROM meta WHERE key LIKE '%:%'") == []
    database.close()


def test_a_single_letter_in_another_language_is_found_by_its_words(work: LibraryWork, folder: Path) -> None:
    for number in range(150):
        (folder / f"{number}.txt").write_text(f"The boats of the harbour are painted with colour {number}.\n")
    work.add("notes", folder)
    # One passage of 152 is German, and its words are in the index by their German stems.
    assert Path(work.search("Booten").hits[0].passage.path).name == "hafen.txt"


def test_what_is_not_wanted_is_not_read(work: LibraryWork, folder: Path) -> None:
    (folder / ".hidden.md").write_text("secret lantern")
    (folder / "draft.md").write_text("draft lantern")
    (folder / "link.md").symlink_to(folder / "tower.md")
    os.mkfifo(folder / "pipe.md")
    (folder / "code.py").write_text("lantern = 1")
    facts = work.add("notes", folder, settings=LibrarySettings(kinds=("md",), ignore=("draft*",)))
    assert facts.files == 1


def test_a_new_library_reads_what_the_profile_s_settings_say_and_an_old_one_keeps_its_own(
    work: LibraryWork, folder: Path
) -> None:
    (folder / ".hidden.md").write_text("secret lantern")
    assert work.add("before", folder).files == 2
    work.do(lambda: work.vault.settings.set(NEW_READS_HIDDEN, True))
    after = work.add("after", folder)
    assert (after.files, after.settings) == (3, LibrarySettings(hidden=True))
    assert work.add("before", folder).settings == LibrarySettings()
    assert work.add("told", folder, settings=LibrarySettings()).files == 2


def test_a_removed_library_finds_nothing_and_the_same_bytes_stay_for_others(
    work: LibraryWork, folder: Path
) -> None:
    work.add("notes", folder)
    work.add("same", folder)
    work.done(lambda then, failed: work.service.remove("notes", then, failed))
    assert {hit.passage.library for hit in work.search("lantern").hits} == {"same"}
    with pytest.raises(LibraryError) as raised:
        work.search("lantern", "notes")
    assert raised.value.code == "library_unknown"


def test_files_of_a_conversation_are_found_only_when_asked_for(work: LibraryWork, folder: Path) -> None:
    work.done(lambda then, failed: work.service.add_temporary("abc", (folder,), then, failed))
    work.done(
        lambda then, failed: work.service.when_told(
            then, failed, lambda: all(facts.seconds_left == 0 for facts in work.service.conversations)
        )
    )
    assert work.search("lantern").hits == ()
    assert work.search("lantern", "conversation:abc").hits


def test_a_page_is_told_as_it_was_read(work: LibraryWork, folder: Path) -> None:
    work.add("notes", folder)
    hit = work.search("lantern").hits[0].passage
    page = work.page(hit.path, hit.page)
    assert page.text[hit.start : hit.end] == hit.text


def test_a_path_that_is_not_there_is_said(work: LibraryWork, tmp_path: Path) -> None:
    with pytest.raises(LibraryError) as raised:
        work.add("notes", tmp_path / "nowhere")
    assert raised.value.code == "library_path_missing"


def test_what_is_neither_folder_nor_file_is_not_added_and_links_in_circles_are_said(
    work: LibraryWork, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "self").symlink_to(tmp_path / "self")
    with pytest.raises(LibraryError) as raised:
        work.add("notes", tmp_path / "pipe")
    assert raised.value.code == "library_path_unfit"
    with pytest.raises(LibraryError) as raised:
        work.add("notes", tmp_path / "self")
    assert raised.value.parameters["reason"] == os.strerror(errno.ELOOP)
    assert work.service.libraries == ()


def test_a_file_that_two_roots_reach_stays_when_one_is_taken_out(work: LibraryWork, folder: Path) -> None:
    work.add("notes", folder)
    work.add("notes", folder / "tower.md")
    work.done(lambda then, failed: work.service.remove_path("notes", folder, then, failed))
    facts = work.settled("notes", lambda facts: facts.files == 1)
    assert facts.paths == (str(folder / "tower.md"),)
    assert work.search("lantern").hits and not work.search("Hafen").hits


def test_a_file_whose_name_is_no_text_is_added_by_its_name(work: LibraryWork, tmp_path: Path) -> None:
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xe9.txt"))
    odd.write_text("The lantern of the oddly named.")
    assert work.add("notes", odd).passages == 1
    assert work.search("lantern").hits[0].passage.path == f"{tmp_path}/\ufffd\ufffd.txt"


def test_who_asks_when_all_was_told_hears_at_once(work: LibraryWork, folder: Path) -> None:
    work.add("notes", folder)
    heard: list[object] = []
    work.do(lambda: work.service.when_told(lambda: heard.append("told"), heard.append))
    assert heard == ["told"]


def test_who_asks_when_the_libraries_could_not_be_opened_hears_at_once(work: LibraryWork) -> None:
    (work.folder / "library.db").write_bytes(b"no database" * 1000)
    with pytest.raises(HearthError):
        work.done(lambda then, failed: work.service.sync("", then, failed))
    heard: list[object] = []
    work.do(lambda: work.service.when_told(lambda: heard.append("told"), heard.append))
    assert heard == [work.service.failure]
    assert isinstance(work.service.failure, HearthError)
