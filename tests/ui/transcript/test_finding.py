"""Finding words in the conversation, quoting them, and the way to the end."""

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.ui.transcript import TranscriptView
from app.ui.transcript.finding import places
from app.ui.transcript.floating import JumpButton
from tests.ui.transcript.test_view import answer, body_of, growing, said


def search(view: TranscriptView, qtbot: QtBot, words: str) -> None:
    """Type `words` into the bar and wait until all was searched."""
    view.finder.open()
    view.finder.bar.field.setText(words)
    qtbot.waitUntil(lambda: view.finder.bar.count.text() not in ("", "Searching…"))
    qtbot.waitUntil(lambda: "…" not in view.finder.bar.count.text())


def marked(view: TranscriptView) -> list[str]:
    """The words that are marked in all texts with a widget."""
    found = []
    for entry in view.entries:
        if entry.item is not None:
            body = entry.item.bodies()[-1]
            for text in (body, *body.overlays.boxes()):
                found += [mark.cursor.selectedText() for mark in text.extraSelections()]
    return found


def test_hits_are_counted_marked_and_walked_through_wherever_they_are(
    view: TranscriptView, qtbot: QtBot
) -> None:
    far = "\n\n".join(f"paragraph {n}" for n in range(200))
    table = "| a | b |\n|---|---|\n| the **Needle** | 2 |"
    view.set_messages([said("a needle 🪡 needle", 1), answer(far, 1), answer(f"{table}\n\nlast needle", 2)])
    view.verticalScrollBar().setValue(0)
    search(view, qtbot, "needle")
    assert view.finder.bar.count.text() == "1 of 4"
    assert marked(view) == ["needle", "needle"]
    QTest.keyClick(view.finder.bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert view.finder.bar.count.text() == "4 of 4"
    last = view.entries[-1]
    assert last.item is not None
    assert "Needle" in marked(view)
    bar = view.verticalScrollBar()
    assert last.top < bar.value() + view.viewport().height() <= last.top + last.height + 60
    QTest.keyClick(view.finder.bar.field, Qt.Key.Key_Return)
    assert view.finder.bar.count.text() == "1 of 4"
    assert bar.value() < 100
    QTest.keyClick(view.finder.bar.field, Qt.Key.Key_Escape)
    assert view.finder.bar.isHidden()
    assert marked(view) == []


def test_nothing_found_is_said(view: TranscriptView, qtbot: QtBot) -> None:
    view.set_messages([said("some words")])
    search(view, qtbot, "other")
    assert view.finder.bar.count.text() == "Nothing found"
    assert not view.finder.bar.next.isEnabled()


def test_the_far_end_of_a_long_answer_is_found(view: TranscriptView, qtbot: QtBot) -> None:
    text = "".join(f"line {n} of many\n\n" for n in range(4000))
    view.set_messages([answer(text + "the very end", 1), said("short")])
    search(view, qtbot, "the very end")
    body = view.entries[0].item.bodies()[-1]  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: len(body.extraSelections()) == 1)
    (mark,) = body.extraSelections()
    rect = body.cursorRect(mark.cursor)
    qtbot.waitUntil(lambda: not body.visibleRegion().isEmpty())
    at = body.viewport().mapTo(view.viewport(), rect.center())
    assert 0 <= at.y() <= view.viewport().height()


def test_places_are_told_in_qts_count(view: TranscriptView) -> None:
    import re

    view.set_messages([answer("🪡🪡 thread 🪡 thread", 1)])
    body = body_of(view)
    words = []
    for place in places(body, re.compile("thread")):
        cursor = QTextCursor(place.document)
        cursor.setPosition(place.start)
        cursor.setPosition(place.end, QTextCursor.MoveMode.KeepAnchor)
        words.append(cursor.selectedText())
    assert words == ["thread", "thread"]


def test_a_selection_can_be_quoted(view: TranscriptView, qtbot: QtBot) -> None:
    view.set_messages([answer("keep this sentence. And that.", 1)])
    body = body_of(view)
    cursor = body.textCursor()
    cursor.setPosition(5)
    cursor.setPosition(19, QTextCursor.MoveMode.KeepAnchor)
    body.setTextCursor(cursor)
    qtbot.waitUntil(view.quote.isVisible)
    with qtbot.waitSignal(view.quote_requested) as quoted:
        QTest.mouseClick(view.quote, Qt.MouseButton.LeftButton)
    assert quoted.args == ["this sentence."]
    cursor.clearSelection()
    body.setTextCursor(cursor)
    assert not view.quote.isVisible()


def test_the_way_to_the_end_is_there_while_the_end_is_out_of_sight(
    view: TranscriptView, qtbot: QtBot
) -> None:
    view.set_messages([answer("words\n\n" * 100, 1)])
    (jump,) = view.findChildren(JumpButton)
    assert not jump.isVisible()
    view.begin_answer(growing(2))
    view.append("a2", "more\n\n" * 50, False)
    qtbot.waitUntil(lambda: "more" in view.plain_text())
    assert not jump.isVisible()
    view.verticalScrollBar().setValue(100)
    assert jump.isVisible()
    view.append("a2", "yet more\n\n" * 50, False)
    qtbot.waitUntil(lambda: "yet more" in view.plain_text())
    assert view.verticalScrollBar().value() == 100  # what grows doesn't move the reader
    QTest.mouseClick(jump, Qt.MouseButton.LeftButton)
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()
    assert not jump.isVisible()


def test_a_closed_bar_gives_the_keyboard_back(view: TranscriptView, qtbot: QtBot) -> None:
    field = QLineEdit(view)
    field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    view.finder.open()
    qtbot.waitUntil(view.finder.bar.field.hasFocus)
    view.finder.open("again")  # by the key, while it is open
    QTest.keyClick(view.finder.bar.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(field.hasFocus)
    view.finder.open()
    shiboken6.delete(field)
    QTest.keyClick(view.finder.bar.field, Qt.Key.Key_Escape)
    assert view.hasFocus()


def test_the_bar_never_covers_what_is_found(view: TranscriptView, qtbot: QtBot) -> None:
    view.set_messages([said("a needle in the first line, at the very end of which stands needle")])
    search(view, qtbot, "needle")
    bar = view.finder.bar
    assert view.viewport().geometry().top() > bar.geometry().bottom()
    bar.close_bar()
    assert view.viewport().geometry().top() == 0
