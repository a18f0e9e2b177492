"""Offers and downloads in memory, for tests of the window. A test lets downloads grow, fail and end."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from app.computer import Memory
from app.domain.download import DownloadFacts, Phase
from app.domain.errors import HearthError
from app.models.catalogue import Catalogue, read_catalogue
from app.models.machine import Machine
from app.models.recommendation import recommend, suited
from app.services.download_run import Order
from app.services.download_service import order_from
from app.services.events import DownloadChanged, Event
from app.services.model_offers import FoundHere, ModelFit, Offers
from app.services.places import resource

GB = 10**9


class FakeOffers:
    """The real catalogue on a made-up computer; `found` is what other programs keep."""

    def __init__(self) -> None:
        self.machine = Machine(Memory(16 * GB, 12 * GB), 50 * GB, repacks=False)
        self.found: tuple[FoundHere, ...] = ()
        self.passed_over: tuple[HearthError, ...] = ()
        self.fit: dict[str, ModelFit] = {}
        self.languages: list[str] = []

    def measure(self, then: Callable[[], None]) -> None:
        then()

    def offers(self, language: str) -> Offers:
        self.languages.append(language)
        entries = catalogue().entries
        best = recommend(entries, self.machine, language).best
        others = tuple(suited(entry, self.machine) for entry in entries)
        cards = tuple(device.description for device in self.machine.devices)
        return Offers(
            8, self.machine.memory.total, cards, self.machine.room_bytes, best, others, "2026-11-28"
        )

    def fits(self) -> dict[str, ModelFit]:
        return self.fit

    def find(self, then: Callable[[tuple[FoundHere, ...]], None]) -> None:
        then(self.found)


class FakeDownloads:
    """`refuse` makes the next request for one fail."""

    def __init__(self, publish: Callable[[Event], None]) -> None:
        self._publish = publish
        self.kept: dict[str, DownloadFacts] = {}
        self.started: list[Order] = []
        self.refuse: HearthError | None = None

    @property
    def downloads(self) -> tuple[DownloadFacts, ...]:
        return tuple(self.kept.values())

    def prepare(self, text: str, allowed_by: str) -> tuple[Order, int]:
        if self.refuse is not None:
            raise self.refuse
        return order_from(text, catalogue(), allowed_by), 200 * GB

    def start(self, order: Order) -> None:
        self.started.append(order)
        self.tell(DownloadFacts(order.id, order.title, str(order.source.origin), Phase.ASKING))

    def pause(self, identity: str) -> None:
        self.tell(replace(self.kept[identity], phase=Phase.PAUSED, bytes_per_s=0.0))

    def resume(self, identity: str) -> None:
        self.tell(replace(self.kept[identity], phase=Phase.LOADING, error=None))

    def cancel(self, identity: str) -> None:
        del self.kept[identity]
        self._publish(DownloadChanged(self.downloads))

    def tell(self, facts: DownloadFacts) -> None:
        """A download is like this now."""
        self.kept[facts.id] = facts
        self._publish(DownloadChanged(self.downloads))


def catalogue() -> Catalogue:
    """The one that comes along."""
    return read_catalogue(resource("models", "catalogue.json"))


def found_here(name: str) -> FoundHere:
    """A model of another program."""
    return FoundHere("Ollama", name, Path("/other") / f"{name}.gguf", 4 * GB, "Q4_K_M")
