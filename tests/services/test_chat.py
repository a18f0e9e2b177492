"""Asking and answering with the real vault and the real inference process (random weights talk for ever)."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.conversation import MessageState, Role
from app.domain.errors import GenerationError, ModelError, VaultError
from app.domain.generation import Sampling
from app.services.events import (
    AnswerGrew,
    AnswerPrepared,
    AnswerStarted,
    ConversationsChanged,
    ModelFailed,
    ModelReady,
    PromptMeasured,
)
from tests.services.session_at_work import SessionAtWork

SHORT = Sampling(temperature=0.0, max_tokens=12)
ENDLESS = Sampling(temperature=0.9, seed=5)


@pytest.fixture
def work(tmp_path: Path) -> Iterator[SessionAtWork]:
    opened = SessionAtWork(tmp_path / "profile")
    yield opened
    opened.close()


def ask(work: SessionAtWork, text: str, conversation: str | None = None, sampling: Sampling = SHORT) -> str:
    sent = work.do(lambda: work.session.chat.send(conversation, text, sampling=sampling))
    return sent.id


def test_a_question_and_its_answer_are_saved(work: SessionAtWork) -> None:
    conversation = ask(work, "What is the harbour gate made of?")
    started = work.until(AnswerStarted)
    assert started.question is not None
    assert started.answer.state is MessageState.STREAMING
    ended = work.ended()
    assert ended.error is None
    question, answer = work.do(lambda: work.session.chat.messages(conversation))
    assert (question.role, question.text) == (Role.USER, "What is the harbour gate made of?")
    assert answer == ended.answer
    assert answer.model == "random-tiny"
    assert answer.figures is not None
    assert answer.figures.completion_tokens == 12
    grown = "".join(event.text for event in work.seen if isinstance(event, AnswerGrew) and not event.thinking)
    assert grown == answer.text
    (listed,) = work.do(work.session.chat.conversations)
    assert listed.title.startswith("What is the harbour gate")


def test_a_first_question_that_does_not_fit_leaves_no_empty_conversation(work: SessionAtWork) -> None:
    """The database may not grow past a few pages more, as on a disk that is nearly full."""
    database = work.session.vault.database
    ((pages,),) = work.do(lambda: database.rows("PRAGMA page_count"))
    work.do(lambda: database.row(f"PRAGMA max_page_count = {pages + 8}"))
    with pytest.raises(VaultError) as caught:
        ask(work, "a long question " * 20_000)
    assert caught.value.code == "disk_full"
    assert work.do(work.session.chat.conversations) == []
    work.do(lambda: database.row(f"PRAGMA max_page_count = {pages + 100_000}"))
    ask(work, "a long question " * 20)
    assert len(work.do(work.session.chat.conversations)) == 1


def test_the_prompt_is_told_word_for_word_before_the_first_word(work: SessionAtWork) -> None:
    ask(work, "a canary called Jaqueline")
    prepared = work.until(AnswerPrepared)
    assert "a canary called Jaqueline" in prepared.prepared.prompt
    answer = work.ended().answer
    given = work.do(lambda: work.session.chat.given(answer.id))
    assert given is not None
    assert (given.prompt, given.sampling) == (prepared.prepared.prompt, SHORT)
    order = [type(event) for event in work.seen]
    assert order.index(AnswerPrepared) < order.index(AnswerGrew)


def test_later_turns_read_only_what_is_new(work: SessionAtWork) -> None:
    conversation = ask(work, "one")
    work.ended()
    for turn in range(9):
        ask(work, f"and then number {turn}", conversation)
        answer = work.ended().answer
    assert answer.figures is not None
    new = answer.figures.prompt_tokens - answer.figures.cached_tokens
    assert answer.figures.prompt_tokens > 300
    assert new < 60


def test_one_answer_at_a_time_and_nothing_is_saved_of_the_second(work: SessionAtWork) -> None:
    conversation = ask(work, "talk", sampling=ENDLESS)
    work.until(AnswerGrew)
    with pytest.raises(GenerationError) as caught:
        ask(work, "me too", conversation)
    assert caught.value.code == "answer_under_way"
    assert len(work.do(lambda: work.session.chat.messages(conversation))) == 2
    work.do(work.session.chat.stop)
    work.ended()


def test_stop_keeps_what_is_there_and_resume_carries_it_on(work: SessionAtWork) -> None:
    conversation = ask(work, "talk", sampling=ENDLESS)
    work.until(AnswerGrew)
    work.do(work.session.chat.stop)
    stopped = work.ended().answer
    assert stopped.state is MessageState.STOPPED
    assert stopped.text
    work.do(lambda: work.session.settings.set("sampling.temperature", 0.0))
    work.do(lambda: work.session.chat.resume(stopped.id))
    work.until(AnswerGrew)
    work.do(work.session.chat.stop)
    carried_on = work.ended().answer
    assert carried_on.id == stopped.id
    assert carried_on.text.startswith(stopped.text)
    assert len(carried_on.text) > len(stopped.text)
    assert len(work.do(lambda: work.session.chat.messages(conversation))) == 2


def test_retry_answers_beside_the_first_answer(work: SessionAtWork) -> None:
    conversation = ask(work, "hello")
    first = work.ended().answer
    work.do(lambda: work.session.settings.set("sampling.temperature", 0.0))
    work.do(lambda: work.session.chat.retry(first.id))
    work.until(AnswerGrew)
    work.do(work.session.chat.stop)
    second = work.ended().answer
    assert second.parent_id == first.parent_id
    versions = work.do(lambda: work.session.branches.versions(conversation))
    assert versions == {second.id: (first.id, second.id)}
    shown = work.do(lambda: work.session.chat.messages(conversation))
    assert shown[-1].id == second.id
    work.do(lambda: work.session.branches.show(first.id))
    assert work.do(lambda: work.session.chat.messages(conversation))[-1].id == first.id


def test_deleting_a_conversation_ends_its_answer_and_the_next_question_works(work: SessionAtWork) -> None:
    conversation = ask(work, "talk", sampling=ENDLESS)
    work.until(AnswerGrew)
    work.do(lambda: work.session.chat.delete(conversation))
    assert work.do(work.session.chat.conversations) == []
    ask(work, "and now?")
    assert work.ended().answer.state is MessageState.STOPPED  # cut at max_tokens
    assert len(work.do(work.session.chat.conversations)) == 1


def test_a_killed_worker_leaves_an_interrupted_answer_and_the_next_question_works(
    work: SessionAtWork,
) -> None:
    conversation = ask(work, "talk", sampling=ENDLESS)
    work.until(AnswerGrew)
    work.kill_worker()
    ended = work.ended()
    assert ended.answer.state is MessageState.INTERRUPTED
    assert ended.answer.text
    assert ended.error is not None
    assert ended.error.code == "worker_crashed"
    work.until(ModelFailed)
    ask(work, "still there?", conversation)
    work.until(ModelReady)
    assert work.ended().error is None


def test_a_worker_that_keeps_crashing_is_not_started_for_ever(work: SessionAtWork) -> None:
    codes: list[str] = []
    conversation: str | None = None
    for _ in range(6):
        conversation = ask(work, "talk", conversation, ENDLESS)
        if work.session.host.loading or work.session.host.loaded:
            work.until(AnswerGrew)
            work.kill_worker()
        error = work.ended().error
        assert error is not None
        codes.append(error.code)
        if error.code == "worker_crashed":
            work.until(ModelFailed)  # the end of the process has been noticed
    assert codes.count("worker_crashed") == 1 + 3  # the first start and the restarts of the budget
    assert codes[-1] == "worker_crashes_too_often"


def test_without_a_model_nothing_is_saved(work: SessionAtWork) -> None:
    work.do(lambda: work.session.models.remove("random-tiny"))
    with pytest.raises(ModelError) as caught:
        ask(work, "anyone?")
    assert caught.value.code == "no_model"
    assert work.do(work.session.chat.conversations) == []


def test_an_empty_question_is_refused(work: SessionAtWork) -> None:
    with pytest.raises(GenerationError):
        ask(work, " \n ")
    assert work.do(work.session.chat.conversations) == []


def test_drafts_are_kept_per_conversation_and_go_with_it(work: SessionAtWork) -> None:
    conversation = ask(work, "hello")
    work.ended()
    work.do(lambda: work.session.chat.save_draft(conversation, "half a thought"))
    work.do(lambda: work.session.chat.save_draft(None, "a new one"))
    assert work.do(lambda: work.session.chat.draft(conversation)) == "half a thought"
    assert work.do(lambda: work.session.chat.draft(None)) == "a new one"
    work.do(lambda: work.session.chat.delete(conversation))
    assert work.do(lambda: work.session.chat.draft(conversation)) == ""


def test_the_context_meter_counts_the_draft_too(work: SessionAtWork) -> None:
    conversation = ask(work, "hello")
    work.ended()
    sizes = []
    for draft in ("", "many more words " * 20):
        work.do(lambda draft=draft: work.session.chat.measure(conversation, draft))  # type: ignore[misc]
        prepared = work.until(PromptMeasured).prepared
        assert prepared is not None
        sizes.append(prepared.prompt_tokens)
    assert sizes[1] > sizes[0] + 40


def test_what_no_longer_fits_is_left_out_and_counted(work: SessionAtWork) -> None:
    work.do(lambda: work.session.settings.set("model.context_tokens", 512))
    conversation = None
    dropped = []
    for turn in range(8):
        conversation = ask(work, f"turn {turn} " + "words and words " * 8, conversation)
        dropped.append(work.ended().answer.dropped)
    assert dropped[0] == 0
    assert dropped[-1] > 0
    assert dropped == sorted(dropped)


def test_closing_in_the_middle_saves_the_answer_as_interrupted(tmp_path: Path) -> None:
    work = SessionAtWork(tmp_path / "profile")
    conversation = ask(work, "talk", sampling=ENDLESS)
    grew = work.until(AnswerGrew)
    work.close()
    again = SessionAtWork(tmp_path / "profile")
    try:
        answer = again.do(lambda: again.session.chat.messages(conversation))[-1]
        assert answer.state is MessageState.INTERRUPTED
        assert answer.text.startswith(grew.text)
    finally:
        again.close()


def test_rename_tells_the_list_and_ignores_emptiness(work: SessionAtWork) -> None:
    conversation = ask(work, "hello")
    work.ended()
    work.do(lambda: work.session.chat.rename(conversation, "  Better\n title "))
    work.until(ConversationsChanged)
    work.do(lambda: work.session.chat.rename(conversation, "   "))
    assert [c.title for c in work.do(work.session.chat.conversations)] == ["Better title"]


def test_deleting_a_conversation_ends_the_process_that_read_it(work: SessionAtWork) -> None:
    kept = ask(work, "this one stays")
    work.ended()
    conversation = ask(work, "a canary called Jaqueline")
    work.ended()
    child = work.session.host._child
    assert child is not None
    work.do(lambda: work.session.chat.delete(conversation))
    assert child.process.exitcode is not None
    ask(work, "and now?", kept)
    assert work.ended().error is None


def test_retry_after_the_model_was_put_aside_loads_it_again(work: SessionAtWork) -> None:
    ask(work, "hello")
    first = work.ended().answer
    work.do(work.session.host.unload)
    work.do(lambda: work.session.settings.set("sampling.temperature", 0.0))
    work.do(lambda: work.session.chat.retry(first.id))
    work.until(AnswerGrew)
    work.do(work.session.chat.stop)
    assert work.ended().answer.parent_id == first.parent_id
