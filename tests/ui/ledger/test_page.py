"""The Ledger page as a person uses it: totals, rows, exact bytes, filter, check, export, block."""

import threading
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel

from app.domain.errors import CloudError, UsageError
from app.domain.ledger import Outcome
from app.services.cloud_chat import BY_FORMER_SHEET, BY_SHEET
from app.services.provider_service import BY_BUTTON
from app.ui.ledger.entry_sheet import EntrySheet
from app.ui.ledger.page import LedgerPage
from app.ui.ledger.rows import ledger_words
from app.ui.ledger.table import Column
from app.ui.theme import Theme, ThemeChoice
from tests.ui.fake_ledger import an_entry
from tests.ui.fake_session import FakeSession
from tests.ui.test_everywhere import Make
from tests.ui.window_at_work import WindowAtWork, all_widgets

HOSTILE = '<img src="x">\u202egnp.exe'
BODY = b'{"messages":[{"content":"How high is it?\\u202e"}]}'


def _words(work: WindowAtWork) -> str:
    page = work.space.ledger.page
    return "\n".join(one.text() for one in all_widgets(page) if isinstance(one, QLabel) and one.isVisible())


def _rows(page: LedgerPage) -> list[list[str]]:
    rows = page.table.rows
    return [[str(rows.data(rows.index(row, column))) for column in Column] for row in range(rows.rowCount())]


@pytest.fixture
def page(work: WindowAtWork) -> LedgerPage:
    """The page, opened by a click in the sidebar, with three requests in the ledger."""
    ledger = work.session.ledger
    ledger.titles = {"c1": "Lantern tower"}
    ledger.bodies = {3: BODY}
    work.work(
        lambda: ledger.write(
            an_entry(1, purpose="list_models", conversation="", model="", sent_bytes=0),
            an_entry(2, conversation="gone", outcome=Outcome.BROKEN, code="reply_broken_off"),
            an_entry(
                3,
                conversation="c1",
                at_ms=int(time.time() * 1000),
                origin="https://10.0.0.4:8443",
                file_bytes=70,
            ),
        )
    )
    QTest.mouseClick(work.space.sidebar.ledger, Qt.MouseButton.LeftButton)
    work.settle()
    assert work.space.pages.currentWidget() is work.space.ledger.page
    return work.space.ledger.page


def test_where_nothing_ever_left_the_page_and_the_card_say_so(work: WindowAtWork) -> None:
    work.window.acts.run("ledger.open")
    work.settle()
    words = _words(work)
    assert "Nothing has ever left this computer" in words
    assert words.count("0 bytes") == 3
    assert not work.space.ledger.page.table.isVisible()
    assert work.space.sidebar.card.title.text() == "0 bytes have left this computer"


def test_the_newest_request_is_first_with_server_purpose_bytes_leave_and_end(page: LedgerPage) -> None:
    newest, older, oldest = _rows(page)
    assert newest[0].startswith("Today ")
    assert newest[1:7] == [
        "10.0.0.4:8443", "Lantern tower", "1.2 KB", "3.8 KB", "You, at the terminal", "Answered",
    ]  # fmt: skip
    assert (older[1], older[2], older[6]) == (
        "models.example.org",
        "A conversation that is deleted",
        "Broken off",
    )
    assert (oldest[2], oldest[3]) == ("List of models", "0 bytes")


@pytest.mark.parametrize("said", [BY_SHEET, BY_FORMER_SHEET, BY_BUTTON, "typed at the terminal"])
def test_how_a_person_agreed_is_said_in_their_language(page: LedgerPage, said: str) -> None:
    """The ledger keeps it in English; the words are there for each way that there is."""
    assert ledger_words().allowed[said].startswith("You")


def test_totals_are_shown_and_the_card_turns_amber(work: WindowAtWork, page: LedgerPage) -> None:
    assert (page.asked.figure.text(), page.files.figure.text()) == ("2.4 KB", "70 bytes")
    assert page.downloads.figure.text() == "0 bytes"
    assert "no model was ever fetched" in page.downloads.accessibleName()
    assert work.space.sidebar.card.title.text() == "2.4 KB sent, by your choice"
    assert work.space.sidebar.card.property("look") == "shared"
    work.work(
        lambda: work.session.ledger.write(
            an_entry(
                4, purpose="download_model", sent_bytes=0, received_bytes=2_020_000_000, model="Llama 3.2 3B"
            )
        )
    )
    assert page.downloads.figure.text() == "2.0 GB"
    assert _rows(page)[0][2] == "Model download: Llama 3.2 3B"
    assert _rows(page)[0][6] == "Fetched"


