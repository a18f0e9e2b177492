"""The Sources page of the side panel: the passages an answer rests on, and the page they stand on.

Window process, main thread. It never reads a file: pages come as text from the library.
"""

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QScrollArea, QTextEdit, QVBoxLayout, QWidget

from app.domain.document import PageImage
from app.domain.source import PAGED_KINDS as DRAWN_KINDS
from app.domain.source import Grounding, Source
from app.domain.utf16 import utf16_length
from app.ui.field_direction import FieldDirection
from app.ui.flow import Flow
from app.ui.library.drawn_page import DrawnPage
from app.ui.markdown.visible_text import visible
from app.ui.parts import Button, Card, ElidedLabel, PlainLabel, plain_tip, set_look
from app.ui.reading_order import order_tabs
from app.ui.source_place import place_words
from app.ui.theme import Theme

PAGE_HEIGHT_PX = 320


class SourceCard(Card):
    """One numbered passage.

    Signals: `page_wished` with its number; `open_wished` with the file's path.
    """

    page_wished = Signal(int)
    open_wished = Signal(str)

    def __init__(self, theme: Theme, source: Source, cited: bool) -> None:
        super().__init__()
        self.source = source
        self.setAccessibleName(f"[{source.number}] {source.file_name}")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(5)
        row = QHBoxLayout()
        self._cited = cited
        self.number = PlainLabel(str(source.number))
        row.addWidget(self.number)
        name = ElidedLabel(visible(source.file_name), "strong")
        name.setToolTip(plain_tip(visible(source.path)))
        row.addWidget(name, 1)
        column.addLayout(row)
        where = [source.library, place_words(source), *source.headings]
        column.addWidget(ElidedLabel(visible(" · ".join(one for one in where if one)), "muted"))
        gone = self.tr("This file was taken out of its library, and its words were forgotten.")
        self.text = PlainLabel(visible(" ".join(source.text.split())) or gone, wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.text)
        self.show_page = Button(theme, self.tr("Show it in its page"), "ghost")
        self.show_page.setAccessibleName(
            self.tr("Show passage {number} in its page").format(number=source.number)
        )
        self.show_page.clicked.connect(lambda: self.page_wished.emit(source.number))
        self.open = Button(theme, self.tr("Open the file"), "ghost")
        self.open.setAccessibleName(
            self.tr("Open {file} in its own program").format(file=visible(source.file_name))
        )
        self.open.setToolTip(plain_tip(self.tr("In its own program, outside of Hearth")))
        self.open.clicked.connect(lambda: self.open_wished.emit(source.path))
        column.addWidget(Flow((self.show_page, self.open), 8, 2))
        self.show_page.setVisible(bool(source.text))
        self.show_chosen(False)

    def show_chosen(self, chosen: bool) -> None:
        """Whether the page below is this passage's: an accent line around it, and its number filled."""
        set_look(self, "card-chosen" if chosen else "card")
        set_look(self.number, "tag-chosen" if chosen else "tag-cited" if self._cited else "tag")


