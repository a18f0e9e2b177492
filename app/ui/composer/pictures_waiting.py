"""The pictures that wait for the next question, as chips over it. Window process, main thread."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.picture import Picture, ShownPicture
from app.ui.composer.composer import Composer
from app.ui.door import Door
from app.ui.ports import OpenSession


class PicturesWaiting(QObject):
    """Adds pictures, shows them, takes them back. Signal `changed`: what would be sent differs."""

    changed = Signal()

    def __init__(
        self, door: Door, session: OpenSession, composer: Composer, failed: Callable[[Exception], None]
    ) -> None:
        super().__init__(composer)
        self._door = door
        self._session = session
        self._chips = composer.chips
        self._failed = failed
        self._where: str | None = None
        self._chips.picture_removed.connect(self._remove)

    def open(self, where: str | None) -> None:
        """Another conversation is shown; None for one that hasn't begun."""
        self._where = where
        self.refresh()

    def sort(self, paths: Sequence[Path], others: Callable[[tuple[Path, ...]], None]) -> None:
        """Have the model see those of `paths` that it can look at, and give the rest to `others`."""
        where, pictures = self._where, self._session.pictures

        def sorted_out(seen: tuple[Path, ...]) -> None:
            rest = tuple(path for path in paths if path not in seen)
            if seen:
                self._add(where, seen)
            if rest:
                others(rest)

        self._door.run(lambda: pictures.seen_of(where, paths), sorted_out, self._failed)

    def paste(self, name: str, picture: bytes | Picture, blind: Callable[[], None]) -> None:
        """Have the model see a picture that is no file; `blind` is called where it can't."""
        where, pictures = self._where, self._session.pictures

        def begin(then: Callable[[bool], None], failed: Callable[[Exception], None]) -> None:
            if pictures.are_seen(where):
                pictures.add_pasted(where, name, picture, lambda: then(True), failed)
            else:
                then(False)

        self._door.start(begin, lambda seen: self.refresh() if seen else blind(), self._failed)

    def _add(self, where: str | None, paths: tuple[Path, ...]) -> None:
        def begin(then: Callable[[None], None], failed: Callable[[Exception], None]) -> None:
            self._session.pictures.add(where, paths, lambda: then(None), failed)

        self._door.start(begin, lambda _: self.refresh(), self._failed)

    def refresh(self) -> None:
        """Show what waits now."""
        where = self._where

        def told(waiting: tuple[ShownPicture, ...]) -> None:
            if self._where == where and (waiting or self._chips.pictures):
                self._chips.show_pictures([shown.name for shown in waiting])
                self.changed.emit()

        self._door.run(lambda: self._session.pictures.waiting(where), told)

    @Slot(int)
    def _remove(self, number: int) -> None:
        where, pictures = self._where, self._session.pictures
        self._door.run(lambda: pictures.remove(where, number), lambda _: self.refresh())
