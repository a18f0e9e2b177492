"""Which embedder finds by meaning, which cross-encoder ranks, and choosing others. Window process, main thread."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.ui.flow import Flow
from app.ui.parts import Button, Card, ElidedLabel, plain_tip
from app.ui.theme import Theme

PACKAGED = "all-MiniLM-L6-v2"  # the one that comes with Hearth


class _Row(Card):
    """One line: what there is, and buttons behind it, or below it where there is no room.

    Attributes: `told`: the words.
    """

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 10, 12, 10)
        self.told = ElidedLabel()

    def _place(self, *buttons: Button) -> None:
        self._column.addWidget(Flow((self.told, *buttons), 9, 4, pushed=buttons[0]))

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self.told.setToolTip(plain_tip(words))


class EmbedderRow(_Row):
    """The embedder.

    Signals: `folder_wished`: an embedder's folder should be asked for; `packaged_wished`: back to the packaged one.
    """

    folder_wished = Signal()
    packaged_wished = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.packaged = Button(theme, self.tr("Use the packaged one"), on_click=self.packaged_wished.emit)
        self.other = Button(theme, self.tr("Choose another…"), on_click=self.folder_wished.emit)
        self._place(self.packaged, self.other)
        self.other.setAccessibleName(self.tr("Choose another embedder…"))
        self.other.setToolTip(
            plain_tip(
                self.tr(
                    "A folder with a model of sentence-transformers. Every file is read by it once more, while the "
                    "one before still answers."
                )
            )
        )
        self.show_embedder(PACKAGED)

    def show_embedder(self, name: str) -> None:
        """Show which one there is; empty for none."""
        if name:
            self._tell(self.tr("Found by meaning with {name}").format(name=name))
        else:
            self._tell(self.tr("There is no embedder, so files are found by their words only."))
        self.packaged.setVisible(name != PACKAGED)


class RankerRow(_Row):
    """The same for the cross-encoder, which is off at first.

    Signals: `folder_wished`: a cross-encoder's folder should be asked for; `off_wished`: none should rank.
    """

    folder_wished = Signal()
    off_wished = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.off = Button(theme, self.tr("Turn off"), on_click=self.off_wished.emit)
        self.off.setAccessibleName(self.tr("Turn the cross-encoder off"))
        self.choose = Button(theme, self.tr("Choose a cross-encoder…"), on_click=self.folder_wished.emit)
        self.choose.setToolTip(
            plain_tip(
                self.tr(
                    "A folder with a cross-encoder of sentence-transformers. It reads the best passages together with "
                    "the question, and takes up to two seconds for it."
                )
            )
        )
        self._place(self.off, self.choose)
        self.show_ranker("")

    def show_ranker(self, folder: str) -> None:
        """Show which one there is; empty for none."""
        name = folder.replace("\\", "/").rstrip("/").rpartition("/")[2]
        if folder:
            self._tell(self.tr("The best passages are ranked anew by {name}").format(name=name))
        else:
            self._tell(self.tr("No cross-encoder ranks the best passages anew."))
        self.off.setVisible(bool(folder))
