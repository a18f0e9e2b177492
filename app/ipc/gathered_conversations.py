"""What one throw-away process has sent of another program's file. Any process and thread."""

from app.domain.conversation import Role
from app.domain.document import OUTCOMES
from app.domain.errors import DocumentError
from app.domain.imported import LOST, PROGRAMS, ImportedConversation
from app.ipc.frames import Frame
from app.ipc.parser_frames import AllRead, ConversationRead, NoText
from app.ipc.parser_process import Ended

CHARACTERS_LIMIT = 400 * 1024 * 1024
CONVERSATIONS_LIMIT = 200_000
_MESSAGE_COSTS_CHARACTERS = 200  # about what one takes in memory besides its words


class GatheredConversations:
    """Conversations as they come. `conversations` gives them only when all of them came."""

    def __init__(self) -> None:
        self.ended = Ended(0, late=False, nonsense=False)
        self._conversations: list[ImportedConversation] = []
        self._no_text: NoText | None = None
        self._complete = False
        self._too_long = False
        self._characters = 0

    @property
    def begun(self) -> bool:
        """Whether anything has come."""
        return bool(self._conversations)

    def take(self, frame: Frame) -> bool:
        """Take one frame. False: more isn't wanted."""
        if isinstance(frame, ConversationRead):
            conversation = frame.conversation
            if not _holds_together(conversation):  # the process was taken over: nothing of it is believed
                return False
            self._characters += len(conversation.system_prompt) + sum(
                len(message.text) + len(message.thinking) + _MESSAGE_COSTS_CHARACTERS
                for message in conversation.messages
            )
            if self._characters > CHARACTERS_LIMIT or len(self._conversations) >= CONVERSATIONS_LIMIT:
                self._too_long = True
                return False
            self._conversations.append(conversation)
        elif isinstance(frame, NoText):
            self._no_text = frame
        elif isinstance(frame, AllRead):
            self._complete = True
        return True

    def conversations(self) -> tuple[ImportedConversation, ...]:
        """All of them. Raises DocumentError when not all came, and when there were none."""
        if self._no_text is not None:
            code = self._no_text.code if self._no_text.code in OUTCOMES else "document_damaged"
            raise DocumentError(code, **self._no_text.parameters)
        if self._too_long:
            raise DocumentError("document_too_much_text")
        if not self._complete:
            raise DocumentError("document_too_slow" if self.ended.late else "document_crashed_reader")
        if not self._conversations:
            raise DocumentError("document_no_conversations")
        return tuple(self._conversations)


def _holds_together(conversation: ImportedConversation) -> bool:
    """Known names only, each message once, parents before their children."""
    known = {""}
    for message in conversation.messages:
        if message.id in known or message.parent not in known or message.role is Role.SYSTEM:
            return False
        known.add(message.id)
    return conversation.program in PROGRAMS and set(conversation.lost) <= set(LOST)
