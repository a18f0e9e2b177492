"""The first step of the first start: a model picked for this computer, fetched with one click from a real hub on
loopback through a real gateway process, and what stands there instead of the button."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from app.computer import Memory
from app.domain.devices import Device, DeviceKind
from app.domain.download import DownloadFacts, Phase
from app.domain.errors import CloudError, HearthError, ModelError, UsageError
from app.domain.ledger import Outcome
from app.services.download_run import Order
from app.services.events import DownloadChanged
from app.ui.models.cards import FoundCard
from app.ui.models.first_model import FirstModel
from app.ui.questions import ConfirmSheet
from app.ui.sheet import open_sheet_in
from tests.gateway.authority import Authority
from tests.models_app.model_hub import ModelHub, model_hub
from tests.services.downloads.downloads_at_work import DownloadsAtWork, downloads
from tests.services.downloads.outcome import MODEL, NAME, must_be_right
from tests.ui.fake_chat import a_model
from tests.ui.fake_downloads import GB, FakeDownloads, found_here
from tests.ui.fake_session import FakeSession
from tests.ui.window_at_work import WindowAtWork

Opens = Callable[..., WindowAtWork]


@pytest.fixture
def first(open_window: Opens) -> WindowAtWork:
    """The first start."""
    return open_window(FakeSession()).begin()


def card(work: WindowAtWork) -> FirstModel:
    work.settle()
    assert work.space.pages.currentWidget() is work.space.welcome
    return work.space.welcome.model


def loading(done: int = GB, phase: Phase = Phase.LOADING) -> DownloadFacts:
    return DownloadFacts("a", "Small", "https://huggingface.co:443", phase, done, 2 * GB, 18e6)


def test_one_model_is_picked_and_all_that_a_click_agrees_to_stands_below(first: WindowAtWork) -> None:
    step = card(first)
    assert re.fullmatch(r"Download \S.* · \d\.\d GB", step.download.text())
    assert step.download.isVisible() and step.download.isEnabled()
    assert step.tag.isVisible() and step.tag.text() == "fits"
    assert step.words.text() == "Picked for this computer: 8 cores · 16 GB."
    for part in ("huggingface.co", "Licence: ", "Free on this disk: 200 GB", "No word", "in the ledger"):
        assert part.lower() in step.terms.text().lower(), part
    said = QAccessible.queryAccessibleInterface(step.download)
    assert said is not None
    assert said.text(QAccessible.Text.Name) == step.download.text()
    assert "huggingface.co" in said.text(QAccessible.Text.Description)
    assert first.session.downloads.started == []


def test_a_model_that_lies_on_the_graphics_card_says_so(open_window: Opens) -> None:
    session = FakeSession()
    device = Device("Vulkan0", "Vulkan", "Vivid 9000", DeviceKind.GRAPHICS, 24 * GB, 24 * GB)
    session.offers.machine = replace(session.offers.machine, devices=(device,))
    step = card(open_window(session).begin())
    assert step.tag.text() == "fits on GPU"
    assert "Vivid 9000" in step.words.text()


def test_one_key_begins_it_and_its_card_pauses_goes_on_and_cancels(first: WindowAtWork) -> None:
    step = card(first)
    # From where the keyboard stands at first, to the button before it.
    assert step.file.hasFocus()
    QTest.keyClick(step.file, Qt.Key.Key_Backtab)
    QTest.keyClick(step.other, Qt.Key.Key_Backtab)
    assert step.download.hasFocus()
    QTest.keyClick(step.download, Qt.Key.Key_Space)
    first.settle()
    assert open_sheet_in(first.window) is None
    (order,) = first.session.downloads.started
    assert order.allowed_by == "the button on the first page"
    assert not step.download.isVisible() and not step.terms.isVisible()
    first.work(lambda: first.session.downloads.tell(replace(loading(), id=order.id)))
    running = step.running
    assert running is not None and running.isVisible()
    assert running.facts.text().startswith("1.0 GB of 2.0 GB   18 MB/s")
    assert running.progress.value() == 500
    QTest.mouseClick(running.pause, Qt.MouseButton.LeftButton)
    first.settle()
    assert [one.phase for one in first.session.downloads.downloads] == [Phase.PAUSED]
    QTest.mouseClick(running.resume, Qt.MouseButton.LeftButton)
    first.settle()
    assert [one.phase for one in first.session.downloads.downloads] == [Phase.LOADING]
    running.cancel.setFocus()
    QTest.keyClick(running.cancel, Qt.Key.Key_Space)
    ask = first.sheet
    assert isinstance(ask, ConfirmSheet)
    QTest.mouseClick(ask.yes, Qt.MouseButton.LeftButton)
    first.settle()
    assert step.running is None
    assert step.download.isVisible() and step.download.isEnabled()
    assert step.file.isVisible() and step.file.hasFocus()


def test_a_download_that_ends_leaves_the_keyboard_where_it_went_since(first: WindowAtWork) -> None:
    step = card(first)
    first.work(lambda: first.session.downloads.tell(loading()))
    running = step.running
    assert running is not None
    running.pause.setFocus()
    first.space.welcome.folder.setFocus()
    first.work(lambda: first.session.downloads.cancel("a"))
    assert step.running is None
    assert first.space.welcome.folder.hasFocus()


def test_why_it_failed_stands_on_the_card_and_is_said_once(first: WindowAtWork) -> None:
    step = card(first)
    first.work(lambda: first.session.downloads.tell(loading()))
    error = CloudError("server_not_reached", origin="X", reason="no answer")
    first.work(lambda: first.session.downloads.tell(replace(loading(phase=Phase.FAILED), error=error)))
    assert step.running is not None and "can't be reached" in step.running.problem.text()
    assert step.running.resume.isVisible()
    assert not first.window.toast.isVisible()


@pytest.mark.parametrize(
    ("refusal", "part"),
    [
        (CloudError("cloud_never"), "no server is ever asked"),
        (CloudError("cloud_blocked"), "blocked"),
        (CloudError("cloud_forbidden", path="/etc/hearth/policy.json"), "administrator"),
        (ModelError("downloads_forbidden", path="/etc/hearth/policy.json"), "administrator"),
        (UsageError("download_in_demo"), "demo"),
    ],
)
def test_where_nothing_may_be_fetched_words_stand_instead_of_the_button(
    open_window: Opens, refusal: HearthError, part: str
) -> None:
    session = FakeSession()
    session.downloads.refuse = refusal
    work = open_window(session).begin()
    step = card(work)
    assert not step.download.isVisible() and not step.tag.isVisible()
    assert part in step.words.text()
    assert step.file.isVisible() and step.other.isVisible()
    # What was changed elsewhere holds when the page is come back to.
    session.downloads.refuse = None
    work.window.acts.run("models.open")
    work.settle()
    QTest.keyClick(work.space.models.page.add, Qt.Key.Key_Escape)
    work.settle()
    assert step.download.isVisible()


def test_where_nothing_fits_the_card_says_so(open_window: Opens) -> None:
    session = FakeSession()
    session.offers.machine = replace(session.offers.machine, memory=Memory(GB // 4, GB // 8))
    step = card(open_window(session).begin())
    assert not step.download.isVisible()
    assert "None of the models" in step.words.text()


def test_models_of_other_programs_are_counted_and_shown(open_window: Opens) -> None:
    session = FakeSession()
    session.offers.found = (found_here("gemma"), found_here("qwen"))
    work = open_window(session).begin()
    step = card(work)
    assert step.found.text() == "Use models I already have (Ollama, 2 found)"
    QTest.mouseClick(step.found, Qt.MouseButton.LeftButton)
    work.settle()
    page = work.space.models.page
    assert work.space.pages.currentWidget() is page
    first_card = page.found.cards[0]
    assert isinstance(first_card, FoundCard)
    assert first_card.use.hasFocus()
    QTest.keyClick(first_card.use, Qt.Key.Key_Space)
    work.settle()
    assert work.session.models.current == "gemma"
    assert work.space.pages.home is work.space.chat


def test_without_any_there_is_no_such_link(first: WindowAtWork) -> None:
    assert not card(first).found.isVisible()


@pytest.mark.parametrize("width", [440, 700, 1360])
@pytest.mark.parametrize("code", ["en", "de", "ar"])
def test_every_part_of_the_card_is_whole_in_each_language(open_window: Opens, code: str, width: int) -> None:
    session = FakeSession()
    session.settings.set("window.language", code)
    session.offers.found = (found_here("gemma"),)
    work = open_window(session).begin()
    work.window.resize(width, 1100)
    step = card(work)
    work.settle()
    for part in (step.download, step.tag, step.other, step.file, step.found, step.words, step.terms):
        assert part.visibleRegion().boundingRect() == part.rect(), (part.text(), part.rect())
        assert part.width() >= min(part.sizeHint().width(), part.minimumSizeHint().width())
    if step.other.y() == step.file.y():  # the first link stands where the language begins
        assert (step.other.x() > step.file.x()) is (code == "ar")


# ---- a real hub


class HubDownloads(FakeDownloads):
    """The real service and gateway, whose model comes from the hub of a test."""

    def __init__(self, work: DownloadsAtWork, session: FakeSession) -> None:
        super().__init__(session.publish)
        self.work = work
        self.session = session

    @property
    def downloads(self) -> tuple[DownloadFacts, ...]:
        return self.work.do(lambda: self.work.service.downloads)

    def prepare(self, _text: str, allowed_by: str) -> tuple[Order, int]:
        return replace(self.work.order(), allowed_by=allowed_by), 200 * GB

    def start(self, order: Order) -> None:
        self.work.start(order)

    def pause(self, identity: str) -> None:
        self.work.do(lambda: self.work.service.pause(identity))

    def resume(self, identity: str) -> None:
        self.work.do(lambda: self.work.service.resume(identity))

    def hand_on(self) -> None:
        """Tell the window what the service told since."""
        while not self.work.heard.empty():
            event = self.work.heard.get()
            if isinstance(event, DownloadChanged):
                here = {model.name for model in self.session.models.shelf}
                done = {facts.name for facts in event.downloads if facts.phase is Phase.DONE}
                self.session.models.shelf += [a_model(name, is_link=False) for name in done - here]
            self.session.publish(event)


@pytest.fixture
def hub(authority: Authority) -> Iterator[ModelHub]:
    with model_hub(authority, {NAME: MODEL}) as made:
        yield made


@pytest.fixture
def fetching(tmp_path: Path, hub: ModelHub, authority: Authority) -> Iterator[HubDownloads]:
    session = FakeSession()
    with downloads(tmp_path / "profile", hub, authority.pem) as work:
        session.downloads = made = HubDownloads(work, session)
        yield made


def wait(work: WindowAtWork, fetching: HubDownloads, until: Callable[[], bool]) -> None:
    """Until it is so in the window, which hears what the service tells."""

    def heard() -> bool:
        fetching.hand_on()
        work.settle()
        return until()

    work.qtbot.waitUntil(heard)


def test_m1_silent_nothing_is_asked_before_the_click_and_all_of_it_is_in_the_ledger(
    fetching: HubDownloads, hub: ModelHub, open_window: Opens
) -> None:
    work = open_window(fetching.session).begin()
    step = card(work)
    assert step.download.isEnabled()
    assert (hub.hub.requests, hub.content.requests, fetching.work.ledger) == ([], [], [])
    assert fetching.work.gateways.started == []
    QTest.mouseClick(step.download, Qt.MouseButton.LeftButton)
    wait(work, fetching, lambda: work.space.pages.currentWidget() is work.space.chat)
    # Ready: the model is the one that answers, and the question's field has the keyboard.
    assert work.session.models.current == "small-Q4_K_M"
    assert work.space.chat.composer.field.hasFocus()
    assert "is here" in work.window.toast.label.text()
    (facts,) = fetching.downloads
    must_be_right(fetching.work, facts)
    rows = fetching.work.ledger
    assert rows and {row.allowed_by for row in rows} == {"the button on the first page"}
    assert {(row.purpose, row.sent_bytes, row.outcome) for row in rows} == {
        ("download_model", 0, Outcome.ANSWERED)
    }
    assert sum(row.received_bytes for row in rows if "list of files" not in row.model) == hub.sent_bytes


def test_a_pause_in_its_midst_keeps_what_came_and_goes_on_there(
    fetching: HubDownloads, hub: ModelHub, open_window: Opens
) -> None:
    work = open_window(fetching.session).begin()
    step = card(work)
    with hub.stalling(1_000_000):
        QTest.mouseClick(step.download, Qt.MouseButton.LeftButton)
        wait(work, fetching, lambda: step.running is not None and step.running.progress.value() > 100)
        assert step.running is not None
        QTest.mouseClick(step.running.pause, Qt.MouseButton.LeftButton)
        wait(work, fetching, lambda: step.running is not None and step.running.resume.isVisible())
    assert "what has come is kept" in step.running.words.text()
    QTest.mouseClick(step.running.resume, Qt.MouseButton.LeftButton)
    wait(work, fetching, lambda: work.space.pages.currentWidget() is work.space.chat)
    assert hub.starts()[1] > 0
    assert {row.outcome for row in fetching.work.ledger} == {Outcome.ANSWERED, Outcome.STOPPED}


def test_what_is_forbidden_after_the_page_was_shown_is_told_and_nothing_is_asked(
    fetching: HubDownloads, hub: ModelHub, open_window: Opens
) -> None:
    work = open_window(fetching.session).begin()
    step = card(work)

    def never() -> None:
        raise CloudError("cloud_never")

    fetching.work.must_be_allowed = never
    QTest.mouseClick(step.download, Qt.MouseButton.LeftButton)
    wait(work, fetching, work.space.welcome.problem.isVisible)
    assert "no server is ever asked" in work.space.welcome.problem.text()
    assert (hub.hub.requests, hub.content.requests, fetching.work.ledger) == ([], [], [])
