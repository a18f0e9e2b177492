"""Pictures in conversations: a real model that sees, a real vault, real files."""

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

import numpy as np
import pytest
from sqlcipher3.dbapi2 import IntegrityError

from app.domain.conversation import MessageState
from app.domain.errors import DocumentError, GenerationError, ModelError
from app.domain.picture import Picture
from app.domain.sampling import Sampling
from app.ipc.png import png
from app.services.events import AnswerEnded, ModelReady, ModelUnloaded, PromptMeasured
from tests.inference.tiny_models import write_tiny_model
from tests.inference.tiny_projector import TOKENS, write_tiny_projector
from tests.services.session_at_work import SessionAtWork

GREEDY = Sampling(temperature=0, max_tokens=8)
QUESTION = "What is it?"
REFUSAL = "CREATE TRIGGER no BEFORE INSERT ON message_pictures BEGIN SELECT RAISE(ABORT, 'no'); END"


def _file(path: Path, seed: int) -> Path:
    pixels = np.random.default_rng(seed).integers(0, 256, (300, 400, 3), dtype=np.uint8)
    path.write_bytes(png(400, 300, pixels.tobytes()))
    return path


@pytest.fixture
def work(tmp_path: Path) -> "Callable[[], SessionAtWork]":
    folder = tmp_path / "models"
    folder.mkdir()
    write_tiny_projector(folder / "mmproj-tiny.gguf")

    def start() -> SessionAtWork:
        at_work = SessionAtWork(tmp_path / "profile")
        if len(at_work.session.models.list()) == 1:
            model = write_tiny_model(folder / "tiny.gguf", ends=False)
            at_work.do(lambda: at_work.session.models.add(model))
        return at_work

    return start


def _add(work: SessionAtWork, where: str | None, *paths: Path) -> None:
    done: Future[None] = Future()
    pictures = work.session.pictures
    work.do(lambda: pictures.add(where, paths, lambda: done.set_result(None), done.set_exception))
    done.result(60)


def _paste(work: SessionAtWork, picture: bytes | Picture) -> None:
    done: Future[None] = Future()
    add = work.session.pictures.add_pasted
    work.do(lambda: add(None, "Pasted", picture, lambda: done.set_result(None), done.set_exception))
    done.result(60)


def test_a_pasted_picture_waits_like_a_dropped_one(
    work: "Callable[[], SessionAtWork]", tmp_path: Path
) -> None:
    at_work = work()
    pictures = at_work.session.pictures
    assert not at_work.do(lambda: pictures.are_seen(None))  # the random model has no projector
    at_work.do(lambda: at_work.session.models.choose("tiny"))
    assert at_work.do(lambda: pictures.are_seen(None))
    fits = at_work.do(at_work.session.offers.fits)
    assert {name: fit.sees for name, fit in fits.items()} == {"random-tiny": False, "tiny": True}
    content = _file(tmp_path / "one.png", 1).read_bytes()
    _add(at_work, None, tmp_path / "one.png")
    (dropped,) = at_work.do(lambda: pictures.waiting(None))
    _paste(at_work, content)
    _paste(at_work, dropped.picture)
    with pytest.raises(DocumentError, match="document_no_picture"):
        _paste(at_work, b"just words")
    waiting = at_work.do(lambda: pictures.waiting(None))
    assert [one.name for one in waiting] == ["one.png", "Pasted", "Pasted"]
    assert {one.picture for one in waiting} == {dropped.picture}
    assert {one.small for one in waiting} == {dropped.small}
    at_work.close()


