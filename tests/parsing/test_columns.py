"""Pages in columns whose lines were written row by row, and pages that only look like it."""

import textwrap
from collections.abc import Callable, Iterable
from itertools import zip_longest
from pathlib import Path

import pytest

from app.domain.document import Reading
from app.ipc.reading import DocumentReader
from app.parsing.columns import Piece, reading_order
from tests.parsing.made_files import drawn_pdf

Read = Callable[..., Reading]

TOWER = """The lantern tower was built in the year of the great flood, when the old bridge had gone and
nobody in the valley could say where the river would run next. It stands on a rock that the water never reached,
and its keeper lights the lamp each evening before the bells of the lower town ring for the second time. Those who
come from the hills see it first, long before they can make out the roofs or hear the mill."""
MILL = """A mill was worked by two brothers who had never agreed on anything but the price of flour. One of
them kept the books and the other kept the wheel, and between both of them the village was fed for forty years
without a single day on which the stones stood still. What they said to each other in all that time would fit on
the back of a sack, and most of it was about the weather of the day before."""
BELLS = """In the lower town the bells are rung by hand, and whoever rings them has to climb a stair of two hundred
steps that was cut for smaller people. It is told that a ringer once stayed up there through a whole winter because
the ice had closed the door, and that the town was fed with the sound of noon although he had nothing to eat but
what the swallows had left behind in the beams."""


def lines(text: str, width: int = 40) -> list[str]:
    return textwrap.wrap(" ".join(text.split()), width)


def shown(text: str, x: float, y: float) -> str:
    return f"BT /F1 10 Tf {x} {y} Td ({text}) Tj ET\n"


def row_by_row(
    *columns: list[str], top: float = 700, step: float = 12, places: Iterable[float] = (72, 312)
) -> str:
    """The columns' first lines, then their second ones, and so on."""
    drawing = ""
    for row, cells in enumerate(zip_longest(*columns, fillvalue="")):
        for x, text in zip(places, cells, strict=False):
            drawing += shown(text, x, top - step * row) if text else ""
    return drawing


def test_two_columns_are_read_one_after_the_other(read: Read) -> None:
    page = read(drawn_pdf([row_by_row(lines(TOWER), lines(MILL))])).pages[0]
    assert page.text.split("\n") == lines(TOWER) + lines(MILL)


def test_three_columns_are_read_one_after_the_other(read: Read) -> None:
    columns = [lines(text, 26) for text in (TOWER, MILL, BELLS)]
    page = read(drawn_pdf([row_by_row(*columns, places=(60, 230, 400))])).pages[0]
    assert page.text.split("\n") == [line for column in columns for line in column]


def test_what_goes_across_stays_between_what_stands_above_and_below(read: Read) -> None:
    title = "Of towers, mills and bells, and of the people who kept them running in the valley"
    note = "Printed for the friends of the valley in the year of the second flood, and not for sale"
    drawing = (
        shown(title, 80, 740)
        + row_by_row(lines(TOWER), lines(MILL), top=715)
        + shown(note, 80, 560)
        + row_by_row(lines(BELLS), lines(TOWER), top=535)
        + shown("17", 300, 40)
    )
    page = read(drawn_pdf([drawing])).pages[0]
    parts = [[title], lines(TOWER), lines(MILL), [note], lines(BELLS), lines(TOWER), ["17"]]
    assert page.text.split("\n") == [line for part in parts for line in part]


@pytest.mark.parametrize(("step", "lower"), [(14, 7), (14, 3), (24, 12), (12, -4)])
def test_columns_whose_lines_stand_at_other_heights_are_told_apart(read: Read, step: int, lower: int) -> None:
    drawing = ""
    for row, (left, right) in enumerate(zip(lines(TOWER), lines(MILL), strict=False)):
        drawing += shown(left, 72, 700 - step * row) + shown(right, 312, 700 - lower - step * row)
    text = read(drawn_pdf([drawing])).pages[0].text
    assert text.split("\n") == [*lines(TOWER)[: len(lines(MILL))], *lines(MILL)[: len(lines(TOWER))]]


def test_a_word_that_a_column_divides_is_whole(read: Read) -> None:
    tower = lines(TOWER)
    tower[2:4] = ["people of the valley knew of the lan-", "tern before they knew of the tower and of"]
    page = read(drawn_pdf([row_by_row(tower, lines(MILL))])).pages[0]
    assert "knew of the lantern before they knew" in page.text


