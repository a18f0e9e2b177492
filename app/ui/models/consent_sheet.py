"""Asks before a model is fetched: what, from where, how large, and what leaves. Window process, main thread."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from app.services.download_run import Order
from app.services.sentences import one_line
from app.ui.language import size_words
from app.ui.sheet import Sheet
from app.ui.theme import Theme


class DownloadSheet(Sheet):
    """One download. Enter doesn't confirm: the default is to fetch nothing.

    Attributes:
        with_projector: whether a projector comes along, for a repository that nobody has looked into yet; else None.
    """

    def __init__(
        self, theme: Theme, window: QWidget, order: Order, free_bytes: int, agree: Callable[[Order], None]
    ) -> None:
        """`agree` gets the order as it was agreed to."""
        title = one_line(order.title, 60)
        super().__init__(theme, window, self.tr("Download {name}?").format(name=title))
        self._order = order
        self._agree = agree
        self.with_projector: QCheckBox | None = None
        place = str(order.source.origin).partition("://")[2].removesuffix(":443")
        what = order.source.repository or order.source.file
        self.add_paragraph(self.tr("From: {place}, {what}").format(place=place, what=one_line(what, 200)))
        if order.entry is not None:
            size = size_words(order.entry.size_bytes)
            self.add_paragraph(
                self.tr("Size: about {size}. Licence: {licence}.").format(
                    size=size, licence=order.entry.licence
                )
            )
            if order.entry.projector is not None:
                self.add_paragraph(self._projector(order.entry.projector_bytes))
        else:
            self.add_paragraph(self.tr("Its size is told once the server says which files there are."))
            if order.source.repository:
                self.with_projector = QCheckBox(self.tr("With its projector (mmproj), to see pictures"))
                self.with_projector.setChecked(order.with_projector)
                self.body.addWidget(self.with_projector)
        self.add_paragraph(
            self.tr("Free on this disk: {size}. Checked before anything is fetched.").format(
                size=size_words(free_bytes)
            ),
            "muted",
        )
        self.add_paragraph(
            self.tr(
                "What leaves: requests for these files. That server, and its own hosts that hand files out, see this "
                "computer's address and which model it is. No word of yours and no key goes along, and every request "
                "is in the ledger."
            ),
            "muted",
        )
        self.buttons.addStretch(1)
        self.keep = self.add_button(self.tr("Fetch nothing"))
        self.keep.setDefault(True)
        self.keep.clicked.connect(self.reject)
        self.yes = self.add_button(self.tr("Download"), "primary")
        self.yes.clicked.connect(self._agreed)

    def _projector(self, size_bytes: int) -> str:
        if not size_bytes:
            return self.tr("Its projector comes along, with which it sees pictures.")
        size = size_words(size_bytes)
        return self.tr("Its projector comes along, with which it sees pictures: about {size}.").format(
            size=size
        )

    @Slot()
    def _agreed(self) -> None:
        order, box = self._order, self.with_projector
        self._agree(order if box is None else replace(order, with_projector=box.isChecked()))
        self.accept()
