"""A real worker process: jobs, cancelling, crashes, malformed input."""

import os
import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.generation import Completion, FinishReason, LoadOptions, Sampling
from app.ipc.frames import Failed, JobFrame
from app.ipc.inference_frames import (
    Delta,
    Generated,
    Loaded,
    LoadModel,
    LoadProgress,
    PromptPrepared,
    PromptProgress,
)
from tests.inference.tiny_models import write_tiny_model
from tests.inference.worker_at_work import PATIENCE_S, Job, WorkerAtWork

ENDLESS = Sampling(temperature=5.0, top_k=0, top_p=1.0, min_p=0.0, seed=1)


def completion(frame: JobFrame) -> Completion:
    assert isinstance(frame, Generated), frame
    return frame.completion


def failure(frame: JobFrame) -> tuple[str, str]:
    assert isinstance(frame, Failed), frame
    return frame.kind, frame.code


def test_loading_tells_progress_and_what_was_loaded(worker: WorkerAtWork, tiny_model: Path) -> None:
    job = worker.submit(lambda number: LoadModel(number, str(tiny_model), "tiny", LoadOptions()))
    ending = job.end()
    assert isinstance(ending, Loaded)
    assert (ending.model.name, ending.model.architecture) == ("tiny", "llama")
    assert ending.model.size_bytes == tiny_model.stat().st_size
    assert ending.model.context_tokens == 2048
    fractions = [frame.fraction for frame in job.frames if isinstance(frame, LoadProgress)]
    assert fractions == sorted(fractions) and fractions[-1] == 1.0
    assert worker.child.hello is not None and worker.child.hello.role == "inference"


def test_the_pieces_put_together_are_the_answer(worker: WorkerAtWork, tiny_model: Path) -> None:
    worker.load(tiny_model)
    job = worker.generate(sampling=Sampling(max_tokens=200, temperature=2.0, seed=3))
    answer = completion(job.end())
    deltas = [frame for frame in job.frames if isinstance(frame, Delta)]
    assert [delta.number for delta in deltas] == list(range(len(deltas)))
    assert "".join(delta.text for delta in deltas if not delta.thinking) == answer.text
    prepared = [frame for frame in job.frames if isinstance(frame, PromptPrepared)]
    assert len(prepared) == 1 and prepared[0].prepared.prompt_tokens == answer.prompt_tokens
    assert answer.completion_tokens > 0 and answer.first_token_s > 0


def test_a_load_can_be_stopped(worker: WorkerAtWork, tmp_path: Path) -> None:
    path = write_tiny_model(tmp_path / "wide.gguf", layers=24, width=256)
    job = worker.submit(lambda number: LoadModel(number, str(path), "wide", LoadOptions()))
    job.wait_for(LoadProgress)  # before, a busy computer may not have llama.cpp loaded when patience ends
    worker.child.cancel(job.number)
    ending = job.end()
    # It may have been quicker than the message; then the model is there, and nothing is half done.
    assert isinstance(ending, Loaded) or failure(ending) == ("Cancelled", "cancelled")
    if isinstance(ending, Failed):
        assert isinstance(worker.load(path), Loaded)


def test_an_answer_can_be_stopped_and_keeps_what_came(worker: WorkerAtWork, tmp_path: Path) -> None:
    worker.load(write_tiny_model(tmp_path / "endless.gguf", ends=False, context_tokens=65536))
    job = worker.generate(sampling=ENDLESS)
    job.wait_for(Delta)
    worker.child.cancel(job.number)
    answer = completion(job.end())
    assert answer.reason is FinishReason.CANCELLED
    again = completion(worker.generate(sampling=Sampling(max_tokens=5)).end())
    assert again.cached_tokens > 0  # what the cache holds is still known


