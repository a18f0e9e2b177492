"""What the answers of the conversation that is shown rest on, on the Sources page. Window process, main thread."""

from PySide6.QtCore import QObject, Slot

from app.domain.citation import check
from app.domain.conversation import Message
from app.domain.source import Grounding
from app.ui.door import Door
from app.ui.library.sources_page import SourcesPage
from app.ui.ports import OpenSession
from app.ui.side_panel.panel import SidePanel
from app.ui.transcript import TranscriptView

SOURCES = "sources"


class GroundedSources(QObject):
    """Keeps transcript and Sources page true to the services."""

    def __init__(
        self,
        door: Door,
        session: OpenSession,
        transcript: TranscriptView,
        page: SourcesPage,
        panel: SidePanel,
    ) -> None:
        super().__init__(page)
        self._door = door
        self._session = session
        self._transcript = transcript
        self._page = page
        self._panel = panel
        self._where = ""
        self._grounded: dict[str, Grounding] = {}
        panel.add_page(SOURCES, self.tr("Sources"), page, first=True)
        transcript.source_requested.connect(self.show_source)

    def open(self, conversation_id: str) -> None:
        """Another conversation is shown; empty for one that hasn't begun."""
        self._where = conversation_id
        if not conversation_id:
            self._have({})
            return

        def told(grounded: dict[str, Grounding]) -> None:
            if self._where == conversation_id:
                self._have(grounded)

        self._door.run(lambda: self._session.chat.grounded(conversation_id), told)

    def begun(self, conversation_id: str) -> None:
        """The new conversation has its place now."""
        self._where = conversation_id

    def add(self, answer_id: str, grounding: Grounding) -> None:
        """What the answer that grows will rest on."""
        self._have({**self._grounded, answer_id: grounding})

    def ended(self, answer: Message) -> None:
        """An answer is whole: the passages that it names are marked."""
        if answer.id in self._grounded:
            self._show(answer.id, answer.text)

    def show_last(self) -> None:
        """What the last answer rests on, of those in the transcript that rest on anything."""
        shown = [one.message.id for one in self._transcript.entries if one.message.id in self._grounded]
        self._show(shown[-1] if shown else "")

    @Slot(str, int)
    def show_source(self, answer_id: str, number: int) -> None:
        """Show what an answer rests on, and the page of passage `number`."""
        self._show(answer_id)
        self._panel.open_at(SOURCES)
        self._page.select(number)

    def _have(self, grounded: dict[str, Grounding]) -> None:
        self._grounded = grounded
        self._transcript.set_groundings(grounded)
        self.show_last()

    def _show(self, answer_id: str, text: str = "") -> None:
        """What an answer rests on, and which of it `text` names; as it is in the transcript where none is given."""
        grounding = self._grounded.get(answer_id)
        cited: tuple[int, ...] = ()
        if grounding is not None:
            shown = (one.message.text for one in self._transcript.entries if one.message.id == answer_id)
            given = [source.number for source in grounding.sources]
            cited = check(text or next(shown, ""), given).cited
        self._page.show_grounding(grounding, cited)
