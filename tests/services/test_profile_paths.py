"""What a setting names inside of the profile is found again where the profile was moved to."""

import os
from pathlib import Path

import pytest

from app.services.profile_paths import as_found, as_kept


def test_a_folder_of_the_profile_is_found_at_its_new_place(tmp_path: Path) -> None:
    before, now = tmp_path / "before", tmp_path / "now"
    kept = as_kept(before, str(before / "models" / "other-embedder"))
    assert kept == "models/other-embedder"
    assert as_found(now, kept) == str(now / "models" / "other-embedder")


@pytest.mark.parametrize("path", ["", os.path.abspath("/srv/embedders/one")])
def test_what_lies_elsewhere_is_kept_as_it_is(tmp_path: Path, path: str) -> None:
    assert as_kept(tmp_path, path) == path == as_found(tmp_path, path)


@pytest.mark.skipif(os.name == "nt", reason="links need developer mode there")
def test_a_profile_named_by_a_link_is_the_same_profile(tmp_path: Path) -> None:
    (tmp_path / "real" / "models").mkdir(parents=True)
    (tmp_path / "linked").symlink_to(tmp_path / "real")
    assert as_kept(tmp_path / "linked", str(tmp_path / "real" / "models")) == "models"
