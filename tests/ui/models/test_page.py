"""The Models page as a person uses it: recommendation, question before a download, progress, other programs' models."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from app.computer import Memory
from app.domain.adapter import Adapter
from app.domain.devices import Device, DeviceKind
from app.domain.download import DownloadFacts, Phase
from app.domain.errors import CloudError, ModelError, UsageError
from app.domain.sampling import Sampling
from app.models.model_fit import Fit
from app.models.shelf_entry import ModelState
from app.services.model_offers import ModelFit
from app.services.model_options import OwnOptions
from app.ui.controls import ChoiceBox
from app.ui.models.cards import DownloadCard, FoundCard, OfferCard, ShelfCard
from app.ui.models.consent_sheet import DownloadSheet
from app.ui.models.options_sheet import ModelOptionsSheet
from app.ui.models.page import ModelsPage
from app.ui.questions import ConfirmSheet
from app.ui.sheet import open_sheet_in
from tests.ui.fake_chat import a_model
from tests.ui.fake_downloads import GB, catalogue, found_here
from tests.ui.fake_session import FakeSession
from tests.ui.window_at_work import WindowAtWork, all_widgets

HOSTILE = '<img src="x">\u202egguf.exe'

SMALL_FIT = ModelFit(
    "Q4_K_M", "llama3.2", Fit(8_192, 3 * GB, GB, GB, 0.25, True, 65_536, 12.0), 41.2, True, True
)


def opened(work: WindowAtWork) -> ModelsPage:
    work.window.acts.run("models.open")
    work.settle()
    page = work.space.models.page
    assert work.space.pages.currentWidget() is page
    return page


def words(page: ModelsPage) -> str:
    return "\n".join(one.text() for one in all_widgets(page) if isinstance(one, QLabel) and one.isVisible())


def best(page: ModelsPage) -> OfferCard:
    (card,) = page.best.cards
    assert isinstance(card, OfferCard)
    return card


def download(page: ModelsPage) -> DownloadCard:
    (card,) = page.downloads.cards
    assert isinstance(card, DownloadCard)
    return card


def loading(done: int = 1_250_000_000, phase: Phase = Phase.LOADING) -> DownloadFacts:
    return DownloadFacts("a", "Llama 3.2 3B", "https://huggingface.co:443", phase, done, 2_020_000_000, 18e6)


def test_one_model_is_recommended_with_size_speed_licence_and_languages(work: WindowAtWork) -> None:
    page = opened(work)
    card = best(page)
    shown = card.facts.text()
    entry = card.offer.entry
    assert card.offer.fits
    for part in ("about", "tokens/s", entry.licence, entry.quantisation, "languages"):
        assert part in shown, (part, shown)
    assert "8 cores" in page.computer.text()
    # It stands first, the rest of the list below what is here.
    assert page.best.y() < page.shelf.y() < page.others.y()
    others = [one.offer.entry.id for one in page.others.cards if isinstance(one, OfferCard)]
    assert entry.id not in others
    assert all(one.offer.fits for one in page.others.cards if isinstance(one, OfferCard))
    assert work.session.offers.languages == ["en"]


def test_what_went_wrong_while_another_model_is_loaded_stays(work: WindowAtWork) -> None:
    page = opened(work)
    page.show_problem("an old one")
    page.show_loading("tiny", 0.1)
    assert page.problem.isHidden()
    page.show_problem("There is no file")
    page.show_loading("tiny", 0.5)
    page.show_loading("tiny", None)
    assert page.problem.isVisible() and page.problem.text() == "There is no file"


def test_a_graphics_card_is_named_and_what_lies_on_it(open_window: Callable[..., WindowAtWork]) -> None:
    session = FakeSession()
    session.models.shelf.append(a_model("tiny"))
    device = Device("Vulkan0", "Vulkan", "Vivid 9000", DeviceKind.GRAPHICS, 24 * GB, 24 * GB)
    session.offers.machine = replace(session.offers.machine, devices=(device,))
    page = opened(open_window(session).begin())
    assert "Vivid 9000" in page.computer.text()
    assert "all on the graphics card" in best(page).facts.text()


def test_the_whole_list_is_shown_when_it_is_wanted(work: WindowAtWork) -> None:
    page = opened(work)
    assert len(page.others.cards) < 10
    QTest.mouseClick(page.whole, Qt.MouseButton.LeftButton)
    # It is made a few cards at a time, so that the window is never held up.
    work.qtbot.waitUntil(lambda: len(page.others.cards) == len(catalogue().entries) - 1)
    work.settle()
    assert not page.whole.isVisible()
    cards = [card for card in page.others.cards if isinstance(card, OfferCard)]
    large = [card for card in cards if not card.offer.fits]
    assert large
    assert cards[-1].offer.entry.kind != "chat"
    assert "needs a computer with" in large[0].facts.text()
    assert not large[0].download.isVisible()


def test_where_nothing_fits_the_page_says_so_and_offers_no_download(
    open_window: Callable[..., WindowAtWork],
) -> None:
    session = FakeSession()
    session.models.shelf.append(a_model("tiny"))
    session.offers.machine = replace(session.offers.machine, memory=Memory(GB // 4, GB // 8))
    page = opened(open_window(session).begin())
    assert not page.best.isVisible()
    assert "None of the models" in page.none_fits.text()
    assert not any(card.download.isVisible() for card in page.others.cards if isinstance(card, OfferCard))


def test_nothing_is_fetched_before_the_question_is_answered(work: WindowAtWork) -> None:
    page = opened(work)
    QTest.mouseClick(best(page).download, Qt.MouseButton.LeftButton)
    work.settle()
    sheet = work.sheet
    assert isinstance(sheet, DownloadSheet)
    told = "\n".join(one.text() for one in all_widgets(sheet) if isinstance(one, QLabel))
    assert "huggingface.co" in told
    assert best(page).offer.entry.licence in told
    assert "No word of yours" in told
    QTest.keyClick(sheet, Qt.Key.Key_Return)  # the default fetches nothing
    work.settle()
    assert open_sheet_in(work.window) is None
    assert work.session.downloads.started == []
    QTest.mouseClick(best(page).download, Qt.MouseButton.LeftButton)
    work.settle()
    sheet = work.sheet
    assert isinstance(sheet, DownloadSheet)
    QTest.mouseClick(sheet.yes, Qt.MouseButton.LeftButton)
    work.settle()
    (order,) = work.session.downloads.started
    assert (order.id, order.allowed_by) == (best(page).offer.entry.id, "the sheet in the window")
    assert "Asking huggingface.co" in words(page)


def test_the_projector_of_a_model_that_sees_is_told_with_its_size_before(work: WindowAtWork) -> None:
    page = opened(work)
    for name, told in (
        ("gemma-3-4b", "pictures: about 851 MB"),
        ("gemma-4-e4b", "pictures: about 987 MB"),
        ("qwen3-4b-instruct", ""),
    ):
        page.download_wished.emit(name)
        work.settle()
        sheet = work.sheet
        said = [
            one.text() for one in all_widgets(sheet) if isinstance(one, QLabel) and "projector" in one.text()
        ]
        assert [told in one for one in said] == ([True] if told else [])
        sheet.reject()
        work.settle()


def test_the_projector_of_a_pasted_repository_comes_along_unless_it_is_left_out(work: WindowAtWork) -> None:
    page = opened(work)
    for pasted, leaves_out, wished in (
        ("makers/small-GGUF", False, True),
        ("makers/small-GGUF:Q8_0", True, False),
        ("https://example.org/a.gguf", False, True),  # nobody can look beside it
    ):
        page.fetch_wished.emit(pasted)
        work.settle()
        sheet = work.sheet
        assert isinstance(sheet, DownloadSheet)
        assert (sheet.with_projector is not None) is ("://" not in pasted)
        if leaves_out and sheet.with_projector is not None:
            sheet.with_projector.setFocus()
            QTest.keyClick(sheet.with_projector, Qt.Key.Key_Space)
        QTest.mouseClick(sheet.yes, Qt.MouseButton.LeftButton)
        work.settle()
        assert work.session.downloads.started[-1].with_projector is wished
    work.work(lambda: work.session.downloads.tell(replace(loading(), id="small-gguf")))
    done = replace(loading(phase=Phase.DONE), id="small-gguf", name="small", sees=True)
    work.work(lambda: work.session.downloads.tell(done))
    assert "sees pictures" in work.window.toast.label.text()


def test_a_pasted_repository_is_asked_about_and_nonsense_is_refused_in_words(work: WindowAtWork) -> None:
    page = opened(work)
    page.address.setText("makers/small-GGUF")
    QTest.keyClick(page.address, Qt.Key.Key_Return)
    work.settle()
    sheet = work.sheet
    assert isinstance(sheet, DownloadSheet)
    assert "makers/small-GGUF" in "\n".join(
        one.text() for one in all_widgets(sheet) if isinstance(one, QLabel)
    )
    sheet.reject()
    page.address.setText("what is this")
    QTest.mouseClick(page.fetch, Qt.MouseButton.LeftButton)
    work.settle()
    assert open_sheet_in(work.window) is None
    assert "names no model" in page.problem.text()
    for error, part in (
        (CloudError("cloud_blocked"), "blocked"),
        (UsageError("download_is_here"), "this computer"),
    ):
        work.session.downloads.refuse = error
        page.address.setText("a/b")
        QTest.mouseClick(page.fetch, Qt.MouseButton.LeftButton)
        work.settle()
        assert part in page.problem.text()
        assert page.problem.isVisible()


def test_a_download_shows_how_far_it_is_and_can_be_paused_taken_up_and_cancelled(work: WindowAtWork) -> None:
    page = opened(work)
    work.work(lambda: work.session.downloads.tell(loading()))
    card = download(page)
    assert card.facts.text() == "1.2 GB of 2.0 GB   18 MB/s   43 seconds left"
    assert "SHA-256" in card.words.text()
    assert card.progress.value() == 619
    card.pause.setFocus()
    work.work(lambda: work.session.downloads.tell(loading(2_000_000_000)))
    assert download(page) is card  # the keyboard stays where it was
    assert card.progress.value() == 990
    QTest.keyClick(card.pause, Qt.Key.Key_Space)
    work.settle()
    assert [one.phase for one in work.session.downloads.downloads] == [Phase.PAUSED]
    assert (card.pause.isVisible(), card.resume.isVisible()) == (False, True)
    QTest.mouseClick(card.resume, Qt.MouseButton.LeftButton)
    work.settle()
    assert [one.phase for one in work.session.downloads.downloads] == [Phase.LOADING]
    QTest.mouseClick(card.cancel, Qt.MouseButton.LeftButton)
    ask = work.sheet
    assert isinstance(ask, ConfirmSheet)
    ask.reject()
    assert "a" in work.session.downloads.kept
    QTest.mouseClick(card.cancel, Qt.MouseButton.LeftButton)
    ask = work.sheet
    assert isinstance(ask, ConfirmSheet)
    QTest.mouseClick(ask.yes, Qt.MouseButton.LeftButton)
    work.settle()
    assert page.downloads.cards == []


def test_a_failure_is_said_in_words_on_the_card_or_as_a_message(work: WindowAtWork) -> None:
    page = opened(work)
    work.work(lambda: work.session.downloads.tell(loading()))
    wrong = replace(
        loading(phase=Phase.FAILED), error=CloudError("server_not_reached", origin="X", reason="no answer")
    )
    work.work(lambda: work.session.downloads.tell(wrong))
    assert "can't be reached" in download(page).problem.text()
    assert not work.window.toast.isVisible()
    work.work(lambda: work.session.downloads.resume("a"))
    work.space.show_chat()
    work.work(lambda: work.session.downloads.tell(wrong))
    assert work.window.toast.isVisible()


def test_a_finished_one_is_told_and_stands_among_those_that_are_here(work: WindowAtWork) -> None:
    page = opened(work)
    work.work(lambda: work.session.downloads.tell(loading()))
    work.session.models.shelf.append(a_model("Llama-3.2-3B", is_link=False))
    work.session.offers.fit = {"Llama-3.2-3B": SMALL_FIT}
    work.work(lambda: work.session.downloads.tell(replace(loading(phase=Phase.DONE), name="Llama-3.2-3B")))
    work.settle()
    assert page.downloads.cards == []
    assert "Llama 3.2 3B is here" in work.window.toast.label.text()
    card = next(
        one for one in page.shelf.cards if isinstance(one, ShelfCard) and one.model.name == "Llama-3.2-3B"
    )
    assert "about 3.0 GB of memory" in card.facts.text()
    assert "65,536 tokens" in card.facts.text()
    assert "llama3.2" in card.facts.text()
    assert "41 tokens/s measured" in card.facts.text()
    assert "25 % on the graphics card" in card.facts.text()
    assert "sees pictures" in card.facts.text()
    assert card.tag.text() == "fits"


def test_a_model_gets_options_of_its_own_and_gives_them_back(work: WindowAtWork) -> None:
    page = opened(work)
    models = work.session.models
    card = next(one for one in page.shelf.cards if isinstance(one, ShelfCard))
    QTest.mouseClick(card.options, Qt.MouseButton.LeftButton)
    work.settle()
    sheet = work.sheet
    assert isinstance(sheet, ModelOptionsSheet)
    box = sheet.rows["model.context_tokens"].control
    assert isinstance(box, ChoiceBox)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    box.activated.emit(box.currentIndex())
    sheet.sampling.usual.setChecked(False)
    sheet.sampling.fields["temperature"].setText("9")
    assert not sheet.save.isEnabled()
    sheet.sampling.fields["temperature"].setText("0.2")
    sheet.adapters.add_file(Path("/style.gguf"))
    models.refuse = ModelError("adapter_is_none", file="style.gguf")
    QTest.mouseClick(sheet.save, Qt.MouseButton.LeftButton)
    work.settle()
    assert models.own == {} and "style.gguf is no adapter" in sheet.problem.text()
    models.refuse = None
    QTest.mouseClick(sheet.save, Qt.MouseButton.LeftButton)
    work.settle()
    assert models.own == {
        card.model.name: OwnOptions(
            {"model.context_tokens": 2_048}, Sampling(temperature=0.2), (Adapter("/style.gguf"),)
        )
    }
    work.space.models.open_options(card.model.name)
    work.settle()
    again = work.sheet
    assert isinstance(again, ModelOptionsSheet)
    assert again.sampling.fields["temperature"].text() == "0.2"
    QTest.mouseClick(again.usual, Qt.MouseButton.LeftButton)
    QTest.mouseClick(again.save, Qt.MouseButton.LeftButton)
    work.settle()
    assert models.own == {card.model.name: OwnOptions()}


def test_models_of_other_programs_are_found_and_used_in_place(work: WindowAtWork) -> None:
    page = opened(work)
    page.look_here.setFocus()
    QTest.keyClick(page.look_here, Qt.Key.Key_Space)
    work.settle()
    assert "No other program" in page.problem.text()
    assert page.look_here.hasFocus()  # though it was off while it looked
    work.session.offers.found = (found_here("gemma"), found_here(HOSTILE))
    QTest.mouseClick(page.look_here, Qt.MouseButton.LeftButton)
    work.settle()
    found = [card for card in page.found.cards if isinstance(card, FoundCard)]
    assert [card.found.name for card in found] == ["gemma", HOSTILE]
    assert "Ollama" in found[0].words.text()
    found[0].use.setFocus()
    QTest.keyClick(found[0].use, Qt.Key.Key_Space)
    work.settle()
    assert "gemma" in [model.name for model in work.session.models.shelf]
    assert all(model.is_link for model in work.session.models.shelf)
    assert [card.found.name for card in page.found.cards if isinstance(card, FoundCard)] == [HOSTILE]
    assert page.look_here.hasFocus()  # the keyboard isn't lost with the card
    work.session.offers.fit["other"] = replace(SMALL_FIT, quantisation="Q8_0")
    page.place_wished.emit(found_here("other"))
    work.settle()
    cards = {card.model.name: card for card in page.shelf.cards if isinstance(card, ShelfCard)}
    assert "Q8_0" in cards["other"].facts.text()  # what it takes is told at once


def test_cards_that_change_leave_the_keyboard_where_it_went_since(work: WindowAtWork) -> None:
    page = opened(work)
    card = next(card for card in page.shelf.cards if isinstance(card, ShelfCard))
    card.options.setFocus()
    work.space.sidebar.search.setFocus()
    work.space.models.look()
    work.settle()
    assert card not in page.shelf.cards
    assert work.space.sidebar.search.hasFocus()


def test_what_other_programs_keep_and_can_not_be_used_is_told(work: WindowAtWork) -> None:
    page = opened(work)
    offers = work.session.offers
    offers.passed_over = (ModelError("model_part_missing", file="big-2.gguf", part=2, parts=3),)
    QTest.mouseClick(page.look_here, Qt.MouseButton.LeftButton)
    work.settle()
    assert "big-2.gguf is split into 3 parts" in page.problem.text()
    offers.passed_over *= 5
    offers.found = (found_here("gemma"),)
    QTest.mouseClick(page.look_here, Qt.MouseButton.LeftButton)
    work.settle()
    assert page.problem.text().count("big-2.gguf") == 3
    assert "2 more files" in page.problem.text()
    offers.passed_over = ()
    QTest.mouseClick(page.look_here, Qt.MouseButton.LeftButton)
    work.settle()
    assert not page.problem.isVisible()


def test_each_card_of_a_model_that_sees_says_so_once(work: WindowAtWork) -> None:
    page = opened(work)
    QTest.mouseClick(page.whole, Qt.MouseButton.LeftButton)
    work.settle()
    cards = [card for card in (*page.best.cards, *page.others.cards) if isinstance(card, OfferCard)]
    for card in cards:
        said = f"{card.words.text()} {card.facts.text()}".lower().count("pictures")
        assert said == (1 if card.offer.entry.projector is not None else 0), card.offer.entry.id
    assert any(card.offer.entry.projector is not None for card in cards)


def test_a_model_whose_file_is_gone_is_not_said_to_fit(work: WindowAtWork) -> None:
    work.session.models.shelf += [
        replace(
            a_model("Broken"),
            state=ModelState.MISSING,
            code="model_missing",
            parameters={"subject": "gone.gguf, which lay in a folder with quite a long name"},
        ),
        a_model("Llama-3.2-3B"),
    ]
    work.session.offers.fit = {"Broken": SMALL_FIT, "Llama-3.2-3B": SMALL_FIT}
    page = opened(work)
    cards = {card.model.name: card for card in page.shelf.cards if isinstance(card, ShelfCard)}
    gone, whole = cards["Broken"], cards["Llama-3.2-3B"]
    assert (gone.tag.isVisible(), whole.tag.text()) == (False, "fits")
    assert "gone.gguf" in gone.problem.text() and "tokens/s" not in gone.facts.text()
    place = page.shelf.cards.index(gone)
    beside = page.shelf.cards[place ^ 1]
    assert (gone.y(), gone.height()) == (beside.y(), beside.height())  # side by side, though one says more


def test_what_went_wrong_is_no_longer_said_when_something_else_is_added(work: WindowAtWork) -> None:
    page = opened(work)
    work.session.models.refuse = ModelError("looks_like_text", file="letter.gguf")
    work.space.models.add("/some/letter.gguf", False)
    work.settle()
    assert "text file" in page.problem.text()
    work.session.models.refuse = None
    work.space.models.add("/some/model.gguf", False)
    work.settle()
    assert not page.problem.isVisible()


def test_every_stop_on_the_page_has_a_name_and_no_label_guesses(work: WindowAtWork) -> None:
    work.session.models.shelf.append(a_model(HOSTILE))
    page = opened(work)
    work.session.offers.found = (found_here(HOSTILE),)
    work.work(lambda: work.session.downloads.tell(replace(loading(), title=HOSTILE)))
    QTest.mouseClick(page.look_here, Qt.MouseButton.LeftButton)
    work.settle()
    names = []
    for widget in all_widgets(page):
        if isinstance(widget, QLabel) and widget.text():
            assert widget.textFormat() is Qt.TextFormat.PlainText
            assert "\u202e" not in widget.text()
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            told = QAccessible.queryAccessibleInterface(widget)
            assert told is not None
            name = told.text(QAccessible.Text.Name)
            assert name, widget
            names.append(name)
    assert len(names) == len(set(names))  # "Use" alone would say nothing


def test_a_narrow_page_has_one_column(work: WindowAtWork) -> None:
    page = opened(work)
    first, second = page.others.cards[:2]
    assert first.y() == second.y()
    work.window.resize(700, 800)
    work.settle()
    assert first.x() == second.x()
    assert first.y() < second.y()
