"""Which part of the open workspace carries out which action of the table. Window process, main thread.

One line for each action; what it does belongs to the part.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.actions import Actions
from app.ui.workspace import Workspace


def bind_workspace(actions: Actions, space: Workspace) -> None:
    """Bind everything that can be done while the profile is open."""
    chat = space.chat

    def shown() -> bool:
        return chat.conversation is not None

    actions.bind("palette.open", space.guide.open_palette)
    actions.bind("help.open", space.guide.open_help)
    actions.bind("help.keys", space.guide.open_shortcuts)
    actions.bind("help.about", space.guide.open_about)
    actions.bind("window.fold", space.fold.turn)
    actions.bind("window.panel", chat.panel.panel.toggle, shown)
    actions.bind("window.next_part", lambda: go_to_part(space, 1))
    actions.bind("window.previous_part", lambda: go_to_part(space, -1))
    actions.bind("quick.ask", space.desktop.ask)
    actions.bind("theme.switch", space.settings.switch_theme)
    actions.bind("conversation.new", space.new)
    actions.bind("conversation.temporary", lambda: space.begin_new(temporary=True))
    actions.bind("conversation.search", space.focus_search)
    actions.bind("conversation.next", lambda: space.open_neighbour(1))
    actions.bind("conversation.previous", lambda: space.open_neighbour(-1))
    actions.bind("conversation.rename", space.rename_shown, shown)
    actions.bind("conversation.instructions", space.open_instructions, shown)
    actions.bind("conversation.delete", space.delete_shown, shown)
    actions.bind("conversation.pin", space.pin_shown, lambda: shown() and not chat.is_temporary)
    actions.bind("conversation.move", space.move_shown, lambda: shown() and not chat.is_temporary)
    actions.bind("conversation.duplicate", space.duplicate_shown, shown)
    actions.bind("conversation.undo", space.desk.undo, lambda: space.desk.can_undo)
    actions.bind("folder.new", space.desk.new_folder)
    actions.bind("answer.stop", chat.stop, lambda: chat.busy)
    actions.bind("answer.find", chat.find_words, shown)
    actions.bind("answer.find_next", lambda: chat.transcript.finder.step(1), shown)
    actions.bind("answer.find_previous", lambda: chat.transcript.finder.step(-1), shown)
    actions.bind("answer.quote", chat.transcript.quote.quote, lambda: bool(chat.transcript.quote.text_chosen))
    actions.bind("answer.end", chat.transcript.go_to_end, shown)
    actions.bind("answer.branches", chat.branches.open_tree, shown)
    actions.bind("writing.focus", lambda: space.show_chat(focus=True))
    actions.bind("writing.files", chat.writing.pick, lambda: space.pages.currentWidget() is chat)
    actions.bind("writing.prompts", chat.writing.open_prompts)
    actions.bind(
        "conversation.assistant", chat.presets.open_menu, lambda: space.pages.currentWidget() is chat
    )
    actions.bind("conversation.server", chat.servers.open_menu, lambda: space.pages.currentWidget() is chat)
    actions.bind("servers.open", space.open_servers)
    actions.bind("presets.open", chat.presets.open_sheet)
    actions.bind("library.open", space.show_library)
    actions.bind("library.add", space.library.pick)
    actions.bind("models.open", space.show_models)
    actions.bind("models.choose", space.models.open_menu, lambda: space.pages.currentWidget() is chat)
    actions.bind("models.add", space.models.pick)
    actions.bind("compare.open", space.show_compare)
    actions.bind("ledger.open", space.show_ledger)
    actions.bind("ledger.block", space.ledger.turn_block)
    actions.bind("settings.open", space.settings.open)


def go_to_part(space: Workspace, step: int) -> None:
    """Move the keyboard to the next part of the window (`step` 1) or the one before (-1)."""
    parts = [part for part in space.parts() if part.isVisible()]
    focused = QApplication.focusWidget()
    inside = [number for number, part in enumerate(parts) if focused is not None and _holds(part, focused)]
    at = (inside[0] + step) % len(parts) if inside else 0
    target = first_stop(parts[at])
    if target is not None:
        target.setFocus(Qt.FocusReason.TabFocusReason)


def first_stop(part: QWidget) -> QWidget | None:
    """The first widget of `part` that the Tab key would stop at; `part` itself when it is one."""
    candidates = [part, *part.findChildren(QWidget)]
    for widget in candidates:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled() and widget.isVisible():
            return widget
    return None


def _holds(part: QWidget, widget: QWidget) -> bool:
    return part is widget or part.isAncestorOf(widget)
