"""The transcript as its reader meets it: growing, scrolling, folding, copying, links, keyboard."""

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTranslator
from PySide6.QtGui import QGuiApplication, QKeySequence, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.conversation import Figures, Message, MessageState, Role
from app.services.notices import NOTHING_FOUND
from app.ui.markdown.stream import parse
from app.ui.tokens import DARK, LIGHT
from app.ui.transcript import TranscriptView
from app.ui.transcript.answer import AnswerItem
from app.ui.transcript.look import TextButton
from app.ui.transcript.overlays import CodeHeader
from app.ui.transcript.text_body import TextBody

Say = Callable[..., Message]


def said(text: str, number: int = 1, **more: object) -> Message:
    """A person's message."""
    return Message(f"u{number}", "c", None, Role.USER, text, MessageState.COMPLETE, 0, **more)  # type: ignore[arg-type]


def answer(
    text: str, number: int = 1, state: MessageState = MessageState.COMPLETE, **more: object
) -> Message:
    """An answer."""
    return Message(f"a{number}", "c", None, Role.ASSISTANT, text, state, 0, model="Qwen3 4B", **more)  # type: ignore[arg-type]


def growing(number: int = 1) -> Message:
    """An answer that begins."""
    return answer("", number, MessageState.STREAMING)


def body_of(view: TranscriptView) -> TextBody:
    """The text of the last answer that has a widget."""
    return view.findChildren(AnswerItem)[-1].bodies()[-1]


def button(view: TranscriptView, name: str) -> TextButton:
    """The visible button of that accessible name."""
    found = [one for one in view.findChildren(TextButton) if one.accessibleName() == name and one.isVisible()]
    assert found, name
    return found[-1]


def test_an_answer_grows_and_ends_as_it_was_saved(view: TranscriptView, qtbot: QtBot) -> None:
    view.set_messages([said("Hi")])
    view.begin_answer(growing())
    view.set_progress("a1", 1200, 2000)
    assert "Reading 1,200 of 2,000 tokens…" in view.plain_text()
    for piece in ("Hel", "lo **wor", "ld**\n\n- on", "e\n- two"):
        view.append("a1", piece, False)
    qtbot.waitUntil(lambda: "Hello world" in view.plain_text())
    assert "Reading" not in view.plain_text()
    view.end_answer(
        answer("Hello **world**\n\n- one\n- two", figures=Figures(tokens_per_s=41, first_token_s=0.4))
    )
    text = view.plain_text()
    assert "Hi\nHello world\n•\tone\n•\ttwo\nQwen3 4B · on this computer\n41 tok/s\nfirst word 0.4 s" in text


def test_ending_with_the_same_text_moves_nothing(view: TranscriptView, qtbot: QtBot) -> None:
    view.begin_answer(growing())
    text = "A paragraph.\n\n```py\nx = 1\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nEnd."
    view.append("a1", text, False)
    qtbot.waitUntil(lambda: "End." in view.plain_text())
    body = body_of(view)
    before = (body.geometry(), body.toPlainText(), body.grab().toImage())
    view.end_answer(answer(text))
    assert (body.geometry(), body.toPlainText()) == before[:2]
    assert body.grab().toImage() == before[2]


def test_a_grown_answer_looks_like_the_same_answer_reopened(view: TranscriptView, qtbot: QtBot) -> None:
    text = "# Title\n\nText *a* [x](https://e.example).\n\n> quote\n\n1. one\n2. two\n\n"
    text += "```\ncode\nmore\n```\n\n| a |\n|---|\n| b |\n"
    view.begin_answer(growing())
    for start in range(0, len(text), 3):
        view.append("a1", text[start : start + 3], False)
        QTest.qWait(0)
        body_of(view).show_blocks(0, tuple(body_of(view).writer.blocks))
    view.end_answer(answer(text))
    grown = body_of(view).grab().toImage()
    assert tuple(body_of(view).writer.blocks) == parse(text)
    view.set_messages([answer(text)])
    assert body_of(view).grab().toImage() == grown


