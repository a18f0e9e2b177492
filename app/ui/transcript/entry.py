"""One message of a transcript, with or without a widget. Window process, window thread."""

from dataclasses import dataclass

from app.domain.conversation import Message, Role
from app.services.sentences import answer_words
from app.ui.language import translated
from app.ui.markdown.parser import MarkdownParser
from app.ui.markdown.plain import block_text
from app.ui.markdown.stream import parse
from app.ui.transcript.answer import AnswerItem
from app.ui.transcript.items import UserBubble, user_blocks


@dataclass(slots=True, eq=False)  # one among thousands is looked for at each step of scrolling
class Entry:
    """A message in the column: its place and, near what is seen, its widget.

    `fresh`: the same answer in another style, being written out of sight until it can take the widget's place.
    """

    message: Message
    failure: str = ""
    top: int = 0
    height: int = 0
    folded: bool = True
    item: UserBubble | AnswerItem | None = None
    fresh: AnswerItem | None = None

    @property
    def is_whole(self) -> bool:
        """Whether all of its text is laid out."""
        return not isinstance(self.item, AnswerItem) or self.item.is_whole

    def answers(self) -> list[AnswerItem]:
        """The widgets of an answer."""
        return [one for one in (self.item, self.fresh) if isinstance(one, AnswerItem)]

    @property
    def shown_text(self) -> str:
        """Its text, what the program said in an answer's place in the window's language."""
        return answer_words(self.message.text, translated)

    def estimated_height(self, text_width: int) -> int:
        """About how high it will be, in pixels, where its text gets `text_width`."""
        per_line = max(20, text_width // 7)
        lines = len(self.message.text) // per_line + self.message.text.count("\n", 0, 4096) + 1
        return 40 + 22 * lines

    def words_laid_out(self) -> str | None:
        """The message as it is shown; None where it isn't laid out whole and would have to be read first."""
        if self.message.role is Role.USER:
            return block_text(user_blocks(self.message.text))
        if isinstance(self.item, AnswerItem) and self.item.is_whole:
            return self.item.answer_words()
        return None

    def words(self, parser: MarkdownParser) -> list[str]:
        """Its text as it is shown, part by part."""
        if isinstance(self.item, AnswerItem):
            return self.item.words()
        if self.message.role is Role.USER:
            return [block_text(user_blocks(self.message.text))]
        return [block_text(parse(self.shown_text, parser))]
