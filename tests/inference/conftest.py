"""Tiny models and loaded engines for the tests of the inference worker."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.generation import LoadOptions
from app.inference.chat_engine import ChatEngine
from tests.inference.tiny_models import write_tiny_model
from tests.inference.worker_at_work import WorkerAtWork


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A GGUF file whose model writes noise; no template of its own, so ChatML is used."""
    return write_tiny_model(tmp_path_factory.mktemp("models") / "tiny.gguf")


@pytest.fixture
def engine(tiny_model: Path) -> Iterator[ChatEngine]:
    """An engine in this process with the tiny model."""
    loaded = ChatEngine()
    loaded.load(str(tiny_model), "tiny", LoadOptions(), lambda _fraction: None, lambda: False)
    yield loaded
    loaded.close()


@pytest.fixture
def worker() -> Iterator[WorkerAtWork]:
    """A real worker process without a model."""
    started = WorkerAtWork()
    yield started
    started.close()
