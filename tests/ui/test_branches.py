"""Editing a question in its place, the arrows between versions, and the tree in the side panel."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from app.domain.conversation import Role
from app.ui.transcript.edit_box import EditBox
from app.ui.transcript.items import UserBubble
from app.ui.transcript.versions import VersionSwitch
from tests.ui.window_at_work import WindowAtWork


@pytest.fixture
def talk(work: WindowAtWork) -> WindowAtWork:
    """A window that shows two questions with their answers."""
    said = [(Role.USER, "first"), (Role.ASSISTANT, "one"), (Role.USER, "second"), (Role.ASSISTANT, "two")]
    conversation = work.session.chat.add("Talk", said)
    work.work(lambda: work.session.chat.rename(conversation.id, "Talk"))
    work.space.chat.open(work.session.chat.kept[conversation.id])
    work.settle()
    return work


def bubble(work: WindowAtWork, words: str) -> UserBubble:
    found = [one for one in work.space.chat.transcript.findChildren(UserBubble) if one._message.text == words]
    return found[-1]


def switches(work: WindowAtWork) -> list[VersionSwitch]:
    found = work.space.chat.transcript.findChildren(VersionSwitch)
    return [one for one in found if one.isVisible()]


def place_of(switch: VersionSwitch) -> QLabel:
    found = switch.findChild(QLabel)
    assert found is not None
    return found


def edit(work: WindowAtWork, words: str, better: str) -> None:
    """Write a question anew, with the keyboard."""
    item = bubble(work, words)
    item.begin_edit()
    assert item.editor is not None
    item.editor.field.selectAll()
    QTest.keyClicks(item.editor.field, better)
    QTest.keyClick(item.editor.field, Qt.Key.Key_Return)
    work.settle()


def shown(work: WindowAtWork) -> str:
    return work.space.chat.transcript.plain_text()


def test_an_edited_question_is_a_version_and_the_arrows_lead_back(talk: WindowAtWork) -> None:
    talk.space.chat.composer.set_text("half a draft")
    edit(talk, "second", "better")
    talk.work(lambda: talk.session.chat.grow("three"))
    talk.work(talk.session.chat.end)
    talk.qtbot.waitUntil(lambda: "three" in shown(talk))
    assert "first" in shown(talk)
    assert "second" not in shown(talk)
    (switch,) = switches(talk)
    assert place_of(switch).text() == "2/2"
    assert talk.session.chat.drafts[talk.space.chat.conversation.id] == "half a draft"  # type: ignore[union-attr]
    QTest.mouseClick(switch.focusables()[0], Qt.MouseButton.LeftButton)
    talk.settle()
    assert "second" in shown(talk)
    assert "two" in shown(talk)
    (switch,) = switches(talk)
    assert place_of(switch).text() == "1/2"
    assert place_of(switch).accessibleName() == "Version 1 of 2"
    assert [one.isEnabled() for one in switch.focusables()] == [False, True]


def test_the_field_for_a_question_is_as_wide_as_the_column_and_so_are_its_lines(talk: WindowAtWork) -> None:
    item = bubble(talk, "first")
    item.begin_edit()
    talk.settle()
    assert item.editor is not None
    field = item.editor.field
    field.setPlainText("one word after another " * 5)
    talk.settle()
    assert field.width() == item.width()
    assert field.document().textWidth() == field.viewport().width() > 0.9 * item.width()
    field.setPlainText("one word after another " * 60)  # it grows with them
    talk.settle()
    assert field.height() > 100
    assert field.document().textWidth() == field.viewport().width() > 0.9 * item.width()


def test_escape_leaves_the_question_as_it_is(talk: WindowAtWork) -> None:
    item = bubble(talk, "first")
    item.begin_edit()
    assert item.editor is not None
    QTest.keyClicks(item.editor.field, " and more")
    QTest.keyClick(item.editor.field, Qt.Key.Key_Escape)
    talk.settle()
    assert not [one for one in item.findChildren(EditBox) if one.isVisible()]
    assert len(talk.session.chat.ever) == 4


def test_the_tree_shows_all_branches_and_leads_to_one(talk: WindowAtWork) -> None:
    talk.space.chat.branches.open_tree()
    talk.settle()
    page = talk.space.chat.branches.page
    assert page.tree.isHidden()
    assert "one branch" in page.lead.text()
    edit(talk, "second", "better")
    talk.work(talk.session.chat.end)
    talk.qtbot.waitUntil(lambda: not page.tree.isHidden())
    (root,) = page.tree.findItems("You: first  +1", Qt.MatchFlag.MatchExactly)
    versions = [child for n in range(root.childCount()) if (child := root.child(n)) is not None]
    assert [one.text(0) for one in versions] == ["1/2  You: second  +1", "2/2  You: better  +1"]
    assert [one.font(0).weight() >= 600 for one in versions] == [False, True]
    page.tree.setCurrentItem(versions[0])
    QTest.keyClick(page.tree, Qt.Key.Key_Return)
    talk.settle()
    assert "second" in shown(talk)


def test_what_is_selected_becomes_a_quotation_before_the_question(talk: WindowAtWork) -> None:
    composer = talk.space.chat.composer
    composer.set_text("what I wrote")
    talk.space.chat.transcript.quote_requested.emit("two\nlines")
    assert composer.text == "what I wrote\n\n> two\n> lines\n\n"
