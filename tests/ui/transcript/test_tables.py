"""Tables in an answer: boxes in sight, what is copied and read out of them, and what they cost."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.markdown.stream import parse
from app.ui.markdown.style import TextStyle
from app.ui.tokens import DARK, LIGHT
from app.ui.transcript import TranscriptView
from app.ui.transcript.overlays import DESCRIBED_ROWS
from app.ui.transcript.text_body import TextBody
from tests.ui.transcript.test_view import answer, body_of, growing


def test_tables_in_sight_are_boxes_that_copy_and_lead_to_passages(view: TranscriptView, qtbot: QtBot) -> None:
    table = "| a | b |\n|---|---|\n| one [1] | two |\n\n"
    view.set_messages([answer(table * 300)])
    qtbot.waitUntil(lambda: view.plain_text().count("one [1]") == 300)
    body = body_of(view)
    boxes = body.overlays.boxes()
    assert 0 < len(boxes) < 40
    with qtbot.waitSignal(view.copy_requested) as copied:
        QTest.keyClick(boxes[-1].cells, Qt.Key.Key_Return)
    assert copied.args == ["a\tb\none [1]\ttwo"]
    body.set_sources({1: "the passage"})
    cursor = boxes[-1].document().find("[1]")
    assert cursor.charFormat().anchorHref() == "hearth-source:1"
    with qtbot.waitSignal(body.source_requested) as wished:
        boxes[-1].anchorClicked.emit(cursor.charFormat().anchorHref())
    assert wished.args == [1]
    view.verticalScrollBar().setValue(0)
    assert body.overlays.boxes()
    assert boxes[-1] not in body.overlays.boxes()


def test_a_table_is_read_out_cell_by_cell_and_row_by_row_as_it_grows(
    view: TranscriptView, qtbot: QtBot
) -> None:
    view.set_messages([growing()])
    view.append("a1", "| part | height |\n| --- | --- |\n| *base* | =12 m |\n", False)

    def told() -> str:
        boxes = body_of(view).overlays.boxes()
        told = QAccessible.queryAccessibleInterface(boxes[0]) if boxes else None
        return told.text(QAccessible.Text.Description) if told is not None else ""

    qtbot.waitUntil(lambda: told() == "part\theight\nbase\t=12 m")
    view.append("a1", "| shaft | 23 m |\n", False)
    qtbot.waitUntil(lambda: told().endswith("\nshaft\t23 m"))
    view.append("a1", "| brick | 1 m |\n" * 40, False)
    qtbot.waitUntil(lambda: told().endswith("\n…"))
    assert len(told().splitlines()) == DESCRIBED_ROWS + 1


def test_the_text_of_a_table_has_words_and_no_marks_of_qt_s(view: TranscriptView, qtbot: QtBot) -> None:
    view.set_messages([answer("| part | height |\n| --- | --- |\n| *base* | =12 m |\n| shaft | 23 m |\n")])
    (box,) = body_of(view).overlays.boxes()
    told = QAccessible.queryAccessibleInterface(box)
    assert told is not None
    text = told.textInterface()
    assert text is not None
    words = text.text(0, text.characterCount())
    assert words == "\npart\theight\nbase\t=12 m\nshaft\t23 m\n"
    assert told.text(QAccessible.Text.Name) == "Table" == box.accessibleName()
    assert told.state().readOnly and told.state().focusable
    at = words.index("23 m")
    assert text.text(at, at + 4) == "23 m"
    assert (text.text(-5, -1), text.text(at, 10**6)) == ("", "23 m\n")
    text.setCursorPosition(at)
    assert text.cursorPosition() == at == box.textCursor().position()
    text.addSelection(at, at + 4)
    assert box.textCursor().selectedText() == "23 m"
    text.removeSelection(0)
    assert not box.textCursor().hasSelection()
    place = text.characterRect(at)
    assert box.rect().translated(box.mapToGlobal(QPoint(0, 0))).contains(place)
    assert 0 < place.width() < 20 < 2 * place.height()
    assert text.offsetAtPoint(place.center()) in (at, at + 1)
    text.setCursorPosition(10**6)
    assert text.cursorPosition() == len(words)


def test_the_box_of_a_table_breaks_its_lines_no_more_often_than_it_must(
    view: TranscriptView, qtbot: QtBot
) -> None:
    body = TextBody(TextStyle(LIGHT, "Inter"), "Answer", view)
    body.show_blocks(0, parse("| a | b |\n|---|---|\n" + "| one | two |\n" * 50))
    body.place(0, 0, 600)
    (span,) = body.writer.spans
    assert span.table is not None
    laid_out: list[float] = []
    span.table.documentLayout().update.connect(lambda rect: laid_out.append(rect.height()))
    body.show_near(0, 600)
    (box,) = body.overlays.boxes()
    box.show()
    qtbot.wait(1)
    assert (
        0 < len(laid_out) <= 2
    )  # six times took a quarter of a second where a page of large tables came into sight


def test_a_table_before_a_short_text_has_its_box(view: TranscriptView) -> None:
    view.set_messages([answer("| a | b |\n|---|---|\n| 1 | 2 |\n\nend", 1)])
    assert len(body_of(view).overlays.boxes()) == 1


def test_a_table_is_as_wide_as_its_words_in_every_theme(view: TranscriptView) -> None:
    view.set_messages([answer("Here\n\n| a | b |\n|---|---|\n| needle in a stack | 2 |", 1)])
    for colours in (LIGHT, DARK, LIGHT):
        view.set_colours(colours)
        (box,) = body_of(view).overlays.boxes()
        assert box.table.textWidth() > 120
        assert box.table.size().height() < 80
    view.resize(500, 600)
    (box,) = body_of(view).overlays.boxes()
    assert box.table.size().height() < 80
