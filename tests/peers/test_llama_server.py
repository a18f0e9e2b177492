"""A real server of one's own: llama.cpp's, with the trained test model, asked over the command line."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.command_here import run_here
from tests.end2end.program import COPY_MODEL, TOWER_ANSWER, TOWER_QUESTION, Home, make_profile
from tests.peers.llama_server import NAME, llama_server


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with llama_server(COPY_MODEL) as port:
        yield port


@pytest.fixture
def asking_home(home: Home, port: int) -> Home:
    """A home that knows the server as its own."""
    make_profile(home)
    added = run_here(
        home, "provider", "add", "House", f"http://127.0.0.1:{port}/v1", "--own", "--model", NAME
    )
    assert added.code == 0, added.err
    return home


def test_its_models_are_listed_and_the_connection_tested(asking_home: Home) -> None:
    listed = asking_home.run("provider", "models", "House", "--json")
    assert listed.json == {"models": [NAME]}, listed.err
    tested = asking_home.run("provider", "test", "House")
    assert tested.code == 0, tested.err
    ledger = run_here(asking_home, "ledger", "--verify", "--json").json
    assert [(entry["purpose"], entry["outcome"], entry["sent_bytes"]) for entry in ledger["entries"]] == [
        ("list_models", "answered", 0),
        ("test_connection", "answered", 0),
    ]


def test_a_question_is_answered_as_the_model_would_answer_here(asking_home: Home) -> None:
    asking = ("ask", "--provider", "House", "--temperature", "0", "--json")
    shown = asking_home.run(*asking, TOWER_QUESTION)
    asked = asking_home.run(*asking, "--allow", shown.json["would_send"]["sha256"], TOWER_QUESTION)
    assert asked.code == 0, asked.err
    assert (asked.json["answer"].strip(), asked.json["local"]) == (TOWER_ANSWER, False)
    ledger = run_here(asking_home, "ledger", "--verify", "--json").json
    (entry,) = ledger["entries"]
    assert (entry["outcome"], entry["origin"], entry["model"]) == (
        "answered", asked.json["origin"], NAME,
    )  # fmt: skip
    assert entry["received_bytes"] > len(TOWER_ANSWER)


def test_from_files_with_leave_and_numbers_that_open(asking_home: Home, tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    notes.mkdir()
    (notes / "tower.md").write_text("The height of the lantern tower is 41 metres.", encoding="utf-8")
    added = asking_home.run("library", "add", "notes", str(notes), "--words")
    assert added.code == 0, added.err
    asking = (
        "ask", "--provider", "House", "--temperature", "0", "--json", "--library", "notes",
        "--allow-document", str(notes / "tower.md"),
    )  # fmt: skip
    question = "What is the height of the lantern tower?"
    shown = asking_home.run(*asking, question)
    asked = asking_home.run(*asking, "--allow", shown.json["would_send"]["sha256"], question)
    assert asked.code == 0, asked.err
    assert "41 metres" in asked.json["answer"]
    assert [citation["path"] for citation in asked.json["citations"]] == [str(notes / "tower.md")]
    (entry,) = run_here(asking_home, "ledger", "--json").json["entries"]
    assert entry["file_bytes"] >= len("The height of the lantern tower is 41 metres.")


def test_a_comparison_asks_the_model_here_and_the_real_server_the_same(asking_home: Home) -> None:
    asking_home.choose({"sampling.temperature": 0.0})
    comparing = ("compare", "--provider", "House", "--model", str(COPY_MODEL), "--json")
    shown = asking_home.run(*comparing, "--blind", TOWER_QUESTION)
    preview = shown.json["would_send"]
    asked = asking_home.run(*comparing, "--blind", "--allow", preview["sha256"], TOWER_QUESTION)
    assert asked.code == 0, asked.err
    assert [one["state"] for one in asked.json["answers"]] == ["complete", "complete"]
    assert [one["who"] for one in asked.json["answers"]] == [None, None]
    voted = asking_home.run("compare", "--vote", "both", "--json").json
    answers = {one["who"]: one for one in voted["answers"]}
    assert answers["local"]["text"].strip() == TOWER_ANSWER
    # Which words come from there is up to chance: its own temperature holds.
    assert (answers["server"]["model"], answers["server"]["provider"]) == (NAME, "House")
    assert answers["server"]["text"].strip()
    (entry,) = asking_home.run("ledger", "--verify", "--json").json["entries"]
    assert (entry["number"], entry["outcome"], entry["sent_bytes"]) == (
        voted["ledger"], "answered", preview["bytes"],
    )  # fmt: skip
