"""An inference process whose engine answers as it was told: for joints where a model's wits aren't what is tested."""

import os
from collections.abc import Callable
from multiprocessing.connection import Connection

from app.domain.conversation import Role
from app.domain.devices import DeviceList
from app.domain.generation import Completion, FinishReason, LoadedModel, Prepared, Turn
from app.domain.picture import Picture
from app.inference.engine import AnswerReports, AnswerRequest
from app.inference.worker import InferenceHandler
from app.ipc.channel import Channel
from app.ipc.child import Child
from app.ipc.frames import Hello
from app.ipc.inference_frames import FromInference, ToInference
from app.ipc.worker import run_worker

ANSWER = "The colour of the lantern tower is red [1]."
PREPARED = Prepared("p", (), 3, 1, 512)


def rewording_child() -> Child:
    """A process that rewords follow-up questions as a good model would, and answers everything else alike."""
    return Child("inference", FromInference, target=_serve)


class _Engine:
    """Answers a system prompt and lines of questions with `_REWORDED`, everything else with `ANSWER`."""

    def load(self, path: str, name: str, *_: object, **__: object) -> LoadedModel:
        return LoadedModel(name, "llama", 1, 2, 512, 2048, 1, "", 0.1)

    def show(self, picture: Picture, keep: tuple[str, ...]) -> int:
        return 16

    def measure(self, turns: tuple[Turn, ...], reserve_tokens: int) -> Prepared:
        return PREPARED

    def answer(
        self, request: AnswerRequest, reports: AnswerReports, cancelled: Callable[[], bool]
    ) -> Completion:
        reports.prepared(PREPARED)
        said = _reworded(request.turns) or ANSWER
        reports.text(False, said)
        return Completion(said, "", FinishReason.END, 3, 1, 3, 0.1, 9.0, 0.0, 7)

    def tokenize(self, text: str) -> list[int]:
        return []


def _reworded(turns: tuple[Turn, ...]) -> str:
    """What a good model makes of "What is the height of X?" and "And its Y?", given nothing but these two lines and
    what to do with them; else empty."""
    if [turn.role for turn in turns] != [Role.SYSTEM, Role.USER]:
        return ""
    lines = turns[1].text.splitlines()
    if len(lines) != 2 or not lines[1].startswith("And its "):
        return ""
    thing = lines[0].rstrip("?").partition(" of ")[2]
    return f"“What is the {lines[1].removeprefix('And its ').rstrip('?')} of {thing}?”"


def _serve(_role: str, connection: "Connection[bytes, bytes]") -> None:
    channel = Channel(connection, ToInference)
    channel.send(Hello("inference", os.getpid(), seal="none", seal_reason="test"))
    run_worker(channel, InferenceHandler(_Engine, lambda: DeviceList((), ())))
