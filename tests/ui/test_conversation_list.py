"""The list: groups, choosing, searching, renaming, deleting, by mouse and by keys."""

from datetime import date, datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.domain.conversation import Conversation, Role
from app.services.events import ConversationsChanged
from app.ui.conversations.day_change import DayChange
from app.ui.conversations.model import ConversationModel
from app.ui.conversations.rows import Period, period_of
from app.ui.conversations.snippet import marked_line
from app.ui.questions import NameSheet
from tests.ui.painting import Painted
from tests.ui.window_at_work import WindowAtWork

SEARCH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier

TODAY = date(2026, 3, 11)


def at(year: int, month: int, day: int) -> int:
    return int(datetime(year, month, day, 12).timestamp() * 1000)


def test_groups_follow_the_calendar_and_survive_wild_clocks() -> None:
    assert period_of(at(2026, 3, 11), TODAY) is Period.TODAY
    assert period_of(at(2026, 3, 10), TODAY) is Period.THIS_WEEK
    assert period_of(at(2026, 3, 5), TODAY) is Period.THIS_WEEK
    assert period_of(at(2026, 3, 4), TODAY) is Period.OLDER
    assert period_of(at(2099, 1, 1), TODAY) is Period.TODAY
    assert period_of(10**18, TODAY) is Period.OLDER


def test_the_model_keeps_qts_rules_through_every_change(qapp: QApplication) -> None:
    model = ConversationModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for count in (0, 3, 500, 1, 0):
        model.show_conversations([Conversation(str(n), f"T{n}", n, n * 10**9) for n in range(count)], TODAY)
        assert model.rowCount() >= count
    assert tester is not None


def test_rows_say_in_words_what_the_dot_shows(qapp: QApplication) -> None:
    model = ConversationModel()
    model.show_conversations([Conversation("a", "Lease", 0, 0)], TODAY)
    said = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Lease, stays on this computer"


def test_a_title_with_markup_is_not_rich_text_in_its_tooltip(qapp: QApplication) -> None:
    model = ConversationModel()
    model.show_conversations([Conversation("a", '<img src="//host/x.png">', 0, 0)], TODAY)
    assert "<img" not in model.index(1).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;img" in model.index(1).data(Qt.ItemDataRole.ToolTipRole)


def test_matches_are_marked_and_long_text_begins_near_the_first() -> None:
    assert marked_line("a word here", ((2, 6),)) == ("a word here", [(2, 6)])
    line, spans = marked_line("x" * 500 + "\nneedle\tend", ((501, 507),))
    assert line.startswith("…") and "\n" not in line and "\t" not in line
    assert [line[begin:end] for begin, end in spans] == ["needle"]
    assert len(line) < 60
    line, spans = marked_line("one two needle and more", ((8, 14),))
    assert line == "one two needle and more"


def two(work: WindowAtWork) -> tuple[Conversation, Conversation]:
    first = work.session.chat.add("Lease", [(Role.USER, "shelves?"), (Role.ASSISTANT, "with notice")], 6)
    second = work.session.chat.add("Budget", [(Role.USER, "Lisbon?"), (Role.ASSISTANT, "by train")], 5)
    work.work(lambda: work.session.chat.rename(first.id, "Lease"))
    return first, second


def test_the_row_that_was_shown_before_is_drawn_again_after_a_click(work: WindowAtWork) -> None:
    first, second = two(work)
    view = work.space.sidebar.list
    work.space.open(first.id)
    work.settle()
    rows = {one.id: view.visualRect(view.rows.index(view.rows.row_of(one.id))) for one in (first, second)}
    view.setCurrentIndex(view.rows.index(view.rows.row_of(second.id)))  # as a click does, before it is opened
    work.qtbot.wait(50)  # painted
    painted = Painted(view.viewport())
    view.mark_shown(second.id)
    work.qtbot.waitUntil(lambda: painted.where.contains(rows[first.id]))
    assert painted.where.contains(rows[first.id])


def naming(work: WindowAtWork) -> QLineEdit:
    """The field in the list that a name is typed into."""
    field = work.space.sidebar.list.findChild(QLineEdit)
    assert field is not None
    return field


def titles(work: WindowAtWork) -> list[str]:
    """What is listed, without headings and folders."""
    rows = work.space.sidebar.list.rows
    return [str(rows.index(rows.row_of(one)).data()) for one in rows.ids()]


def test_a_click_opens_a_conversation(work: WindowAtWork) -> None:
    _, second = two(work)
    view = work.space.sidebar.list
    index = view.rows.index(view.rows.row_of(second.id))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())
    work.settle()
    assert work.space.chat.header.title.text() == "Budget"
    assert work.space.chat.composer.field.hasFocus()


def test_arrows_and_enter_open_a_conversation(work: WindowAtWork) -> None:
    two(work)
    view = work.space.sidebar.list
    view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Return)
    work.settle()
    assert work.space.chat.header.title.text() == "Budget"


