"""The Compare page: a sheet before anything leaves, two answers, a vote, and who wrote which hidden until then."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest

from app.domain.comparison import Tally, Vote, Who
from app.domain.errors import CloudError
from app.domain.price import Price
from app.services.provider_service import ProviderFacts
from app.ui.cloud.consent_sheet import ConsentSheet
from app.ui.compare import words
from app.ui.compare.page import ComparePage
from tests.ui.fake_cloud import HOUSE
from tests.ui.window_at_work import WindowAtWork

TYPED = "What may anna@example.org read?"
HOSTILE = '<img src="//host/share/x.png"><b>&amp; & bold</b>'


@pytest.fixture
def page(work: WindowAtWork) -> ComparePage:
    """The page, with one server to compare with."""
    work.session.providers.kept["House"] = ProviderFacts(HOUSE, {}, True)
    work.space.chat.servers.refresh()
    work.window.acts.run("compare.open")
    work.settle()
    return work.space.comparing.page


def sheet_for(work: WindowAtWork, page: ComparePage, text: str = TYPED) -> ConsentSheet:
    """Ask, by keys; the sheet, once it listens."""
    page.question.setPlainText(text)
    QTest.keyClick(page.question, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    work.settle()
    sheet = work.sheet
    assert isinstance(sheet, ConsentSheet)
    work.qtbot.waitUntil(lambda: sheet.listens)
    return sheet


def begin(work: WindowAtWork, page: ComparePage, text: str = TYPED) -> None:
    sheet_for(work, page, text).send.click()
    work.settle()


def end_both(work: WindowAtWork) -> None:
    comparing = work.session.comparing
    work.work(lambda: comparing.end(Who.LOCAL, "Of the **sea**."))
    work.work(lambda: comparing.end(Who.SERVER, "Of towers."))


def test_nothing_is_asked_before_the_sheet_and_enter_sends_nothing(
    work: WindowAtWork, page: ComparePage
) -> None:
    sheet = sheet_for(work, page)
    assert "once" in " ".join(label.text() for label in sheet.findChildren(type(sheet.heading)))
    assert not sheet.always.isVisible() and not sheet.limit.box.isEnabled()  # nobody has typed a price
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    work.settle()
    assert work.session.comparing.sent == []
    assert page.question.toPlainText() == TYPED
    begin(work, page)
    ((preview, blind),) = work.session.comparing.sent
    assert (b"[EMAIL_1]" in preview.payload.body, blind) == (True, False)


def test_a_limit_is_sent_along_and_another_model_of_the_server_can_be_asked(
    work: WindowAtWork, page: ComparePage
) -> None:
    more = replace(HOUSE, models=("small-2",))
    price = Price("$", 3_000_000, 15_000_000, "2026-11-28")
    work.session.providers.kept["House"] = ProviderFacts(more, {"small-2": price}, True)
    work.space.chat.servers.refresh()
    work.space.comparing.refresh()
    work.settle()
    assert [page.server.itemText(row) for row in range(2)] == ["House", "small-2 · House"]
    page.server.setCurrentIndex(1)
    sheet = sheet_for(work, page)
    assert "all comparisons with House" in sheet.limit.told.text()
    sheet.limit.box.setValue(0.5)
    assert not sheet.send.isEnabled()  # the longest answer stands in the bytes
    work.settle()
    sheet.send.click()
    work.settle()
    ((preview, _),) = work.session.comparing.sent
    assert (preview.model, preview.choice.limit_micro) == ("small-2", 500_000)


def test_both_answers_grow_side_by_side_and_a_vote_is_kept(work: WindowAtWork, page: ComparePage) -> None:
    begin(work, page)
    first, second = page.cards
    assert page.stop.isVisible() and not page.compare.isVisible() and not page.vote_row.isVisible()
    work.work(lambda: work.session.comparing.grow(Who.LOCAL, "Of the "))
    assert first.text == "Of the " and "this computer" in first.title.text()
    assert second.title.text() == "big-1 · House"
    end_both(work)
    assert (first.text, second.text) == ("Of the **sea**.", "Of towers.")
    assert "Wh" in first.figures.text() and "energy unknown" in second.figures.text()
    assert page.votes[0].hasFocus()  # the keyboard goes on from there
    QTest.keyClick(page.votes[0], Qt.Key.Key_Right)
    page.votes[1].click()
    work.settle()
    assert work.session.comparing.kept["c0"].vote is Vote.SERVER
    assert page.verdict.text() == "Your vote: The second is better"
    assert not any(button.isVisible() for button in page.votes)
    assert "1 × House" in page.tallies.text() and "House was better" in page.list.item(0).text()


def test_blind_neither_text_nor_name_tells_who_wrote_which_before_the_vote(
    work: WindowAtWork, page: ComparePage
) -> None:
    work.session.comparing.server_first = True
    page.blind.switch.setChecked(True)
    begin(work, page)
    first, second = page.cards
    work.work(lambda: work.session.comparing.grow(Who.LOCAL, "Of the "))
    work.work(lambda: work.session.comparing.end(Who.LOCAL, "Of the sea."))
    assert (first.text, second.text) == ("", "")  # which of them comes first would tell
    assert first.state.text() == second.state.text() != ""  # and which has ended, too
    work.work(lambda: work.session.comparing.end(Who.SERVER, "Of towers."))
    shown = [first.title.text(), second.title.text(), first.figures.text(), second.figures.text()]
    assert shown == ["First answer", "Second answer", "", ""]
    assert (first.text, second.text) == ("Of towers.", "Of the sea.")
    assert "House" not in page.list.item(0).text()
    page.votes[0].click()
    work.settle()
    assert work.session.comparing.kept["c0"].vote is Vote.SERVER
    assert first.title.text() == "big-1 · House" and "s" in first.figures.text()


def test_a_server_that_fails_is_told_and_nothing_can_be_judged(work: WindowAtWork, page: ComparePage) -> None:
    begin(work, page)
    comparing = work.session.comparing
    work.work(lambda: comparing.end(Who.LOCAL, "Of the sea."))
    work.work(
        lambda: comparing.end(Who.SERVER, "", CloudError("server_busy", origin="the server", status=429))
    )
    assert "the server" in page.cards[1].state.text()
    assert not page.votes[0].isVisible() and "nothing to judge" in page.verdict.text()
    work.session.comparing.refuse = CloudError("cloud_never")
    page.question.setPlainText("Again?")
    page.compare.click()
    work.settle()
    assert page.problem.isVisible() and page.problem.text()


def test_an_earlier_comparison_is_opened_and_deleted_and_hostile_words_stay_words(
    work: WindowAtWork, page: ComparePage
) -> None:
    begin(work, page, HOSTILE)
    end_both(work)
    begin(work, page, "Another?")
    page.stop.click()
    work.settle()
    assert work.session.comparing.stops == 1
    end_both(work)
    assert page.list.currentRow() == 0  # what Delete means is what is shown
    page.list.setCurrentRow(1)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    work.settle()
    assert page.asked.text() == HOSTILE and page.cards[1].text == "Of towers."
    begin(work, page, "A third?")
    end_both(work)
    assert page.list.currentRow() == 0
    work.space.comparing.show_kept("c0")
    work.settle()
    assert page.list.currentRow() == 2
    page.remove.click()
    work.sheet.accept()
    work.settle()
    assert list(work.session.comparing.kept) == ["c1", "c2"] and not page.cards[0].isVisible()


def test_the_left_column_leads_to_the_page(work: WindowAtWork) -> None:
    QTest.mouseClick(work.space.sidebar.compare, Qt.MouseButton.LeftButton)
    work.settle()
    assert work.space.pages.currentWidget() is work.space.comparing.page


def test_without_server_or_model_the_page_says_what_to_do(work: WindowAtWork) -> None:
    work.session.models.current = ""
    work.space.chat.composer.set_text("A draft of a conversation")
    work.space.show_compare()
    work.settle()
    page = work.space.comparing.page
    assert "No server" in page.lead.text() and page.lead.isVisible() and "no model" in page.local.text()
    assert not page.compare.isEnabled() and page.question.toPlainText() == "A draft of a conversation"
    page.servers.click()
    work.settle()
    assert work.sheet.windowTitle()


def test_a_narrow_page_has_the_long_captions_of_its_votes_in_two_rows(
    work: WindowAtWork, page: ComparePage
) -> None:
    begin(work, page)
    end_both(work)
    work.window.resize(680, 600)
    for button in page.votes:
        button.set_caption("Die zweite ist besser")
    work.settle()
    assert page.inside.width() <= page.viewport().width() < page.width()
    assert page.votes[0].y() == page.votes[1].y() < page.votes[2].y()


def test_a_tally_that_begins_with_a_model_runs_as_the_window_does(work: WindowAtWork) -> None:
    tally = Tally("hearth-demo", "big-1", "House", ((Vote.LOCAL, 1),), 1.0, 1.0, 0, "", 0)
    assert work.window.isVisible() and words.tally_words(tally).startswith("hearth-demo")
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        assert words.tally_words(tally).startswith("\u200fhearth-demo")
    finally:
        QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_a_picture_is_refused_in_words_because_no_server_gets_one(page: ComparePage, tmp_path: Path) -> None:
    pixels, file, words_only = QMimeData(), QMimeData(), QMimeData()
    pixels.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    file.setUrls([QUrl.fromLocalFile(str(tmp_path / "cat.PNG"))])
    words_only.setText("words")
    for source in (pixels, file):
        page.show_problem("")
        assert page.question.canInsertFromMimeData(source)
        page.question.insertFromMimeData(source)
        assert "goes to no server" in page.problem.text()
        assert page.question.toPlainText() == ""
    page.question.insertFromMimeData(words_only)
    assert page.question.toPlainText() == "words"
