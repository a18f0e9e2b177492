"""Help in the window: opened, read, searched, followed and copied from, in each language."""

from collections import Counter
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QTextCursor
from PySide6.QtTest import QTest

from app.ui.help.pages import read_pages
from app.ui.help.sheet import HelpSheet, pages_of_window
from app.ui.language import LANGUAGES, Language
from app.ui.palette import Line
from app.ui.parts import PlainLabel
from app.ui.sheet import open_sheet_in
from tests.ui.places import activate, palette, speaking
from tests.ui.window_at_work import WindowAtWork


def opened(work: WindowAtWork) -> HelpSheet:
    activate(work)
    QTest.keySequence(work.window, QKeySequence("F1"))
    work.settle()
    assert isinstance(work.sheet, HelpSheet)
    return work.sheet


def shown(sheet: HelpSheet) -> str:
    return sheet.reader.body.sealed.toPlainText()


def test_help_is_read_with_keys_alone(work: WindowAtWork) -> None:
    sheet = opened(work)
    assert sheet.search.hasFocus()
    assert shown(sheet).startswith("Start\n")
    QTest.keyClick(sheet.search, Qt.Key.Key_Down)
    assert shown(sheet).startswith("Models\n")
    QTest.keyClicks(sheet.search, "policy file")
    work.settle()
    assert shown(sheet).startswith("Administrators\n")
    assert sheet.reader.body.textCursor().selectedText().casefold() == "policy"
    QTest.keyClick(sheet.search, Qt.Key.Key_Escape)
    assert sheet.search.text() == "" and sheet.isVisible()
    QTest.keyClick(sheet.search, Qt.Key.Key_Escape)
    work.settle()
    assert open_sheet_in(work.window) is None


def test_a_hit_is_scrolled_to(work: WindowAtWork) -> None:
    sheet = opened(work)
    QTest.keyClicks(sheet.search, "isn't covered swap")
    work.settle()
    assert sheet.reader.verticalScrollBar().value() > 0
    QTest.keyClicks(sheet.search, "quokka")
    work.settle()
    assert sheet.list.count() == 0 and sheet.nothing.isVisible()


def test_help_loads_nothing(work: WindowAtWork) -> None:
    sheet = opened(work)
    for row in range(sheet.list.count()):
        sheet.list.setCurrentRow(row)
        work.settle()
    assert sheet.reader.body.sealed.requests == 0


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_page_opens_in_the_language_of_the_window(
    work: WindowAtWork, language: Language, code: str
) -> None:
    speaking(work, code)
    pages = read_pages(language=code)
    sheet = opened(work)
    assert [sheet.list.item(row).text() for row in range(sheet.list.count())] == [
        page.title for page in pages
    ]
    assert sheet.layoutDirection() is (
        Qt.LayoutDirection.RightToLeft if code == "ar" else Qt.LayoutDirection.LeftToRight
    )
    for row, page in enumerate(pages):
        sheet.list.setCurrentRow(row)
        first = sheet.reader.body.sealed.firstBlock()
        assert first.text() == page.title
        assert first.textDirection() is sheet.layoutDirection()
    assert sheet.tr("These pages are in English.") not in _words(sheet)


def test_an_arabic_list_moves_nothing_out_of_sight(work: WindowAtWork, language: Language) -> None:
    speaking(work, "ar")
    sheet = opened(work)
    body = sheet.reader.body
    ends = set()
    for row in range(sheet.list.count()):
        sheet.list.setCurrentRow(row)
        work.settle()
        ends.add(body.viewport().width() - body.cursorRect(QTextCursor(body.sealed)).right())
    assert len(ends) == 1 and ends.pop() < 6  # every page's heading begins at the right edge


def test_a_command_is_copied_from_an_arabic_page_without_unseen_signs(
    work: WindowAtWork, language: Language
) -> None:
    speaking(work, "ar")
    sheet = opened(work)
    sheet.show_place("command-line")
    sheet.reader.body.selectAll()
    copied = sheet.reader.body.chosen_text()
    assert "hearth ask --library NAME QUESTION" in copied
    assert not {"\u2066", "\u2069"} & set(copied)


