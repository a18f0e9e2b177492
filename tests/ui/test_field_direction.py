"""Which way a field runs: as the window while it is empty, then as what is written in it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
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


def caret_at_the_right(field: QLineEdit) -> bool:
    """Where the caret stands once the field is drawn."""
    field.grab()
    return field.cursorRect().center().x() > field.width() // 2


@pytest.mark.parametrize("window", [Qt.LayoutDirection.LeftToRight, RIGHT])
def test_a_line_runs_as_the_window_until_something_is_written(
    qtbot: QtBot, window: Qt.LayoutDirection
) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.setLayoutDirection(window)
    other, field = QLineEdit(holder), QLineEdit(holder)
    field.setGeometry(0, 30, 400, 30)
    field.setClearButtonEnabled(True)
    holder.resize(400, 60)
    holder.show()
    holder.activateWindow()
    qtbot.waitUntil(holder.isActiveWindow)
    other.setFocus()
    field.setFocus()
    assert caret_at_the_right(field) is (window is RIGHT)
    QTest.keyClicks(field, "41 m")
    assert not caret_at_the_right(field)
    field.setText("٤١ مترًا")
    assert caret_at_the_right(field)
    field.clear()
    assert caret_at_the_right(field) is (window is RIGHT)
    assert field.layoutDirection() is window  # where its buttons stand


def test_what_is_hidden_says_nothing_of_its_letters(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    field = QLineEdit(holder)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.resize(400, 30)
    holder.show()
    holder.activateWindow()
    qtbot.waitUntil(holder.isActiveWindow)
    field.setFocus()
    field.setText("مفتاح")
    field.home(False)
    assert not caret_at_the_right(field)


def test_every_line_of_an_arabic_window_begins_at_the_right(work: WindowAtWork, language: Language) -> None:
    before = work.space
    work.window.speak("ar")
    work.qtbot.waitUntil(lambda: work.space is not before)
    work.settle()
    work.window.acts.run("models.open")
    work.settle()
    for field in (work.space.sidebar.search, work.space.models.page.address):
        field.setFocus()
        assert QApplication.focusWidget() is field
        assert caret_at_the_right(field)
