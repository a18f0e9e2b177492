"""Text at twice its size: nothing of a sheet that asks for consent is out of sight, in any language."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from app.domain.conversation import Role
from app.ui.cloud.consent_sheet import ConsentSheet
from app.ui.language import LANGUAGES, Language, from_left
from app.ui.parts import PlainLabel
from app.ui.theme import Theme
from tests.ui.fake_cloud import a_preview
from tests.ui.places import speaking
from tests.ui.window_at_work import WindowAtWork, all_widgets


@pytest.fixture
def large(work: WindowAtWork, theme: Theme) -> Iterator[WindowAtWork]:
    """A window whose text is twice as large."""
    work.session.settings.set("window.text_size", 200)
    theme.choose_text(200)
    work.settle()
    yield work
    theme.choose_text(0)


def across(part: QWidget, whole: QWidget) -> bool:
    """Whether `part` lies between the left and the right edge of `whole`."""
    rect = QRect(part.mapTo(whole, QPoint(0, 0)), part.size())
    return rect.left() >= 0 and rect.right() < whole.width()


@pytest.mark.parametrize("width", [900, 1360])
@pytest.mark.parametrize("code", LANGUAGES)
def test_a_sheet_that_asks_for_consent_shows_all_of_its_parts(
    large: WindowAtWork, theme: Theme, language: Language, code: str, width: int
) -> None:
    large.window.resize(width, 860)
    speaking(large, code)
    preview = a_preview(large.session.cloud, "How high is it? ada@example.org")
    sheet = ConsentSheet(theme, large.window, "House", preview)
    sheet.open_over()
    large.settle()
    assert across(sheet, large.window)
    switches = [
        one.switch for one in (sheet.earlier, sheet.answers, sheet.instructions, sheet.files, sheet.always)
    ]
    tags = [sheet.view.bytes, sheet.view.messages, sheet.view.masked, sheet.view.files]
    parts: list[QWidget] = [*switches, *tags, sheet.view.kinds, sheet.view.text, sheet.limit]
    parts += sheet.findChildren(QAbstractButton)
    seen = [part for part in parts if part.isVisible()]
    assert len(seen) > 10
    assert [part for part in seen if not across(part, sheet)] == []
    cut = [one for one in (sheet.keep, sheet.edit, sheet.send) if one.width() < one.minimumSizeHint().width()]
    assert cut == []


def test_the_search_field_of_the_list_is_as_tall_as_its_text(large: WindowAtWork, language: Language) -> None:
    speaking(large, "de")
    search = large.space.sidebar.search
    assert search.height() >= search.minimumSizeHint().height()


def test_the_search_field_of_the_list_grows_with_its_text(large: WindowAtWork) -> None:
    search = large.space.sidebar.search
    assert search.height() >= search.minimumSizeHint().height()


def test_a_label_of_latin_letters_stands_at_the_right_of_an_arabic_window(
    work: WindowAtWork, language: Language
) -> None:
    assert PlainLabel("/srv/papers").alignment() & Qt.AlignmentFlag.AlignLeft
    speaking(work, "ar")
    label = PlainLabel("/srv/papers", wrap=True)
    assert label.alignment() & Qt.AlignmentFlag.AlignRight
    assert label.alignment() & Qt.AlignmentFlag.AlignAbsolute


def test_arabic_letters_find_room_below_the_line(work: WindowAtWork, language: Language) -> None:
    latin = PlainLabel("Threads", "strong", wrap=True)
    assert latin.heightForWidth(200) == latin.fontMetrics().height()
    speaking(work, "ar")
    arabic = PlainLabel("مفتاح للسؤال السريع", "strong", wrap=True)
    assert arabic.heightForWidth(200) >= arabic.fontMetrics().height() + 4
    assert arabic.sizeHint().height() >= arabic.fontMetrics().height() + 4


def test_a_path_in_an_arabic_sentence_begins_with_its_first_sign(language: Language) -> None:
    assert from_left("/home/ada") == "/home/ada"
    language.choose("ar")
    assert from_left("/home/ada") == "\u200e/home/ada\u200e"
    language.choose("en")


def test_drawings_are_as_large_as_the_words_beside_them(large: WindowAtWork, theme: Theme) -> None:
    side, chat = large.space.sidebar, large.space.chat
    found = [side.library, side.new, chat.composer.model, chat.header.panel]
    assert [one.iconSize().width() for one in found] == [32, 32, 32, 24]
    theme.choose_text(100)
    large.settle()
    assert [one.iconSize().width() for one in found] == [16, 16, 16, 16]


def test_no_word_of_a_conversation_is_cut_at_its_foot(large: WindowAtWork) -> None:
    said = [(Role.USER, "first"), (Role.ASSISTANT, "one")]
    talk = large.session.chat.add("Talk", said)
    large.work(lambda: large.session.chat.rename(talk.id, "Talk"))
    large.space.chat.open(large.session.chat.kept[talk.id])
    large.settle()
    chat = large.space.chat
    parts = [
        one for one in all_widgets(chat) if isinstance(one, QAbstractButton | QLabel) and one.isVisible()
    ]
    written = [one for one in parts if one.text()]
    assert {"Copy", "Retry", "Edit"} <= {one.text() for one in written}
    assert [one for one in written if one.height() < one.fontMetrics().height()] == []
    pills = [one for one in written if one.parent() is chat.header and isinstance(one, QAbstractButton)]
    assert pills and all(inside(one, chat.header) for one in pills)


def inside(part: QWidget, whole: QWidget) -> bool:
    """Whether there is room above and below `part`."""
    top = part.mapTo(whole, QPoint(0, 0)).y()
    return top >= 4 and top + part.height() <= whole.height() - 4
