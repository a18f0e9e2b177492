"""Tab walks through the window's parts as they stand, also through those that came later."""

from PySide6.QtWidgets import QAbstractButton, QWidget

from app.ui.library.page import LibraryPage
from app.ui.models.page import ModelsPage
from tests.ui.library.test_page_room import LIBRARIES, TROUBLES
from tests.ui.library.test_sources import answered
from tests.ui.test_accessible import stops
from tests.ui.window_at_work import WindowAtWork

__all__ = ["answered"]


def names_in(work: WindowAtWork, whole: QWidget) -> list[str]:
    """What Tab reaches in `whole`, from where the keyboard is."""
    found = [one for one in stops(work) if whole.isAncestorOf(one)]
    return [
        one.accessibleName() or (one.text() if isinstance(one, QAbstractButton) else type(one).__name__)
        for one in found
    ]


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
