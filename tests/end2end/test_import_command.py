"""`hearth import` from outside: its fields, its words, its refusals."""

import json
from pathlib import Path

from tests.cli.command_here import run_here
from tests.end2end.program import Home, make_profile
from tests.end2end.traces import traces_below
from tests.parsing import made_conversations as made


def test_an_export_is_taken_in_and_what_is_lost_is_said(home: Home, tmp_path: Path) -> None:
    make_profile(home)
    file = tmp_path / "export.zip"
    file.write_bytes(made.chatgpt_zip())
    done = home.run("import", str(file))
    assert done.code == 0, done.err
    assert "Taken in from ChatGPT: 1 conversation with 4 messages." in done.out
    assert (
        "Left behind: pictures (1), attached files (1), steps of tools (2), general instructions (1)."
        in done.out
    )
    again = home.run("import", "--json", str(file)).json
    assert (again["added"], again["known"], again["empty"]) == (0, 1, 1)
    (kept,) = json.loads(run_here(home, "export", "--format", "json").out)["conversations"]
    assert kept["title"] == "Quokkas"
    assert traces_below([home.folder], ["quokkazephyr"]) == {}


def test_refusals_are_sentences(home: Home, tmp_path: Path) -> None:
    make_profile(home)
    (tmp_path / "letter.txt").write_text("Dear Ada", encoding="utf-8")
    (tmp_path / "cut.json").write_text(json.dumps(made.chatgpt())[:-5], encoding="utf-8")
    for arguments, code, words in (
        ((str(tmp_path / "letter.txt"),), 1, "holds no conversations that Hearth knows"),
        ((str(tmp_path / "cut.json"),), 1, "damaged or cut short"),
    ):
        done = run_here(home, "import", *arguments)
        assert (done.code, words in done.err) == (code, True), done.err
        assert "Traceback" not in done.err
    assert json.loads(run_here(home, "export", "--format", "json").out)["conversations"] == []
