"""The line over a model's thinking: what it says, and what stays of it when the answer is shown anew."""

import re
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from app.domain.conversation import Figures, MessageState
from app.ui.theme import Theme
from app.ui.tokens import DARK, LIGHT
from app.ui.transcript import TranscriptView
from app.ui.transcript.answer import AnswerItem
from app.ui.transcript.items import UserBubble
from app.ui.transcript.renewal import AT_ONCE_CHARS
from tests.ui.transcript.test_view import answer, button, growing, said
from tests.ui.window_at_work import all_widgets

THOUGHT = "Let me see. " * (AT_ONCE_CHARS // 10)


def fold(view: TranscriptView) -> str:
    """What the line of the last answer says."""
    item = view.entries[-1].item
    assert isinstance(item, AnswerItem)
    return item.thinking.words()[0]


def test_a_change_of_colours_keeps_how_long_it_was_thought(view: TranscriptView, qtbot: QtBot) -> None:
    view.begin_answer(growing())
    view.append("a1", THOUGHT, True)
    view.append("a1", "Well, ", False)
    qtbot.waitUntil(lambda: view.entries[-1].is_whole)
    before = fold(view)
    assert re.fullmatch(r"Thought for \d+ s", before)
    former = view.entries[-1].item
    view.set_colours(DARK)
    qtbot.waitUntil(lambda: view.entries[-1].item is not former)
    assert fold(view) == before
    view.end_answer(answer("Well, ", 1, MessageState.STOPPED, thinking=THOUGHT))
    assert fold(view) == before


def test_an_answer_that_is_being_written_is_no_thinking(view: TranscriptView, qtbot: QtBot) -> None:
    view.set_messages([said("q"), answer("", 1, MessageState.STREAMING, thinking="Hm.")])
    assert fold(view) == "Thinking…"
    view.append("a1", "Half", False)
    assert fold(view) == "Thoughts"
    view.set_messages([said("q"), answer("Half", 1, MessageState.STREAMING, thinking="Hm.")])
    assert fold(view) == "Thoughts"


def test_what_was_unfolded_stays_so_where_the_answer_goes_on(view: TranscriptView, qtbot: QtBot) -> None:
    view.set_messages([said("q"), answer("Half", 1, MessageState.STOPPED, thinking="Hm, hm.")])
    button(view, "Thoughts").click()
    assert "Hm, hm." in view.plain_text()
    view.begin_answer(answer("Half", 1, MessageState.STREAMING, thinking="Hm, hm."))
    qtbot.waitUntil(lambda: "Hm, hm." in view.plain_text())
    assert view.plain_text().count("Hm, hm.") == 1


def test_what_stands_between_and_below_messages_is_as_high_as_large_text(
    view: TranscriptView, theme: Theme, qtbot: QtBot
) -> None:
    try:
        theme.choose_text(200)
        view.set_colours(LIGHT)
        view.set_messages([said("q"), answer("a"), said("r", 2)])
        view.set_versions({"a1": ("a1", "b1")})
        view.set_dropped(1)
        bubble = view.entries[0].item
        assert isinstance(bubble, UserBubble)
        bubble.begin_edit()
        parts = [one for one in all_widgets(view) if isinstance(one, QAbstractButton | QLabel)]
        seen = [one for one in parts if one.isVisible() and one.text()]
        words = {one.text() for one in seen}
        assert {"Send", "Cancel", "‹", "The model no longer sees the first message"} <= words
        assert [one.text() for one in seen if one.height() < one.fontMetrics().height()] == []
    finally:
        theme.choose_text(0)


def test_the_button_that_sends_stands_at_the_end_of_the_line(view: TranscriptView) -> None:
    try:
        for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
            QGuiApplication.setLayoutDirection(direction)
            view.set_messages([said("q")])
            bubble = view.entries[0].item
            assert isinstance(bubble, UserBubble)
            bubble.begin_edit()
            assert bubble.editor is not None
            send, cancel = bubble.editor.send, bubble.editor.cancel
            assert (send.x() < cancel.x()) is (direction is Qt.LayoutDirection.RightToLeft)
    finally:
        QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_what_is_said_of_an_answer_is_said_in_a_narrow_window_with_large_text(
    view: TranscriptView, theme: Theme
) -> None:
    figures = Figures(tokens_per_s=41, completion_tokens=12, first_token_s=0.4)
    try:
        for percent, width in ((100, 712), (100, 320), (200, 712), (200, 320)):
            theme.choose_text(percent)
            view.resize(width, 600)
            view.set_colours(LIGHT)
            view.set_messages([answer("a", 1, MessageState.STOPPED, figures=figures)])
            view.set_versions({"a1": ("a1", "b1")})
            item = view.entries[0].item
            assert isinstance(item, AnswerItem)
            said = ["Qwen3 4B · on this computer", "Stopped", "41 tok/s", "12 tokens", "first word 0.4 s"]
            assert item.words()[-5:] == said
            parts = [one for one in all_widgets(item) if isinstance(one, QAbstractButton | QLabel)]
            seen = [one for one in parts if one.isVisible() and one.text()]
            places = [QRect(one.mapTo(item, QPoint(0, 0)), one.size()) for one in seen]
            assert all(item.rect().contains(place) for place in places)
            cut = [(one, other) for one, other in combinations(places, 2) if one.intersects(other)]
            assert cut == [], (percent, width)
    finally:
        theme.choose_text(0)
