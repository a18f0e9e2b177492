"""Fixtures of the library's tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.library.library_work import LibraryWork
from tests.library.small_models import make_all


@pytest.fixture
def work(tmp_path: Path) -> Iterator[LibraryWork]:
    """A library service over a fresh profile."""
    library_work = LibraryWork(tmp_path / "profile")
    yield library_work
    library_work.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two notes in it."""
    place = tmp_path / "notes"
    place.mkdir()
    (place / "tower.md").write_text("The height of the lantern tower is 41 metres. It was built in 1901.\n")
    (place / "hafen.txt").write_text("Der Hafen hat drei Türme, und die Boote liegen im Wasser.\n")
    return place


@pytest.fixture(scope="session")
def small_models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two embedders, `first` and `second`, and a cross-encoder, `ranker`."""
    place = tmp_path_factory.mktemp("small-models")
    make_all(place)
    return place
