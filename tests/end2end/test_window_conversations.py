"""Conversations in the real window: find an old message, open it, pin, file by mouse and keys, delete, take back."""

import itertools

from app.domain.conversation import Conversation, Message, MessageState, Role
from app.vault.conversation_store import new_id, now_ms
from tests.end2end.accessible import Widget
from tests.end2end.program import Home, make_profile
from tests.end2end.screen import Screen
from tests.end2end.window import Window

NEEDLE = "The cobalt watering can stands behind the greenhouse."
FILLER = "Nothing in this line is worth looking for, and there are many lines like it. " * 6
COSTS = "| what | euros |\n|---|---|\n| seeds | 12 |"
TITLES = ("Allotment", "Budget", "Cake", "Dentist", "Exam")
LOCAL = ", stays on this computer"


def _fill(home: Home) -> None:
    """Five conversations; the first one is long, with the needle near its beginning."""
    with home.vault() as vault:
        for title in TITLES:
            made = vault.conversations.create(title)
            texts = [FILLER] * 30 if title == "Allotment" else [f"About {title}?", "Yes."]
            if title == "Allotment":
                texts[5] = NEEDLE
            if title == "Budget":
                texts[1] = COSTS
            parent = None
            for number, text in enumerate(texts):
                role = Role.ASSISTANT if number % 2 else Role.USER
                message = Message(new_id(), made.id, parent, role, text, MessageState.COMPLETE, now_ms())
                vault.conversations.add_message(message)
                parent = message.id


def _vault(home: Home) -> tuple[dict[str, Conversation], dict[str, str]]:
    """The conversations by title, and the folders' names by id."""
    with home.vault() as vault:
        folders = {one.id: one.name for one in vault.conversations.folders()}
        return {one.title: one for one in vault.conversations.list()}, folders


def _row(window: Window, begin: str) -> Widget:
    """The row of the list whose words begin so."""
    found = window.wait(
        lambda: next((one for one in window.shown() if one.name.startswith(begin)), None), f"a row {begin!r}"
    )
    assert found is not None
    return found


def _drag(window: Window, what: str, onto: str) -> None:
    """Press on a row, move it over another, let go there.

    A window that is busy sees only the last of several moves: each wait is for what the one before has brought about.
    """
    start, end = _row(window, what).centre, _row(window, onto).centre
    window.focus()
    before = _screen_windows(window)
    window.xdotool("mousemove", *map(str, start), "mousedown", "1")
    steps = itertools.count(1)

    def lifted() -> set[str]:
        at = (start[0] + 4 * next(steps) % 60, start[1])
        window.xdotool("mousemove", *map(str, at))
        return _screen_windows(window) - before

    (picture,) = window.wait(lifted, "the picture of the row under the mouse")

    def is_there() -> bool:
        window.xdotool("mousemove", *(str(value + next(steps) % 2) for value in end))
        x, y, width, height = window.place(picture)
        return x <= end[0] <= x + width and y <= end[1] + 1 and end[1] <= y + height

    window.wait(is_there, "the row over the other")
    window.xdotool("mouseup", "1")


def _screen_windows(window: Window) -> set[str]:
    """What the X server shows beside one another: windows, menus, and pictures of what is dragged."""
    return set(window.xdotool("search", "--onlyvisible", "--maxdepth", "1", "--name", "").split())


def test_an_old_message_is_found_filed_deleted_and_brought_back(home: Home, screen: Screen) -> None:
    make_profile(home)
    _fill(home)
    with Window(home, screen) as window:
        window.unlock()
        window.type("cobalt", "Search conversations")
        hit = _row(window, f"Allotment{LOCAL}. ")
        assert NEEDLE in hit.name
        window.click(hit.name)
        # The conversation was long: its end isn't where it opened.
        window.wait(
            lambda: any(one.text == NEEDLE and 60 < one.centre[1] < 760 for one in window.shown()),
            "the message itself, in sight",
        )
        window.key("Escape")
        _row(window, f"Exam{LOCAL}")

        window.key("ctrl+d")
        _row(window, f"Allotment{LOCAL}, pinned")
        window.key("ctrl+alt+n")
        window.type("Garden", "Name of the folder")
        window.key("Return")
        _row(window, "Folder Garden, open, conversations: 0")
        _drag(window, f"Cake{LOCAL}", "Folder Garden")
        _row(window, "Folder Garden, open, conversations: 1")
        window.click(f"Dentist{LOCAL}")
        window.wait_words("About Dentist?")
        window.key("ctrl+shift+o")
        window.click_menu(0.25)  # its first entry is the folder, its second a new one
        _row(window, "Folder Garden, open, conversations: 2")

        window.key("ctrl+shift+BackSpace")
        window.wait_words("“Dentist” is deleted.")
        window.click("Undo")
        window.wait_words("The conversation is back.")
        _row(window, f"Dentist{LOCAL}")
        window.click(f"Budget{LOCAL}")
        window.wait_words("About Budget?")
        window.wait(
            lambda: (table := window.find("Table")) and table.text == "\nwhat\teuros\nseeds\t12\n",
            "the table, as screen readers are told of it",
        )
        window.key("ctrl+shift+BackSpace")
        window.wait_words("“Budget” is deleted.")
        window.quit()
    kept, folders = _vault(home)
    assert set(kept) == {"Allotment", "Cake", "Dentist", "Exam"}
    assert {title: (one.pinned, folders.get(one.folder, "")) for title, one in kept.items()} == {
        "Allotment": (True, ""),
        "Cake": (False, "Garden"),
        "Dentist": (False, "Garden"),
        "Exam": (False, ""),
    }
