"""Help is true in each language: every command, option, key and setting that a page names is there, and is found."""

import re
import shlex
from collections import Counter
from pathlib import Path

import pytest

from app.cli import arguments
from app.cli.program import COMMANDS
from app.ui.action_table import ACTIONS
from app.ui.help.pages import FOLDER, read_pages, search
from app.ui.language import LANGUAGES
from app.ui.markdown.nodes import Block, Code, CodeSpan, Heading, Inline, ItemList, Paragraph, Table
from app.ui.markdown.parser import MarkdownParser
from app.ui.markdown.plain import block_text
from app.ui.markdown.visible_text import reads_from_right
from app.ui.settings import table
from translating.__main__ import FOLDER as TRANSLATIONS
from translating.ts_file import read

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


OTHERS = sorted(set(LANGUAGES) - {"en"})


def _in(language: str, english: Path) -> str:
    """The text of the same page in another language."""
    return (FOLDER / language / english.name).read_text(encoding="utf-8")


def _parts(text: str) -> list[str]:
    """The page cut before each heading, code blocks left out."""
    without = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    return re.split(r"^(?=#+ )", without, flags=re.MULTILINE)


def _outline(text: str) -> list[object]:
    """The kinds of its blocks: headings with their levels, lists and tables with their lengths, code as it is."""
    outline: list[object] = []
    for placed in MarkdownParser().blocks(text, {}):
        match placed.block:
            case Heading(level):
                outline.append(level)
            case ItemList(items, start):
                outline.append((len(items), start))
            case Table(rows=rows):
                outline.append(("table", len(rows)))
            case Code(code):
                outline.append(code)
            case block:
                outline.append(type(block))
    return outline


def _words_of_window(language: str) -> dict[str, set[str]]:
    """What the window says for each English text; "…" at the end is left out, as a page may."""
    found: dict[str, set[str]] = {}
    for (_context, source), forms in read(TRANSLATIONS / f"hearth_{language}.ts", language).forms.items():
        found.setdefault(_bare(source), set()).update(map(_bare, forms))
    return found


def _bare(words: str) -> str:
    return re.sub(r"\s*…\Z", "", words)


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


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_page_in_another_language_is_built_like_the_english_one(path: Path, language: str) -> None:
    english, other = path.read_text(encoding="utf-8"), _in(language, path)
    assert _outline(other) == _outline(english)
    for mine, theirs in zip(_parts(english), _parts(other), strict=True):
        assert Counter(re.findall(r"`([^`]+)`", theirs)) == Counter(re.findall(r"`([^`]+)`", mine))
        links = [re.findall(r"\]\(([^)]+)\)", text) for text in (mine, theirs)]
        assert sorted(links[0]) == sorted(links[1])
        assert theirs.count("**") == mine.count("**")


def test_no_language_has_pages_of_its_own() -> None:
    kept = {path.relative_to(FOLDER) for path in FOLDER.rglob("*") if path.is_file()}
    names = {path.name for path in FILES}
    assert kept == {Path(name) for name in names} | {Path(code, name) for code in OTHERS for name in names}


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_a_page_quotes_of_the_window_is_written_so_there(path: Path, language: str) -> None:
    known = _words_of_window(language)
    comma = "،" if language == "ar" else ","
    for mine, theirs in zip(
        _parts(path.read_text(encoding="utf-8")), _parts(_in(language, path)), strict=True
    ):
        bold = {_bare(words) for words in re.findall(r"\*\*([^*]+)\*\*", theirs)}
        for words in re.findall(r"\*\*([^*]+)\*\*", mine):
            first, _, setting = words.partition(", ")
            if setting and first == "Settings":
                wanted = {
                    f"{page}{comma} {name}" for page in known[first] for name in known.get(setting, set())
                }
            else:
                wanted = known.get(_bare(words), set())
            if wanted or setting:  # other bold words are no names
                assert bold & wanted, (words, wanted)


def test_most_bold_words_of_help_are_names_of_the_window() -> None:
    known = _words_of_window("de")
    bold = {
        _bare(words)
        for path in FILES
        for words in re.findall(r"\*\*([^*]+)\*\*", path.read_text(encoding="utf-8"))
    }
    names = {words for words in bold if words.partition(", ")[2] or words in known}
    assert bold - names == {
        "You have a file.", "Another program has some.", "Download.", "Silent.", "Sealed.", "Gone.",
        "Strangers' files.",
    }  # fmt: skip


