"""Asking, reading, stopping, and what stays when something fails."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from app.domain.conversation import MessageState, Role
from app.domain.errors import GenerationError
from tests.ui.window_at_work import WindowAtWork

NO_KEY = Qt.KeyboardModifier.NoModifier


def ask(work: WindowAtWork, text: str) -> None:
    """Type a question and press Enter."""
    field = work.space.chat.composer.field
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    work.settle()


def test_a_question_begins_a_conversation_and_its_answer_grows(work: WindowAtWork) -> None:
    ask(work, "What is a hearth?")
    chat = work.session.chat
    assert [one.text for one in next(iter(chat.texts.values()))] == ["What is a hearth?", ""]
    assert work.space.chat.composer.text == ""
    assert work.space.chat.header.title.text() == "What is a hearth?"
    work.work(lambda: chat.grow("A place for a fire."))
    work.work(chat.end)
    assert not work.space.chat.busy
    assert work.space.sidebar.list.rows.rowCount() == 2  # a heading and the conversation


def test_shift_enter_starts_a_line_and_sends_nothing(work: WindowAtWork) -> None:
    field = work.space.chat.composer.field
    QTest.keyClicks(field, "one")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(field, "two")
    work.settle()
    assert work.space.chat.composer.text == "one\ntwo"
    assert work.session.chat.texts == {}


def test_an_empty_question_is_not_sent(work: WindowAtWork) -> None:
    ask(work, "   ")
    assert work.session.chat.texts == {}
    assert not work.space.chat.composer.send.isEnabled()


def test_the_button_stops_a_growing_answer(work: WindowAtWork) -> None:
    ask(work, "Count to a million")
    work.work(lambda: work.session.chat.grow("1 2 3"))
    button = work.space.chat.composer.send
    assert "Stop" in button.accessibleName()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    work.settle()
    assert work.session.chat.stops == 1
    assert "Send" in button.accessibleName()


def test_escape_stops_a_growing_answer(work: WindowAtWork) -> None:
    ask(work, "Count to a million")
    QTest.keyClick(work.space.chat.composer.field, Qt.Key.Key_Escape)
    work.settle()
    assert work.session.chat.stops == 1


def test_the_next_question_can_be_typed_while_an_answer_grows(work: WindowAtWork) -> None:
    ask(work, "first")
    QTest.keyClicks(work.space.chat.composer.field, "second")
    QTest.keyClick(work.space.chat.composer.field, Qt.Key.Key_Return)
    work.settle()
    assert work.space.chat.composer.text == "second"  # kept: one answer at a time
    work.work(work.session.chat.end)
    QTest.keyClick(work.space.chat.composer.field, Qt.Key.Key_Return)
    work.settle()
    said = next(iter(work.session.chat.texts.values()))
    assert [one.text for one in said if one.role is Role.USER] == ["first", "second"]


def test_a_question_that_cannot_be_sent_comes_back_into_the_field(work: WindowAtWork) -> None:
    work.session.models.shelf = []
    ask(work, "Anybody there?")
    assert work.space.chat.composer.text == "Anybody there?"
    assert not work.space.chat.busy
    assert work.window.toast.isVisible()
    assert "model" in work.window.toast.label.text()


def test_an_answer_that_fails_says_so_and_the_next_question_works(work: WindowAtWork) -> None:
    ask(work, "first")
    work.work(lambda: work.session.chat.end(MessageState.FAILED, GenerationError("context_too_small")))
    assert not work.space.chat.busy
    ask(work, "second")
    assert work.space.chat.busy


def test_an_answer_that_grows_elsewhere_is_not_written_into_the_shown_conversation(
    work: WindowAtWork,
) -> None:
    other = work.session.chat.add("Other", [(Role.USER, "hello"), (Role.ASSISTANT, "hi")])
    ask(work, "long one")
    growing = work.session.chat.answer
    assert growing is not None
    work.space.open(other.id)
    work.settle()
    assert work.space.chat.conversation is not None and work.space.chat.conversation.id == other.id
    work.work(lambda: work.session.chat.grow("words for the long one"))
    work.space.open(growing.conversation_id)
    work.settle()
    work.work(lambda: work.session.chat.grow(" and more"))
    work.work(work.session.chat.end)
    kept = work.session.chat.texts[growing.conversation_id][-1]
    assert kept.text == "words for the long one and more"
    assert not work.space.chat.busy


def test_each_conversation_keeps_its_draft(work: WindowAtWork) -> None:
    first = work.session.chat.add("First", [(Role.USER, "a"), (Role.ASSISTANT, "b")], updated_ms=5)
    second = work.session.chat.add("Second", [(Role.USER, "c"), (Role.ASSISTANT, "d")], updated_ms=6)
    work.work(lambda: work.session.chat.rename(first.id, "First"))
    work.space.open(first.id)
    work.settle()
    QTest.keyClicks(work.space.chat.composer.field, "half a thought")
    work.space.open(second.id)
    work.settle()
    assert work.space.chat.composer.text == ""
    work.space.open(first.id)
    work.settle()
    assert work.space.chat.composer.text == "half a thought"


def test_the_meter_shows_the_context_with_separated_thousands(work: WindowAtWork) -> None:
    ask(work, "How full?")
    work.work(lambda: work.session.chat.prepare(("old1", "old2")))
    text = work.space.chat.composer.meter.text
    assert text.replace("(s)", "s") == "2 earlier messages left out · Context 3,412 / 16,384"


def test_pasted_markup_becomes_plain_text(work: WindowAtWork) -> None:
    from PySide6.QtCore import QMimeData

    field = work.space.chat.composer.field
    mime = QMimeData()
    mime.setHtml('<b>bold</b><img src="//host/share/x.png">')
    mime.setText("bold")
    field.insertFromMimeData(mime)
    assert field.toPlainText() == "bold"
    assert "img" not in field.toHtml().split("</head>")[-1]


def test_retry_and_continue_show_the_branch_as_it_then_is(work: WindowAtWork) -> None:
    ask(work, "first")
    chat = work.session.chat
    work.work(lambda: chat.grow("one answer"))
    work.work(lambda: chat.end(MessageState.STOPPED))
    answer = next(iter(chat.texts.values()))[-1]
    work.space.chat.transcript.continue_requested.emit(answer.id)
    work.settle()
    assert work.space.chat.busy
    work.work(lambda: chat.grow(" and its end"))
    work.work(chat.end)
    assert "one answer and its end" in work.space.chat.transcript.plain_text()
    work.space.chat.transcript.retry_requested.emit(answer.id)
    work.settle()
    work.work(lambda: chat.grow("another answer"))
    work.work(chat.end)
    shown = work.space.chat.transcript.plain_text()
    assert "another answer" in shown and "one answer" not in shown


def test_copying_an_answer_puts_its_text_on_the_clipboard(work: WindowAtWork) -> None:
    ask(work, "first")
    work.work(lambda: work.session.chat.grow("**bold** answer"))
    work.work(work.session.chat.end)
    transcript = work.space.chat.transcript
    copies = [
        one for one in transcript.findChildren(QAbstractButton) if one.text() == "Copy" and one.isVisible()
    ]
    QTest.mouseClick(copies[-1], Qt.MouseButton.LeftButton)
    work.settle()
    assert QGuiApplication.clipboard().text() == "**bold** answer"
