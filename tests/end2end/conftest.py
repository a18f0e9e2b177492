"""Fixtures of the end-to-end tests: homes, with and without a model."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end2end.house import house_answer
from tests.end2end.program import COPY_MODEL, RANDOM_MODEL, Home, make_profile, put_on_shelf
from tests.end2end.screen import Screen, start_screen
from tests.gateway.authority import Authority
from tests.gateway.recording_server import RecordingServer, serving
from tests.models.random_model import RandomShape, write_random_model

JOURNEY_S = (
    1800  # of a busy computer; every wait within has a limit of its own, which says what was waited for
)
ENDLESS_TOKENS = 32_768


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A journey through the whole program may take longer than other tests."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent) and item.get_closest_marker("timeout") is None:
            item.add_marker(pytest.mark.timeout(JOURNEY_S))


@pytest.fixture
def home_before_the_first_start(home: Home) -> Home:
    """A home without a profile, the trained test model on its shelf."""
    put_on_shelf(home, COPY_MODEL)
    return home


@pytest.fixture
def home_with_model(home: Home) -> Home:
    """A home whose profile has the trained test model on its shelf; the least Argon2 that is allowed opens it."""
    make_profile(home)
    put_on_shelf(home, COPY_MODEL)
    return home


@pytest.fixture
def home_with_random_model(home: Home) -> Home:
    """The same with the random model: it talks until its context of 4,096 tokens is full, which takes seconds."""
    make_profile(home)
    put_on_shelf(home, RANDOM_MODEL)
    return home


@pytest.fixture(scope="session")
def endless_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A random model that still talks when a test has had all the time it needs: larger, with room for more words."""
    path = tmp_path_factory.mktemp("models") / "endless.gguf"
    shape = RandomShape(
        vocabulary=512, layers=6, width=256, heads=4, kv_heads=2, hidden=1024, context_tokens=ENDLESS_TOKENS
    )
    write_random_model(path, shape)
    return path


@pytest.fixture
def home_with_endless_model(home: Home, endless_model: Path) -> Home:
    """A home whose profile has that model, with all the context that it takes: minutes of words."""
    make_profile(home)
    put_on_shelf(home, endless_model)
    home.choose({"model.context_tokens": ENDLESS_TOKENS})
    return home


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    """A virtual screen for the windows of a module."""
    with start_screen(tmp_path_factory.mktemp("screen")) as started:
        yield started


@pytest.fixture
def server(authority: Authority) -> Iterator[RecordingServer]:
    """A server of one's own that writes down what it is asked."""
    with serving(house_answer, authority.context()) as made:
        yield made
