"""Marks the sentences of an answer that no passage supports: a calm dotted line, with a tip. Window process.

The measure is `app.domain.citation.unsupported`: it knows no synonyms, so the mark says "look for yourself".
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QHelpEvent, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat
from PySide6.QtWidgets import QTextBrowser, QToolTip

from app.domain.citation import unsupported
from app.domain.source import Source
from app.domain.utf16 import utf16_length
from app.ui.parts import plain_tip
from app.ui.tokens import Colours
from app.ui.transcript import wording

MARK = QTextFormat.Property.UserProperty + 7


def mark_unsupported(
    document: QTextDocument, sources: Sequence[Source], colours: Colours, skip: Callable[[int], bool]
) -> int:
    """Underline the sentences without support, save in blocks that `skip` names; how many there are."""
    shape = QTextCharFormat()
    shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    shape.setUnderlineColor(QColor(colours.faint))
    shape.setProperty(MARK, True)
    count = 0
    block = document.begin()
    while block.isValid():
        text = block.text()
        for start, end in () if skip(block.blockNumber()) else unsupported(text, sources):
            cursor = QTextCursor(block)
            cursor.setPosition(block.position() + utf16_length(text[:start]))
            cursor.setPosition(block.position() + utf16_length(text[:end]), QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(shape)
            count += 1
        block = block.next()
    return count


def show_unsupported_tip(browser: QTextBrowser, event: QHelpEvent) -> bool:
    """Say what the dotted line under the mouse means. Returns whether there was one."""
    if event.type() != QEvent.Type.ToolTip:
        return False
    cursor = browser.cursorForPosition(browser.viewport().mapFromGlobal(event.globalPos()))
    if not cursor.charFormat().property(MARK):
        return False
    QToolTip.showText(event.globalPos(), plain_tip(wording.unsupported_tip()), browser)
    return True
