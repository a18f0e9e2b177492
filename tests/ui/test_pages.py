"""From page to page and back with Escape; every button of the Compare page by the Tab key."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from app.domain.comparison import Who
from app.domain.conversation import Role
from tests.ui.fake_cloud import a_preview
from tests.ui.fake_session import FakeSession
from tests.ui.test_accessible import stops
from tests.ui.window_at_work import WindowAtWork

PAGES = ("library.open", "models.open", "ledger.open", "compare.open", "settings.open")


def escape(work: WindowAtWork) -> None:
    QTest.keyClick(QApplication.focusWidget() or work.window, Qt.Key.Key_Escape)
    work.settle()


def show(work: WindowAtWork, action: str) -> None:
    work.window.acts.run(action)
    work.settle()


@pytest.mark.parametrize("action", PAGES)
def test_escape_leaves_every_page_for_the_question_and_stops_an_answer_only_then(
    work: WindowAtWork, action: str
) -> None:
    work.space.chat.asking.busy = True
    show(work, action)
    assert work.space.pages.currentWidget() is not work.space.chat
    escape(work)
    assert work.space.pages.currentWidget() is work.space.chat
    assert QApplication.focusWidget() is work.space.chat.composer.field
    assert work.session.chat.stops == 0
    escape(work)
    assert work.session.chat.stops == 1


def test_settings_are_left_for_the_page_they_were_opened_on_and_no_press_goes_round(
    work: WindowAtWork,
) -> None:
    show(work, "models.open")
    show(work, "settings.open")
    QTest.keyClicks(work.space.settings.page.search, "night")
    escape(work)
    assert work.space.settings.page.isVisible() and not work.space.settings.page.search.text()
    escape(work)
    assert work.space.pages.currentWidget() is work.space.models.page
    show(work, "settings.open")
    show(work, "models.open")
    escape(work)
    assert work.space.pages.currentWidget() is work.space.chat


def test_the_left_column_marks_where_one_is(work: WindowAtWork) -> None:
    side = work.space.sidebar
    places = (side.library, side.models, side.ledger, side.compare, side.settings)  # as PAGES
    talk = work.session.chat.add("Talk", [(Role.USER, "a question")])
    work.work(lambda: work.session.chat.rename(talk.id, "Talk"))
    work.space.chat.open(work.session.chat.kept[talk.id])
    work.settle()
    assert side.list.drawing.shown == talk.id

    def marked() -> list[str]:
        found = [one for one in places if one.accessibleDescription()]
        assert found == [one for one in places if one.property("look") == "nav-here"]
        return [one.text() for one in found]

    for action, place in zip(PAGES, places, strict=True):
        show(work, action)
        assert marked() == [place.text()]
        assert side.list.drawing.shown == ""
    escape(work)  # Settings lay over the page before
    assert marked() == [side.compare.text()]
    escape(work)
    assert marked() == []
    assert side.list.drawing.shown == talk.id


def test_what_is_searched_in_the_list_goes_before_the_page(work: WindowAtWork) -> None:
    show(work, "library.open")
    work.space.focus_search()
    QTest.keyClicks(work.space.sidebar.search, "tower")
    escape(work)
    assert not work.space.sidebar.search.text() and work.space.library.page.isVisible()
    escape(work)
    assert work.space.pages.is_home


def test_the_welcome_page_is_come_back_to_until_there_is_a_model(
    open_window: Callable[..., WindowAtWork], session: FakeSession
) -> None:
    session.models.shelf = []
    work = open_window(session).begin()
    work.qtbot.waitUntil(work.space.welcome.isVisible)
    show(work, "models.open")
    escape(work)
    assert work.space.welcome.isVisible() and work.space.welcome.model.file.hasFocus()


def test_every_button_of_the_compare_page_is_reached_by_tab(work: WindowAtWork) -> None:
    preview = a_preview(work.session.cloud, "How high?")
    show(work, "compare.open")
    page = work.space.comparing.page
    work.work(lambda: work.session.comparing.start(preview, blind=True))
    assert page.stop.isVisible() and page.stop in stops(work)
    work.work(lambda: work.session.comparing.end(Who.LOCAL, "41 metres."))
    work.work(lambda: work.session.comparing.end(Who.SERVER, "41 metres."))
    buttons = {one for one in page.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()}
    assert {*page.votes, page.servers, page.remove, page.blind.switch} <= buttons
    reached = stops(work)
    assert page.question in reached and page.list in reached and buttons <= {*reached}