def test_thinking_is_folded_and_unfolds_by_key(view: TranscriptView) -> None:
    view.set_messages([answer("Yes.", thinking="Let me see.", figures=Figures(thinking_s=3.2))])
    assert "Thought for 3 s" in view.plain_text()
    assert "Let me see." not in view.plain_text()
    fold = button(view, "Thought for 3 s")
    fold.setFocus()
    QTest.keyClick(fold, Qt.Key.Key_Return)
    assert "Let me see." in view.plain_text()
    QTest.keyClick(fold, Qt.Key.Key_Space)
    assert "Let me see." not in view.plain_text()


def test_thinking_that_streams_is_named(view: TranscriptView, qtbot: QtBot) -> None:
    view.begin_answer(growing())
    view.append("a1", "hmm", True)
    assert "Thinking…" in view.plain_text()
    view.append("a1", "Answer", False)
    qtbot.waitUntil(lambda: "Answer" in view.plain_text())
    assert re.search(r"Thought for \d+ s", view.plain_text())


def test_the_view_stays_at_the_end_while_the_reader_is_there(view: TranscriptView, qtbot: QtBot) -> None:
    view.set_messages([said("question " * 30, n) for n in range(20)])
    bar = view.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0
    view.begin_answer(growing())
    view.append("a1", "line\n\n" * 60, False)
    qtbot.waitUntil(lambda: "line" in view.plain_text())
    assert bar.value() == bar.maximum()


def test_a_reader_who_scrolled_up_is_not_disturbed(view: TranscriptView, qtbot: QtBot) -> None:
    view.set_messages([said("question " * 30, n) for n in range(20)])
    view.begin_answer(growing())
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    QApplication.processEvents()
    seen = view.viewport().grab().toImage()
    at = bar.value()
    view.append("a1", "line\n\n" * 60, False)
    qtbot.waitUntil(lambda: "line" in view.plain_text())
    view.end_answer(answer("line\n\n" * 60))
    assert bar.value() == at
    assert view.viewport().grab().toImage() == seen
    bar.setValue(bar.maximum())
    view.add_message(said("and now?", 99))
    assert bar.value() == bar.maximum()


def test_only_messages_in_sight_have_widgets(view: TranscriptView) -> None:
    view.set_messages(
        [said(f"message {n} " * 9, n) if n % 2 else answer(f"answer {n}\n\n" * 5, n) for n in range(1000)]
    )
    assert 0 < len(view.findChildren(TextBody)) < 120
    assert "message 1 " in view.plain_text()
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    bar.setValue(0)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert 0 < len(view.findChildren(TextBody)) < 120


def test_what_is_in_sight_is_made_first_and_what_is_near_afterwards(
    view: TranscriptView, qtbot: QtBot
) -> None:
    view.set_messages([answer("word\n\n" * 8, number) for number in range(40)])
    first = {entry.message.id for entry in view.entries if entry.item is not None}
    page = view.viewport().height()
    for entry in view.entries:
        in_sight = entry.top + entry.height >= view.verticalScrollBar().value()
        assert (entry.message.id in first) == in_sight
    place = view.verticalScrollBar().value() - view._column.height()
    qtbot.waitUntil(lambda: sum(entry.item is not None for entry in view.entries) > len(first))
    near = [entry for entry in view.entries if entry.top + entry.height >= view._column.height() - 2 * page]
    assert all(entry.item is not None for entry in near)
    assert view.verticalScrollBar().value() - view._column.height() == place


def test_thinking_is_read_out_before_the_answer(view: TranscriptView, qtbot: QtBot) -> None:
    view.set_messages([answer("Yes.", thinking="Let me see.")])
    view.begin_answer(growing(2))
    view.append("a2", "Hm.", True)
    view.append("a2", "No.", False)
    qtbot.waitUntil(lambda: "No." in view.plain_text())
    for item in view.findChildren(AnswerItem):
        thought, body = item.bodies()
        assert item.children().index(thought) < item.children().index(body)
        assert item.focusables().index(thought) < item.focusables().index(body)


