"""Answers that are read from the right: whole words in tables, lists inside the column."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from app.ui.markdown.visible_text import reads_from_right
from app.ui.tokens import LIGHT
from app.ui.transcript import TranscriptView
from app.ui.transcript.items import UserBubble
from app.ui.transcript.look import TextButton
from app.ui.transcript.overlays import TableBox
from app.ui.transcript.text_body import TextBody
from tests.pictures import talk
from tests.ui.transcript.test_view import answer, said


def blocks_of(text: QTextBrowser) -> list[QTextBlock]:
    """The paragraphs of a text, a table's cells among them."""
    found, block = [], text.document().begin()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found


def test_a_table_and_a_list_read_from_the_right_are_whole(qtbot: QtBot) -> None:
    view = TranscriptView(LIGHT)
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.set_messages([answer(talk.ARABIC)])
    view.show()
    qtbot.waitUntil(lambda: bool(view.findChildren(TableBox)))
    (table,) = view.findChildren(TableBox)
    cells = [block for block in blocks_of(table) if block.text()]
    assert [block.layout().lineCount() for block in cells] == [1] * 12
    body = next(body for body in view.findChildren(TextBody) if "أوتاد" in body.toPlainText())
    items = [block for block in blocks_of(body) if block.text().startswith("•")]
    assert [block.blockFormat().rightMargin() > 0 for block in items] == [True, True]


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_ones_own_message_stands_at_the_far_side(qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    view = TranscriptView(LIGHT)
    qtbot.addWidget(view)
    view.setLayoutDirection(direction)
    view.resize(900, 700)
    view.set_messages([said("كم ارتفاع برج الفنار؟")])
    view.show()
    qtbot.waitUntil(lambda: bool(view.findChildren(UserBubble)))
    (bubble,) = view.findChildren(UserBubble)
    (text,) = bubble.bodies()
    before, after = text.x(), bubble.width() - text.geometry().right()
    assert (before < after) is (direction is Qt.LayoutDirection.RightToLeft)
    buttons = [
        button.geometry() for button in bubble.findChildren(TextButton) if button.parentWidget() is bubble
    ]
    assert len(buttons) == 2
    assert all(
        bubble.rect().contains(button) and not button.intersects(text.geometry()) for button in buttons
    )


def test_the_first_letter_with_a_direction_decides() -> None:
    assert reads_from_right("41: مترًا and more")
    assert reads_from_right("שלום")
    assert not reads_from_right("41 metres, مترًا")
    assert not reads_from_right("41")


def test_the_column_stands_still_when_a_bar_comes_at_the_left(qtbot: QtBot) -> None:
    view = TranscriptView(LIGHT)
    qtbot.addWidget(view)
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    view.resize(900, 300)
    view.show()
    view.set_messages([answer("one", 1)])
    qtbot.waitUntil(lambda: not view.verticalScrollBar().isVisible())

    def left_edge() -> int:
        item = view.entries[0].item
        assert item is not None
        return item.mapTo(view, QPoint(0, 0)).x()

    before = left_edge()
    view.set_messages([answer("one\n\n" * 60, 1)])
    qtbot.waitUntil(view.verticalScrollBar().isVisible)
    assert view.viewport().x() > 0
    assert left_edge() == before
