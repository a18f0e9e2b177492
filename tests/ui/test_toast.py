"""The passing message: it stands where nothing is read or pressed, on every page, and gives its room back."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.domain.conversation import Role
from tests.ui.window_at_work import WindowAtWork

WORDS = "A message of some length, so that it takes the room that a real one takes. " * 2


def place(work: WindowAtWork, widget: QWidget) -> QRect:
    """Where a widget lies in the window."""
    return QRect(widget.mapTo(work.window, QPoint(0, 0)), widget.size())


def show_talk(work: WindowAtWork) -> None:
    told = [(Role.USER, "How high?"), (Role.ASSISTANT, "41 metres.\n\n" * 200)]
    found = work.session.chat.add("Lantern tower", told)
    work.work(lambda: work.session.chat.rename(found.id, "Lantern tower"))
    work.space.open(found.id)
    work.settle()


def test_a_message_covers_neither_the_talk_nor_the_panel_nor_what_is_typed(work: WindowAtWork) -> None:
    show_talk(work)
    chat, toast = work.space.chat, work.window.toast
    chat.panel.panel.set_open(True)
    work.settle()
    before = chat.transcript.viewport().height()
    work.window.say(WORDS)
    work.settle()
    taken = place(work, toast)
    for part in (
        chat.header,
        chat.transcript.viewport(),
        chat.panel.panel,
        chat.composer,
        work.space.sidebar,
    ):
        assert part.isVisible()
        assert not taken.intersects(place(work, part)), part
    assert work.window.rect().contains(taken)
    bar = chat.transcript.verticalScrollBar()
    assert bar.value() == bar.maximum()  # the end of the talk is still what is seen
    QTest.keyClick(work.window, Qt.Key.Key_Escape)
    work.settle()
    assert not toast.isVisible()
    assert chat.transcript.viewport().height() == before


def test_a_message_goes_along_to_another_page_and_leaves_the_first_one_whole(work: WindowAtWork) -> None:
    show_talk(work)
    transcript, settings, toast = work.space.chat.transcript, work.space.settings.page, work.window.toast
    before = transcript.viewport().height()
    work.window.say(WORDS)
    work.settle()
    assert transcript.viewport().height() < before
    work.space.settings.open()
    work.qtbot.waitUntil(lambda: settings.viewport().height() < settings.height())
    assert not place(work, toast).intersects(place(work, settings.viewport()))
    assert transcript.viewport().height() == before
    work.window.resize(1000, 600)
    work.qtbot.waitUntil(lambda: work.window.rect().contains(place(work, toast)))
    assert not place(work, toast).intersects(place(work, settings.viewport()))