def test_states_say_what_happened_and_offer_the_way_on(view: TranscriptView, qtbot: QtBot) -> None:
    view.set_messages([answer("half", 1, MessageState.INTERRUPTED), answer("part", 2, MessageState.STOPPED)])
    assert "Interrupted" in view.plain_text()
    assert "Stopped" in view.plain_text()
    with qtbot.waitSignal(view.continue_requested) as resumed:
        QTest.keyClick(button(view, "Continue"), Qt.Key.Key_Space)
    assert resumed.args == ["a2"]  # what was stopped can go on, too
    with qtbot.waitSignal(view.retry_requested) as retried:
        QTest.mouseClick(button(view, "Retry"), Qt.MouseButton.LeftButton)
    assert retried.args == ["a2"]
    view.begin_answer(growing(3))
    view.end_answer(answer("", 3, MessageState.FAILED), "The model's process ended. Choose Retry.")
    assert "The model's process ended. Choose Retry." in view.plain_text()


def test_an_interrupted_answer_goes_on_in_its_place(view: TranscriptView, qtbot: QtBot) -> None:
    view.set_messages([said("q"), answer("half", 1, MessageState.INTERRUPTED)])
    view.begin_answer(answer("half", 1, MessageState.STREAMING))
    view.append("a1", " done", False)
    qtbot.waitUntil(lambda: "half done" in view.plain_text())
    assert view.plain_text().count("half") == 1


def test_a_notice_tells_what_the_model_no_longer_sees(view: TranscriptView) -> None:
    view.set_messages([said(f"m{n}", n) for n in range(9)])
    view.set_dropped(6)
    assert "m5\nThe model no longer sees the first 6 messages\nm6" in view.plain_text()
    view.set_dropped(0)
    assert "no longer" not in view.plain_text()


def test_copying(view: TranscriptView, qtbot: QtBot) -> None:
    view.set_messages([answer("Some **text**.\n\n```python\nx = 1\n\ny = 2\n```\n")])
    with qtbot.waitSignal(view.copy_requested) as copied:
        button(view, "Copy answer").click()
    assert copied.args == ["Some **text**.\n\n```python\nx = 1\n\ny = 2\n```\n"]
    with qtbot.waitSignal(view.copy_requested) as copied:
        QTest.keyClick(view.findChildren(CodeHeader)[0].button, Qt.Key.Key_Return)
    assert copied.args == ["x = 1\n\ny = 2"]
    body = body_of(view)
    body.setFocus()
    QTest.keySequence(body, QKeySequence.StandardKey.SelectAll)
    data = body.createMimeDataFromSelection()
    assert data.text() == "Some text.\nx = 1\n\ny = 2"
    assert data.formats() == ["text/plain"]
    QTest.keySequence(body, QKeySequence.StandardKey.Copy)
    assert QGuiApplication.clipboard().text() == data.text()


def test_a_selection_survives_growth(view: TranscriptView, qtbot: QtBot) -> None:
    view.begin_answer(growing())
    view.append("a1", "first words\n\nsecond", False)
    qtbot.waitUntil(lambda: "second" in view.plain_text())
    body = body_of(view)
    cursor = body.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(15, cursor.MoveMode.KeepAnchor)
    body.setTextCursor(cursor)
    chosen = cursor.selectedText()
    view.append("a1", " and third", False)
    qtbot.waitUntil(lambda: "third" in view.plain_text())
    assert body.textCursor().selectedText() == chosen


def test_a_click_on_a_link_only_asks(view: TranscriptView, qtbot: QtBot) -> None:
    view.set_messages([answer("[good](https://evil.example/a?b=c) and [bad](smb://evil.example)")])
    body = body_of(view)
    with qtbot.waitSignal(view.link_requested) as asked:
        QTest.mouseClick(body.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert asked.args == ["https://evil.example/a?b=c"]
    assert body.sealed.requests == 0


def test_a_link_is_reached_and_chosen_by_key(view: TranscriptView, qtbot: QtBot) -> None:
    view.set_messages([answer("words and a [link](https://e.example/)")])
    body = body_of(view)
    body.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(body, Qt.Key.Key_Tab)
    assert body.textCursor().selectedText() == "link (https://e.example/)"
    with qtbot.waitSignal(view.link_requested):
        QTest.keyClick(body, Qt.Key.Key_Return)


CTRL, SHIFT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)


