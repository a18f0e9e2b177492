"""Answers from files in the window: choosing libraries, numbers that lead to passages, the page marked."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QBuffer, QEvent, QIODevice, QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QTextCursor, QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from app.domain.conversation import Conversation, Role
from app.domain.document import PageImage
from app.domain.errors import LibraryError
from app.domain.library import LibraryFacts
from app.domain.passage import PageText
from app.domain.source import Grounding, Source
from app.services.events import AnswerGrounded
from app.ui.language import Language
from app.ui.library.drawn_page import MARK
from app.ui.source_place import place_words
from app.ui.theme import Theme
from app.ui.transcript.answer import AnswerItem
from app.ui.transcript.text_body import TextBody
from app.ui.transcript.unsupported import MARK as UNSUPPORTED
from tests.ui.fake_documents import Fails
from tests.ui.window_at_work import WindowAtWork

PAGE = "Clause 12 😀. The height of the lantern tower is 41 metres. The gate is green."
PASSAGE = "The height of the lantern tower is 41 metres."
AT = PAGE.index(PASSAGE)
SOURCES = (
    Source(1, "/docs/<b>report</b>.pdf", "pdf", 3, AT, AT + len(PASSAGE), PASSAGE, 1.0, "Papers"),
    Source(2, "/docs/notes.md", "markdown", 1, 0, 5, "Notes", 0.5, "Papers"),
)
ANSWER = "It is **41 metres** [1], not 4 [9].\n\n```\na[1]\n```\n"


@pytest.fixture
def answered(work: WindowAtWork) -> Conversation:
    """A conversation with an answer from files, opened."""
    made = work.session.chat.add("Tower", [(Role.USER, "How tall?"), (Role.ASSISTANT, ANSWER)])
    answer = work.session.chat.texts[made.id][-1]
    work.session.chat.groundings[answer.id] = Grounding(("Papers",), SOURCES, "How tall?", 2, "fused", 1.0)
    work.session.library.pages[SOURCES[0].path, 3] = PageText(SOURCES[0].path, "pdf", 3, "", PAGE)
    work.work(lambda: work.session.chat.rename(made.id, "Tower"))
    work.space.open(made.id)
    work.settle()
    return made


def _body(work: WindowAtWork) -> TextBody:
    (item,) = work.space.chat.transcript.findChildren(AnswerItem)
    return item.bodies()[-1]


def _at(body: TextBody, words: str) -> QPoint:
    """The middle of the first place where these words stand."""
    found = body.sealed.find(words)
    assert not found.isNull()
    start = QTextCursor(found)
    start.setPosition(found.selectionStart())
    left, right = body.cursorRect(start), body.cursorRect(found)
    return QPoint((left.x() + right.x()) // 2, left.center().y())


def _marked(work: WindowAtWork) -> str:
    page = work.space.chat.sources.page
    ((start, end),) = [
        (one.cursor.selectionStart(), one.cursor.selectionEnd()) for one in page.extraSelections()
    ]
    cursor = page.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def test_m6_checkable_a_click_on_a_number_shows_its_page_with_the_passage_marked(
    work: WindowAtWork, answered: Conversation
) -> None:
    body = _body(work)
    assert body.anchorAt(_at(body, "[1]"))
    assert not body.anchorAt(_at(body, "[9]"))
    assert not body.anchorAt(_at(body, "a[1]"))
    QTest.mouseClick(body.viewport(), Qt.MouseButton.LeftButton, pos=_at(body, "[1]"))
    work.settle()
    panel = work.space.chat.panel.panel
    assert panel.isVisible()
    assert panel.page == "sources"
    assert [card.source.number for card in work.space.chat.sources.cards] == [1, 2]
    assert "2 more passages" in work.space.chat.sources.told.text()
    assert work.space.chat.sources.page.isVisible()
    assert _marked(work) == PASSAGE


@pytest.mark.parametrize(("under", "told"), [("[1]", True), ("metres", False)])
def test_the_mouse_on_a_number_shows_its_passage_and_elsewhere_none(
    work: WindowAtWork, answered: Conversation, under: str, told: bool
) -> None:
    body = _body(work)
    QToolTip.hideText()
    place = _at(body, under)
    event = QHelpEvent(QEvent.Type.ToolTip, place, body.viewport().mapToGlobal(place))
    QApplication.sendEvent(body.viewport(), event)
    shown = QTextDocumentFragment.fromHtml(QToolTip.text()).toPlainText() if QToolTip.isVisible() else ""
    QToolTip.hideText()
    assert (shown == PASSAGE, PASSAGE in shown) == (told, told)


def test_m6_checkable_a_pdf_s_page_is_drawn_with_the_passage_marked(
    work: WindowAtWork, answered: Conversation
) -> None:
    key = SOURCES[0].path, 3
    paper = QImage(200, 100, QImage.Format.Format_RGB32)
    paper.fill(QColor("white"))
    raw = QBuffer()
    raw.open(QIODevice.OpenModeFlag.WriteOnly)
    assert paper.save(raw, "PNG")  # type: ignore[call-overload]
    marks = (((20, 30, 120, 50),),)
    work.session.pages.images[key] = PageImage(bytes(raw.data().data()), 200, 100, marks)
    work.space.chat.grounded.show_source(work.session.chat.texts[answered.id][-1].id, 1)
    work.settle()
    drawn = work.space.chat.sources.drawn
    assert work.session.pages.wishes == [(*key, ((AT, AT + len(PASSAGE)),))]
    assert drawn.isVisible()
    assert "page 3" in drawn.accessibleName()
    shown = drawn.grab().toImage()
    scale = shown.width() / 200
    inside, outside = (shown.pixelColor(int(x * scale), int(y * scale)) for x, y in ((70, 40), (70, 80)))
    assert (inside.name(), outside.name()) == (MARK.name(), "#ffffff")
    work.session.pages.images[key] = PageImage(b"no picture", 1, 1)
    work.space.chat.grounded.show_source(work.session.chat.texts[answered.id][-1].id, 1)
    work.settle()
    assert not drawn.isVisible()
    assert _marked(work) == PASSAGE


def test_a_file_that_changed_is_told_and_its_passage_found_again(
    work: WindowAtWork, answered: Conversation
) -> None:
    key = SOURCES[0].path, 3
    answer_id = work.session.chat.texts[answered.id][-1].id
    work.session.library.pages[key] = PageText(SOURCES[0].path, "pdf", 3, "", f"New words first. {PAGE}")
    work.space.chat.grounded.show_source(answer_id, 1)
    work.settle()
    assert _marked(work) == PASSAGE
    work.session.library.pages[key] = PageText(SOURCES[0].path, "pdf", 3, "", "Everything is new.")
    work.space.chat.grounded.show_source(answer_id, 1)
    work.settle()
    assert "has changed since" in work.space.chat.sources.page_title.text()
    assert _marked(work) == ""


def test_another_theme_keeps_the_numbers_links(work: WindowAtWork, answered: Conversation) -> None:
    body = _body(work)
    work.space.chat._recolour()
    assert body.anchorAt(_at(body, "[1]"))


def test_an_answer_that_rests_on_no_files_has_no_links(work: WindowAtWork) -> None:
    made = work.session.chat.add("Talk", [(Role.USER, "Hi"), (Role.ASSISTANT, "See [1].")])
    work.work(lambda: work.session.chat.rename(made.id, "Talk"))
    work.space.open(made.id)
    work.settle()
    body = _body(work)
    assert not body.anchorAt(_at(body, "[1]"))
    assert work.space.chat.sources.cards == []


def test_a_library_is_chosen_for_a_new_conversation_and_stays_with_it(work: WindowAtWork) -> None:
    files = work.space.chat.files
    assert not files.pill.isVisible()
    work.work(lambda: work.session.library.show(LibraryFacts("Papers", ("/docs",)), LibraryFacts("Mail", ())))
    assert files.pill.isVisible()
    files.menu.aboutToShow.emit()
    actions = {action.text(): action for action in files.menu.actions()}
    actions["Papers"].trigger()
    assert "Papers" in files.pill.text()
    work.space.chat.composer.set_text("How tall is it?")
    QTest.keyClick(work.space.chat.composer.field, Qt.Key.Key_Return)
    work.settle()
    (made,) = work.session.chat.kept.values()
    assert work.session.chat.chosen[made.id] == ("Papers",)
    files.switch("Mail")
    work.settle()
    assert work.session.chat.chosen[made.id] == ("Papers", "Mail")
    work.space.new()
    work.settle()
    assert list(files.chosen) == []
    work.space.open(made.id)
    work.settle()
    assert list(files.chosen) == ["Papers", "Mail"]
    work.work(lambda: work.session.library.show(LibraryFacts("Mail", ())))
    assert list(files.chosen) == ["Mail"]


def test_a_sentence_that_no_passage_supports_is_underlined_and_counted(work: WindowAtWork) -> None:
    text = "The height of the lantern tower is 41 metres [1]. 😀 Elephants guard the southern harbour bridge."
    made = work.session.chat.add("Tower", [(Role.USER, "How tall?"), (Role.ASSISTANT, text)])
    answer = work.session.chat.texts[made.id][-1]
    work.session.chat.groundings[answer.id] = Grounding(("Papers",), SOURCES, "How tall?", 0, "fused", 1.0)
    work.work(lambda: work.session.chat.rename(made.id, "Tower"))
    work.space.open(made.id)
    work.settle()
    body = _body(work)
    assert _underlined(body) == "Elephants guard the southern harbour bridge."
    (item,) = work.space.chat.transcript.findChildren(AnswerItem)
    assert any(words.startswith("1 sentence") for words in item.words())
    item.restyle(body._style)
    assert _underlined(body) == "Elephants guard the southern harbour bridge."


def _underlined(body: TextBody) -> str:
    found = ""
    cursor = QTextCursor(body.sealed)
    while not cursor.atEnd():
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
        if cursor.charFormat().property(UNSUPPORTED):
            found += cursor.selectedText()
        cursor.clearSelection()
    return found.lstrip("😀 ")


@pytest.mark.parametrize(
    ("kind", "label", "words"),
    [
        ("pdf", "", "Seite 3"),
        ("pptx", "Slide 3", "Folie 3"),
        ("xlsx", "Budget", "Tabellenblatt Budget"),
        ("ods", "", "Tabellenblatt 3"),
        ("markdown", "", ""),
    ],
)
def test_where_a_passage_stands_is_said_in_the_window_s_language(
    work: WindowAtWork, language: Language, kind: str, label: str, words: str
) -> None:
    language.choose("de")
    assert place_words(replace(SOURCES[0], kind=kind, page_label=label)) == words


def seen_px(*parts: QWidget) -> list[int]:
    """How much can be seen of the width of each."""
    return [part.visibleRegion().boundingRect().width() for part in parts]


def test_the_cards_of_passages_fit_into_the_panel_with_large_text(
    work: WindowAtWork, answered: Conversation, theme: Theme
) -> None:
    sources = work.space.chat.sources
    work.space.chat.grounded.show_source(work.session.chat.texts[answered.id][-1].id, 1)
    card = sources.cards[0]
    before = card.open.fontMetrics().height()
    theme.choose_text(200)
    try:
        work.qtbot.waitUntil(lambda: card.open.fontMetrics().height() > 1.5 * before)
        work.settle()
        buttons = (card.show_page, card.open)
        work.qtbot.waitUntil(lambda: seen_px(*buttons) == [one.width() for one in buttons])
        assert all(one.width() > 0 for one in buttons)
    finally:
        theme.choose_text(0)


def test_the_last_answer_that_is_shown_is_the_one_whose_sources_are(work: WindowAtWork) -> None:
    chat = work.session.chat
    made = chat.add(
        "Tower",
        [(Role.USER, "How tall?"), (Role.ASSISTANT, "41 [1]."), (Role.USER, "And?"), (Role.ASSISTANT, "So.")],
    )
    first, last = (one for one in chat.texts[made.id] if one.role is Role.ASSISTANT)
    for answer, source in ((last, SOURCES[1]), (first, SOURCES[0])):  # the vault has them in no order
        chat.groundings[answer.id] = Grounding(("Papers",), (source,), "How tall?", 1, "fused", 1.0)
    work.work(lambda: chat.rename(made.id, "Tower"))
    work.space.open(made.id)
    work.settle()
    page = work.space.chat.grounded._page
    assert [card.source for card in page.cards] == [SOURCES[1]]
    question = chat.texts[made.id][2]
    work.work(lambda: work.session.branches.edit(question.id, "And why?"))
    work.qtbot.waitUntil(lambda: [card.source for card in page.cards] == [SOURCES[0]])
    work.space.chat.branches.show_version(last.id)
    work.qtbot.waitUntil(lambda: [card.source for card in page.cards] == [SOURCES[1]])


def test_an_answer_given_anew_has_its_numbers_however_soon_it_was_grounded(
    answered: Conversation, work: WindowAtWork
) -> None:
    chat = work.session.chat
    grounding = Grounding(("Papers",), SOURCES[:1], "How tall?", 1, "fused", 1.0)

    def again() -> None:
        chat.retry(chat.texts[answered.id][-1].id)
        assert chat.answer is not None
        chat.groundings[chat.answer.id] = grounding
        chat._publish(AnswerGrounded(chat.answer.id, grounding))

    work.work(again)
    work.work(lambda: chat.grow("It is 41 metres [1]."))
    work.work(chat.end)
    work.qtbot.waitUntil(lambda: "41 metres [1]" in _body(work).toPlainText())
    assert _body(work)._sources == {1: PASSAGE}


def test_another_passage_s_page_is_empty_under_its_title_until_it_is_there(
    answered: Conversation, work: WindowAtWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    late: list[Callable[[PageText], None]] = []

    def page_text(_path: str, _number: int, then: Callable[[PageText], None], _failed: Fails) -> None:
        late.append(then)

    sources = work.space.chat.sources
    work.space.chat.grounded.show_source(work.session.chat.texts[answered.id][-1].id, 1)
    work.settle()
    assert sources.page.toPlainText() == PAGE
    monkeypatch.setattr(work.session.library, "page_text", page_text)
    QTest.mouseClick(sources.cards[1].show_page, Qt.MouseButton.LeftButton)
    assert sources.page.isVisible() and sources.page.toPlainText() == ""
    assert sources.page_title.text() == "notes.md"
    assert "Reading" in sources.page.placeholderText()
    work.qtbot.waitUntil(lambda: len(late) == 1)
    work.work(lambda: late[0](PageText(SOURCES[1].path, "markdown", 1, "", "Notes of June")))
    assert sources.page.toPlainText() == "Notes of June"
    assert _marked(work) == "Notes"
    assert sources.page.placeholderText() == ""


def test_a_passage_without_words_leaves_no_page_of_another(
    answered: Conversation, work: WindowAtWork
) -> None:
    sources = work.space.chat.sources
    sources.show_grounding(
        Grounding(("Papers",), (SOURCES[0], replace(SOURCES[1], text="")), "How tall?", 0, "fused", 1.0), ()
    )
    sources.select(1)
    work.settle()
    assert sources.page.toPlainText() == PAGE
    sources.select(2)
    assert sources.page.isHidden() and sources.page_title.isHidden()


def test_a_page_that_fails_too_late_says_nothing_of_another(
    answered: Conversation, work: WindowAtWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    late: list[Fails] = []

    def page_text(_path: str, _number: int, _then: object, failed: Fails) -> None:
        late.append(failed)

    monkeypatch.setattr(work.session.library, "page_text", page_text)
    page = work.space.chat.grounded._page
    page.select(2)
    page.select(1)
    work.settle()
    notes, report = late
    work.work(lambda: notes(LibraryError("library_page_unknown")))
    title = page.page_title.text()
    assert title.endswith("page 3")
    work.work(lambda: report(LibraryError("library_page_unknown")))
    assert page.page_title.text() != title
    assert page.page.isHidden()
