"""Coming back: to the place where the reader was, to a hit of the search; and what is never kept."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.conversation import Conversation, Role
from app.services.events import ConversationsChanged
from app.ui.transcript.items import UserBubble
from app.ui.transcript.reading_place import go_to, place_in
from tests.ui.test_chatting import ask
from tests.ui.window_at_work import WindowAtWork

LINE = "A line that is long enough to be broken where the column ends, and then goes on a little. "
NEEDLE = "The Zürich key lies under the third flowerpot."


def long_talk(work: WindowAtWork, title: str, needle_at: int = -1) -> Conversation:
    """Forty messages, one of them with the needle."""
    texts = [NEEDLE if number == needle_at else f"{number}. {LINE * 3}" for number in range(40)]
    roles = (Role.USER, Role.ASSISTANT)
    made = work.session.chat.add(title, [(roles[n % 2], text) for n, text in enumerate(texts)])
    work.work(lambda: work.session.publish(ConversationsChanged()))
    return made


def open_it(work: WindowAtWork, conversation: Conversation) -> None:
    work.space.open(conversation.id)
    work.settle()


def test_a_hit_opens_at_its_message_with_the_words_marked(work: WindowAtWork) -> None:
    made = long_talk(work, "Keys", needle_at=6)
    work.space.sidebar.search.setText("zürich")
    rows = work.space.sidebar.list.rows
    work.qtbot.waitUntil(lambda: rows.index(0).data() == "Found: 1")
    QTest.keyClick(work.space.sidebar.search, Qt.Key.Key_Down)
    QTest.keyClick(work.space.sidebar.list, Qt.Key.Key_Return)
    work.settle()
    assert work.space.chat.conversation == made
    view = work.space.chat.transcript
    entry = view.entries[6]
    top = view.verticalScrollBar().value()
    assert top <= entry.top and entry.top + entry.height <= top + view.viewport().height()
    assert isinstance(entry.item, UserBubble)
    (mark,) = entry.item.bodies()[-1].extraSelections()
    assert mark.cursor.selectedText() == "Zürich"
    others = [one.item for one in view.entries if one.item is not None and one is not entry]
    assert others and not any(item.bodies()[-1].extraSelections() for item in others)
    assert rows.index(0).data() == "Found: 1"  # the search stays, for the next hit


def test_a_hit_in_another_branch_shows_that_branch(work: WindowAtWork) -> None:
    made = long_talk(work, "Keys")
    asked = work.session.chat.texts[made.id][0]
    work.work(lambda: work.session.branches.edit(asked.id, NEEDLE))
    work.work(work.session.chat.end)
    version = next(one.id for one in work.session.chat.messages(made.id) if one.text == NEEDLE)
    work.work(lambda: work.session.branches.show(asked.id))
    open_it(work, made)
    assert all(entry.message.id != version for entry in work.space.chat.transcript.entries)
    work.space.sidebar.hit_opened.emit(made.id, version, "flowerpot")
    work.settle()
    (entry,) = (one for one in work.space.chat.transcript.entries if one.message.id == version)
    assert entry.item is not None
    assert entry.item.bodies()[-1].extraSelections()


def test_the_reader_comes_back_to_the_same_place(work: WindowAtWork) -> None:
    long_one, other = long_talk(work, "Long"), long_talk(work, "Other")
    open_it(work, long_one)
    view = work.space.chat.transcript
    go_to(view, f"{view.entries[9].message.id} 0.500")
    place = place_in(view)
    assert place.startswith(view.entries[9].message.id)
    open_it(work, other)
    assert place_in(view) == ""
    assert work.session.arranging.places == {long_one.id: place}
    open_it(work, long_one)
    assert place_in(view).split()[0] == place.split()[0]
    view.go_to_end()
    open_it(work, other)
    assert work.session.arranging.places[long_one.id] == ""


def test_a_place_that_means_nothing_any_more_changes_nothing(work: WindowAtWork) -> None:
    made = long_talk(work, "Long")
    for place in ("gone 0.5", "nonsense", "id1 much"):
        work.session.arranging.places[made.id] = place
        open_it(work, made)
        assert work.space.chat.transcript.is_following
        work.space.new()


def test_a_temporary_conversation_is_marked_and_keeps_nothing(work: WindowAtWork) -> None:
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    work.space.chat.keeping.save_draft()
    work.settle()
    work.session.chat.drafts[None] = "an ordinary draft"
    QTest.keyClick(work.window, Qt.Key.Key_N, keys)
    work.settle()
    header, composer = work.space.chat.header, work.space.chat.composer
    assert header.mark.isVisible() and not header.temporary.isVisible()
    assert header.title.text() == "Temporary conversation"
    assert "kept" in work.space.chat.empty.line.text()
    assert composer.text == ""  # the ordinary draft isn't this one's
    QTest.keyClicks(composer.field, "a secret draft")
    work.space.chat.keeping.save_draft()
    work.settle()
    assert work.session.chat.drafts == {None: "an ordinary draft"}
    QTest.mouseClick(header.mark, Qt.MouseButton.LeftButton)  # it isn't begun: an ordinary one instead
    work.settle()
    work.qtbot.waitUntil(header.mark.isHidden)
    work.qtbot.waitUntil(lambda: composer.text == "an ordinary draft")
    QTest.mouseClick(header.temporary, Qt.MouseButton.LeftButton)
    assert composer.text == "a secret draft"  # in memory it stays
    composer.set_text("")
    ask(work, "What is a hearth?")
    work.work(work.session.chat.end)
    (made,) = work.session.chat.kept.values()
    assert made.temporary
    rows = work.space.sidebar.list.rows
    assert rows.index(0).data() == "Temporary"
    said = rows.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "What is a hearth?, temporary, nothing of it is kept"
    assert header.mark.isVisible() and not header.temporary.isVisible()
    assert not work.window.acts.can("conversation.move")
    QTest.keyClicks(composer.field, "more")
    work.space.new()
    work.settle()
    assert work.session.chat.drafts == {None: "an ordinary draft"}
    assert work.session.arranging.places == {}
    open_it(work, made)
    assert composer.text == "more"


def test_files_are_refused_before_a_temporary_conversation_begins(work: WindowAtWork) -> None:
    work.space.begin_new(temporary=True)
    work.space.chat.writing.add_files([Path("report.pdf")])
    work.settle()
    assert "temporary conversation" in work.window.toast.label.text()


def test_the_conversation_that_was_wished_last_is_shown(work: WindowAtWork) -> None:
    one, other = long_talk(work, "One"), long_talk(work, "Other")
    open_it(work, one)
    work.space.open(other.id)
    work.space.open(one.id)  # before the other one came
    work.settle()
    assert work.space.chat.conversation == one


def test_what_is_typed_while_another_conversation_is_fetched_is_kept(work: WindowAtWork) -> None:
    one, other = long_talk(work, "One"), long_talk(work, "Other")
    open_it(work, one)
    work.space.open(other.id)
    QTest.keyClicks(work.space.chat.composer.field, "half a thought")
    work.settle()
    assert work.space.chat.conversation == other and work.space.chat.composer.text == ""
    assert work.session.chat.drafts[one.id] == "half a thought"
    open_it(work, one)
    assert work.space.chat.composer.text == "half a thought"
