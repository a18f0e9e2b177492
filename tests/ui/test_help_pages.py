"""Help is true: every command, option, key and setting that a page names is there. And it is found, read and drawn."""

import re
import shlex
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from app.cli import arguments
from app.cli.program import COMMANDS
from app.ui.action_table import ACTIONS
from app.ui.help.pages import FOLDER, read_pages, search
from app.ui.help.sheet import HelpSheet
from app.ui.language import Language
from app.ui.parts import PlainLabel
from app.ui.settings import table
from app.ui.sheet import open_sheet_in
from tests.ui.places import activate
from tests.ui.window_at_work import WindowAtWork

FILES = sorted(FOLDER.glob("*.md"))
KEY = re.compile(
    r"(?:(?:Ctrl|Shift|Alt)\+)*(?:[A-Z.,/]|F\d{1,2}|Esc|Return|Down|PgDown|PgUp|Space|Backspace)\Z"
)
# Keys of single widgets, which are in no table of actions.
OF_WIDGETS = {"Ctrl+Return"}


def _code(path: Path) -> list[str]:
    """Every word set as code, outside of blocks of code."""
    text = re.sub(r"^```.*?^```$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    return re.findall(r"`([^`]+)`", text)


def _named_commands() -> list[tuple[str, str]]:
    return [(path.name, code) for path in FILES for code in _code(path) if code.split()[0] == "hearth"]


def _options() -> set[str]:
    """Every option of every command, from the parser itself."""
    found: set[str] = set()
    waiting = [arguments._parser()]
    for parser in waiting:
        for action in parser._actions:
            found.update(action.option_strings)
            if isinstance(action.choices, dict):
                waiting += [one for one in action.choices.values() if one not in waiting]
    return found


def test_there_is_a_page_for_each_thing_to_know() -> None:
    names = [page.name for page in read_pages()]
    assert names == [
        "start",
        "models",
        "library",
        "cloud",
        "privacy",
        "keyboard",
        "command-line",
        "administrators",
        "trouble",
    ]


@pytest.mark.parametrize(("page", "command"), _named_commands())
def test_a_command_that_help_names_is_understood(page: str, command: str) -> None:
    typed = shlex.split(command)[1:]
    if any(word in ("--help", "--version") for word in typed):
        return
    request = arguments.parse(typed)  # exits where it is wrong
    known = {*COMMANDS, "", "quick-ask"}
    assert request.command in known, page


def test_every_option_that_help_names_is_one() -> None:
    known = _options()
    assert {"--json", "--profile", "--make-recovery-code"} <= known  # the walk itself works
    named = {
        (path.name, word)
        for path in FILES
        for code in _code(path)
        for word in code.split()
        if word.startswith("--")
    }
    assert len(named) > 10
    assert {(page, word) for page, word in named if word not in known} == set()


def test_every_key_that_help_names_does_something() -> None:
    known = {keys for action in ACTIONS for keys in action.keys.split("; ") if keys}
    named = {(path.name, code) for path in FILES for code in _code(path) if KEY.match(code)}
    assert len(named) > 30
    assert {(page, keys) for page, keys in named if keys not in known | OF_WIDGETS} == set()


def test_the_keyboard_page_says_what_each_key_does() -> None:
    text = next(path for path in FILES if path.stem.endswith("keyboard")).read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `([^`]+)` \| ([^|]+) \|$", text, flags=re.MULTILINE))
    does = {action.keys: action.text.rstrip("…") for action in ACTIONS}
    assert len(rows) > 30
    assert {keys: words for keys, words in rows.items() if does.get(keys) != words} == {}


def test_every_setting_that_help_names_is_there() -> None:
    known = {setting.text for setting in table.SETTINGS}
    named = {
        (path.name, name)
        for path in FILES
        for name in re.findall(r"\*\*Settings, ([^*]+)\*\*", path.read_text(encoding="utf-8"))
    }
    assert len(named) > 10
    assert {(page, name) for page, name in named if name not in known} == set()


def test_a_search_finds_sections_headings_first() -> None:
    pages = read_pages()
    found = search(pages, "BACKUP")
    assert found[0].section.title == "Backups"
    assert {one.page.name for one in found} >= {"privacy", "command-line", "trouble"}
    assert search(pages, "quokkazephyr") == []
    assert search(pages, "  ") == []


def test_pages_that_can_not_be_read_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "1-good.md").write_text("# Good\n\nWords.\n", encoding="utf-8")
    (tmp_path / "2-bytes.md").write_bytes(b"# \xff\xfe")
    (tmp_path / "3-bare.md").write_text("No heading.", encoding="utf-8")
    assert [page.name for page in read_pages(tmp_path)] == ["good"]
    assert read_pages(tmp_path / "nowhere") == ()


def opened(work: WindowAtWork) -> HelpSheet:
    activate(work)
    QTest.keySequence(work.window, QKeySequence("F1"))
    work.settle()
    assert isinstance(work.sheet, HelpSheet)
    return work.sheet


def shown(sheet: HelpSheet) -> str:
    return sheet.reader.body.sealed.toPlainText()


def test_help_is_read_with_keys_alone(work: WindowAtWork) -> None:
    sheet = opened(work)
    assert sheet.search.hasFocus()
    assert shown(sheet).startswith("Start\n")
    QTest.keyClick(sheet.search, Qt.Key.Key_Down)
    assert shown(sheet).startswith("Models\n")
    QTest.keyClicks(sheet.search, "policy file")
    work.settle()
    assert shown(sheet).startswith("Administrators\n")
    assert sheet.reader.body.textCursor().selectedText().casefold() == "policy"
    QTest.keyClick(sheet.search, Qt.Key.Key_Escape)
    assert sheet.search.text() == "" and sheet.isVisible()
    QTest.keyClick(sheet.search, Qt.Key.Key_Escape)
    work.settle()
    assert open_sheet_in(work.window) is None


def test_a_hit_is_scrolled_to(work: WindowAtWork) -> None:
    sheet = opened(work)
    QTest.keyClicks(sheet.search, "isn't covered swap")
    work.settle()
    assert sheet.reader.verticalScrollBar().value() > 0
    QTest.keyClicks(sheet.search, "quokka")
    work.settle()
    assert sheet.list.count() == 0 and sheet.nothing.isVisible()


def test_help_loads_nothing(work: WindowAtWork) -> None:
    sheet = opened(work)
    for row in range(sheet.list.count()):
        sheet.list.setCurrentRow(row)
        work.settle()
    assert sheet.reader.body.sealed.requests == 0


def test_in_another_language_it_is_said_that_the_pages_are_english(
    work: WindowAtWork, language: Language
) -> None:
    assert "in English" not in _words(opened(work))
    work.sheet.accept()
    work.window.speak("de")
    work.settle()
    work.settle()
    assert "auf Englisch" in _words(opened(work))


def _words(sheet: HelpSheet) -> str:
    return " ".join(label.text() for label in sheet.findChildren(PlainLabel))


@pytest.mark.parametrize("width", [460, 900, 1360])
def test_the_page_fits_a_window_of_any_width(work: WindowAtWork, width: int) -> None:
    work.window.resize(width, 700)
    work.settle()
    sheet = opened(work)
    assert sheet.width() <= width
    assert sheet.reader.width() > 200
    assert sheet.reader.body.height() > sheet.reader.height()
