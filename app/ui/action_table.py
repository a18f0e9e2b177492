"""Everything a person can ask the window to do: one line each, with its name, its words and its default key.

Pure values. Menus, the command palette, the overview of shortcuts and the shortcuts a person may change all come
from this table; who carries an action out is bound to its name in `app.ui.actions`. Words are the English
source texts; they are translated where they are shown, in the context "Actions".

To add an action: a line here, and `actions.bind(name, what to do)` where it can be done.
"""

import enum
from dataclasses import dataclass


class Where(enum.Enum):
    """The part of the window an action belongs to: the headings of palette and overview."""

    WINDOW = "Window"
    CONVERSATIONS = "Conversations"
    ANSWERS = "Answers"
    WRITING = "Writing"
    MODELS = "Models"
    LIBRARY = "Library"


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do.

    Attributes:
        name: what code calls it, "part.verb". It is kept in the settings: never rename it.
        text: what people read.
        keys: default shortcuts in Qt's portable notation, "; " between several; empty for none.
        where: its heading.
        icon: a drawing of `resources/icons`; empty for none.
        fixed: the key can't be changed: a widget handles it itself, or it is the same everywhere.
        over_sheets: also works while a sheet lies over the window.
    """

    name: str
    text: str
    keys: str
    where: Where
    icon: str = ""
    fixed: bool = False
    over_sheets: bool = False


ACTIONS: tuple[Action, ...] = (
    # ---- window
    Action("palette.open", "Find a command or a conversation…", "Ctrl+K", Where.WINDOW, "search"),
    Action("help.open", "Help", "F1", Where.WINDOW),
    Action("help.keys", "Keyboard shortcuts", "Ctrl+/", Where.WINDOW),
    Action("help.about", "About Hearth", "", Where.WINDOW),
    Action("window.fold", "Show or hide the list of conversations", "Ctrl+B", Where.WINDOW, "sidebar"),
    Action("window.panel", "Show or hide the side panel", "Ctrl+J", Where.WINDOW, "panel"),
    Action("window.next_part", "Go to the next part of the window", "F6", Where.WINDOW),
    Action("window.previous_part", "Go to the previous part of the window", "Shift+F6", Where.WINDOW),
    Action("quick.ask", "Ask a quick question…", "Ctrl+Shift+Space", Where.WINDOW, "pencil"),
    Action("window.lock", "Lock Hearth", "Ctrl+L", Where.WINDOW, "lock", over_sheets=True),
    Action("window.quit", "Quit Hearth", "Ctrl+Q", Where.WINDOW, "close", over_sheets=True),
    Action(
        "window.back",
        "Close the top-most thing, then stop the answer",
        "Esc",
        Where.WINDOW,
        fixed=True,
        over_sheets=True,
    ),
    # ---- conversations
    Action("conversation.new", "New conversation", "Ctrl+N", Where.CONVERSATIONS, "plus"),
    Action(
        "conversation.temporary",
        "New temporary conversation",
        "Ctrl+Shift+N",
        Where.CONVERSATIONS,
        "temporary",
    ),
    Action("conversation.search", "Search in all messages", "Ctrl+Shift+F", Where.CONVERSATIONS, "search"),
    Action("conversation.next", "Next conversation in the list", "Ctrl+PgDown", Where.CONVERSATIONS),
    Action("conversation.previous", "Previous conversation in the list", "Ctrl+PgUp", Where.CONVERSATIONS),
    Action("conversation.rename", "Rename this conversation…", "F2", Where.CONVERSATIONS, "pencil"),
    Action("conversation.pin", "Pin or unpin this conversation", "Ctrl+D", Where.CONVERSATIONS, "pin"),
    Action(
        "conversation.move",
        "Move this conversation to a folder…",
        "Ctrl+Shift+O",
        Where.CONVERSATIONS,
        "folder",
    ),
    Action(
        "conversation.duplicate", "Duplicate this conversation", "Ctrl+Shift+D", Where.CONVERSATIONS, "copy"
    ),
    Action(
        "conversation.instructions", "Instructions for this conversation…", "", Where.CONVERSATIONS, "text"
    ),
    Action(
        "conversation.delete",
        "Delete this conversation",
        "Ctrl+Shift+Backspace",
        Where.CONVERSATIONS,
        "trash",
    ),
    Action(
        "conversation.undo", "Bring back what was just deleted", "Ctrl+Alt+Z", Where.CONVERSATIONS, "undo"
    ),
    Action("folder.new", "New folder…", "Ctrl+Alt+N", Where.CONVERSATIONS, "folder"),
    Action(
        "conversation.assistant", "Choose who answers this conversation…", "Ctrl+Shift+P", Where.CONVERSATIONS
    ),
    Action(
        "conversation.server",
        "Choose whether a server answers this conversation…",
        "Ctrl+Shift+Y",
        Where.CONVERSATIONS,
        "cloud",
    ),
    Action("servers.open", "Servers…", "", Where.MODELS, "cloud"),
    Action("presets.open", "Assistants…", "", Where.MODELS),
    # ---- answers
    Action("answer.stop", "Stop the answer", "", Where.ANSWERS, "stop"),
    Action("answer.find", "Find in this conversation", "Ctrl+F", Where.ANSWERS, "search"),
    Action("answer.find_next", "Next hit in this conversation", "F3", Where.ANSWERS),
    Action("answer.find_previous", "Previous hit in this conversation", "Shift+F3", Where.ANSWERS),
    Action("answer.quote", "Quote the selection in the question", "Ctrl+Shift+.", Where.ANSWERS, "text"),
    Action("answer.end", "Go to the end of the conversation", "Alt+Down", Where.ANSWERS, "down"),
    Action("answer.branches", "Show all branches of this conversation", "Ctrl+Shift+T", Where.ANSWERS),
    # ---- writing
    Action("writing.send", "Send the question", "Return", Where.WRITING, "send", fixed=True),
    Action("writing.line", "Begin a new line in the question", "Shift+Return", Where.WRITING, fixed=True),
    Action("writing.focus", "Go to the question field", "Ctrl+I", Where.WRITING, "pencil"),
    Action("writing.files", "Add files to this conversation…", "Ctrl+Shift+A", Where.WRITING, "file"),
    Action("writing.prompts", "Saved prompts…", "", Where.WRITING, "text"),
    # ---- library
    Action("library.open", "Library", "Ctrl+Shift+B", Where.LIBRARY, "library"),
    Action("library.add", "Add a folder to the library…", "", Where.LIBRARY, "plus"),
    # ---- models
    Action("models.open", "Models…", "Ctrl+Shift+M", Where.MODELS, "model"),
    Action("models.choose", "Choose the model that answers…", "Ctrl+M", Where.MODELS, "model"),
    Action("models.add", "Add a model file…", "", Where.MODELS, "plus"),
    Action(
        "compare.open", "Compare an answer here with a server's…", "Ctrl+Shift+E", Where.MODELS, "compare"
    ),
    # ---- ledger
    Action("ledger.open", "Ledger: what left this computer", "Ctrl+Shift+G", Where.WINDOW, "ledger"),
    Action("ledger.block", "Block all connections, or allow them again", "", Where.WINDOW, "ledger"),
    # ---- settings and help
    Action("settings.open", "Settings…", "Ctrl+,", Where.WINDOW, "settings"),
    Action("theme.switch", "Switch between light and dark", "Ctrl+Shift+L", Where.WINDOW),
)
