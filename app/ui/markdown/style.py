"""How text looks: the formats of a document, made from the colour tokens. Window process, window thread."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QFontDatabase, QTextBlockFormat, QTextCharFormat

from app.ui.tokens import LINE_HEIGHT, TEXT_PX, Colours

INDENT_PX = 24
CODE_PADDING_PX = 12
CODE_HEADER_PX = 30
PARAGRAPH_GAP_PX = 10
_HEADING_PX = {1: 20, 2: 17, 3: 15, 4: 14, 5: 14, 6: 14}


@dataclass(frozen=True, slots=True)
class TextStyle:
    """Colours, the interface font's family and the text's size in logical pixels; `quiet` text is muted."""

    colours: Colours
    family: str
    text_px: int = TEXT_PX
    quiet: bool = False

    def text(self) -> QTextCharFormat:
        """Running text."""
        text = QTextCharFormat()
        text.setFont(_font(self.family, self.text_px))
        text.setForeground(QColor(self.colours.muted if self.quiet else self.colours.text))
        return text

    def heading(self, level: int) -> QTextCharFormat:
        """A heading of level 1 to 6."""
        text = self.text()
        font = _font(self.family, round(_HEADING_PX[level] * self.text_px / TEXT_PX))
        font.setWeight(QFont.Weight.DemiBold)
        text.setFont(font)
        return text

    def code(self) -> QTextCharFormat:
        """Code, in a block or in a line."""
        text = QTextCharFormat()
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(self.text_px - 2)
        text.setFont(font)
        text.setForeground(QColor(self.colours.text))
        return text

    def quiet_text(self) -> QTextCharFormat:
        """What the program adds: addresses, notices."""
        text = self.text()
        text.setForeground(QColor(self.colours.muted))
        return text

    def block(self, indent_px: float = 0, gap_px: float = PARAGRAPH_GAP_PX) -> QTextBlockFormat:
        """A paragraph, `gap_px` before the next."""
        block = QTextBlockFormat()
        block.setLeftMargin(indent_px)
        block.setBottomMargin(gap_px)
        block.setLineHeight(
            round(self.text_px * LINE_HEIGHT), QTextBlockFormat.LineHeightTypes.MinimumHeight.value
        )
        return block


def _font(family: str, pixels: int) -> QFont:
    font = QFont(family)
    font.setPixelSize(pixels)
    return font
