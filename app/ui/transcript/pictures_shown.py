"""What a person sees of a conversation's pictures, fetched as its messages are shown. Window process, main thread."""

from PySide6.QtCore import QObject, Slot

from app.domain.conversation import Role
from app.domain.picture import Picture
from app.ui.door import Door
from app.ui.ports import OpenSession
from app.ui.transcript.view import TranscriptView


class PicturesShown(QObject):
    """Keeps the transcript's pictures true to the services."""

    def __init__(self, door: Door, session: OpenSession, transcript: TranscriptView) -> None:
        super().__init__(transcript)
        self._door = door
        self._session = session
        self._transcript = transcript
        transcript.filled.connect(self._fetch)

    @Slot()
    def _fetch(self) -> None:
        questions = [entry.message for entry in self._transcript.entries if entry.message.role is Role.USER]
        if not questions:
            return
        wished = questions[-1].conversation_id

        def told(pictures: dict[str, tuple[tuple[str, Picture], ...]]) -> None:
            if any(entry.message.conversation_id == wished for entry in self._transcript.entries):
                self._transcript.set_pictures(pictures)

        self._door.run(lambda: self._session.pictures.small(wished), told)
