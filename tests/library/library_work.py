"""A real profile with the real library process over it, for tests."""

import queue
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import TypeVar

from app.domain.library import LibraryFacts, LibrarySettings
from app.domain.passage import Found, PageText
from app.services.events import Event
from app.services.library_service import LibraryService
from app.services.workroom import Workroom
from tests.vault.keyring_in_memory import opened_by_keyring

PATIENCE_S = (
    800.0  # of a busy computer: vectors are made at the lowest priority, after six seconds of loading
)
T = TypeVar("T")


class LibraryWork:
    """A LibraryService on its own work thread; by words alone unless `meaning`."""

    def __init__(self, folder: Path, *, meaning: bool = False, power_supplies: Path | None = None) -> None:
        self.folder = folder
        self.events: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self.workroom = Workroom()
        self.vault = self.do(lambda: opened_by_keyring(folder))
        self.service = LibraryService(
            self.workroom, self.events.put, self.vault, meaning=meaning, power_supplies=power_supplies
        )

    def do(self, work: Callable[[], T]) -> T:
        """Run on the work thread and wait."""
        return self.workroom.do(work).result(PATIENCE_S)

    def ask(self, ask: Callable[[Callable[[T], None], Callable[[Exception], None]], None]) -> T:
        """Ask with `then` and `failed` on the work thread; what was told, or raised."""
        answer: Future[T] = Future()
        self.workroom.post(lambda: ask(answer.set_result, answer.set_exception))
        return answer.result(PATIENCE_S)

    def done(self, ask: Callable[[Callable[[], None], Callable[[Exception], None]], None]) -> None:
        """As `ask`, where there is nothing to be told."""

        def ask_with_nothing(then: Callable[[None], None], failed: Callable[[Exception], None]) -> None:
            ask(lambda: then(None), failed)

        self.ask(ask_with_nothing)

    def add(self, name: str, *paths: Path, settings: LibrarySettings | None = None) -> LibraryFacts:
        """Add and wait until all is read."""
        self.done(lambda then, failed: self.service.add(name, paths, settings, then, failed))
        return self.settled(name)

    def settled(
        self,
        name: str,
        wanted: Callable[[LibraryFacts], bool] = lambda facts: True,
        patience_s: float = PATIENCE_S,
    ) -> LibraryFacts:
        """The library's facts once nothing is left to do (and they are as `wanted`)."""

        def now() -> LibraryFacts | None:
            return next((facts for facts in self.service.libraries if facts.name == name), None)

        def is_settled() -> bool:
            facts = now()
            return facts is not None and facts.seconds_left == 0 and wanted(facts)

        if not self.do(is_settled):
            waiting: Future[None] = Future()

            def settle() -> None:
                self.service.when_told(lambda: waiting.set_result(None), waiting.set_exception, is_settled)

            self.workroom.post(settle)
            waiting.result(patience_s)
        facts = now()
        assert facts is not None
        return facts

    def search(self, query: str, *libraries: str, k: int = 10) -> Found:
        """Search and wait."""

        def ask(then: Callable[[Found], None], failed: Callable[[Exception], None]) -> None:
            self.service.search(query, then, failed, libraries=libraries, k=k)

        return self.ask(ask)

    def page(self, path: str, number: int) -> PageText:
        """A page's text."""

        def ask(then: Callable[[PageText], None], failed: Callable[[Exception], None]) -> None:
            self.service.page_text(path, number, then, failed)

        return self.ask(ask)

    def close(self) -> None:
        """End the process and the thread."""
        self.do(self.service.close)
        self.do(self.vault.close)
        self.workroom.close()
