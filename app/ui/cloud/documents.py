"""The files that words of could go, each with these words and a box to allow it. Window process, main thread."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.services.cloud_preview import OfferedDocument
from app.ui.markdown.visible_text import visible
from app.ui.parts import PlainLabel, plain_caption, plain_tip

EXCERPT_CHARS = 320


class DocumentChoice(QWidget):
    """Signals: `chosen` with the path of a file and whether its words may go."""

    chosen = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, 0, 0, 0)
        self._column.setSpacing(4)
        self.boxes: dict[str, QCheckBox] = {}

    def show_documents(self, documents: Sequence[OfferedDocument]) -> None:
        """Offer these; boxes that are there stay where they are."""
        if list(self.boxes) != [document.path for document in documents]:
            self._build(documents)
        for document in documents:
            box = self.boxes[document.path]
            box.blockSignals(True)
            box.setChecked(document.granted)
            box.blockSignals(False)

    def _build(self, documents: Sequence[OfferedDocument]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.boxes = {}
        for document in documents:
            name = visible(document.path.replace("\\", "/").rstrip("/").rpartition("/")[2]) or "?"
            box = QCheckBox(plain_caption(name))
            box.setAccessibleName(self.tr("Let words of {name} go").format(name=name))
            box.setToolTip(plain_tip(visible(document.path)))
            box.toggled.connect(partial(self.chosen.emit, document.path))
            self.boxes[document.path] = box
            self._column.addWidget(box)
            for text in document.excerpts:
                line = " ".join(visible(text).split())
                shown = line if len(line) <= EXCERPT_CHARS else line[:EXCERPT_CHARS] + "…"
                label = PlainLabel(f"“{shown}”", "muted", wrap=True)
                label.setContentsMargins(26, 0, 0, 2)
                self._column.addWidget(label)
