"""Tab walks through the window's parts as they stand, also through those that came later."""

from itertools import groupby, pairwise
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
    QWidgetItem,
)

from app.domain.conversation import Conversation
from app.domain.library import LibraryFacts
from app.domain.saved_prompt import SavedPrompt
from app.ui.library.page import LibraryPage
from app.ui.models.page import ModelsPage
from app.ui.reading_order import stops_in
from app.ui.settings import table
from tests.ui.cloud.test_servers import with_house
from tests.ui.fake_session import FakeSession
from tests.ui.library.test_page_room import LIBRARIES, TROUBLES
from tests.ui.library.test_sources import answered
from tests.ui.test_accessible import stops
from tests.ui.test_everywhere import Make
from tests.ui.test_settings import opened
from tests.ui.window_at_work import WindowAtWork

__all__ = ["answered"]


def names_in(work: WindowAtWork, whole: QWidget) -> list[str]:
    """What Tab reaches in `whole`, from where the keyboard is."""
    found = [one for one in stops(work) if whole.isAncestorOf(one)]
    return [
        one.accessibleName() or (one.text() if isinstance(one, QAbstractButton) else type(one).__name__)
        for one in found
    ]


def middle_of(part: QWidget) -> QPoint:
    """Where it stands in its window."""
    return part.mapTo(part.window(), part.rect().center())


@pytest.mark.parametrize("code", ["en", "ar"])
def test_the_foot_of_a_conversation_is_walked_as_it_stands(
    open_window: Make, session: FakeSession, code: str
) -> None:
    session.settings.set("window.language", code)
    work = open_window(session).begin()
    chat = work.space.chat
    composer = chat.composer
    work.work(lambda: session.library.show(LibraryFacts("Papers", ("/docs",))))
    with_house(work)
    composer.files_wished.emit([Path("/docs/a.txt")])
    composer.field.pasted_long.emit("word " * 2_000)
    work.settle()
    composer.field.setFocus()
    found = stops(work)
    in_foot = [one for one in found if composer.isAncestorOf(one)]
    row = [composer.add, chat.files.pill, composer.model, chat.servers.pill, composer.send]
    (file,), (paste,) = composer.chips.files.values(), composer.chips.pastes
    chips = [file.open, file.remove, paste.open, paste.remove]
    assert in_foot == [composer.field, *row, *chips]  # from the field round to what is above it
    places = [middle_of(one).x() for one in row]
    assert places == sorted(places, reverse=code == "ar")
    header = [one for one in found if chat.header.isAncestorOf(one)]
    assert found.index(header[-1]) == found.index(chips[0]) - 1


def test_the_foot_stays_before_the_side_panel_when_chips_come(
    answered: Conversation, work: WindowAtWork
) -> None:
    chat = work.space.chat
    composer = chat.composer
    chat.grounded.show_source(work.session.chat.texts[answered.id][-1].id, 1)
    work.settle()
    composer.files_wished.emit([Path("/docs/a.txt")])
    work.settle()
    composer.field.setFocus()
    parts = (composer, chat.sources, chat.transcript)
    passed = [part for stop in stops(work) for part in parts if part.isAncestorOf(stop)]
    assert [part for part, _ in groupby(passed)] == [*parts, composer]  # the chips come round


def test_the_places_of_a_saved_prompt_come_before_the_buttons_below_them(work: WindowAtWork) -> None:
    composer = work.space.chat.composer
    composer.use(SavedPrompt("letter", "To {{name}} in {{town}}"))
    strip = composer.variables
    assert strip.field.hasFocus()
    assert stops(work)[:4] == [strip.field, strip.cancel, strip.next, composer.add]


