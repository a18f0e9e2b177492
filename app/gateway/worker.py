"""The gateway's process: one permitted request after another, and an end when there is nothing to do.

Entered from `app.roles`. The supervisor starts it when the window or a command asks for it the first time.
"""

import os
import time
from multiprocessing.connection import Connection

from app.gateway.fetching import fetch
from app.gateway.limits import Limits
from app.gateway.sending import send
from app.ipc.channel import Channel
from app.ipc.frames import Hello, JobFrame
from app.ipc.gateway_frames import Fetch, Leaving, Piece, Send, ToGateway
from app.ipc.worker import Job, run_worker
from app.sandbox import SealReport

# Answers are passed on in steps, so that what is drawn says little of how fast words came in.
STEP_S = 0.25


class Gateway:
    """Handles `Send` and `Fetch` frames."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._used: set[str] = set()
        self._last = time.monotonic()

    def handle(self, frame: JobFrame, job: Job) -> None:
        """Send one request, pass its answer on, and end the job."""
        if isinstance(frame, Fetch):
            self._fetch(frame, job)
        elif isinstance(frame, Send):
            self._send(frame, job)

    def _fetch(self, frame: Fetch, job: Job) -> None:
        try:
            ending = fetch(
                frame,
                self._used,
                self._limits,
                raise_if_cancelled=job.raise_if_cancelled,
                leaving=lambda address: job.send(Leaving(job.number, address)),
                tell=job.send,
            )
        finally:
            self._last = time.monotonic()
        job.send(ending)

    def _send(self, frame: Send, job: Job) -> None:
        steps = _Steps(job)
        try:
            replied = send(
                frame,
                self._used,
                self._limits,
                raise_if_cancelled=job.raise_if_cancelled,
                leaving=lambda address: job.send(Leaving(job.number, address)),
                grew=steps.grew,
            )
        finally:
            steps.flush()
            self._last = time.monotonic()
        job.send(replied)

    def between(self) -> float:
        """Leave when nothing was asked for long enough."""
        left = self._last + self._limits.idle_s - time.monotonic()
        if left <= 0:
            os._exit(0)
        return left


class _Steps:
    """Gathers an answer's pieces and sends them in steps."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._number = 0
        self._text: list[str] = []
        self._thinking = False
        self._sent_at = 0.0

    def grew(self, text: str, thinking: bool) -> None:
        if thinking is not self._thinking:
            self.flush()
            self._thinking = thinking
        self._text.append(text)
        if time.monotonic() - self._sent_at >= STEP_S:
            self.flush()

    def flush(self) -> None:
        if self._text:
            self._number += 1
            self._job.send(Piece(self._job.number, self._number, "".join(self._text), self._thinking))
            self._text.clear()
            self._sent_at = time.monotonic()


def run(connection: "Connection[bytes, bytes]", seal: SealReport, limits: Limits | None = None) -> None:
    """Entry of the gateway role, with the usual `limits` unless others are given. Never returns: the process exits."""
    channel = Channel(connection, ToGateway)
    channel.send(Hello("gateway", os.getpid(), seal.level.value, seal.reason))
    gateway = Gateway(limits or Limits())
    run_worker(channel, gateway.handle, between=gateway.between)
