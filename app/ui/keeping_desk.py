"""What is kept of a conversation when another is shown: its draft, and where the reader was.

Window process, main thread; the vault is reached through the door. Of a temporary conversation nothing of this
leaves the window's memory.
"""

from PySide6.QtCore import QObject, QTimer, Slot

from app.ui.composer import Composer
from app.ui.door import Door
from app.ui.ports import OpenSession
from app.ui.transcript import TranscriptView
from app.ui.transcript.pictures_shown import PicturesShown
from app.ui.transcript.reading_place import go_to, place_in

DRAFT_PAUSE_MS = 1500  # a pause in typing before the draft is kept in the vault


class KeepingDesk(QObject):
    """Keeps and brings back. `open` says which conversation is shown, `leave` that another one will be."""

    def __init__(
        self, door: Door, session: OpenSession, composer: Composer, transcript: TranscriptView
    ) -> None:
        super().__init__(composer)
        self._door = door
        self._session = session
        self._composer = composer
        self._transcript = transcript
        PicturesShown(door, session, transcript)
        self._where: str | None = None
        self._temporary = False
        self._place = ""  # as it lies in the vault
        self._came = False  # the draft of what is shown has been brought
        self._held: dict[str, str] = {}  # drafts of temporary conversations; "" is the one that hasn't begun
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(DRAFT_PAUSE_MS)
        self._pause.timeout.connect(self.save_draft)

    def open(self, where: str | None, temporary: bool) -> None:
        """Another conversation is shown (None: one that hasn't begun): bring its draft."""
        if self._pause.isActive():  # typed while it was being fetched
            self.save_draft()
        self._where, self._temporary, self._place = where, temporary, ""
        self._came = temporary
        self._composer.set_text("")
        self._pause.stop()

        def arrived(text: str) -> None:
            self._came = self._came or self._where == where
            if self._where == where and not self._temporary and text and not self._composer.text:
                self._composer.set_text(text)
            self._pause.stop()

        if temporary:
            self._composer.set_text(self._held.get(where or "", ""))
            self._pause.stop()
        else:
            self._door.run(lambda: self._session.chat.draft(where), arrived)

    def begun(self, where: str) -> None:
        """The conversation that hadn't begun has its place now."""
        self._where = where

    def bring_place(self, place: str) -> None:
        """Show what the reader had before them, as it was kept."""
        self._place = place
        if place:
            go_to(self._transcript, place)

    def edited(self) -> None:
        """Something was typed."""
        self._pause.start()

    def sent(self) -> None:
        """The question is on its way, and no draft any more."""
        self._pause.stop()
        self._held.pop(self._where or "", None)

    @Slot()
    def save_draft(self) -> None:
        """Keep what was typed and not sent."""
        self._pause.stop()
        where, text = self._where, self._composer.draft
        if self._temporary:
            self._held[where or ""] = text
        elif self._came or text:  # an empty field means nothing before the draft has come
            self._door.run(lambda: self._session.chat.save_draft(where, text))

    def leave(self) -> None:
        """Another conversation will be shown, or none: keep what isn't kept yet."""
        if self._pause.isActive():
            self.save_draft()
        self.keep_place()

    def keep_place(self) -> None:
        """Keep where the reader is, if that isn't where they were."""
        where, place = self._where, place_in(self._transcript)
        if where is not None and not self._temporary and place != self._place:
            self._place = place
            self._door.run(lambda: self._session.arranging.keep_place(where, place))
