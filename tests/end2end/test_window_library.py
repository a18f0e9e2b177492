"""A question to a library in the real window: the answer with its number, and the PDF's page with the passage."""

import json

from tests.cli.command_here import run_here
from tests.end2end.program import ASKED, TOWER_ANSWER, Home, role_of, runs
from tests.end2end.screen import Screen
from tests.end2end.window import Window, answer_greedily
from tests.parsing.made_files import pdf

PAGE = "page 2 of tower.pdf as it looks, with the passage marked"


def test_m6_checkable_an_answer_leads_to_the_drawn_page_also_after_a_restart(
    home_with_model: Home, screen: Screen
) -> None:
    home = home_with_model
    docs = home.folder / "docs"
    docs.mkdir()
    (docs / "tower.pdf").write_bytes(
        pdf("A page about boats.", "The height of the lantern tower is 41 metres.")
    )
    assert home.run("library", "add", "--words", "Docs", str(docs)).code == 0
    answer_greedily(home)
    _conversation_over(home, "Towers", "Docs")
    with Window(home, screen) as window:
        window.unlock()
        window.click("Towers, stays on this computer")
        assert TOWER_ANSWER in window.ask(ASKED)
        window.key("ctrl+j")
        window.open_tab("Sources", "Sources of the answer")
        _show_page(window)
        window.quit()
        assert [(pid, role_of(pid)) for pid in window.seen if runs(pid)] == []
    assert _messages(home) == [("user", ASKED, "complete"), ("assistant", TOWER_ANSWER, "complete")]
    with Window(home, screen) as window:
        window.unlock()
        window.click("Towers, stays on this computer")
        window.wait_words(TOWER_ANSWER)
        window.wait(lambda: window.find("Sources of the answer"), "the panel as it was")
        _show_page(window)
        window.quit()


def test_a_question_on_the_library_page_is_narrowed_to_some_files(home: Home, screen: Screen) -> None:
    papers, mail = home.folder / "papers", home.folder / "mail"
    papers.mkdir()
    (papers / "tower.txt").write_text("The lantern tower is 41 metres high.\n", encoding="utf-8")
    mail.mkdir()
    (mail / "paint.eml").write_text(
        "From: ann@example.org\nTo: ben@example.org\nSubject: Paint\nDate: Mon, 06 Jan 2025 10:00:00 +0000\n\n"
        "The lantern tower is painted this week.\n",
        encoding="utf-8",
    )
    for name, folder in (("Papers", papers), ("Mail", mail)):
        assert home.run("library", "add", "--words", name, str(folder)).code == 0
    with Window(home, screen) as window:
        window.unlock()
        window.key("ctrl+shift+b")
        window.type("lantern tower", "Would it find this?")
        window.key("Return")
        window.wait(lambda: _found(window) == {"tower.txt", "paint.eml"}, "all that was found")
        window.type("2025-12-31", "Only files of this day or earlier")
        window.key("Return")
        window.wait(lambda: _found(window) == {"paint.eml"}, "the older file")
        window.click("Reset the filters")
        window.wait(lambda: _found(window) == {"tower.txt", "paint.eml"}, "all again")
        window.type("papers", "Only files with this in their path")
        window.key("Return")
        window.wait(lambda: _found(window) == {"tower.txt"}, "the file in its folder")
        window.quit()


def _found(window: Window) -> set[str]:
    return {one.name for one in window.shown()} & {"tower.txt", "paint.eml"}


def _messages(home: Home) -> list[tuple[str, str, str]]:
    exported = run_here(home, "export", "--format", "json")
    assert exported.code == 0, exported.err
    return [
        (message["role"], message["text"], message["state"])
        for conversation in json.loads(exported.out)["conversations"]
        for message in conversation["messages"]
    ]


def _show_page(window: Window) -> None:
    window.click("Show passage 1 in its page")
    window.wait(lambda: window.find(PAGE), "the drawn page")


def _conversation_over(home: Home, title: str, library: str) -> None:
    """A conversation that searches a library, as it lies in the vault after it was chosen."""
    with home.vault() as vault:
        made = vault.conversations.create(title)
        vault.sources.set_libraries(made.id, [library])
