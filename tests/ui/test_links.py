"""Addresses written by a model: which may be opened, and how the person is asked."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from app.ui import questions
from app.ui.links import browsable
from app.ui.questions import LinkSheet
from app.ui.sheet import open_sheet_in
from tests.ui.window_at_work import WindowAtWork

REFUSED = [
    "http://example.org/",
    "file:///etc/passwd",
    "smb://host/share",
    "javascript:alert(1)",
    "ms-msdt:/id",
    "//host/share/x.png",
    "https://",
    "https:///path",
    "https://bank.example@evil.example/",
    "https://evil.example/\nHost: other",
    "https://evil.example/ with space",
    "mailto:a@example.org",
    "https://example.org/" + "a" * 5000,
    "",
]


@pytest.mark.parametrize("address", REFUSED)
def test_only_plain_https_may_be_opened(address: str) -> None:
    assert browsable(address) is None


def test_https_with_a_host_may_be_opened() -> None:
    url = browsable("https://example.org/a?b=c#d")
    assert url is not None and url.host() == "example.org"


def ask(work: WindowAtWork, address: str) -> LinkSheet:
    work.space.chat.transcript.link_requested.emit(address)
    work.settle()
    sheet = work.sheet
    assert isinstance(sheet, LinkSheet)
    return sheet


def test_enter_does_not_open_an_address(work: WindowAtWork, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(questions, "open_in_browser", lambda url, _told: opened.append(url))
    sheet = ask(work, "https://example.org/x")
    assert sheet.stay.hasFocus()
    QTest.keyClick(sheet.stay, Qt.Key.Key_Return)
    work.settle()
    assert opened == [] and open_sheet_in(work.window) is None


def test_the_button_opens_the_address_that_was_shown(
    work: WindowAtWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(questions, "open_in_browser", lambda url, _told: opened.append(url.toString()))
    sheet = ask(work, "https://example.org/x?y=z")
    QTest.mouseClick(sheet.open_button, Qt.MouseButton.LeftButton)
    assert opened == ["https://example.org/x?y=z"]


def test_without_a_browser_it_says_so_and_stays(work: WindowAtWork, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(questions, "open_in_browser", lambda _url, told: told(False))
    sheet = ask(work, "https://example.org/")
    QTest.mouseClick(sheet.open_button, Qt.MouseButton.LeftButton)
    assert sheet.isVisible() and sheet.problem.isVisible()


def test_an_address_that_is_not_opened_can_still_be_copied(work: WindowAtWork) -> None:
    sheet = ask(work, "smb://host/share")
    assert not sheet.open_button.isVisible()
    QTest.mouseClick(sheet.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "smb://host/share"


def test_a_name_in_look_alike_letters_is_pointed_out(work: WindowAtWork) -> None:
    sheet = ask(work, "https://\u0430pple.example/")
    from app.ui.parts import PlainLabel

    words = " ".join(label.text() for label in sheet.findChildren(PlainLabel))
    assert "another script" in words and "xn--" in words
