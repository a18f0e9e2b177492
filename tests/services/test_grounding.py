"""Questions answered from files: what is searched, what the model is given, and what is checked of its answer."""

from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest

from app.domain.conversation import MessageState, Role
from app.domain.errors import ModelError
from app.domain.generation import Turn
from app.domain.labels import LabelKind
from app.domain.quoting import INSTRUCTIONS
from app.domain.source import Grounding, Source
from app.services.beginning import Beginning
from app.services.events import AnswerGrounded, AnswerPrepared
from app.services.following_up import accepted, by_rule
from app.services.grounding import (
    checked,
    cited_sources,
    grounded_turns,
    without_model,
)
from app.services.notices import NEAREST_ONLY, NOTHING_FOUND
from tests.services.scripted_inference import ANSWER, rewording_child
from tests.services.session_at_work import PATIENCE_S, SessionAtWork

TOWER = Source(
    1, "/docs/tower.pdf", "pdf", 3, 0, 45, "It is old. The height of the lantern tower is 41 metres."
)
MILL = Source(2, "/docs/mill.md", "markdown", 1, 0, 30, "The colour of the old mill is green.")

QUESTION = "What is the height of the lantern tower?"
FROM_DOCS = Beginning(libraries=("Docs",))


def test_a_question_that_leans_on_the_one_before_takes_its_words_along() -> None:
    first = "What is the height of the lantern tower?"
    assert by_rule("And of the old mill near the river?", [first]).startswith("And")
    assert by_rule("And its colour?", [first]) == f"{first}\nAnd its colour?"
    assert by_rule("Why?", [first, "And its colour?"]) == f"{first}\nAnd its colour?\nWhy?"
    assert by_rule("Why?", []) == "Why?"


@pytest.mark.parametrize(
    ("said", "taken"),
    [
        ("What is the colour of the lantern tower?", True),
        ("“What is the colour of the lantern tower?”\nI hope that helps.", True),
        ("I am a small test model: I can find and copy, nothing more.", False),
        ("What is the height of the lantern tower?", False),  # its own word is lost
        ("And its colour?", False),  # nothing is gained
        ("The colour was chosen by Queen Victoria during her journey to Denmark.", False),
        ("", False),
        ("colour tower " * 100, False),
    ],
)
def test_a_model_s_question_is_taken_only_where_it_keeps_to_what_was_said(said: str, taken: bool) -> None:
    found = accepted(said, "And its colour?", [QUESTION])
    assert bool(found) is taken
    assert "\n" not in found and "“" not in found


def test_the_model_gets_the_passages_before_the_last_question_only() -> None:
    turns = [
        Turn(Role.SYSTEM, "Be brief."),
        Turn(Role.USER, "How old?"),
        Turn(Role.ASSISTANT, "Very old [7]."),
        Turn(Role.USER, "How high?"),
    ]
    system, old, answer, new = grounded_turns(turns, [TOWER, MILL])
    assert system.text == f"Be brief.\n\n{INSTRUCTIONS}"
    assert (old.text, answer.text) == ("How old?", "Very old.")
    assert new.text.startswith("<passages>\n[1] tower.pdf, page 3\nIt is old.")
    assert new.text.endswith("</passages>\n\nHow high?")


def test_numbers_that_were_not_given_are_dropped() -> None:
    grounding = Grounding(("Docs",), (TOWER, MILL))
    assert checked("It is 41 metres [1], I think [9].", grounding).text == "It is 41 metres [1], I think."
    assert cited_sources("Green [2] and high [1].", grounding) == (MILL, TOWER)
    assert cited_sources("Green [2].", None) == ()


def test_without_a_model_the_best_sentences_stand_for_an_answer() -> None:
    said = without_model("What is the height of the lantern tower?", [MILL, TOWER])
    assert "The height of the lantern tower is 41 metres. [1]" in said
    assert without_model("Zebra?", [MILL]) == NEAREST_ONLY
    assert without_model("Zebra?", []) == NOTHING_FOUND


@pytest.fixture
def work(tmp_path: Path) -> Iterator[SessionAtWork]:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "tower.txt").write_text("The height of the lantern tower is 41 metres.\n", encoding="utf-8")
    (docs / "mill.md").write_text("# Mill\n\nThe colour of the old mill is green.\n", encoding="utf-8")
    session = SessionAtWork(tmp_path / "profile")
    session.library_of("Docs", docs)
    yield session
    session.close()


def test_an_answer_from_files_keeps_what_it_rests_on(work: SessionAtWork) -> None:
    chat = work.session.chat
    made = work.do(lambda: chat.send(None, "What is the height of the lantern tower?", beginning=FROM_DOCS))
    grounding = work.until(AnswerGrounded).grounding
    assert grounding.sources[0].text.startswith("The height of the lantern tower")
    prompt = work.until(AnswerPrepared).prepared.prompt
    assert "<passages>\n[1] tower.txt\nThe height of the lantern tower is 41 metres." in prompt
    work.do(chat.stop)
    answer = work.ended().answer
    assert work.do(lambda: chat.grounded(made.id)) == {answer.id: grounding}
    labels = work.do(lambda: work.session.vault.labels.of(made.id))[answer.id]
    assert {label.subject for label in labels if label.kind is LabelKind.DOCUMENT} == {
        source.path for source in grounding.sources
    }
    assert work.do(lambda: chat.libraries(made.id)) == ("Docs",)


