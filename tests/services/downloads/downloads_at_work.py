"""The download service over a real vault and real gateway processes, for its tests."""

import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from app.domain.download import DownloadFacts
from app.domain.ledger import LedgerEntry
from app.domain.origin import Origin
from app.models.catalogue import Catalogue
from app.models.shelf import ModelShelf
from app.services.download_run import Order
from app.services.download_service import DownloadService, close_killed_requests, order_from
from app.services.events import DownloadChanged, Event
from app.services.workroom import Workroom
from tests.gateway.test_client import Gateways
from tests.models_app.model_hub import REPOSITORY, ModelHub
from tests.vault.keyring_in_memory import opened_by_keyring

PATIENCE_S = 120.0
T = TypeVar("T")


def no_obstacle() -> None:
    """Everything may be asked."""


class DownloadsAtWork:
    """One profile and its downloads.

    Attributes:
        must_be_allowed: what is asked before each request; a test may change it.
        asked_about: whom that request is for, while it is asked; None where it is asked about none.
    """

    def __init__(self, folder: Path, hub: ModelHub, authority: str) -> None:
        self.folder = folder
        self.hub = hub
        self.authority = authority
        self.must_be_allowed: Callable[[], None] = no_obstacle
        self.asked_about: Origin | None = None
        self.gateways = Gateways()
        self.heard: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self.room = Workroom()
        self.shelf = ModelShelf(folder / "models")
        self._vault = self.do(lambda: opened_by_keyring(folder))
        self.service = self.do(self._make)

    def _make(self) -> DownloadService:
        close_killed_requests(self.shelf.folder, self._vault.ledger)
        return DownloadService(
            self.shelf.folder,
            self.shelf,
            self._vault.ledger,
            self._may_ask,
            self.gateways.start,
            self.room,
            self.heard.put,
        )

    def _may_ask(self, origin: Origin | None = None, /) -> None:
        self.asked_about = origin
        self.must_be_allowed()

    def do(self, work: Callable[[], T]) -> T:
        """Run on the work thread."""
        return self.room.do(work).result(PATIENCE_S)

    def order(self, text: str = REPOSITORY, sha256: str = "", catalogue: Catalogue | None = None) -> Order:
        """What a person would order of the hub."""
        found = order_from(text, catalogue or Catalogue("", False, ()), "a test", self.hub.address)
        return replace(found, own=True, authority=self.authority, sha256=sha256)

    def start(self, order: Order) -> None:
        """Begin."""
        self.do(lambda: self.service.start(order))

    def wait(
        self, identity: str, until: Callable[[DownloadFacts], bool] = lambda facts: not facts.runs
    ) -> DownloadFacts:
        """What is told of a download first that `until` likes."""
        while True:
            event = self.heard.get(timeout=PATIENCE_S)
            if isinstance(event, DownloadChanged):
                for facts in event.downloads:
                    if facts.id == identity and until(facts):
                        return facts

    def fetch(self, order: Order) -> DownloadFacts:
        """Begin, and wait for the end."""
        self.start(order)
        return self.wait(order.id)

    @property
    def ledger(self) -> list[LedgerEntry]:
        """All requests."""
        return self.do(self._vault.ledger.entries)

    @property
    def files(self) -> list[str]:
        """Every file below the shelf's folder."""
        folder = self.shelf.folder
        return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if not path.is_dir())

    def close(self) -> None:
        """As at the end of the program; nothing is left running."""
        self.do(self.service.close)
        self.do(self._vault.close)
        self.room.close()
        for process in self.gateways.started:
            process.join(PATIENCE_S)
            assert process.exitcode is not None
        for thread in [one for one in threading.enumerate() if one.name in ("from-gateway", "download")]:
            thread.join(PATIENCE_S)
            assert not thread.is_alive()


@contextmanager
def downloads(folder: Path, hub: ModelHub, authority: str) -> Iterator[DownloadsAtWork]:
    """A profile at work for the block."""
    made = DownloadsAtWork(folder, hub, authority)
    try:
        yield made
    finally:
        made.close()
