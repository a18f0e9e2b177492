"""The filters beside “Would it find this?”, by mouse and keyboard."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from app.domain.library import LibraryFacts
from app.domain.passage import Found, Hit, Passage, SearchFilter
from app.parsing.reading import READERS
from app.ui.flow import Flow
from app.ui.language import typed_day
from app.ui.library.find_field import FindField
from app.ui.library.search_filters import SearchFilters
from tests.ui.fake_session import FakeSession
from tests.ui.window_at_work import WindowAtWork

THESIS = LibraryFacts("Thesis", ("/home/ann/thesis",), 4, 4, 9, 9)
HIT = Hit(Passage(1, "Thesis", "/home/ann/thesis/boats.md", "markdown", 1, "", 0, 5, "Boats"), 1.0)
MAIL = LibraryFacts("Mail", ("/mail",), 126, 126, 2011, 2011)
# What a package or an old file is said to be once it was looked into, in the place of its container.
INSIDE = {"odf": ("odt", "ods", "odp"), "compound": ("doc", "ppt", "msg"), "json": ("json", "notebook")}


@pytest.fixture(autouse=True)
def usual_locale() -> Iterator[None]:
    """Dates are written as before once a test is over."""
    yield
    QLocale.setDefault(QLocale("en"))


@pytest.fixture
def page(work: WindowAtWork) -> WindowAtWork:
    """The page with two libraries, and a question in the field."""
    QTest.mouseClick(work.space.sidebar.library, Qt.MouseButton.LeftButton)
    work.work(lambda: work.session.library.show(THESIS, MAIL))
    _trial(work).field.setText("boats")
    return work


def _trial(work: WindowAtWork) -> FindField:
    return work.space.library.page.trial


def _filters(work: WindowAtWork) -> SearchFilters:
    return _trial(work).filters


def _searched(work: WindowAtWork) -> list[tuple[object, ...]]:
    work.settle()
    return [wish[1:] for wish in work.session.library.wishes if wish[0] == "search"]


def _choose(box: QComboBox, text: str) -> None:
    """As a person does with the keyboard: the list is opened, and the entry is taken."""
    QTest.keyClick(box, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier)
    view = box.view()
    view.setCurrentIndex(box.model().index(box.findText(text), 0))
    QTest.keyClick(view, Qt.Key.Key_Return)


def test_every_filter_narrows_what_is_searched(page: WindowAtWork) -> None:
    filters = _filters(page)
    _choose(filters.library, "Mail")
    assert _searched(page) == [("boats", ("Mail",), SearchFilter())]
    _choose(filters.kind, "Messages")
    kinds = ("eml", "msg", "mbox")
    assert _searched(page)[-1] == ("boats", ("Mail",), SearchFilter(kinds))
    QTest.keyClicks(filters.part, "2025/")
    QTest.keyClicks(filters.first, "2025-01-31")
    QTest.keyClicks(filters.last, "2025-12-31")
    assert len(_searched(page)) == 2  # nothing is searched at each letter
    QTest.keyClick(filters.last, Qt.Key.Key_Return)
    whole = SearchFilter(kinds, part="2025/", date_from="2025-01-31", date_to="2025-12-31")
    assert _searched(page)[-1] == ("boats", ("Mail",), whole)


def test_reset_takes_all_filters_away_and_searches_anew(page: WindowAtWork) -> None:
    filters = _filters(page)
    assert not filters.reset.isEnabled()
    _choose(filters.library, "Thesis")
    _choose(filters.kind, "Slides")
    for field in (filters.part, filters.first, filters.last):
        field.setText("2025-01-31")
    filters.reset.setFocus()
    QTest.keyClick(filters.reset, Qt.Key.Key_Space)
    assert _searched(page)[-1] == ("boats", (), SearchFilter())
    assert not filters.any_set and not filters.reset.isEnabled()
    assert page.window.focusWidget() is filters.kind


@pytest.mark.parametrize(
    ("first", "last", "wrong", "told"),
    [
        ("soon", "", "first", "“soon” is no day"),
        ("", "2026-02-30", "last", "“2026-02-30” is no day"),
        ("2026-05-01", "2026-04-01", "last", "lies before the first"),
    ],
)
def test_a_day_that_is_none_is_said_and_nothing_is_searched(
    page: WindowAtWork, first: str, last: str, wrong: str, told: str
) -> None:
    filters = _filters(page)
    page.session.library.found = Found((HIT,))
    QTest.keyClick(_trial(page).field, Qt.Key.Key_Return)
    assert len(_searched(page)) == 1
    filters.first.setText(first)
    filters.last.setText(last)
    QTest.keyClick(_trial(page).field, Qt.Key.Key_Return)
    assert len(_searched(page)) == 1 and len(_trial(page).cards) == 1  # what was found before stays
    field: QLineEdit = getattr(filters, wrong)
    assert filters.problem.isVisible() and told in filters.problem.text()
    assert field.property("look") == "wrong" and page.window.focusWidget() is field
    assert (filters.first.text(), filters.last.text()) == (first, last)  # nothing typed is lost
    field.clear()
    assert not filters.problem.isVisible() and field.property("look") == ""
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert len(_searched(page)) == 2


def test_a_day_is_understood_as_the_language_writes_it_and_shown(page: WindowAtWork) -> None:
    QLocale.setDefault(QLocale("de"))
    filters = _filters(page)
    filters.first.setText("1.2.2025")
    QTest.keyClick(filters.first, Qt.Key.Key_Return)
    assert filters.first.text() == "2025-02-01"
    assert _searched(page) == [("boats", (), SearchFilter(date_from="2025-02-01"))]


@pytest.mark.parametrize(
    ("language", "typed", "day"),
    [
        ("en_US", "2/1/2025", "2025-02-01"),
        ("en_US", "2/1/25", "2025-02-01"),
        ("en_GB", "2/1/2025", "2025-01-02"),
        ("de", "31.12.99", "1999-12-31"),
        ("de", "01.02.2025", "2025-02-01"),
        ("de", " 2026-01-31 ", "2026-01-31"),
        ("ar_EG", "٣١/١/٢٠٢٦", "2026-01-31"),
        ("ar_EG", "٢٠٢٦-٠١-٣١", "2026-01-31"),
        ("de", "31.2.2025", "31.2.2025"),
        ("de", "²", "²"),
    ],
)
def test_days_as_they_are_typed(language: str, typed: str, day: str) -> None:
    QLocale.setDefault(QLocale(language))
    assert typed_day(typed) == day


def test_a_home_folder_is_the_person_s_own(page: WindowAtWork, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ann")
    monkeypatch.setenv("USERPROFILE", "/home/ann")
    filters = _filters(page)
    filters.part.setText("~/thesis")
    only = filters.read()
    assert only is not None and only.part == "/home/ann/thesis"


def test_one_library_needs_no_choice_and_one_that_is_gone_is_not_searched(page: WindowAtWork) -> None:
    filters = _filters(page)
    assert filters.library.isVisible()
    _choose(filters.library, "Mail")
    page.work(lambda: page.session.library.show(MAIL, THESIS))
    assert list(filters.libraries) == ["Mail"]  # the list has changed, the choice hasn't
    page.work(lambda: page.session.library.show(THESIS))
    assert not filters.library.isVisible() and not filters.libraries


def test_what_is_offered_stays_while_libraries_fill(page: WindowAtWork) -> None:
    filters = _filters(page)
    filters.library.showPopup()
    filters.library.view().setCurrentIndex(filters.library.model().index(2, 0))
    page.work(lambda: page.session.library.show(THESIS, LibraryFacts("Mail", ("/mail",), 130, 127)))
    assert filters.library.view().currentIndex().row() == 2
    filters.library.hidePopup()


def test_the_list_of_kinds_is_as_wide_as_its_longest_entry(page: WindowAtWork) -> None:
    kind = _filters(page).kind
    kind.showPopup()
    letters = kind.view().fontMetrics()
    longest = max(letters.horizontalAdvance(kind.itemText(at)) for at in range(kind.count()))
    assert kind.width() < longest + 20 <= kind.view().viewport().width()
    kind.hidePopup()


def test_nothing_found_names_the_filters_where_there_are_any(page: WindowAtWork) -> None:
    page.session.library.found = Found()
    trial = _trial(page)
    QTest.keyClick(trial.field, Qt.Key.Key_Return)
    page.settle()
    assert "filters" not in trial.told.text()
    trial.filters.part.setText("nowhere")
    QTest.keyClick(trial.filters.part, Qt.Key.Key_Return)
    page.settle()
    assert "files that the filters leave" in trial.told.text()


def test_the_tab_key_passes_field_filters_and_reset_in_their_order(page: WindowAtWork) -> None:
    trial, filters = _trial(page), _filters(page)
    filters.part.setText("x")  # or reset has nothing to do
    trial.field.setFocus()
    stops: list[QWidget | None] = []
    for _ in range(7):
        QTest.keyClick(page.window, Qt.Key.Key_Tab)
        stops.append(page.window.focusWidget())
    assert stops == [
        trial.go,
        filters.library,
        filters.kind,
        filters.part,
        filters.first,
        filters.last,
        filters.reset,
    ]
    assert all(stop is not None and stop.accessibleName() for stop in stops)


def test_every_kind_that_is_read_can_be_chosen(page: WindowAtWork) -> None:
    offered = {kind for kinds, _ in _filters(page)._kinds() if isinstance(kinds, tuple) for kind in kinds}
    read = {inside for kind in READERS for inside in INSIDE.get(kind, (kind,))}
    assert offered == read


def test_filters_take_as_many_lines_as_they_need(
    open_window: Callable[..., WindowAtWork], session: FakeSession
) -> None:
    session.settings.set("window.language", "de")  # its words are long
    work = open_window(session).begin()
    work.work(lambda: session.library.show(THESIS, MAIL))
    work.space.library.page.trial.filters.part.setText("x")
    work.space.show_library()
    for width in (440, 1360):
        work.window.resize(width, 860)
        work.settle()
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        filters = _filters(work)
        (flow,) = filters.findChildren(Flow)
        for part in (
            filters.library,
            filters.kind,
            filters.part,
            filters.first,
            filters.last,
            filters.reset,
        ):
            assert part.parentWidget() is flow and flow.rect().contains(part.geometry()), (width, part.y())
    assert filters.reset.y() < filters.library.geometry().bottom()  # beside each other where there is room
