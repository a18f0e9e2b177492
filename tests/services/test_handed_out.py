"""Files that a person asked for, outside the profile."""

import os
import stat
from pathlib import Path

import pytest

from app.domain.errors import UsageError
from app.services.handed_out import write_for_person


def test_a_disk_that_takes_no_more_leaves_the_former_file_whole(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    file = tmp_path / "chats.md"
    write_for_person(file, "the former words")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, hard))  # as far as a process can tell, a full disk
    try:
        with pytest.raises(UsageError) as refused:
            write_for_person(file, "many words " * 1_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert refused.value.code == "cannot_write"
    assert file.read_text("utf-8") == "the former words"
    assert os.listdir(tmp_path) == ["chats.md"]


@pytest.mark.skipif(os.name == "nt", reason="links need developer mode there")
def test_a_link_keeps_pointing_at_what_is_written(tmp_path: Path) -> None:
    link = tmp_path / "link.md"
    link.symlink_to(tmp_path / "real.md")
    write_for_person(link, "words")
    assert link.is_symlink() and (tmp_path / "real.md").read_text("utf-8") == "words"
    assert stat.S_IMODE((tmp_path / "real.md").stat().st_mode) == 0o600


def test_what_is_no_file_is_written_to_as_it_is() -> None:
    write_for_person(Path(os.devnull), "words")
    assert not Path(os.devnull).is_file()
