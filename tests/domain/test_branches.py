"""The tree of a conversation: runs, versions, and the newest branch through a message."""

from app.domain.branches import newest_leaf, runs, versions
from app.domain.conversation import Message, MessageState, Role


def message(identity: str, parent: str | None, at: int, role: Role = Role.USER) -> Message:
    return Message(identity, "c", parent, role, f"words  of\n{identity}", MessageState.COMPLETE, at)


TREE = [
    message("q1", None, 1),
    message("a1", "q1", 2, Role.ASSISTANT),
    message("q2", "a1", 3),
    message("a2", "q2", 4, Role.ASSISTANT),
    message("q2b", "a1", 5),
    message("a2b", "q2b", 6, Role.ASSISTANT),
    message("a2c", "q2b", 7, Role.ASSISTANT),
]


def test_a_conversation_without_forks_is_one_run() -> None:
    (run,) = runs(TREE[:4], "a2")
    assert (run.first_id, run.words, run.count, run.depth, run.shown) == ("q1", "words of q1", 4, 0, True)


def test_each_fork_begins_runs_that_say_which_version_they_are() -> None:
    found = [
        (run.first_id, run.depth, run.version, run.versions, run.count, run.shown)
        for run in runs(TREE, "a2b")
    ]
    assert found == [
        ("q1", 0, 1, 1, 2, True),
        ("q2", 1, 1, 2, 2, False),
        ("q2b", 1, 2, 2, 1, True),
        ("a2b", 2, 1, 2, 1, True),
        ("a2c", 2, 2, 2, 1, False),
    ]


def test_versions_are_told_for_the_shown_branch_only() -> None:
    assert versions(TREE, "a2c") == {"q2b": ("q2", "q2b"), "a2c": ("a2b", "a2c")}
    assert versions(TREE, "a2") == {"q2": ("q2", "q2b")}


def test_the_newest_branch_through_a_message() -> None:
    assert newest_leaf(TREE, "q1") == "a2c"
    assert newest_leaf(TREE, "q2") == "a2"
    assert newest_leaf(TREE, "a2b") == "a2b"


def test_lost_parents_and_loops_end_nothing() -> None:
    lost = [message("x", "gone", 1), message("l1", "l2", 2), message("l2", "l1", 3)]
    assert [run.first_id for run in runs(lost, "x")] == ["x"]
    assert newest_leaf(lost, "l1") in ("l1", "l2")
