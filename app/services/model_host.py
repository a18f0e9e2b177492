"""The inference process as the services see it. One process holds one model; another model, another process.

Lives on the work thread: calls come from there, and frames are posted back to it. A crash of the process
ends the jobs it had, is told, and the next question starts a fresh one, at most 3 times in 5 minutes. One that the
system ended while it loaded, for want of memory or in a driver, is followed by one that asks for less.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from app.domain.errors import HearthError, ModelError, WorkerError
from app.domain.generation import LoadedModel, LoadOptions
from app.domain.model_memory import ModelSizes
from app.domain.picture import Picture
from app.ipc.child import Child, error_from
from app.ipc.frames import Failed, JobFrame
from app.ipc.inference_frames import (
    FromInference,
    Loaded,
    LoadModel,
    LoadProgress,
    LoadTried,
    PictureShown,
    ShowPicture,
)
from app.ipc.restarts import RestartBudget
from app.services.events import (
    Event,
    ModelFailed,
    ModelLoading,
    ModelReady,
    ModelSteppedDown,
    ModelUnloaded,
)
from app.services.load_attempt import LoadAttempt
from app.services.workroom import Workroom

LOAD_SILENCE_S = 120.0  # a load that reports nothing for so long is given up; moves with each report


class ModelHost:
    """Starts, loads, asks and ends the inference process.

    Attributes:
        loaded: the model that can answer now, or None.
        options: how it was wished to be put into memory.
    """

    def __init__(
        self,
        workroom: Workroom,
        publish: Callable[[Event], None],
        start_child: Callable[[], Child] = lambda: Child("inference", FromInference),
    ) -> None:
        self.loaded: LoadedModel | None = None
        self._workroom = workroom
        self._start_child = start_child
        self._publish = publish
        self._child: Child | None = None
        self._path: Path | None = None
        self.options = LoadOptions()
        self._sizes: ModelSizes | None = None
        self._projector = ""
        self._shown: set[str] = set()  # keys of the pictures that the process has
        self._attempt = LoadAttempt(LoadOptions())
        self._name = ""
        self._load_job = 0
        self._load_beat = 0  # counts reports, so that a stale deadline can tell that it is stale
        self._waiting: list[tuple[Callable[[], None], Callable[[Exception], None]]] = []
        self._starts = RestartBudget()
        self._crashed_before = False

    def ensure(
        self,
        name: str,
        path: Path,
        options: LoadOptions,
        on_ready: Callable[[], None],
        on_failed: Callable[[Exception], None],
        sizes: ModelSizes | None = None,
        projector: str = "",
    ) -> None:
        """Call `on_ready` as soon as the model at `path` can answer, or `on_failed` with the reason.

        `sizes`: what the file's header says of its memory. `projector`: the file that lets it see pictures.
        """
        same = self._child is not None and self._child.alive and (path, options) == (self._path, self.options)
        if same and self.loaded is not None:
            on_ready()
            return
        if not same:
            if self._child is not None and not self._child.alive:
                self._crashed_before = True  # it was killed a moment ago, and nobody has said so yet
            self.unload()
            self._name, self._path, self.options, self._sizes = name, path, options, sizes
            self._projector = projector
            self._attempt = LoadAttempt(options)
            try:
                if self._crashed_before and not self._starts.spend():
                    raise WorkerError("worker_crashes_too_often", name=name)
                self._start()
            except HearthError as error:
                self._publish(ModelFailed(name, error))
                on_failed(error)
                return
        self._waiting.append((on_ready, on_failed))

    def submit(self, make_frame: Callable[[int], JobFrame], listener: Callable[[JobFrame], None]) -> int:
        """Give the loaded model a job; `listener` runs on the work thread. Call only when ready."""
        if self._child is None:
            raise WorkerError("worker_crashed", exit_code=0)
        return self._child.submit(make_frame, lambda frame: self._workroom.post(lambda: listener(frame)))

    def show(
        self,
        pictures: Mapping[str, Picture],
        on_ready: Callable[[], None],
        on_failed: Callable[[Exception], None],
    ) -> None:
        """Have the model see these pictures, by their keys, then call `on_ready`, or `on_failed` with the reason.

        It may forget the others. Call only when ready.
        """
        missing = next((key for key in pictures if key not in self._shown), None)
        if missing is None:
            on_ready()
            return
        keep = tuple(pictures)
        self._shown.intersection_update(keep)

        def heard(frame: JobFrame) -> None:
            if isinstance(frame, PictureShown):
                self._shown.add(missing)
                self.show(pictures, on_ready, on_failed)
            elif isinstance(frame, Failed):
                on_failed(error_from(frame))

        self.submit(lambda job: ShowPicture(job, pictures[missing], keep), heard)

    def cancel(self, job: int) -> None:
        """Ask a job to end; the process is ended when it doesn't."""
        if self._child is not None:
            self._child.cancel(job)

    def cancel_load(self) -> None:
        """Stop a load that is under way."""
        if self._child is not None and self._load_job and self.loaded is None:
            self._attempt.stopped = True
            self._child.cancel(self._load_job)

    @property
    def loading(self) -> bool:
        """Whether a model is on its way into memory."""
        return self._child is not None and self.loaded is None

    def unload(self) -> None:
        """End the process, and with it everything it knew."""
        child, self._child = self._child, None
        was = self.loaded
        self.loaded = None
        if child is not None:
            child.on_end = None
            child.close(patience_s=1.0)
            self._fail_waiting(ModelError("model_unloaded"))
        if was is not None:
            self._publish(ModelUnloaded())

    def _start(self) -> None:
        self._shown.clear()
        child = self._start_child()
        child.on_end = lambda exit_code: self._workroom.post(lambda: self._ended(child, exit_code))
        self._child = child
        name, path, options, sizes = self._name, self._path, self._attempt.options, self._sizes
        projector = self._projector
        self._publish(ModelLoading(name, 0.0))
        self._load_job = child.submit(
            lambda job: LoadModel(job, str(path), name, options, sizes, projector),
            lambda frame: self._workroom.post(lambda: self._on_load(child, frame)),
        )
        self._expect_report(child)

    def _expect_report(self, child: Child) -> None:
        self._load_beat += 1
        beat = self._load_beat

        def check() -> None:
            if self._child is child and self.loaded is None and beat == self._load_beat:
                self._attempt.hung = True
                child.kill()

        self._workroom.later(LOAD_SILENCE_S, check)

    def _on_load(self, child: Child, frame: JobFrame) -> None:
        if child is not self._child:
            return  # a load that was replaced by another
        if isinstance(frame, LoadProgress):
            self._expect_report(child)
            self._attempt.progressed(frame.fraction)
            self._publish(ModelLoading(self._name, frame.fraction))
        elif isinstance(frame, LoadTried):
            self._expect_report(child)
            self._attempt.tried(frame.plan, frame.steps)
        elif isinstance(frame, Loaded):
            self.loaded = frame.model
            self._publish(ModelReady(frame.model))
            if self._attempt.steps:
                self._publish(ModelSteppedDown(self._name, self._attempt.steps))
            waiting, self._waiting = self._waiting, []
            for on_ready, _ in waiting:
                on_ready()
        elif isinstance(frame, Failed):
            error = error_from(frame)
            self._child = None
            child.on_end = None
            child.close(patience_s=0.5)
            if isinstance(error, WorkerError):
                exit_code = child.process.exitcode or 0
                if self._attempt.asks_for_less(self._sizes, exit_code):
                    self._start_again()
                    return
                self._crashed_before = True
                # Python itself gave up before the file was opened: that isn't the file's doing.
                early = exit_code > 0 and not self._attempt.begun
                code = "model_not_begun" if early else "model_crashed_loading"
                error = ModelError(code, name=self._name)
            if isinstance(error, HearthError):
                self._publish(ModelFailed(self._name, error))
            else:
                self._publish(ModelUnloaded())
            self._fail_waiting(error)

    def _start_again(self) -> None:
        try:
            self._start()
        except HearthError as error:
            self._publish(ModelFailed(self._name, error))
            self._fail_waiting(error)

    def _ended(self, child: Child, exit_code: int | None) -> None:
        """The process ended by itself while a model was loaded. Its jobs were failed by the child already."""
        if child is not self._child:
            return
        self._child = None
        self.loaded = None
        self._crashed_before = True
        self._publish(ModelFailed(self._name, WorkerError("worker_crashed", exit_code=exit_code or 0)))

    def _fail_waiting(self, error: Exception) -> None:
        waiting, self._waiting = self._waiting, []
        for _, on_failed in waiting:
            on_failed(error)
