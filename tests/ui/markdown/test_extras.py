"""Formulas, footnotes and tables: read, written into a document, copied."""

from typing import cast

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot

from app.ui.markdown.document import SealedDocument
from app.ui.markdown.nodes import Formula, Link, Note, NoteMark, Paragraph, Table, Text
from app.ui.markdown.parser import MarkdownParser
from app.ui.markdown.plain import block_text
from app.ui.markdown.stream import MarkdownStream, parse
from app.ui.markdown.style import INDENT_PX, TextStyle
from app.ui.markdown.table_document import as_markdown, tab_separated
from app.ui.markdown.writer import DocumentWriter
from app.ui.tokens import LIGHT

PARSER = MarkdownParser()


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        ("$x^2$", Formula("x^2")),
        (r"\(y\)", Formula("y")),
        ("$$z$$", Formula("z", True)),
        ("$$\na\n$$", Formula("\na\n", True)),
        ("\\[\na\n\\]", Formula("\na\n", True)),
    ],
)
def test_formulas_are_read_in_each_notation(text: str, formula: Formula) -> None:
    assert parse(text, PARSER) == (Paragraph((formula,)),)


@pytest.mark.parametrize(
    "text",
    ["$5 and $6", "US$5 to US$6", "a $ b $ c", "$5/$6", r"\$x$", "$$", "$$ open", "$" + "x" * 3000 + "$"],
)
def test_money_and_open_marks_are_words(text: str) -> None:
    (block,) = parse(text, PARSER)
    assert isinstance(block, Paragraph)
    assert not [child for child in block.children if isinstance(child, Formula)]
    assert block_text((block,)) == text.replace("\\$", "$")


def test_a_footnote_that_comes_late_acts_on_its_mark() -> None:
    stream = MarkdownStream(PARSER)
    stream.append("see[^1] and [words][^1]\n\nmore\n\n")
    stream.append("[^1]: The *note*.\n")
    stream.finish()
    first, _, note = stream.blocks
    assert isinstance(first, Paragraph)
    assert first.children[1] == NoteMark("1")
    assert first.children[3] == Link((Text("words"),), "^1", False)
    assert isinstance(note, Note)
    assert block_text(stream.blocks) == "see[1] and words (^1)\nmore\n[1]\tThe note."


def test_a_forged_address_is_no_footnote() -> None:
    (block,) = parse("[^9](\x00note:9) [^8]", PARSER)
    assert isinstance(block, Paragraph)
    assert not [child for child in block.children if isinstance(child, NoteMark)]


def written(text: str) -> tuple[SealedDocument, DocumentWriter]:
    document = SealedDocument()
    document.setTextWidth(672)
    writer = DocumentWriter(document, TextStyle(LIGHT, "Inter"))
    writer.width_px = 672
    writer.show(0, parse(text, PARSER))
    return document, writer


TABLE = "| a | b |\n|:-:|--:|\n| 1 | **x** \\| y |\n| =1+1 | -5 |\n"


def test_a_table_is_copied_with_the_words_around_it(qtbot: QtBot) -> None:
    document, writer = written(f"before 😀\n\n{TABLE}\nafter $x$")
    words = writer.words_between(0, document.characterCount() - 1)
    assert words == "before 😀\na\tb\n1\tx | y\n'=1+1\t-5\nafter $x$"


def test_a_table_is_copied_alone(qtbot: QtBot) -> None:
    (table,) = parse(TABLE, PARSER)
    assert isinstance(table, Table)
    assert as_markdown(table) == "| a | b |\n| :-: | --: |\n| 1 | x \\| y |\n| =1+1 | -5 |"
    assert tab_separated(table) == "a\tb\n1\tx | y\n'=1+1\t-5"


def test_a_growing_table_equals_the_whole_one(qtbot: QtBot) -> None:
    document = SealedDocument()
    writer = DocumentWriter(document, TextStyle(LIGHT, "Inter"))
    stream = MarkdownStream(PARSER)
    for letter in "text\n\n" + TABLE + "| [l](https://e.example) | `c` |\n":
        update = stream.append(letter)
        writer.show(update.keep, update.blocks)
    update = stream.finish()
    writer.show(update.keep, update.blocks)
    _, whole = written("text\n\n" + TABLE + "| [l](https://e.example) | `c` |\n")
    grown, once = writer.spans[-1].table, whole.spans[-1].table
    assert isinstance(grown, QTextDocument)
    assert once is not None
    assert grown.toPlainText() == once.toPlainText()
    assert grown.requests == once.requests == 0


def test_a_table_of_many_columns_is_wider_than_the_text(qtbot: QtBot) -> None:
    row = "|" + " a long cell of words |" * 20 + "\n"
    _, writer = written(row + "|" + "---|" * 20 + "\n" + row)
    table = writer.spans[-1].table
    assert table is not None
    assert table.is_wide
    assert table.extent().width() <= 672
    assert table.textWidth() > 20 * 100


ARABIC = "| الاسم | السنة |\n|---|---|\n| برج الفنار | 1901 |\n"


def test_columns_of_a_table_read_from_the_right_begin_at_the_right(qtbot: QtBot) -> None:
    document, writer = written(ARABIC)
    table = writer.spans[-1].table
    assert table is not None
    assert table.from_right
    places = {text: rect_of(table, text) for text in ("الاسم", "السنة", "برج الفنار", "1901")}
    assert places["الاسم"].left() > places["السنة"].right()
    assert places["برج الفنار"].right() == pytest.approx(places["الاسم"].right(), abs=1)
    assert places["1901"].right() == pytest.approx(places["السنة"].right(), abs=1)
    assert writer.words_between(0, document.characterCount() - 1) == "الاسم\tالسنة\nبرج الفنار\t1901"
    everything = QTextCursor(table)
    everything.select(QTextCursor.SelectionType.Document)
    assert table.words_chosen(everything).strip() == "الاسم\tالسنة\nبرج الفنار\t1901"


def test_the_mark_of_an_item_read_from_the_right_stands_apart_from_its_words(qtbot: QtBot) -> None:
    document, _ = written("- واحد\n")
    line = document.begin().layout().lineAt(0)
    # Its declaration says object, and it gives the place and the cursor's.
    mark, words = (cast("tuple[float, int]", line.cursorToX(position))[0] for position in (0, 2))
    assert mark - words == pytest.approx(INDENT_PX, abs=1)


@pytest.mark.parametrize(
    ("row", "from_right"),
    [
        ("CPU | ال | السعر", True),
        ("CPU | السعر", False),
        ("שם | שנה", True),
        ("a | b", False),
        ("1 | 2", False),
    ],
)
def test_most_headings_say_where_a_table_begins(qtbot: QtBot, row: str, from_right: bool) -> None:
    _, writer = written(f"| {row} |\n|{'---|' * len(row.split('|'))}\n")
    table = writer.spans[-1].table
    assert table is not None
    assert table.from_right is from_right


def rect_of(table: QTextDocument, text: str) -> QRectF:
    """Where the line of a cell stands."""
    block = table.begin()
    while block.isValid() and block.text() != text:
        block = block.next()
    line = block.layout().lineAt(0)
    return line.naturalTextRect().translated(table.documentLayout().blockBoundingRect(block).topLeft())
