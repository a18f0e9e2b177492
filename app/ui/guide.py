"""What helps a person find their way: the palette, the overview of shortcuts, Help and About.

Window process, main thread. The sheets are built when they are first asked for.
"""

import json
from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.conversation import Conversation
from app.sandbox import SealReport
from app.ui.action_table import Where
from app.ui.actions import Actions, where_text
from app.ui.door import Door
from app.ui.ports import OpenSession
from app.ui.theme import Theme
from app.vault.conversation_store import SearchHit

if TYPE_CHECKING:
    from app.ui.help.pages import HelpPage
    from app.ui.palette import Line

KEYS_SETTING = "window.keys"
LISTED_LIMIT = 2000  # conversations the palette looks through by title; older ones are found by their words
SEARCH_FROM_LETTERS = 3
# The order of the palette where nothing is typed: what is done daily stands before what is done once.
_FIRST = (Where.CONVERSATIONS, Where.ANSWERS, Where.WRITING, Where.LIBRARY, Where.MODELS, Where.WINDOW)


class Guide(QObject):
    """Signals: `opened` with a conversation's id; `hit_opened` with that, a message's id and what was searched."""

    opened = Signal(str)
    hit_opened = Signal(str, str, str)

    def __init__(
        self,
        theme: Theme,
        door: Door,
        session: OpenSession,
        report: SealReport,
        acts: Actions,
        conversations: Callable[[], Sequence[Conversation]],
        settings: "Callable[[], Sequence[Line]]",
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._door = door
        self._session = session
        self._report = report
        self._acts = acts
        self._conversations = conversations
        self._settings = settings
        self._window = window
        self._pages: Sequence[HelpPage] = ()

    def begin(self) -> None:
        """Take the person's own keys from the profile."""
        self._door.run(lambda: self._session.settings.get(KEYS_SETTING, ""), self._take_keys)

    def open_palette(self) -> None:
        """A field that finds commands and conversations."""
        from app.ui.palette import Line, PaletteSheet  # late: built when first asked for

        acts = self._acts
        lines = [
            Line(
                acts.text(one.name),
                where_text(one.where),
                _run(acts, one.name),
                acts.shown_keys(one.name),
                one.icon,
                60,
            )
            for one in sorted(acts.possible(), key=lambda action: _FIRST.index(action.where))
            if not one.fixed and one.name != "palette.open"
        ]
        lines += self._settings()
        lines += self._help_lines()
        found = self.tr("Conversation")
        for conversation in list(self._conversations())[:LISTED_LIMIT]:
            lines.append(Line(conversation.title, found, self._opener(conversation.id), icon="text"))
        sheet = PaletteSheet(self._theme, self._window, lines)

        def search(typed: str) -> None:
            words = typed.strip()
            if len(words) < SEARCH_FROM_LETTERS:
                return

            def have(hits: list[SearchHit]) -> None:
                if shiboken6.isValid(sheet) and sheet.field.text().strip() == words:
                    in_message = self.tr("Message")
                    sheet.add_lines(
                        [
                            Line(
                                f"{hit.conversation.title}: {' '.join(hit.snippet.split())}",
                                in_message,
                                self._hit_opener(hit, words),
                                icon="search",
                                weight=-150,
                            )
                            for hit in hits
                            if hit.snippet
                        ]
                    )

            self._door.run(lambda: self._session.chat.search(words), have, lambda _error: None)

        sheet.field.textChanged.connect(search)
        sheet.open_over(sheet.field)

    def open_shortcuts(self) -> None:
        """All keys, changeable."""
        from app.ui.shortcuts_sheet import ShortcutsSheet  # late: built when first asked for

        sheet = ShortcutsSheet(self._theme, self._window, self._acts)
        sheet.changed.connect(self._keep_keys)
        sheet.open_over(sheet.search)

    def open_help(self, page: str = "", anchor: str = "") -> None:
        """The built-in pages, at the first one or at a section of one."""
        from app.ui.help.sheet import HelpSheet  # late: built when first asked for

        sheet = HelpSheet(self._theme, self._window, self._help_pages())
        sheet.shortcuts_wished.connect(sheet.accept)
        sheet.shortcuts_wished.connect(self.open_shortcuts)
        sheet.about_wished.connect(sheet.accept)
        sheet.about_wished.connect(self.open_about)
        sheet.open_over(sheet.search)
        if page:
            sheet.show_place(page, anchor)

    def open_about(self) -> None:
        """Version and licences."""
        from app.ui.about_sheet import AboutSheet  # late: it reads the metadata of every part

        sheet = AboutSheet(self._theme, self._window, self._report)
        sheet.open_over(sheet.close_button)

    def _help_pages(self) -> "Sequence[HelpPage]":
        """Read once: another language builds another guide."""
        if not self._pages:
            from app.ui.help.sheet import pages_of_window  # late: read when first asked for

            self._pages = pages_of_window()
        return self._pages

    def _help_lines(self) -> "list[Line]":
        """What the palette has of the help: its pages and their sections, after commands that fit as well. A section
        that isn't the only one of its name says of which page it is."""
        from app.ui.palette import Line  # late: built when first asked for

        kind = self.tr("Help")
        pages = self._help_pages()
        named = Counter(section.title for page in pages for section in page.sections)
        return [
            Line(
                section.title,
                f"{kind} · {page.title}" if place and named[section.title] > 1 else kind,
                self._help_opener(page.name, section.anchor if place else ""),
            )
            for page in pages
            for place, section in enumerate(page.sections)
        ]

    def _help_opener(self, page: str, anchor: str) -> Callable[[], None]:
        return lambda: self.open_help(page, anchor)

    def _hit_opener(self, hit: SearchHit, words: str) -> Callable[[], None]:
        return lambda: self.hit_opened.emit(hit.conversation.id, hit.message_id or "", words)

    def _opener(self, conversation_id: str) -> Callable[[], None]:
        return lambda: self.opened.emit(conversation_id)

    def _take_keys(self, kept: str) -> None:
        try:
            chosen = json.loads(kept) if kept else {}
        except ValueError:
            return
        if isinstance(chosen, dict):
            self._acts.take_keys(chosen)

    def _keep_keys(self, _said: str) -> None:
        kept = json.dumps(self._acts.chosen_keys())
        self._door.run(lambda: self._session.settings.set(KEYS_SETTING, kept))


def _run(acts: Actions, name: str) -> Callable[[], None]:
    return lambda: acts.run(name)
