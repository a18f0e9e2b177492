"""One request of a download: its permit and its rows in the ledger, its bytes over the pipe, in order and bounded.

A download's own thread; the ledger is written on the work thread. The gateway reads no faster than what it reads
can be written: its frames wait in a short queue, and then in the pipe.
"""

import queue
from dataclasses import dataclass

from app.cloud.permits import issue_download
from app.domain.errors import Cancelled, HearthError
from app.domain.ledger import Outcome
from app.domain.origin import Origin
from app.domain.permit import Permit
from app.ipc.child import error_from
from app.ipc.frames import Ending, Failed, JobFrame
from app.ipc.gateway_client import GatewayClient
from app.ipc.gateway_frames import Begun, Chunk, Fetch, Leaving, Listed
from app.services.cloud_policy import MustBeAllowed
from app.services.errands import Errands
from app.vault.ledger_store import Ended, LedgerStore

WAITING_FRAMES = 16  # of a quarter of a megabyte
TICK_S = 0.5


@dataclass(frozen=True, slots=True)
class Wish:
    """What to ask for. `what` names it in the ledger; the rest as in `Fetch`."""

    origin: Origin
    path: str
    what: str
    allowed_by: str
    own: bool
    authority: str
    listing: bool = False
    first_byte: int = 0
    validator: str = ""
    most_bytes: int = 0


class Taker:
    """Who takes what comes of a request. This one has no use for it."""

    def numbered(self, number: int) -> None:
        """The ledger's number of the request, before anything is sent."""

    def begun(self, frame: Begun) -> None:
        """Bytes will come."""

    def add(self, data: bytes) -> None:
        """The next ones."""

    def tick(self) -> None:
        """Nothing came for a while."""


class DownloadRequests:
    """The requests of one download, one after another."""

    def __init__(
        self,
        gateway: GatewayClient,
        ledger: LedgerStore,
        must_be_allowed: MustBeAllowed,
        errands: Errands,
    ) -> None:
        """`must_be_allowed` raises CloudError where nothing may be asked of anybody; it is asked on the work thread,
        before every request."""
        self._gateway = gateway
        self._ledger = ledger
        self._must_be_allowed = must_be_allowed
        self._errands = errands
        self._frames: queue.Queue[JobFrame] = queue.Queue(WAITING_FRAMES)
        self._job = 0
        self._stopped = False

    def stop(self) -> None:
        """End the request under way soon, and make no other. Any thread."""
        self._stopped = True
        self._gateway.cancel(self._job)

    def run(self, wish: Wish, taker: "Taker") -> Ending:
        """Ask, and hand on what comes, until the end.

        Errors: CloudError, and whatever `taker` raises; Cancelled.
        """
        if self._stopped:
            raise Cancelled
        permit, number = self._errands.do(lambda: self._open(wish))
        tally = _Tally()
        try:
            taker.numbered(number)
            ending = self._exchange(wish, permit, tally, taker)
        except BaseException as error:
            reason = error
            self._errands.do(lambda: self._close(number, tally, reason))
            raise
        self._errands.do(lambda: self._close(number, tally, None))
        return ending

    def _open(self, wish: Wish) -> tuple[Permit, int]:
        self._must_be_allowed(wish.origin)
        permit = issue_download(wish.origin, wish.path)
        return permit, self._ledger.begin(permit, wish.origin.host, wish.what, wish.allowed_by, b"")

    def _close(self, number: int, tally: "_Tally", error: BaseException | None) -> None:
        if error is None:
            outcome, code = Outcome.ANSWERED, ""
        elif isinstance(error, Cancelled):
            outcome, code = Outcome.STOPPED, ""
        else:
            code = error.code if isinstance(error, HearthError) else "worker_bug"
            outcome = Outcome.BROKEN if tally.left or code == "gateway_ended" else Outcome.NOT_SENT
        self._ledger.end(number, Ended(outcome, code, received_bytes=tally.received))

    def _exchange(self, wish: Wish, permit: Permit, tally: "_Tally", taker: "Taker") -> Ending:
        self._job = self._gateway.submit(
            lambda job: Fetch(
                job,
                permit,
                wish.origin,
                wish.first_byte,
                wish.validator,
                wish.most_bytes,
                wish.listing,
                wish.own,
                wish.authority,
                "",
            ),
            self._frames.put,
        )
        if self._stopped:  # in between
            self._gateway.cancel(self._job)
        failure: Exception | None = None
        while True:
            try:
                frame = self._frames.get(timeout=TICK_S)
            except queue.Empty:
                taker.tick()
                continue
            tally.count(frame)
            if isinstance(frame, Ending):
                break
            if failure is None:
                try:
                    _give(frame, taker)
                except (HearthError, Cancelled) as error:
                    # What is on its way still is received: it is counted, and not kept.
                    failure = error
                    self._gateway.cancel(self._job)
        if failure is not None:
            raise failure
        if isinstance(frame, Failed) and self._stopped:  # also by ending the whole gateway
            raise Cancelled
        if isinstance(frame, Failed):
            raise error_from(frame)
        return frame


def _give(frame: JobFrame, taker: "Taker") -> None:
    if isinstance(frame, Begun):
        taker.begun(frame)
    elif isinstance(frame, Chunk):
        taker.add(frame.data)


class _Tally:
    """What came of a request. Attributes: `left`: whether it was sent; `received` bytes of a body."""

    def __init__(self) -> None:
        self.left = False
        self.received = 0

    def count(self, frame: JobFrame) -> None:
        if isinstance(frame, Leaving):
            self.left = True
        elif isinstance(frame, Chunk):
            self.received += len(frame.data)
        elif isinstance(frame, Listed):
            self.received += frame.received_bytes
