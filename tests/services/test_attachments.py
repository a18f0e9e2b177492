"""Files added to one conversation: read by the real parser, answered by the small trained model, gone with it."""

import io
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest

from app.domain.attachment import Attachment, AttachmentState
from app.domain.conversation import Conversation, MessageState
from app.domain.document import PageImage
from app.domain.errors import HearthError, UsageError
from app.domain.generation import Sampling
from app.services import attachments as attachments_module
from app.services.beginning import Beginning
from app.services.events import AnswerGrounded, LibraryChanged, PromptMeasured
from app.services.library_service import CONVERSATION
from tests.end2end.program import COPY_MODEL
from tests.parsing.made_files import archive, drawn_pdf, epub, pdf
from tests.services.session_at_work import PATIENCE_S, SessionAtWork

TOWER = "The height of the lantern tower is 41 metres."
QUESTION = "What is the height of the lantern tower?"
GREEDY = Sampling(temperature=0.0, max_tokens=64)


class Work(SessionAtWork):
    """A session whose calls that answer later can be waited for."""

    def later(self, begin: Callable[[Callable[..., None], Callable[[Exception], None]], object]) -> object:
        """Run `begin(then, failed)` on the work thread and wait for either."""
        answer: Future[object] = Future()
        self.do(
            lambda: begin(lambda *found: answer.set_result(found[0] if found else None), answer.set_exception)
        )
        return answer.result(PATIENCE_S)

    def attach(self, where: str | None, *paths: Path) -> None:
        """Add files to a conversation."""
        self.later(lambda then, failed: self.session.attachments.add(where, paths, then, failed))

    def files(self, where: str | None) -> tuple[Attachment, ...]:
        """A conversation's files, as soon as all of them have been read."""
        while True:
            found = self.later(lambda then, failed: self.session.attachments.files(where, then, failed))
            assert isinstance(found, tuple)
            if all(one.state is not AttachmentState.READING for one in found):
                return found
            self.until(LibraryChanged)

    def ask(self, where: str | None, text: str, *libraries: str) -> Conversation:
        """Send a question."""
        chat, beginning = self.session.chat, Beginning(libraries=libraries)
        return self.do(lambda: chat.send(where, text, sampling=GREEDY, beginning=beginning))

    @property
    def libraries(self) -> list[str]:
        """The libraries of conversations, as the library process told them last."""
        return [facts.name for facts in self.session.library.conversations]


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Work]:
    """One profile for all tests of this module: its processes take seconds to start."""
    opened = Work(tmp_path_factory.mktemp("attachments") / "profile")
    opened.do(lambda: opened.session.models.add(COPY_MODEL))
    opened.do(lambda: opened.session.models.choose("hearth-demo"))
    yield opened
    opened.close()


@pytest.fixture
def work(opened: Work) -> Iterator[Work]:
    """The same, with no file waiting for a conversation."""
    yield opened
    attachments = opened.session.attachments
    while opened.do(lambda: attachments.name(None)):
        found = opened.later(lambda then, failed: attachments.files(None, then, failed))
        assert isinstance(found, tuple)
        path = found[0].path
        opened.later(lambda then, failed, path=path: attachments.remove(None, path, then, failed))  # type: ignore[misc]


