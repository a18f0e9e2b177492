"""Where in its file a passage stands, in the window's language. Window process, main thread."""

from PySide6.QtCore import QCoreApplication

from app.domain.passage import Passage
from app.domain.source import PAGED_KINDS, SHEET_KINDS, SLIDE_KINDS, Source
from app.ui.language import number_words
from app.ui.markdown.visible_text import visible


def place_words(source: Source | Passage) -> str:
    """ "page 3", "slide 2", "sheet Budget"; nothing where a file has no parts."""
    number = number_words(source.page)
    if source.kind in PAGED_KINDS:
        return QCoreApplication.translate("Places", "page {page}").format(page=number)
    if source.kind in SLIDE_KINDS:
        return QCoreApplication.translate("Places", "slide {number}").format(number=number)
    if source.kind in SHEET_KINDS:
        name = visible(source.page_label) or number
        return QCoreApplication.translate("Places", "sheet {name}").format(name=name)
    return ""