@pytest.mark.parametrize(
    ("key", "modifiers", "caret"),
    [
        (Qt.Key.Key_Control, CTRL, False),
        (Qt.Key.Key_C, CTRL, False),
        (Qt.Key.Key_A, CTRL, False),
        (Qt.Key.Key_Escape, NONE, False),
        (Qt.Key.Key_Right, NONE, True),
        (Qt.Key.Key_Right, CTRL, True),
        (Qt.Key.Key_End, SHIFT, True),
    ],
)
def test_a_caret_comes_into_an_answer_that_was_clicked_with_the_keys_that_move_it(
    view: TranscriptView, qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier, caret: bool
) -> None:
    view.set_messages([answer("Some words to read.")])
    body = body_of(view)
    body.setFocus(Qt.FocusReason.MouseFocusReason)  # as a click gives it
    qtbot.waitUntil(body.hasFocus)
    body.moveCursor(QTextCursor.MoveOperation.Start)
    before = body.textCursor().position()
    assert body.cursorWidth() == 0
    QTest.keyClick(body, key, modifiers)
    assert body.cursorWidth() == int(caret)
    assert not caret or body.textCursor().position() != before


def test_what_a_person_typed_is_not_read_as_markdown(view: TranscriptView) -> None:
    view.set_messages([said("**a** <b>x</b>\n  ![i](//h/s.png)")])
    assert view.plain_text() == "**a** <b>x</b>\n  ![i](//h/s.png)"


def test_tab_reaches_everything_in_reading_order(view: TranscriptView) -> None:
    view.set_messages([said("q"), answer("a", thinking="t"), said("r", 2)])
    view.setFocus()
    names = []
    for _ in range(8):
        QTest.keyClick(QApplication.focusWidget() or view, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        names.append(focused.accessibleName())
    assert names == [
        "Your message",
        "Edit this message. What is there now is kept as another version.",
        "Copy your message",
        "Thoughts",
        "Answer from Qwen3 4B",
        "Copy answer",
        "Retry",
        "Your message",
    ]


def test_colours_change_at_once(view: TranscriptView) -> None:
    view.set_messages([said("q"), answer("**a** `b`")])
    light = view.grab().toImage()
    view.set_colours(DARK)
    dark = view.grab().toImage()
    assert dark.pixelColor(1, 5).name() == DARK.bg  # under the line that shows the focus
    view.set_colours(LIGHT)
    assert view.grab().toImage() == light


LONG = "".join(
    f"Line {number} of an answer that goes on and on, with **bold** words.\n\n" for number in range(600)
)


def top_of(view: TranscriptView, words: str) -> int:
    """How far below the upper edge of what is seen these words of the last answer stand."""
    body = body_of(view)
    at = body.sealed.find(words).selectionStart()
    return body.viewport().mapTo(view, body.rect_of(body.sealed, at).topLeft()).y()


def read_in_the_middle(view: TranscriptView, qtbot: QtBot) -> TextBody:
    """A long answer whose line 300 is the first that is seen whole."""
    view.set_messages([said("q"), answer(LONG)])
    qtbot.waitUntil(lambda: view.entries[-1].is_whole)
    bar = view.verticalScrollBar()
    bar.setValue(bar.value() + top_of(view, "Line 300 ") - 5)
    assert top_of(view, "Line 300 ") == 5
    return body_of(view)


def test_a_long_answer_changes_colours_in_slices_and_is_read_on(view: TranscriptView, qtbot: QtBot) -> None:
    former = read_in_the_middle(view, qtbot)
    former.setFocus()
    words = former.toPlainText()
    view.set_colours(DARK)
    item = former.parentWidget()
    assert item is not None
    assert item.autoFillBackground()  # dark words would stand on dark ground
    assert item.palette().window().color().name() == LIGHT.bg
    (fresh,) = [one for one in view.findChildren(AnswerItem) if one is not item]
    assert not fresh.isVisible()
    assert 0 < len(fresh.bodies()[-1].toPlainText()) < len(words) / 2
    assert view.entries[-1].item is item
    qtbot.waitUntil(lambda: view.entries[-1].item is fresh)
    body = fresh.bodies()[-1]
    assert body.isVisible() and body.hasFocus()
    assert body.toPlainText() == words
    shape = body.sealed.findBlockByNumber(300).begin().fragment().charFormat()
    assert shape.foreground().color().name() == DARK.text
    assert top_of(view, "Line 300 ") == 5


def test_a_long_answer_that_grows_misses_nothing_while_its_colours_change(
    view: TranscriptView, qtbot: QtBot
) -> None:
    view.begin_answer(growing())
    view.append("a1", LONG, False)
    qtbot.waitUntil(lambda: "Line 599 " in view.plain_text())
    former = view.entries[-1].item
    view.set_colours(DARK)
    view.set_colours(LIGHT)
    view.set_colours(DARK)
    view.append("a1", "and an end", False)
    view.end_answer(answer(LONG + "and an end.", figures=Figures(tokens_per_s=41)))
    qtbot.waitUntil(lambda: view.entries[-1].item is not former and view.entries[-1].fresh is None)
    assert view.plain_text().count("and an end.") == view.plain_text().count("41 tok/s") == 1
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert view.findChildren(AnswerItem) == [view.entries[-1].item]


def test_another_width_keeps_the_line_that_is_read(view: TranscriptView, qtbot: QtBot) -> None:
    read_in_the_middle(view, qtbot)
    view.resize(380, 600)
    assert top_of(view, "Line 300 ") == 5
    view.resize(712, 600)
    assert top_of(view, "Line 300 ") == 5


def test_a_long_answer_from_history_comes_in_slices(view: TranscriptView, qtbot: QtBot) -> None:
    view.set_messages([answer("word " * 20_000 + "the end")])
    assert "the end" not in view.plain_text()
    qtbot.waitUntil(lambda: "the end" in view.plain_text())


def test_the_column_is_at_most_720_wide_and_centred(view: TranscriptView) -> None:
    view.resize(1400, 600)
    view.set_messages([answer("word " * 100)])
    body = body_of(view)
    left = body.mapTo(view, QPoint(0, 0)).x()
    assert body.width() == 720 - 48
    assert abs(left - (view.width() - left - body.width())) <= 1


@pytest.mark.parametrize(
    "text", ["```py\nx = 1\n```", "before\n\n```py\nx = 1\n```", "- item\n\n  ```\n  x\n  ```"]
)
def test_the_frame_of_code_is_drawn_whole_wherever_it_stands(view: TranscriptView, text: str) -> None:
    view.set_messages([answer(text, 1)])
    body = body_of(view)
    (span,) = [span for span in body.writer.spans if span.code is not None]
    frame = body.code_rect(span)
    assert frame.top() >= 0
    assert frame.bottom() < body.height()
    assert [header.y() for header in body.findChildren(CodeHeader)] == [frame.toRect().top()]


class Upper(QTranslator):
    """A language in capitals."""

    def isEmpty(self) -> bool:
        """It has all texts."""
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, count: int = -1
    ) -> str | None:
        """The text in capitals, but for places where something is put in."""
        return source if "%" in source else source.upper()


