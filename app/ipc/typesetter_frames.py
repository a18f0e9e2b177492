"""Frames between the window and the typesetter. Each job ends in one frame."""

from app.domain.typesetting import CodeColours, Outline
from app.ipc.frames import Ending, Failed, Hello, JobFrame, Leave

# ---- parent to worker


class DrawFormula(JobFrame, frozen=True, tag=True):
    """Draw LaTeX; `display` for a formula that stands alone. Ends with `FormulaDrawn`."""

    source: str
    display: bool


class ColourCode(JobFrame, frozen=True, tag=True):
    """Say what the pieces of code are. Ends with `CodeColoured`."""

    text: str
    language: str


# ---- worker to parent


class FormulaDrawn(Ending, frozen=True, tag=True):
    """The drawn formula; None for what can't be drawn."""

    outline: Outline | None


class CodeColoured(Ending, frozen=True, tag=True):
    """One entry for each line; none for a language that isn't known."""

    lines: CodeColours


ToTypesetter = DrawFormula | ColourCode | Leave
FromTypesetter = Hello | Failed | FormulaDrawn | CodeColoured
