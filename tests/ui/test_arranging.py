"""Order in the list: pins, folders, several at once, dragging, copies, and deletion that can be taken back."""

from PySide6.QtCore import QMimeData, QObject, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from app.domain.conversation import Conversation, Folder, Role
from app.services.events import ConversationsChanged
from app.ui.conversations.desk import CLOSED_SETTING
from app.ui.conversations.model import DRAGGED
from app.ui.conversations.rows import Place, Row, RowKind, list_rows, place_at
from app.ui.questions import NameSheet
from tests.ui.test_conversation_list import TODAY, at, naming, titles
from tests.ui.window_at_work import WindowAtWork

NEW = at(2026, 3, 11)
FOLDER = Folder("f", "Flat")


def one(name: str, **more: object) -> Conversation:
    return Conversation(name, name, NEW, NEW, **more)  # type: ignore[arg-type]


def shape(rows: list[Row]) -> list[str]:
    return [f"{row.kind.name[0]}:{row.text}" for row in rows]


def three(work: WindowAtWork) -> list[str]:
    """Three conversations, listed: Ash, Birch, Cedar."""
    made = [
        work.session.chat.add(title, [(Role.USER, f"{title}?"), (Role.ASSISTANT, "Yes.")], 9 - number)
        for number, title in enumerate(("Ash", "Birch", "Cedar"))
    ]
    work.work(lambda: work.session.publish(ConversationsChanged()))
    assert titles(work) == ["Ash", "Birch", "Cedar"]
    return [one.id for one in made]


