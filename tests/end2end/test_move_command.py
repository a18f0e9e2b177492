"""`hearth profile move` from outside: everything is there, found by the same name as before."""

import json
from pathlib import Path

from tests.cli.command_here import run_here
from tests.end2end.program import Home


def test_a_moved_profile_answers_as_before(home_with_model: Home, tmp_path: Path) -> None:
    home, notes, disk = home_with_model, tmp_path / "notes", tmp_path / "disk"
    notes.mkdir()
    disk.mkdir()
    (notes / "tower.md").write_text("The quokkazephyr tower is 41 metres high.", encoding="utf-8")
    assert home.run("library", "add", "notes", str(notes), "--words").code == 0
    refused = home.run("profile", "move", str(notes / "inside"))
    assert refused.code == 1 and "library" in refused.err and "Nothing was moved" in refused.err
    assert run_here(home, "profile", "where").out.strip() == str(home.profile)

    moved = home.run("profile", "move", str(disk / "hearth"), "--json")
    assert moved.code == 0, moved.err
    assert (moved.json["profile"], moved.json["was"]) == (str(disk / "hearth"), str(home.profile))
    assert home.run("profile", "where").out.strip() == str(disk / "hearth")
    assert not (home.profile / "vault.db").exists() and not (home.profile / "keys.json").exists()
    found = home.run("search", "--json", "--library", "notes", "quokkazephyr")
    assert json.loads(found.out)["results"][0]["path"].endswith("tower.md"), found.err
    assert run_here(home, "models", "list").out.strip()

    (disk / "hearth").rename(disk / "unplugged")
    missing = home.run("search", "--library", "notes", "quokkazephyr")
    assert missing.code == 1 and "Connect that disk" in missing.err
    assert not (disk / "hearth").exists()
    (disk / "unplugged").rename(disk / "hearth")
    assert home.run("profile", "move", str(home.profile)).code == 0
    assert (home.profile / "vault.db").exists() and not (disk / "hearth").exists()
