"""A real inference worker process with what a test wants to ask of it."""

import queue
from collections.abc import Callable
from pathlib import Path

from app.domain.conversation import Role
from app.domain.generation import LoadOptions, Sampling, Turn
from app.ipc.child import Child
from app.ipc.frames import Ending, JobFrame
from app.ipc.inference_frames import FromInference, Generate, LoadModel

PATIENCE_S = 60.0


class Job:
    """The frames of one job as they arrive; `frames` are those taken so far."""

    def __init__(self, patience_s: float) -> None:
        self.number = 0
        self._patience_s = patience_s
        self.frames: list[JobFrame] = []
        self._arriving: queue.Queue[JobFrame] = queue.Queue()

    def arrived(self, frame: JobFrame) -> None:
        """Called in the child's reader thread."""
        self._arriving.put(frame)

    def next(self) -> JobFrame:
        """Wait for the next frame."""
        frame = self._arriving.get(timeout=self._patience_s)
        self.frames.append(frame)
        return frame

    def wait_for(self, *kinds: type[JobFrame]) -> JobFrame:
        """Take frames until one is of these kinds."""
        while True:
            frame = self.next()
            if isinstance(frame, kinds):
                return frame
            assert not isinstance(frame, Ending), frame

    def end(self) -> JobFrame:
        """Take all frames up to the ending."""
        while not isinstance(frame := self.next(), Ending):
            pass
        return frame

    @property
    def endings_left(self) -> int:
        """Endings that arrived and weren't taken yet: there must never be one after `end`."""
        return sum(isinstance(frame, Ending) for frame in list(self._arriving.queue))


class WorkerAtWork:
    """One child with role `inference`. `patience_s`: how long to wait for a frame."""

    def __init__(self, patience_s: float = PATIENCE_S) -> None:
        self._patience_s = patience_s
        self.ended: queue.Queue[int | None] = queue.Queue()
        self.child = Child("inference", FromInference, on_end=self.ended.put)

    def submit(self, make: Callable[[int], JobFrame]) -> Job:
        """Start a job."""
        job = Job(self._patience_s)
        job.number = self.child.submit(make, job.arrived)
        return job

    def load(self, path: Path) -> JobFrame:
        """Load a model and return the ending."""
        return self.submit(lambda number: LoadModel(number, str(path), path.stem, LoadOptions())).end()

    def generate(self, text: str = "hello", sampling: Sampling | None = None) -> Job:
        """Start an answer to one message, of 40 tokens unless `sampling` says otherwise."""
        turns = (Turn(Role.USER, text, "m1"),)
        chosen = Sampling(max_tokens=40) if sampling is None else sampling
        return self.submit(lambda number: Generate(number, turns, chosen))

    def close(self) -> None:
        """End the process."""
        self.child.close()
