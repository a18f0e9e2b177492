"""The order of lines and columns on pages in Arabic, Hebrew, Chinese and Japanese, as PDFium reads real files."""

import re
import textwrap
from collections.abc import Callable
from itertools import zip_longest
from pathlib import Path

import pytest

from app.domain.document import Reading
from app.ipc.reading import DocumentReader
from tests.parsing.written_pdf import Draw, Pen, written_pdf

Read = Callable[..., Reading]

ARABIC = (
    "كان البرج القديم يقف على صخرة لم يبلغها الماء قط ولا يعرف أحد في الوادي متى بني ولا من بناه. وكان حارسه يوقد "
    "المصباح كل مساء قبل أن تدق أجراس البلدة السفلى مرة ثانية، ومن يأتي من التلال يراه قبل أن يرى السقوف.",
    "وكانت الطاحونة يديرها أخوان لم يتفقا على شيء إلا على ثمن الدقيق. كان أحدهما يمسك الدفاتر والآخر يراقب العجلة "
    "وبين الاثنين عاشت القرية أربعين عاما دون أن تتوقف الحجارة يوما واحدا. وما قاله أحدهما للآخر كان عن الطقس.",
)
HEBREW = (
    "המגדל הישן עמד על סלע שהמים לא הגיעו אליו מעולם ואיש בעמק לא ידע מתי נבנה ומי בנה אותו. השומר שלו הדליק את "
    "המנורה בכל ערב לפני שצלצלו הפעמונים של העיר התחתית בפעם השנייה ומי שבא מן הגבעות רואה אותו לפני הגגות.",
    "הטחנה הופעלה בידי שני אחים שלא הסכימו על דבר מלבד מחיר הקמח. אחד מהם ניהל את הספרים והאחר שמר על הגלגל ובין "
    "שניהם ניזון הכפר ארבעים שנה בלי שהאבנים עמדו יום אחד. רוב מה שאמרו זה לזה היה על מזג האוויר.",
)
JAPANESE = (
    "古い塔は水の届かない岩の上に立っていた。毎晩その番人は下の町の鐘が二度目に鳴る前に灯をともす。丘から来る人々は"
    "屋根や水車の音より先にそれを見る。橋が流された大洪水の年に建てられたと言われているが、誰も確かなことは知らない。",
    "水車小屋では二人の兄弟が働いていたが、粉の値段以外には何一つ意見が合わなかった。一人は帳簿をつけ、もう一人は車"
    "の番をした。そして二人のあいだで村は四十年のあいだ養われ、石が止まった日は一日もなかった。",
)
CHINESE = (
    "古塔立在水淹不到的岩石上，没有人知道是谁建造的。守塔人每天傍晚在下城的钟声第二次敲响之前点亮灯火，从山上来的人远"
    "远就能看见它，比看见屋顶和听见磨坊的声音还要早得多。据说有一年冬天，敲钟人因为冰封住了门而一直留在塔上。",
    "磨坊由两兄弟经营，除了面粉的价格，他们从来没有在任何事情上达成一致。一个记账，另一个看管水轮，村子在他们之间被养活"
    "了四十年，石磨没有一天停下来过。他们彼此说过的话大多是关于前一天的天气，写在一只口袋的背面就够了。",
)
ENGLISH = (
    "The lantern tower was built in the year of the great flood, when the old bridge had gone and nobody in the valley "
    "could say where the river would run next. It stands on a rock that the water never reached.",
    "A mill was worked by two brothers who had never agreed on anything but the price of flour. One of them kept the "
    "books and the other kept the wheel, and between both of them the village was fed for forty years.",
)
MIXED = (
    "كان البرج القديم يقف على صخرة منذ سنة 1951 كما يقول ملف lease-12.pdf الذي كتبه الحارس Harald Smit قبل أن يغادر "
    "الوادي في ربيع سنة 1987 ولم يعد إليه بعد ذلك قط.",
    "وكانت الطاحونة يديرها أخوان لم يتفقا على شيء إلا على ثمن الدقيق وهو 41 أو 42 قرشا في السوق الكبيرة وفي "
    "Old Town كان الثمن نصف ذلك.",
)
SIZE, STEP, TOP = 12, 18, 720  # of a letter; from line to line; where the first one begins; in points


def lines(text: str, length: int) -> list[str]:
    """A text of a script without spaces in lines of that many letters."""
    return [text[first : first + length] for first in range(0, len(text), length)]


def whole(pen: Pen, right: float, y: float, line: str) -> str:
    """A line that runs to the left as most programs write it: its letters from the left, as they are seen."""
    return pen.across(right - 0.6 * SIZE * len(line), y, line[::-1])


