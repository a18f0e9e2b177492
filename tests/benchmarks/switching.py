"""Back in a conversation of 4,000 tokens after another one: `python -m tests.benchmarks switching`.

Ours: the time to the first token of a follow-up, once another conversation has been answered in between. Theirs: the
same conversation to a worker that has to read it again. Both in real worker processes. It has no entry of its own: a
worker imports the main module of its parent, and this one brings threads.
"""

import os

from app.domain.conversation import Role
from app.domain.generation import Completion, LoadOptions, Sampling, Turn
from app.ipc.inference_frames import Generate, Generated, LoadModel
from app.models.gguf import read_gguf
from app.models.memory_need import model_sizes
from tests.benchmarks.bench_home import benchmark_model
from tests.benchmarks.prompt_reading import prompt_text
from tests.benchmarks.ratio import Ratio, compare
from tests.inference.worker_at_work import WorkerAtWork

TOKENS = 4_000
TARGET = 0.1
PATIENCE_S = 900.0


def _answer(worker: WorkerAtWork, *turns: Turn) -> Completion:
    sampling = Sampling(temperature=0, max_tokens=2)
    frame = worker.submit(lambda job: Generate(job, turns, sampling, reserve_tokens=64)).end()
    assert isinstance(frame, Generated), frame
    return frame.completion


def _loaded() -> WorkerAtWork:
    path = benchmark_model()
    sizes, options = model_sizes(read_gguf(path)), LoadOptions(context_tokens=8_192, gpu_layers=0)
    worker = WorkerAtWork(PATIENCE_S)
    worker.submit(lambda job: LoadModel(job, str(path), "bench", options, sizes)).end()
    return worker


def measure(rounds: int = 3) -> list[Ratio]:
    """Leave the conversation and come back, and have a fresh worker read it."""
    talk = (Turn(Role.USER, prompt_text(TOKENS, 4.0), "long"),)
    other = Turn(Role.USER, "Something else altogether, and short.", "other")
    worker = _loaded()
    try:
        _answer(worker, *talk)

        def ours() -> float:
            _answer(worker, other)
            back = _answer(
                worker, *talk, Turn(Role.ASSISTANT, "So it was.", "a"), Turn(Role.USER, "Go on.", "more")
            )
            return back.first_token_s

        def theirs() -> float:
            fresh = _loaded()
            try:
                return _answer(fresh, *talk).first_token_s
            finally:
                fresh.close()

        return [
            compare(
                f"first token back in a conversation of {TOKENS} tokens, against reading it again",
                "s",
                ours,
                theirs,
                rounds,
                at_most=TARGET,
                cores=os.cpu_count(),
            )
        ]
    finally:
        worker.close()
