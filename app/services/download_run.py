"""One download from the first request to the model on the shelf, on a thread of its own.

Which files there are is asked of the hub once and kept; their bytes are fetched from where it says, checked against
its sums, and only then given a name. Every request has a permit and two rows in the ledger. A connection that is lost
after something came is taken up by itself; anything else waits for the person.
"""

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.domain.download import DownloadFacts, Phase
from app.domain.errors import Cancelled, CloudError, HearthError, ModelError, UsageError
from app.domain.model_source import HubFile, ModelSource, file_path, listing_path, may_go_on
from app.domain.origin import Origin, parse_file_address
from app.ipc.gateway_frames import Begun, Elsewhere, Listed
from app.models.catalogue import Entry, Kind
from app.models.download_folder import BESIDE, READY, DownloadFolder, Part, Request, begin
from app.models.download_plan import (
    Plan,
    PlannedFile,
    files_of_entry,
    files_of_source,
    plan_name,
    planned,
    projector_near,
    projector_of_entry,
)
from app.models.projectors import take_projector
from app.models.shelf import ModelShelf
from app.models.shelf_names import safe_name
from app.services.download_requests import DownloadRequests, Taker, Wish
from app.services.errands import Errands

MOST_HOPS = 5
MOST_BYTES = 1 << 44
TELL_EACH_S = 0.25
SPEED_OVER_S = 5.0
# Lost on the way: taken up again after a pause, as long as each try brings something.
_LOST = frozenset({"reply_broken_off", "server_silent", "server_not_reached", "server_not_found"})
_PAUSES_S = (1.0, 2.0, 5.0, 15.0, 30.0)

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Order:
    """A download that a person agreed to.

    Attributes:
        id, title: as in `DownloadFacts`.
        entry: of the catalogue, None for anything else.
        sha256: of the file, where the person knows it; empty for none.
        allowed_by: how they agreed, for the ledger.
        own, authority: the server stands in the house, and who vouches for it.
        with_projector: what lets the model see pictures comes along, where the repository has it.
    """

    id: str
    title: str
    source: ModelSource
    entry: Entry | None
    allowed_by: str
    sha256: str = ""
    own: bool = False
    authority: str = ""
    with_projector: bool = True


