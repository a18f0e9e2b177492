"""What may be opened in its own program, and what is only shown in its folder."""

from pathlib import Path

import pytest

from app.ui.library import own_program
from app.ui.library.own_program import FileOpening, is_only_shown


@pytest.mark.parametrize("name", ["a.desktop", "a.EXE", "run.sh", "a.pdf.lnk", "x.jar", "a.js", "a.url"])
def test_what_the_system_would_start_is_not_opened(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"")
    assert not is_only_shown(tmp_path / name)


def test_a_document_is_opened_unless_it_may_run(tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(b"%PDF")
    assert is_only_shown(file)
    file.chmod(0o755)
    assert not is_only_shown(file)
    assert not is_only_shown(tmp_path)
    assert not is_only_shown(tmp_path / "gone.pdf")


def test_a_program_is_shown_in_its_folder_and_a_missing_file_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    asked: list[tuple[str, str]] = []
    monkeypatch.setattr(
        own_program, "_ask", lambda wish, path, _elsewhere, _told: asked.append((wish, path.name))
    )
    opening = FileOpening()
    said: list[str] = []
    opening.told.connect(said.append)
    (tmp_path / "tool.sh").write_bytes(b"")
    (tmp_path / "notes.txt").write_bytes(b"words")
    opening.open(str(tmp_path / "tool.sh"))
    opening.open(str(tmp_path / "notes.txt"))
    opening.show_folder(str(tmp_path / "notes.txt"))
    opening.open(str(tmp_path / "gone.txt"))
    assert asked == [("OpenDirectory", "tool.sh"), ("OpenFile", "notes.txt"), ("OpenDirectory", "notes.txt")]
    assert "isn't opened" in said[0] and "no longer there" in said[1]
