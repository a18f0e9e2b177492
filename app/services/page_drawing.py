"""Pages of documents as pictures, drawn in a throw-away process and never in this one.

Asked on the work thread; drawing waits on a thread of its own, so that a growing answer isn't held up by it.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from app.domain.document import PageImage, ReadOptions
from app.domain.errors import Cancelled, HearthError
from app.ipc.reading import DocumentReader
from app.services.workroom import Workroom

Then = Callable[[PageImage], None]
Fail = Callable[[Exception], None]
TellPasswords = Callable[[Callable[[tuple[str, ...]], None], Fail], None]


class PageDrawing:
    """Draws one page after another. Nothing is started before the first is wished for."""

    def __init__(self, workroom: Workroom, passwords: TellPasswords) -> None:
        """`passwords` is asked on the work thread for those known, and only when a file turns out to be locked."""
        self._workroom = workroom
        self._passwords = passwords
        self._reader: DocumentReader | None = None
        self._waiting = ThreadPoolExecutor(max_workers=1, thread_name_prefix="page-drawing")
        self._closed = False

    def draw(
        self,
        path: str,
        number: int,
        marks: tuple[tuple[int, int], ...],
        width_px: int,
        then: Then,
        failed: Fail,
    ) -> None:
        """Draw page `number` of a document, `width_px` wide, with where its `marks` (ranges of characters) are.

        A locked one is drawn with the passwords that the library knows, which are handed to the drawing process
        and kept nowhere. `then` and `failed` (HearthError) are called on the work thread.
        """

        def make(reader: DocumentReader, options: ReadOptions) -> PageImage:
            return reader.draw_page(
                Path(path), number, marks, width_px, options, cancelled=lambda: self._closed
            )

        def unlock_or_fail(error: Exception) -> None:
            def unlock(known: tuple[str, ...]) -> None:
                if known:
                    self._make(make, ReadOptions(passwords=known), then, failed)
                else:
                    failed(error)

            if isinstance(error, HearthError) and error.code == "document_locked":
                self._passwords(unlock, failed)
            else:
                failed(error)

        self._make(make, ReadOptions(), then, unlock_or_fail)

    def close(self) -> None:
        """Give up what is being drawn and end its process."""
        self._closed = True
        self._waiting.shutdown(cancel_futures=True)
        if self._reader is not None:
            self._reader.close()

    def _make(
        self,
        make: Callable[[DocumentReader, ReadOptions], PageImage],
        options: ReadOptions,
        then: Then,
        failed: Fail,
    ) -> None:
        """Have `make` called on the waiting thread; its result goes to the work thread."""
        if self._closed:
            return
        if self._reader is None:
            self._reader = DocumentReader()
        reader = self._reader

        def draw() -> None:
            try:
                image = make(reader, options)
            except (HearthError, Cancelled) as error:
                problem = error
                self._workroom.post(lambda: failed(problem))
            else:
                self._workroom.post(lambda: then(image))

        self._waiting.submit(draw)
