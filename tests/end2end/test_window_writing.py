"""Writing in the real window: a saved prompt with a place, a file chosen for one conversation, an assistant."""

from pathlib import Path

from app.domain.conversation import Conversation, Message
from app.domain.given import Given
from app.domain.saved_prompt import SavedPrompt
from tests.end2end.program import ASKED, TOWER_ANSWER, Home
from tests.end2end.screen import Screen
from tests.end2end.window import Window, answer_greedily
from tests.parsing.made_files import pdf

FIELD = "Your question"
PAGE = "page 2 of tower.pdf as it looks, with the passage marked"


def test_a_file_for_one_conversation_a_saved_prompt_and_an_assistant(
    home_with_model: Home, screen: Screen
) -> None:
    home = home_with_model
    file = home.folder / "tower.pdf"
    file.write_bytes(pdf("A page about boats.", "The height of the lantern tower is 41 metres."))
    answer_greedily(home)
    _saved_prompt(home, "height", "What is the height of the {{place}}?")
    with Window(home, screen) as window:
        window.unlock()
        _choose_assistant(window)
        _add_file(window, file)
        window.type("/hei", FIELD)
        window.wait(
            lambda: window.find("/height   What is the height of the {{place}}?"), "the list of prompts"
        )
        window.key("Return")
        window.wait(lambda: (field := window.find("place")) and field.focused, "the field for the place")
        window.xdotool("type", "--delay", "3", "--", "lantern tower")
        window.wait(
            lambda: (field := window.find("place")) and field.text == "lantern tower", "the typed place"
        )
        window.key("Return")
        window.wait(lambda: (field := window.find(FIELD)) and field.text == ASKED, "the filled prompt")
        window.screen.picture(home.folder / "writing.png")
        window.key("Return")
        window.wait_words(TOWER_ANSWER)
        window.key("ctrl+j")
        window.open_tab("Sources", "Sources of the answer")
        window.click("Show passage 1 in its page")
        window.wait(lambda: window.find(PAGE), "the drawn page")
        window.open_tab("Prompt", "What the model was given, word for word")
        window.wait(
            lambda: "You read documents closely." in window.words(), "the assistant's words in the prompt"
        )
        window.screen.picture(home.folder / "answered.png")
        window.quit()
    made, messages, given = _only_conversation(home)
    assert [one.text for one in messages] == [ASKED, TOWER_ANSWER]
    assert made.system_prompt.startswith("You read documents closely.")
    assert "<passages>\n[1] tower.pdf, page 2\n" in given.prompt
    assert given.sampling.temperature == 0.1


def _choose_assistant(window: Window) -> None:
    window.click("Assistant: as usual. Choose another.")
    window.xdotool("key", "--delay", "60", *["Down"] * 6, "Return")  # a menu has the keyboard to itself
    window.wait(lambda: window.find("Assistant: Careful reader. Choose another."), "the chosen assistant")


def _add_file(window: Window, file: Path) -> None:
    window.click("Add files to this conversation…")
    window.choose_file(file)
    window.wait(lambda: window.find("tower.pdf, ready"), "the file, read")


def _saved_prompt(home: Home, name: str, text: str) -> None:
    with home.vault() as vault:
        vault.prompts.put(SavedPrompt(name, text))


def _only_conversation(home: Home) -> tuple[Conversation, list[Message], Given]:
    """What is in the vault: a conversation with a library of its own, its messages, and what the model was given."""
    with home.vault() as vault:
        (made,) = vault.conversations.list()
        messages = vault.conversations.messages(made.id)
        given = vault.given.of(messages[-1].id)
        assert given is not None
        (library,) = vault.sources.libraries(made.id)
        assert library.startswith("conversation:")
        return made, messages, given