def test_it_is_said_that_pages_are_english_where_they_are(
    work: WindowAtWork, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.ui.help.sheet.pages_of_window", read_pages)
    speaking(work, "de")
    sheet = opened(work)
    assert shown(sheet).startswith("Start\n")
    assert "auf Englisch" in _words(sheet)


def test_keys_are_named_as_the_window_names_them(language: Language) -> None:
    def words() -> str:
        return " ".join(section.text for page in pages_of_window() for section in page.sections)

    assert "Ctrl+Shift+M" in words()
    language.choose("de")
    assert "Strg+Umschalt+M" in words() and "Ctrl" not in words()
    language.choose("en")


@pytest.mark.parametrize(
    ("code", "title"), [("en", "Which model"), ("de", "Welches Modell"), ("ar", "أي نموذج")]
)
def test_a_click_on_a_link_shows_its_section(
    work: WindowAtWork, language: Language, code: str, title: str
) -> None:
    speaking(work, code)
    sheet = opened(work)
    body = sheet.reader.body
    cursor = body.sealed.find(title)
    assert cursor.charFormat().anchorHref() == "hearth-help:models#which-model"
    assert "models" not in cursor.block().text().casefold().partition(title.casefold())[2][:20]
    cursor.setPosition(cursor.selectionStart() + 1)
    QTest.mouseClick(body.viewport(), Qt.MouseButton.LeftButton, pos=body.cursorRect(cursor).center())
    assert sheet.list.currentRow() == 1
    assert body.textCursor().block().text() == title
    assert sheet.reader.verticalScrollBar().value() > 0
    assert open_sheet_in(work.window) is sheet  # nothing asks whether an address may be opened


def test_the_palette_finds_sections_of_the_help(work: WindowAtWork, language: Language) -> None:
    speaking(work, "de")
    lines = palette(work)
    lines.field.setText("was nicht geschützt ist")
    QTest.keyClick(lines.field, Qt.Key.Key_Return)
    work.qtbot.waitUntil(lambda: isinstance(work.sheet, HelpSheet))
    sheet = work.sheet
    assert isinstance(sheet, HelpSheet)
    assert sheet.reader.body.textCursor().block().text() == "Was nicht geschützt ist"


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_two_lines_of_the_palette_say_the_same(work: WindowAtWork, language: Language, code: str) -> None:
    speaking(work, code)
    lines = palette(work)
    said = [(line.text, line.kind) for line in lines._lines]
    assert [one for one, times in Counter(said).items() if times > 1] == []


def test_a_section_named_as_a_page_says_of_which_page_it_is_and_leads_there(work: WindowAtWork) -> None:
    lines = palette(work)
    lines.field.setText("library")
    rows = map(lines.list.item, range(lines.list.count()))
    said = [row.data(Qt.ItemDataRole.AccessibleTextRole) for row in rows]
    assert "Library, Help" in said
    lines.list.setCurrentRow(said.index("Library, Help · Keyboard"))
    QTest.keyClick(lines.field, Qt.Key.Key_Return)
    work.qtbot.waitUntil(lambda: isinstance(work.sheet, HelpSheet))
    sheet = work.sheet
    assert isinstance(sheet, HelpSheet)
    assert shown(sheet).startswith("Keyboard\n")
    assert sheet.reader.body.textCursor().block().text() == "Library"


@pytest.mark.parametrize("code", ["en", "ar"])
def test_a_line_of_the_palette_begins_with_its_words_and_ends_with_its_kind(
    work: WindowAtWork, language: Language, code: str
) -> None:
    speaking(work, code)
    lines = palette(work)
    kind = "a kind"
    lines._lines = [Line("i", kind, lines.accept), Line("i", kind, lines.accept)]
    lines.field.setText("i")
    view = lines.list.viewport()
    row = lines.list.visualItemRect(lines.list.item(1))  # the first one is chosen and has a frame
    drawn = view.grab(row).toImage()
    ground = drawn.pixel(drawn.width() // 2, 1)
    inked = [
        x for x in range(drawn.width()) if any(drawn.pixel(x, y) != ground for y in range(drawn.height()))
    ]
    if code == "ar":
        inked = [drawn.width() - 1 - x for x in reversed(inked)]
    wide = lines.list.fontMetrics().horizontalAdvance(kind)
    gap = max(after - before for before, after in pairwise(inked))
    assert gap > drawn.width() // 2
    begin, end = next((a, b) for a, b in pairwise(inked) if b - a == gap)
    assert begin - inked[0] < wide // 4  # one letter
    assert drawn.width() - inked[-1] < 24 and inked[-1] - end > wide // 2


def _words(sheet: HelpSheet) -> str:
    return " ".join(label.text() for label in sheet.findChildren(PlainLabel))


@pytest.mark.parametrize("width", [460, 900, 1360])
def test_the_page_fits_a_window_of_any_width(work: WindowAtWork, width: int) -> None:
    work.window.resize(width, 700)
    work.settle()
    sheet = opened(work)
    assert sheet.width() <= width
    assert sheet.reader.width() > 200
    assert sheet.reader.body.height() > sheet.reader.height()