def test_a_picture_is_asked_about_kept_copied_and_deleted(
    work: "Callable[[], SessionAtWork]", tmp_path: Path
) -> None:
    at_work = work()
    chat, pictures = at_work.session.chat, at_work.session.pictures
    at_work.do(lambda: at_work.session.models.choose("tiny"))
    one = _file(tmp_path / "one.png", 1)
    done: Future[None] = Future()

    def ask_at_once() -> None:
        pictures.add(None, (one,), lambda: done.set_result(None), done.set_exception)
        chat.send(None, QUESTION)

    with pytest.raises(GenerationError, match="picture_being_read"):  # it would go with the next question
        at_work.do(ask_at_once)
    done.result(60)
    assert at_work.do(chat.conversations) == []

    def ask(where: str | None = None) -> str:
        sent = at_work.do(lambda: chat.send(where, QUESTION, sampling=GREEDY))
        ended = at_work.until(AnswerEnded)
        assert ended.error is None
        assert ended.answer.figures is not None
        tokens.append(ended.answer.figures.prompt_tokens)
        texts.append(ended.answer.text)
        return sent.id

    tokens: list[int] = []
    texts: list[str] = []
    seen = ask()
    assert at_work.do(lambda: pictures.waiting(None)) == ()
    plain = ask()
    assert tokens[0] == tokens[1] + TOKENS
    assert texts[0] != texts[1]

    question = at_work.do(lambda: chat.messages(seen))[0]
    (kept,) = at_work.do(lambda: pictures.of(seen, question.id))
    assert (kept.name, kept.picture.width, kept.small.width) == ("one.png", 400, 240)
    assert at_work.do(lambda: pictures.small(plain)) == {}

    # What waits counts in the meter, and an edited question keeps its picture.
    _add(at_work, seen, _file(tmp_path / "two.png", 2))
    at_work.do(lambda: chat.measure(seen, "And this?"))
    counted = at_work.until(PromptMeasured).prepared
    at_work.do(lambda: pictures.remove(seen, 0))
    at_work.do(lambda: chat.measure(seen, "And this?"))
    without = at_work.until(PromptMeasured).prepared
    assert counted is not None
    assert without is not None
    assert counted.prompt_tokens == without.prompt_tokens + TOKENS
    at_work.do(lambda: at_work.session.branches.edit(question.id, "What else?"))
    at_work.until(AnswerEnded)
    edited = at_work.do(lambda: chat.messages(seen))[0]
    assert at_work.do(lambda: pictures.of(seen, edited.id)) == (kept,)

    # A question is kept with its pictures or not at all.
    def cannot_be_written() -> None:
        with at_work.session.vault.database.transaction() as transaction:
            transaction.execute(REFUSAL)

    before = at_work.do(lambda: chat.messages(seen))
    _add(at_work, seen, one)
    at_work.do(cannot_be_written)
    with pytest.raises(IntegrityError):
        at_work.do(lambda: chat.send(seen, "Kept?"))
    assert at_work.do(lambda: chat.messages(seen)) == before
    assert len(at_work.do(lambda: pictures.waiting(seen))) == 1
    at_work.do(lambda: pictures.remove(seen, 0))

    def can() -> None:
        with at_work.session.vault.database.transaction() as transaction:
            transaction.execute("DROP TRIGGER no")

    at_work.do(can)
    copy = at_work.do(lambda: at_work.session.arranging.duplicate(seen, "copy"))
    at_work.close()
    again = work()
    assert sorted(map(len, again.do(lambda: again.session.pictures.small(copy.id)).values())) == [1, 1]
    rows = again.do(lambda: again.session.vault.database.rows("SELECT count(*) FROM message_pictures"))
    # Its pictures were counted, so the model's process has them, and ends.
    again.do(lambda: again.session.models.choose("tiny"))
    again.until(ModelReady)
    again.do(lambda: again.session.chat.measure(seen, "And now?"))
    again.until(PromptMeasured)
    again.do(lambda: again.session.chat.delete(seen))
    again.until(ModelUnloaded)
    _add(again, seen, one)  # which was still being read
    assert again.do(lambda: again.session.pictures.waiting(seen)) == ()
    left = again.do(lambda: again.session.vault.database.rows("SELECT count(*) FROM message_pictures"))
    assert (list(rows), list(left)) == ([(4,)], [(2,)])
    again.close()


def test_a_model_that_sees_nothing_is_asked_nothing_and_nothing_is_lost(
    work: "Callable[[], SessionAtWork]", tmp_path: Path
) -> None:
    at_work = work()
    blind = next(model.name for model in at_work.session.models.list() if model.name != "tiny")
    at_work.do(lambda: at_work.session.models.choose(blind))
    _add(at_work, None, _file(tmp_path / "one.png", 1))
    with pytest.raises(ModelError, match="model_sees_nothing"):
        at_work.do(lambda: at_work.session.chat.send(None, QUESTION))
    assert at_work.do(at_work.session.chat.conversations) == []
    assert len(at_work.do(lambda: at_work.session.pictures.waiting(None))) == 1

    # An earlier picture is left out for it, and the words are answered.
    at_work.do(lambda: at_work.session.models.choose("tiny"))
    seen = at_work.do(lambda: at_work.session.chat.send(None, QUESTION, sampling=GREEDY))
    at_work.until(AnswerEnded)
    at_work.do(lambda: at_work.session.models.choose(blind))
    at_work.do(lambda: at_work.session.chat.send(seen.id, "Hello", sampling=GREEDY))
    assert at_work.until(AnswerEnded).answer.state is not MessageState.FAILED
    at_work.close()