@pytest.mark.parametrize("language", OTHERS)
def test_the_keyboard_page_says_what_each_key_does_in_each_language(language: str) -> None:
    forms = read(TRANSLATIONS / f"hearth_{language}.ts", language).forms
    does = {action.keys: _bare(forms["Actions", action.text][0]) for action in ACTIONS}
    page = next(path for path in FILES if path.stem.endswith("keyboard"))
    rows = dict(re.findall(r"^\| `([^`]+)` \| ([^|]+) \|$", _in(language, page), flags=re.MULTILINE))
    assert len(rows) > 30
    assert {keys: words for keys, words in rows.items() if does.get(keys) != words} == {}


@pytest.mark.parametrize("code", LANGUAGES)
def test_links_lead_to_sections_and_say_their_titles(code: str) -> None:
    pages = {page.name: page for page in read_pages(language=code)}
    links = [
        found
        for path in FILES
        for found in re.findall(r"\[([^]]+)\]\(\d-([a-z-]+)\.md(?:#([a-z-]+))?\)", _text_in(code, path))
    ]
    assert len(links) > 8
    for words, name, anchor in links:
        section = pages[name].section(anchor)
        assert section.title == words
        assert not anchor or section.anchor == anchor


def _text_in(code: str, path: Path) -> str:
    return path.read_text(encoding="utf-8") if code == "en" else _in(code, path)


def test_every_line_of_an_arabic_page_runs_from_the_right() -> None:
    pages = read_pages(language="ar")
    wrong = [
        line
        for page in pages
        for block in page.blocks
        for line in _lines(block)
        if not reads_from_right(line)
    ]
    assert wrong == []
    codes = [one for page in pages for block in page.blocks for one in _code_with_neighbours(block)]
    assert len(codes) > 100
    assert {(before, after) for before, after in codes} == {("\u2066", "\u2069")}


def _lines(block: Block) -> list[str]:
    match block:
        case ItemList(items):
            return [line for item in items for inner in item.blocks for line in _lines(inner)]
        case Paragraph() | Heading():
            return [block_text((block,))]
    return []


def _code_with_neighbours(block: Block) -> list[tuple[str, str]]:
    """What stands before and after each code span of running text."""
    found: list[tuple[str, str]] = []
    match block:
        case ItemList(items):
            found += [one for item in items for inner in item.blocks for one in _code_with_neighbours(inner)]
        case Paragraph(children):
            for number, child in enumerate(children):
                if isinstance(child, CodeSpan):
                    found.append((_text_of(children[number - 1])[-1:], _text_of(children[number + 1])[:1]))
    return found


def _text_of(child: Inline) -> str:
    return block_text((Paragraph((child,)),))


def test_numbers_in_arabic_prose_are_written_with_arabic_digits() -> None:
    for path in FILES:
        prose = re.sub(
            r"```.*?```|`[^`]*`|\([^)]*\.md[^)]*\)|^\d+\. |\[\d\]", "", _in("ar", path), flags=re.M | re.S
        )
        assert re.findall(r"(?<![A-Za-z0-9_])[0-9]+(?![A-Za-z0-9_])", prose) == [], path.name


@pytest.mark.parametrize("code", OTHERS)
def test_a_language_without_a_page_has_the_english_one(code: str, tmp_path: Path) -> None:
    (tmp_path / code).mkdir()
    for name in ("1-a.md", "2-b.md", "3-c.md"):
        (tmp_path / name).write_text("# English\n\n## More\n", encoding="utf-8")
    (tmp_path / code / "1-a.md").write_text("# Andere\n\n## Mehr\n", encoding="utf-8")
    (tmp_path / code / "2-b.md").write_text("# Andere\n", encoding="utf-8")  # a heading is missing
    pages = read_pages(tmp_path, code)
    assert [page.title for page in pages] == ["Andere", "English", "English"]
    assert [page.language for page in pages] == [code, "en", "en"]
    assert [section.anchor for section in pages[0].sections] == ["english", "more"]


@pytest.mark.parametrize(
    ("code", "typed", "title"),
    [
        (
            "de",
            "wiederherstellungscode passphrase verloren",
            "Hearth ist gesperrt und die Passphrase verloren",
        ),
        ("de", "bernstein", "Eine Unterhaltung umstellen"),
        ("de", "uberweisung", ""),
        ("de", "privatsphare grenzen", "Privatsphäre und ihre Grenzen"),
        ("ar", "النسخ الاحتياطية", "النسخ الاحتياطية"),
        ("ar", "النسخ الاحتياطيه", ""),
        ("ar", "اسئله", ""),
        ("ar", "أول سؤال", "أول سؤال"),
        ("ar", "اول سوال", "أول سؤال"),  # without the signs above and below the letters
    ],
)
def test_a_search_finds_sections_in_each_language(code: str, typed: str, title: str) -> None:
    found = search(read_pages(language=code), typed)
    assert (found[0].section.title if found else "") == title


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
