"""Downloads of models: beginning, pausing, taking up, cancelling, one after another. Work thread only.

Each runs on a thread of its own (`download_run`) and through a gateway of their own, so that a question to a server
needn't wait for hours. What is here of one stays until it is whole or cancelled, whatever ends the program.
"""

import shutil
from collections.abc import Callable
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

from app.domain.download import DownloadFacts, Phase
from app.domain.errors import CloudError, UsageError
from app.domain.ledger import Outcome
from app.domain.model_source import HUB, parse_source
from app.domain.origin import parse_file_address
from app.ipc.gateway_client import GatewayClient
from app.models.catalogue import Catalogue, read_catalogue
from app.models.download_folder import DownloadFolder, clear_broken, half_loaded
from app.models.shelf import ModelShelf
from app.models.shelf_names import safe_name
from app.services.cloud_policy import MustBeAllowed
from app.services.download_requests import DownloadRequests
from app.services.download_run import DownloadRun, Order
from app.services.errands import Errands
from app.services.events import DownloadChanged, Event
from app.services.places import resource
from app.services.workroom import Workroom
from app.vault.ledger_store import Ended, LedgerStore

PATIENCE_S = 2.0  # for a request to end by itself
StartGateway = Callable[[], "Connection[bytes, bytes]"]


def order_from(text: str, catalogue: Catalogue, allowed_by: str, hub: str = "") -> Order:
    """What a person typed or pasted, as an order. `hub` is another hub's address that speaks the same language.

    Errors: UsageError download_source_unclear, download_address_unclear, provider_address_open.
    """
    origin = parse_file_address(f"{hub.rstrip('/')}/")[0] if hub else HUB
    entry = catalogue.by_id.get(text.strip().lower())
    if entry is not None:
        return Order(entry.id, entry.name, parse_source(entry.repository, origin), entry, allowed_by)
    source = parse_source(text, origin)
    title = source.repository.rpartition("/")[2] or source.file
    file = source.file.rpartition("/")[2].removesuffix(".gguf")
    identity = safe_name(
        "-".join(part for part in (title.removesuffix(".gguf"), file, source.quantisation) if part)
    )
    return Order(identity.lower(), title, source, None, allowed_by)