def by_words(pen: Pen, right: float, y: float, line: str) -> str:
    """The same, each word by itself, the first one first."""
    drawing = ""
    for word in line.split(" "):
        right -= 0.6 * SIZE * len(word)
        drawing += pen.across(right, y, word[::-1])
        right -= 0.6 * SIZE
    return drawing


def by_letters(pen: Pen, right: float, y: float, line: str) -> str:
    """The same, each letter by itself."""
    places = (right - 0.6 * SIZE * (number + 1) for number in range(len(line)))
    return "".join(pen.across(x, y, letter) for x, letter in zip(places, line, strict=True) if letter != " ")


@pytest.mark.parametrize("row_by_row", [True, False], ids=["mixed", "apart"])
@pytest.mark.parametrize("write", [whole, by_words, by_letters])
@pytest.mark.parametrize("texts", [ARABIC, HEBREW], ids=["arabic", "hebrew"])
def test_columns_of_a_script_from_the_right_begin_at_the_right(
    read: Read, texts: tuple[str, str], write: Callable[[Pen, float, float, str], str], row_by_row: bool
) -> None:
    right, left = (textwrap.wrap(text, 34) for text in texts)

    def draw(pen: Pen) -> str:
        if row_by_row:
            return "".join(
                write(pen, edge, TOP - STEP * row, line)
                for row, pair in enumerate(zip_longest(right, left, fillvalue=""))
                for edge, line in zip((570, 300), pair, strict=True)
                if line
            )
        return "".join(
            write(pen, edge, TOP - STEP * row, line)
            for edge, column in ((570, right), (300, left))
            for row, line in enumerate(column)
        )

    assert read(written_pdf(draw, width=600)).pages[0].text.split("\n") == right + left


@pytest.mark.parametrize("row_by_row", [True, False], ids=["mixed", "apart"])
@pytest.mark.parametrize("texts", [JAPANESE, CHINESE], ids=["japanese", "chinese"])
def test_columns_without_spaces_are_read_one_after_the_other(
    read: Read, texts: tuple[str, str], row_by_row: bool
) -> None:
    left, right = (lines(text, 18) for text in texts)
    places = [
        (row, edge, line)
        for edge, column in ((60, left), (320, right))
        for row, line in enumerate(column)
        if line
    ]
    if row_by_row:
        places.sort()

    def draw(pen: Pen) -> str:
        return "".join(pen.across(edge, TOP - STEP * row, line) for row, edge, line in places)

    assert read(written_pdf(draw)).pages[0].text.split("\n") == left + right


def downwards(
    columns: list[str], right: float = 540, top: float = TOP, indented: tuple[int, ...] = ()
) -> Draw:
    """Lines from top to bottom, the first one at the right."""

    def draw(pen: Pen) -> str:
        return "".join(
            pen.down(right - STEP * number, top - SIZE * (number in indented), line)
            for number, line in enumerate(columns)
        )

    return draw


@pytest.mark.parametrize("indented", [(), (0, 4), (0, 1, 2, 5)], ids=["even", "paragraphs", "short ones"])
@pytest.mark.parametrize("texts", [JAPANESE, CHINESE], ids=["japanese", "chinese"])
def test_lines_from_top_to_bottom_are_read_from_the_right(
    read: Read, texts: tuple[str, str], indented: tuple[int, ...]
) -> None:
    columns = lines(texts[0], 14)
    page = read(written_pdf(downwards(columns, indented=indented))).pages[0]
    assert page.text.split("\n") == columns


@pytest.mark.parametrize("texts", [JAPANESE, CHINESE], ids=["japanese", "chinese"])
@pytest.mark.parametrize("gap", [20, 72])
@pytest.mark.parametrize("mixed", [True, False], ids=["mixed", "apart"])
def test_the_upper_tier_of_such_lines_is_read_before_the_lower_one(
    read: Read, texts: tuple[str, str], gap: int, mixed: bool
) -> None:
    upper, lower = (lines(text, 14) for text in texts)
    below = TOP - 14 * SIZE - gap
    places = [
        (number, top, line)
        for top, tier in ((TOP, upper), (below, lower))
        for number, line in enumerate(tier)
    ]
    if mixed:
        places.sort(key=lambda place: place[0])

    def draw(pen: Pen) -> str:
        return "".join(pen.down(540 - STEP * number, top, line) for number, top, line in places)

    assert read(written_pdf(draw)).pages[0].text.split("\n") == upper + lower


