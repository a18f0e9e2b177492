"""What the inference worker asks of an engine: values and the Protocol. Any process, standard library only.

`chat_engine.ChatEngine` is the real one; tests queue answers on one of their own.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from app.domain.generation import Completion, LoadedModel, LoadOptions, Prepared, Sampling, Turn
from app.domain.load_planning import LoadStep
from app.domain.model_memory import LoadPlan, ModelSizes
from app.domain.picture import Picture


def say_nothing(_plan: LoadPlan, _steps: tuple[LoadStep, ...]) -> None:
    """For a load whose plans nobody wants to hear of."""


@dataclass(frozen=True, slots=True)
class AnswerRequest:
    """What to answer: the fields of the frame `Generate`, see there."""

    turns: tuple[Turn, ...]
    sampling: Sampling
    continue_last: bool = False
    json_schema: str = ""
    reserve_tokens: int = 512


class AnswerReports(Protocol):
    """Where an engine tells how an answer is coming along. Called in the engine's thread; must be quick."""

    def prepared(self, prepared: Prepared) -> None:
        """The prompt, once, before it is read."""

    def reading(self, done_tokens: int, total_tokens: int) -> None:
        """How much of the new part of the prompt has been read."""

    def text(self, thinking: bool, text: str) -> None:
        """The next stretch of the answer."""


class Engine(Protocol):
    """One model and one conversation's cache. Not for several threads."""

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
        """Read a model. Raises ModelError, Cancelled. Once.

        `sizes`: what its header says, if anybody read that. `trying` is told each plan before it is tried, with the
        steps down that led to it. `projector`: the file that lets it see, read with the first picture.
        """

    def show(self, picture: Picture, keep: tuple[str, ...]) -> int:
        """Keep a picture that turns may name, and only those others that `keep` names. Returns its tokens.

        Raises ModelError, GenerationError.
        """

    def measure(self, turns: tuple[Turn, ...], reserve_tokens: int) -> Prepared:
        """Fit and count a prompt without reading it. Raises GenerationError, ModelError."""

    def answer(
        self, request: AnswerRequest, reports: AnswerReports, cancelled: Callable[[], bool]
    ) -> Completion:
        """Answer. Raises GenerationError, ModelError, and Cancelled if nothing of the answer had come yet."""

    def tokenize(self, text: str) -> list[int]:
        """Tokens of plain text. Raises ModelError when no model is loaded."""
