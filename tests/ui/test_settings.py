"""The settings page, as a person uses it: found by words, set by keys, kept, and put back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.controls import ChoiceBox, NumberBox, Segments, Toggle
from app.ui.palette import PaletteSheet
from app.ui.settings import table
from app.ui.settings.page import SettingsPage
from app.ui.text_size import system_scale
from app.ui.theme import Motion, Theme
from tests.ui.fake_session import FakeSession
from tests.ui.window_at_work import WindowAtWork

CTRL = Qt.KeyboardModifier.ControlModifier


def opened(work: WindowAtWork) -> SettingsPage:
    QTest.keyClick(work.window, Qt.Key.Key_Comma, CTRL)
    work.settle()
    page = work.space.pages.currentWidget()
    assert isinstance(page, SettingsPage)
    assert page.search.hasFocus()
    work.qtbot.waitUntil(lambda: len(page.rows) == len(table.SETTINGS))
    return page


def focused() -> object:
    return QApplication.focusWidget()


def seen(page: SettingsPage) -> set[str]:
    return {key for key, row in page.rows.items() if row.isVisible()}


def control(page: SettingsPage, key: str) -> object:
    return page.rows[key].control


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("night", {table.THEME}),  # a word of its own
        ("TEXT large", {table.TEXT_SIZE}),  # name and help, in any case and order
        ("blinking", {table.MOTION}),  # help
        ("nowhere to be found", set()),
    ],
)
def test_settings_are_found_by_name_and_help(work: WindowAtWork, typed: str, found: set[str]) -> None:
    page = opened(work)
    QTest.keyClicks(page.search, typed)
    assert seen(page) == found
    assert page.nothing.isVisible() == (not found)


def test_a_setting_is_changed_by_keys_alone_and_reset(work: WindowAtWork) -> None:
    page = opened(work)
    QTest.keyClicks(page.search, "night")
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    segments = control(page, table.THEME)
    assert isinstance(segments, Segments) and focused() is segments.buttons[0]
    QTest.keyClick(segments.buttons[0], Qt.Key.Key_Right)
    QTest.keyClick(segments.buttons[1], Qt.Key.Key_Right)
    work.settle()
    theme = work.space._theme
    assert theme.is_dark
    assert work.session.settings.values["theme"] == "dark"
    assert work.window.palette().window().color().name() == theme.colours.bg
    group = next(box for box in page.groups if box.group is table.Group.APPEARANCE)
    QTest.mouseClick(group.reset, Qt.MouseButton.LeftButton)
    work.settle()
    assert "theme" not in work.session.settings.values
    assert segments.buttons[0].isChecked() and not group.reset.isEnabled()
    QTest.keyClick(work.window, Qt.Key.Key_Escape)
    assert page.search.text() == ""
    QTest.keyClick(work.window, Qt.Key.Key_Escape)
    assert work.space.pages.currentWidget() is work.space.chat


def test_each_kind_of_control_keeps_what_was_chosen(work: WindowAtWork) -> None:
    page = opened(work)
    box, number, toggle = (control(page, k) for k in (table.AUTO_LOCK, table.THREADS, table.LIBRARY_OCR))
    assert isinstance(box, ChoiceBox) and isinstance(number, NumberBox) and isinstance(toggle, Toggle)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(number, Qt.Key.Key_Up)
    toggle.setFocus()
    QTest.keyClick(toggle, Qt.Key.Key_Space)
    work.settle()
    kept = work.session.settings.values
    assert (kept[table.AUTO_LOCK], kept[table.THREADS], kept[table.LIBRARY_OCR]) == (30, 1, True)
    assert work.session.models.preloads == 2  # at the start, and with another number of threads


@pytest.mark.parametrize(
    ("key", "kept"),
    [
        (table.THEME, "purple"),
        (table.THEME, 7),
        (table.TEXT_SIZE, -4),
        (table.TEXT_SIZE, True),
        (table.THREADS, 1e12),
        (table.LIBRARY_OCR, "yes"),
        (table.AUTO_LOCK, None),
    ],
)
def test_what_can_not_be_a_value_counts_as_not_set(
    open_window: Callable[..., WindowAtWork], session: FakeSession, key: str, kept: object
) -> None:
    session.settings.values[key] = kept
    values = open_window(session).begin().space.settings.values
    setting = next(one for one in table.SETTINGS if one.key == key)
    assert values.are_known and values.value(key) == table.default_of(setting)


def test_a_number_has_room_to_be_read(work: WindowAtWork) -> None:
    number = control(opened(work), table.THREADS)
    assert isinstance(number, NumberBox)
    assert number.lineEdit().width() > number.fontMetrics().horizontalAdvance(number.text())


def test_the_send_key_and_the_language_are_taken_at_once(work: WindowAtWork) -> None:
    page = opened(work)
    keys, language = control(page, table.SEND_KEY), control(page, table.LANGUAGE)
    assert isinstance(keys, Segments) and isinstance(language, ChoiceBox)
    QTest.mouseClick(keys.buttons[1], Qt.MouseButton.LeftButton)
    assert work.space.chat.composer.send.accessibleName() == "Send (Ctrl+Enter)"
    try:
        language.setFocus()
        QTest.keyClick(language, Qt.Key.Key_D)  # Deutsch
        work.settle()
        page = work.space.settings.page
        work.qtbot.waitUntil(lambda: page.isVisible() and table.LANGUAGE in page.rows)
        work.qtbot.waitUntil(lambda: focused() is control(page, table.LANGUAGE))
        assert work.space.chat.composer.field.accessibleName() == "Ihre Frage"
        assert work.session.settings.values[table.LANGUAGE] == "de"
    finally:
        work.window.speak("en")
        work.settle()


def test_the_palette_leads_to_each_setting(work: WindowAtWork) -> None:
    QTest.keyClick(work.window, Qt.Key.Key_K, CTRL)
    sheet = work.sheet
    assert isinstance(sheet, PaletteSheet)
    QTest.keyClicks(sheet.field, "lock by itself")
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    work.settle()
    page = work.space.pages.currentWidget()
    assert isinstance(page, SettingsPage)
    work.qtbot.waitUntil(lambda: table.AUTO_LOCK in page.rows and focused() is control(page, table.AUTO_LOCK))


def test_every_setting_has_a_sentence_of_help_and_a_name_for_screen_readers(work: WindowAtWork) -> None:
    page = opened(work)
    for key, row in page.rows.items():
        assert row.help.text().endswith((".", str(work.session.folder))), key
        spoken = row.control or next(iter(row.buttons.values()), None)
        assert spoken is None or spoken.accessibleName(), key


def test_text_follows_the_system_and_the_person(qapp: QApplication, qtbot: QtBot) -> None:
    pixels = [15]

    def font() -> QFont:
        made = QFont()
        made.setPixelSize(pixels[0])
        return made

    before = qapp.font()
    theme = Theme(qapp, font)
    told: list[float] = []
    theme.changed.connect(lambda: told.append(theme.scale))
    from PySide6.QtWidgets import QWidget

    window = QWidget()
    theme.watch(window)
    theme.dress(window)
    try:
        assert theme.scale == 1 and qapp.font().pixelSize() == 14
        pixels[0] = 30
        QApplication.sendEvent(window, QEvent(QEvent.Type.ThemeChange))
        assert theme.scale == 2 and qapp.font().pixelSize() == 28
        qtbot.waitUntil(lambda: "font-size: 26.0px" in window.styleSheet())  # buttons, 13 otherwise
        theme.choose_text(150)
        assert qapp.font().pixelSize() == 21
        theme.choose_text(0)
        assert told == [2, 1.5, 2]
    finally:
        pixels[0] = 15
        theme.choose_text(100)
        qapp.setFont(before)
        window.deleteLater()


@pytest.mark.parametrize(
    ("pixels", "platform", "scale"),
    [
        (12, "linux", 1.0),
        (15, "linux", 1.0),
        (18, "linux", 1.2),
        (18, "win32", 1.5),
        (13, "darwin", 1.0),
        (200, "linux", 2.0),
        (5, "linux", 0.8),
    ],
)
def test_the_systems_usual_size_is_ours(pixels: int, platform: str, scale: float) -> None:
    font = QFont()
    font.setPixelSize(pixels)
    assert system_scale(font, platform) == pytest.approx(scale)


def test_reduced_motion_stops_the_caret(qapp: QApplication, theme: Theme) -> None:
    blinking = qapp.cursorFlashTime()
    assert blinking > 0
    theme.choose_motion(Motion.REDUCED)
    try:
        assert theme.reduced_motion and qapp.cursorFlashTime() == 0
        assert not qapp.isEffectEnabled(Qt.UIEffect.UI_AnimateCombo)
    finally:
        theme.choose_motion(Motion.FULL)
    assert qapp.cursorFlashTime() == blinking


@pytest.mark.parametrize("width", [700, 1360])
def test_the_page_ends_with_its_last_setting_and_no_line_is_cut(work: WindowAtWork, width: int) -> None:
    work.window.resize(width, 860)
    page = opened(work)
    work.settle()
    bar = page.verticalScrollBar()
    bar.setValue(bar.maximum())
    work.settle()
    last = page.groups[-1]
    end = last.mapTo(page.viewport(), last.rect().bottomLeft()).y()
    assert page.viewport().height() - 60 < end < page.viewport().height()
    cut = [key for key, row in page.rows.items() if row.height() < row.heightForWidth(row.width())]
    assert cut == []
