"""The offline edition: a model that lies beside the program."""

import shutil
import sys
from pathlib import Path

import pytest

from app.sandbox import SealLevel, SealReport
from app.services.opening import open_session
from app.services.workroom import Workroom
from tests.end2end.program import COPY_MODEL, PASSPHRASE

SEAL = SealReport(SealLevel.NONE, "test", 0)


def _edition(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program folder with a model and a broken file, as the bundle's start program names it."""
    models = folder / "program" / "models"
    models.mkdir(parents=True)
    shutil.copyfile(COPY_MODEL, models / "supplied.gguf")
    (models / "broken.gguf").write_bytes(b"GGUF")
    monkeypatch.setattr(sys, "_MEIPASS", str(folder / "program"), raising=False)
    return models


def _shelf(profile: Path) -> tuple[str, list[tuple[str, str]]]:
    """The chosen model, and what is on the shelf: names and places."""
    room = Workroom()

    def look() -> tuple[str, list[tuple[str, str]]]:
        session = open_session(
            profile,
            passphrase=PASSPHRASE,
            recovery_code=None,
            publish=lambda _: None,
            seal=SEAL,
            workroom=room,
        )
        try:
            return session.models.current, [
                (one.name, str(one.path.resolve())) for one in session.models.list()
            ]
        finally:
            session.close()

    try:
        return room.do(look).result()
    finally:
        room.close()


def test_a_new_profile_uses_it_in_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    models = _edition(tmp_path, monkeypatch)
    assert _shelf(tmp_path / "profile") == ("supplied", [("supplied", str(models / "supplied.gguf"))])


def test_a_profile_that_was_there_keeps_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _shelf(tmp_path / "profile") == ("", [])
    _edition(tmp_path, monkeypatch)
    assert _shelf(tmp_path / "profile") == ("", [])
