"""Formulas drawn in the place of their source, and code coloured, as the typesetter's answers come."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from app.domain.typesetting import CodeKind, Outline
from app.services.workroom import Workroom
from app.ui.door import Door
from app.ui.markdown.drawn_formula import DrawnFormula, drawable
from app.ui.markdown.objects import OBJECT_CHARACTER
from app.ui.tokens import DARK, LIGHT
from app.ui.transcript import TranscriptView
from app.ui.transcript.text_body import TextBody
from app.ui.typesetter import Typesetter
from tests.ui.fake_documents import FakeTypesetting
from tests.ui.transcript.test_view import answer, body_of, growing, top_of

SQUARE = Outline(0, -0.7, 0.8, 0.7, "MLLLZ", (0, 0, 0.8, 0, 0.8, -0.7, 0, -0.7))
DEEP = replace(SQUARE, height=1.4)  # reaches below its line


class Setting:
    """A transcript with a typesetter that knows what a test told it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.service = FakeTypesetting()
        self.room = Workroom()
        self.door = Door(self.room)
        self.typesetter = Typesetter(self.door, self.service)
        self.view = TranscriptView(LIGHT, None, self.typesetter)
        self.qtbot = qtbot
        qtbot.addWidget(self.view)
        self.view.resize(712, 600)
        self.view.show()

    def text(self) -> str:
        return body_of(self.view).sealed.toPlainText()

    def until_drawn(self, count: int) -> TextBody:
        self.qtbot.waitUntil(lambda: self.text().count(OBJECT_CHARACTER) == count)
        return body_of(self.view)


@pytest.fixture
def setting(qtbot: QtBot) -> Iterator[Setting]:
    """An empty transcript."""
    setting = Setting(qtbot)
    yield setting
    setting.door.close()
    setting.room.close()


def whole(body: TextBody) -> str:
    return body.writer.words_between(0, body.sealed.characterCount() - 1)


def colours_of(body: TextBody, line: int) -> list[tuple[int, int, str]]:
    ranges = body.sealed.findBlockByNumber(line).layout().formats()
    return [(one.start, one.length, one.format.foreground().color().name()) for one in ranges]


def test_a_formula_is_drawn_in_its_place_and_copied_as_its_source(setting: Setting) -> None:
    setting.service.outlines = {"a": SQUARE, r"\frac{b}{c}": DEEP, "d": SQUARE}
    setting.view.set_messages([answer("First $a$, then $\\frac{b}{c}$$d$ and $e$.\n\n$$a$$\n\nEnd $d$", 1)])
    body = setting.until_drawn(6)  # a deep one brings a strut
    assert whole(body) == "First $a$, then $\\frac{b}{c}$$d$ and $e$.\n$$a$$\nEnd $d$"
    assert "$e$" in setting.text()
    line = body.sealed.findBlockByNumber(0).layout().lineAt(0)
    assert line.descent() > DEEP.height * 0.4 * 14
    setting.view.set_colours(DARK)
    assert whole(setting.until_drawn(6)).startswith("First $a$")


def test_formulas_in_a_table_are_drawn_as_it_grows(setting: Setting) -> None:
    setting.service.outlines = {"a": SQUARE, "b": DEEP}
    setting.view.begin_answer(growing(1))
    start = "| x | y |\n|---|---|\n| $a$ | one |\n"
    setting.view.append("a1", start + "| two $b", False)

    def drawn() -> list[str]:
        tables = [span.table for span in body_of(setting.view).writer.spans if span.table is not None]
        done = [one for one in tables if not one.formulas.undrawn]
        return [done[0].words(), done[0].toPlainText()] if done else []

    setting.qtbot.waitUntil(lambda: bool(drawn()))
    setting.view.append("a1", "$ | $e$ |\n", False)
    setting.view.end_answer(answer(start + "| two $b$ | $e$ |\n", 1))
    setting.qtbot.waitUntil(lambda: bool(drawn()) and "two" in drawn()[1])
    assert drawn()[0] == "x\ty\n$a$\tone\ntwo $b$\t$e$"
    assert drawn()[1].split() == ["x", "y", "\ufffc", "one", "two", "\ufffc\ufffc", "$e$"]


def test_what_is_written_after_a_drawn_formula_stands_where_it_belongs(setting: Setting) -> None:
    setting.service.outlines = {"a": DEEP}
    setting.view.begin_answer(growing(1))
    setting.view.append("a1", "One $a$\n\nTwo $a$", False)
    setting.until_drawn(4)
    setting.view.append("a1", " and more\n\n- three $a$\n- four\n\n", False)
    setting.until_drawn(6)
    setting.view.append("a1", "five", False)
    setting.qtbot.waitUntil(lambda: "five" in setting.text())
    text = "One $a$\n\nTwo $a$ and more\n\n- three $a$\n- four\n\nfive"
    setting.view.end_answer(answer(text, 1))
    body = setting.until_drawn(6)
    assert whole(body) == "One $a$\nTwo $a$ and more\n•\tthree $a$\n•\tfour\nfive"


def test_drawing_does_not_move_the_reader(setting: Setting) -> None:
    setting.service.outlines = {"a": replace(DEEP, top=-4, height=8)}
    setting.view.set_messages([answer("above $a$", 1), answer("words\n\n" * 60, 2)])
    above, read = setting.view._entries
    assert [one.item is None for one in (above, read)] == [True, False]  # the reader is at the end
    setting.view.verticalScrollBar().setValue(read.top + 40)
    assert above.item is not None and read.item is not None
    height, body = above.height, read.item.bodies()[-1]
    before = body.mapTo(setting.view, body.rect().topLeft()).y()
    setting.qtbot.waitUntil(lambda: above.height > height + 40)  # it is drawn in another turn of the loop
    assert OBJECT_CHARACTER in above.item.bodies()[-1].sealed.toPlainText()
    assert body.mapTo(setting.view, body.rect().topLeft()).y() == before


