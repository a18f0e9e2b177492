"""A cross-encoder from a folder ranks the best passages anew; none does until it is chosen, and a bad one never."""

from pathlib import Path

import pytest

from app.domain.errors import LibraryError
from app.services.library_service import RANKER
from tests.library.library_work import LibraryWork

pytestmark = pytest.mark.timeout(1800)  # torch is loaded and run at the lowest priority
ENDINGS = (
    "noon",
    "seven",
    "the bell",
    "high tide in spring",
    "dusk",
    "first light",
    "nine",
    "two",
    "dawn",
    "ten",
)


def _names(work: LibraryWork) -> list[str]:
    return [Path(hit.passage.path).stem for hit in work.search("harbour ferry").hits]


def _use(work: LibraryWork, folder: str) -> None:
    work.done(lambda then, failed: work.service.use_ranker(folder, then, failed))


def test_it_ranks_what_was_found_while_it_is_chosen(tmp_path: Path, small_models: Path) -> None:
    folder = small_models / "ranker"
    (tmp_path / "notes").mkdir()
    for number, ending in enumerate(ENDINGS):
        text = f"The ferry leaves the harbour at {ending}. " + "It is late. " * number
        (tmp_path / "notes" / f"{number}.txt").write_text(text, encoding="utf-8")
    work = LibraryWork(tmp_path / "profile")
    try:
        work.add("notes", tmp_path / "notes")
        before = _names(work)
        assert len(before) == len(ENDINGS)
        (tmp_path / "empty").mkdir()
        for path in (tmp_path / "empty", tmp_path / "nowhere"):
            with pytest.raises(LibraryError) as caught:
                _use(work, str(path))
            assert caught.value.code == "ranker_unfit"
        assert _names(work) == before
        _use(work, str(folder))
        found = work.search("harbour ferry").hits
        after = [Path(hit.passage.path).stem for hit in found]
        assert after != before
        assert sorted(after) == sorted(before)
        assert [hit.score for hit in found] == sorted((hit.score for hit in found), reverse=True)
        assert work.do(lambda: work.vault.settings.get_text(RANKER)) == str(folder)
        _use(work, "")
        assert _names(work) == before
    finally:
        work.close()
