"""One question without a conversation: nothing of it is kept. Work thread for everything but waiting."""

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field, replace

from app.domain.conversation import Role
from app.domain.errors import GenerationError, ModelError
from app.domain.generation import Completion, Prepared, Sampling, Turn
from app.domain.picture import Picture
from app.domain.source import Grounding, Source
from app.ipc.child import error_from
from app.ipc.frames import Failed, JobFrame
from app.ipc.inference_frames import Delta, Generate, Generated, PromptPrepared
from app.services.grounding import (
    GroundedPrompt,
    Grounder,
    checked,
    cited_sources,
    without_model,
)
from app.services.model_host import ModelHost
from app.services.model_service import ModelService


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, of which model (shelf name or file; empty: the chosen one), and how.

    `libraries` are answered from; none: the model answers from what it knows. `pictures` are shown to it.
    """

    text: str
    model: str = ""
    system_prompt: str = ""
    sampling: Sampling = field(default_factory=Sampling)
    libraries: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer, the model that gave it, and the prompt it was given for.

    `text` has only numbers that were given. `cited` are the passages it names, in that order. `completion` and
    `prepared` are None where no model was asked: there is none, or no passage was found.
    """

    text: str
    model: str
    completion: Completion | None = None
    prepared: Prepared | None = None
    grounding: Grounding | None = None
    cited: tuple[Source, ...] = ()


class OneQuestion:
    """A question on its way. `result` gets an `Answered`, or a HearthError or Cancelled as exception."""

    def __init__(
        self,
        models: ModelService,
        host: ModelHost,
        grounder: Grounder,
        hear: Callable[[str, bool], None],
    ) -> None:
        """`hear(text, thinking)` gets the answer as it grows, on the work thread."""
        self.result: Future[Answered] = Future()
        self._models = models
        self._host = host
        self._grounder = grounder
        self._hear = hear
        self._job = 0
        self._prepared: Prepared | None = None
        self._grounding: Grounding | None = None

    def start(self, question: Question) -> None:
        """Find passages if they are wanted, load the model if need be, then ask."""
        if not question.text.strip():
            self.result.set_exception(GenerationError("empty_question"))
            return
        turns = [Turn(Role.SYSTEM, question.system_prompt)] if question.system_prompt.strip() else []
        pictures = [(picture.key, picture) for picture in question.pictures]
        turns.append(Turn(Role.USER, question.text, pictures=tuple(key for key, _ in pictures)))
        try:
            if pictures:
                self._models.must_see(question.model)
        except ModelError as error:
            self.result.set_exception(error)
            return
        if not question.libraries:
            self._prepare(question, dict(pictures), lambda name: self._ask(question, name, tuple(turns)))
            return

        def fitted(name: str, grounded: GroundedPrompt) -> None:
            self._grounding = grounded.grounding
            self._ask(question, name, grounded.turns)

        def found(grounding: Grounding) -> None:
            if not grounding.sources:
                self.result.set_result(Answered(without_model(question.text, ()), "", grounding=grounding))
            elif not self._models.can_answer(question.model):
                self._answer_without_model(question, grounding)
            else:
                self._prepare(
                    question,
                    dict(pictures),
                    lambda name: self._grounder.fit(
                        turns, grounding, lambda grounded: fitted(name, grounded), self.result.set_exception
                    ),
                )

        self._grounder.find(question.text, (), question.libraries, found, self.result.set_exception)

    def stop(self) -> None:
        """Ask for the answer to end; `result` then has what there is."""
        if self._job:
            self._host.cancel(self._job)
        else:
            self._host.cancel_load()

    def _prepare(
        self, question: Question, pictures: Mapping[str, Picture], ready: Callable[[str], None]
    ) -> None:
        failed = self.result.set_exception

        def show(name: str) -> None:
            self._host.show(pictures, lambda: ready(name), failed)

        self._models.prepare(question.model, show, failed)

    def _ask(self, question: Question, name: str, turns: tuple[Turn, ...]) -> None:
        self._job = self._host.submit(
            lambda job: Generate(job, turns, question.sampling),
            lambda frame: self._on_frame(name, frame),
        )

    def _answer_without_model(self, question: Question, grounding: Grounding) -> None:
        text = without_model(question.text, grounding.sources)
        shown = replace(grounding, no_model=True)
        self.result.set_result(Answered(text, "", grounding=shown, cited=grounding.sources))

    def _on_frame(self, name: str, frame: JobFrame) -> None:
        if isinstance(frame, PromptPrepared):
            self._prepared = frame.prepared
        elif isinstance(frame, Delta):
            self._hear(frame.text, frame.thinking)
        elif isinstance(frame, Generated):
            self.result.set_result(self._answered(name, frame.completion))
        elif isinstance(frame, Failed):
            self.result.set_exception(error_from(frame))

    def _answered(self, name: str, completion: Completion) -> Answered:
        grounding = self._grounding
        if grounding is None:
            return Answered(completion.text, name, completion, self._prepared)
        answer = checked(completion.text, grounding)
        cited = cited_sources(answer.text, grounding)
        return Answered(answer.text, name, completion, self._prepared, grounding, cited)