@pytest.mark.parametrize("below_px", [90, 240])
def test_drawing_further_up_in_an_answer_does_not_move_its_reader(setting: Setting, below_px: int) -> None:
    setting.service.outlines = {"a": replace(DEEP, top=-4, height=8), "b": replace(DEEP, top=-3, height=6)}
    words = "".join(f"\n\nword{number}" for number in range(60))
    setting.view.set_messages([answer(f"above $a$ and\n\n$$b$$\n\n| x |\n|---|\n| $a$ |{words}", 1)])
    body = body_of(setting.view)
    assert len(body.writer.formulas.undrawn) == 2  # the reader is at the end
    setting.view.verticalScrollBar().setValue(below_px)
    tall = body.height()
    before = top_of(setting.view, "word9")
    assert 0 < before < 600
    (table,) = [span.table for span in body.writer.spans if span.table is not None]
    setting.qtbot.waitUntil(lambda: not body.writer.formulas.undrawn and not table.formulas.undrawn)
    # All have their room in another turn of the loop.
    setting.qtbot.waitUntil(lambda: body.height() > tall + 250 and top_of(setting.view, "word9") == before)
    assert setting.view.verticalScrollBar().value() > below_px + 200


def test_a_drawing_that_is_known_already_does_not_move_the_reader(setting: Setting) -> None:
    setting.service.outlines = {"a": replace(DEEP, top=-4, height=8), "b": replace(DEEP, top=-3, height=6)}
    words = "".join(f"\n\nword{number}" for number in range(60))
    setting.view.set_messages([answer(f"above $a$ and\n\n$$b$${words}\n\nbelow $a$ and\n\n$$b$$", 1)])
    body, bar = body_of(setting.view), setting.view.verticalScrollBar()
    setting.qtbot.waitUntil(
        lambda: len(body.writer.formulas.undrawn) == 2
    )  # those at the end, in sight, are drawn
    setting.view.go_to_end()
    expected = top_of(setting.view, "word9") + bar.value() - 240
    tall = body.height()
    bar.setValue(240)
    assert not body.writer.formulas.undrawn  # at once: the outlines are there
    setting.qtbot.waitUntil(lambda: body.height() > tall)
    assert bar.value() > 240
    assert top_of(setting.view, "word9") == expected


@pytest.mark.parametrize(
    "bad",
    [
        {"commands": "MLLLL"}, {"commands": "MLLLX"}, {"numbers": (0.0,) * 7}, {"width": float("nan")}, {"width": 0},
        {"numbers": (float("inf"),) * 8}, {"numbers": (1e9,) * 8}, {"top": float("nan")},
    ],
)  # fmt: skip
def test_an_outline_that_is_none_is_refused(setting: Setting, bad: dict[str, object]) -> None:
    outline = replace(SQUARE, **bad)  # type: ignore[arg-type]
    assert drawable(SQUARE)
    assert not drawable(outline)
    setting.service.outlines = {"a": outline}
    setting.view.set_messages([answer("x $a$", 1)])
    body = body_of(setting.view)
    setting.qtbot.waitUntil(lambda: not body.writer.formulas.undrawn)
    assert setting.text() == "x $a$"


def test_a_wide_formula_is_made_to_fit(setting: Setting) -> None:
    setting.service.outlines = {"a": replace(SQUARE, width=400)}
    setting.view.set_messages([answer("$$a$$", 1)])
    body = setting.until_drawn(1)
    shape = body.sealed.begin().begin().fragment().charFormat()
    drawn = body.writer.drawn_at(shape)
    assert isinstance(drawn, DrawnFormula)
    assert drawn.extent().width() <= body.width() + 1


def test_code_is_coloured_in_both_themes_and_only_where_the_language_is_named(setting: Setting) -> None:
    setting.service.lines = {
        "x = 1\n# end": (((4, 1, CodeKind.NUMBER),), ((0, 5, CodeKind.COMMENT), (3, 99, 1)))
    }
    setting.view.set_messages([answer("```py\nx = 1\n# end\n```\n\n```\nx = 1\n# end\n```", 1)])
    body = body_of(setting.view)
    setting.qtbot.waitUntil(lambda: bool(colours_of(body, 0)))
    assert colours_of(body, 0) == [(4, 1, QColor(LIGHT.code_number).name())]
    assert colours_of(body, 1) == [(0, 5, QColor(LIGHT.code_comment).name())]
    assert colours_of(body, 2) == []
    setting.view.set_colours(DARK)
    setting.qtbot.waitUntil(lambda: bool(colours_of(body, 0)))
    assert colours_of(body, 0) == [(4, 1, QColor(DARK.code_number).name())]


def test_code_that_grows_keeps_its_colours_and_gets_the_rest_at_its_end(setting: Setting) -> None:
    first, both = "x = 1\ny", "x = 1\ny = 2"
    number = ((4, 1, int(CodeKind.NUMBER)),)
    setting.service.lines = {first: (number, ()), both: (number, number)}
    setting.view.begin_answer(growing(1))
    setting.view.append("a1", "```py\n" + first, False)
    setting.qtbot.waitUntil(lambda: bool(colours_of(body_of(setting.view), 0)))
    body = body_of(setting.view)
    setting.view.append("a1", " = 2", False)
    setting.qtbot.waitUntil(lambda: "y = 2" in setting.text())
    assert colours_of(body, 0)
    setting.view.end_answer(answer(f"```py\n{both}\n```", 1))
    setting.qtbot.waitUntil(lambda: bool(colours_of(body, 1)))
