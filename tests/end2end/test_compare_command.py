"""`hearth compare` from outside: the real gateway, a TLS server that records, votes with a terminal and without."""

import json
import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from tests.cli.command_here import run_here
from tests.end2end.house import key_file, name_house
from tests.end2end.program import (
    COPY_MODEL,
    PATIENCE_S,
    ROOT,
    TOWER_ANSWER,
    TOWER_QUESTION,
    Home,
    make_profile,
)
from tests.gateway.authority import Authority
from tests.gateway.recording_server import RecordingServer

COMPARING = ("compare", "--provider", "House", "--model", str(COPY_MODEL))


@pytest.fixture
def asking_home(home: Home, authority: Authority, server: RecordingServer) -> Home:
    make_profile(home)
    name_house(home, authority, server.port)
    home.choose({"sampling.temperature": 0.0})
    return home


def test_what_was_agreed_to_is_sent_and_both_answers_are_kept(
    asking_home: Home, server: RecordingServer
) -> None:
    home = asking_home
    run_here(home, "provider", "price", "House", "--reading", "1", "--writing", "2")
    question = f"{TOWER_QUESTION} (anna@example.org)"
    comparing = (*COMPARING, "--json")
    shown = home.run(*comparing, question)
    assert (shown.code, server.connections) == (1, 0), shown.err
    preview = shown.json["would_send"]
    assert "[EMAIL_1]" in preview["body"] and "anna@example.org" not in preview["body"]
    limited = home.run(*comparing, "--limit", "0.00001", "--allow", preview["sha256"], question)
    assert (limited.code, server.connections) == (1, 0)  # the longest answer stands in the bytes

    asked = home.run(*comparing, "--allow", preview["sha256"], *key_file(home), question)
    assert asked.code == 0, asked.err
    local, other = asked.json["answers"]
    assert (local["who"], local["provider"], local["state"], local["cost"]) == ("local", "", "complete", None)
    assert local["text"].strip() and local["completion_tokens"] > 0
    assert (other["model"], other["provider"], other["text"]) == ("big-1", "House", "Good evening.")
    assert other["cost"] > 0
    assert (server.bodies, server.connections) == ([preview["body"].encode()], 1)
    (entry,) = run_here(home, "ledger", "--verify", "--json").json["entries"]
    assert (entry["number"], entry["allowed_by"]) == (
        asked.json["ledger"],
        "--allow with the sum of the bytes",
    )
    exported = json.loads(run_here(home, "export", "--format", "json").out)
    assert [one["id"] for one in exported["comparisons"]] == [asked.json["id"]]
    # Without one of the two there is nothing to compare.
    assert home.run("compare", "--provider", "Nobody", "--model", str(COPY_MODEL), "x").code == 2
    assert home.run("compare", "--provider", "House", "x").code == 1  # no model is chosen here
    assert server.connections == 1


def _asked(home: Home, *more: str) -> Any:
    """A comparison that was agreed to; its JSON."""
    shown = home.run(*COMPARING, "--json", *more, TOWER_QUESTION)
    sha256 = shown.json["would_send"]["sha256"]
    asked = home.run(*COMPARING, "--json", *more, "--allow", sha256, *key_file(home), TOWER_QUESTION)
    assert asked.code == 0, asked.err
    if "--blind" in more:
        assert not any(word in asked.out + asked.err for word in (COPY_MODEL.name, "big-1", "House"))
    return asked.json


def _letters(home: Home, comparison_id: object) -> dict[str, str]:
    """Who is A and who is B, as the profile keeps it."""
    with home.vault() as vault:
        kept = vault.comparisons.get(str(comparison_id))
    return dict(zip("ab", (one.who.value for one in kept.in_order), strict=True))


