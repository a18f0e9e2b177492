"""What would leave, before it does: the request as a person is shown it, and all they decide by. Pure values."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.cloud.payload import Payload
from app.cloud.restoring import ReplyRestorer
from app.domain.cloud_choice import AskReason, CloudChoice, TextKind
from app.domain.conversation import Message
from app.domain.labels import Labels
from app.domain.price import Price
from app.domain.provider import Provider
from app.domain.source import Grounding
from app.services.beginning import Beginning

if TYPE_CHECKING:  # its phone plans take 60 ms that only masking should wait for
    from app.cloud.redaction import Redactor


@dataclass(frozen=True, slots=True)
class CloudQuestion:
    """What is to be asked, and where.

    Attributes:
        text: what was typed; for `answers` the question that lies in the vault.
        conversation_id: empty for a conversation to be, which begins as `beginning` says.
        replaces: the message in whose place it is asked, which stays as another version.
        answers: the question, or an answer to it, that is to be answered once more.
        continues: the answer that broke off and is to be written on.
    """

    text: str
    conversation_id: str = ""
    beginning: Beginning | None = None
    replaces: str = ""
    answers: str = ""
    continues: str = ""


@dataclass(frozen=True, slots=True)
class OfferedDocument:
    """A file that words of could go: its path, the words, whether it may go."""

    path: str
    excerpts: tuple[str, ...]
    granted: bool


@dataclass(frozen=True, slots=True)
class CloudPreview:
    """One request that nobody has sent.

    Attributes:
        choice: the conversation's server and the grant that it was made under.
        payload, model, redactor, labels: the bytes; what masked them; what the server will have in view.
        kinds: the kinds of text in it that a person is asked about.
        why: why they are asked; None: they have agreed to such a request already.
        found, grounding: the passages found for the question, and those that would go.
        documents: the files that could go.
        staying: how many earlier messages stay here.
        has_earlier, has_answers, has_instructions: what there is that could be granted.
        parent_id, at_ms: where and when the question stands.
        price, spent_micro: what is known of the costs, so far.
        longest_tokens: what the limit leaves for the answer; 0 without a limit.
        begun: the answer that is to be written on, as it stood.
    """

    question: CloudQuestion
    choice: CloudChoice
    provider: Provider
    model: str
    payload: Payload
    redactor: "Redactor | None"
    labels: Labels
    kinds: frozenset[TextKind]
    why: AskReason | None
    found: Grounding | None
    grounding: Grounding | None
    documents: tuple[OfferedDocument, ...]
    staying: int
    has_earlier: bool
    has_answers: bool
    has_instructions: bool
    parent_id: str | None
    at_ms: int
    price: Price | None = None
    spent_micro: int = 0
    longest_tokens: int = 0
    begun: Message | None = None

    def restorer(self) -> ReplyRestorer | None:
        """What puts masked words back into an answer while it comes; None where none were: then nothing need wait."""
        return ReplyRestorer(self.redactor) if self.redactor is not None and self.payload.masked else None

    def restored(self, reply: str) -> str:
        """A whole answer with the masked words put back."""
        return reply if self.redactor is None else self.redactor.restore_reply(reply)
