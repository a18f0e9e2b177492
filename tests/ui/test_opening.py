"""Before a profile is open: unlock, recovery code, first passphrase, and what is said when it stays shut."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.errors import VaultDamagedError
from app.services.opening_state import Opening, OpeningState
from tests.ui.fake_session import FakeSession
from tests.ui.window_at_work import WindowAtWork

Make = Callable[..., WindowAtWork]
LOCKED = Opening(OpeningState.NEEDS_PASSPHRASE, ("passphrase", "recovery"))


def locked(make: Make, session: FakeSession, opening: Opening = LOCKED, **options: str) -> WindowAtWork:
    work = make(session, opening=opening, **options)
    work.opener.passphrase = "correct horse"
    work.opener.code = "ABCD-EFGH"
    work.window.begin()
    work.settle()
    return work


def test_a_profile_that_opens_by_itself_shows_the_workspace(open_window: Make, session: FakeSession) -> None:
    work = open_window(session).begin()
    assert work.window.stack.currentWidget() is work.space
    assert work.space.chat.composer.field.hasFocus()


def test_a_passphrase_typed_with_enter_unlocks(open_window: Make, session: FakeSession) -> None:
    work = locked(open_window, session)
    screen = work.window.lock_screen
    assert screen.passphrase.hasFocus()
    QTest.keyClicks(screen.passphrase, "correct horse")
    QTest.keyClick(screen.passphrase, Qt.Key.Key_Return)
    work.qtbot.waitUntil(lambda: work.window.workspace is not None)
    assert screen.passphrase.text() == ""  # nothing typed is kept


def test_a_wrong_passphrase_is_said_in_words_and_can_be_typed_again(
    open_window: Make, session: FakeSession
) -> None:
    work = locked(open_window, session)
    screen = work.window.lock_screen
    QTest.keyClicks(screen.passphrase, "wrong horse")
    QTest.mouseClick(screen.go, Qt.MouseButton.LeftButton)
    work.settle()
    assert screen.problem.isVisible() and "passphrase" in screen.problem.text().lower()
    assert screen.passphrase.hasSelectedText()
    QTest.keyClicks(screen.passphrase, "correct horse")
    QTest.keyClick(screen.passphrase, Qt.Key.Key_Return)
    work.qtbot.waitUntil(lambda: work.window.workspace is not None)


def test_a_recovery_code_unlocks(open_window: Make, session: FakeSession) -> None:
    work = locked(open_window, session)
    screen = work.window.lock_screen
    QTest.mouseClick(screen.use_code, Qt.MouseButton.LeftButton)
    assert screen.code.hasFocus() and not screen.passphrase.isVisible()
    QTest.keyClicks(screen.code, "ABCD-EFGH")
    QTest.keyClick(screen.code, Qt.Key.Key_Return)
    work.qtbot.waitUntil(lambda: work.window.workspace is not None)
    assert work.opener.given == [(None, "ABCD-EFGH")]


def test_without_a_recovery_slot_no_code_is_offered(open_window: Make, session: FakeSession) -> None:
    work = locked(open_window, session, Opening(OpeningState.NEEDS_PASSPHRASE, ("passphrase",)))
    assert not work.window.lock_screen.use_code.isVisible()


def test_a_locked_profile_of_the_keyring_opens_with_one_button(
    open_window: Make, session: FakeSession
) -> None:
    work = open_window(session, opening=Opening(OpeningState.NEEDS_UNLOCK, ("keyring",)))
    work.window.begin()
    work.settle()
    screen = work.window.lock_screen
    assert not screen.passphrase.isVisible() and screen.go.isEnabled()
    QTest.keyClick(screen.go, Qt.Key.Key_Space)
    work.qtbot.waitUntil(lambda: work.window.workspace is not None)
    assert work.opener.given == [(None, None)]


def test_a_new_profile_without_keyring_asks_for_a_passphrase_typed_twice(
    open_window: Make, session: FakeSession
) -> None:
    work = open_window(session, opening=Opening(OpeningState.NEW_NEEDS_PASSPHRASE))
    work.window.begin()
    work.settle()
    screen = work.window.lock_screen
    assert not screen.go.isEnabled()
    QTest.keyClicks(screen.new.first, "four quiet words here")
    QTest.keyClicks(screen.new.second, "four quiet words")
    assert not screen.go.isEnabled()
    QTest.keyClicks(screen.new.second, " here")
    assert screen.go.isEnabled()
    QTest.keyClick(screen.new.second, Qt.Key.Key_Return)
    work.qtbot.waitUntil(lambda: work.window.workspace is not None)
    assert work.opener.given == [("four quiet words here", None)]


def test_a_locked_keyring_waits_and_tries_again(open_window: Make, session: FakeSession) -> None:
    work = open_window(session, opening=Opening(OpeningState.KEYRING_LOCKED, ("keyring",)))
    work.window.begin()
    work.settle()
    assert "keyring" in work.window.lock_screen.words.text()
    work.opener.opening = Opening(OpeningState.OPENS_BY_ITSELF, ("keyring",))
    QTest.mouseClick(work.window.lock_screen.go, Qt.MouseButton.LeftButton)
    work.qtbot.waitUntil(lambda: work.window.workspace is not None)


def test_a_broken_profile_is_explained_and_left_alone(open_window: Make, session: FakeSession) -> None:
    error = VaultDamagedError("keys_damaged")
    work = open_window(session, opening=Opening(OpeningState.BROKEN, error=error))
    work.window.begin()
    work.settle()
    words = work.window.lock_screen.words.text()
    assert "damaged" in words and "backup" in words
    assert work.opener.given == []


def test_a_passphrase_from_a_file_is_tried_once(open_window: Make, session: FakeSession) -> None:
    work = locked(open_window, session, passphrase="wrong horse")
    work.qtbot.waitUntil(work.window.lock_screen.problem.isVisible)
    assert work.opener.given == [("wrong horse", None)]
    assert work.window.lock_screen.passphrase.isEnabled()


@pytest.mark.parametrize("keys", ["Ctrl+N", "Ctrl+K", "Ctrl+Shift+F", "Ctrl+L", "F2", "Escape"])
def test_shortcuts_do_nothing_before_the_profile_is_open(
    open_window: Make, session: FakeSession, keys: str
) -> None:
    from PySide6.QtGui import QKeySequence

    work = locked(open_window, session)
    QTest.keySequence(work.window, QKeySequence(keys))
    work.settle()
    assert work.window.workspace is None and work.codes == []


def test_the_first_window_with_its_title_bar_fits_the_screen(work: WindowAtWork) -> None:
    room = work.window.screen().availableSize()
    assert work.first_size.width() <= room.width()
    assert work.first_size.height() + 40 <= room.height()
