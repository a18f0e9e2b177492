"""Asking files from the command line: a folder, a question, an answer with its number, and the file changed."""

import json

from tests.end2end.program import ASKED, COPY_MODEL, TOWER_ANSWER, Home, make_profile, put_on_shelf
from tests.end2end.window import answer_greedily


def test_a_question_to_a_folder_from_first_file_to_last(home: Home) -> None:
    """One journey, for a library takes seconds to be made: without a model, with one, changed, deleted."""
    file = home.folder / "docs" / "tower.txt"
    file.parent.mkdir()
    file.write_text("The height of the lantern tower is 41 metres.\n", encoding="utf-8")
    make_profile(home)
    assert home.run("library", "add", "--words", "Docs", str(file.parent)).code == 0

    told = home.run("ask", "--library", "Docs", ASKED)
    assert told.code == 0
    assert "The height of the lantern tower is 41 metres. [1]" in told.out
    assert "tower.txt" in told.err
    assert "no model" in told.err

    put_on_shelf(home, COPY_MODEL)
    answer_greedily(home)
    said = home.run("ask", "--library", "Docs", "--json", ASKED).json
    assert said["answer"] == TOWER_ANSWER
    assert said["local"] is True
    (citation,) = said["citations"]
    assert (citation["n"], citation["path"], citation["page"]) == (1, str(file), 1)
    assert file.read_text("utf-8")[citation["start"] : citation["end"]] == citation["text"]
    told = home.run("chat", "--library", "Docs", "--json", stdin=ASKED + "\n")
    answer = json.loads(told.out)
    assert answer["answer"] == said["answer"]
    assert [(one["n"], one["path"]) for one in answer["citations"]] == [(1, str(file))]

    file.write_text("The height of the lantern tower is 97 metres.\n", encoding="utf-8")
    assert home.run("library", "sync", "--words").code == 0
    said = home.run("ask", "--library", "Docs", "--json", ASKED).json
    assert said["answer"] == "The height of the lantern tower is 97 metres [1]."
    file.unlink()
    assert home.run("library", "sync", "--words").code == 0
    said = home.run("ask", "--library", "Docs", "--json", ASKED).json
    assert said["citations"] == []
    assert "97" not in said["answer"]
