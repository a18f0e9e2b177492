"""`hearth backup` and `hearth restore` from outside: to a fresh computer with one secret only."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.command_here import run_here
from tests.end2end.program import COPY_MODEL, TOWER_QUESTION, Home, make_profile, put_on_shelf

CHOSEN = {"writing.send_key": "ctrl_enter", "security.auto_lock_minutes": 7}  # any two settings


@pytest.fixture(scope="module")
def once_lived_in(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A profile with a conversation and a library, to be copied."""
    home = Home(tmp_path_factory.mktemp("home"))
    make_profile(home)
    put_on_shelf(home, COPY_MODEL)
    notes = tmp_path_factory.mktemp("notes")
    (notes / "tower.md").write_text("The quokkazephyr tower is 41 metres high.", encoding="utf-8")
    assert home.run("library", "add", "notes", str(notes), "--words").code == 0
    talked = home.run("chat", stdin=f"{TOWER_QUESTION}\n")
    assert talked.code == 0, talked.err
    return home


@pytest.fixture
def lived_in(once_lived_in: Home, home: Home) -> Home:
    """A copy of it."""
    shutil.copytree(once_lived_in.profile, home.profile, symlinks=True)
    return home


def _fresh(folder: Path) -> Home:
    folder.mkdir()
    return Home(folder)


@pytest.mark.parametrize("way", ["recovery code", "passphrase"])
def test_a_fresh_computer_has_everything_again(lived_in: Home, tmp_path: Path, way: str) -> None:
    lived_in.choose(CHOSEN)
    file = tmp_path / "hearth.backup"
    by_code = way == "recovery code"
    made = lived_in.run("backup", "--json", *(["--make-recovery-code"] if by_code else []), str(file))
    assert made.code == 0, made.err
    facts = made.json
    assert (facts["path"], facts["size_bytes"]) == (str(file), file.stat().st_size)
    assert (facts["conversations"], facts["messages"]) == (1, 2)
    there = _fresh(tmp_path / "there")
    own = ["--profile", str(there.profile), "--json"]
    if by_code:
        code_file = tmp_path / "code"
        code_file.write_text(facts["recovery_code"], encoding="utf-8")
        own += ["--recovery-code-file", str(code_file)]
    else:
        own += ["--passphrase-file", str(there.passphrase_file)]
    restored = there.run("restore", *own, str(file), profile=False)
    assert restored.code == 0, restored.err
    assert restored.json == {"profile": str(there.profile), "kept": ""}
    before, after = (run_here(one, "export", "--format", "json") for one in (lived_in, there))
    assert json.loads(after.out) == json.loads(before.out)
    found = there.run("search", "--json", "--library", "notes", "quokkazephyr")
    assert json.loads(found.out)["results"][0]["path"].endswith("tower.md"), found.err
    assert run_here(there, "ledger", "--verify").code == 0
    assert {key: there.kept(key) for key in CHOSEN} == CHOSEN


def test_a_profile_that_is_there_is_asked_about_and_kept(lived_in: Home, tmp_path: Path) -> None:
    file = tmp_path / "hearth.backup"
    assert lived_in.run("backup", str(file)).code == 0
    asked = lived_in.run("restore", str(file))
    assert (asked.code, "There is a profile" in asked.err) == (2, True), asked.err
    replaced = lived_in.run("restore", "--replace", str(file))
    assert replaced.code == 0, replaced.err
    (kept,) = lived_in.profile.glob("before-restore-*")
    assert str(kept) in replaced.err
    assert json.loads(run_here(lived_in, "export", "--format", "json").out)["conversations"]


def test_refusals_are_sentences(lived_in: Home, tmp_path: Path) -> None:
    file, wrong = tmp_path / "hearth.backup", tmp_path / "wrong"
    wrong.write_text("not the passphrase", encoding="utf-8")
    done = run_here(lived_in, "backup", str(file))
    assert (done.code, "read back and is whole" in done.err) == (0, True), done.err
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    (tmp_path / "flipped").write_bytes(content)
    there = _fresh(tmp_path / "there")
    for arguments, words in (
        ((str(tmp_path / "flipped"),), "is damaged, cut short or was changed"),
        ((str(tmp_path / "nowhere"),), "There is no backup"),
        ((str(wrong),), "isn't a backup that Hearth made"),
        ((str(file), "--passphrase-file", str(wrong)), "doesn't open the backup"),
    ):
        done = run_here(there, "restore", *arguments)
        assert (done.code, words in done.err) == (1, True), done.err
        assert "Traceback" not in done.err
    again = run_here(lived_in, "backup", str(file))
    assert (again.code, "there already" in again.err) == (1, True), again.err
    assert run_here(lived_in, "--demo", "backup", str(tmp_path / "demo")).code == 2
    assert not (tmp_path / "demo").exists()
