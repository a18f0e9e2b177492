"""What an administrator has fixed is greyed in Settings, with the reason."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel

from app.services.policy import Policy
from app.ui.controls import ChoiceBox
from app.ui.settings import table
from app.ui.settings.row import SettingRow
from tests.ui.fake_session import FakeSession
from tests.ui.window_at_work import WindowAtWork

PATH = Path("/etc/hearth/policy.json")


def row_of(work: WindowAtWork, key: str) -> SettingRow:
    work.space.settings.open_at(key)
    work.qtbot.waitUntil(lambda: key in work.space.settings.page.rows)
    work.settle()
    return work.space.settings.page.rows[key]


def test_the_settings_say_and_grey_what_is_fixed(
    open_window: Callable[..., WindowAtWork], session: FakeSession
) -> None:
    session.settings.values[table.AUTO_LOCK] = 60
    session.fixed = Policy(PATH, is_there=True, asks_servers=False, lock_after_minutes=10)
    work = open_window(session).begin()
    lock = row_of(work, table.AUTO_LOCK)
    assert "10 min at the latest" in lock.help.text() and str(PATH) in lock.help.text()
    assert isinstance(lock.control, ChoiceBox) and "10" in lock.control.currentText()
    model = lock.control.model()
    assert isinstance(model, QStandardItemModel)
    enabled = [
        model.item(row).text()
        for row in range(model.rowCount())
        if model.item(row).flags() & Qt.ItemFlag.ItemIsEnabled
    ]
    assert enabled == ["After 1 min", "After 5 min", "After 10 min"]
    assert work.window._auto_lock._limit_ticks == 600
    servers = row_of(work, table.SERVERS)
    assert not servers.buttons["servers.open"].isEnabled() and "administrator" in servers.help.text()
    assert "No server may be asked" in row_of(work, table.POLICY).help.text()


def test_without_a_policy_all_is_as_before(work: WindowAtWork) -> None:
    assert "Nothing is fixed" in row_of(work, table.POLICY).help.text()
    assert row_of(work, table.SERVERS).buttons["servers.open"].isEnabled()