def test_who_wrote_which_is_told_after_the_vote_and_votes_are_added_up(asking_home: Home) -> None:
    home = asking_home
    asked = _asked(home, "--blind")
    answers = asked["answers"]
    assert (asked["vote"], asked["better"], asked["blind"], asked["ledger"]) == ("", "", True, 1)
    assert sorted(one["text"].strip() for one in answers) == ["Good evening.", TOWER_ANSWER]
    told = [{name for name, value in one.items() if value is not None} for one in answers]
    assert told == [{"letter", "text", "state"}] * 2
    results = run_here(home, "compare", "--results", "--json").json
    assert results == {
        "pairs": [],
        "waiting": [{"id": asked["id"], "question": TOWER_QUESTION, "blind": True}],
    }
    voted = home.run("compare", "--vote", "b", "--json").json
    who = _letters(home, asked["id"])
    assert (voted["id"], voted["vote"], voted["better"]) == (asked["id"], "b", who["b"])
    assert [(one["letter"], one["who"], one["text"]) for one in voted["answers"]] == [
        (letter, who[letter], one["text"]) for letter, one in zip("ab", answers, strict=True)
    ]
    # Once only, and not for what isn't there.
    again = run_here(home, "compare", "--vote", "a", "--comparison", str(asked["id"]))
    assert (again.code, "a vote is already there" in again.err) == (2, True)
    assert "No comparison waits for a vote" in run_here(home, "compare", "--vote", "a").err
    assert "isn't here any more" in run_here(home, "compare", "--vote", "a", "--comparison", "nobody").err
    open_one, other = _asked(home), _asked(home)
    assert [one["who"] for one in open_one["answers"]] == ["local", "server"]
    run_here(home, "compare", "--vote", "neither", "--comparison", str(open_one["id"]))
    (pair,) = run_here(home, "compare", "--results", "--json").json["pairs"]
    assert (pair["local_model"], pair["server_model"], pair["provider"]) == (
        COPY_MODEL.name,
        "big-1",
        "House",
    )
    assert pair["votes"] == {"local": 0, "server": 0, "both": 0, "neither": 1} | {str(who["b"]): 1}
    said = home.run("compare", "--results")
    assert f"{COPY_MODEL.name} here, big-1 at House: " in said.out and "1 x neither" in said.out
    assert str(other["id"]) in said.err
    # An export takes votes, times and costs to another profile, and who is who there is as it was.
    file, second = home.folder / "all.json", Home(home.folder / "second")
    assert run_here(home, "export", "--format", "json", "--output", str(file)).code == 0
    second.folder.mkdir()
    make_profile(second)
    taken = second.run("import", "--json", str(file))
    assert (taken.json["comparisons"], taken.json["known_comparisons"]) == (3, 0), taken.err
    assert (
        run_here(second, "compare", "--results", "--json").json
        == run_here(home, "compare", "--results", "--json").json
    )


@contextmanager
def _terminal() -> Iterator[tuple[int, int]]:
    """Both ends of a terminal: the person's, and the program's."""
    ends = pty.openpty()
    try:
        yield ends
    finally:
        for end in ends:
            os.close(end)


@pytest.mark.skipif(sys.platform == "win32", reason="uses a terminal of Unix")
@pytest.mark.parametrize("typed", ["both", ""])
def test_at_a_terminal_the_vote_is_asked_for(asking_home: Home, server: RecordingServer, typed: str) -> None:
    home = asking_home
    with _terminal() as (person, program):
        # Everything is typed ahead: leave, a slip, and the vote.
        os.write(person, f"send\n{'first' if typed else typed}\n{typed}\n".encode())
        done = subprocess.run(
            home.command(*COMPARING, "--blind", *key_file(home), TOWER_QUESTION),
            stdin=program,
            capture_output=True,
            timeout=PATIENCE_S,
            env=home.environment(),
            cwd=ROOT,
            check=False,
        )
    out, err = done.stdout.decode(), done.stderr.decode()
    assert done.returncode == 0, err
    assert server.connections == 1
    assert out.startswith("== A\n") and "\n\n== B\n" in out and TOWER_ANSWER in out and "Good evening." in out
    before, _, after = err.partition("Which answer helps you more?")
    asked = before.partition("The ")[
        2
    ]  # the sheet names the server, whatever comes later mustn't say who is who
    assert "A is" not in before and "big-1" not in asked.partition('"model"')[0]
    if not typed:
        assert (
            "A is" not in after and "It waits for your vote: hearth compare --vote a|b|both|neither" in after
        )
        return
    assert "That is no vote." in after and "Your vote: both" in after
    with home.vault() as vault:
        (kept,) = vault.comparisons.all()
    first, second = (one.model for one in kept.in_order)
    assert f"A is {first}, " in after and f"B is {second}, " in after