def test_requests_without_words_leave_the_card_green(work: WindowAtWork) -> None:
    work.work(lambda: work.session.ledger.write(an_entry(1, purpose="test_connection", sent_bytes=0)))
    card = work.space.sidebar.card
    assert (card.title.text(), card.property("look")) == ("No words have left this computer", "private")


def test_the_keyboard_opens_a_row_with_its_exact_bytes(work: WindowAtWork, page: LedgerPage) -> None:
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    work.settle()
    sheet = work.sheet
    assert isinstance(sheet, EntrySheet)
    assert "How high is it?" in sheet.bytes.toPlainText()
    assert f"{len(BODY)} byte" in sheet.about_bytes.text()
    shown = "\n".join(one.text() for one in all_widgets(sheet) if isinstance(one, QLabel))
    for told in ("https://10.0.0.4:8443", "Lantern tower", "big-1", "From your files: 70 bytes", "ab" * 32):
        assert told in shown
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    work.settle()
    assert page.table.hasFocus()


def test_a_very_long_request_is_shown_in_part_and_copied_whole(work: WindowAtWork, page: LedgerPage) -> None:
    body = b'{"content":"' + "Größe ".encode() * 50_000 + b'"}'
    work.session.ledger.bodies[3] = body
    page.table.opened.emit(page.table.rows.row(0))
    work.settle()
    sheet = work.sheet
    assert isinstance(sheet, EntrySheet)
    assert len(sheet.bytes.toPlainText().encode()) < len(body) // 4
    assert "Only the beginning is shown" in sheet.about_bytes.text()
    sheet.copy.click()
    assert QGuiApplication.clipboard().text() == body.decode()


def test_a_click_on_view_opens_and_what_is_forgotten_or_changed_is_said(
    work: WindowAtWork, page: LedgerPage
) -> None:
    def open_row(number: int) -> EntrySheet:
        place = page.table.visualRect(page.table.rows.index(number, Column.LOOK)).center()
        QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        work.settle()
        assert isinstance(work.sheet, EntrySheet)
        return work.sheet

    sheet = open_row(1)
    assert "forgotten" in sheet.about_bytes.text()
    assert not sheet.copy.isVisible()
    broken = "\n".join(one.text() for one in all_widgets(sheet) if isinstance(one, QLabel))
    assert "was lost in the middle of the answer" in broken
    sheet.reject()
    work.settle()
    work.session.ledger.refuse = CloudError("ledger_tampered", number=3)
    assert "doesn't hold together" in open_row(0).about_bytes.text()


def test_words_of_others_are_shown_letter_for_letter(work: WindowAtWork, page: LedgerPage) -> None:
    work.session.ledger.titles = {"c1": HOSTILE}
    work.work(lambda: work.session.ledger.write(an_entry(4, conversation="c1", allowed_by=HOSTILE)))
    row = _rows(page)[0]
    for cell in (row[Column.WHY], row[Column.ALLOWED]):
        assert "\u202e" not in cell
        assert "<img" in cell
    index = page.table.rows.index(0, Column.WHY)
    assert "<img" not in str(page.table.rows.data(index, Qt.ItemDataRole.ToolTipRole))


def test_the_filter_finds_rows_by_any_words_in_them(work: WindowAtWork, page: LedgerPage) -> None:
    for typed, found in (
        ("lantern", [3]),
        ("LIST models", [1]),
        ("broken off", [2]),
        ("10.0.0", [3]),
        ("2023-11", [2, 1]),
        ("", [3, 2, 1]),
    ):
        page.filter.setText(typed)
        rows = (page.table.rows.row(number) for number in range(page.table.rows.rowCount()))
        assert [row.entry.number for row in rows if row is not None] == found, typed
    page.filter.setText("nowhere")
    assert "No row holds these words" in _words(work)
    # A row that comes while the filter is on is filtered too.
    work.work(lambda: work.session.ledger.write(an_entry(4)))
    assert page.table.rows.rowCount() == 0


def test_the_chosen_row_stays_chosen_when_another_comes(work: WindowAtWork, page: LedgerPage) -> None:
    page.table.setCurrentIndex(page.table.rows.index(1, 0))
    work.work(lambda: work.session.ledger.write(an_entry(4)))
    assert page.table.currentIndex().row() == 2


def test_opening_checks_the_chain_and_a_button_every_byte(work: WindowAtWork, page: LedgerPage) -> None:
    assert page.chain.text() == "The chain of all rows holds."
    page.check.click()
    work.settle()
    assert "nothing was changed, added or taken out" in page.chain.text()
    assert page.chain.property("look") == "chain-ok"
    work.session.ledger.broken_at = 2
    page.check.click()
    work.settle()
    assert "doesn't hold together from entry 2 on" in page.chain.text()
    assert page.chain.property("look") == "problem"
    work.session.ledger.broken_at = 0
    work.space.show_ledger()
    work.settle()
    assert page.chain.property("look") == "chain-ok"
    work.session.ledger.broken_at = 5
    work.space.show_ledger()
    work.settle()
    assert "from entry 5 on" in page.chain.text()


