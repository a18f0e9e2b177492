"""Files with a password, through the real parser: told, unlocked, and read; the password itself is kept nowhere."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest

from app.domain.document import PageImage
from app.domain.errors import DocumentError
from app.domain.library import FileTrouble
from app.services.page_drawing import PageDrawing
from app.vault.database import Database
from app.vault.subkeys import KeyUse
from tests.end2end.program import Home, make_profile
from tests.end2end.traces import traces_below
from tests.library.library_work import PATIENCE_S, LibraryWork
from tests.parsing.made_files import drawn_pdf, pdf

PASSWORD = "open-sesame-41"
WORDS = "The height of the lantern tower is 41 metres."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a locked file and another one."""
    made = tmp_path / "docs"
    made.mkdir()
    (made / "locked.pdf").write_bytes(pdf(WORDS, password=PASSWORD))
    (made / "open.txt").write_text("The gate is green.", encoding="utf-8")
    return made


@pytest.fixture
def work(tmp_path: Path) -> Iterator[LibraryWork]:
    """A profile without a library."""
    made = LibraryWork(tmp_path / "profile")
    yield made
    made.close()


def _troubles(work: LibraryWork) -> dict[str, str]:
    def ask(then: Callable[[tuple[FileTrouble, ...]], None], failed: Callable[[Exception], None]) -> None:
        work.service.troubles("", then, failed)

    return {Path(trouble.path).name: trouble.code for trouble in work.ask(ask)}


def _unlock(work: LibraryWork, path: Path, password: str) -> None:
    work.done(lambda then, failed: work.service.retry(str(path), password, then, failed))
    work.settled("docs")


def test_a_locked_file_is_told_and_read_with_its_password_and_only_with_it(
    work: LibraryWork, folder: Path
) -> None:
    assert work.add("docs", folder).attention == 1
    assert _troubles(work) == {"locked.pdf": "document_locked"}
    _unlock(work, folder / "locked.pdf", "")  # tried again as it is: the same is told, and it ends
    assert _troubles(work) == {"locked.pdf": "document_locked"}
    _unlock(work, folder / "locked.pdf", "wrong")
    assert _troubles(work) == {"locked.pdf": "document_password_wrong"}
    assert not work.search("lantern tower").hits
    _unlock(work, folder / "locked.pdf", PASSWORD)
    assert _troubles(work) == {}
    assert Path(work.search("lantern tower").hits[0].passage.path).name == "locked.pdf"
    work.do(work.service.close)
    work.settled("docs")
    assert work.search("lantern tower").hits  # what was read stays
    assert traces_below([work.folder], [PASSWORD]) == {}


def test_a_password_that_is_kept_opens_the_changed_file_and_goes_with_it(
    work: LibraryWork, folder: Path
) -> None:
    work.add("docs", folder)
    locked = folder / "locked.pdf"
    work.done(lambda then, failed: work.service.retry(str(locked), PASSWORD, then, failed, keep=True))
    work.settled("docs")
    work.do(work.service.close)
    locked.write_bytes(pdf("The colour of the old mill is green.", password=PASSWORD))
    work.settled("docs")
    work.done(lambda then, failed: work.service.sync("docs", then, failed))
    work.settled("docs")
    assert _troubles(work) == {}
    assert work.search("old mill").hits
    assert traces_below([work.folder], [PASSWORD]) == {}
    locked.unlink()
    work.done(lambda then, failed: work.service.sync("docs", then, failed))
    work.settled("docs", lambda facts: facts.files == 1)
    key, salt = work.do(lambda: (work.vault.key_for(KeyUse.LIBRARY), work.vault.salt_for(KeyUse.LIBRARY)))
    work.do(work.service.close)
    database = Database.open(work.folder / "library.db", key, salt)
    try:
        assert database.rows("SELECT key FROM meta WHERE key <> 'words'") == []
    finally:
        database.close()


def _drawn(work: LibraryWork, path: Path, at: tuple[int, int]) -> PageImage:
    """The first page of a document, with a place marked, as the window has it drawn."""
    drawing = PageDrawing(work.workroom, work.service.passwords)
    image: Future[PageImage] = Future()
    try:
        work.do(lambda: drawing.draw(str(path), 1, (at,), 400, image.set_result, image.set_exception))
        return image.result(PATIENCE_S)
    finally:
        work.do(drawing.close)


def test_the_page_of_a_locked_file_is_drawn_with_its_password_and_only_with_it(
    work: LibraryWork, folder: Path
) -> None:
    work.add("docs", folder)
    locked = folder / "locked.pdf"
    for known, code in (("", "document_locked"), ("wrong", "document_password_wrong")):
        if known:
            _unlock(work, locked, known)
        with pytest.raises(DocumentError) as refused:
            _drawn(work, locked, (4, 10))
        assert refused.value.code == code
    _unlock(work, locked, PASSWORD)
    hit = work.search("lantern tower").hits[0].passage
    image = _drawn(work, locked, (hit.start, hit.end))
    assert image.png.startswith(b"\x89PNG")
    ((mark, *_),) = image.marks
    assert 0 < mark[0] < mark[2] < 400
    assert traces_below([work.folder], [PASSWORD]) == {}


def test_a_kept_password_draws_the_page_after_a_restart_too(work: LibraryWork, folder: Path) -> None:
    work.add("docs", folder)
    locked = folder / "locked.pdf"
    work.done(lambda then, failed: work.service.retry(str(locked), PASSWORD, then, failed, keep=True))
    work.settled("docs")
    work.do(work.service.close)
    assert _drawn(work, locked, (4, 10)).png


def test_the_command_line_unlocks_a_file(home: Home, folder: Path) -> None:
    make_profile(home)
    drawing = f"BT /F1 24 Tf 72 700 Td ({WORDS}) Tj /F1 1 Tf 0 -30 Td (Much too small to be seen) Tj ET"
    (folder / "locked.pdf").write_bytes(drawn_pdf([drawing], password=PASSWORD))
    secret = home.folder / "secret"
    unlock = ("library", "unlock", "--words", "--password-file", str(secret), str(folder / "locked.pdf"))
    assert home.run("library", "add", "--words", "docs", str(folder)).code == 0
    secret.write_text("wrong\n", encoding="utf-8")
    done = home.run(*unlock)
    assert done.code == 1
    assert "password" in done.err
    secret.write_text(PASSWORD + "\n", encoding="utf-8")
    done = home.run(*unlock)
    assert done.code == 0, done.err
    assert "text that can't be seen" in done.err  # this is told, and is no lock
    assert WORDS in home.run("search", "lantern tower").out
