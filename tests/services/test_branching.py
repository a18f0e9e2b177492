"""Editing a question keeps what was said; any branch can be shown again. Real vault, real inference process."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.errors import GenerationError, HearthError
from app.services.events import AnswerGrew
from tests.services.session_at_work import SessionAtWork


@pytest.fixture
def work(tmp_path: Path) -> Iterator[SessionAtWork]:
    """An open session."""
    work = SessionAtWork(tmp_path / "profile")
    yield work
    work.close()


def answered(work: SessionAtWork, text: str, conversation: str | None) -> str:
    """Ask, and stop the random model's answer after its first words."""
    identity = work.do(lambda: work.session.chat.send(conversation, text)).id
    work.until(AnswerGrew)
    work.do(work.session.chat.stop)
    work.ended()
    return identity


def shown(work: SessionAtWork, conversation: str) -> list[str]:
    return [one.id for one in work.do(lambda: work.session.chat.messages(conversation))]


def test_an_edited_question_stands_beside_the_old_one_which_loses_nothing(work: SessionAtWork) -> None:
    session = work.session
    conversation = answered(work, "first", None)
    answered(work, "second", conversation)
    before = work.do(lambda: session.chat.messages(conversation))
    work.do(lambda: session.branches.edit(before[2].id, "second, better"))
    work.until(AnswerGrew)
    with pytest.raises(GenerationError):
        work.do(lambda: session.branches.show(before[0].id))
    work.do(session.chat.stop)
    work.ended()
    after = work.do(lambda: session.chat.messages(conversation))
    assert [one.id for one in after[:2]] == [one.id for one in before[:2]]
    assert after[2].text == "second, better"
    assert work.do(lambda: session.branches.versions(conversation)) == {
        after[2].id: (before[2].id, after[2].id)
    }

    work.do(lambda: session.branches.show(before[2].id))
    assert work.do(lambda: session.chat.messages(conversation)) == before
    assert [run.depth for run in work.do(lambda: session.branches.runs(conversation))] == [0, 1, 1]

    work.do(lambda: session.branches.edit(before[0].id, "another beginning"))
    work.until(AnswerGrew)
    work.do(session.chat.stop)
    work.ended()
    assert len(shown(work, conversation)) == 2
    work.do(lambda: session.branches.show(before[3].id))
    assert work.do(lambda: session.chat.messages(conversation)) == before


def test_a_question_that_cannot_be_asked_changes_nothing(work: SessionAtWork) -> None:
    conversation = answered(work, "first", None)
    before = shown(work, conversation)
    with pytest.raises(HearthError):
        work.do(lambda: work.session.branches.edit(before[0], "   "))
    with pytest.raises(HearthError):
        work.do(lambda: work.session.branches.edit(before[1], "an answer is not a question"))
    assert shown(work, conversation) == before
