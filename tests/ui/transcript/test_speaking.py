"""A growing answer is told to screen readers by sentences."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.transcript.speaking import Speaker


@pytest.fixture
def spoken(qtbot: QtBot) -> tuple[Speaker, list[str]]:
    """A speaker that is heard, and what it said."""
    place = QWidget()
    qtbot.addWidget(place)
    place.show()
    speaker = Speaker(place, lambda: True)
    said: list[str] = []
    speaker.said.connect(said.append)
    return speaker, said


def test_each_sentence_is_said_once_it_is_whole(spoken: tuple[Speaker, list[str]]) -> None:
    speaker, said = spoken
    for piece in ("The **lan", "tern** is 4.1 metres", " high. It sta", "nds", " there! And"):
        speaker.grew(piece)
    assert said == ["The lantern is 4.1 metres high.", "It stands there!"]
    speaker.end()
    assert said[2:] == ["And"]


def test_code_is_named_and_not_read(spoken: tuple[Speaker, list[str]]) -> None:
    speaker, said = spoken
    for piece in ("Run this:\n\n```py\nimport os. And\n", "x = 1. y\n``", "`\nDone. So"):
        speaker.grew(piece)
    speaker.end()
    assert said == ["Run this:", "code: py", "Done.", "So"]


def test_lists_and_other_scripts_are_cut_too(spoken: tuple[Speaker, list[str]]) -> None:
    speaker, said = spoken
    speaker.grew("你好。今天")
    speaker.grew("很好。\n\n- one\n- two\n\n")
    assert said == ["你好。", "今天很好。", "• one\n• two"]


def test_endless_text_is_said_in_parts(spoken: tuple[Speaker, list[str]]) -> None:
    speaker, said = spoken
    speaker.grew("word " * 200)
    assert said


def test_an_end_that_needs_words_has_them_and_another_answer_begins_anew(
    spoken: tuple[Speaker, list[str]],
) -> None:
    speaker, said = spoken
    speaker.grew("half")
    speaker.begin()
    speaker.grew("other")
    speaker.end("It was stopped.")
    assert said == ["other", "It was stopped."]


def test_nobody_listens(qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    speaker = Speaker(place, lambda: False)
    said: list[str] = []
    speaker.said.connect(said.append)
    speaker.grew("A sentence. Another. ")
    speaker.end("over")
    assert said == []