class SourcesPage(QScrollArea):
    """The passages of one answer.

    Signals: `page_wished` with a Source whose page should be fetched; `picture_wished` with one whose page can be
    drawn, and where on it the passage stands now (start, end); `open_wished` with the path of a file.
    """

    page_wished = Signal(object)
    picture_wished = Signal(object, int, int)
    open_wished = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("look", "reading")
        self._theme = theme
        self._source: Source | None = None
        self.grounding: Grounding | None = None
        self.cards: list[SourceCard] = []
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Sources of the answer"))
        self._inside = QWidget()
        set_look(self._inside, "scrolled")
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        self.told = PlainLabel("", "muted", wrap=True)
        column.addWidget(self.told)
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        column.addLayout(self._list)
        self._part = QWidget()  # the page, below the card that it belongs to
        part = QVBoxLayout(self._part)
        part.setContentsMargins(0, 0, 0, 0)
        self.page_title = PlainLabel("", "muted", wrap=True)
        part.addWidget(self.page_title)
        self.drawn = DrawnPage()
        part.addWidget(self.drawn)
        self.page = QPlainTextEdit()
        FieldDirection(self.page)
        set_look(self.page, "field")
        self.page.setReadOnly(True)
        self.page.setTabChangesFocus(True)
        self.page.setMinimumHeight(PAGE_HEIGHT_PX)
        self.page.setAccessibleName(self.tr("The page with the passage marked"))
        part.addWidget(self.page)
        self._list.addWidget(self._part)
        column.addStretch(1)
        self.setWidget(self._inside)
        theme.changed.connect(self._mark)
        self._range = (0, 0)
        self.show_grounding(None, ())

    def show_grounding(self, grounding: Grounding | None, cited: tuple[int, ...]) -> None:
        """Show what an answer rests on; `cited` are the numbers it names."""
        self.grounding = grounding
        for card in self.cards:
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        self._hide_page()
        if grounding is None:
            self.told.setText(self.tr("This answer doesn't rest on files."))
            return
        words = [self.tr("Searched: {names}").format(names=", ".join(map(visible, grounding.libraries)))]
        if grounding.left_out:
            words.append(
                self.tr("%Ln more passage(s) had no room in the model's context.", "", grounding.left_out)
            )
        self.told.setText("\n".join(words))
        order = sorted(grounding.sources, key=lambda source: (source.number not in cited, source.number))
        for source in order:
            card = SourceCard(self._theme, source, source.number in cited)
            card.page_wished.connect(self.select)
            card.open_wished.connect(self.open_wished)
            self._list.addWidget(card)
            self.cards.append(card)

    @Slot(int)
    def select(self, number: int) -> None:
        """Bring a passage into sight and ask for its page."""
        source = self.grounding.source(number) if self.grounding is not None else None
        for place, card in enumerate(self.cards):
            card.show_chosen(card.source.number == number)
            if card.source.number == number:
                self._list.removeWidget(self._part)
                self._list.insertWidget(place + 1, self._part)
                self.ensureWidgetVisible(card)
        if source is None or not source.text:
            self._hide_page()
            return
        if source != self._source:
            self._show_empty(source)
        self.page_wished.emit(source)

    def show_page(self, source: Source, text: str) -> None:
        """Show the page's text with the passage marked, where the file still holds it."""
        if source != self._source:
            return
        page = text
        start, end = source.start, source.end
        if page[start:end] != source.text:
            start = page.find(source.text)
            end = start + len(source.text)
        place = _title(source)
        if start < 0:
            place += "\n" + self.tr("The file has changed since: the passage no longer stands on this page.")
            start = end = 0
        before, marked, after = (visible(part) for part in (page[:start], page[start:end], page[end:]))
        self.page.setPlaceholderText("")
        self.page.setPlainText(before + marked + after)
        self._range = (utf16_length(before), utf16_length(before + marked))
        self.page_title.setText(place)
        self.page_title.show()
        self.page.show()
        self._mark()
        self._bring_up()
        if source.kind in DRAWN_KINDS:
            self.picture_wished.emit(source, start, end)

    def show_picture(self, source: Source, image: PageImage) -> None:
        """Show the page as it looks, above its text."""
        if source == self._source:
            name = self.tr("{place} of {file} as it looks, with the passage marked").format(
                place=place_words(source), file=visible(source.file_name)
            )
            self.drawn.setVisible(self.drawn.show_page(image, name))
            self._bring_up()

    def say(self, source: Source, words: str) -> None:
        """Why the page of `source` can't be shown, unless another one is wished for by now."""
        if source != self._source:
            return
        self.page_title.setText(words)
        self.page_title.show()
        self.page.hide()
        self.drawn.hide()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab walks through the cards as they stand, and to the page below the one that it belongs to."""
        order_tabs(self, self._inside)
        return super().focusNextPrevChild(forward)

    def _bring_up(self) -> None:
        """Have the card that is shown in its page at the top, and the page below it in sight."""
        QTimer.singleShot(0, self, self._scroll_to_shown)

    @Slot()
    def _scroll_to_shown(self) -> None:
        card = next((card for card in self.cards if card.source == self._source), None)
        if card is not None:
            self._inside.adjustSize()
            self.verticalScrollBar().setValue(card.mapTo(self._inside, QPoint(0, 0)).y() - 6)

    @Slot()
    def _mark(self) -> None:
        start, end = self._range
        selection = QTextEdit.ExtraSelection()
        shape = QTextCharFormat()
        shape.setBackground(QColor(self._theme.colours.mark))
        shape.setForeground(QColor(self._theme.colours.mark_text))
        cursor = self.page.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        selection.cursor, selection.format = cursor, shape
        self.page.setExtraSelections([selection])
        cursor.setPosition(start)
        self.page.setTextCursor(cursor)
        self.page.centerCursor()

    def _show_empty(self, source: Source) -> None:
        """Give the page of `source` its title and its room, until its words are here."""
        self._empty_page()
        self._source = source
        self.page.setPlaceholderText(self.tr("Reading the page…"))
        self.page_title.setText(_title(source))
        self.page_title.show()
        self.page.show()
        self._bring_up()

    def _hide_page(self) -> None:
        self._empty_page()
        self.page.hide()
        self.page_title.hide()

    def _empty_page(self) -> None:
        self._source = None
        self._range = (0, 0)
        self.page.setExtraSelections([])
        self.page.clear()
        self.drawn.hide()


def _title(source: Source) -> str:
    """The file, and where in it the page stands."""
    return visible(" · ".join(one for one in (source.file_name, place_words(source)) if one))