def test_two_pages_beside_each_other_are_read_from_the_right(read: Read) -> None:
    first, second = (lines(text, 14) for text in JAPANESE)

    def draw(pen: Pen) -> str:
        return downwards(first)(pen) + downwards(second, right=250)(pen)

    assert read(written_pdf(draw)).pages[0].text.split("\n") == first + second


def test_letters_that_were_placed_one_by_one_run_down_too(read: Read) -> None:
    columns = lines(JAPANESE[0], 14)

    def draw(pen: Pen) -> str:
        return "".join(
            pen.across(540 - STEP * number, TOP - SIZE * row, letter)
            for number, line in enumerate(columns)
            for row, letter in enumerate(line)
        )

    assert read(written_pdf(draw)).pages[0].text.split("\n") == columns


def test_marks_lie_on_the_line_of_their_words(read: Read, reader: DocumentReader, tmp_path: Path) -> None:
    columns = lines(JAPANESE[0], 14)
    text = read(written_pdf(downwards(columns))).pages[0].text
    at = text.index(columns[2][3:7])
    image = reader.draw_page(tmp_path / "file", 1, ((at, at + 4),), width_px=612)
    ((left, top, right, bottom),) = image.marks[0]
    assert 540 - 2 * STEP - SIZE <= left < right <= 540 - 2 * STEP + SIZE
    assert abs(top - (792 - TOP + 3 * SIZE)) <= SIZE and abs(bottom - top - 4 * SIZE) <= SIZE


def test_a_title_across_and_a_page_number_keep_their_letters_in_order(read: Read) -> None:
    columns = lines(JAPANESE[0], 14)

    def draw(pen: Pen) -> str:
        title, number = pen.across(200, 750, "The tower"), pen.across(300, 40, "17")
        return title + downwards(columns)(pen) + number

    assert read(written_pdf(draw)).pages[0].text.split("\n") == ["The tower", *columns, "17"]


def test_two_digits_beside_each_other_stay_in_their_line(read: Read) -> None:
    columns = ["古い塔は千九百年に", "建てられその高さは", "メートルある"]

    def draw(pen: Pen) -> str:
        first = downwards(columns[:2])(pen)
        below = TOP - SIZE * len(columns[1])
        digits = pen.across(540 - STEP - SIZE / 2, below - SIZE, "41")
        return first + digits + pen.down(540 - STEP, below - SIZE - 2, columns[2])

    text = read(written_pdf(draw, width=500)).pages[0].text
    assert text.replace("\n", "") == "".join([*columns[:2], "41", columns[2]])


def one_by_one(row_by_row: bool, columns: tuple[list[str], list[str]], edges: tuple[float, float]) -> Draw:
    """Letters that are drawn alone, in narrow columns far apart and lines close together: PDFium takes them for lines
    from top to bottom."""
    places = [(row, number, line) for number, column in enumerate(columns) for row, line in enumerate(column)]
    if row_by_row:
        places.sort(key=lambda place: place[0])

    def draw(pen: Pen) -> str:
        return "".join(
            pen.across(edges[number] + 0.6 * SIZE * at, TOP - SIZE * row, letter)
            for row, number, line in places
            for at, letter in enumerate(line)
            if letter != " "
        )

    return draw


@pytest.mark.parametrize("row_by_row", [True, False], ids=["mixed", "apart"])
@pytest.mark.parametrize(
    "texts", [ENGLISH, HEBREW, ARABIC, MIXED], ids=["english", "hebrew", "arabic", "arabic and latin"]
)
def test_letters_that_pdfium_takes_for_lines_are_put_together(
    read: Read, texts: tuple[str, str], row_by_row: bool
) -> None:
    first, second = (textwrap.wrap(text, 24) for text in texts)
    if texts is ENGLISH:
        draw = one_by_one(row_by_row, (first, second), (60, 360))
    else:
        seen = tuple([_as_seen(line).rjust(24) for line in column] for column in (first, second))
        draw = one_by_one(row_by_row, (seen[0], seen[1]), (360, 60))
    assert read(written_pdf(draw, width=600)).pages[0].text.split("\n") == first + second


def _as_seen(line: str) -> str:
    """A line that runs from the right, its signs from the left: words and numbers of other letters keep their order."""
    turned = line[::-1]
    return re.sub(r"[A-Za-z0-9][A-Za-z0-9.\- ]*[A-Za-z0-9]", lambda found: found[0][::-1], turned)