class DownloadService:
    """All downloads of a profile.

    Attributes:
        throw_away: this profile is deleted at its end, so that nothing is fetched into it.
    """

    def __init__(
        self,
        folder: Path,
        shelf: ModelShelf,
        ledger: LedgerStore,
        must_be_allowed: MustBeAllowed,
        start_gateway: StartGateway,
        workroom: Workroom,
        publish: Callable[[Event], None],
    ) -> None:
        """`folder` is the shelf's. `must_be_allowed` raises CloudError where nothing may be asked of anybody."""
        self.throw_away = False
        self._folder = folder
        self._shelf = shelf
        self._ledger = ledger
        self._must_be_allowed = must_be_allowed
        self._start_gateway = start_gateway
        self._workroom = workroom
        self._publish = publish
        self._gateway: GatewayClient | None = None
        self._told: dict[str, DownloadFacts] = {}
        self._waiting: list[Order | DownloadFolder] = []
        self._run: DownloadRun | None = None
        clear_broken(folder)
        self._cancelled: set[str] = set()  # to be deleted once its thread has ended

    @property
    def downloads(self) -> tuple[DownloadFacts, ...]:
        """All that were begun and aren't finished, and those that ended since the start."""
        found = {folder.plan.id: _paused(folder) for folder in half_loaded(self._folder)}
        return tuple(
            facts for identity, facts in (found | self._told).items() if identity not in self._cancelled
        )

    def prepare(self, text: str, allowed_by: str) -> tuple[Order, int]:
        """What a person typed, pasted or chose, as an order to ask them about, and the free bytes on the disk.

        Nothing is sent. Errors: UsageError, also in the demo; CloudError where nothing may be asked of anybody;
        ModelError catalogue_damaged.
        """
        self._must_be_worth_it()
        self._must_be_allowed()
        order = order_from(text, read_catalogue(resource("models", "catalogue.json")), allowed_by)
        if order.source.origin.is_loopback:
            raise UsageError("download_is_here")
        return order, disk_room(self._folder)

    def start(self, order: Order) -> None:
        """Begin a download, or take up the one that was begun. Errors: CloudError where nothing may be asked."""
        self._must_be_worth_it()
        self._must_be_allowed()
        self._put(order)

    def resume(self, identity: str) -> None:
        """Take up one that was begun; the person's leave for it still stands. Errors: CloudError; UsageError
        download_unknown."""
        self._must_be_allowed()
        self._put(self._half(identity))

    def pause(self, identity: str) -> None:
        """End one for now; what has come stays."""
        self._waiting = [one for one in self._waiting if _identity(one) != identity]
        facts = self._told.get(identity)
        run = self._run
        if run is not None and run.facts.id == identity:
            run.stop()
            # A name that is being looked up, or a server that doesn't answer, can't be stopped by asking.
            self._workroom.later(PATIENCE_S, lambda: self._end_gateway_of(run))
        elif facts is not None and facts.phase is Phase.WAITING:
            self._hear(replace(facts, phase=Phase.PAUSED))

    def cancel(self, identity: str) -> None:
        """End one and delete what has come of it."""
        self.pause(identity)
        self._told.pop(identity, None)
        if self._run is not None and self._run.facts.id == identity:
            self._cancelled.add(identity)
        else:
            self._delete(identity)
        self._publish(DownloadChanged(self.downloads))

    def close(self) -> None:
        """End what is under way; it can be taken up at the next start."""
        self._waiting.clear()
        run, self._run = self._run, None
        if run is not None:
            run.stop()
            if not run.errands.serve_until(run.ended, PATIENCE_S) and self._gateway is not None:
                self._gateway.close()
            run.errands.serve_until(run.ended)
            if run.facts.id in self._cancelled:
                self._delete(run.facts.id)
        if self._gateway is not None:
            self._gateway.close()

    # ---- inside

    def _must_be_worth_it(self) -> None:
        if self.throw_away:
            raise UsageError("download_in_demo")

    def _half(self, identity: str) -> DownloadFolder:
        for folder in half_loaded(self._folder):
            if folder.plan.id == identity:
                return folder
        raise UsageError("download_unknown", name=identity)

    def _delete(self, identity: str) -> None:
        self._cancelled.discard(identity)
        for folder in half_loaded(self._folder):
            if folder.plan.id == identity:
                folder.delete()

    def _end_gateway_of(self, run: DownloadRun) -> None:
        if run is self._run and self._gateway is not None and not run.ended.is_set():
            self._gateway.close()

    def _put(self, what: Order | DownloadFolder) -> None:
        identity = _identity(what)
        known = self._told.get(identity)
        if known is not None and known.runs:
            return
        self._waiting.append(what)
        title = what.title if isinstance(what, Order) else what.plan.title
        origin = str(what.source.origin if isinstance(what, Order) else what.plan.origin)
        here = next((one for one in half_loaded(self._folder) if one.plan.id == identity), None)
        done, total = (here.done_bytes, here.plan.size_bytes) if here is not None else (0, 0)
        self._hear(DownloadFacts(identity, title, origin, Phase.WAITING, done, total))
        self._next()

    def _next(self) -> None:
        if self._run is not None or not self._waiting:
            return
        if self._gateway is None:
            self._gateway = GatewayClient(self._start_gateway)
        errands = Errands(self._workroom)
        requests = DownloadRequests(self._gateway, self._ledger, self._must_be_allowed, errands)
        run = DownloadRun(
            self._waiting.pop(0),
            self._folder,
            self._shelf,
            requests,
            errands,
            lambda facts: self._workroom.post(lambda: self._on_told(run, facts)),
        )
        self._run = run
        run.start()

    def _on_told(self, run: DownloadRun, facts: DownloadFacts) -> None:
        over = not facts.runs
        if run.facts.id in self._cancelled:
            if over:
                self._delete(facts.id)
        elif run is self._run:
            self._hear(facts)
            if not over:
                self._stop_if_blocked(run)
        if over and run is self._run:
            self._run = None
            self._next()

    def _stop_if_blocked(self, run: DownloadRun) -> None:
        """All connections may have been blocked since the request began."""
        try:
            self._must_be_allowed()
        except CloudError:
            run.stop()

    def _hear(self, facts: DownloadFacts) -> None:
        self._told[facts.id] = facts
        self._publish(DownloadChanged(self.downloads))


def _identity(what: Order | DownloadFolder) -> str:
    return what.id if isinstance(what, Order) else what.plan.id


def _paused(folder: DownloadFolder) -> DownloadFacts:
    plan = folder.plan
    return DownloadFacts(
        plan.id, plan.title, str(plan.origin), Phase.PAUSED, folder.done_bytes, plan.size_bytes
    )


def close_killed_requests(folder: Path, ledger: LedgerStore) -> None:
    """End in the ledger what a killed Hearth left open of its downloads: what has come since a request began is in
    the file. Before anything else closes what is open, without knowing that."""
    for one in half_loaded(folder):
        request = one.request
        if request is not None and request.file < len(one.plan.files):
            received = max(one.here_bytes(request.file) - request.first_byte, 0)
            ledger.end(request.number, Ended(Outcome.UNKNOWN, received_bytes=received))


def disk_room(folder: Path) -> int:
    """Free bytes where downloads go; 0 where that can't be told."""
    place = folder
    while not place.exists() and place != place.parent:
        place = place.parent
    try:
        return shutil.disk_usage(place).free
    except OSError:
        return 0
