"""The sheet that shows every byte before it leaves. Window process, main thread.

Nothing on it is confirmed by Enter, and nothing at all in its first half second: a key or click that was meant for
what was there before must not send a word.
"""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.domain.cloud_choice import AskReason, CloudChoice
from app.domain.labels import Grant
from app.domain.provider import Place
from app.services.cloud_preview import CloudPreview
from app.ui.cloud.documents import DocumentChoice
from app.ui.cloud.limit_row import LimitRow
from app.ui.cloud.payload_view import PayloadView
from app.ui.cloud.switch_row import SwitchRow
from app.ui.fitting_scroll import FittingScroll
from app.ui.markdown.visible_text import visible
from app.ui.parts import PlainLabel
from app.ui.sheet import Sheet
from app.ui.theme import Theme

WIDTH_PX = 720
DEAF_MS = 500
HTTPS_PORT = 443
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.TouchBegin,
    }
)


class ConsentSheet(Sheet):
    """Signals:

    agreed: send exactly this preview.
    kept_local: nothing goes; the conversation stays on this computer.
    wished_again: show what would leave under this choice.

    Attributes: `listens`, whether it hears keys and clicks by now.
    """

    agreed = Signal(object)
    kept_local = Signal()
    wished_again = Signal(object)

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        title: str,
        preview: CloudPreview,
        deaf_ms: int = DEAF_MS,
        *,
        once: bool = False,
    ) -> None:
        """`deaf_ms` is for how long it hears nothing. `once`: it is one question of no conversation."""
        name = visible(preview.provider.name)
        super().__init__(theme, window, self.tr("Send this to {name}?").format(name=name), width_px=WIDTH_PX)
        self._preview = preview
        self._deaf_ms = deaf_ms
        self.listens = False
        self._once = once
        self.add_paragraph(self._where_to(visible(title)), "muted")
        self.why = self.add_paragraph("", "cloud-why")
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 6, 6, 0)
        self._column.setSpacing(10)
        self.view = PayloadView(theme)
        self._column.addWidget(self.view)
        self._add_grants(theme)
        self.body.addWidget(FittingScroll(inside))
        self.keep = self.add_button(self.tr("Send nothing") if once else self.tr("Keep it local"), "ghost")
        self.keep.setDefault(True)
        self.keep.clicked.connect(self._keep_local)
        self.buttons.addStretch(1)
        self.edit = self.add_button(self.tr("Edit before sending"))
        self.edit.clicked.connect(self.reject)
        self.send = self.add_button(self.tr("Send to {name}").format(name=name), "cloud")
        self.send.clicked.connect(self._agree)
        self.show_preview(preview)

    def show_preview(self, preview: CloudPreview) -> None:
        """Show what would leave now."""
        self._preview = preview
        grant = preview.choice.grant
        self.view.show_preview(preview)
        self.why.say(self._why(preview))
        self.staying.say(
            self.tr("%Ln earlier message(s) stay here.", "", preview.staying) if preview.staying else ""
        )
        for row, is_there, on in (
            (self.earlier, preview.has_earlier, grant.earlier),
            (self.answers, preview.has_answers, grant.earlier_answers),
            (self.instructions, preview.has_instructions, grant.system_prompt),
            (self.files, bool(preview.documents), any(one.granted for one in preview.documents)),
        ):
            row.setVisible(is_there)
            row.show_value(on)
        self.documents.show_documents(preview.documents)
        self.documents.setVisible(bool(preview.documents))
        self.always.show_value(preview.choice.ask_always)
        self.limit.show_preview(preview)
        self.send.setEnabled(True)

    def refuse(self, words: str) -> None:
        """It can't be sent like this: say why."""
        self.why.say(words)
        self.send.setEnabled(False)

    def showEvent(self, event: QShowEvent) -> None:
        """Deaf at first."""
        super().showEvent(event)
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        QTimer.singleShot(self._deaf_ms, self, self._listen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swallow what was meant for what stood here before."""
        if event.type() not in _INPUT or not isinstance(watched, QWidget):
            return False
        return watched is self or self.isAncestorOf(watched)

    def reject(self) -> None:
        """Escape and the like, once it listens."""
        if self.listens:
            super().reject()

    # ---- inside

    def _add_grants(self, theme: Theme) -> None:
        self.staying = PlainLabel("", "muted", wrap=True)
        self.earlier = SwitchRow(
            theme,
            self.tr("Include what you wrote earlier"),
            self.tr("Off: only what you type from now on goes."),
        )
        self.answers = SwitchRow(
            theme,
            self.tr("Include earlier answers from this computer"),
            self.tr("An answer made from a file goes only if that file may go, too."),
        )
        self.instructions = SwitchRow(
            theme, self.tr("Include the instructions of this conversation"), self.tr("Off: they stay here.")
        )
        self.files = SwitchRow(
            theme,
            self.tr("Include passages from your files"),
            self.tr("Off: answers from the cloud won't see your library."),
        )
        self.documents = DocumentChoice()
        self.always = SwitchRow(theme, self.tr("Ask me before every message"))
        self.limit = LimitRow(once=self._once)
        for widget in (
            self.staying, self.earlier, self.answers, self.instructions, self.files, self.documents, self.always,
            self.limit,
        ):  # fmt: skip
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self.always.setVisible(not self._once)
        self.earlier.chosen.connect(lambda on: self._grant(replace(self._grant_now, earlier=on)))
        self.answers.chosen.connect(lambda on: self._grant(replace(self._grant_now, earlier_answers=on)))
        self.instructions.chosen.connect(lambda on: self._grant(replace(self._grant_now, system_prompt=on)))
        self.files.chosen.connect(self._all_files)
        self.documents.chosen.connect(self._one_file)
        self.always.chosen.connect(lambda on: self._keep(replace(self._preview.choice, ask_always=on)))
        self.limit.chosen.connect(self._limit)

    @property
    def _grant_now(self) -> Grant:
        return self._preview.choice.grant

    def _grant(self, grant: Grant) -> None:
        """Have it composed under another grant; until then nothing can be sent."""
        self.send.setEnabled(False)
        self.wished_again.emit(replace(self._preview.choice, grant=grant))

    @Slot(int)
    def _limit(self, micro: int) -> None:
        """The longest answer that is asked for stands in the bytes."""
        self.send.setEnabled(False)
        self.wished_again.emit(replace(self._preview.choice, limit_micro=micro))

    def _keep(self, choice: CloudChoice) -> None:
        """What changes no byte."""
        self._preview = replace(self._preview, choice=choice)

    @Slot(bool)
    def _all_files(self, on: bool) -> None:
        offered = {document.path for document in self._preview.documents}
        others = self._grant_now.documents - offered
        self._grant(replace(self._grant_now, documents=frozenset(others | offered) if on else others))

    @Slot(str, bool)
    def _one_file(self, path: str, on: bool) -> None:
        documents = self._grant_now.documents
        self._grant(replace(self._grant_now, documents=documents | {path} if on else documents - {path}))

    @Slot()
    def _agree(self) -> None:
        if self.listens and self.send.isEnabled():
            self.accept()
            self.agreed.emit(self._preview)

    @Slot()
    def _keep_local(self) -> None:
        if self.listens:
            self.accept()
            self.kept_local.emit()

    @Slot()
    def _listen(self) -> None:
        self.listens = True
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    def _where_to(self, title: str) -> str:
        provider = self._preview.provider
        origin = provider.origin
        host = origin.host if origin.port == HTTPS_PORT else f"{origin.host}:{origin.port}"
        whose = (
            self.tr("your own server {host}").format(host=host)
            if provider.place is Place.OWN
            else self.tr("{host}, a server that isn't yours").format(host=host)
        )
        way = self.tr("over TLS") if origin.scheme == "https" else self.tr("without leaving this computer")
        if self._once:
            return self.tr(
                "If you allow it, this one question goes to {whose}, {way}, once. Nothing of any conversation goes "
                "with it."
            ).format(whose=whose, way=way)
        return self.tr(
            "If you allow it, messages of this conversation (“{title}”) go to {whose}, {way}, until you switch it "
            "off. No other conversation is affected."
        ).format(title=title, whose=whose, way=way)

    def _why(self, preview: CloudPreview) -> str:
        if preview.why is AskReason.NEW_KIND:
            return self.tr(
                "You are asked again because a kind of text would go that you haven't agreed to yet."
            )
        if preview.why is AskReason.CONTINUED:
            return self.tr(
                "You are asked because an answer that broke off goes back to be continued, with its question and all "
                "that it needs."
            )
        if preview.why is AskReason.GREW:
            return self.tr("You are asked again because this is more than twice what you agreed to.")
        return ""
