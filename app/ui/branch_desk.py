"""Versions of messages: editing a question, switching, and the tree in the side panel.

Window process, main thread; it asks the services through the door.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.branches import Run
from app.domain.conversation import Message
from app.ui.door import Door
from app.ui.ports import OpenSession
from app.ui.side_panel.branches import BranchesPage
from app.ui.side_panel.panel import SidePanel
from app.ui.transcript import TranscriptView

BRANCHES = "branches"


class BranchDesk(QObject):
    """What a person does with the tree of the conversation that is shown.

    Signals: `failed(error)`; `filled(conversation_id, messages, message_id)` when another branch is to be shown,
    with the message to begin at.
    """

    failed = Signal(object)
    filled = Signal(str, list, str)

    def __init__(
        self, door: Door, session: OpenSession, transcript: TranscriptView, panel: SidePanel
    ) -> None:
        super().__init__(panel)
        self._door = door
        self._session = session
        self._transcript = transcript
        self._panel = panel
        self._conversation = ""
        self.page = BranchesPage()
        panel.add_page(BRANCHES, self.tr("Branches"), self.page)
        panel.page_changed.connect(self._page_changed)
        panel.opened.connect(self._opened)
        self.page.branch_wished.connect(self.show_version)
        transcript.version_requested.connect(self.show_version)

    def open_tree(self) -> None:
        """Show the tree in the side panel."""
        self._panel.open_at(BRANCHES)

    def open(self, conversation_id: str) -> None:
        """This conversation, or another branch of it, is shown now; empty for none."""
        self._conversation = conversation_id
        if not conversation_id:
            self.page.show_runs(())
            return
        wished = conversation_id

        def told(versions: dict[str, tuple[str, ...]]) -> None:
            if self._conversation == wished:
                self._transcript.set_versions(versions)

        self._door.run(lambda: self._session.branches.versions(wished), told, self.failed.emit)
        self.refresh_tree()

    def refresh_tree(self) -> None:
        """Draw the tree anew if it can be seen."""
        wished = self._conversation
        if not wished or not self.page.isVisible():
            return

        def told(runs: list[Run]) -> None:
            if self._conversation == wished:
                self.page.show_runs(runs)

        self._door.run(lambda: self._session.branches.runs(wished), told, self.failed.emit)

    def edit(self, message_id: str, text: str, then: Callable[[], None]) -> None:
        """Ask `text` in the place of a question. What comes of it is told by events."""
        self._door.run(
            lambda: self._session.branches.edit(message_id, text), lambda _: then(), self.failed.emit
        )

    @Slot(str)
    def show_version(self, message_id: str) -> None:
        """Show the newest branch through a message, from that message on."""
        wished = self._conversation
        session = self._session

        def switch() -> list[Message]:
            session.branches.show(message_id)
            return session.chat.messages(wished)

        def switched(messages: list[Message]) -> None:
            if self._conversation == wished:
                self.filled.emit(wished, messages, message_id)

        self._door.run(switch, switched, self.failed.emit)

    @Slot(bool)
    def _opened(self, _is_open: bool) -> None:
        self.refresh_tree()

    @Slot(str)
    def _page_changed(self, name: str) -> None:
        if name == BRANCHES:
            self.refresh_tree()