class DownloadRun:
    """One try. Attributes: `facts` as told last; `ended` is set when its thread is done."""

    def __init__(
        self,
        what: Order | DownloadFolder,
        models: Path,
        shelf: ModelShelf,
        requests: DownloadRequests,
        errands: Errands,
        tell: Callable[[DownloadFacts], None],
    ) -> None:
        """`tell` is called on the run's own thread, a few times a second; last with how it ended."""
        self.ended = threading.Event()
        self._what = what
        self._folder = what if isinstance(what, DownloadFolder) else None
        self._models = models
        self._shelf = shelf
        self._requests = requests
        self.errands = errands
        self._tell = tell
        self._stop = threading.Event()
        self._told_at = 0.0
        self._speeds: deque[tuple[float, int]] = deque()
        self._base_bytes = 0  # of the files that are whole
        title, origin = _naming(what)
        identity = what.id if isinstance(what, Order) else what.plan.id
        self.facts = DownloadFacts(identity, title, origin, Phase.WAITING)

    def start(self) -> None:
        """Begin."""
        threading.Thread(target=self._run, name="download", daemon=True).start()

    def stop(self) -> None:
        """End soon; what is here stays. Any thread."""
        self._stop.set()
        self._requests.stop()

    # ---- the thread

    def _run(self) -> None:
        try:
            self._say(phase=Phase.ASKING)
            if self._folder is None:
                assert isinstance(self._what, Order)
                self._folder = self._begin(self._what)
            self._load(self._folder)
        except Cancelled:
            self._end(Phase.PAUSED)
        except HearthError as error:
            self._end(Phase.FAILED, error)
        except Exception as error:  # noqa: BLE001 - thread boundary
            log.error("a download failed: %s", type(error).__name__)
            self._end(Phase.FAILED, ModelError("download_damaged", name=self.facts.title))
        finally:
            self.ended.set()

    def _end(self, phase: Phase, error: HearthError | None = None) -> None:
        """Say that it ended without being done, and how much is here."""
        done = self._folder.done_bytes if self._folder is not None else 0
        self._say(phase=phase, error=error, done_bytes=done, bytes_per_s=0.0)

    def _begin(self, order: Order) -> DownloadFolder:
        """Ask which files there are. Errors: CloudError, ModelError; Cancelled."""
        source = order.source
        projector: HubFile | None = None
        if not source.repository:
            files: tuple[PlannedFile, ...] = (PlannedFile(source.path, -1, order.sha256, ""),)
            commit, name = "", safe_name(source.file.rpartition(".")[0])
        else:
            listed = self._list(order)
            chosen = (
                files_of_entry(order.entry, listed.files)
                if order.entry is not None
                else files_of_source(source, listed.files)
            )
            projector = _projector(order, chosen, listed.files)
            beside = (projector,) if projector is not None else ()
            files, commit = planned((*chosen, *beside)), listed.commit
            name = plan_name(chosen) if order.entry is None or order.entry.files else order.id
            if order.sha256:
                files = (PlannedFile(files[0].path, files[0].size_bytes, order.sha256, ""), *files[1:])
        plan = Plan(
            order.id,
            order.title,
            name,
            order.entry.kind if order.entry is not None else Kind.CHAT,
            source.origin,
            order.own,
            order.authority,
            source.repository,
            commit,
            files,
            order.allowed_by,
            projector is not None,
        )
        return begin(self._models, plan)

    def _list(self, order: Order) -> Listed:
        wish = Wish(
            order.source.origin,
            listing_path(order.source),
            f"{order.source.repository}: list of files",
            order.allowed_by,
            order.own,
            order.authority,
            listing=True,
        )
        ending = self._requests.run(wish, Taker())
        if isinstance(ending, Elsewhere):  # a repository that was renamed
            raise CloudError("download_moved", origin=str(wish.origin), name=order.source.repository)
        assert isinstance(ending, Listed)
        return ending

    def _load(self, folder: DownloadFolder) -> None:
        plan = folder.plan
        self._say(phase=Phase.LOADING, done_bytes=folder.done_bytes, total_bytes=plan.size_bytes)
        folder.require_space()
        names = tuple(_name(file, number, plan) for number, file in enumerate(plan.files))
        sha256 = ""
        for number, file in enumerate(plan.files):
            if not folder.is_ready(number, names[number]):
                sha256 = self._fetch(folder, number, file)
            self._base_bytes += max(file.size_bytes, 0)
        self._say(phase=Phase.CHECKING)
        paths = folder.finish(names)
        try:
            name = self.errands.do(lambda: self._put_away(folder, paths))
        except ModelError as error:
            if error.code not in ("shelf_unwritable", "shelf_unreadable"):
                folder.delete()  # it is no model, however often it is loaded
            raise
        folder.delete()
        self._say(
            phase=Phase.DONE,
            name=name,
            sha256=sha256 if len(plan.files) == 1 else "",
            checked=all(file.sha256 or file.git_id for file in plan.files),
            sees=plan.has_projector,
            bytes_per_s=0.0,
        )

    def _put_away(self, folder: DownloadFolder, paths: list[Path]) -> str:
        """On the work thread: a model goes on the shelf, a folder beside it."""
        plan = folder.plan
        if plan.kind is Kind.CHAT:
            models = paths[:-1] if plan.has_projector else paths
            name = self._shelf.take_over(models, plan.name).name
            if plan.has_projector:
                take_projector(self._models, name, paths[-1])
            return name
        place = self._models / plan.name
        number = 2
        while place.exists():
            place, number = self._models / f"{plan.name}-{number}", number + 1
        try:
            (folder.path / READY).rename(place)
        except OSError as error:
            raise folder.unwritable(error) from error
        return str(place)

    # ---- one file

    def _fetch(self, folder: DownloadFolder, number: int, file: PlannedFile) -> str:
        """Have file `number` whole and right; its SHA-256. Errors: CloudError, ModelError; Cancelled."""
        with folder.open_part(number) as part:
            if part.size_bytes:
                self._say(phase=Phase.CHECKING)
                part.read_through(self._stop.is_set, self._progress)
            self._say(phase=Phase.LOADING, done_bytes=self._base_bytes + part.size_bytes)
            lost = 0
            while file.size_bytes < 0 or part.size_bytes < file.size_bytes:
                before = part.size_bytes
                try:
                    self._follow(folder, number, file, part)
                    break
                except CloudError as error:
                    lost = 0 if part.size_bytes > before else lost + 1
                    if error.code not in _LOST or lost >= len(_PAUSES_S) or part.size_bytes == 0:
                        raise
                    if self._stop.wait(_PAUSES_S[lost]):
                        raise Cancelled from None
            self._say(phase=Phase.CHECKING)
            return part.complete()

    def _follow(self, folder: DownloadFolder, number: int, file: PlannedFile, part: Part) -> None:
        """Ask for the rest of a file, at the next address if its server names one that may be gone to."""
        plan = folder.plan
        origin, path = (
            plan.origin,
            file_path(plan.repository, plan.commit, file.path) if plan.repository else file.path,
        )
        taker = _FileTaker(folder, number, part, self._progress, lambda size: self._say(total_bytes=size))
        for _ in range(MOST_HOPS):
            wish = Wish(
                origin,
                path,
                f"{plan.repository or origin.host}: {file.path.partition('?')[0]}",
                plan.allowed_by,
                plan.own,
                plan.authority,
                first_byte=part.size_bytes,
                validator=taker.validator,
                most_bytes=file.size_bytes if file.size_bytes >= 0 else MOST_BYTES,
            )
            ending = self._requests.run(wish, taker)
            if not isinstance(ending, Elsewhere):
                if part.size_bytes < file.size_bytes:
                    raise CloudError("reply_broken_off", origin=str(origin))
                return
            origin, path = _next_address(plan.origin, origin, ending.location)
        raise CloudError("download_goes_round", origin=str(plan.origin))

    # ---- telling

    def _progress(self, done_bytes: int) -> None:
        now = time.monotonic()
        if now - self._told_at < TELL_EACH_S:
            return
        done = self._base_bytes + done_bytes
        self._speeds.append((now, done))
        while now - self._speeds[0][0] > SPEED_OVER_S:
            self._speeds.popleft()
        since, then = self._speeds[0]
        speed = (done - then) / (now - since) if now > since and self.facts.phase is Phase.LOADING else 0.0
        self._say(done_bytes=done, bytes_per_s=max(speed, 0.0))

    def _say(self, **changes: object) -> None:
        if changes.get("phase", self.facts.phase) is not self.facts.phase:
            self._speeds.clear()
        self._told_at = time.monotonic()
        self.facts = replace(self.facts, **changes)  # type: ignore[arg-type] # names and types are this module's own
        self._tell(self.facts)


