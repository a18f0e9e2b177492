"""Makes `[n]` in a text a link to passage n, with the passage's words as tip. Window process, window thread."""

import re
from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QColor, QFont, QHelpEvent, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat
from PySide6.QtWidgets import QTextBrowser, QToolTip

from app.domain.utf16 import utf16_length
from app.ui.markdown import links
from app.ui.markdown.visible_text import visible
from app.ui.parts import plain_tip
from app.ui.text_size import px
from app.ui.tokens import Colours

SOURCE = "hearth-source"  # scheme of the links on numbers; nothing outside our texts sees it
TIP_CHARS = 600
CHIP_TEXT_PX = 11.5
_NUMBERS = re.compile(r"\[\s*\d{1,4}(?:\s*[,;]\s*\d{1,4})*\s*\]")
_NUMBER = re.compile(r"\d+")


def link_numbers(
    document: QTextDocument,
    sources: Mapping[int, str],
    colours: Colours,
    first_block: int = 0,
    skip: Callable[[int], bool] = lambda _block: False,
) -> None:
    """Make links of the numbers from block `first_block` on, save in blocks that `skip` names.

    A number looks like a chip: small and bold on a tint. Its brackets are of the tint's colour, so that they can't be
    seen, and stay in the text for whoever hears or copies it.
    """
    shape = QTextCharFormat()
    shape.setAnchor(True)
    shape.setForeground(QColor(colours.accent_text))
    shape.setBackground(QColor(colours.accent_soft))
    shape.setFontWeight(QFont.Weight.DemiBold)
    shape.setProperty(QTextFormat.Property.FontPixelSize, px(CHIP_TEXT_PX))
    bracket = QTextCharFormat()
    bracket.setForeground(QColor(colours.accent_soft))
    block = document.findBlockByNumber(first_block)
    while block.isValid():
        text = block.text()
        groups = () if "[" not in text or skip(block.blockNumber()) else _NUMBERS.finditer(text)
        for group in groups:
            for found in _NUMBER.finditer(group[0]):
                if int(found[0]) not in sources:
                    continue
                whole = group[0].count(",") + group[0].count(";") == 0
                span = group.span() if whole else (group.start() + found.start(), group.start() + found.end())
                shape.setAnchorHref(f"{SOURCE}:{int(found[0])}")
                cursor = QTextCursor(block)
                cursor.setPosition(block.position() + utf16_length(text[: span[0]]))
                cursor.setPosition(
                    block.position() + utf16_length(text[: span[1]]), QTextCursor.MoveMode.KeepAnchor
                )
                if cursor.charFormat().anchorHref() == shape.anchorHref():
                    continue
                cursor.mergeCharFormat(shape)
                if whole:
                    for edge in (cursor.selectionStart(), cursor.selectionEnd() - 1):
                        cursor.setPosition(edge)
                        cursor.movePosition(
                            QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor
                        )
                        cursor.mergeCharFormat(bracket)
        block = block.next()


def number_of(url: QUrl) -> int | None:
    """The passage that a link of ours leads to; None for any other address."""
    return int(url.path()) if url.scheme() == SOURCE and url.path().isdigit() else None


def tell_click(url: QUrl, source: Callable[[int], object], link: Callable[[str], object]) -> None:
    """Tell a click on a link: on a passage's number to `source`, on an address that may be opened to `link`."""
    number = number_of(url)
    if number is not None:
        source(number)
        return
    address = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
    if links.opens(address):
        link(address)


def show_tip(browser: QTextBrowser, event: QHelpEvent, sources: Mapping[int, str]) -> bool:
    """Tell the passage under the mouse, letter for letter. Returns whether there was one."""
    if event.type() != QEvent.Type.ToolTip:
        return False
    number = number_of(QUrl(browser.anchorAt(browser.viewport().mapFromGlobal(event.globalPos()))))
    known = sources.get(number) if number is not None else None
    if not known:
        return False
    shown = known if len(known) <= TIP_CHARS else known[:TIP_CHARS] + "…"
    QToolTip.showText(event.globalPos(), plain_tip(visible(shown)), browser)
    return True
