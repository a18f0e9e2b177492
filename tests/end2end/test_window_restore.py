"""A backup restored in the real window, over a profile that is open: what is there afterwards, and what was before."""

from app.vault.profile import Profile
from tests.end2end.program import PASSPHRASE, Home, make_profile
from tests.end2end.screen import Screen
from tests.end2end.window import Window


def _add(home: Home, title: str) -> None:
    with home.vault() as vault:
        vault.conversations.create(title)


def test_a_restore_ends_in_a_fresh_window_on_the_restored_profile(home: Home, screen: Screen) -> None:
    make_profile(home)
    _add(home, "In the backup")
    backup = home.folder / "kept.hearth-backup"
    assert home.run("backup", str(backup)).code == 0
    _add(home, "Written since")
    with Window(home, screen) as window:
        window.unlock()
        window.wait_words("Written since")
        before = window.pid
        window.key("ctrl+comma")
        window.type("any computer", "Search settings")
        window.click("Backup: Restore…")
        window.choose_file(backup)
        window.type(PASSPHRASE, "Passphrase of the backup")
        window.key("Return")
        window.wait(lambda: window.pid not in (0, before), "a fresh window")
        window.unlock()
        window.wait_words("In the backup")
        assert "Written since" not in window.words()
        window.quit()
    (kept,) = home.profile.glob("before-restore-*")
    vault = Profile(kept).unlock(PASSPHRASE)
    try:
        titles = {conversation.title for conversation in vault.conversations.list()}
    finally:
        vault.close()
    assert titles == {"In the backup", "Written since"}