def test_the_export_is_written_where_it_was_wished(
    work: WindowAtWork, page: LedgerPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "ledger.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_more: (str(place), ""))
    page.export.click()
    work.settle()
    assert place.read_text(encoding="utf-8") == '{"entries": 3}'
    assert "not encrypted" in work.window.toast.label.text()
    work.session.ledger.refuse = UsageError("cannot_write", path="/x", reason="read-only")
    page.export.click()
    work.settle()
    assert "can't be written" in work.window.toast.label.text()


def test_a_block_is_told_and_holds_until_it_is_lifted(work: WindowAtWork, page: LedgerPage) -> None:
    page.block.click()
    work.settle()
    assert (work.session.ledger.blocked, page.block.text()) == (True, "Allow connections again")
    assert "All connections are blocked" in page.problem.text()
    work.window.acts.run("ledger.block")
    work.settle()
    assert (work.session.ledger.blocked, page.problem.isVisible()) == (False, False)


def test_a_block_from_before_is_seen_at_once(open_window: Make, session: FakeSession) -> None:
    session.ledger.blocked = True
    work = open_window(session).begin()
    work.space.show_ledger()
    work.settle()
    assert work.space.ledger.page.block.text() == "Allow connections again"


def test_a_screen_reader_is_told_the_whole_row(page: LedgerPage) -> None:
    told = QAccessible.queryAccessibleInterface(page.table)
    assert told is not None
    assert told.text(QAccessible.Text.Name) == "What has left this computer"
    index = page.table.rows.index(0, 0)
    row = str(page.table.rows.data(index, Qt.ItemDataRole.AccessibleTextRole))
    for words in ("To 10.0.0.4:8443", "Why Lantern tower", "Sent 1.2 KB", "How it ended Answered"):
        assert words in row


def test_a_narrow_page_leaves_columns_out_and_stacks_its_totals(work: WindowAtWork, page: LedgerPage) -> None:
    assert page.asked.y() == page.telemetry.y()
    work.window.resize(700, 700)
    work.settle()
    assert page.telemetry.y() > page.asked.y()
    hidden = [column for column in Column if page.table.isColumnHidden(column)]
    assert hidden == [Column.RECEIVED, Column.ALLOWED]


@pytest.mark.parametrize("chosen", ["en", "ar"])
def test_the_columns_run_with_the_language(open_window: Make, session: FakeSession, chosen: str) -> None:
    session.settings.values["window.language"] = chosen
    work = open_window(session).begin()
    work.work(lambda: session.ledger.write(an_entry(1)))
    work.space.show_ledger()
    work.settle()
    table = work.space.ledger.page.table
    first, last = (table.visualRect(table.rows.index(0, column)).x() for column in (Column.WHEN, Column.LOOK))
    assert (first > last) is (chosen == "ar")
    sent = str(table.rows.data(table.rows.index(0, Column.SENT)))
    assert sent == ("\u200e1.2 KB" if chosen == "ar" else "1.2 KB")
    figure = work.space.ledger.page.asked.figure
    assert bool(figure.alignment() & Qt.AlignmentFlag.AlignRight) is (chosen == "ar")


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_both_themes_draw_the_page(
    work: WindowAtWork, page: LedgerPage, theme: Theme, choice: ThemeChoice
) -> None:
    theme.choose(choice)
    work.settle()
    ground = page.table.grab().toImage().pixelColor(page.table.width() // 2, page.table.height() - 20)
    assert ground.name() == theme.colours.card


class WatchedTitles(dict[str, str]):
    """Titles that know which threads asked for one."""

    def __init__(self) -> None:
        super().__init__()
        self.threads: set[threading.Thread] = set()

    def get(self, key: str, default: str | None = None) -> str | None:  # type: ignore[override]
        self.threads.add(threading.current_thread())
        return super().get(key, default)


def test_thousands_of_rows_are_put_into_words_away_from_the_window(
    work: WindowAtWork, page: LedgerPage
) -> None:
    titles = work.session.ledger.titles = WatchedTitles()
    entries = [an_entry(number) for number in range(10, 10_010)]
    work.work(lambda: work.session.ledger.write(*entries))
    work.settle()
    assert page.table.rows.rowCount() == 10_003
    assert titles.threads
    assert threading.main_thread() not in titles.threads
    page.filter.setText("tower")
    assert page.table.rows.rowCount() == 0
