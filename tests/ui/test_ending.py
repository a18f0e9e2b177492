"""Closing and locking: everything is saved and closed before the process may end."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.conversation import MessageState
from app.services.opening_state import Opening, OpeningState
from app.ui.main_window import EXIT_LOCK, EXIT_QUIT
from tests.ui.fake_session import FakeSession
from tests.ui.window_at_work import WindowAtWork


def test_closing_closes_the_session_and_ends_with_quit(work: WindowAtWork) -> None:
    work.window.close()
    work.qtbot.waitUntil(lambda: work.codes == [EXIT_QUIT])
    assert work.session.closed == 1
    assert not work.window.isVisible()


def test_closing_while_an_answer_streams_saves_it_first(work: WindowAtWork) -> None:
    QTest.keyClicks(work.space.chat.composer.field, "long")
    QTest.keyClick(work.space.chat.composer.field, Qt.Key.Key_Return)
    work.settle()
    work.work(lambda: work.session.chat.grow("half an"))
    for _ in range(50):  # deltas keep coming while the window goes away
        work.room.do(lambda: work.session.chat.grow(" answer"))
    work.window.close()
    work.qtbot.waitUntil(lambda: work.codes == [EXIT_QUIT])
    said = next(iter(work.session.chat.texts.values()))[-1]
    assert said.state is MessageState.INTERRUPTED
    assert said.text.startswith("half an answer")


def test_the_lock_key_closes_the_session_and_ends_with_lock(work: WindowAtWork) -> None:
    QTest.keyClicks(work.space.chat.composer.field, "not sent yet")
    QTest.keyClick(work.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    work.qtbot.waitUntil(lambda: work.codes == [EXIT_LOCK])
    assert work.session.closed == 1
    assert work.session.chat.drafts[None] == "not sent yet"


def test_ctrl_q_closes(work: WindowAtWork) -> None:
    QTest.keyClick(work.window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    work.qtbot.waitUntil(lambda: bool(work.codes))
    assert work.codes == [EXIT_QUIT]
    assert not work.window.isVisible()


def test_closing_twice_ends_once(work: WindowAtWork) -> None:
    work.window.close()
    work.window.close()
    work.window.lock()
    work.qtbot.waitUntil(lambda: bool(work.codes))
    work.settle()
    assert work.codes == [EXIT_QUIT] and work.session.closed == 1


def test_closing_the_lock_screen_ends_without_a_session(
    open_window: Callable[..., WindowAtWork], session: FakeSession
) -> None:
    work = open_window(session, opening=Opening(OpeningState.NEEDS_PASSPHRASE, ("passphrase",)))
    work.window.begin()
    work.settle()
    work.window.close()
    work.qtbot.waitUntil(lambda: work.codes == [EXIT_QUIT])
    assert session.closed == 0


def test_closing_while_the_key_is_being_made_closes_what_was_opened(
    open_window: Callable[..., WindowAtWork], session: FakeSession
) -> None:
    work = open_window(session)
    work.window.begin()
    work.window.close()
    work.qtbot.waitUntil(lambda: work.codes == [EXIT_QUIT])
    assert session.closed == len(work.opener.given)


def test_idle_time_locks_and_a_key_press_starts_it_anew(work: WindowAtWork) -> None:
    lock = work.auto_lock
    lock.set_minutes(1)
    lock._timer.stop()  # the test turns the clock
    window = work.window.windowHandle()
    assert window is not None
    lock._watch(window)
    for _ in range(59):
        lock._tick()
    QTest.keyClick(window, Qt.Key.Key_A)
    for _ in range(59):
        lock._tick()
    assert work.codes == []
    lock._tick()
    work.qtbot.waitUntil(lambda: work.codes == [EXIT_LOCK])


def test_never_means_never(work: WindowAtWork) -> None:
    work.auto_lock.set_minutes(0)
    for _ in range(100_000):
        work.auto_lock._tick()
    assert work.codes == []