def test_marks_lie_on_letters_that_were_put_together(
    read: Read, reader: DocumentReader, tmp_path: Path
) -> None:
    columns = tuple(textwrap.wrap(text, 24) for text in ENGLISH)
    text = read(written_pdf(one_by_one(True, (columns[0], columns[1]), (60, 360)), width=600)).pages[0].text
    at = text.index("worked")
    image = reader.draw_page(tmp_path / "file", 1, ((at, at + 6),), width_px=612)
    (marks,) = image.marks
    left, right = 360 + 0.6 * SIZE * 11, 360 + 0.6 * SIZE * 17
    assert abs(min(box[0] for box in marks) - left) <= SIZE / 2
    assert abs(max(box[2] for box in marks) - right) <= SIZE / 2
    assert all(792 - TOP - SIZE <= box[1] < box[3] <= 792 - TOP + SIZE for box in marks)


@pytest.mark.parametrize("write", [whole, by_letters])
@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("הספר של Harald Smit נכתב בעיר", "ריעב בתכנ Harald Smit לש רפסה"),
        ("הקובץ lease-12.pdf נמצא בספרייה", "היירפסב אצמנ lease-12.pdf ץבוקה"),
        ("המכתב אל ann@example.org נשלח אתמול", "לומתא חלשנ ann@example.org לא בתכמה"),
        ("ראו Harald Smit, page 12 וגם 41", "41 םגו Harald Smit, page 12 ואר"),
        ("ראו (Harald Smit, page 12) וגם", "םגו (Harald Smit, page 12) ואר"),
        ("בשנים 1951-1987 חי בעמק הזה", "הזה קמעב יח 1951-1987 םינשב"),
        ("ביום 31.01.2026 בשעה 10:30 בבוקר", "רקובב 10:30 העשב 31.01.2026 םויב"),
        ("המספרים 12 1951 כתובים ברצף", "ףצרב םיבותכ 1951 12 םירפסמה"),
        ("الملف Harald Smit كتبه الحارس", "سراحلا هبتك Harald Smit فلملا"),
        ("في يوم 31/01/2026 صباحا كتب", "بتك احابص 31/01/2026 موي يف"),
    ],
)
def test_names_and_numbers_within_a_line_from_the_right_keep_their_order(
    read: Read, write: Callable[[Pen, float, float, str], str], line: str, seen: str
) -> None:
    # Others around it, so that the page's lines run from the right whatever is most of this one.
    rows = {0: (HEBREW[0][:40], None), 1: (line, seen), 2: (HEBREW[1][:40], None)}

    def draw(pen: Pen) -> str:
        return "".join(
            write(pen, 560, TOP - STEP * row, seen[::-1] if seen else text)
            for row, (text, seen) in rows.items()
        )

    page = read(written_pdf(draw, width=600)).pages[0]
    assert page.text.split("\n") == [text.rstrip() for text, _ in rows.values()]


def test_marks_lie_on_a_name_that_was_turned(read: Read, reader: DocumentReader, tmp_path: Path) -> None:
    seen = "ריעב בתכנ Harald Smit לש רפסה"

    def draw(pen: Pen) -> str:
        return pen.across(100, TOP, seen)

    text = read(written_pdf(draw, width=600)).pages[0].text
    at = text.index("Harald")
    ((left, _, right, _),) = reader.draw_page(tmp_path / "file", 1, ((at, at + 6),), width_px=612).marks[0]
    begins = 100 + 0.6 * SIZE * seen.index("Harald")
    assert abs(left - begins) <= SIZE / 2 and abs(right - begins - 0.6 * SIZE * 6) <= SIZE / 2


def test_names_in_cells_of_a_row_from_the_right_stay_apart(read: Read) -> None:
    cells = ("הספר של הכפר", "Smit", "Harald")

    def draw(pen: Pen) -> str:
        right = pen.across(560 - 0.6 * SIZE * len(cells[0]), TOP, cells[0][::-1])
        return pen.across(100, TOP, cells[2]) + pen.across(300, TOP, cells[1]) + right

    assert read(written_pdf(draw, width=600)).pages[0].text.split() == " ".join(cells).split()


def test_a_page_that_was_turned_twice_is_read_like_others(read: Read) -> None:
    line, seen = "הספר של Harald Smit נכתב בעיר", "ריעב בתכנ Harald Smit לש רפסה"

    def draw(pen: Pen) -> str:
        rows = (pen.across(100, TOP - STEP * row, seen) for row in range(3))
        return "-1 0 0 -1 612 792 cm " + "".join(rows)

    turned = written_pdf(draw, width=600).replace(b"/MediaBox", b"/Rotate 180 /MediaBox")
    assert [sorted(one.split()) for one in read(turned).pages[0].text.split("\n")] == [
        sorted(line.split())
    ] * 3
    assert read(turned).pages[0].text.startswith("הספר של ")
