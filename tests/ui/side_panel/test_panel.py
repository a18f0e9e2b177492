"""The side panel: tabs, folding, width, what is remembered, and the page with an answer's details."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from app.domain.conversation import MessageState, Role
from app.domain.given import Given
from app.domain.sampling import Sampling
from app.ui.side_panel.details import sampling_words
from app.ui.side_panel.panel import LEAST_WIDTH_PX, USUAL_WIDTH_PX
from tests.ui.fake_session import FakeSession
from tests.ui.window_at_work import WindowAtWork

Make = Callable[..., WindowAtWork]


def test_it_is_folded_at_first_and_opens_by_its_button(work: WindowAtWork) -> None:
    panel = work.space.chat.panel.panel
    assert not panel.isVisible()
    work.space.chat.header.panel.click()
    assert panel.isVisible()
    assert panel.width() == USUAL_WIDTH_PX
    panel.close_button.click()
    assert not panel.isVisible()


def test_its_tabs_can_be_pressed_at_once(work: WindowAtWork) -> None:
    """Whoever asks where a tab is right after the panel was opened must be told where it will be."""
    panel = work.space.chat.panel.panel
    panel.toggle()
    told = panel.tabs.mapTo(work.window, panel.tabs.tabRect(1).center())
    work.settle()
    assert told == panel.tabs.mapTo(work.window, panel.tabs.tabRect(1).center())
    assert told.x() > work.window.width() - USUAL_WIDTH_PX


def test_its_width_and_being_open_are_remembered(open_window: Make, session: FakeSession) -> None:
    work = open_window(session).begin()
    panel = work.space.chat.panel.panel
    work.space.chat.header.panel.click()
    panel.grip.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(panel.grip, Qt.Key.Key_Left)
    QTest.keyClick(panel.grip, Qt.Key.Key_Left)
    wide = panel.width()
    assert wide > USUAL_WIDTH_PX
    work.settle()
    again = open_window(session).begin().space.chat.panel.panel
    assert again.isVisible()
    assert again.width() == wide


def test_the_mouse_drags_its_edge(work: WindowAtWork) -> None:
    panel = work.space.chat.panel.panel
    work.space.chat.header.panel.click()
    grip = panel.grip
    QTest.mousePress(grip, Qt.MouseButton.LeftButton, pos=QPoint(2, 200))
    QTest.mouseMove(grip, QPoint(42, 200))
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=QPoint(42, 200))
    assert panel.width() < USUAL_WIDTH_PX
    panel.set_width(1)
    assert panel.width() == LEAST_WIDTH_PX


def test_it_gives_way_in_a_narrow_window(work: WindowAtWork) -> None:
    panel = work.space.chat.panel.panel
    work.space.chat.header.panel.click()
    work.window.resize(640, 800)
    work.settle()
    assert panel.is_open
    assert not panel.isVisible()
    work.window.resize(1360, 800)
    work.settle()
    assert panel.isVisible()


def test_in_a_narrow_window_it_comes_instead_of_the_conversation_when_it_is_asked_for(
    work: WindowAtWork,
) -> None:
    chat = work.space.chat
    panel = chat.panel.panel
    work.window.resize(640, 800)
    work.settle()
    panel.set_open(True)  # as it was when Hearth was closed: nobody asks for it now
    assert not panel.isVisible() and chat.composer.isVisible()
    panel.open_at("details")  # as a click on a number in an answer does
    work.settle()
    assert panel.isVisible() and not chat.composer.isVisible()
    assert panel.width() > chat.width() * 0.9
    panel.close_button.click()
    assert chat.composer.isVisible() and not panel.isVisible()

    def escape() -> None:
        QTest.keyClick(panel.tabs, Qt.Key.Key_Escape)

    ways: tuple[Callable[[], None], ...] = (chat.show_new, escape, chat.find_words)
    for leave in ways:
        chat.header.panel.click()
        assert panel.isVisible()
        leave()
        work.settle()
        assert chat.composer.isVisible() and not panel.isVisible()
    chat.header.panel.click()
    work.window.resize(1360, 800)
    work.settle()
    assert panel.isVisible() and chat.composer.isVisible() and panel.width() == USUAL_WIDTH_PX


def test_pages_are_added_under_names_and_walked_by_key(work: WindowAtWork) -> None:
    from app.ui.parts import PlainLabel

    panel = work.space.chat.panel.panel
    panel.add_page("first", "First", PlainLabel("one"), first=True)
    assert panel.page == "first"
    panel.open_at("details")
    assert panel.page == "details"
    assert panel.pages.currentWidget() is work.space.chat.panel.details
    panel.tabs.setFocus()
    for _ in range(panel.tabs.count()):
        QTest.keyClick(panel.tabs, Qt.Key.Key_Left)
    assert panel.page == "first"


def test_details_of_an_answer_can_be_copied_without_its_words(work: WindowAtWork) -> None:
    session = work.session
    work.space.chat.asking.send("What is a secretword?")
    work.settle()
    work.work(lambda: session.chat.grow("The secretword answer."))
    work.work(session.chat.end)
    work.space.chat.panel.panel.open_at("details")
    work.space.chat.panel.details.copy.click()
    report = QGuiApplication.clipboard().text()
    assert "Model: Qwen3 4B" in report
    assert "Seed: 7" in report
    assert "Tokens in the answer: 120" in report
    assert "secretword" not in report


def test_another_conversation_brings_its_own_details(work: WindowAtWork) -> None:
    work.session.chat.add("Other", [(Role.USER, "q"), (Role.ASSISTANT, "a")])
    details = work.space.chat.panel.details
    assert not details.copy.isVisibleTo(details)
    work.space.desk.refresh()
    work.settle()
    work.space.open(work.session.chat.conversations()[0].id)
    work.settle()
    assert details.copy.isVisibleTo(details)
    where = "Where: on this computer"
    assert where not in _told(details)  # nobody looks
    work.space.chat.panel.panel.open_at("details")
    work.settle()
    assert where in _told(details)
    work.space.chat.panel.panel.open_at("branches")
    work.space.begin_new()
    work.settle()
    work.space.chat.panel.panel.open_at("details")
    work.settle()
    assert where not in _told(details)


def _told(details: QWidget) -> set[str]:
    return {label.accessibleName() for label in details.findChildren(QLabel) if label.isVisibleTo(details)}


def test_the_prompt_is_shown_word_for_word_with_what_had_no_room(work: WindowAtWork) -> None:
    chat, desk = work.session.chat, work.space.chat.panel
    made = chat.add("Old", [(Role.USER, "First?"), (Role.ASSISTANT, "One"), (Role.USER, "Second?")])
    messages = [*chat.texts[made.id], chat._append(made.id, Role.ASSISTANT, "Two", MessageState.COMPLETE)]
    chat.givens[messages[3].id] = Given("<s>Second?", (messages[0].id, messages[1].id), 9, 0, 64)
    chat.givens[messages[1].id] = Given("<s>First?", (), 4, 0, 64)
    work.space.desk.refresh()
    work.settle()
    work.space.open(made.id)
    work.settle()
    desk.panel.open_at("prompt")
    page = desk.prompt
    assert page.text.toPlainText() == "<s>Second?"
    assert page.left_out.text().endswith("· First?\n· One")
    assert page.picker.label.text() == "Answer 2 of 2"
    QTest.mouseClick(page.picker.before, Qt.MouseButton.LeftButton)
    work.settle()
    assert page.text.toPlainText() == "<s>First?"
    assert not page.left_out.isVisible()
    QTest.mouseClick(page.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "<s>First?"


def test_an_answer_without_a_kept_prompt_says_so(work: WindowAtWork) -> None:
    made = work.session.chat.add("Old", [(Role.USER, "q"), (Role.ASSISTANT, "a")])
    work.space.desk.refresh()
    work.settle()
    work.space.open(made.id)
    work.settle()
    page = work.space.chat.panel.prompt
    work.space.chat.panel.panel.open_at("prompt")
    assert "isn't kept" in page.nothing.text()
    assert not page.copy.isVisible()


def test_sampling_is_told_without_what_has_no_effect() -> None:
    assert sampling_words(Sampling(temperature=0.0)) == "temperature 0"
    usual = Sampling(temperature=0.5, top_k=0, top_p=1.0, min_p=0.1, repeat_penalty=1.1, max_tokens=99)
    words = "temperature 0.5, min_p 0.1, repetition 1.1 over 64 tokens, at most 99 tokens"
    assert sampling_words(usual) == words