def test_what_the_program_says_in_an_answers_place_is_in_the_windows_language(
    view: TranscriptView, qapp: QApplication, qtbot: QtBot
) -> None:
    translator = Upper()
    qapp.installTranslator(translator)
    try:
        view.set_messages([answer(NOTHING_FOUND), answer("Nothing in your files", 2)])
        first, second = (item.bodies()[-1].toPlainText() for item in view.findChildren(AnswerItem))
        far = [said(f"m{n}\n" * 40, n) for n in range(9)]
        view.set_messages([answer(NOTHING_FOUND), *far])
        assert view.entries[0].item is None  # what has no widget is read and searched in the same words
        assert view.plain_text().startswith(NOTHING_FOUND.upper())
        view.finder._pattern = re.compile(re.escape(NOTHING_FOUND.upper()))
        view.finder._count_some()
        assert view.finder._counts["a1"] == 1
    finally:
        qapp.removeTranslator(translator)
    assert (first, second) == (NOTHING_FOUND.upper(), "Nothing in your files")


def test_other_messages_leave_nothing_of_the_former_ones_where_one_had_the_keyboard(
    view: TranscriptView, qtbot: QtBot
) -> None:
    qtbot.waitUntil(view.isActiveWindow)
    view.set_messages([answer("word " * 200, number) for number in range(40)])
    view.show_message("a20")
    item = view.entries[20].item
    assert item is not None
    item.bodies()[-1].setFocus()
    made = len(view.findChildren(AnswerItem))
    view.set_messages([answer("another", 50)])
    assert len(view.findChildren(AnswerItem)) == made + 1  # none was made only to go
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert view.findChildren(AnswerItem) == [view.entries[-1].item]
