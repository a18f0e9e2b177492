"""The Library page in narrow windows and with large text: nothing is out of reach, no text is cut off."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget

from app.domain.library import FileTrouble, LibraryFacts
from app.domain.passage import Found, Hit, Passage, SearchMode
from app.ui.language import LANGUAGES, Language
from app.ui.library.page import LibraryPage
from app.ui.parts import ElidedLabel, Pill, PlainLabel
from app.ui.theme import Theme
from tests.ui.fake_session import FakeSession
from tests.ui.window_at_work import WindowAtWork, all_widgets

LONG = "The collected letters, invoices and drawings of the harbour office, 1893 to 1951"
LIBRARIES = (
    LibraryFacts("Flat & contracts", ("/flat",), 412, 412, 6380, 6380, seconds_left=0),
    LibraryFacts("Thesis", ("/thesis",), 1610, 1204, 900, 666, seconds_left=170),
    LibraryFacts(LONG, ("/x",), 100_000, 1200, 9000, 666, attention=3, seconds_left=90_000, paused=True),
)
TROUBLES = tuple(
    FileTrouble(f"/x/{name}", LONG, code, {"name": name})
    for name, code in (
        ("scan.pdf", "document_pictures_only"),
        ("pay.pdf", "document_locked"),
        ("a long name of a file that nobody would have thought of giving it.docx", "document_damaged"),
    )
)
TEXT = "The tenant may put up shelves where the walls allow it. " * 4
HIT = Hit(Passage(1, LONG, "/x/lease.pdf", "pdf", 7, "", 0, 9, TEXT, ("Use", "Fixtures")), 1.0, 4.25, 0.5)


@pytest.fixture(autouse=True)
def usual_text(theme: Theme) -> Iterator[None]:
    """Text is as large as before once a test is over."""
    yield
    theme.choose_text(0)


def _filled(
    open_window: Callable[..., WindowAtWork],
    session: FakeSession,
    theme: Theme,
    code: str,
    percent: int,
    width: int,
) -> WindowAtWork:
    session.settings.set("window.language", code)
    session.settings.set("window.text_size", percent)
    session.library.trouble = TROUBLES
    work = open_window(session).begin()
    theme.choose_text(percent)
    work.window.resize(width, 860)
    work.space.show_library()
    work.work(lambda: session.library.show(*LIBRARIES))
    trial = work.space.library.page.trial
    trial.filters.last.setText("soon")
    trial.filters.read()
    trial.show_found(Found((HIT,), SearchMode.FUSED, 0.62))
    page = work.space.library.page
    work.qtbot.waitUntil(lambda: page.inside.width() == page.viewport().width() and page.isVisible())
    work.settle()
    return work


def _outside(page: LibraryPage) -> list[QWidget]:
    """What a person uses or reads there and that doesn't lie between the page's edges."""
    kinds = (QAbstractButton, QComboBox, QLineEdit, PlainLabel)
    seen = [part for part in all_widgets(page.inside) if isinstance(part, kinds) and part.isVisible()]
    assert len(seen) > 30
    return [
        part
        for part in seen
        if (place := QRect(part.mapTo(page.inside, QPoint(0, 0)), part.size())).left() < 0
        or place.right() >= page.viewport().width()
    ]


@pytest.mark.parametrize(
    ("percent", "width"), [(100, 440), (100, 1360), (150, 440), (200, 1000), (200, 1360)]
)
@pytest.mark.parametrize("code", LANGUAGES)
def test_everything_lies_between_the_edges_of_the_page(
    open_window: Callable[..., WindowAtWork],
    session: FakeSession,
    theme: Theme,
    language: Language,
    code: str,
    percent: int,
    width: int,
) -> None:
    work = _filled(open_window, session, theme, code, percent, width)
    page = work.space.library.page
    work.qtbot.waitUntil(lambda: _outside(page) == [])
    labels = [one for one in page.inside.findChildren(PlainLabel) if one.isVisible()]
    low = [one.text() for one in labels if one.height() < one.minimumSizeHint().height()]
    pills = [one for one in page.inside.findChildren(Pill) if one.isVisible()]
    assert pills
    assert low == []
    assert [one.text() for one in pills if one.height() < one.fontMetrics().height()] == []


def test_rows_of_files_stand_below_each_other_where_there_is_no_room(
    open_window: Callable[..., WindowAtWork], session: FakeSession, theme: Theme, language: Language
) -> None:
    work = _filled(open_window, session, theme, "en", 100, 1360)
    table = work.space.library.page.troubles

    def beside() -> list[bool]:
        return [line.name.geometry().right() < line.words.x() for line in table._lines]

    work.qtbot.waitUntil(lambda: beside() == [True] * 3)
    work.window.resize(500, 860)
    work.qtbot.waitUntil(lambda: beside() == [False] * 3)
    assert all(line.name.y() < line.words.y() < line.actions.y() for line in table._lines)
    work.window.resize(1360, 860)
    work.qtbot.waitUntil(lambda: beside() == [True] * 3)


@pytest.mark.parametrize(
    ("text", "mark"),
    [("a name that is much too long", "…\u200e"), ("اسم أطول بكثير مما يتسع له المكان", "…\u200f")],
)
def test_a_cut_name_ends_where_its_letters_run_to(work: WindowAtWork, text: str, mark: str) -> None:
    label = ElidedLabel(text, parent=work.window)
    label.resize(label.fontMetrics().horizontalAdvance(text) // 2, 20)
    assert label.shown_text().endswith(mark)
    assert text.startswith(label.shown_text()[:-2].rstrip("\u200d"))  # Qt keeps the form of a joined letter
    label.resize(2000, 20)
    assert label.shown_text() == text
