"""Pages behind the sources of an answer: their text, and where it can be, a picture. Window process, main thread."""

from PySide6.QtCore import QObject, Slot

from app.domain.document import PageImage
from app.domain.errors import HearthError
from app.domain.passage import PageText
from app.domain.source import Source
from app.services.sentences import sentence
from app.ui.door import Door
from app.ui.library.sources_page import SourcesPage
from app.ui.ports import OpenSession

DRAWN_WIDTH_PX = 1000  # of a page: sharp in a wide panel on a fine screen


class SourcePages(QObject):
    """Fetches what `page` wishes to show."""

    def __init__(self, door: Door, session: OpenSession, page: SourcesPage) -> None:
        super().__init__(page)
        self._door = door
        self._session = session
        self._page = page
        page.page_wished.connect(self._fetch)
        page.picture_wished.connect(self._draw)

    @Slot(object)
    def _fetch(self, source: Source) -> None:
        def told(page: PageText) -> None:
            self._page.show_page(source, page.text)

        def failed(error: Exception) -> None:
            if isinstance(error, HearthError):
                self._page.say(source, sentence(error, self.tr))

        library = self._session.library
        self._door.start(
            lambda then, not_told: library.page_text(source.path, source.page, then, not_told), told, failed
        )

    @Slot(object, int, int)
    def _draw(self, source: Source, start: int, end: int) -> None:
        """Have a page drawn. Where that can't be, its text alone is shown."""
        pages, marks = self._session.pages, ((start, end),) if start < end else ()

        def drawn(image: PageImage) -> None:
            self._page.show_picture(source, image)

        self._door.start(
            lambda then, not_told: pages.draw(
                source.path, source.page, marks, DRAWN_WIDTH_PX, then, not_told
            ),
            drawn,
            lambda _: None,
        )
