"""The window's place: kept by its numbers alone, and anything odd in the file counts as not known."""

import stat
from pathlib import Path

import pytest

from app.services.window_place import NAME, WindowPlace, keep_place, read_place

PLACE = WindowPlace(-40, 12, 900, 640, True)


def test_what_is_kept_is_read(tmp_path: Path) -> None:
    assert read_place(tmp_path) is None
    keep_place(tmp_path, PLACE, None)
    assert read_place(tmp_path) == PLACE
    assert stat.S_IMODE((tmp_path / NAME).stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{",
        b"\xff\xfe",
        b'{"left": 1, "top": 1, "width": 0, "height": 5, "maximised": false}',
        b'{"left": 1, "top": 1, "width": 1e300, "height": 5, "maximised": false}',
        b'{"left": true, "top": 1, "width": 5, "height": 5, "maximised": false}',
        b'{"left": 1, "top": 1, "width": 5, "height": 5, "maximised": "yes"}',
        b"[" * 4000,
        b" " * 5000,
    ],
)
def test_anything_odd_is_passed_over(tmp_path: Path, content: bytes) -> None:
    (tmp_path / NAME).write_bytes(content)
    assert read_place(tmp_path) is None


def test_no_profile_no_file(tmp_path: Path) -> None:
    keep_place(tmp_path / "none", PLACE, None)
    assert list(tmp_path.iterdir()) == []
    (tmp_path / NAME).mkdir()
    keep_place(tmp_path, PLACE, None)  # can't be written
    assert read_place(tmp_path) is None
