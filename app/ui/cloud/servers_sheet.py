"""The sheet in which servers are named, changed, tried and removed. Window process, main thread.

Saving sends nothing. "Test" and "Ask for the list" send one request each, without a word of the person's.
"""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QBoxLayout, QListWidget, QVBoxLayout, QWidget

from app.domain.errors import HearthError, UsageError
from app.domain.provider import Provider
from app.services.provider_keys import Secrets
from app.services.provider_service import ModelList, ProviderFacts, ProviderList
from app.services.sentences import sentence
from app.ui.cloud.server_form import ServerForm
from app.ui.door import Door
from app.ui.fitting_scroll import FittingScroll
from app.ui.language import number_words
from app.ui.markdown.visible_text import visible
from app.ui.parts import Button, PlainLabel, set_look
from app.ui.ports import OpenSession
from app.ui.sheet import Sheet
from app.ui.theme import Theme

WIDTH_PX = 860
LIST_PX, LIST_LOW_PX = 190, 84
BESIDE_FROM_PX = 760  # of the window's width; in a narrower one the form stands below the list
T = TypeVar("T")


class ServersSheet(Sheet):
    """A list at the left, the chosen server at the right. `changed` is called after each change."""

    def __init__(
        self, theme: Theme, window: QWidget, door: Door, session: OpenSession, changed: Callable[[], None]
    ) -> None:
        super().__init__(theme, window, self.tr("Servers"), width_px=WIDTH_PX)
        self._door = door
        self._service = session.providers
        self._changed = changed
        self._known = ProviderList((), None, False)
        self._former = ""  # the name of the one that is shown, empty for one to be
        self.add_paragraph(
            self.tr(
                "A server is asked only in conversations that you switch to it, after you have seen what would leave. "
                "Naming one here sends nothing."
            ),
            "muted",
        )
        self.refusal = self.add_paragraph("", "problem")
        inside = QWidget()
        beside = window.width() >= BESIDE_FROM_PX
        row = QBoxLayout(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom, inside
        )
        row.setContentsMargins(0, 0, 6, 0)
        row.setSpacing(16)
        side = QVBoxLayout()
        side.setSpacing(8)
        row.addLayout(side)
        self.list = QListWidget()
        set_look(self.list, "choices")
        self.list.setAccessibleName(self.tr("Servers"))
        if beside:
            self.list.setFixedWidth(LIST_PX)
        else:
            self.list.setFixedHeight(LIST_LOW_PX)
        self.list.currentRowChanged.connect(self._row_chosen)
        side.addWidget(self.list, 1)
        self.new = Button(theme, self.tr("New"), icon_name="plus", on_click=self._new)
        self.remove = Button(theme, self.tr("Remove"), "danger", on_click=self._remove)
        side.addWidget(self.new)
        side.addWidget(self.remove)
        self.form = ServerForm(theme)
        self.form.edited.connect(self._check)
        self.form.unreadable.connect(self._unreadable)
        self.form.ask_models.clicked.connect(self._ask_models)
        row.addWidget(self.form, 1)
        self.body.addWidget(FittingScroll(inside))
        self.outcome = PlainLabel("", "muted", wrap=True)
        self.body.addWidget(self.outcome)
        self.problem = PlainLabel("", "problem", wrap=True)
        self.body.addWidget(self.problem)
        self.try_it = self.add_button(self.tr("Test"))
        self.try_it.clicked.connect(self._test)
        self.buttons.addStretch(1)
        self.close_button = self.add_button(self.tr("Close"))
        self.close_button.clicked.connect(self.accept)
        self.save = self.add_button(self.tr("Save"), "primary")
        self.save.clicked.connect(self._save)
        self._say()
        self._fetch("")

    # ---- what is shown

    def _fetch(self, select: str) -> None:
        def have(known: ProviderList) -> None:
            self._known = known
            names = [facts.provider.name for facts in known.servers]
            self.list.blockSignals(True)
            self.list.clear()
            self.list.addItems([visible(name) for name in names])
            self.list.setCurrentRow(names.index(select) if select in names else 0 if names else -1)
            self.list.blockSignals(False)
            self.form.show_keyring(known.keyring)
            self.refusal.say(sentence(known.refusal, self.tr) if known.refusal is not None else "")
            self._row_chosen(self.list.currentRow())

        self._door.run(self._service.list, have)

    @Slot(int)
    def _row_chosen(self, row: int) -> None:
        chosen = self._known.servers[row] if 0 <= row < len(self._known.servers) else None
        self._show(chosen)

    def _show(self, facts: ProviderFacts | None) -> None:
        self._former = facts.provider.name if facts is not None else ""
        self.form.show_server(facts)
        self.remove.setEnabled(facts is not None)
        self._say()
        self._check()

    @Slot()
    def _check(self) -> None:
        self.save.setEnabled(self.form.is_complete)
        may_ask = self._known.refusal is None and bool(self.form.address.text().strip())
        self.try_it.setEnabled(may_ask)
        self.form.ask_models.setEnabled(may_ask)

    # ---- what is done

    @Slot()
    def _new(self) -> None:
        self.list.blockSignals(True)
        self.list.setCurrentRow(-1)
        self.list.blockSignals(False)
        self._show(None)
        self.form.name.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _save(self) -> None:
        provider = self._typed(named=True)
        if provider is None:
            return
        prices, secrets, lasting = (
            self.form.price.prices(),
            self.form.secrets(),
            self.form.lasting.isChecked(),
        )
        service, former = self._service, self._former

        def done(kept: bool) -> None:
            self._fetch(provider.name)
            self._changed()
            if not kept:
                self.outcome.say(
                    self.tr("What you typed isn't in a keyring: it is forgotten when Hearth ends.")
                )

        self._door.run(
            lambda: service.save(provider, prices, secrets, lasting=lasting, former=former),
            done,
            self._failed,
        )

    @Slot()
    def _remove(self) -> None:
        service, former = self._service, self._former

        def done(_nothing: None) -> None:
            self._fetch("")
            self._changed()

        self._door.run(lambda: service.remove(former), done, self._failed)

    # What answers after seconds comes back by bound methods: the door drops calls to a sheet that is closed by then.

    @Slot()
    def _test(self) -> None:
        self._ask(self._service.test, self._tested)

    def _tested(self, number: int) -> None:
        words = self.tr("It answers, and takes the key (entry {number} of the ledger).")
        self._say(words.format(number=number_words(number)))

    @Slot()
    def _ask_models(self) -> None:
        self._ask(self._service.models, self._have_models)

    def _have_models(self, offered: ModelList) -> None:
        self.form.show_models(offered)
        self._say(self.tr("%Ln model(s) to choose from.", "", len(offered.names)))

    def _ask(
        self,
        request: Callable[[Provider, Secrets, Callable[[T], None], Callable[[Exception], None]], None],
        then: Callable[[T], None],
    ) -> None:
        provider = self._typed(named=False)
        if provider is not None:
            secrets = self.form.secrets()
            self._say(self.tr("Asking {host}…").format(host=provider.origin.host))
            self._door.start(
                lambda told, failed: request(provider, secrets, told, failed), then, self._failed
            )

    # ---- inside

    def _typed(self, *, named: bool) -> Provider | None:
        """What stands in the form; None, with the reason shown, when it makes no sense."""
        try:
            return self.form.provider(named=named)
        except HearthError as error:
            self._failed(error)
            return None

    @Slot(str)
    def _unreadable(self, path: str) -> None:
        self._failed(UsageError("provider_file_unreadable", path=path, reason=self.tr("not text")))

    def _failed(self, error: Exception) -> None:
        if isinstance(error, HearthError):
            self._say()
            self.problem.say(sentence(error, self.tr))

    def _say(self, words: str = "") -> None:
        self.outcome.say(words)
        self.problem.say("")
