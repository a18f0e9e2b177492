"""One library on the Library page: its name, how far it is, and what can be done. Window process, main thread."""

from PySide6.QtCore import QLocale, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QProgressBar, QVBoxLayout

from app.domain.library import LibraryFacts
from app.ui.flow import Flow
from app.ui.language import number_words
from app.ui.parts import Button, Card, ElidedLabel, IconButton, Pill, PlainLabel, plain_tip, set_look
from app.ui.theme import Theme

MORE_PX = QSize(36, 32)
SPARE_PX = 4  # or a line that just fits is broken


class _Numbers(PlainLabel):
    """A line that goes on below itself where there is no room."""

    def sizeHint(self) -> QSize:
        """As one line."""
        letters, margins = self.fontMetrics(), self.contentsMargins()
        wide = letters.horizontalAdvance(self.text()) + margins.left() + margins.right() + SPARE_PX
        return QSize(wide, super().heightForWidth(wide))


class LibraryCard(Card):
    """Shows one library's facts; made once and told what changes.

    Signals: `pause_wished` with name and whether to rest; `sync_wished`, `settings_wished`, `folder_wished`,
    `remove_wished`, `attention_wished` with the name.
    """

    pause_wished = Signal(str, bool)
    sync_wished = Signal(str)
    settings_wished = Signal(str)
    folder_wished = Signal(str)
    remove_wished = Signal(str)
    attention_wished = Signal(str)

    def __init__(self, theme: Theme, facts: LibraryFacts) -> None:
        super().__init__()
        self.facts = facts
        name = facts.name
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 12, 12)
        column.setSpacing(7)
        self.title = ElidedLabel(name, "title")
        self.tag = PlainLabel("", "tag")
        self.tag.setMinimumHeight(20)
        self.attention = Pill(theme, "", "ghost")
        self.attention.clicked.connect(lambda: self.attention_wished.emit(name))
        self.numbers = _Numbers("", "muted", wrap=True)
        self.pause = Button(theme, self.tr("Pause"))
        self.pause.clicked.connect(self._pause)
        self.more = IconButton(theme, "more", self.tr("What you can do with {name}").format(name=name))
        self.more.setFixedSize(MORE_PX)
        self.more.clicked.connect(self.open_menu)
        row = QHBoxLayout()
        row.setSpacing(9)
        parts = (self.title, self.tag, self.attention, self.numbers, self.pause)
        row.addWidget(Flow(parts, 9, pushed=self.numbers, line_px=MORE_PX.height()))
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 1000)
        self.progress.setAccessibleName(self.tr("How far {name} is read").format(name=name))
        column.addWidget(self.progress)
        self.line = PlainLabel("", "muted", wrap=True)
        column.addWidget(self.line)
        self.menu: QMenu | None = None
        self.show_facts(facts)

    def show_facts(self, facts: LibraryFacts) -> None:
        """Show how far it is now."""
        self.facts = facts
        done = is_done(facts)
        if facts.paused:
            look, words = "tag", self.tr("paused")
        elif done:
            look, words = "tag-ok", self.tr("watching")
        else:
            look, words = "tag", self.tr("indexing")
        self.tag.setText(words)
        set_look(self.tag, look)
        self.attention.setVisible(facts.attention > 0)
        self.attention.set_caption(self.tr("%Ln file(s) need attention", "", facts.attention))
        self.numbers.setText(" · ".join(self._numbers(facts, done)))
        self.pause.set_caption(self.tr("Go on") if facts.paused else self.tr("Pause"))
        self.pause.setVisible(facts.paused or not done)
        self.progress.setVisible(not done)
        self.line.setVisible(not done)
        share = facts.files_ready / facts.files if facts.files else 0.0
        meaning = facts.embedded / facts.passages if facts.passages else 0.0
        self.progress.setValue(round(1000 * (share + meaning) / 2))
        self.line.setText(
            self.tr("Keyword search ready for what is read · meaning search {percent} %").format(
                percent=number_words(100 * meaning)
            )
        )
        self.title.setToolTip(plain_tip("\n".join(facts.paths)))

    @Slot()
    def open_menu(self) -> None:
        """What can be done with this library."""
        name = self.facts.name
        menu = QMenu(self.more)
        menu.addAction(self.tr("Add a folder to it…")).triggered.connect(
            lambda: self.folder_wished.emit(name)
        )
        menu.addAction(self.tr("Look for changes now")).triggered.connect(lambda: self.sync_wished.emit(name))
        menu.addAction(self.tr("Settings…")).triggered.connect(lambda: self.settings_wished.emit(name))
        menu.addSeparator()
        menu.addAction(self.tr("Remove…")).triggered.connect(lambda: self.remove_wished.emit(name))
        self.menu = menu
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    @Slot()
    def _pause(self) -> None:
        self.pause_wished.emit(self.facts.name, not self.facts.paused)

    def _numbers(self, facts: LibraryFacts, done: bool) -> list[str]:
        passages = self.tr("%Ln passage(s)", "", facts.passages)
        if done:
            return [self.tr("%Ln file(s)", "", facts.files), passages, self.tr("up to date")]
        ready = QLocale().toString(facts.files_ready)
        files = self.tr("{ready} of %Ln file(s)", "", facts.files).format(ready=ready)
        left = [time_left(self, facts.seconds_left)] if facts.seconds_left >= 1 and not facts.paused else []
        return [files, passages, *left]


def is_done(facts: LibraryFacts) -> bool:
    """Whether everything is read and can be found by meaning too."""
    return facts.looked_through and facts.files_ready >= facts.files and facts.embedded >= facts.passages


def time_left(card: LibraryCard, seconds: float) -> str:
    """The time left, in words."""
    minutes = max(1, round(seconds / 60))
    if minutes < 90:
        return card.tr("%Ln minute(s) left", "", minutes)
    return card.tr("%Ln hour(s) left", "", round(minutes / 60))
