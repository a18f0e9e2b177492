"""Measures how fast a model reads and writes here, in an inference process of its own. Any thread; waits.

The same worker, loaded the same way, as for a conversation: what is measured is what a person gets.
"""

import queue
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from app.domain.conversation import Role
from app.domain.errors import GenerationError, WorkerError
from app.domain.generation import Completion, GuessAhead, LoadedModel, LoadOptions, Sampling, Turn
from app.domain.model_memory import ModelSizes
from app.ipc.child import Child, error_from
from app.ipc.frames import Ending, Failed, JobFrame
from app.ipc.inference_frames import FromInference, Generate, Generated, Loaded, LoadModel

WRITTEN_TOKENS = 64
PATIENCE_S = 600.0  # between two frames: reading weights from a slow disk
_SENTENCES = 50


def bench(
    name: str,
    path: Path,
    options: LoadOptions,
    sizes: ModelSizes,
    start_child: Callable[[], Child] = lambda: Child("inference", FromInference),
) -> tuple[LoadedModel, Completion]:
    """Load the model, read a prompt and write an answer. Returns what was loaded, and the answer with its figures.

    Raises ModelError, GenerationError and WorkerError as a conversation would.
    """
    child = start_child()
    try:
        plain = replace(options, guess_ahead=GuessAhead.OFF)  # a text that repeats would be flattering
        loaded = _ended(child, lambda job: LoadModel(job, str(path), name, plain, sizes))
        assert isinstance(loaded, Loaded)
        _answer(child, "Warm up.", 2)  # pages of weights are read, threads are started
        completion = _measured(child)
    finally:
        child.close(patience_s=1.0)
    if completion.tokens_per_s <= 0:  # it ended its answer at once
        raise GenerationError("nothing_to_measure", name=name)
    return loaded.model, completion


def _text(sentences: int) -> str:
    """About ten tokens a sentence that no cache holds, without a word that stands twice in a row."""
    return " ".join(f"{number * 7919 % 9973} houses stand by river {number}." for number in range(sentences))


def _measured(child: Child) -> Completion:
    """An answer to as long a text as a short context takes."""
    sentences = _SENTENCES
    while True:
        try:
            return _answer(child, _text(sentences), WRITTEN_TOKENS)
        except GenerationError as error:
            if error.code != "prompt_too_long" or sentences == 1:
                raise
            sentences //= 2


def _answer(child: Child, text: str, tokens: int) -> Completion:
    turns = (Turn(Role.USER, text, "bench"),)
    sampling = Sampling(temperature=0, max_tokens=tokens)
    frame = _ended(child, lambda job: Generate(job, turns, sampling, reserve_tokens=tokens))
    assert isinstance(frame, Generated)
    return frame.completion


def _ended(child: Child, make: Callable[[int], JobFrame]) -> JobFrame:
    """The last frame of a job. Raises what it failed with."""
    frames: queue.Queue[JobFrame] = queue.Queue()
    child.submit(make, frames.put)
    while True:
        try:
            frame = frames.get(timeout=PATIENCE_S)
        except queue.Empty as error:
            raise WorkerError("worker_crashed", exit_code=0) from error
        if isinstance(frame, Failed):
            raise error_from(frame)
        if isinstance(frame, Ending):
            return frame
