"""The handler between frames and an engine, with an engine that does as it is told."""

import threading
from collections.abc import Callable

from app.domain.conversation import Role
from app.domain.devices import Device, DeviceKind, DeviceList
from app.domain.generation import (
    Completion,
    FinishReason,
    LoadedModel,
    LoadOptions,
    Prepared,
    Sampling,
    Turn,
)
from app.domain.load_planning import LoadStep, StepKind
from app.domain.model_memory import LoadPlan, ModelSizes
from app.domain.picture import Picture
from app.inference.engine import AnswerReports, AnswerRequest, say_nothing
from app.inference.worker import InferenceHandler
from app.ipc.frames import Frame
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
    PromptPrepared,
    PromptProgress,
)
from app.ipc.worker import Job

PREPARED = Prepared("p", (), 3, 1, 512)
LOADED = LoadedModel("m", "llama", 1, 2, 512, 2048, 1, "", 0.1)
PLAN = LoadPlan(512)
STEPS = (LoadStep(StepKind.SMALLER_CONTEXT, 1024, 512),)
DEVICES = DeviceList((Device("CPU", "CPU", "a processor", DeviceKind.PROCESSOR, 1, 2),), ("AVX2",))
COMPLETION = Completion("ab", "t", FinishReason.END, 3, 1, 3, 0.1, 9.0, 0.0, 7)


class FakeEngine:
    """Keeps what it was asked, and answers always the same."""

    def __init__(self) -> None:
        self.asked: list[AnswerRequest] = []

    def load(
        self,
        path: str,
        name: str,
        options: LoadOptions,
        progress: Callable[[float], None],
        cancelled: Callable[[], bool],
        sizes: ModelSizes | None = None,
        trying: Callable[[LoadPlan, tuple[LoadStep, ...]], None] = say_nothing,
        projector: str = "",
    ) -> LoadedModel:
        trying(PLAN, STEPS)
        progress(0.5)
        return LOADED

    def show(self, picture: Picture, keep: tuple[str, ...]) -> int:
        return len(picture.pixels)

    def measure(self, turns: tuple[Turn, ...], reserve_tokens: int) -> Prepared:
        return PREPARED

    def answer(
        self, request: AnswerRequest, reports: AnswerReports, cancelled: Callable[[], bool]
    ) -> Completion:
        self.asked.append(request)
        reports.prepared(PREPARED)
        reports.reading(1, 2)
        reports.text(True, "t")
        reports.text(False, "ab")
        return COMPLETION

    def tokenize(self, text: str) -> list[int]:
        return []


def test_each_job_becomes_its_frames_in_order() -> None:
    engine, sent = FakeEngine(), list[Frame]()
    handler = InferenceHandler(lambda: engine, lambda: DEVICES)
    turns = (Turn(Role.USER, "hello"),)
    handler(LoadModel(1, "/m.gguf", "m", LoadOptions()), Job(1, sent.append, threading.Event()))
    generate = Generate(2, turns, Sampling(), continue_last=True, json_schema="{}", reserve_tokens=9)
    handler(generate, Job(2, sent.append, threading.Event()))
    handler(MeasurePrompt(3, turns), Job(3, sent.append, threading.Event()))
    handler(ListDevices(4), Job(4, sent.append, threading.Event()))
    assert sent == [
        LoadTried(1, PLAN, STEPS),
        LoadProgress(1, 0.5),
        Loaded(1, LOADED),
        PromptPrepared(2, PREPARED),
        PromptProgress(2, 1, 2),
        Delta(2, 0, True, "t"),
        Delta(2, 1, False, "ab"),
        Generated(2, COMPLETION),
        Measured(3, PREPARED),
        DevicesListed(4, DEVICES),
    ]
    assert engine.asked == [AnswerRequest(turns, Sampling(), True, "{}", 9)]