def click(work: WindowAtWork, number: int, key: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Click on a row of the list."""
    view = work.space.sidebar.list
    centre = view.visualRect(view.rows.index(number)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, key, centre)
    work.settle()


def shown(work: WindowAtWork) -> str:
    """The conversation at the right."""
    conversation = work.space.chat.conversation
    return conversation.id if conversation is not None else ""


def test_rows_are_temporary_pinned_folders_and_days() -> None:
    listed = [
        one("loose"),
        one("pinned", pinned=True, folder="f"),
        one("inside", folder="f"),
        one("lost", folder="gone"),
        one("held", temporary=True),
    ]
    rows = list_rows(listed, [FOLDER, Folder("g", "Empty")], frozenset(), TODAY, str)
    assert shape(rows) == [
        "H:Temporary", "C:held", "H:Pinned", "C:pinned", "F:Flat", "C:inside", "F:Empty",
        "H:Today", "C:loose", "C:lost",
    ]  # fmt: skip
    assert [row.count for row in rows if row.kind is RowKind.FOLDER] == [1, 0]
    closed = list_rows(listed, [FOLDER], frozenset({"f"}), TODAY, str)
    assert "C:inside" not in shape(closed)


def test_where_things_can_be_dropped() -> None:
    rows = list_rows(
        [one("loose"), one("pinned", pinned=True), one("inside", folder="f"), one("held", temporary=True)],
        [FOLDER], frozenset(), TODAY, str,
    )  # fmt: skip
    places = {row.text: place_at(row) for row in rows}
    assert places["Flat"] == places["inside"] == Place(folder="f")
    assert places["Pinned"] == places["pinned"] == Place(pinned=True)
    assert places["Today"] == places["loose"] == place_at(None) == Place()
    assert places["held"] is places["Temporary"] is None


def test_the_menu_pins_and_moves_and_the_folder_remembers_that_it_is_closed(work: WindowAtWork) -> None:
    ash, birch, _ = three(work)
    view = work.space.sidebar.list
    row = view.rows.row(view.rows.index(view.rows.row_of(ash)))
    assert row is not None
    work.space.desk.pin([ash], True)
    work.settle()
    assert view.rows.index(0).data() == "Pinned"
    work.work(lambda: work.session.arranging.add_folder("Trees"))
    row = view.rows.row(view.rows.index(view.rows.row_of(birch)))
    assert row is not None
    menu = view.menu_for(row)
    folders = next(action.menu() for action in menu.actions() if action.menu() is not None)
    next(action for action in folders.actions() if action.text() == "Trees").trigger()  # type: ignore[attr-defined]
    work.settle()
    assert work.session.chat.kept[birch].folder == "folder0"
    said = view.rows.index(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Folder Trees, open, conversations: 1"
    click(work, 2)
    assert titles(work) == ["Ash", "Cedar"]
    assert work.session.settings.values[CLOSED_SETTING] == '["folder0"]'
    work.space.desk.move([ash], "folder0")  # what is put into a closed folder is seen
    work.settle()
    assert titles(work) == ["Ash", "Birch", "Cedar"]


def test_a_new_folder_takes_what_it_was_made_for_and_is_renamed_in_place(work: WindowAtWork) -> None:
    ash, birch, _ = three(work)
    work.space.desk.new_folder([ash, birch])
    sheet = work.sheet
    assert isinstance(sheet, NameSheet)
    QTest.keyClicks(sheet.field, "Trees")
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    work.settle()
    work.settle()
    kept = work.session.chat.kept
    assert kept[ash].folder == kept[birch].folder == "folder0"
    view = work.space.sidebar.list
    view.setCurrentIndex(view.rows.index(0))
    view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view, Qt.Key.Key_F2)
    QTest.keyClicks(naming(work), "Woods")
    QTest.keyClick(naming(work), Qt.Key.Key_Return)
    work.settle()
    assert [one.name for one in work.session.arranging.listed] == ["Woods"]
    work.space.desk.remove_folder("folder0")
    work.settle()
    assert titles(work) == ["Ash", "Birch", "Cedar"]


def test_several_are_chosen_and_deleted_and_come_back_together(work: WindowAtWork) -> None:
    ash, birch, cedar = three(work)
    view = work.space.sidebar.list
    click(work, 1)
    assert shown(work) == ash
    click(work, 3, Qt.KeyboardModifier.ControlModifier)
    assert view.chosen() == [ash, cedar]
    assert shown(work) == ash  # Ctrl chooses and opens nothing
    work.work(lambda: work.session.publish(ConversationsChanged()))
    assert view.chosen() == [ash, cedar]
    view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    work.settle()
    assert set(work.session.chat.kept) == {birch}
    toast = work.window.toast
    assert toast.isVisible() and toast.action.text() == "Undo"
    assert shown(work) == ""
    QTest.mouseClick(toast.action, Qt.MouseButton.LeftButton)
    work.settle()
    assert set(work.session.chat.kept) == {ash, birch, cedar}
    assert toast.label.text() == "The conversations are back."
    assert not toast.action.isVisible()


def test_undo_by_key_and_too_late(work: WindowAtWork) -> None:
    ash, birch, _ = three(work)
    work.space.desk.delete([ash])
    work.space.desk.delete([birch])
    work.settle()
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    QTest.keyClick(work.window, Qt.Key.Key_Z, keys)
    work.settle()
    assert set(work.session.chat.kept) > {birch}  # the last deletion first
    work.session.arranging.late = True
    QTest.keyClick(work.window, Qt.Key.Key_Z, keys)
    work.settle()
    assert "too late" in work.window.toast.label.text()
    work.session.arranging.undo_s = 0.0
    work.space.desk.delete([birch])
    work.settle()
    work.qtbot.waitUntil(lambda: not work.window.acts.can("conversation.undo"))


def test_a_copy_opens(work: WindowAtWork) -> None:
    ash, *_ = three(work)
    work.space.open(ash)
    work.settle()
    work.window.acts.run("conversation.duplicate")
    work.settle()
    work.settle()
    assert work.space.chat.header.title.text() == "Ash (copy)"


def test_what_is_dropped_on_a_folder_goes_into_it(work: WindowAtWork) -> None:
    ash, birch, _ = three(work)
    work.work(lambda: work.session.arranging.add_folder("Trees"))
    view = work.space.sidebar.list
    dragged = view.rows.mimeData([view.rows.index(view.rows.row_of(one)) for one in (ash, birch)])
    assert dragged.formats() == [DRAGGED]  # no words leave the list
    drop(work, dragged, view.rows.row_of_folder("folder0"))
    assert {work.session.chat.kept[one].folder for one in (ash, birch)} == {"folder0"}
    foreign = QMimeData()
    foreign.setText("words of another program")
    drop(work, foreign, view.rows.row_of_folder("folder0"))
    assert len(work.session.chat.kept) == 3


def drop(work: WindowAtWork, data: QMimeData, row: int) -> None:
    """What Qt tells the list at the end of a drag that began in it."""
    view = work.space.sidebar.list
    centre = QPointF(view.visualRect(view.rows.index(row)).center())
    event = OwnDrop(
        centre, Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    event.owner = view
    view.dropEvent(event)
    work.settle()


class OwnDrop(QDropEvent):
    """A drop whose source is known, which outside of a real drag it isn't."""

    owner: QObject

    def source(self) -> QObject:
        return self.owner