def test_searching_shows_hits_and_clearing_brings_the_list_back(work: WindowAtWork) -> None:
    two(work)
    QTest.keyClick(work.window, Qt.Key.Key_F, SEARCH)
    field = work.space.sidebar.search
    assert field.hasFocus()
    QTest.keyClicks(field, "train")
    rows = work.space.sidebar.list.rows
    work.qtbot.waitUntil(lambda: rows.index(0).data() == "Found: 1")
    assert rows.index(1).data() == "Budget"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    work.settle()
    assert field.text() == ""
    assert rows.rowCount() >= 3


def test_the_first_hits_are_shown_before_the_rest_is_fetched(work: WindowAtWork) -> None:
    for number in range(20):
        work.session.chat.add(f"Trip {number}", [(Role.USER, "the train to Lisbon")])
    rows = work.space.sidebar.list.rows
    headings: list[str] = []
    rows.rowsInserted.connect(lambda: headings.append(rows.index(0).data()))
    QTest.keyClicks(work.space.sidebar.search, "train")
    work.qtbot.waitUntil(lambda: rows.index(0).data() == "Found: 20")
    assert work.session.chat.searched[-2:] == [("train", 12), ("train", 50)]
    assert "Found: 12…" in headings


def test_rows_grow_with_the_text(work: WindowAtWork) -> None:
    two(work)
    view, theme = work.space.sidebar.list, work.space._theme

    def height() -> int:
        return view.visualRect(view.rows.index(1)).height()

    usual = height()
    try:
        theme.choose_text(200)
        work.qtbot.waitUntil(lambda: height() != usual)
        assert height() == 2 * usual
    finally:
        theme.choose_text(0)
    work.qtbot.waitUntil(lambda: height() != 2 * usual)
    assert height() == usual


def test_headings_change_with_the_day(work: WindowAtWork) -> None:
    now = [datetime(2026, 3, 11, 23, 59, 30)]
    change = DayChange(work.window, lambda: now[0])
    begun: list[date] = []
    change.begun.connect(lambda: begun.append(now[0].date()))
    assert change.next_look_ms == 30_001
    change.look()
    now[0] = datetime(2026, 3, 12, 0, 0, 0)
    change.look()
    change.look()
    assert begun == [date(2026, 3, 12)]
    assert change.next_look_ms == 3_600_000
    change.deleteLater()


def test_a_search_without_hits_says_so(work: WindowAtWork) -> None:
    two(work)
    QTest.keyClicks(work.space.sidebar.search, "zeppelin")
    work.qtbot.waitUntil(work.space.sidebar.empty.isVisible)
    assert "No message" in work.space.sidebar.empty.text()


def test_f2_renames_the_shown_conversation_in_its_row(work: WindowAtWork) -> None:
    first, _ = two(work)
    work.space.open(first.id)
    work.settle()
    QTest.keyClick(work.window, Qt.Key.Key_F2)
    field = naming(work)
    assert field.text() == "Lease"
    QTest.keyClicks(field, "Flat <b>& shelves")
    QTest.keyClick(field, Qt.Key.Key_Return)
    work.settle()
    assert work.session.chat.kept[first.id].title == "Flat <b>& shelves"
    assert work.space.chat.header.title.text() == "Flat <b>& shelves"


def test_escape_while_naming_keeps_the_old_name(work: WindowAtWork) -> None:
    first, _ = two(work)
    view = work.space.sidebar.list
    assert view.begin_naming(first.id)
    field = naming(work)
    QTest.keyClicks(field, "never")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    work.settle()
    assert work.session.chat.kept[first.id].title == "Lease"
    assert not view.is_naming


def test_a_change_of_the_list_waits_while_a_name_is_typed(work: WindowAtWork) -> None:
    first, _ = two(work)
    view = work.space.sidebar.list
    view.begin_naming(first.id)
    QTest.keyClicks(naming(work), "Half")
    work.work(lambda: work.session.chat.add("Another", [], 9))
    work.work(lambda: work.session.publish(ConversationsChanged()))
    assert naming(work).text() == "Half"
    QTest.keyClick(naming(work), Qt.Key.Key_Return)
    work.settle()
    work.qtbot.waitUntil(lambda: titles(work) == ["Another", "Half", "Budget"])


def test_renaming_is_asked_on_a_sheet_where_the_row_is_not_there(work: WindowAtWork) -> None:
    first, _ = two(work)
    work.space.open(first.id)
    work.settle()
    work.space.fold.turn()
    QTest.keyClick(work.window, Qt.Key.Key_F2)
    sheet = work.sheet
    assert isinstance(sheet, NameSheet)
    QTest.keyClicks(sheet.field, "Flat")
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    work.settle()
    assert work.session.chat.kept[first.id].title == "Flat"


def test_deleting_the_conversation_whose_answer_grows_frees_the_composer(work: WindowAtWork) -> None:
    QTest.keyClicks(work.space.chat.composer.field, "long")
    QTest.keyClick(work.space.chat.composer.field, Qt.Key.Key_Return)
    work.settle()
    shown = work.space.chat.conversation
    assert shown is not None and work.space.chat.busy
    work.work(lambda: work.session.chat.delete(shown.id))
    work.settle()
    assert not work.space.chat.busy


def test_an_empty_list_says_what_will_be_there(work: WindowAtWork) -> None:
    assert work.space.sidebar.empty.isVisible()
    assert work.space.sidebar.empty.text()
