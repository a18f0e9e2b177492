"""`hearth library` and `hearth search` from outside: names and fields of the contract, and what a person is told."""

import json
from pathlib import Path

from app.domain.library import NEW_READS_HIDDEN, LibrarySettings
from app.library.library_store import LibraryStore
from app.vault.database import Database
from app.vault.subkeys import KeyUse
from tests.cli.command_here import run_here
from tests.end2end.program import Home, make_profile
from tests.end2end.traces import traces_below
from tests.library.older_words import make_old


def _facts(out: str) -> dict[str, object]:
    facts: dict[str, object] = json.loads(out.splitlines()[0])
    return facts


def _notes(folder: Path) -> Path:
    folder.mkdir()
    (folder / "tower.md").write_text("The quokkazephyr tower is 41 metres high. It was built in 1901.")
    (folder / "gate.txt").write_text("The harbour gate is green.")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\n" + bytes(200))
    return folder


def test_a_folder_is_added_searched_and_removed(home: Home, tmp_path: Path) -> None:
    make_profile(home)
    notes = _notes(tmp_path / "notes")
    added = home.run("library", "add", "notes", str(notes), "--words", "--json")
    facts = _facts(added.out)
    assert (added.code, facts["files"], facts["files_ready"], facts["passages"]) == (0, 3, 3, 2), added.err
    found = home.run("search", "--json", "-k", "1", "--library", "notes", "quokkazephyr")
    answer = _facts(found.out)
    assert set(answer) == {"results", "mode", "ready"}
    assert answer["mode"] == "keyword"
    assert isinstance(answer["results"], list)
    (result,) = answer["results"]
    assert {"path", "page", "start", "end", "text", "score"} <= set(result)
    assert (result["path"], result["page"]) == (str(notes / "tower.md"), 1)
    status = _facts(home.run("library", "status", "--json").out)
    assert isinstance(status["troubles"], list)
    (trouble,) = status["troubles"]
    assert trouble["path"].endswith("broken.pdf")
    assert trouble["reason"].endswith(".")
    assert "notes" in home.run("library", "list").out
    assert home.run("search", "nothinglikethis").code == 1
    narrowed = _facts(home.run("search", "--json", "--kind", "txt", "--in", str(notes), "harbour tower").out)
    assert isinstance(narrowed["results"], list)
    assert [result["path"] for result in narrowed["results"]] == [str(notes / "gate.txt")]
    assert home.run("search", "quokkazephyr", "--to", "2001-01-01").code == 1
    assert home.run("search", "quokkazephyr", "--path", "TOWER").code == 0
    assert home.run("search", "quokkazephyr", "--path", "gate").code == 1
    no_day = home.run("search", "quokkazephyr", "--from", "2026-02-30")
    assert no_day.code == 2 and "2026-02-30" in no_day.err
    no_text = home.run("search", "\udcff")
    assert no_text.code == 1 and "no text" in no_text.err
    assert traces_below([home.folder], ["quokkazephyr"]) == {}
    assert home.run("library", "remove", "notes").code == 0
    assert home.run("library", "list", "--json").out == ""


def _kept(home: Home, name: str) -> LibrarySettings:
    """A library's settings as they lie in its database."""
    with home.vault() as vault:
        key, salt = vault.key_for(KeyUse.LIBRARY), vault.salt_for(KeyUse.LIBRARY)
        database = Database.open(home.profile / "library.db", key, salt)
        try:
            return LibraryStore(database).find(name).settings
        finally:
            database.close()


def test_a_library_added_here_begins_with_the_window_s_settings(home: Home, tmp_path: Path) -> None:
    make_profile(home)
    notes = _notes(tmp_path / "notes")
    (notes / ".hidden.txt").write_text("The hidden gate is red.")

    def add(name: str, *options: str) -> object:
        added = run_here(home, "library", "add", name, str(notes), "--words", "--json", *options)
        assert added.code == 0, added.err
        return _facts(added.out)["files"]

    assert add("plain") == 3
    home.choose({NEW_READS_HIDDEN: True})
    assert add("dotted", "--kind", "txt") == 2
    assert _kept(home, "dotted") == LibrarySettings(kinds=("txt",), hidden=True)
    assert add("told", "--no-hidden", "--ocr") == 3
    assert _kept(home, "told") == LibrarySettings(ocr=True)
    assert add("told", "--kind", "md") == 1  # what isn't named stays as the library has it
    assert _kept(home, "told") == LibrarySettings(kinds=("md",), ocr=True)


def _make_old(home: Home) -> None:
    """Give the words of all passages the look of an older version."""
    with home.vault() as vault:
        key, salt = vault.key_for(KeyUse.LIBRARY), vault.salt_for(KeyUse.LIBRARY)
        database = Database.open(home.profile / "library.db", key, salt)
        make_old(database)
        database.close()


def test_a_search_tells_of_words_of_an_older_version_and_sync_makes_them_anew(
    home: Home, tmp_path: Path
) -> None:
    make_profile(home)
    assert run_here(home, "library", "add", "notes", str(_notes(tmp_path / "notes")), "--words").code == 0
    told = "'hearth library sync' makes them anew"
    assert told not in run_here(home, "search", "quokkazephyr").err
    _make_old(home)
    missed = run_here(home, "search", "--json", "quokkazephyr")
    assert (missed.code, missed.json["results"]) == (1, [])
    (line,) = missed.err.splitlines()
    assert told in line
    older = "some words still of an older version"
    assert older in run_here(home, "library", "status").out
    assert run_here(home, "library", "sync", "--words").code == 0
    assert older not in run_here(home, "library", "status").out
    found = run_here(home, "search", "quokkazephyr")
    assert found.code == 0
    assert told not in found.err


def test_sync_ends_where_there_is_no_library(home: Home, tmp_path: Path) -> None:
    make_profile(home)
    told = "There is no library yet"
    never = run_here(home, "library", "sync")
    assert (never.code, told in never.err) == (0, True)
    assert run_here(home, "library", "add", "notes", str(_notes(tmp_path / "notes")), "--words").code == 0
    assert told not in run_here(home, "library", "sync", "--words").err
    assert run_here(home, "library", "remove", "notes").code == 0
    no_more = run_here(home, "library", "sync", "--json")
    assert (no_more.code, no_more.out, told in no_more.err) == (0, "", True)
