"""The Library page as a person uses it: adding, watching it fill, trying a question, mending, removing."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from app.domain.errors import LibraryError
from app.domain.library import FileTrouble, LibraryFacts, LibrarySettings
from app.domain.passage import Found, Hit, Passage, SearchMode
from app.services.events import LibraryChanged
from app.ui.library.sheets import FilePasswordSheet, LibrarySettingsSheet
from app.ui.parts import Button, ElidedLabel, PlainLabel
from app.ui.questions import ConfirmSheet
from tests.ui.fake_session import FakeSession
from tests.ui.window_at_work import WindowAtWork, all_widgets

READING = LibraryFacts("Thesis", ("/home/ann/thesis",), 1610, 1204, 900, 666, seconds_left=170)
DONE = LibraryFacts("Flat & contracts", ("/home/ann/flat",), 412, 412, 6380, 6380, seconds_left=0)
TROUBLED = LibraryFacts("Mail", ("/mail",), 126, 126, 2011, 2011, attention=3, seconds_left=0)
TROUBLES = (
    FileTrouble("/mail/scan.pdf", "Mail", "document_pictures_only", {"name": "scan.pdf"}),
    FileTrouble("/mail/pay.pdf", "Mail", "document_locked", {"name": "pay.pdf"}),
    FileTrouble("/mail/broken.docx", "Mail", "document_damaged", {"name": "broken.docx"}),
)


def _words(work: WindowAtWork) -> str:
    page = work.space.library.page
    shown = [
        one.text() for one in all_widgets(page) if isinstance(one, PlainLabel | Button) and one.isVisible()
    ]
    return "\n".join(shown)


def _button(work: WindowAtWork, name: str) -> Button:
    page = work.space.library.page
    return next(one for one in all_widgets(page) if isinstance(one, Button) and one.accessibleName() == name)


@pytest.fixture
def page(work: WindowAtWork) -> WindowAtWork:
    """The window with the page opened by a click in the sidebar."""
    QTest.mouseClick(work.space.sidebar.library, Qt.MouseButton.LeftButton)
    assert work.space.pages.currentWidget() is work.space.library.page
    return work


def test_a_folder_that_is_chosen_is_read_under_its_own_name(
    page: WindowAtWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "No folder is read yet" in _words(page)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args, **_more: "/home/ann/thesis")
    QTest.mouseClick(page.space.library.page.add, Qt.MouseButton.LeftButton)
    page.settle()
    assert page.session.library.wishes == [("add", "thesis", (Path("/home/ann/thesis"),), None)]


def test_a_second_folder_of_the_same_name_gets_a_name_of_its_own(page: WindowAtWork) -> None:
    page.work(lambda: page.session.library.show(DONE, LibraryFacts("flat", ("/x",))))
    page.space.library.add(Path("/other/flat"))
    page.settle()
    assert page.session.library.wishes == [("add", "flat 2", (Path("/other/flat"),), None)]


def test_what_is_told_is_shown_and_the_sidebar_counts(page: WindowAtWork) -> None:
    page.work(lambda: page.session.library.show(DONE, READING))
    words = _words(page)
    for told in ("watching", "up to date", "indexing", "3 minutes left", "meaning search 74 %"):
        assert told in words
    assert page.space.library.page.cards["Thesis"].progress.isVisible()
    assert not page.space.library.page.cards["Flat & contracts"].progress.isVisible()
    assert "022" in page.space.sidebar.file_count.text()  # 2,022 files, however the locale parts it
    page.work(lambda: page.session.library.show(READING))
    assert list(page.space.library.page.cards) == ["Thesis"]


def test_files_that_need_attention_say_why_and_offer_what_helps(page: WindowAtWork) -> None:
    page.session.library.trouble = TROUBLES
    page.work(lambda: page.session.library.show(TROUBLED))
    page.settle()
    assert "3 files need attention" in _words(page)
    assert "broken.docx" in _words(page)
    QTest.mouseClick(_button(page, "Read broken.docx again"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(_button(page, "Read pictures of text in Mail"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(_button(page, "Unlock pay.pdf"), Qt.MouseButton.LeftButton)
    sheet = page.sheet
    assert isinstance(sheet, FilePasswordSheet)
    QTest.keyClicks(sheet.field, "secret")
    QTest.mouseClick(sheet.go, Qt.MouseButton.LeftButton)
    page.settle()
    assert page.session.library.wishes == [
        ("retry", "/mail/broken.docx", ""),
        ("add", "Mail", (), LibrarySettings(ocr=True)),
        ("retry", "/mail/pay.pdf", "secret"),
    ]


@pytest.mark.parametrize(
    ("code", "offered"),
    [("document_picture", True), ("document_no_words", False), ("document_damaged", False)],
)
def test_ocr_is_offered_where_it_may_find_words(page: WindowAtWork, code: str, offered: bool) -> None:
    page.session.library.trouble = (FileTrouble("/mail/one", "Mail", code, {"name": "one"}),)
    page.work(lambda: page.session.library.show(TROUBLED))
    page.settle()
    assert ("Read with OCR" in _words(page), "Retry" in _words(page)) == (offered, not offered)


HIT = Hit(
    Passage(1, "Flat & contracts", "/home/ann/flat/lease.pdf", "pdf", 7, "", 0, 9, "<b>shelves</b>"),
    1.0,
    4.25,
    0.5,
)
FOUND = Found((HIT,), SearchMode.FUSED, 1.0)


def test_a_question_shows_its_passages_with_both_scores(page: WindowAtWork) -> None:
    page.work(lambda: page.session.library.show(DONE))
    page.session.library.found = FOUND
    field = page.space.library.page.trial.field
    QTest.keyClicks(field, "May I put up shelves?")
    QTest.keyClick(field, Qt.Key.Key_Return)
    page.settle()
    words = _words(page)
    for told in ("lease.pdf", "page 7", "<b>shelves</b>", "keyword 4.25 · meaning 0.50", "words and meaning"):
        assert told in words
    page.session.library.found = Found()
    QTest.keyClick(field, Qt.Key.Key_Return)
    page.settle()
    assert "Nothing was found" in _words(page)
    assert page.space.library.page.trial.cards == []


@pytest.mark.parametrize(
    ("kind", "page_number", "label", "told"),
    [
        ("pptx", 3, "Slide 3", "slide 3"),
        ("xlsx", 1, "Budget", "sheet Budget"),
        ("epub", 2, "The flood", "The flood"),
        ("mbox", 12, "", "page 12"),
    ],
)
def test_a_passage_says_where_in_its_file_it_stands(
    page: WindowAtWork, kind: str, page_number: int, label: str, told: str
) -> None:
    page.work(lambda: page.session.library.show(DONE))
    passage = replace(HIT.passage, kind=kind, page=page_number, page_label=label)
    page.space.library.page.trial.show_found(Found((replace(HIT, passage=passage),)))
    page.settle()
    assert f"Flat & contracts · {told}\n" in _words(page) + "\n"


def test_what_was_found_by_words_is_looked_for_again_once_the_embedder_is_there(page: WindowAtWork) -> None:
    library = page.session.library
    page.work(lambda: library.show(READING))
    library.found = replace(FOUND, mode=SearchMode.KEYWORD)
    trial = page.space.library.page.trial
    trial.field.setText("where are the boats")
    QTest.mouseClick(trial.go, Qt.MouseButton.LeftButton)
    page.settle()
    assert "by words alone" in trial.told.text()
    library.found = FOUND
    page.work(lambda: page.session.publish(LibraryChanged(library.libraries, (), "minilm", True)))
    page.settle()
    assert "by words and meaning" in trial.told.text()
    page.work(lambda: page.session.publish(LibraryChanged(library.libraries, (), "minilm", True)))
    page.settle()
    assert [wish[0] for wish in library.wishes] == ["search", "search"]


def test_a_name_that_would_turn_round_and_one_of_two_lines_are_shown_plainly(page: WindowAtWork) -> None:
    page.work(lambda: page.session.library.show(READING))
    odd = [
        replace(HIT, passage=replace(HIT.passage, path=f"/notes/{name}"))
        for name in ("plain.txt", "evil\u202etxt.exe", "two\nlines.txt")
    ]
    trial = page.space.library.page.trial
    trial.show_found(Found(tuple(odd), SearchMode.FUSED, 1.0))
    page.settle()
    titles = [label for card in trial.cards for label in card.findChildren(ElidedLabel)[:1]]
    assert "\u202e" not in titles[1].text() and "RLO" in titles[1].text()
    assert titles[2].sizeHint().height() == titles[0].sizeHint().height()


def test_pause_settings_and_removal_from_the_card(page: WindowAtWork) -> None:
    page.work(lambda: page.session.library.show(READING))
    card = page.space.library.page.cards["Thesis"]
    QTest.mouseClick(card.pause, Qt.MouseButton.LeftButton)
    card.sync_wished.emit("Thesis")
    card.settings_wished.emit("Thesis")
    sheet = page.sheet
    assert isinstance(sheet, LibrarySettingsSheet)
    sheet.kinds.setText("*.PDF, docx")
    sheet.ignore.setText("drafts/*")
    sheet.hidden.click()
    QTest.mouseClick(sheet.save, Qt.MouseButton.LeftButton)
    card.remove_wished.emit("Thesis")
    confirm = page.sheet
    assert isinstance(confirm, ConfirmSheet)
    QTest.mouseClick(confirm.yes, Qt.MouseButton.LeftButton)
    page.settle()
    assert page.session.library.wishes == [
        ("pause", True, "Thesis"),
        ("sync", "Thesis"),
        ("add", "Thesis", (), LibrarySettings(("pdf", "docx"), ("drafts/*",), True, False)),
        ("remove", "Thesis"),
    ]


def test_a_failure_is_said_on_the_page(page: WindowAtWork) -> None:
    page.session.library.error = LibraryError("library_crashes_too_often")
    page.space.library.add(Path("/x"))
    page.settle()
    assert page.space.library.page.problem.isVisible()
    assert "stopped starting it" in page.space.library.page.problem.text()


def test_a_new_conversation_leaves_the_page(page: WindowAtWork) -> None:
    QTest.mouseClick(page.space.sidebar.new, Qt.MouseButton.LeftButton)
    assert page.space.pages.currentWidget() is page.space.chat


def test_every_stop_of_the_tab_key_on_the_page_has_a_name(page: WindowAtWork) -> None:
    page.session.library.trouble = TROUBLES
    page.work(lambda: page.session.library.show(READING, TROUBLED))
    page.settle()
    stops = [
        one
        for one in all_widgets(page.space.library.page)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible()
    ]
    assert len(stops) > 8
    assert [type(one).__name__ for one in stops if not one.accessibleName()] == []


def test_another_embedder_is_chosen_by_its_folder(
    page: WindowAtWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = page.space.library.page.embedder
    page.work(lambda: page.session.library.show(LibraryFacts("Papers", ("/docs",))))
    assert "no embedder" in row.told.text()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args, **_kind: "/models/minilm")
    row.other.click()
    page.settle()
    assert ("use_embedder", "/models/minilm") in page.session.library.wishes
    page.session.publish(LibraryChanged(page.session.library.libraries, (), "minilm"))
    page.settle()
    assert "minilm" in row.told.text()
    row.packaged.click()
    page.settle()
    assert ("use_embedder", "") in page.session.library.wishes


def test_a_cross_encoder_is_chosen_and_turned_off(
    page: WindowAtWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = page.space.library.page.ranker
    page.work(lambda: page.session.library.show(LibraryFacts("Papers", ("/docs",))))
    assert not row.off.isVisible()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args, **_kind: "/models/ranker")
    row.choose.click()
    page.settle()
    assert ("use_ranker", "/models/ranker") in page.session.library.wishes
    assert "by ranker" in row.told.text()
    row.off.click()
    page.settle()
    assert ("use_ranker", "") in page.session.library.wishes
    assert not row.off.isVisible()
    page.session.library.error = LibraryError("ranker_unfit", file="ranker", reason="config.json")
    row.choose.click()
    page.settle()
    assert "cross-encoder" in page.space.library.page.problem.text()
    assert not row.off.isVisible()


@pytest.fixture
def first(open_window: Callable[..., WindowAtWork], session: FakeSession) -> WindowAtWork:
    """The welcome page of a profile without a model."""
    session.models.shelf = []
    work = open_window(session).begin()
    work.qtbot.waitUntil(work.space.welcome.isVisible)
    return work


def test_the_first_start_adds_a_folder_before_there_is_a_model(
    first: WindowAtWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    welcome = first.space.welcome
    assert not welcome.library.isVisible()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args, **_more: "/home/ann/thesis")
    QTest.keyClick(welcome.folder, Qt.Key.Key_Space)
    first.settle()
    assert first.session.library.wishes == [("add", "thesis", (Path("/home/ann/thesis"),), None)]
    first.work(lambda: first.session.library.show(READING, DONE))
    words = [label.text() for label in welcome.findChildren(PlainLabel) if label.isVisible()]
    assert any("Thesis, Flat & contracts" in text for text in words)
    QTest.mouseClick(welcome.library, Qt.MouseButton.LeftButton)
    assert first.space.library.page.isVisible()
    QTest.keyClick(first.space.library.page.add, Qt.Key.Key_Escape)
    assert welcome.isVisible()


def test_why_a_folder_can_t_be_read_is_said_on_the_welcome_page(
    first: WindowAtWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    welcome = first.space.welcome
    first.session.library.error = LibraryError("library_crashes_too_often")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args, **_more: "/gone")
    QTest.mouseClick(welcome.folder, Qt.MouseButton.LeftButton)
    first.settle()
    assert welcome.folder_problem.isVisible() and welcome.folder_problem.text()
    first.session.library.error = None
    QTest.mouseClick(welcome.folder, Qt.MouseButton.LeftButton)
    first.settle()
    assert not welcome.folder_problem.isVisible()


def test_the_welcome_page_is_scrolled_in_a_low_window(first: WindowAtWork) -> None:
    welcome = first.space.welcome
    first.window.resize(1000, 480)
    first.settle()
    bar = welcome.verticalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(bar.maximum())
    assert welcome.restore.visibleRegion().boundingRect() == welcome.restore.rect()


def test_the_steps_of_the_welcome_page_fit_into_a_narrow_window(
    open_window: Callable[..., WindowAtWork], session: FakeSession
) -> None:
    session.models.shelf = []
    session.settings.set("window.language", "de")  # its words are long
    work = open_window(session).begin()
    welcome = work.space.welcome
    work.work(lambda: session.library.show(READING))
    for width in (440, 1360):
        work.window.resize(width, 860)
        work.settle()
        for button in (
            welcome.model.other,
            welcome.model.file,
            welcome.library,
            welcome.folder,
            welcome.lock,
        ):
            assert button.visibleRegion().boundingRect() == button.rect(), (width, button.text())
    assert welcome.model.file.y() == welcome.model.other.y()  # beside each other where there is room