@pytest.mark.parametrize("how", ["library", "folder"])
def test_m3_gone_what_answers_quoted_goes_with_the_library_or_the_folder(
    work: SessionAtWork, how: str
) -> None:
    chat, library = work.session.chat, work.session.library
    made = work.do(lambda: chat.send(None, QUESTION, beginning=FROM_DOCS))
    (source, *_) = work.until(AnswerGrounded).grounding.sources
    work.do(chat.stop)
    answer = work.ended().answer
    assert source.text
    gone: Future[None] = Future()
    done = lambda: gone.set_result(None)  # noqa: E731
    if how == "library":
        work.do(lambda: library.remove("Docs", done, gone.set_exception))
    else:
        work.do(lambda: library.remove_path("Docs", Path(source.path).parent, done, gone.set_exception))
    gone.result(PATIENCE_S)
    kept = work.do(lambda: chat.grounded(made.id))[answer.id].sources[0]
    assert (kept.path, kept.text) == (source.path, "")
    assert work.do(lambda: chat.libraries(made.id)) == (() if how == "library" else ("Docs",))


def test_a_temporary_conversation_leaves_no_passage_in_the_vault(work: SessionAtWork) -> None:
    chat, vault = work.session.chat, work.session.vault
    beginning = Beginning(libraries=("Docs",), temporary=True)
    made = work.do(lambda: chat.send(None, "What is the height of the lantern tower?", beginning=beginning))
    work.until(AnswerGrounded)
    work.do(chat.stop)
    answer = work.ended().answer
    assert set(work.do(lambda: chat.grounded(made.id))) == {answer.id}
    assert work.do(lambda: vault.sources.of(answer.id)) is None
    work.do(lambda: chat.delete(made.id))
    assert work.do(lambda: chat.libraries(made.id)) == ()


def test_a_model_that_talks_nonsense_leaves_the_question_to_the_rule(work: SessionAtWork) -> None:
    ready: Future[str] = Future()
    work.do(lambda: work.session.models.prepare("", ready.set_result, ready.set_exception))
    ready.result(PATIENCE_S)
    found: Future[Grounding] = Future()
    work.do(
        lambda: work.session.grounder.find(
            "And its colour?", [QUESTION], ("Docs",), found.set_result, found.set_exception, ask_model=True
        )
    )
    assert found.result(PATIENCE_S).query == f"{QUESTION}\nAnd its colour?"
    assert found.result().sources


def test_a_follow_up_is_searched_for_as_the_model_words_it(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "tower.txt").write_text("The colour of the lantern tower is red.\n", encoding="utf-8")
    (docs / "mill.txt").write_text("The colour of the old mill is green.\n", encoding="utf-8")
    work = SessionAtWork(tmp_path / "profile", rewording_child)
    try:
        work.library_of("Docs", docs)
        chat = work.session.chat
        made = work.do(lambda: chat.send(None, QUESTION, beginning=FROM_DOCS))
        assert work.until(AnswerGrounded).grounding.query == QUESTION
        work.ended()
        work.do(lambda: chat.send(made.id, "And its colour?"))
        grounding = work.until(AnswerGrounded).grounding
        # The model's words first, then the rule's: a name that it left out would still be searched for.
        reworded, *rest = grounding.query.splitlines()
        assert (reworded, rest) == (
            "What is the colour of the lantern tower?",
            [QUESTION, "And its colour?"],
        )
        assert grounding.sources[0].file_name == "tower.txt"
        assert work.ended().answer.text == ANSWER
    finally:
        work.close()


def test_nothing_found_is_said_without_asking_the_model(work: SessionAtWork) -> None:
    chat = work.session.chat
    work.do(lambda: chat.send(None, "Zyzzyva quokka?", beginning=FROM_DOCS))
    answer = work.ended().answer
    assert (answer.text, answer.state, answer.model) == (NOTHING_FOUND, MessageState.COMPLETE, "")


def test_with_no_model_at_all_the_passages_are_the_answer(work: SessionAtWork) -> None:
    chat, models = work.session.chat, work.session.models
    for model in work.do(models.list):
        work.do(lambda name=model.name: models.remove(name))  # type: ignore[misc]
    work.do(lambda: chat.send(None, "What is the height of the lantern tower?", beginning=FROM_DOCS))
    grounding = work.until(AnswerGrounded).grounding
    answer = work.ended().answer
    assert grounding.no_model
    assert "The height of the lantern tower is 41 metres. [1]" in answer.text
    with pytest.raises(ModelError):
        work.do(lambda: chat.send(None, "What is the height of the lantern tower?"))


def test_passages_that_have_no_room_are_left_out_and_counted(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    for number in range(8):
        words = [f"{chr(97 + number)}{letter}step" for letter in "bcdfghjklmnpqrstvwxz"]
        text = "The lantern tower. " + " ".join(f"It has {word}s and {word}er things." for word in words)
        (docs / f"tower{number}.txt").write_text(text, encoding="utf-8")
    work = SessionAtWork(tmp_path / "profile")
    try:
        work.do(lambda: work.session.settings.set("model.context_tokens", 2048))
        work.library_of("Docs", docs)
        chat = work.session.chat
        work.do(lambda: chat.send(None, "lantern tower", beginning=FROM_DOCS))
        grounding = work.until(AnswerGrounded).grounding
        assert 1 <= len(grounding.sources) < 8
        assert grounding.left_out == 8 - len(grounding.sources)
        work.do(chat.stop)
        work.ended()
    finally:
        work.close()
