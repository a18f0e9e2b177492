"""What one throw-away process has sent of another program's file. Any process and thread."""

from app.domain.comparison import MOST_COST_MICRO, MOST_NUMBER, ComparedAnswer, Comparison, Who
from app.domain.conversation import Role
from app.domain.document import OUTCOMES
from app.domain.errors import DocumentError
from app.domain.imported import LOST, PROGRAMS, Imported, ImportedConversation
from app.domain.price import UNKNOWN_COST
from app.ipc.frames import Frame
from app.ipc.parser_frames import AllRead, ComparisonRead, ConversationRead, NoText
from app.ipc.parser_process import Ended

CHARACTERS_LIMIT = 400 * 1024 * 1024
CONVERSATIONS_LIMIT = 200_000
_MESSAGE_COSTS_CHARACTERS = 200  # about what one takes in memory besides its words


class GatheredConversations:
    """Conversations and comparisons as they come. `imported` gives them only when all of them came."""

    def __init__(self) -> None:
        self.ended = Ended(0, late=False, nonsense=False)
        self._conversations: list[ImportedConversation] = []
        self._comparisons: list[Comparison] = []
        self._no_text: NoText | None = None
        self._complete = False
        self._too_long = False
        self._characters = 0

    @property
    def begun(self) -> bool:
        """Whether anything has come."""
        return bool(self._conversations or self._comparisons)

    def take(self, frame: Frame) -> bool:
        """Take one frame. False: more isn't wanted."""
        if isinstance(frame, ConversationRead):
            conversation = frame.conversation
            if not _holds_together(conversation):  # the process was taken over: nothing of it is believed
                return False
            characters = len(conversation.system_prompt) + sum(
                len(message.text) + len(message.thinking) + _MESSAGE_COSTS_CHARACTERS
                for message in conversation.messages
            )
            if not self._has_room(characters):
                return False
            self._conversations.append(conversation)
        elif isinstance(frame, ComparisonRead):
            comparison = frame.comparison
            if not _is_sound(comparison):
                return False
            characters = len(comparison.question) + len(comparison.local.text) + len(comparison.server.text)
            if not self._has_room(characters + _MESSAGE_COSTS_CHARACTERS):
                return False
            self._comparisons.append(comparison)
        elif isinstance(frame, NoText):
            self._no_text = frame
        elif isinstance(frame, AllRead):
            self._complete = True
        return True

    def _has_room(self, characters: int) -> bool:
        """Whether so many more characters are no more than is sensible."""
        self._characters += characters
        number = len(self._conversations) + len(self._comparisons)
        self._too_long = self._characters > CHARACTERS_LIMIT or number >= CONVERSATIONS_LIMIT
        return not self._too_long

    def imported(self) -> Imported:
        """All of them. Raises DocumentError when not all came, and when there were none."""
        if self._no_text is not None:
            code = self._no_text.code if self._no_text.code in OUTCOMES else "document_damaged"
            raise DocumentError(code, **self._no_text.parameters)
        if self._too_long:
            raise DocumentError("document_too_much_text")
        if not self._complete:
            raise DocumentError("document_too_slow" if self.ended.late else "document_crashed_reader")
        if not self.begun:
            raise DocumentError("document_no_conversations")
        return Imported(tuple(self._conversations), tuple(self._comparisons))


def _holds_together(conversation: ImportedConversation) -> bool:
    """Known names only, each message once, parents before their children."""
    known = {""}
    for message in conversation.messages:
        if message.id in known or message.parent not in known or message.role is Role.SYSTEM:
            return False
        known.add(message.id)
    return conversation.program in PROGRAMS and set(conversation.lost) <= set(LOST)


def _is_sound(comparison: Comparison) -> bool:
    """Both answers, nothing more to come, and numbers that can be added up."""
    answers = (comparison.local, comparison.server)
    return (
        tuple(answer.who for answer in answers) == (Who.LOCAL, Who.SERVER)
        and comparison.ended
        and all(_has_sound_numbers(answer) for answer in answers)
    )


def _has_sound_numbers(answer: ComparedAnswer) -> bool:
    counted = (answer.first_word_s, answer.seconds, answer.energy_mwh, answer.watts)
    return (
        all(0 <= number <= MOST_NUMBER * 1000 for number in counted)
        and all(-1 <= number <= MOST_NUMBER for number in (answer.prompt_tokens, answer.completion_tokens))
        and UNKNOWN_COST <= answer.cost_micro <= MOST_COST_MICRO
    )
