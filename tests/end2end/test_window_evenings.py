"""Two evenings in the real window: one with versions of a question, one that changes how all of it looks and works."""

from app.domain.conversation import Conversation, Message, Role
from app.ui.composer.send_key import SEND_KEY, SendKey
from app.ui.settings.table import MOTION, TEXT_SIZE, THEME
from tests.end2end.program import TOWER_ANSWER, Home
from tests.end2end.screen import Screen
from tests.end2end.window import QUESTION, Window, answer_greedily

EDIT = "Edit this message. What is there now is kept as another version."


def only_conversation(home: Home) -> tuple[Conversation, list[Message]]:
    """The one conversation in the vault, and its messages, those of other branches too."""
    with home.vault() as vault:
        (found,) = vault.conversations.list()
        return found, vault.conversations.messages(found.id)


def test_a_question_is_reworded_and_both_versions_and_their_answers_stay(
    home_with_model: Home, screen: Screen
) -> None:
    home = home_with_model
    answer_greedily(home)
    first = QUESTION.format("The first wording")
    second = first.replace("41", "52")
    other = TOWER_ANSWER.replace("41", "52")
    with Window(home, screen) as window:
        window.unlock()
        window.ask(first)
        window.click(EDIT)
        window.type(second, "Edit your message")
        window.key("Return")
        window.wait(lambda: window.find("Version 2 of 2"), "another version")
        window.wait(lambda: window.answers() == [other], "its answer")
        window.click("Earlier version")
        window.wait(lambda: window.answers() == [TOWER_ANSWER], "the first version's answer")
        assert first in window.words() and second not in window.words()
        window.key("ctrl+shift+t")
        window.wait(lambda: window.find("Version 1 of 2"), "the first version")
        window.click("Later version")
        window.wait(lambda: window.answers() == [other], "the second version's answer")
        window.quit()
    shown, messages = only_conversation(home)
    answers = {one.parent_id: one for one in messages if one.role is Role.ASSISTANT}
    told = {one.text: answers[one.id].text for one in messages if one.role is Role.USER}
    assert told == {first: TOWER_ANSWER, second: other}
    assert shown.leaf_id == next(one.id for one in messages if one.text == other)


def change_the_look_of_the_open_page(window: Window) -> None:
    """The largest text, and light and dark again, while all settings are seen: as much as can change at once."""
    window.type("text size", "Search settings")
    window.wait(lambda: window.lacks("Key that sends"), "only one setting")
    window.key("Down", "Escape")  # to what sets it, with all others around it again
    window.wait(lambda: window.find("Key that sends", "label"), "all settings")
    before = window.find("Key that sends", "label")
    assert before is not None
    window.key("End")
    window.wait(
        lambda: (now := window.find("Key that sends", "label")) and now.centre[1] > before.centre[1] + 20,
        "larger text",
    )
    window.key("ctrl+shift+l", "ctrl+shift+l")


def test_settings_found_by_words_change_look_and_key_and_an_assistant_answers(
    home_with_model: Home, screen: Screen
) -> None:
    home = home_with_model
    answer_greedily(home)
    with Window(home, screen) as window:
        window.unlock()
        window.key("ctrl+shift+l")
        window.key("ctrl+comma")
        window.wait(lambda: (field := window.find("Search settings")) and field.focused, "the search field")
        window.xdotool("type", "--delay", "3", "--", "blinking")
        window.wait(lambda: window.lacks("Text size"), "only one setting")
        window.key("Down", "Right", "Right")
        window.wait(lambda: (chosen := window.find("Motion: Reduced")) and chosen.checked, "reduced motion")
        change_the_look_of_the_open_page(window)
        window.type("key that sends", "Search settings")
        window.click("Key that sends: Ctrl+Enter")
        window.key("Escape", "Escape")
        window.wait(lambda: window.find("Send (Ctrl+Enter)"), "the key that sends")
        window.click("Assistant: as usual. Choose another.")
        window.xdotool("key", "--delay", "60", *["Down"] * 6, "Return")  # a menu has the keyboard to itself
        window.wait(lambda: window.find("Assistant: Careful reader. Choose another."), "the chosen assistant")
        question = QUESTION.format("Lines")
        window.type(question, "Your question")
        window.key("Return")  # begins a line, now
        window.key("BackSpace")
        window.wait(
            lambda: (field := window.find("Your question")) and field.text == question, "the draft as it was"
        )
        window.key("ctrl+Return")
        window.wait(lambda: window.answers() == [TOWER_ANSWER], "the answer")
        window.quit()
    assert (home.kept(THEME), home.kept(SEND_KEY)) == ("dark", SendKey.CTRL_ENTER.value)
    assert (home.kept(MOTION), home.kept(TEXT_SIZE)) == ("reduced", 200)
    conversation, messages = only_conversation(home)
    assert conversation.preset
    assert [one.text for one in messages] == [question, TOWER_ANSWER]
