"""Light and dark in the real window, looked at by its pixels: the accessibility tree tells nothing of them, and a
picture that stayed as it was went unseen.
"""

from dataclasses import replace
from functools import partial
from operator import ne

from app.domain.conversation import Message, MessageState, Role
from app.ui.settings.table import THEME
from app.ui.tokens import DARK, LIGHT, Colours
from app.vault.conversation_store import new_id, now_ms
from tests.end2end.pixels import Area, Picture
from tests.end2end.portal import Appearance
from tests.end2end.program import Home, make_profile, wait_for
from tests.end2end.screen import Screen
from tests.end2end.window import Window

FIELD = "Your question"
COMMAND = "Switch between light and dark"
TITLE = "Heights"
ANSWER = "**41 metres**.\n\n```python\nheight = 41\n```\n\n| part | metres |\n|---|---|\n| base | 12 |\n"
COLUMNS, ROWS = 9, 6
MIDDLE = 128.0  # of 255: every ground of the one theme is brighter, every ground of the other darker
LEAST_OWN, MOST_OTHER = 0.6, 0.001  # of all pixels
CARET_PX = 60  # that may differ without a word: a caret has some twenty
PAGES = {  # the key that opens it, and what stands on it
    "ctrl+shift+b": "Add folder",
    "ctrl+shift+m": "Copy the file into Hearth instead of linking to it",
    "ctrl+shift+g": "Export the ledger as JSON",
    "ctrl+comma": "Search settings",
}
SHEETS = {"F1": "Search help", "ctrl+k": "Find a command or a conversation"}
SHEET_SHARE = 0.1  # of the window, at least, is a sheet's ground
# Qt asks the desktop's portal for light or dark by a theme of this name, which it also takes from the desktop's name.
PORTAL_THEME = "xdgdesktopportal"


def grounds(colours: Colours) -> set[str]:
    """What words stand on."""
    return {colours.bg, colours.panel, colours.card, colours.code, colours.sel}


def area(window: Window) -> Area:
    """Where the window lies on the screen."""
    return window.place(window.numbers()[-1])


def faults(window: Window, colours: Colours, under_a_sheet: bool = False) -> list[str]:
    """What of the window isn't drawn in these colours; under the veil of a sheet none is there unchanged."""
    other = LIGHT if colours is DARK else DARK
    seen = window.screen.look(area(window))
    found = []
    own, strange = seen.share(grounds(colours)), seen.share(grounds(other))
    if own < LEAST_OWN and not under_a_sheet:
        found.append(f"only {own:.3f} has the grounds of the theme")
    if strange > MOST_OTHER:
        found.append(f"{strange:.4f} has grounds of the other theme")
    for number, brightness in enumerate(seen.brightness(COLUMNS, ROWS)):
        if (brightness < MIDDLE) is not (colours is DARK):
            found.append(f"row {number // COLUMNS} column {number % COLUMNS}: brightness {brightness:.0f}")
    return found


def wait_for_look(window: Window, colours: Colours, where: str, under_a_sheet: bool = False) -> None:
    """Wait until all of the window is drawn in these colours."""
    wait_for(
        lambda: not faults(window, colours, under_a_sheet),
        f"the colours, {where}",
        state=lambda: faults(window, colours, under_a_sheet),
    )


def sheet_is(window: Window, colours: Colours) -> bool:
    """Whether as much as a sheet has grounds of these colours; what lies below it is darkened by its veil."""
    return window.screen.look(area(window)).share(grounds(colours)) > SHEET_SHARE


def switch_by_palette(window: Window) -> None:
    """Choose the command, as somebody does who doesn't know its key."""
    window.key("ctrl+k")
    window.wait(lambda: window.focused("Find a command or a conversation"), "the palette")
    window.xdotool("type", "--delay", "3", "--", "light and dark")
    window.wait(lambda: any(one.name.startswith(COMMAND) for one in window.shown()), "the command")
    window.key("Return")


