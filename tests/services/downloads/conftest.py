"""A hub and a profile that fetches from it."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services.download_run import _PAUSES_S
from tests.gateway.authority import Authority
from tests.models_app.model_hub import ModelHub, model_hub
from tests.services.downloads.downloads_at_work import DownloadsAtWork, downloads
from tests.services.downloads.outcome import DISK_BYTES, MODEL, NAME


@pytest.fixture
def hub(authority: Authority) -> Iterator[ModelHub]:
    with model_hub(authority, {NAME: MODEL, "README.md": b"# Small\n"}) as made:
        yield made


@pytest.fixture
def work(tmp_path: Path, hub: ModelHub, authority: Authority) -> Iterator[DownloadsAtWork]:
    with downloads(tmp_path / "profile", hub, authority.pem) as made:
        yield made


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.services.download_run._PAUSES_S", (0.0,) * len(_PAUSES_S))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A profile's folder for models on a file system of 24 MB."""
    place = tmp_path / "profile" / "models"
    place.mkdir(parents=True)
    command = ["mount", "-t", "tmpfs", "-o", f"size={DISK_BYTES}", "hearth-test", str(place)]
    try:
        mounted = subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        mounted = False
    if not mounted:
        pytest.skip("mounting a small file system isn't allowed here")
    yield place
    subprocess.run(["umount", str(place)], check=True)
