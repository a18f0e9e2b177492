"""The question field: growing, earlier questions, what is pasted, the key that sends, saved prompts, files."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from app.domain.attachment import Attachment, AttachmentState
from app.domain.conversation import Role
from app.domain.errors import UsageError
from app.domain.picture import LONGEST_PX, Picture
from app.ui.composer.composer import FIELD_SHARE, Composer
from app.ui.composer.field import LONG_PASTE_CHARS, QuestionField
from app.ui.composer.history import History
from app.ui.composer.pasted_picture import pixels_of
from app.ui.composer.prompts_sheet import PromptsSheet
from app.ui.composer.send_key import SEND_KEY, SendKey
from app.ui.library.sheets import FilePasswordSheet
from app.ui.transcript.bubble_pictures import HEIGHT_PX
from app.ui.transcript.items import UserBubble
from tests.ui.window_at_work import WindowAtWork

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


def composer_of(work: WindowAtWork) -> Composer:
    return work.space.chat.composer


def asked(work: WindowAtWork) -> list[str]:
    """The questions that were sent."""
    said = (one for listed in work.session.chat.texts.values() for one in listed)
    return [one.text for one in said if one.role is Role.USER]


def paste(field: QuestionField, text: str = "", files: tuple[Path, ...] = (), picture: bool = False) -> None:
    source = QMimeData()
    if text:
        source.setText(text)
    if files:
        source.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    if picture:
        source.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    assert field.canInsertFromMimeData(source)
    field.insertFromMimeData(source)


def in_form(form: str, data: bytes) -> QMimeData:
    """What another program offers on the clipboard."""
    source = QMimeData()
    source.setData(form, data)
    # As the system's clipboard has it for every form of picture that Qt can decode.
    source.setData("application/x-qt-image", b"")
    return source


def test_it_grows_to_a_share_of_the_page_and_no_further(work: WindowAtWork) -> None:
    field = composer_of(work).field
    low = field.height()
    field.setPlainText("line\n" * 4)
    assert field.height() > low
    field.setPlainText("line\n" * 300)
    most = round(work.space.chat.height() * FIELD_SHARE)
    assert field.height() == most
    work.window.resize(1360, 600)
    work.settle()
    assert field.height() < most


# ---- earlier questions


def test_history_keeps_the_draft_and_every_change() -> None:
    history = History()
    history.set_asked(["new", "old"])
    assert history.newer("draft") is None
    assert history.older("draft") == "new"
    history.set_asked(["newest", "new", "old"])  # comes while the person walks: no place moves
    assert history.older("new, changed") == "old"
    assert history.older("old") is None
    assert history.draft == "draft"
    assert history.newer("old") == "new, changed"
    assert history.newer("new, changed") == "draft"
    assert not history.draft
    history.older("draft")
    assert history.sent() == "draft"
    assert history.sent() == ""


def test_arrow_up_on_the_first_line_brings_earlier_questions_and_never_loses_the_draft(
    work: WindowAtWork,
) -> None:
    composer, field = composer_of(work), composer_of(work).field
    work.session.presets.asked = ["second\nof two lines", "first"]
    work.space.chat.writing._fetch_questions()
    work.settle()
    composer.set_text("my draft\nnext line")
    QTest.keyClick(field, Key.Key_Up)  # from the second line to the first
    assert composer.text == "my draft\nnext line"
    QTest.keyClick(field, Key.Key_Up)
    assert composer.text == "second\nof two lines"
    assert composer.draft == "my draft\nnext line"  # what is saved meanwhile
    QTest.keyClick(field, Key.Key_Up)
    assert composer.text == "first"
    QTest.keyClick(field, Key.Key_Down)
    assert composer.text == "second\nof two lines"
    QTest.keyClick(field, Key.Key_Down)
    assert composer.text == "my draft\nnext line"


def test_sending_an_earlier_question_puts_the_draft_back(work: WindowAtWork) -> None:
    composer = composer_of(work)
    work.session.presets.asked = ["asked before"]
    work.space.chat.writing._fetch_questions()
    work.settle()
    composer.set_text("draft")
    QTest.keyClick(composer.field, Key.Key_Up)
    QTest.keyClick(composer.field, Key.Key_Return)
    work.settle()
    assert asked(work) == ["asked before"]
    assert composer.text == "draft"


# ---- keys and pasting


def test_ctrl_enter_can_be_the_key_that_sends(work: WindowAtWork) -> None:
    composer, field = composer_of(work), composer_of(work).field
    work.session.settings.values[SEND_KEY] = SendKey.CTRL_ENTER.value
    work.space.chat.writing._have_send_key(SendKey.CTRL_ENTER.value)
    QTest.keyClicks(field, "one")
    QTest.keyClick(field, Key.Key_Return)
    QTest.keyClicks(field, "two")
    work.settle()
    assert composer.text == "one\ntwo"
    assert composer.send.accessibleName() == "Send (Ctrl+Enter)"
    QTest.keyClick(field, Key.Key_Return, CTRL)
    work.settle()
    assert asked(work) == ["one\ntwo"]


def test_a_long_paste_becomes_a_card_that_is_sent_whole_and_can_be_unfolded(work: WindowAtWork) -> None:
    composer = composer_of(work)
    long = "word " * LONG_PASTE_CHARS
    QTest.keyClicks(composer.field, "Sum up:")
    paste(composer.field, long)
    paste(composer.field, "short")
    assert composer.field.toPlainText() == "Sum up:short"
    (card,) = composer.chips.pastes
    assert composer.text == f"Sum up:short\n\n{long}"
    QTest.mouseClick(card.open, Qt.MouseButton.LeftButton)
    assert composer.field.toPlainText() == f"Sum up:short{long}"
    assert not composer.chips.isVisible()
    composer.field.clear()
    paste(composer.field, "line\n" * 200)
    QTest.mouseClick(composer.chips.pastes[0].remove, Qt.MouseButton.LeftButton)
    assert composer.text == ""
    paste(composer.field, long)
    QTest.keyClick(composer.field, Key.Key_Return)
    work.settle()
    assert asked(work) == [long]


def test_a_very_long_draft_is_kept_and_comes_back_as_a_card(work: WindowAtWork) -> None:
    composer = composer_of(work)
    long = "Wörter " * 280_000  # 2,000,000 characters, as many as one paste may have
    paste(composer.field, long)
    work.space.chat.keeping.save_draft()
    work.settle()
    assert work.session.chat.draft(None) == long
    composer.set_text("")
    composer.set_text(long)
    assert (composer.field.toPlainText(), composer.text, len(composer.chips.pastes)) == ("", long, 1)


def test_a_click_beside_the_field_goes_to_it(work: WindowAtWork) -> None:
    composer = composer_of(work)
    work.space.chat.transcript.setFocus()
    beside = QPoint(composer.box.width() // 2, composer.add.geometry().center().y())
    assert composer.box.childAt(beside) is None
    QTest.mouseClick(composer.box, Qt.MouseButton.LeftButton, pos=beside)
    assert composer.field.hasFocus()


def test_a_pasted_picture_is_shown_to_a_model_that_sees(work: WindowAtWork) -> None:
    composer, pictures = composer_of(work), work.session.pictures
    pictures.sees = True
    paste(composer.field, picture=True)
    work.settle()
    (chip,) = composer.chips.pictures
    assert (chip.label.text(), chip.state.text()) == ("Pasted picture", "shown to the model")
    (given,) = pictures.pasted
    assert isinstance(given, Picture)
    assert given.is_whole and (given.width, given.height) == (2, 2)

    # Another program's file is handed on as it is: nothing is decoded here.
    composer.field.insertFromMimeData(in_form("image/png", b"no picture at all"))
    work.settle()
    assert pictures.pasted[1] == b"no picture at all"
    assert len(composer.chips.pictures) == 2
    assert composer.field.toPlainText() == ""


def test_a_pasted_picture_that_nobody_sees_is_explained(work: WindowAtWork) -> None:
    composer, pictures = composer_of(work), work.session.pictures
    paste(composer.field, picture=True)
    work.settle()
    assert "can't see pictures" in work.window.toast.label.text()
    assert (pictures.pasted, composer.chips.pictures) == ([], [])


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="elsewhere the system decodes what it offers"
)
def test_a_pasted_picture_in_another_form_is_not_decoded_here(work: WindowAtWork) -> None:
    pictures = work.session.pictures
    pictures.sees = True
    source = in_form("image/bmp", b"BM")
    source.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    composer_of(work).field.insertFromMimeData(source)
    work.settle()
    assert "save it" in work.window.toast.label.text()
    assert pictures.pasted == []


def test_pixels_of_a_pasted_picture_are_right_whatever_its_form() -> None:
    image = QImage(3, 2, QImage.Format.Format_ARGB32)
    image.fill(QColor(255, 128, 0))
    image.setPixelColor(2, 1, QColor(0, 0, 0, 0))
    orange, white = bytes((255, 128, 0)), bytes((255, 255, 255))
    assert pixels_of(image) == Picture(3, 2, orange * 5 + white)
    large = pixels_of(QImage(6_000, 10, QImage.Format.Format_RGB32))
    assert (large.width, large.is_whole) == (2 * LONGEST_PX, True)


# ---- files


def test_pasted_files_show_how_far_they_are_and_can_be_taken_out(work: WindowAtWork, tmp_path: Path) -> None:
    composer, files = composer_of(work), work.session.attachments
    first, second = tmp_path / "first.pdf", tmp_path / "<b>second.txt"
    paste(composer.field, files=(first, second))
    work.settle()
    chips = composer.chips.files
    assert [chip.state.text() for chip in chips.values()] == ["reading…", "reading…"]
    bad = Attachment(str(second), AttachmentState.TROUBLE, "document_empty", {"file": "second.txt"})
    work.work(lambda: files.tell(None, Attachment(str(first), AttachmentState.READY), bad))
    assert [chip.state.text() for chip in chips.values()] == ["ready", "can't be read"]
    assert "second.txt" in chips[str(second)].toolTip()
    assert "<b>" not in chips[str(second)].toolTip()
    QTest.mouseClick(chips[str(second)].remove, Qt.MouseButton.LeftButton)
    work.settle()
    assert list(chips) == [str(first)]
    QTest.keyClicks(composer.field, "What?")
    QTest.keyClick(composer.field, Key.Key_Return)
    work.settle()
    (made,) = work.session.chat.kept
    assert work.session.chat.chosen[made] == ("conversation:None",)


def test_a_picture_is_shown_to_a_model_that_sees_and_read_for_its_words_otherwise(
    work: WindowAtWork, tmp_path: Path
) -> None:
    composer, pictures = composer_of(work), work.session.pictures
    picture, report = tmp_path / "cat.png", tmp_path / "report.pdf"
    pictures.sees = True
    paste(composer.field, files=(picture, report))
    work.settle()
    assert list(composer.chips.files) == [str(report)]
    (chip,) = composer.chips.pictures
    assert (chip.label.text(), chip.state.text()) == ("cat.png", "shown to the model")
    QTest.mouseClick(chip.remove, Qt.MouseButton.LeftButton)
    work.settle()
    assert composer.chips.pictures == []

    pictures.sees = False
    paste(composer.field, files=(picture,))
    work.settle()
    assert composer.chips.pictures == []
    work.work(lambda: work.session.attachments.tell(None, Attachment(str(picture), AttachmentState.READY)))
    assert composer.chips.files[str(picture)].state.text() == "words read"

    # The bubble shows what the model saw.
    QTest.keyClicks(composer.field, "What is it?")
    QTest.keyClick(composer.field, Key.Key_Return)
    work.settle()
    entry = work.space.chat.transcript.entries[0]
    low = entry.height
    orange = Picture(200, 100, bytes((255, 128, 0)) * 20_000)
    pictures.of_questions = {entry.message.id: (("cat.png", orange),)}
    work.space.chat.transcript.filled.emit()
    work.settle()
    assert entry.height >= low + HEIGHT_PX
    assert isinstance(entry.item, UserBubble)
    (shown,) = [
        label for label in entry.item.findChildren(QLabel) if label.accessibleName() == "Picture: cat.png"
    ]
    assert shown.isVisible()
    assert shown.grab().toImage().pixelColor(20, 20) == QColor(255, 128, 0)


def test_a_file_that_can_not_be_read_is_unlocked_or_tried_again_from_its_chip(
    work: WindowAtWork, tmp_path: Path
) -> None:
    composer, files = composer_of(work), work.session.attachments
    locked, broken = str(tmp_path / "locked.pdf"), str(tmp_path / "broken.docx")
    paste(composer.field, files=(Path(locked), Path(broken)))
    work.settle()
    chips = composer.chips.files
    assert not any(chip.mend.isVisible() for chip in chips.values())
    trouble = AttachmentState.TROUBLE
    wrong = Attachment(locked, trouble, "document_password_wrong", {"file": "locked.pdf"})
    damaged = Attachment(broken, trouble, "document_damaged", {"detail": ""})
    work.work(lambda: files.tell(None, wrong, damaged))
    assert [chip.mend.accessibleName() for chip in chips.values()] == [
        "Unlock locked.pdf",
        "Read broken.docx again",
    ]
    chips[broken].mend.setFocus()
    QTest.keyClick(chips[broken].mend, Key.Key_Space)
    QTest.mouseClick(chips[locked].mend, Qt.MouseButton.LeftButton)
    sheet = work.sheet
    assert isinstance(sheet, FilePasswordSheet)
    sheet.field.setText("secret")
    QTest.mouseClick(sheet.go, Qt.MouseButton.LeftButton)
    work.settle()
    assert work.session.library.wishes == [("retry", broken, ""), ("retry", locked, "secret")]
    work.work(lambda: files.tell(None, Attachment(locked, AttachmentState.READY), damaged))
    assert [chip.mend.isVisible() for chip in chips.values()] == [False, True]


def test_a_file_that_was_read_in_part_is_marked_with_what_is_missing(
    work: WindowAtWork, tmp_path: Path
) -> None:
    composer, files = composer_of(work), work.session.attachments
    path, part = str(tmp_path / "long.csv"), "only the beginning was read"
    paste(composer.field, files=(Path(path),))
    work.settle()
    chip = composer.chips.files[path]
    work.work(lambda: files.tell(None, Attachment(path, AttachmentState.PARTLY, "cut_length")))
    assert chip.state.text() == "read in part"
    assert part in chip.toolTip()
    assert chip.accessibleName() == "long.csv, read in part"
    assert part in chip.accessibleDescription()
    assert part in chip.open.accessibleName()
    assert not chip.mend.isVisible()
    work.work(lambda: files.tell(None, Attachment(path, AttachmentState.READY)))
    assert (chip.state.text(), chip.accessibleDescription()) == ("ready", "")
    assert part not in chip.toolTip()


def test_files_stay_with_their_conversation(work: WindowAtWork, tmp_path: Path) -> None:
    chat, files = work.session.chat, work.session.attachments
    made = chat.add("Talk", [(Role.USER, "q"), (Role.ASSISTANT, "a")])
    files.kept[made.id] = (Attachment(str(tmp_path / "x.txt"), AttachmentState.READY),)
    work.work(lambda: chat.rename(made.id, "Talk"))
    assert not composer_of(work).chips.isVisible()
    work.space.open(made.id)
    work.settle()
    assert composer_of(work).chips.isVisible()
    work.space.chat.show_new()
    work.settle()
    assert not composer_of(work).chips.isVisible()


def test_a_file_that_cannot_be_added_is_said(work: WindowAtWork, tmp_path: Path) -> None:
    work.session.attachments.error = UsageError("attachment_is_folder", file="docs")
    paste(composer_of(work).field, files=(tmp_path,))
    work.settle()
    assert "docs is a folder" in work.window.toast.label.text()


def test_files_of_another_machine_are_not_looked_at(work: WindowAtWork) -> None:
    source = QMimeData()
    source.setUrls([QUrl("file://host/share/x.txt"), QUrl("https://example.org/x.txt")])
    field = composer_of(work).field
    field.insertFromMimeData(source)
    work.settle()
    assert work.session.attachments.kept == {}


# ---- saved prompts


@pytest.fixture
def with_prompts(work: WindowAtWork) -> WindowAtWork:
    work.session.presets.saved = {
        "translate": "Into {{language}}: {{text}}",
        "thanks": "Write a thank-you note.",
        "explain": "Explain.",
    }
    work.space.chat.writing._fetch_prompts()
    work.settle()
    return work


def test_a_slash_lists_the_prompts_that_fit(with_prompts: WindowAtWork) -> None:
    composer = composer_of(with_prompts)
    field, shown = composer.field, with_prompts.space.chat.writing._list
    QTest.keyClicks(field, "/")
    assert shown.isVisible()
    assert shown.list.count() == 4
    QTest.keyClicks(field, "trl")
    assert [shown.list.item(row).text()[:10] for row in range(shown.list.count() - 1)] == ["/translate"]
    QTest.keyClicks(field, "zz")
    assert not shown.isVisible()  # a question that begins with a slash
    field.setPlainText("/th")
    QTest.keyClick(field, Key.Key_Escape)
    assert not shown.isVisible()
    assert composer.text == "/th"
    field.setPlainText("/tha")
    QTest.keyClick(field, Key.Key_Tab)
    assert composer.text == "Write a thank-you note."
    assert asked(with_prompts) == []


def test_places_are_asked_one_after_another(with_prompts: WindowAtWork) -> None:
    composer = composer_of(with_prompts)
    strip = composer.variables
    QTest.keyClicks(composer.field, "/translate")
    QTest.keyClick(composer.field, Key.Key_Return)
    assert strip.isVisible()
    assert strip.label.text() == "/translate · language (1/2)"
    QTest.keyClicks(strip.field, "Greek")
    QTest.keyClick(strip.field, Key.Key_Return)
    assert strip.label.text() == "/translate · text (2/2)"
    strip.back.click()
    assert strip.field.toPlainText() == "Greek"
    QTest.keyClick(strip.field, Key.Key_Return)
    QTest.keyClicks(strip.field, "a")
    QTest.keyClick(strip.field, Key.Key_Return, SHIFT)
    QTest.keyClicks(strip.field, "{{language}}")
    QTest.keyClick(strip.field, Key.Key_Return)
    assert not strip.isVisible()
    assert composer.text == "Into Greek: a\n{{language}}"
    composer.field.setPlainText("/translate")
    QTest.keyClick(composer.field, Key.Key_Return)
    QTest.keyClick(strip.field, Key.Key_Escape)
    assert composer.text == "/translate"
    assert asked(with_prompts) == []


def test_saved_prompts_are_made_changed_and_removed(with_prompts: WindowAtWork) -> None:
    field = composer_of(with_prompts).field
    QTest.keyClicks(field, "/")
    QTest.keyClick(field, Key.Key_Up)  # round to the last line
    QTest.keyClick(field, Key.Key_Return)
    with_prompts.settle()
    sheet = with_prompts.sheet
    assert isinstance(sheet, PromptsSheet)
    saved = with_prompts.session.presets.saved
    sheet.new.click()
    sheet.save.click()
    with_prompts.settle()
    assert "needs a name" in sheet.problem.text()
    sheet.name.setText("my own")
    sheet.text.setPlainText("Do {{this}}.")
    assert sheet.places.text() == "Asked for: this"
    sheet.save.click()
    with_prompts.settle()
    assert saved["my-own"] == "Do {{this}}."
    sheet.name.setText("mine")
    sheet.save.click()
    with_prompts.settle()
    assert "my-own" not in saved
    assert "mine" in saved
    sheet.remove.click()
    with_prompts.settle()
    assert "mine" not in saved
    assert [one.name for one in with_prompts.space.chat.writing._list.prompts] == sorted(saved)


# ---- the meter
