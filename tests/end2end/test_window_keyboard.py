"""A whole evening without a mouse: from the first start to the end, keys only, read as a screen reader reads it."""

import json
from pathlib import Path

from tests.cli.command_here import run_here
from tests.end2end.program import ENDLESS, PASSPHRASE, Home
from tests.end2end.screen import Screen
from tests.end2end.window import Window

QUESTION = ENDLESS
TITLE = "Talk without end"


def type_into(window: Window, field: str, text: str) -> None:
    """Type once the keyboard is in this field; nothing is clicked."""

    def there() -> object:
        window.focus()  # each time: a window that has only just come may not keep what it was given
        return window.focused(field)

    window.wait(there, f"the keyboard in {field}")
    window.xdotool("type", "--delay", "3", "--", text)
    window.wait(lambda: (one := window.focused(field)) and len(one.text) >= len(text), f"{text!r} in {field}")


def test_an_evening_with_keys_only(home: Home, screen: Screen, endless_model: Path) -> None:
    with Window(home, screen) as window:
        # First start: a passphrase, then a model by its path.
        type_into(window, "New passphrase", PASSPHRASE)
        window.key("Tab")
        type_into(window, "The same once more", PASSPHRASE)
        window.key("Return")
        window.wait_open()
        window.wait(lambda: window.focused("I have a GGUF file"), "the first button")
        window.key("space")
        window.choose_file(endless_model)
        # A question, and the answer stopped in its midst.
        type_into(window, "Your question", QUESTION)
        window.key("Return")
        window.wait(lambda: any(len(answer) > 20 for answer in window.answers()), "an answer that grows")
        window.key("Escape")
        window.wait_words("Stopped")
        # Another title, and the conversation found again by a few of its letters.
        window.rename(TITLE)
        window.key("ctrl+n")
        window.wait(lambda: window.answers() == [], "an empty page")
        window.key("ctrl+k")
        type_into(window, "Find a command or a conversation", "talk without")
        window.key("Return")
        window.wait(window.answers, "the conversation")
        # The other pages, and back.
        window.key("ctrl+shift+b")
        window.wait(lambda: window.focused("Add folder"), "the library")
        window.key("ctrl+comma")
        window.wait(lambda: window.find("Settings") and window.find("Lock by itself"), "the settings")
        window.key("Escape")
        window.lock()
        type_into(window, "Passphrase", PASSPHRASE)
        window.key("Return")
        window.wait_open()
        window.quit()
    exported = run_here(home, "export", "--format", "json")
    (talk,) = json.loads(exported.out)["conversations"]
    assert talk["title"] == TITLE
    assert [(one["role"], one["state"]) for one in talk["messages"]] == [
        ("user", "complete"),
        ("assistant", "stopped"),
    ]
    assert talk["messages"][0]["text"] == QUESTION
