"""The card at the foot of the sidebar: what has left, and who sees to it. Window process, main thread.

It says only what is true: the figures come from the ledger, the level from the seal put on at the process's first
statement.
"""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from app.domain.ledger import LedgerTotals
from app.sandbox import SealLevel, SealReport
from app.services.state_words import seal_words
from app.ui.icons import icon
from app.ui.language import size_words
from app.ui.parts import PlainLabel, plain_tip, set_look
from app.ui.text_size import px
from app.ui.theme import Theme


class PrivacyCard(QFrame):
    """What has left in all, and the seal in force as a line and in the tooltip."""

    def __init__(self, theme: Theme, report: SealReport) -> None:
        super().__init__()
        self._theme = theme
        self._report = report
        self._shared = False
        column = QVBoxLayout(self)
        column.setContentsMargins(11, 9, 6, 9)
        column.setSpacing(1)
        first = QHBoxLayout()
        first.setSpacing(3)
        self._mark = QLabel()
        first.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self.title = PlainLabel("", wrap=True)  # some systems' letters are wide
        first.addWidget(self.title, 1)
        column.addLayout(first)
        self.line = PlainLabel("", wrap=True)
        column.addWidget(self.line)
        self.seal = PlainLabel(seal_line(report), wrap=True)
        column.addWidget(self.seal)
        self.setToolTip(plain_tip(seal_words(report, self.tr)))
        theme.changed.connect(self._paint_mark)
        self.show_totals(LedgerTotals())

    def show_totals(self, totals: LedgerTotals) -> None:
        """Say what has left: green while no word has."""
        self._shared = totals.sent_bytes > 0
        if not totals.requests:
            title, line = self.tr("0 bytes have left this computer"), self.tr("since you installed Hearth")
        elif not self._shared:
            title = self.tr("No words have left this computer")
            line = self.tr("%Ln request(s), see the Ledger", "", totals.requests)
        else:
            title = self.tr("{size} sent, by your choice").format(size=size_words(totals.sent_bytes))
            line = self.tr("%Ln request(s), see the Ledger", "", totals.requests)
        look = "shared" if self._shared else "private"
        set_look(self, look)
        set_look(self.title, f"{look}-strong")
        for label in (self.line, self.seal):
            set_look(label, f"{look}-line")
        self.title.setText(title)
        self.line.setText(line)
        words = seal_words(self._report, self.tr)
        self.setAccessibleName(f"{title} {line}. {self.seal.text()}. {words}")
        self._paint_mark()

    @Slot()
    def _paint_mark(self) -> None:
        colours = self._theme.colours
        name, colour = ("ledger", colours.cloud) if self._shared else ("home", colours.local)
        size = px(14)
        self._mark.setFixedSize(size, size)
        self._mark.setPixmap(icon(name, colour, size).pixmap(QSize(size, size)))


def _say(text: str) -> str:
    return QCoreApplication.translate("Seal", text)


def seal_line(report: SealReport) -> str:
    """The level in force in a few words."""
    if report.level is SealLevel.KERNEL:
        return _say("Sealed by the operating system")
    if report.level is SealLevel.AUDIT:
        return _say("Watched, not sealed")
    return _say("Not sealed")
