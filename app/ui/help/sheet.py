"""Help: the pages at the left, the one that is read at the right, a search over all. Window process, main thread."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QWidget

from app.ui.help.keys import shown_key
from app.ui.help.pages import FOLDER, Found, HelpPage, read_pages, search
from app.ui.help.reader import HelpReader
from app.ui.help.rewriting import Shown
from app.ui.language import in_digits_of_window
from app.ui.parts import PlainLabel
from app.ui.sheet import Sheet
from app.ui.theme import Theme

WIDTH_PX = 900
NARROW_PX = 760  # in a window below this the list stands above the page
LIST_PX = 220
AREA_PX = 520
_PLACE = Qt.ItemDataRole.UserRole


def window_language() -> str:
    """The code of the language that the window speaks."""
    return QLocale().name().partition("_")[0]


def pages_of_window() -> tuple[HelpPage, ...]:
    """The pages in the window's language, with keys and numbers as this system writes them."""
    return read_pages(FOLDER, window_language(), Shown(shown_key, in_digits_of_window))


class HelpSheet(Sheet):
    """Shows `pages`, as `pages_of_window` reads them. Signals: `shortcuts_wished`, `about_wished`."""

    shortcuts_wished = Signal()
    about_wished = Signal()

    def __init__(self, theme: Theme, window: QWidget, pages: Sequence[HelpPage]) -> None:
        super().__init__(theme, window, self.tr("Help"), width_px=WIDTH_PX)
        self.pages = pages
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search help"))
        self.search.setAccessibleName(self.tr("Search help"))
        self.search.setMaxLength(100)
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self.search.installEventFilter(self)
        self.body.addWidget(self.search)
        if any(page.language != window_language() for page in pages):
            self.body.addWidget(PlainLabel(self.tr("These pages are in English."), "muted", wrap=True))
        self.list = QListWidget()
        self.list.setProperty("look", "choices")
        self.list.setAccessibleName(self.tr("Pages of the help"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.reader = HelpReader(theme, self.tr("Help"))
        self.reader.page_wished.connect(self.show_place)
        narrow = window.width() < NARROW_PX
        both = QBoxLayout(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        both.setSpacing(12)
        both.addWidget(self.list)
        both.addWidget(self.reader, 1)
        height = max(200, min(AREA_PX, window.height() - 300))
        if narrow:
            self.list.setFixedHeight(110)
            self.reader.setFixedHeight(max(120, height - 110))
        else:
            self.list.setFixedWidth(LIST_PX)
            self.list.setFixedHeight(height)
            self.reader.setFixedHeight(height)
        self.body.addLayout(both)
        self.nothing = PlainLabel(self.tr("Nothing fits. Try fewer or other words."), "muted", wrap=True)
        self.body.addWidget(self.nothing)
        self.keys = self.add_button(self.tr("Keyboard shortcuts"))
        self.keys.clicked.connect(self.shortcuts_wished)
        self.about = self.add_button(self.tr("About Hearth"))
        self.about.clicked.connect(self.about_wished)
        self.buttons.addStretch(1)
        self.close_button = self.add_button(self.tr("Close"), "primary")
        self.close_button.clicked.connect(self.accept)
        self.list.currentItemChanged.connect(self._chosen)
        self._narrow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down move through the list while the field has the keyboard."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self.list.count():
                row = max(0, min(self.list.count() - 1, self.list.currentRow() + step))
                self.list.setCurrentRow(row)
                return True
        return super().eventFilter(watched, event)

    def reject(self) -> None:
        """Escape empties the search first."""
        if self.search.text():
            self.search.clear()
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().reject()

    @Slot(str, str)
    def show_place(self, name: str, anchor: str = "") -> None:
        """Show the page of that name, from a section on."""
        for row, page in enumerate(self.pages):
            if page.name == name:
                self.search.clear()
                self.list.setCurrentRow(row)
                self.reader.show_page(page, page.section(anchor).first)

    @Slot()
    def _narrow(self) -> None:
        """Every page, or the sections that fit."""
        typed = self.search.text()
        self.list.clear()
        if typed.strip():
            for found in search(self.pages, typed):
                self._add(f"{found.section.title}  ·  {found.page.title}", found)
        else:
            for page in self.pages:
                self._add(page.title, Found(page, page.sections[0]))
        self.nothing.setVisible(self.list.count() == 0)
        self.list.setCurrentRow(0)

    def _add(self, words: str, found: Found) -> None:
        item = QListWidgetItem(words)
        item.setData(_PLACE, found)
        item.setToolTip(words)
        self.list.addItem(item)

    @Slot(QListWidgetItem, QListWidgetItem)
    def _chosen(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        found = item.data(_PLACE) if item is not None else None
        if isinstance(found, Found):
            self.reader.show_page(found.page, found.section.first, self.search.text())
            self.search.setAccessibleDescription(f"{found.page.title}: {found.section.title}")
