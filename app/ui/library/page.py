"""The Library page: a heading, one card for each library, the field, files that need attention.

Window process, main thread. It is given facts; its parts tell wishes by signals, which `desk` takes.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.domain.library import LibraryFacts
from app.ui.flow import Flow
from app.ui.library.card import LibraryCard
from app.ui.library.embedder_row import EmbedderRow, RankerRow
from app.ui.library.find_field import FindField
from app.ui.library.troubles import TroubleRow, TroubleTable
from app.ui.page import GrowingPage
from app.ui.parts import Button, ElidedLabel, PlainLabel
from app.ui.theme import Theme


class LibraryPage(GrowingPage):
    """Everything about the libraries.

    Signals: `add_wished`; `made` with a new card, whose signals somebody takes.
    """

    add_wished = Signal()
    made = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        theme.dress(self)
        self.setAccessibleName(self.tr("Library"))
        self._theme = theme
        column = self.stack(12)
        self.add = Button(
            theme, self.tr("Add folder"), "primary", "plus", "on_accent", on_click=self.add_wished.emit
        )
        column.addWidget(Flow((PlainLabel(self.tr("Library"), "heading"), self.add), 9, 4, pushed=self.add))
        column.addWidget(
            PlainLabel(
                self.tr(
                    "Folders are read, never changed. Everything derived from them stays encrypted on this "
                    "computer."
                ),
                "muted",
                wrap=True,
            )
        )
        column.addWidget(self.problem)
        self.empty = PlainLabel(
            self.tr("No folder is read yet. Add one, and its files can be found and answered from."),
            "lead",
            wrap=True,
        )
        column.addWidget(self.empty)
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        column.addLayout(self._list)
        self.trial = FindField(theme)
        column.addWidget(self.trial)
        self.attention = ElidedLabel("", "muted")
        column.addWidget(self.attention)
        self.troubles = TroubleTable(theme)
        column.addWidget(self.troubles)
        self.embedder = EmbedderRow(theme)
        column.addWidget(self.embedder)
        self.ranker = RankerRow(theme)
        column.addWidget(self.ranker)
        column.addStretch(1)
        self.setWidget(self.inside)
        self.cards: dict[str, LibraryCard] = {}
        self.show_libraries(())
        self.show_troubles("", ())

    def show_libraries(self, libraries: Sequence[LibraryFacts]) -> None:
        """Show these; cards that are there already stay, so that the keyboard stays where it was."""
        names = [facts.name for facts in libraries]
        for name in [name for name in self.cards if name not in names]:
            card = self.cards.pop(name)
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        for place, facts in enumerate(libraries):
            known = self.cards.get(facts.name)
            if known is None:
                known = self.cards[facts.name] = LibraryCard(self._theme, facts)
                self._list.insertWidget(place, known)
                self.made.emit(known)
            elif known.facts != facts:
                known.show_facts(facts)
        self.trial.filters.show_libraries(names)
        self.empty.setVisible(not libraries)
        self.trial.setVisible(bool(libraries))
        self.embedder.setVisible(bool(libraries))
        self.ranker.setVisible(bool(libraries))

    def show_troubles(self, name: str, rows: Sequence[TroubleRow]) -> None:
        """Show the files of library `name` that need attention."""
        self.attention.setText(self.tr("Not read, or not whole · {name}").format(name=name))
        self.attention.setVisible(bool(rows))
        self.troubles.setVisible(bool(rows))
        self.troubles.show_rows(rows)
