"""The context meter: how much a question takes, and what would be left out. Window process, main thread."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from app.domain.generation import Prepared
from app.domain.source import Source
from app.ui.markdown.visible_text import visible
from app.ui.parts import Button, plain_tip
from app.ui.source_place import place_words
from app.ui.theme import Theme

BEGINNING_CHARS = 80
TIP_LINES = 12


class ContextMeter(QWidget):
    """A line of words and a bar. Pressing the words tells all that would be left out.

    Signals: `explain_wished` with what to tell.
    """

    explain_wished = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._told = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.words = Button(theme, "", "foot")
        self.words.clicked.connect(lambda: self.explain_wished.emit(self._told))
        row.addWidget(self.words)
        self.bar = QProgressBar()
        self.bar.setProperty("look", "meter")
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 1000)
        self.bar.setAccessibleName(self.tr("How much of the context is taken"))
        row.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignVCenter)
        room = self.sizePolicy()
        room.setRetainSizeWhenHidden(True)  # the question's box must not move when the first count is known
        self.setSizePolicy(room)
        self.clear()

    @property
    def text(self) -> str:
        """What it says, on one line."""
        return self.words.accessibleName()

    def clear(self) -> None:
        """Nothing is known."""
        self.hide()

    def show_prepared(
        self, prepared: Prepared, dropped: Sequence[str] = (), left_out: Sequence[Source] = ()
    ) -> None:
        """What the engine has counted. `dropped` are messages that would be left out, `left_out` passages."""
        numbers = self.locale()
        size = self.tr("Context {used} / {all}").format(
            used=numbers.toString(prepared.prompt_tokens), all=numbers.toString(prepared.context_tokens)
        )
        parts = []
        if prepared.dropped_ids:
            parts.append(self.tr("%Ln earlier message(s) left out", "", len(prepared.dropped_ids)))
        if left_out:
            parts.append(self.tr("%Ln passage(s) left out", "", len(left_out)))
        self.words.set_caption(" · ".join([*parts, size]))
        lines = []
        if prepared.dropped_ids:
            lines.append(self.tr("These earlier messages have no room, and the model won't read them:"))
            lines += [f"· {_beginning(text)}" for text in dropped]
        if left_out:
            lines.append(self.tr("These passages of your files have no room:"))
            lines += [
                f"· {visible(source.file_name)}{', ' + place if (place := place_words(source)) else ''}"
                for source in left_out
            ]
        if not lines:
            lines.append(self.tr("Everything fits: the model will read the whole conversation."))
        self._say("\n".join(lines), prepared.prompt_tokens / max(1, prepared.context_tokens))

    def show_problem(self, sentence: str) -> None:
        """It can't be sent like this."""
        self.words.set_caption(self.tr("Too long for this model"))
        self._say(sentence, 1.0)

    def _say(self, told: str, share: float) -> None:
        self._told = told
        shown = told.split("\n")
        self.words.setToolTip(plain_tip("\n".join(shown[:TIP_LINES])))
        self.words.setAccessibleDescription(told)
        self.bar.setValue(round(1000 * share))
        self.show()


def _beginning(text: str) -> str:
    line = " ".join(visible(text[:400]).split())
    return line if len(line) <= BEGINNING_CHARS else line[: BEGINNING_CHARS - 1].rstrip() + "…"