def a_file(folder: Path, name: str, text: str) -> Path:
    """A file with this text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_is_answered_from_in_its_conversation_alone_and_goes_with_it(
    work: Work, tmp_path: Path
) -> None:
    session = work.session
    work.attach(None, a_file(tmp_path, "tower.txt", TOWER))
    name = work.do(lambda: session.attachments.name(None))
    made = work.ask(None, QUESTION, name)  # sent at once: the answer waits until the file has been read
    assert work.ended().answer.text == "The height of the lantern tower is 41 metres [1]."
    assert work.do(lambda: session.attachments.name(None)) == ""
    assert work.do(lambda: session.attachments.name(made.id)) == name
    assert work.do(lambda: session.chat.libraries(made.id)) == ()
    (file,) = work.files(made.id)
    assert (file.name, file.state) == ("tower.txt", AttachmentState.READY)
    # "Sum it up" has no word of the file, and gets it all the same.
    work.ask(made.id, "Sum it up, please.")
    (source, *_) = work.until(AnswerGrounded).grounding.sources
    assert source.text.strip() == TOWER
    work.ended()
    work.do(lambda: session.chat.delete(made.id))
    while name in work.libraries:
        work.until(LibraryChanged)


def test_the_words_of_a_picture_are_read_and_one_file_can_be_taken_out(work: Work, tmp_path: Path) -> None:
    work.attach(None, a_file(tmp_path, "mill.md", "The colour of the old mill is green."))
    work.ask(
        None, "What is the colour of the old mill?", work.do(lambda: work.session.attachments.name(None))
    )
    where = work.ended().answer.conversation_id
    picture = tmp_path / "note.png"
    page = tmp_path / "page.pdf"
    page.write_bytes(drawn_pdf([f"BT /F1 18 Tf 72 700 Td ({TOWER}) Tj ET"]))
    pages = work.session.pages
    drawn = work.later(lambda then, failed: pages.draw(str(page), 1, (), 1200, then, failed))
    assert isinstance(drawn, PageImage)
    picture.write_bytes(drawn.png)
    work.attach(where, picture)
    text, image = work.files(where)
    assert image.state is AttachmentState.READY, image
    work.ask(where, QUESTION)
    assert "41 metres [" in work.ended().answer.text
    work.later(lambda then, failed: work.session.attachments.remove(where, text.path, then, failed))
    assert [one.name for one in work.files(where)] == ["note.png"]
    work.later(lambda then, failed: work.session.attachments.remove(where, image.path, then, failed))
    assert work.files(where) == ()
    assert work.do(lambda: work.session.attachments.name(where)) == ""


def test_what_gives_no_text_says_why_and_holds_nothing_up(work: Work, tmp_path: Path) -> None:
    (tmp_path / "junk.pdf").write_bytes(b"%PDF-1.7 nothing of the kind")
    work.attach(None, a_file(tmp_path, "tower.txt", TOWER), tmp_path / "junk.pdf")
    good, bad = work.files(None)
    assert (good.state, bad.state) == (AttachmentState.READY, AttachmentState.TROUBLE)
    assert bad.code.startswith("document_")


def test_a_file_that_was_read_in_part_says_so_and_is_answered_from(work: Work, tmp_path: Path) -> None:
    whole = zipfile.ZipFile(io.BytesIO(epub(f"<p>{TOWER}</p>")))
    parts = {name: whole.read(name) for name in whole.namelist() if not name.endswith(".opf")}
    (tmp_path / "unlisted.epub").write_bytes(archive(dict(parts), stored_first=True))
    work.attach(None, tmp_path / "unlisted.epub", a_file(tmp_path, "mill.txt", "The old mill is green."))
    part, whole_file = work.files(None)
    assert (part.state, part.code) == (AttachmentState.PARTLY, "partly_damaged")
    assert (whole_file.state, whole_file.code) == (AttachmentState.READY, "")
    work.ask(None, QUESTION, work.do(lambda: work.session.attachments.name(None)))
    assert "41 metres [" in work.ended().answer.text


def test_a_locked_file_is_read_with_its_password(work: Work, tmp_path: Path) -> None:
    path = tmp_path / "locked.pdf"
    path.write_bytes(pdf(TOWER, password="open-sesame-41"))
    library = work.session.library
    work.attach(None, path)
    for password, needs in (("", True), ("wrong", True), ("open-sesame-41", False)):
        work.later(
            lambda then, failed, password=password: library.retry(str(path), password, then, failed)  # type: ignore[misc]
        )
        (file,) = work.files(None)
        assert file.needs_password is needs
    assert file.state is AttachmentState.READY


def test_what_cannot_be_added_is_said(work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(where: str | None, *paths: Path) -> str:
        with pytest.raises(HearthError) as raised:
            work.attach(where, *paths)
        return raised.value.code

    file = a_file(tmp_path, "a.txt", "a")
    assert refused(None, tmp_path) == "attachment_is_folder"
    assert refused(None, tmp_path / "nowhere.txt") == "library_path_missing"
    monkeypatch.setattr(attachments_module, "LIMIT", 1)
    assert refused(None, file, a_file(tmp_path, "b.txt", "b")) == "attachments_too_many"
    chat, temporary = work.session.chat, Beginning(temporary=True)
    made = work.do(lambda: chat.send(None, "hello", sampling=GREEDY, beginning=temporary))
    work.ended()
    assert refused(made.id, file) == "attachments_not_in_temporary"
    name = f"{CONVERSATION}x"
    with pytest.raises(UsageError):
        work.do(lambda: chat.send(None, "hi", beginning=Beginning(temporary=True, libraries=(name,))))
    assert work.do(lambda: work.session.attachments.name(None)) == ""


def test_stopping_while_a_file_is_read_ends_the_answer(work: Work, tmp_path: Path) -> None:
    library, chat = work.session.library, work.session.chat
    work.attach(None, a_file(tmp_path, "tower.txt", TOWER))
    work.files(None)
    work.do(lambda: library.pause(True))
    work.attach(None, a_file(tmp_path, "late.txt", "Late."))
    work.ask(None, QUESTION, work.do(lambda: work.session.attachments.name(None)))
    work.do(chat.stop)
    assert work.ended().answer.state is MessageState.STOPPED
    work.do(lambda: library.pause(False))


def test_files_that_no_conversation_knows_of_are_removed_at_the_start(tmp_path: Path) -> None:
    work = Work(tmp_path / "profile")
    library = work.session.library
    work.attach(None, a_file(tmp_path, "tower.txt", TOWER))
    kept = work.do(lambda: work.session.attachments.name(None))
    orphan = a_file(tmp_path, "orphan.txt", "Nobody's.")
    work.later(lambda then, failed: library.add_temporary("orphan", (orphan,), then, failed))
    work.close()
    again = Work(tmp_path / "profile")
    try:
        again.do(again.session.library.start_in_background)
        again.until(LibraryChanged)
        while again.libraries != [kept]:
            again.until(LibraryChanged)
        assert again.libraries == [kept]
    finally:
        again.close()


def test_what_would_be_left_out_is_told_before_it_is_sent(tmp_path: Path) -> None:
    work = Work(tmp_path / "profile")
    try:
        work.do(lambda: work.session.settings.set("model.context_tokens", 1024))
        work.do(lambda: work.session.models.add(COPY_MODEL))
        work.do(lambda: work.session.models.choose("hearth-demo"))
        made = work.ask(None, "First question " + "and words " * 120)
        work.ended()
        paths = [
            a_file(tmp_path, f"{letter}.txt", f"Lantern {letter}. " + f"It has {letter}steps and more. " * 25)
            for letter in "abcdefgh"
        ]
        work.attach(made.id, *paths)
        work.files(made.id)
        chat = work.session.chat
        work.do(lambda: chat.measure(made.id, "Lantern?"))
        told = work.until(PromptMeasured)
        assert told.prepared is not None
        assert told.prepared.prompt_tokens <= told.prepared.context_tokens
        assert told.left_out
        assert told.dropped[0].startswith("First question")
        work.do(lambda: chat.measure(made.id, "word " * 5000))
        refused = work.until(PromptMeasured)
        assert refused.prepared is None
        assert refused.error is not None
        assert refused.error.code == "prompt_too_long"
    finally:
        work.close()