def test_reading_a_long_prompt_can_be_stopped(worker: WorkerAtWork, tmp_path: Path) -> None:
    path = write_tiny_model(tmp_path / "slow.gguf", layers=16, width=256, context_tokens=8192)
    worker.load(path)
    job = worker.generate("word " * 1200)
    job.wait_for(PromptProgress)
    worker.child.cancel(job.number)
    assert failure(job.end()) == ("Cancelled", "cancelled")
    assert not any(isinstance(frame, Delta) for frame in job.frames)
    assert completion(worker.generate("word").end()).completion_tokens > 0


def test_a_killed_worker_fails_its_job_once(worker: WorkerAtWork, tmp_path: Path) -> None:
    worker.load(write_tiny_model(tmp_path / "endless.gguf", ends=False, context_tokens=65536))
    job = worker.generate(sampling=ENDLESS)
    job.wait_for(PromptPrepared)
    worker.child.process.kill()
    ending = job.end()
    worker.ended.get(timeout=PATIENCE_S)
    assert failure(ending) == ("WorkerError", "worker_crashed")
    assert job.endings_left == 0


def test_bytes_that_are_no_frame_end_the_worker(worker: WorkerAtWork) -> None:
    worker.child._channel._connection.send_bytes(b"\x93nonsense")
    assert worker.ended.get(timeout=PATIENCE_S) == 3


def test_a_job_before_a_model_is_refused(worker: WorkerAtWork, tiny_model: Path) -> None:
    assert failure(worker.generate().end()) == ("ModelError", "model_not_loaded")
    assert isinstance(worker.load(tiny_model), Loaded)
    assert failure(worker.load(tiny_model)) == ("ModelError", "model_already_loaded")


def test_the_worker_cannot_read_other_files_once_the_model_is_named(
    worker: WorkerAtWork, tiny_model: Path, tmp_path: Path
) -> None:
    other = write_tiny_model(tmp_path / "other.gguf")
    assert failure(worker.load(tmp_path / "missing.gguf")) == ("ModelError", "model_missing")
    ending = worker.load(other)
    if isinstance(ending, Loaded):
        pytest.skip("this system restricts no files")
    assert failure(ending) == ("ModelError", "model_unreadable")


def _random_bytes(_good: bytes) -> bytes:
    return bytes(range(256)) * 64


def _half(good: bytes) -> bytes:
    return good[: len(good) // 2]


def _endless_keys(_good: bytes) -> bytes:
    return b"GGUF" + struct.pack("<IQQ", 3, 1, 2**63)


def _endless_string(_good: bytes) -> bytes:
    return b"GGUF" + struct.pack("<IQQ", 3, 1, 1) + struct.pack("<Q", 2**60) + b"general"


def _offset_past_the_end(good: bytes) -> bytes:
    at = good.index(b"output_norm.weight") + len(b"output_norm.weight") + 4 + 8 + 4
    return good[:at] + struct.pack("<Q", 2**40) + good[at + 8 :]


def _wrong_architecture(good: bytes) -> bytes:
    return good.replace(b"llama", b"lamma", 1)


@pytest.mark.parametrize(
    "damage",
    [_random_bytes, _half, _endless_keys, _endless_string, _offset_past_the_end, _wrong_architecture],
)
def test_a_malformed_model_ends_the_job_or_the_worker_only(
    worker: WorkerAtWork, tiny_model: Path, tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    path = tmp_path / "damaged.gguf"
    path.write_bytes(damage(tiny_model.read_bytes()))
    kind, code = failure(worker.load(path))
    assert (kind, code) in (("ModelError", "model_not_loadable"), ("WorkerError", "worker_crashed"))


def test_what_is_no_regular_file_is_refused_without_waiting(worker: WorkerAtWork, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.gguf")
    assert failure(worker.load(tmp_path / "pipe.gguf")) == ("ModelError", "model_unreadable")


def test_two_answers_wait_for_each_other(worker: WorkerAtWork, tiny_model: Path) -> None:
    worker.load(tiny_model)
    jobs: list[Job] = [worker.generate(f"number {index}") for index in range(3)]
    assert [completion(job.end()).completion_tokens > 0 for job in jobs] == [True] * 3
