"""One help page on the screen. Window process, main thread."""

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QTextCursor

from app.domain.utf16 import utf16_length
from app.ui.fuzzy import plain
from app.ui.help.pages import HelpPage
from app.ui.help.rewriting import SCHEME
from app.ui.theme import Theme
from app.ui.transcript.reader import TextReader


class HelpReader(TextReader):
    """Shows a page, and scrolls to a section of it.

    Signals: `page_wished` with a page's name and a section's anchor, for a click on a link between pages.
    """

    page_wished = Signal(str, str)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name, on_card=True)
        self.body.anchorClicked.connect(self._follow)

    def show_page(self, page: HelpPage, block: int = 0, words: str = "") -> None:
        """Show a page from its block `block` on, with the first of `words` in that part selected."""
        self.body.show_blocks(0, page.blocks)
        self.lay_out()
        number = self.body.writer.beginning_of(block)
        at = self.body.sealed.findBlockByNumber(number)
        top = self.body.sealed.documentLayout().blockBoundingRect(at).top()
        self.verticalScrollBar().setValue(0 if block == 0 else int(top))
        self._select(number, words)

    @Slot(QUrl)
    def _follow(self, url: QUrl) -> None:
        if url.scheme() == SCHEME:
            self.page_wished.emit(url.path(), url.fragment())

    def _select(self, number: int, words: str) -> None:
        """Select the first place of the first word, found as the search finds it, from a block of the text on."""
        block = self.body.sealed.findBlockByNumber(number)
        cursor = QTextCursor(block)
        word = next(iter(plain(words).split()), "")
        while word and block.isValid():
            found = _place(block.text(), word)
            if found is not None:
                cursor = QTextCursor(block)
                cursor.setPosition(block.position() + found[0])
                cursor.setPosition(block.position() + found[1], QTextCursor.MoveMode.KeepAnchor)
                break
            block = block.next()
        self.body.setTextCursor(cursor)


def _place(text: str, word: str) -> tuple[int, int] | None:
    """Where `word`, as `plain` writes it, stands in `text`: start and end as Qt counts; None where it doesn't."""
    letters = [plain(letter) for letter in text]
    at = "".join(letters).find(word)
    if at < 0:
        return None
    of_letter = [number for number, letter in enumerate(letters) for _ in letter]
    start, end = of_letter[at], of_letter[at + len(word) - 1] + 1
    return utf16_length(text[:start]), utf16_length(text[:end])
