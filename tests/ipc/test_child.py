"""A worker process as its parent sees it: jobs, cancel, the stop ladder, crashes, nonsense."""

import os
import queue
import signal
import threading
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import cast

import pytest

from app.domain.errors import Cancelled, ModelError, WorkerError
from app.ipc import child as child_module
from app.ipc.channel import Channel
from app.ipc.child import Child, error_from
from app.ipc.frames import Cancel, Ending, Failed, JobFrame, Leave
from app.ipc.restarts import RestartBudget
from app.ipc.worker import Job, run_worker

PATIENCE_S = 60.0


class Order(JobFrame, frozen=True, tag=True):
    """What the test worker is asked to do."""

    what: str


class Echo(Ending, frozen=True, tag=True):
    """The test worker's answer."""

    text: str


def handle(frame: JobFrame, job: Job) -> None:
    assert isinstance(frame, Order)
    if frame.what == "foreseen":
        raise ModelError("model_missing", name="x")
    if frame.what == "bug":
        raise ValueError("a secret the person wrote")
    if frame.what == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    if frame.what == "wait":
        while not job.cancelled:
            time.sleep(0.005)
        job.raise_if_cancelled()
    if frame.what == "deaf":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        threading.Event().wait(PATIENCE_S)
    job.send(Echo(job.number, frame.what))


def serve(_role: str, connection: "Connection[bytes, bytes]") -> None:
    run_worker(Channel(connection, Order | Cancel | Leave), handle)


def babble(_role: str, connection: "Connection[bytes, bytes]") -> None:
    connection.recv_bytes()
    connection.send_bytes(b"\x80\x04cos\nsystem\n")  # a pickle, and no frame
    threading.Event().wait(PATIENCE_S)


class Ears:
    """Collects the frames of jobs."""

    def __init__(self) -> None:
        self.frames: queue.SimpleQueue[JobFrame] = queue.SimpleQueue()

    def hear(self, frame: JobFrame) -> None:
        self.frames.put(frame)

    def next(self) -> JobFrame:
        return self.frames.get(timeout=PATIENCE_S)


@pytest.fixture
def worker() -> Iterator[Child]:
    child = Child("test", Echo | Failed, target=serve)
    yield child
    child.close()
    assert child.process.exitcode is not None


def ask(child: Child, what: str, ears: Ears) -> int:
    return child.submit(lambda job: Order(job, what), ears.hear)


def test_a_job_ends_with_its_one_ending(worker: Child) -> None:
    ears = Ears()
    number = ask(worker, "hello", ears)
    assert ears.next() == Echo(number, "hello")
    assert ears.frames.empty()


def test_jobs_are_done_in_order_and_keep_their_numbers(worker: Child) -> None:
    ears = Ears()
    numbers = [ask(worker, f"job {i}", ears) for i in range(20)]
    assert [ears.next() for _ in numbers] == [Echo(n, f"job {i}") for i, n in enumerate(numbers)]


def test_a_job_that_cannot_be_sent_ends_at_once_and_the_next_is_done(worker: Child) -> None:
    ears = Ears()
    number = ask(worker, "no text: \udcff", ears)
    assert ears.next() == Failed(number, "WorkerError", "text_unfit")
    ask(worker, "hello", ears)
    assert isinstance(ears.next(), Echo)
    assert ears.frames.empty()


def test_a_foreseen_error_crosses_as_code_and_parameters(worker: Child) -> None:
    ears = Ears()
    ask(worker, "foreseen", ears)
    frame = ears.next()
    assert isinstance(frame, Failed)
    error = error_from(frame)
    assert isinstance(error, ModelError)
    assert (error.code, dict(error.parameters)) == ("model_missing", {"name": "x"})


def test_a_bug_ends_the_job_only_and_its_message_stays_behind(worker: Child) -> None:
    ears = Ears()
    ask(worker, "bug", ears)
    frame = ears.next()
    assert isinstance(frame, Failed)
    assert frame.parameters["exception"] == "ValueError"
    assert "secret" not in repr(frame)
    assert isinstance(error_from(frame), WorkerError)
    ask(worker, "still here", ears)
    assert isinstance(ears.next(), Echo)


