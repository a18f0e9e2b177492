"""Libraries, files, pages and formulas without the processes that read and draw them: parts of `fake_session`."""

from collections.abc import Callable, Sequence
from pathlib import Path

from app.domain.attachment import Attachment
from app.domain.document import PageImage
from app.domain.errors import HearthError
from app.domain.library import FileTrouble, LibraryFacts, LibrarySettings
from app.domain.passage import Found, PageText, SearchFilter
from app.domain.picture import Picture, ShownPicture
from app.domain.typesetting import CodeColours, Outline
from app.services.events import (
    Event,
    LibraryChanged,
)

Told = Callable[[], None]
Fails = Callable[[Exception], None]


class FakeLibrary:
    """Libraries in memory: what was wished is kept in `wishes`, what is told was put there by a test."""

    def __init__(self, publish: Callable[[Event], None]) -> None:
        self._publish = publish
        self.libraries: tuple[LibraryFacts, ...] = ()
        self.found = Found()
        self.pages: dict[tuple[str, int], PageText] = {}
        self.trouble: tuple[FileTrouble, ...] = ()
        self.wishes: list[tuple[object, ...]] = []
        self.ranker = ""
        self.error: HearthError | None = None

    def show(self, *libraries: LibraryFacts) -> None:
        """The libraries are like this from now on."""
        self.libraries = libraries
        self._publish(LibraryChanged(libraries))

    def add(
        self, name: str, paths: tuple[Path, ...], settings: LibrarySettings | None, then: Told, failed: Fails
    ) -> None:
        self._wish(then, failed, "add", name, paths, settings)

    def remove(self, name: str, then: Told, failed: Fails) -> None:
        self._wish(then, failed, "remove", name)

    def sync(self, name: str, then: Told, failed: Fails) -> None:
        self._wish(then, failed, "sync", name)

    def pause(self, paused: bool, name: str, then: Told, failed: Fails) -> None:
        self._wish(then, failed, "pause", paused, name)

    def retry(self, path: str, password: str, then: Told, failed: Fails, keep: bool = False) -> None:
        self._wish(then, failed, "retry", path, password, *(["keep"] if keep else []))

    def use_ranker(self, folder: str, then: Told, failed: Fails) -> None:
        self._wish(then, failed, "use_ranker", folder)

    def use_embedder(self, folder: str, then: Told, failed: Fails) -> None:
        self._wish(then, failed, "use_embedder", folder)

    def search(
        self,
        query: str,
        then: Callable[[Found], None],
        failed: Fails,
        *,
        libraries: tuple[str, ...],
        k: int,
        only: SearchFilter,
    ) -> None:
        self.wishes.append(("search", query, libraries, only))
        then(self.found)

    def page_text(self, path: str, number: int, then: Callable[[PageText], None], failed: Fails) -> None:
        then(self.pages[path, number])

    def troubles(self, name: str, then: Callable[[tuple[FileTrouble, ...]], None], failed: Fails) -> None:
        then(tuple(one for one in self.trouble if one.library == name))

    def _wish(self, then: Told, failed: Fails, *wish: object) -> None:
        self.wishes.append(wish)
        if self.error is not None:
            failed(self.error)
        else:
            then()


class FakeAttachments:
    """Files of conversations in memory; `tell` plays the library process."""

    def __init__(self, publish: Callable[[Event], None]) -> None:
        self._publish = publish
        self.kept: dict[str | None, tuple[Attachment, ...]] = {}
        self.error: HearthError | None = None

    def tell(self, where: str | None, *files: Attachment) -> None:
        """The files are like this from now on."""
        self.kept[where] = files
        self._publish(LibraryChanged(()))

    def name(self, conversation_id: str | None) -> str:
        return f"conversation:{conversation_id}" if self.kept.get(conversation_id) else ""

    def add(self, conversation_id: str | None, paths: tuple[Path, ...], then: Told, failed: Fails) -> None:
        if self.error is not None:
            failed(self.error)
            return
        had = self.kept.get(conversation_id, ())
        self.kept[conversation_id] = (*had, *(Attachment(str(path)) for path in paths))
        then()

    def remove(self, conversation_id: str | None, path: str, then: Told, failed: Fails) -> None:
        had = self.kept.get(conversation_id, ())
        self.kept[conversation_id] = tuple(one for one in had if one.path != path)
        then()

    def files(
        self, conversation_id: str | None, then: Callable[[tuple[Attachment, ...]], None], failed: Fails
    ) -> None:
        then(self.kept.get(conversation_id, ()))


class FakePictures:
    """Pictures in memory; `sees` says whether the model can look at them."""

    def __init__(self) -> None:
        self.sees = False
        self.kept: dict[str | None, tuple[ShownPicture, ...]] = {}
        self.of_questions: dict[str, tuple[tuple[str, Picture], ...]] = {}
        self.pasted: list[bytes | Picture] = []

    def seen_of(self, conversation_id: str | None, paths: Sequence[Path]) -> tuple[Path, ...]:
        return tuple(path for path in paths if self.sees and path.suffix == ".png")

    def add(self, conversation_id: str | None, paths: Sequence[Path], then: Told, failed: Fails) -> None:
        grey = Picture(2, 2, bytes(12))
        added = tuple(ShownPicture(path.name, grey, grey) for path in paths)
        self.kept[conversation_id] = (*self.waiting(conversation_id), *added)
        then()

    def are_seen(self, conversation_id: str | None) -> bool:
        return self.sees

    def add_pasted(
        self, conversation_id: str | None, name: str, picture: bytes | Picture, then: Told, failed: Fails
    ) -> None:
        self.pasted.append(picture)
        grey = Picture(2, 2, bytes(12))
        self.kept[conversation_id] = (*self.waiting(conversation_id), ShownPicture(name, grey, grey))
        then()

    def waiting(self, conversation_id: str | None) -> tuple[ShownPicture, ...]:
        return self.kept.get(conversation_id, ())

    def remove(self, conversation_id: str | None, place: int) -> None:
        had = self.waiting(conversation_id)
        self.kept[conversation_id] = (*had[:place], *had[place + 1 :])

    def small(self, conversation_id: str) -> dict[str, tuple[tuple[str, Picture], ...]]:
        return self.of_questions


class FakePages:
    """Pages as pictures: `images` by path and number; what was asked is in `wishes`."""

    def __init__(self) -> None:
        self.images: dict[tuple[str, int], PageImage] = {}
        self.wishes: list[tuple[str, int, tuple[tuple[int, int], ...]]] = []

    def draw(
        self,
        path: str,
        number: int,
        marks: tuple[tuple[int, int], ...],
        width_px: int,
        then: Callable[[PageImage], None],
        failed: Fails,
    ) -> None:
        self.wishes.append((path, number, marks))
        if (path, number) in self.images:
            then(self.images[path, number])
        else:
            failed(HearthError("document_no_pages_to_draw"))


class FakeTypesetting:
    """Outlines and colours that a test put here; nothing else is ever drawn."""

    def __init__(self) -> None:
        self.outlines: dict[str, Outline] = {}
        self.lines: dict[str, CodeColours] = {}

    def draw(self, source: str, display: bool, then: Callable[[Outline | None], None]) -> None:
        then(self.outlines.get(source))

    def colour(self, text: str, language: str, then: Callable[[CodeColours], None]) -> None:
        then(self.lines.get(text, ()))
