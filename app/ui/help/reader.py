"""One help page on the screen. Window process, main thread."""

from PySide6.QtGui import QTextCursor

from app.ui.help.pages import HelpPage
from app.ui.transcript.reader import TextReader


class HelpReader(TextReader):
    """Shows a page, and scrolls to a section of it."""

    def show_page(self, page: HelpPage, block: int = 0, words: str = "") -> None:
        """Show a page from its block `block` on, with the first of `words` in that part selected."""
        self.body.show_blocks(0, page.blocks)
        self.lay_out()
        number = self.body.writer.first_block_of(block)
        at = self.body.sealed.findBlockByNumber(number)
        top = self.body.sealed.documentLayout().blockBoundingRect(at).top()
        self.verticalScrollBar().setValue(0 if block == 0 else int(top))
        self._select(at.position(), words)

    def _select(self, position: int, words: str) -> None:
        cursor = QTextCursor(self.body.sealed)
        cursor.setPosition(position)
        for word in words.split()[:1]:
            found = self.body.sealed.find(word, cursor)
            if not found.isNull():
                cursor = found
        self.body.setTextCursor(cursor)
