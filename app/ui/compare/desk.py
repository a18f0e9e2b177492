"""What the window does about comparisons: asking with leave, showing, votes. Window process, main thread.

Services are reached through the door only; nothing is decided here about what may leave.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.cloud_choice import CloudChoice
from app.domain.comparison import Comparison, ComparisonHead, Tally, Vote, Who
from app.domain.errors import HearthError
from app.services.cloud_preview import CloudPreview
from app.services.events import ComparisonChanged, ComparisonGrew, Event, ModelReady
from app.services.provider_service import ProviderList
from app.services.sentences import sentence
from app.ui.cloud.consent_sheet import ConsentSheet
from app.ui.compare.page import ComparePage
from app.ui.door import Door
from app.ui.markdown.visible_text import visible
from app.ui.ports import OpenSession
from app.ui.questions import ConfirmSheet
from app.ui.theme import Theme
from app.ui.transcript import wording
from app.ui.typesetter import Typesetter

Kept = tuple[str, tuple[ComparisonHead, ...], tuple[Tally, ...]]


class CompareDesk(QObject):
    """Keeps the page true to the comparisons.

    Signals: `told` with a sentence; `link_wished` with an address; `servers_wished`: the list of servers is.
    """

    told = Signal(str)
    link_wished = Signal(str)
    servers_wished = Signal()

    def __init__(
        self, theme: Theme, door: Door, session: OpenSession, window: QWidget, typesetter: Typesetter
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._door = door
        self._session = session
        self._window = window
        self._typesetter = typesetter
        self._page: ComparePage | None = None
        self._shown: Comparison | None = None
        self._running = ""  # the comparison under way, and what has come of its answers
        self._grown: dict[Who, str] = {}
        self._error: HearthError | None = None
        self._asking = False
        self._looks = 0  # at a sheet: of several answers the last one counts

    @property
    def page(self) -> ComparePage:
        """The page. Made when it is first asked for."""
        if self._page is None:
            page = self._page = ComparePage(self._theme, self._typesetter)
            page.compare_wished.connect(self.compare)
            page.stop_wished.connect(self.stop)
            page.servers_wished.connect(self.servers_wished)
            page.voted.connect(self.vote)
            page.opened.connect(self.show_kept)
            page.remove_wished.connect(self.ask_to_remove)
            page.link_wished.connect(self.link_wished)
        return self._page

    def open(self, question: str) -> None:
        """The page is shown now; `question` stands in its field unless another does."""
        if question.strip() and not self.page.question.toPlainText().strip():
            self.page.question.setPlainText(question)
        self.refresh()
        self.page.question.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def refresh(self) -> None:
        """Read again whom one can ask, and what there is."""
        session = self._session

        def read() -> tuple[ProviderList, str, Kept]:
            comparing = session.comparing
            return (
                session.providers.list(),
                session.models.current,
                (
                    comparing.running,
                    comparing.heads(),
                    comparing.tallies(),
                ),
            )

        self._door.run(read, self._have)

    def servers_changed(self) -> None:
        """Whom one can compare with may be others now."""
        if self._page is not None and self._page.isVisible():
            self.refresh()

    def take(self, event: Event) -> None:
        """An answer grew or ended, or another model is in memory."""
        if isinstance(event, ComparisonGrew):
            self._grow(event)
        elif isinstance(event, ComparisonChanged):
            self._change(event)
        elif isinstance(event, ModelReady):
            self.servers_changed()

    # ---- asking

    @Slot()
    def compare(self) -> None:
        """Show what would leave, and ask both once the person has agreed."""
        question, server = self.page.question.toPlainText(), self.page.server.value
        if self._asking or self._running or not isinstance(server, tuple):
            return
        name, model = server
        self._asking = True
        comparing = self._session.comparing
        self._door.start(
            lambda then, failed: comparing.preview(question, name, then, failed, model),
            self._previewed,
            self._not_previewed,
        )

    @Slot()
    def stop(self) -> None:
        """Stop both answers."""
        self._door.run(self._session.comparing.stop)

    def _previewed(self, preview: CloudPreview) -> None:
        self._asking = False
        self.page.show_problem("")
        sheet = ConsentSheet(self._theme, self._window, "", preview, once=True)
        sheet.agreed.connect(self._go)
        sheet.kept_local.connect(lambda: self.told.emit(self.tr("Nothing was sent.")))
        sheet.wished_again.connect(lambda choice: self._look_again(sheet, preview, choice))
        sheet.open_over(sheet.keep)

    def _look_again(self, sheet: ConsentSheet, preview: CloudPreview, choice: CloudChoice) -> None:
        """Another limit: the longest answer, and so the bytes, are others."""
        self._looks += 1
        number, comparing = self._looks, self._session.comparing

        def told(made: CloudPreview) -> None:
            if self._looks == number:
                sheet.show_preview(made)

        def failed(error: Exception) -> None:
            if self._looks == number and isinstance(error, HearthError):
                sheet.refuse(sentence(error, self.tr))

        self._door.run(lambda: comparing.again(preview, choice), told, failed)

    @Slot(object)
    def _go(self, preview: CloudPreview) -> None:
        comparing, blind = self._session.comparing, self.page.blind.switch.isChecked()
        self._door.run(lambda: comparing.start(preview, blind=blind), None, self._failed)

    def _not_previewed(self, error: Exception) -> None:
        self._asking = False
        self._failed(error)

    # ---- showing

    @Slot(str)
    def show_kept(self, comparison_id: str) -> None:
        """Show a comparison of the list."""
        comparing = self._session.comparing
        self._door.run(lambda: comparing.get(comparison_id), self._show, self._failed)

    def _show(self, comparison: Comparison) -> None:
        self._shown = comparison
        here = comparison.id == self._running
        first, second = ((self._grown.get(one.who, "") if here else "") for one in comparison.in_order)
        self.page.show_comparison(comparison, self._error if here else None, (first, second))

    def _grow(self, event: ComparisonGrew) -> None:
        if event.comparison_id != self._running:
            return
        self._grown[event.who] = self._grown.get(event.who, "") + event.text
        shown = self._shown
        if shown is None or shown.id != self._running or shown.hidden:
            return
        place = next(at for at, one in enumerate(shown.in_order) if one.who is event.who)
        card = self.page.cards[place]
        card.grow(event.text)
        card.show_lines(self.tr("Being written…"), "")

    def _change(self, event: ComparisonChanged) -> None:
        changed = event.comparison
        if changed.id != self._running and not changed.ended:
            self._running, self._grown, self._error, self._shown = changed.id, {}, None, changed
        if event.error is not None:
            self._error = event.error
        for answer in changed.in_order:
            if answer.text:
                self._grown[answer.who] = answer.text
        if self._shown is not None and self._shown.id == changed.id:
            self._show(changed)
        if changed.ended:
            if changed.id == self._running:
                self._running = ""
                self._tell_ended(changed)
            self.refresh()
        self.page.show_busy(bool(self._running))

    def _tell_ended(self, comparison: Comparison) -> None:
        if comparison.can_be_judged and self.page.isVisible():
            self.page.votes[0].setFocus(Qt.FocusReason.OtherFocusReason)
        elif comparison.can_be_judged:
            self.told.emit(self.tr("Both answers are there: the Compare page waits for your vote."))

    # ---- votes and the list

    @Slot(object)
    def vote(self, vote: Vote) -> None:
        """Keep what the person found of the comparison that is shown."""
        shown, comparing = self._shown, self._session.comparing
        if shown is not None:
            self._door.run(lambda: comparing.vote(shown.id, vote), None, self._failed)

    @Slot(str)
    def ask_to_remove(self, comparison_id: str) -> None:
        """Delete a comparison, once the person has said so."""
        ConfirmSheet(
            self._theme,
            self._window,
            self.tr("Delete this comparison?"),
            self.tr(
                "Its question, both answers and the bytes that were sent are removed for good, and your vote no longer "
                "counts. The ledger keeps that something was sent."
            ),
            self.tr("Delete"),
            lambda: self._remove(comparison_id),
        ).open_over()

    def _remove(self, comparison_id: str) -> None:
        def done(_nothing: None) -> None:
            if self._shown is not None and self._shown.id == comparison_id:
                self._shown = None
                self.page.show_comparison(None, None, ("", ""))
            if self._running == comparison_id:
                self._running = ""
                self.page.show_busy(False)
            self.refresh()

        self._run(lambda: self._session.comparing.remove(comparison_id), done)

    def _have(self, found: tuple[ProviderList, str, Kept]) -> None:
        known, local, (self._running, heads, tallies) = found
        refusal = known.refusal
        self.page.show_problem(sentence(refusal, self.tr) if refusal is not None else "")
        names: list[tuple[object, str]] = []
        for provider in (one.provider for one in known.servers if refusal is None):
            names.append(((provider.name, ""), visible(provider.name)))
            names += [
                ((provider.name, model), wording.where(visible(model), provider.name))
                for model in provider.models
            ]
        self.page.show_servers(names, visible(local))
        self.page.show_kept(heads, tallies)
        self.page.show_busy(bool(self._running))

    def _run(self, work: Callable[[], None], done: Callable[[None], None]) -> None:
        self._door.run(work, done, self._failed)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, HearthError):
            self.page.show_problem(sentence(error, self.tr))