@pytest.mark.parametrize(
    ("turned", "degrees"),
    [("0 1 -1 0 700 20", 90), ("-1 0 0 -1 600 780", 180), ("0 -1 1 0 0 700", 270), ("0 1 -1 0 700 20", 0)],
)
def test_columns_that_are_turned_are_read_like_others(read: Read, turned: str, degrees: int) -> None:
    drawing = f"q {turned} cm {row_by_row(lines(TOWER), lines(MILL), top=600)} Q"
    page = read(drawn_pdf([drawing], page=f"/Rotate {degrees}")).pages[0]
    assert page.text.split("\n") == lines(TOWER) + lines(MILL)


def test_a_note_in_the_margin_does_not_keep_columns_together(read: Read) -> None:
    margin = "q 0 1 -1 0 40 200 cm BT /F1 14 Tf (Draft of the second of May) Tj ET Q\n"
    page = read(drawn_pdf([margin + row_by_row(lines(TOWER), lines(MILL))])).pages[0]
    assert page.text.split("\n") == ["Draft of the second of May", *lines(TOWER), *lines(MILL)]


LONG = 70


@pytest.mark.parametrize(
    "columns",
    [
        (
            [f"Lamp oil of the {n} grade" for n in range(20)],
            [f"{n * 17},00 crowns" for n in range(20)],
        ),
        (
            [f"Keeper of the {n}. tower in the valley" for n in range(20)],
            [f"Answers to the {n}. warden of the hills" for n in range(20)],
        ),
        ([f"Term {n}" for n in range(9)], lines(TOWER)),
        ([f"{n}" for n in range(1, 10)], lines(TOWER, LONG)),
    ],
    ids=["figures", "cells of words", "labels beside text", "numbers of lines"],
)
def test_rows_of_a_table_stay_together(read: Read, columns: tuple[list[str], ...]) -> None:
    places = (72, 110) if columns[1] == lines(TOWER, LONG) else (72, 312)
    page = read(drawn_pdf([row_by_row(*columns, places=places)])).pages[0]
    rows = [" ".join(filter(None, cells)) for cells in zip_longest(*columns, fillvalue="")]
    assert page.text.split("\n") == rows


def test_long_cells_are_whole_and_rows_stay_in_order(read: Read) -> None:
    drawing, expected = "", []
    for row, (left, right) in enumerate([(TOWER, MILL), (MILL, BELLS), (BELLS, TOWER)]):
        cells = lines(left)[:4], lines(right)[:4]
        drawing += row_by_row(*cells, top=700 - 80 * row)
        expected += [*cells[0], *cells[1]]
    assert read(drawn_pdf([drawing])).pages[0].text.split("\n") == expected


def test_text_written_column_by_column_stays_as_it_is(read: Read) -> None:
    drawing = row_by_row(lines(TOWER)) + row_by_row([], lines(MILL))
    assert read(drawn_pdf([drawing])).pages[0].text.split("\n") == lines(TOWER) + lines(MILL)


def test_marks_lie_in_the_column_of_their_words(read: Read, reader: DocumentReader, tmp_path: Path) -> None:
    text = read(drawn_pdf([row_by_row(lines(TOWER), lines(MILL))])).pages[0].text
    flat = text.replace("\n", " ")
    sentence = flat.index("It stands"), flat.index("second time.") + len("second time.")
    across = flat.index("Those who"), flat.index("price of")
    word = text.index("flour"), text.index("flour") + 5
    image = reader.draw_page(tmp_path / "file", 1, (sentence, across, word), width_px=612)
    left, both, one = image.marks
    assert len(left) == text[slice(*sentence)].count("\n") + 1
    assert all(box[0] >= 71 and box[2] < 300 for box in left)
    assert {box[0] > 300 for box in both} == {False, True}
    ((start, top, end, bottom),) = one
    assert 311 <= start < end < 560
    assert top < 792 - 700 + 12 * (text[: word[0]].count("\n") - len(lines(TOWER))) <= bottom


def column(text: str, left: float, number: int) -> list[Piece]:
    return [Piece(left, 12.0 * row, left + 150, 12.0 * row + 11, text) for row in range(number)]


def mixed(left: list[Piece], right: list[Piece]) -> list[Piece]:
    return [piece for row in zip(left, right, strict=True) for piece in row]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("كان البرج القديم يقف على صخرة لم يبلغها الماء", 1),
        ("המגדל הישן עמד על סלע שהמים לא הגיעו אליו", 1),
        ("古い塔は水の届かない岩の上に立っていた", 0),
        ("и старая башня стояла на скале над водой", 0),
    ],
    ids=["arabic", "hebrew", "japanese", "russian"],
)
def test_columns_follow_one_another_as_the_script_runs(text: str, first: int) -> None:
    order = reading_order(mixed(column(text, 50, 8), column(text, 230, 8)))
    assert order is not None
    assert [place % 2 for place in order] == [first] * 8 + [1 - first] * 8
    assert order == sorted(order, key=lambda place: (place % 2 != first, place))
