"""Adding, choosing, loading and removing models; failures in words."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.download import DownloadFacts, Phase
from app.domain.errors import ModelError
from app.domain.load_planning import LoadStep, StepKind
from app.services.events import ModelSteppedDown
from app.ui.models import desk as model_desk
from app.ui.models.cards import ShelfCard
from app.ui.models.page import ModelsPage
from tests.ui.fake_chat import a_model
from tests.ui.fake_session import FakeSession
from tests.ui.window_at_work import WindowAtWork


def open_models(work: WindowAtWork) -> ModelsPage:
    QTest.mouseClick(work.space.sidebar.models, Qt.MouseButton.LeftButton)
    work.settle()
    page = work.space.models.page
    assert work.space.pages.currentWidget() is page
    return page


def cards(page: ModelsPage) -> list[ShelfCard]:
    return [card for card in page.shelf.cards if isinstance(card, ShelfCard)]


def test_the_first_start_asks_for_a_model_and_goes_on_when_it_is_there(
    open_window: Callable[..., WindowAtWork], monkeypatch: pytest.MonkeyPatch
) -> None:
    work = open_window(FakeSession()).begin()
    assert work.space.pages.currentWidget() is work.space.welcome
    monkeypatch.setattr(model_desk, "pick_model_file", lambda _parent: Path("/models/tiny.gguf"))
    QTest.mouseClick(work.space.welcome.model.file, Qt.MouseButton.LeftButton)
    work.settle()
    assert work.space.pages.currentWidget() is work.space.chat
    assert work.session.models.current == "tiny"
    assert "tiny" in work.space.chat.composer.model.accessibleName()


def test_the_first_start_shows_what_suits_this_computer_and_uses_what_was_downloaded(
    open_window: Callable[..., WindowAtWork],
) -> None:
    work = open_window(FakeSession()).begin()
    QTest.mouseClick(work.space.welcome.model.other, Qt.MouseButton.LeftButton)
    work.settle()
    page = work.space.models.page
    assert work.space.pages.currentWidget() is page
    under_way = DownloadFacts("a", "Small", "https://huggingface.co:443", Phase.LOADING, 1, 2)
    work.work(lambda: work.session.downloads.tell(under_way))
    work.session.models.shelf.append(a_model("small"))
    work.work(lambda: work.session.downloads.tell(replace(under_way, phase=Phase.DONE, name="small")))
    work.settle()
    assert work.session.models.current == "small"
    assert [card.model.name for card in cards(page)] == ["small"]


def test_a_file_that_is_no_model_is_refused_in_words_on_the_welcome_page(
    open_window: Callable[..., WindowAtWork], monkeypatch: pytest.MonkeyPatch
) -> None:
    session = FakeSession()
    session.models.refuse = ModelError("not_a_model", file="notes.txt")
    work = open_window(session).begin()
    monkeypatch.setattr(model_desk, "pick_model_file", lambda _parent: Path("/models/notes.txt"))
    QTest.mouseClick(work.space.welcome.model.file, Qt.MouseButton.LeftButton)
    work.settle()
    assert work.space.welcome.problem.isVisible()
    assert "notes.txt" in work.space.welcome.problem.text()
    assert work.space.pages.currentWidget() is work.space.welcome


def test_the_menu_names_all_models_and_chooses_one(work: WindowAtWork) -> None:
    work.session.models.shelf.append(a_model("Gemma & friends"))
    work.space.models.look()
    work.settle()
    work.space.models.open_menu()
    menu = work.space.models.menu
    assert menu is not None
    captions = [action.text() for action in menu.actions() if action.data()]
    assert captions[0].startswith("Gemma && friends") and captions[1].startswith("Qwen3 4B")
    menu.actions()[0].trigger()
    menu.close()
    work.settle()
    assert work.session.models.current == "Gemma & friends"


def test_loading_shows_how_far_it_is_and_can_be_stopped(work: WindowAtWork) -> None:
    work.session.models.slow = True
    work.session.models.shelf.append(a_model("Gemma"))
    page = open_models(work)
    QTest.mouseClick(cards(page)[0].use, Qt.MouseButton.LeftButton)
    work.settle()
    assert page.progress.isVisible()
    assert not work.space.chat.composer.loading.isHidden()
    QTest.mouseClick(page.stop, Qt.MouseButton.LeftButton)
    work.settle()
    assert work.session.models.stopped == 1
    work.work(work.session.models.finish_loading)
    assert not page.progress.isVisible()


def test_a_model_that_crashes_while_loading_is_explained_and_the_window_stays(work: WindowAtWork) -> None:
    work.session.models.slow = True
    work.space.models.choose("Qwen3 4B")
    work.settle()
    work.work(lambda: work.session.models.fail_loading(ModelError("model_crashed_loading", name="Qwen3 4B")))
    assert work.window.toast.isVisible()
    assert "Qwen3 4B" in work.window.toast.label.text()
    assert not work.space.chat.composer.loading.isVisible()


def test_what_was_given_up_so_that_a_model_fits_is_told(work: WindowAtWork) -> None:
    steps = (LoadStep(StepKind.FEWER_LAYERS, 33, 12), LoadStep(StepKind.SMALLER_CONTEXT, 8_192, 4_096))
    work.session.publish(ModelSteppedDown("tiny", steps))
    work.settle()
    assert work.window.toast.isVisible()
    assert "12 of its layers" in work.window.toast.label.text()
    assert "4096 tokens" in work.window.toast.label.text()


def test_a_removed_model_can_be_brought_back_for_a_moment(work: WindowAtWork) -> None:
    work.session.models.shelf = [a_model("linked"), a_model("owned", is_link=False)]
    page = open_models(work)
    QTest.mouseClick(cards(page)[1].remove, Qt.MouseButton.LeftButton)
    work.settle()
    assert [one.name for one in work.session.models.shelf] == ["linked"]
    assert len(cards(page)) == 1
    assert "soon its file" in work.window.toast.label.text()
    QTest.mouseClick(work.window.toast.action, Qt.MouseButton.LeftButton)
    work.settle()
    assert [one.name for one in work.session.models.shelf] == ["linked", "owned"]
    assert len(cards(page)) == 2
    QTest.mouseClick(cards(page)[0].remove, Qt.MouseButton.LeftButton)
    work.settle()
    assert "stays where it is" in work.window.toast.label.text()


def test_the_sidebar_counts_the_models(work: WindowAtWork) -> None:
    assert work.space.sidebar.model_count.text() == "1"
    work.session.models.shelf.append(a_model("Gemma"))
    work.space.models.look()
    work.settle()
    assert work.space.sidebar.model_count.text() == "2"