class _FileTaker(Taker):
    """Writes what comes of one file to its part."""

    def __init__(
        self,
        folder: DownloadFolder,
        number: int,
        part: Part,
        progress: Callable[[int], None],
        sized: Callable[[int], None],
    ) -> None:
        self._folder = folder
        self._number = number
        self._file = folder.plan.files[number]
        self._part = part
        self._progress = progress
        self._sized = sized
        former = folder.request
        self._validators = dict(former.validators) if former is not None else {}
        self._row = 0

    @property
    def validator(self) -> str:
        """What the server called the file when its first bytes came."""
        return self._validators.get(self._number, "")

    def numbered(self, number: int) -> None:
        self._row = number
        self._keep(self._part.size_bytes)

    def begun(self, frame: Begun) -> None:
        planned = self._file.size_bytes
        if 0 <= planned != frame.size_bytes >= 0:
            raise CloudError("download_wrong_size", origin=str(self._folder.plan.origin))
        if planned < 0 and frame.size_bytes >= 0:
            self._folder.require_room_for(frame.size_bytes - frame.first_byte)
            self._sized(frame.size_bytes)
        if frame.first_byte != self._part.size_bytes:
            self._part.start_anew()  # this server can't begin in the midst, or has another file by now
        self._validators[self._number] = frame.validator
        self._keep(frame.first_byte)

    def add(self, data: bytes) -> None:
        self._part.add(data)
        self._progress(self._part.size_bytes)

    def tick(self) -> None:
        self._progress(self._part.size_bytes)

    def _keep(self, first_byte: int) -> None:
        self._folder.keep_request(Request(self._row, self._number, first_byte, self._validators))


def _projector(order: Order, chosen: Sequence[HubFile], listed: Sequence[HubFile]) -> HubFile | None:
    """What comes along with the files of a model, so that it sees pictures."""
    if not order.with_projector:
        return None
    if order.entry is not None:
        return projector_of_entry(order.entry, listed)
    return projector_near(chosen[0].path, listed)


def _naming(what: Order | DownloadFolder) -> tuple[str, str]:
    if isinstance(what, Order):
        return what.title, str(what.source.origin)
    return what.plan.title, str(what.plan.origin)


def _name(file: PlannedFile, number: int, plan: Plan) -> str:
    """Where a file lies in the download's folder once it is whole."""
    if plan.kind is not Kind.CHAT:
        return f"{READY}/{file.path}"
    if not plan.repository:
        return f"{READY}/{plan.name}.gguf"
    place = BESIDE if plan.has_projector and number == len(plan.files) - 1 else READY
    return f"{place}/{file.path.rpartition('/')[2]}"


def _next_address(first: Origin, current: Origin, location: str) -> tuple[Origin, str]:
    """Where a redirect leads. Errors: CloudError download_led_astray, unless that server may name the place."""
    if location.startswith("//"):
        location = f"{current.scheme}:{location}"
    elif location.startswith("/"):
        location = f"{current}{location}"
    try:
        origin, path = parse_file_address(location)
    except UsageError:
        raise CloudError("download_led_astray", origin=str(first), other="?") from None
    if not may_go_on(first, origin):
        raise CloudError("download_led_astray", origin=str(first), other=str(origin))
    return origin, path
