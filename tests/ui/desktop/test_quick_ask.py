"""The small window for a quick question, over a session in memory."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest

from app.domain.conversation import MessageState
from app.domain.errors import GenerationError
from app.ui.desktop.quick_ask import QuickAsk
from app.ui.settings.table import QUICK_KEEP
from tests.ui.fake_chat import a_model
from tests.ui.window_at_work import WindowAtWork


def quick(work: WindowAtWork) -> QuickAsk:
    """The window, opened by its key."""
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(work.window, Qt.Key.Key_Space, keys)
    work.settle()
    found = work.space.desktop.quick
    assert found is not None and found.isVisible()
    return found


def ask(work: WindowAtWork, window: QuickAsk, text: str) -> None:
    QTest.keyClicks(window.field, text)
    QTest.keyClick(window.field, Qt.Key.Key_Return)
    work.settle()


def shown(work: WindowAtWork) -> str:
    """The conversation in the large window."""
    conversation = work.space.chat.conversation
    return conversation.id if conversation is not None else ""


def answers(window: QuickAsk) -> str:
    return window.transcript.plain_text()


def test_a_question_is_answered_and_goes_on_in_the_large_window(work: WindowAtWork) -> None:
    window = quick(work)
    ask(work, window, "How high is the tower?")
    assert window.field.toPlainText() == ""
    assert not window.keep.isEnabled()
    work.work(lambda: work.session.chat.grow("41 metres"))
    work.qtbot.waitUntil(lambda: "41 metres" in answers(window))
    work.work(work.session.chat.end)
    (kept,) = work.session.chat.kept.values()
    assert not kept.temporary
    ask(work, window, "And the base?")
    work.work(lambda: work.session.chat.grow("12 metres"))
    work.qtbot.waitUntil(lambda: "12 metres" in answers(window))
    assert len(work.session.chat.kept) == 1  # the same conversation
    assert shown(work) == ""  # the large window shows what it showed
    QTest.mouseClick(window.open_in_window, Qt.MouseButton.LeftButton)
    work.settle()
    assert not window.isVisible()
    assert shown(work) == kept.id
    work.qtbot.waitUntil(lambda: "12 metres" in work.space.chat.transcript.plain_text())


def test_a_temporary_question_and_the_choice_is_kept(work: WindowAtWork) -> None:
    window = quick(work)
    QTest.mouseClick(window.keep, Qt.MouseButton.LeftButton)
    work.settle()
    assert work.session.settings.values[QUICK_KEEP] is False
    ask(work, window, "Between us?")
    (made,) = work.session.chat.kept.values()
    assert made.temporary


def test_escape_stops_then_closes_and_the_next_question_begins_anew(work: WindowAtWork) -> None:
    window = quick(work)
    ask(work, window, "Talk on")
    work.work(lambda: work.session.chat.grow("and on"))
    QTest.keyClick(window.field, Qt.Key.Key_Escape)
    work.settle()
    assert work.session.chat.stops == 1
    assert window.isVisible()
    QTest.keyClick(window.field, Qt.Key.Key_Escape)
    work.settle()
    assert not window.isVisible()
    work.space.desktop.ask()
    assert window.isVisible() and answers(window) == "" and window.keep.isEnabled()
    ask(work, window, "Something else")
    assert len(work.session.chat.kept) == 2


def test_what_goes_wrong_is_said_in_the_small_window(work: WindowAtWork) -> None:
    work.session.chat.add("Busy", [])
    window = quick(work)
    work.session.models.shelf = []
    ask(work, window, "Anyone?")
    assert "model" in window.problem.text() and window.problem.isVisible()
    assert window.field.toPlainText() == "Anyone?"
    work.session.models.shelf = [a_model("Qwen3 4B")]
    ask(work, window, "")
    assert not window.problem.isVisible()
    work.work(lambda: work.session.chat.end(MessageState.FAILED, GenerationError("answer_not_computed")))
    assert "broke off" in answers(window)


def test_copies_and_leaves_with_the_workspace(work: WindowAtWork) -> None:
    window = quick(work)
    window.copy_wished.emit("41 metres")
    assert QGuiApplication.clipboard().text() == "41 metres"
    work.space.desktop.leave()
    assert not window.isVisible() and work.space.desktop.quick is None


def test_files_and_pictures_are_refused_in_words(work: WindowAtWork, tmp_path: Path) -> None:
    window = quick(work)
    files, picture = QMimeData(), QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(tmp_path / "report.pdf"))])
    picture.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    for source in (files, picture):
        window.problem.say("")
        window.field.insertFromMimeData(source)
        assert window.problem.isVisible() and "large window" in window.problem.text()
        assert window.field.toPlainText() == ""