def write_a_word(window: Window) -> None:
    """What is typed is seen: after a change of theme the window once painted nothing more."""
    place = area(window)

    def differs(before: Picture) -> bool:
        now = window.screen.look(place)
        return bool(sum(map(ne, before.pixels, now.pixels)) > CARET_PX)

    empty = window.screen.look(place)
    window.type("lantern", FIELD)
    window.wait(lambda: differs(empty), "the word on the screen")
    written = window.screen.look(place)
    window.key("ctrl+a", "Delete")
    window.wait(lambda: differs(written), "the word taken away")


def conversation(home: Home) -> None:
    """One with code and a table."""
    with home.vault() as vault:
        made = vault.conversations.create(TITLE)
        asked = Message(new_id(), made.id, None, Role.USER, "How high?", MessageState.COMPLETE, now_ms())
        vault.conversations.add_message(asked)
        told = Message(new_id(), made.id, asked.id, Role.ASSISTANT, ANSWER, MessageState.COMPLETE, now_ms())
        vault.conversations.add_message(told)


def test_each_change_of_theme_is_seen_on_the_screen(home: Home, screen: Screen) -> None:
    make_profile(home)
    conversation(home)
    home.choose({THEME: "light"})
    with Window(home, screen) as window:
        window.unlock()
        window.click(f"{TITLE}, stays on this computer")
        window.wait(lambda: window.find("Table"), "the conversation")
        wait_for_look(window, LIGHT, "at first")
        for number, colours in enumerate((DARK, LIGHT, DARK, LIGHT)):
            window.click(FIELD)  # a caret blinks
            switch_by_palette(window)
            wait_for_look(window, colours, f"change {number} by the palette")
            write_a_word(window)
        for keys, shows in PAGES.items():
            window.key(keys)
            window.wait(partial(window.find, shows), shows)
            for colours in (DARK, LIGHT):
                window.key("ctrl+shift+l")
                wait_for_look(window, colours, f"on the page with {shows!r}")
        # Settings are open: chosen there, and seen there.
        for name, colours in (("Dark", DARK), ("Light", LIGHT), ("Dark", DARK)):
            window.type("theme", "Search settings")
            window.click(f"Theme: {name}")
            wait_for_look(window, colours, f"{name} chosen in Settings")
        window.click(f"{TITLE}, stays on this computer")
        window.wait(lambda: window.find("Table"), "the conversation again")
        wait_for_look(window, DARK, "after Settings")
        # A sheet opens while the parts below it change one by one.
        for colours in (LIGHT, DARK):
            window.key("ctrl+shift+l", "F1")
            window.wait(lambda: window.find("Search help"), "the help")
            wait_for_look(window, colours, "below a sheet", under_a_sheet=True)
            window.key("Escape")
            wait_for_look(window, colours, "after a sheet")
        window.quit()
    assert home.kept(THEME) == "dark"


def test_the_desktop_s_change_of_theme_is_followed_with_a_sheet_open(home: Home, screen: Screen) -> None:
    make_profile(home)
    conversation(home)
    asks = replace(home, variables={**home.variables, "XDG_CURRENT_DESKTOP": PORTAL_THEME})
    with Appearance(screen.bus, Appearance.DARK) as desktop, Window(asks, screen) as window:
        window.unlock()
        window.click(f"{TITLE}, stays on this computer")
        window.wait(lambda: window.find("Table"), "the conversation")
        wait_for_look(window, DARK, "as the desktop is at first")
        for keys, shows in SHEETS.items():
            window.key(keys)
            window.wait(partial(window.focused, shows), shows)
            for scheme, colours in ((Appearance.LIGHT, LIGHT), (Appearance.DARK, DARK)) * 2:
                desktop.change(scheme)
                wait_for_look(window, colours, f"on and below the sheet with {shows!r}", under_a_sheet=True)
                wait_for(partial(sheet_is, window, colours), f"the sheet with {shows!r} in its colours")
            window.key("Escape")
            wait_for_look(window, DARK, "after the sheet")
        window.quit()
    assert home.kept(THEME) is None  # nobody chose one
