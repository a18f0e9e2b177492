"""The foot of the conversation as a whole: where its box stands, what is dropped onto it, and what it tells."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from app.domain.conversation import Role
from app.domain.errors import GenerationError
from app.domain.generation import Prepared
from app.domain.source import Source
from app.services.events import PromptMeasured
from app.ui.composer.box import SHADOW_PX
from app.ui.questions import TellSheet
from tests.ui.composer.test_writing import composer_of
from tests.ui.window_at_work import WindowAtWork


def test_the_box_stands_under_the_words_and_stays_when_the_first_count_is_known(work: WindowAtWork) -> None:
    composer = composer_of(work)
    talk = work.session.chat.add("Talk", [(Role.USER, "a question")])
    work.work(lambda: work.session.chat.rename(talk.id, "Talk"))
    work.space.chat.open(work.session.chat.kept[talk.id])
    work.settle()
    composer.meter.clear()
    work.settle()
    before = composer.box.mapTo(work.window, QPoint(0, 0))
    composer.meter.show_prepared(Prepared("", (), 900, 0, 4096))
    work.settle()
    assert composer.meter.isVisible()
    assert composer.box.mapTo(work.window, QPoint(0, 0)) == before
    for width in (1360, 1000, 700):
        work.window.resize(width, 800)
        work.settle()
        item = work.space.chat.transcript.entries[0].item
        assert item is not None
        assert composer.box.width() - 2 * SHADOW_PX == item.width()
        assert (
            composer.box.mapTo(work.window, QPoint(SHADOW_PX, 0)).x()
            == item.mapTo(work.window, QPoint(0, 0)).x()
        )


def test_files_can_be_dropped_anywhere_on_the_foot(work: WindowAtWork, tmp_path: Path) -> None:
    composer = composer_of(work)
    source = QMimeData()
    source.setUrls([QUrl.fromLocalFile(str(tmp_path / "dropped.txt"))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    dropped = QDropEvent(QPointF(5, 5), copy, source, left, none)
    composer.dropEvent(dropped)
    work.settle()
    assert dropped.isAccepted()
    assert [Path(path).name for path in composer.chips.files] == ["dropped.txt"]


def test_what_would_be_left_out_is_told(work: WindowAtWork) -> None:
    meter = composer_of(work).meter
    gone = (Source(1, "/docs/report.pdf", "pdf", 3, 0, 1, "x"),)
    prepared = Prepared("", ("a",), 900, 0, 1000)
    work.space.chat.take(PromptMeasured(None, prepared, ("First words\nof it",), gone))
    assert (
        meter.text.replace("(s)", "")
        == "1 earlier message left out · 1 passage left out · Context 900 / 1,000"
    )
    QTest.mouseClick(meter.words, Qt.MouseButton.LeftButton)
    sheet = work.sheet
    assert isinstance(sheet, TellSheet)
    told = meter.words.accessibleDescription()
    assert "· First words of it" in told
    assert "· report.pdf, page 3" in told
    sheet.accept()
    error = GenerationError("prompt_too_long", prompt_tokens=5000, context_tokens=1000, room_tokens=700)
    work.space.chat.take(PromptMeasured(None, None, error=error))
    assert meter.text == "Too long for this model"
    assert "5000" in meter.words.accessibleDescription() or "5,000" in meter.words.accessibleDescription()
