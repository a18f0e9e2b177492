"""Hearth outside its window, on a real screen and a real session bus: tray, quick question, shortcut, notices."""

import os
import signal
from pathlib import Path

from app.ui.settings.table import CLOSE_TO_TRAY, QUICK_SHORTCUT, START_MINIMISED, TRAY
from tests.end2end.desktop import KEYS, Desktop
from tests.end2end.program import TOWER_ANSWER, Home, wait_for
from tests.end2end.screen import Screen
from tests.end2end.window import PATIENCE_S, QUESTION, Window, answer_greedily

QUICK = "Quick question.*"


def said(home: Home) -> dict[str, list[str]]:
    """The texts of each conversation that the vault holds, by its title."""
    with home.vault() as vault:
        found = vault.conversations.list()
        return {one.title: [text.text for text in vault.conversations.messages(one.id)] for one in found}


def start_again(home: Home, screen: Screen, *words: str) -> None:
    """Start Hearth once more; it finds the window and leaves."""
    with Window(home, screen, *words) as second:
        assert second.process.wait(PATIENCE_S) == 0, second.told()


def ask_quickly(window: Window, about: str) -> str:
    """Ask in the small window, which is to come up, and wait for the answer. Returns the question."""
    window.title = QUICK
    window.wait(window.numbers, "the window for a quick question")
    question = QUESTION.format(about)
    window.type(question, "Quick question")
    window.key("Return")
    window.wait(lambda: window.answers()[-1:] == [TOWER_ANSWER], "the answer")
    window.wait(
        lambda: window.find("Send the quick question"), "the end of the answer"
    )  # Escape would stop it
    return question


def test_settings_tray_quick_question_shortcut_and_second_start_in_one_evening(
    home_with_model: Home, screen: Screen
) -> None:
    """Settings say what the desktop offers; then closed into the tray, asked by the desktop's key and by a command,
    brought back and ended by the icon."""
    home = home_with_model
    Path(home.environment()["XDG_RUNTIME_DIR"]).chmod(0o700)
    answer_greedily(home)
    home.choose({CLOSE_TO_TRAY: True})
    with Desktop(screen.bus) as desktop, Window(home, screen) as window:
        window.unlock()
        window.key("ctrl+comma")
        window.wait_words("your desktop asks you which")
        assert not desktop.bound  # nothing is asked of anybody before it is wished
        window.type("quick", "Search settings")
        window.click("Key for a quick question", "check box")
        window.wait_words(f"In every program: {KEYS}.")
        window.key("Escape", "Escape")
        window.wait(lambda: window.find("Your question"), "the conversation")
        desktop.wait(lambda one: one.bound == [("quick-ask", "CTRL+ALT+space")], "the shortcut")
        process = window.pid
        window.press_close()
        window.wait(lambda: not window.numbers(), "no window")
        assert window.pid == process

        desktop.press_shortcut()
        first = ask_quickly(window, "A boat")
        window.key("Escape")
        window.wait(lambda: not window.numbers(), "the small window closed")

        start_again(home, screen, "quick-ask")
        window.wait(window.numbers, "the small window again")
        assert first not in window.words()  # another conversation
        window.click("Keep this conversation", "check box")
        window.wait(lambda: (keep := window.find("Keep this conversation")) and not keep.checked, "temporary")
        ask_quickly(window, "A secret")
        window.click("Open in the window")
        window.title = "Hearth"
        window.wait(window.numbers, "the large window")
        window.wait(lambda: window.find("Temporary: nothing of this conversation is kept"), "the mark")
        window.wait(lambda: window.answers() == [TOWER_ANSWER], "the same conversation")

        window.press_close()
        window.wait(lambda: not window.numbers(), "no window")
        desktop.press_icon()
        window.wait(window.numbers, "the window")
        desktop.choose("Quit Hearth")
        assert window.process.wait(PATIENCE_S) == 0, window.told()
    assert (home.kept(QUICK_SHORTCUT), home.kept(TRAY)) == (True, None)
    texts = said(home)
    assert list(texts.values()) == [[first, TOWER_ANSWER]]  # what was temporary was never written


def test_a_notice_tells_of_an_answer_without_a_word_of_it(home_with_model: Home, screen: Screen) -> None:
    home = home_with_model
    answer_greedily(home)
    with Desktop(screen.bus) as desktop, Window(home, screen) as window:
        window.unlock()
        window.ask(QUESTION.format("In front"))
        inference = window.inference()
        os.kill(inference, signal.SIGSTOP)  # no answer before the window is away
        window.send(QUESTION.format("Elsewhere"))
        window.wait(lambda: window.find("Stop the answer (Esc)"), "a question under way")
        (number,) = window.numbers()
        window.xdotool("windowunmap", "--sync", number, "windowmap", "--sync", number)
        window.wait(
            lambda: (field := window.find("Your question")) and not field.focused, "nobody at the window"
        )
        os.kill(inference, signal.SIGCONT)
        desktop.wait(lambda one: one.notices, "a notice")
        assert desktop.notices == [("An answer is ready.", "")]  # of the second answer alone
        desktop.press_notice()
        window.wait(lambda: window.xdotool("getwindowfocus").strip() == number, "the keyboard on the window")
        window.quit()


def test_it_starts_in_the_tray_and_the_lock_stays_out_of_sight(home_with_model: Home, screen: Screen) -> None:
    """`--minimised`, and the setting for the next start; what was locked unseen comes back by a second start."""
    home = home_with_model
    Path(home.environment()["XDG_RUNTIME_DIR"]).chmod(0o700)
    home.choose({START_MINIMISED: True})
    with Window(home, screen) as window:  # on a desktop that offers nothing
        window.unlock()
        window.key("ctrl+comma")
        window.wait_words("runs “hearth quick-ask”")
        window.wait_words("This desktop has no tray at the moment.")
        window.quit()
    assert '"starts_minimised": true' in (home.profile / "window.json").read_text()
    home.choose({START_MINIMISED: False})
    passphrase = str(home.passphrase_file)
    with Desktop(screen.bus, shortcuts=False) as desktop:
        with Window(home, screen, "--passphrase-file", passphrase) as window:
            desktop.choose("Show Hearth")  # it stands there without a window ever having been in front
            window.wait(lambda: window.find("Your question"), "the workspace")
            window.quit()
        desktop.forget_icon()
        with Window(home, screen, "--minimised", "--passphrase-file", passphrase) as window:
            before = window.wait(lambda: window.pid, "a process")
            desktop.choose("Lock Hearth")
            wait_for(lambda: window.pid not in (0, before), "a fresh process")
            start_again(home, screen)
            window.unlock()
            window.quit()
