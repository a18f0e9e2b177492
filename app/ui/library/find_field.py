"""“Would it find this?”: a field, and the passages a question would bring, with their scores.

Window process, main thread. It is given what was found and tells the wish by a signal.
"""

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.passage import Found, Hit, SearchFilter
from app.ui.flow import Flow
from app.ui.language import number_words
from app.ui.library.search_filters import SearchFilters
from app.ui.markdown.visible_text import visible
from app.ui.parts import Button, Card, ElidedLabel, PlainLabel, plain_tip
from app.ui.source_place import place_words
from app.ui.theme import Theme

SHOWN_CHARS = 420


@dataclass(frozen=True, slots=True)
class Trial:
    """A question that is tried: its words, the libraries to search (none: all), and what may be found."""

    words: str
    libraries: tuple[str, ...]
    only: SearchFilter


class HitCard(Card):
    """One passage that was found."""

    def __init__(self, place: int, hit: Hit) -> None:
        super().__init__()
        passage = hit.passage
        name = visible(passage.path.replace("\\", "/").rpartition("/")[2])
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(4)
        title = ElidedLabel(name, "strong")
        title.setToolTip(plain_tip(passage.path))
        scores = ElidedLabel(
            self.tr("keyword {keyword} · meaning {meaning}").format(
                keyword=number_words(hit.keyword_score, 2), meaning=number_words(hit.meaning_score, 2)
            ),
            "muted",
        )
        column.addWidget(Flow((PlainLabel(number_words(place), "tag"), title, scores), 6, 2, pushed=scores))
        spot = place_words(passage) or visible(passage.page_label)
        if not spot and passage.page > 1:
            spot = self.tr("page {page}").format(page=number_words(passage.page))
        where = [passage.library, *([spot] if spot else [])]
        column.addWidget(ElidedLabel(" · ".join([*where, *passage.headings]), "muted"))
        text = " ".join(passage.text.split())
        column.addWidget(
            PlainLabel(text if len(text) <= SHOWN_CHARS else text[:SHOWN_CHARS] + "…", wrap=True)
        )


class FindField(QWidget):
    """The field with its filters, and what was found below it.

    Attributes: `asked`: what was tried last, whose passages are to be shown; None for nothing. `cards`:
        what is shown.
    Signals: `find_wished` with a `Trial`.
    """

    find_wished = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.asked: Trial | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Would it find this?"))
        self.field.setAccessibleName(self.tr("Would it find this?"))
        self.field.setMaxLength(1000)
        self.field.returnPressed.connect(self._find)
        row.addWidget(self.field, 1)
        self.go = Button(theme, self.tr("Find"), "", "search", on_click=self._find)
        row.addWidget(self.go)
        column.addLayout(row)
        self.filters = SearchFilters(theme)
        self.filters.settled.connect(self._find)
        column.addWidget(self.filters)
        self.told = PlainLabel("", "muted", wrap=True)
        self.told.hide()
        column.addWidget(self.told)
        self.cards: list[HitCard] = []
        self._hits = QVBoxLayout()
        self._hits.setSpacing(8)
        column.addLayout(self._hits)

    def show_found(self, found: Found) -> None:
        """Show the passages, best first."""
        self._clear()
        if not found.hits:
            self.say(self._nothing())
            return
        how = {
            "keyword": self.tr("Found by words alone."),
            "meaning": self.tr("Found by meaning alone."),
            "fused": self.tr("Found by words and meaning together."),
        }[found.mode.value]
        ready = self.tr("{percent} % of the passages can be found by meaning.").format(
            percent=number_words(100 * found.ready)
        )
        self.say(f"{how} {ready}")
        for place, hit in enumerate(found.hits, 1):
            card = HitCard(place, hit)
            self.cards.append(card)
            self._hits.addWidget(card)

    def say(self, words: str) -> None:
        """A line under the field."""
        self.told.setText(words)
        self.told.setVisible(bool(words))

    def _nothing(self) -> str:
        if self.asked is not None and (self.asked.libraries or self.asked.only != SearchFilter()):
            return self.tr(
                "Nothing was found in the files that the filters leave. Reset them, or use other words."
            )
        return self.tr("Nothing was found. Other words may help, or the files are still being read.")

    def _clear(self) -> None:
        for card in self.cards:
            self._hits.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards.clear()

    @Slot()
    def _find(self) -> None:
        words = self.field.text().strip()
        only = self.filters.read()
        if only is None:  # which is said; what was found before stays
            return
        self.asked = Trial(words, self.filters.libraries, only) if words else None
        if self.asked is not None:
            self.find_wished.emit(self.asked)
        else:
            self._clear()
            self.say("")