def test_settings_begin_with_the_way_back_and_are_walked_from_above(work: WindowAtWork) -> None:
    page = opened(work)
    page.chosen.emit(table.THEME, "dark")
    work.settle()
    work.space.sidebar.new.setFocus()
    found = [one for one in stops(work) if page.isAncestorOf(one)]
    group = page.groups[0]
    assert found[:3] == [page.done, page.search, group.reset]
    heights = [middle_of(one).y() for one in found]
    near = 12  # what stands beside each other has one height, give or take its own
    assert all(above <= below + near for above, below in pairwise(heights))


def test_libraries_come_before_the_field_and_files_that_need_attention_after_it(work: WindowAtWork) -> None:
    work.session.library.trouble = TROUBLES
    work.space.show_library()
    work.work(lambda: work.session.library.show(*LIBRARIES))
    page = work.space.library.page
    assert isinstance(page, LibraryPage)
    names = names_in(work, page)
    first, second = (f"What you can do with {facts.name}" for facts in LIBRARIES[:2])
    wished = [first, second, "Would it find this?", "Only files of this kind", "Unlock pay.pdf"]
    wished += ["Choose another embedder…", "Choose a cross-encoder…"]
    assert [name for name in names if name in wished] == wished
    assert names[0] == "Add folder"


def test_a_model_here_comes_before_the_field_for_another_and_the_list_after_it(work: WindowAtWork) -> None:
    work.space.show_models()
    page = work.space.models.page
    assert isinstance(page, ModelsPage)
    work.qtbot.waitUntil(lambda: bool(page.shelf.cards) and bool(page.others.cards))
    work.settle()
    names = names_in(work, page)
    field = names.index("Repository or address of another model")
    assert names.index("Remove Qwen3 4B") < field < names.index("Show the whole list")
    (other, *_) = [at for at, name in enumerate(names) if name.startswith("Download ") and at > field + 1]
    assert other < names.index("Show the whole list")


def test_the_page_of_a_passage_comes_after_its_card(answered: object, work: WindowAtWork) -> None:
    transcript = work.space.chat.transcript
    transcript.source_requested.emit(transcript.last_id, 1)
    work.settle()
    panel = work.space.chat.panel.panel
    work.space.chat.composer.field.setFocus()
    names = names_in(work, panel)
    wished = ["Sources of the answer", "Show passage 1 in its page", "The page with the passage marked"]
    wished += ["Show passage 2 in its page"]
    assert [name for name in names if name in wished] == wished


def test_the_assistant_comes_before_what_may_leave(work: WindowAtWork) -> None:
    header = work.space.chat.header
    work.space.chat.composer.field.setFocus()
    names = names_in(work, header)
    (assistant,) = [at for at, name in enumerate(names) if name.startswith("Assistant")]
    (local,) = [at for at, name in enumerate(names) if name.startswith("Local only")]
    assert assistant < local


def test_nothing_is_said_about_servers_before_they_are_known(work: WindowAtWork) -> None:
    work.window.acts.run("compare.open")
    lead = work.space.comparing.page.lead
    assert lead.isHidden()
    work.qtbot.waitUntil(lambda: not lead.isHidden())  # there is none


def test_stops_come_as_layouts_in_layouts_have_them_and_nothing_stands_for_their_items(
    qapp: QApplication,
) -> None:
    items = _items()
    whole, holder = QWidget(), QWidget()
    made = {name: QPushButton(name) for name in "fedcba"}
    column, row, grid = QVBoxLayout(whole), QHBoxLayout(), QGridLayout(holder)
    column.addWidget(made["a"])
    column.addLayout(row)
    row.addWidget(made["b"])
    row.addStretch(1)
    row.addWidget(made["c"])
    column.addWidget(holder)
    grid.addWidget(made["d"], 0, 0)
    grid.addWidget(made["e"], 0, 1)
    column.addWidget(made["f"])
    assert [stop.text() for stop in stops_in(whole) if isinstance(stop, QPushButton)] == list("abcdef")
    assert _items() == items


def _items() -> int:
    return sum(isinstance(one, QWidgetItem) for one in shiboken6.getAllValidWrappers())
