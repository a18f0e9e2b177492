"""Which way a field runs: as the window while it is empty, then as what is written in it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

from app.ui.field_direction import FieldDirection
from app.ui.language import Language
from tests.ui.window_at_work import WindowAtWork

RIGHT = Qt.LayoutDirection.RightToLeft


def at_the_right(field: QTextEdit | QPlainTextEdit) -> bool:
    """Where a cursor at the beginning of the text stands."""
    cursor = field.textCursor()
    cursor.setPosition(0)
    return field.cursorRect(cursor).center().x() > field.viewport().width() // 2


@pytest.mark.parametrize("kind", [QTextEdit, QPlainTextEdit])
@pytest.mark.parametrize("window", Qt.LayoutDirection.__members__.values())
def test_a_field_runs_as_the_window_until_something_is_written(
    qtbot: QtBot, kind: type[QTextEdit] | type[QPlainTextEdit], window: Qt.LayoutDirection
) -> None:
    if window is Qt.LayoutDirection.LayoutDirectionAuto:
        window = Qt.LayoutDirection.LeftToRight
    field = kind()
    qtbot.addWidget(field)
    field.setLayoutDirection(window)
    field.resize(400, 80)
    FieldDirection(field)
    field.grab()  # lays it out; a window of its own would stay in the minds of others
    assert at_the_right(field) is (window is RIGHT)
    field.setPlainText("How high?")
    assert not at_the_right(field)
    field.setPlainText("41: كم ارتفاع برج الفنار؟")
    assert at_the_right(field)
    field.setPlainText("")
    assert at_the_right(field) is (window is RIGHT)
    field.insertPlainText("a")
    field.undo()
    assert field.toPlainText() == "" and at_the_right(field) is (window is RIGHT)


def test_the_question_of_an_arabic_window_begins_at_the_right(work: WindowAtWork, language: Language) -> None:
    field = work.space.chat.composer.field
    assert not at_the_right(field)
    before = work.space
    work.window.speak("ar")
    work.qtbot.waitUntil(lambda: work.space is not before)
    work.settle()
    assert at_the_right(work.space.chat.composer.field)