def test_cancel_ends_a_running_job_and_one_that_waits(worker: Child) -> None:
    ears = Ears()
    running, waiting = ask(worker, "wait", ears), ask(worker, "never begun", ears)
    worker.cancel(waiting)
    worker.cancel(running)
    endings = {frame.job: frame for frame in (ears.next(), ears.next())}
    for number in (running, waiting):
        frame = endings[number]
        assert isinstance(frame, Failed)
        assert isinstance(error_from(frame), Cancelled)
    assert worker.alive


def test_a_crash_fails_every_open_job_once() -> None:
    ended: queue.SimpleQueue[int | None] = queue.SimpleQueue()
    child = Child("test", Echo | Failed, target=serve, on_end=ended.put)
    ears = Ears()
    ask(child, "crash", ears)
    ask(child, "behind it", ears)
    for _ in range(2):
        frame = ears.next()
        assert isinstance(frame, Failed)
        assert frame.code == "worker_crashed"
        assert frame.parameters["exit_code"] == -signal.SIGSEGV
    assert ended.get(timeout=PATIENCE_S) == -signal.SIGSEGV
    assert ears.frames.empty()
    ask(child, "too late", ears)  # a dead worker fails new jobs too
    assert isinstance(ears.next(), Failed)
    assert not child.alive


def test_a_worker_deaf_to_cancel_and_terminate_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child_module, "CANCEL_PATIENCE_S", 0.2)
    monkeypatch.setattr(child_module, "TERMINATE_PATIENCE_S", 0.2)
    child = Child("test", Echo | Failed, target=serve)
    ears = Ears()
    ask(child, "first", ears)
    ears.next()
    job = ask(child, "deaf", ears)
    # The handler must have set its ears shut before it is asked to end.
    status = f"/proc/{child.process.pid}/status"
    deadline = time.monotonic() + PATIENCE_S
    while not _ignores_sigterm(status):
        assert time.monotonic() < deadline, "it still hears"
        time.sleep(0.01)
    child.cancel(job)
    frame = ears.next()
    assert isinstance(frame, Failed)
    assert frame.parameters["exit_code"] == -signal.SIGKILL


def _ignores_sigterm(status: str) -> bool:
    with open(status, encoding="ascii") as file:
        ignored = next(int(line.split()[1], 16) for line in file if line.startswith("SigIgn"))
    return bool(ignored & (1 << (signal.SIGTERM - 1)))


def test_a_worker_that_talks_nonsense_is_ended_and_nothing_is_unpickled() -> None:
    child = Child("test", Echo | Failed, target=babble)
    ears = Ears()
    ask(child, "anything", ears)
    frame = ears.next()
    assert isinstance(frame, Failed)
    assert frame.code == "worker_crashed"
    child.close()
    assert not child.alive


def test_a_worker_that_is_asked_to_leaves_by_itself() -> None:
    child = Child("test", Echo | Failed, target=serve)
    ears = Ears()
    ask(child, "hello", ears)
    ears.next()
    child.close(PATIENCE_S)
    assert child.process.exitcode == 0


class ToldLate:
    """A process as a thread sees it while another one, which was told of its end, has yet to write down the code."""

    def __init__(self, process: BaseProcess, looks: int) -> None:
        self._process = process
        self._looks = looks

    def __getattr__(self, name: str) -> object:
        return getattr(self._process, name)

    @property
    def exitcode(self) -> int | None:
        code = self._process.exitcode
        if code is not None and self._looks:
            self._looks -= 1
            return None
        return code


def test_it_has_ended_for_the_thread_that_killed_it_though_another_was_told() -> None:
    worker = Child("test", Echo | Failed, target=serve)
    worker.process = cast("BaseProcess", ToldLate(worker.process, looks=20))
    worker.kill()
    assert worker.process.exitcode == -getattr(signal, "SIGKILL", signal.SIGTERM)


def test_restart_budget_is_three_in_five_minutes() -> None:
    budget = RestartBudget()
    assert [budget.spend(moment) for moment in (0.0, 1.0, 2.0, 3.0)] == [True, True, True, False]
    assert budget.spend(300.5)  # the first has aged out
    assert not budget.spend(300.6)
