"""The inference worker: gets frames, has its engine do what they ask, sends back what comes of it.

The process is sealed from the network before this module is imported. The first frame, normally the one that
names the model, is received here before any thread starts: then all files but the model and the system's are
closed to the process (Linux), graphics cards too unless layers may go on one, and only then is llama.cpp loaded.
"""

import os
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

from app.domain.devices import DeviceList
from app.domain.errors import ModelError
from app.domain.generation import Prepared
from app.inference.backend_files import can_use_graphics
from app.inference.engine import AnswerRequest, Engine
from app.ipc.channel import BadFrame, ChannelClosed, FirstFrameChannel
from app.ipc.frames import Hello, JobFrame
from app.ipc.inference_frames import (
    Delta,
    DevicesListed,
    Generate,
    Generated,
    ListDevices,
    Loaded,
    LoadModel,
    LoadProgress,
    LoadTried,
    Measured,
    MeasurePrompt,
    PictureShown,
    PromptPrepared,
    PromptProgress,
    ShowPicture,
    ToInference,
)
from app.ipc.worker import EXIT_BAD_FRAME, EXIT_PARENT_GONE, Job, run_worker
from app.sandbox import SealReport, confine_inference, refuse_matrix_tiles


def run(connection: "Connection[bytes, bytes]", seal_report: SealReport) -> None:
    """Serve one parent over `connection` until it is gone. Never returns."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to judge, also before the loop
    refuse_matrix_tiles()
    nowhere = os.open(os.devnull, os.O_WRONLY)  # before the files are closed
    channel = FirstFrameChannel(connection, ToInference)
    try:
        channel.send(
            Hello("inference", os.getpid(), seal=seal_report.level.value, seal_reason=seal_report.reason)
        )
        first = channel.wait_for_first()
    except ChannelClosed:
        os._exit(EXIT_PARENT_GONE)
    except BadFrame:
        os._exit(EXIT_BAD_FRAME)
    if isinstance(first, LoadModel):
        beside = [Path(first.projector)] if first.projector else []
        beside += [Path(adapter.path) for adapter in first.options.adapters]
        graphics = first.options.gpu_layers != 0 and can_use_graphics()
        confine_inference(Path(first.path), beside, graphics=graphics)
    elif isinstance(first, ListDevices):
        confine_inference(None, graphics=can_use_graphics())
    run_worker(channel, InferenceHandler(lambda: _make_engine(nowhere), lambda: _list_devices(nowhere)))


def _make_engine(nowhere: int) -> Engine:
    _quieten(nowhere)
    from app.inference.chat_engine import ChatEngine  # late: brings llama.cpp, only after files are closed

    return ChatEngine()


def _list_devices(nowhere: int) -> DeviceList:
    _quieten(nowhere)
    from app.inference import llama_library  # late, for the same reason

    return llama_library.list_devices()


def _quieten(nowhere: int) -> None:
    """ggml has lines of its own for standard error, which belongs to the person's terminal."""
    os.dup2(nowhere, 2)


class InferenceHandler:
    """Does the jobs of `app.ipc.inference_frames`. `make_engine` is called once, for the first load."""

    def __init__(self, make_engine: Callable[[], Engine], list_devices: Callable[[], DeviceList]) -> None:
        self._make_engine = make_engine
        self._list_devices = list_devices
        self._made: Engine | None = None

    def __call__(self, frame: JobFrame, job: Job) -> None:
        """Do one job; see `app.ipc.worker.Handler`."""
        if isinstance(frame, LoadModel):
            self._load(frame, job)
        elif isinstance(frame, Generate):
            request = AnswerRequest(
                frame.turns, frame.sampling, frame.continue_last, frame.json_schema, frame.reserve_tokens
            )
            completion = self._engine().answer(request, _Reports(job), lambda: job.cancelled)
            job.send(Generated(job.number, completion))
        elif isinstance(frame, MeasurePrompt):
            job.send(Measured(job.number, self._engine().measure(frame.turns, frame.reserve_tokens)))
        elif isinstance(frame, ShowPicture):
            job.send(PictureShown(job.number, self._engine().show(frame.picture, frame.keep)))
        elif isinstance(frame, ListDevices):
            job.send(DevicesListed(job.number, self._list_devices()))

    def _load(self, frame: LoadModel, job: Job) -> None:
        if self._made is None:
            self._made = self._make_engine()
        loaded = self._made.load(
            frame.path,
            frame.name,
            frame.options,
            lambda fraction: job.send(LoadProgress(job.number, fraction)),
            lambda: job.cancelled,
            frame.sizes,
            lambda plan, steps: job.send(LoadTried(job.number, plan, steps)),
            frame.projector,
        )
        job.send(Loaded(job.number, loaded))

    def _engine(self) -> Engine:
        if self._made is None:
            raise ModelError("model_not_loaded")
        return self._made


class _Reports:
    """Turns an engine's reports into frames of one job."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._number = 0

    def prepared(self, prepared: Prepared) -> None:
        self._job.send(PromptPrepared(self._job.number, prepared))

    def reading(self, done_tokens: int, total_tokens: int) -> None:
        self._job.send(PromptProgress(self._job.number, done_tokens, total_tokens))

    def text(self, thinking: bool, text: str) -> None:
        self._job.send(Delta(self._job.number, self._number, thinking, text))
        self._number += 1
