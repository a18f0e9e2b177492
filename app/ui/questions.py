"""The small sheets that ask one thing: sure?, which name?, open this address? Window process, main thread.

Words are plain text. Enter never confirms what can't be undone or what leaves the program: the safe button
is the default one.
"""

from collections.abc import Callable

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.ui.field_direction import FieldDirection
from app.ui.links import ADDRESS_LIMIT, browsable, open_in_browser
from app.ui.parts import PlainLabel, set_look
from app.ui.sheet import Sheet
from app.ui.theme import Theme


class ConfirmSheet(Sheet):
    """Asks before something that can't be undone. `act` runs when the person says yes."""

    def __init__(
        self, theme: Theme, window: QWidget, title: str, text: str, yes: str, act: Callable[[], None]
    ) -> None:
        super().__init__(theme, window, title)
        self.add_paragraph(text, "muted")
        self.buttons.addStretch(1)
        self.keep = self.add_button(self.tr("Keep it"))
        self.keep.setDefault(True)
        self.keep.clicked.connect(self.reject)
        self.yes = self.add_button(yes, "danger")
        self.yes.clicked.connect(self.accept)
        self.accepted.connect(act)


class TellSheet(Sheet):
    """Says what happened, why, and what to do next."""

    def __init__(self, theme: Theme, window: QWidget, title: str, text: str) -> None:
        super().__init__(theme, window, title)
        self.add_paragraph(text)
        self.buttons.addStretch(1)
        close = self.add_button(self.tr("Close"), "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)


class NameSheet(Sheet):
    """Asks for one line of text; `take` gets it, stripped and never empty."""

    def __init__(
        self, theme: Theme, window: QWidget, title: str, label: str, text: str, take: Callable[[str], None]
    ) -> None:
        super().__init__(theme, window, title, width_px=460)
        self._take = take
        self.field = QLineEdit(text)
        self.field.setAccessibleName(label)
        self.field.setMaxLength(200)
        self.field.selectAll()
        self.body.addWidget(self.field)
        self.buttons.addStretch(1)
        cancel = self.add_button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save = self.add_button(self.tr("Rename"), "primary")
        self.save.setDefault(True)
        self.save.clicked.connect(self._finish)

    @Slot()
    def _finish(self) -> None:
        text = " ".join(self.field.text().split())
        if text:
            self._take(text)
            self.accept()


class InstructionsSheet(Sheet):
    """The system prompt of one conversation."""

    def __init__(self, theme: Theme, window: QWidget, text: str, take: Callable[[str], None]) -> None:
        super().__init__(theme, window, self.tr("Instructions for this conversation"))
        self._take = take
        self.add_paragraph(
            self.tr(
                "The model reads this before every question of this conversation. Leave it empty for none."
            ),
            "muted",
        )
        self.field = QPlainTextEdit(text)
        FieldDirection(self.field)
        set_look(self.field, "field")
        self.field.setAccessibleName(self.tr("Instructions for this conversation"))
        self.field.setTabChangesFocus(True)
        self.field.setMinimumHeight(160)
        self.body.addWidget(self.field)
        self.buttons.addStretch(1)
        cancel = self.add_button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save = self.add_button(self.tr("Use from now on"), "primary")
        self.save.clicked.connect(self._finish)

    @Slot()
    def _finish(self) -> None:
        self._take(self.field.toPlainText().strip())
        self.accept()


class LinkSheet(Sheet):
    """Shows a whole address and asks. Only https may be opened, by the system's browser; copying is always
    possible, opening is never the default."""

    def __init__(self, theme: Theme, window: QWidget, address: str) -> None:
        super().__init__(theme, window, self.tr("Open this address in your browser?"))
        self._address = address
        url = browsable(address)
        if url is None:
            self.heading.setText(self.tr("Hearth doesn't open this address"))
            why = self.tr(
                "It was written by the model and isn't a plain https address, so opening it could do "
                "something you don't expect. You can copy it."
            )
        else:
            why = self.tr(
                "The address was written by the model. Your browser will connect to {host}, which then knows "
                "that this computer asked."
            ).format(host=url.host())
        self.add_paragraph(why, "muted")
        shown = QPlainTextEdit(address[:ADDRESS_LIMIT])
        set_look(shown, "field")
        shown.setReadOnly(True)
        shown.setTabChangesFocus(True)
        shown.setAccessibleName(self.tr("Full address"))
        shown.setFixedHeight(78)
        self.body.addWidget(shown)
        if url is not None and "xn--" in url.host(QUrl.ComponentFormattingOption.FullyEncoded):
            self.body.addWidget(
                PlainLabel(
                    self.tr("The name holds letters of another script that can look like others."),
                    "problem",
                    wrap=True,
                )
            )
        self.problem = PlainLabel("", "problem", wrap=True)
        self.problem.hide()
        self.body.addWidget(self.problem)
        self.open_button = self.add_button(self.tr("Open in browser"))
        self.open_button.setVisible(url is not None)
        self.open_button.clicked.connect(self._open)
        self.copy_button = self.add_button(self.tr("Copy address"), icon_name="copy")
        self.copy_button.clicked.connect(self._copy)
        self.buttons.addStretch(1)
        self.stay = self.add_button(self.tr("Don't open"), "primary")
        self.stay.setDefault(True)
        self.stay.clicked.connect(self.reject)

    @Slot()
    def _open(self) -> None:
        url = browsable(self._address)
        if url is not None:
            open_in_browser(url, self._opened)
        self.open_button.setEnabled(False)

    @Slot(bool)
    def _opened(self, opened: bool) -> None:
        if opened:
            self.accept()
            return
        self.problem.setText(
            self.tr(
                "No browser could be started from here: Hearth's window is sealed from the network, and this "
                "system offers no portal that opens addresses. Copy the address instead."
            )
        )
        self.problem.show()

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._address)
        self.accept()
