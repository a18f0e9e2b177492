"""What the services tell whoever shows things. Frozen values, published from the work thread."""

from dataclasses import dataclass
from pathlib import Path

from app.domain.comparison import Comparison, Who
from app.domain.conversation import Conversation, Message
from app.domain.download import DownloadFacts
from app.domain.errors import HearthError
from app.domain.generation import LoadedModel, Prepared
from app.domain.library import LibraryFacts
from app.domain.load_planning import LoadStep
from app.domain.source import Grounding, Source
from app.services.import_summary import ImportSummary


@dataclass(frozen=True, slots=True)
class Event:
    """Base of all events."""


@dataclass(frozen=True, slots=True)
class ConversationsChanged(Event):
    """The list differs: something was added, renamed, deleted or moved up."""


@dataclass(frozen=True, slots=True)
class AnswerStarted(Event):
    """An answer has its place in the vault. `question` is None for retry and continue."""

    conversation: Conversation
    question: Message | None
    answer: Message


@dataclass(frozen=True, slots=True)
class AnswerPrepared(Event):
    """What the model will read for it, and what had to be left out."""

    answer_id: str
    prepared: Prepared


@dataclass(frozen=True, slots=True)
class AnswerGrounded(Event):
    """The passages that an answer will rest on, before its first word."""

    answer_id: str
    grounding: Grounding


@dataclass(frozen=True, slots=True)
class PromptRead(Event):
    """How far the prompt has been read, in tokens."""

    answer_id: str
    done_tokens: int
    total_tokens: int


@dataclass(frozen=True, slots=True)
class PromptMeasured(Event):
    """How much of the context the conversation with its draft would take. No id: a conversation to be.

    `dropped` are the texts of the messages that would be left out, oldest first, `left_out` the passages. No
    `prepared`: it can't be sent like this, `error` says why.
    """

    conversation_id: str | None
    prepared: Prepared | None
    dropped: tuple[str, ...] = ()
    left_out: tuple[Source, ...] = ()
    error: HearthError | None = None


@dataclass(frozen=True, slots=True)
class AnswerGrew(Event):
    """More text, or more thinking."""

    answer_id: str
    text: str
    thinking: bool


@dataclass(frozen=True, slots=True)
class AnswerEnded(Event):
    """The answer as it now lies in the vault; `error` where it failed."""

    answer: Message
    error: HearthError | None = None


@dataclass(frozen=True, slots=True)
class ModelLoading(Event):
    """A model is being loaded; `fraction` 0..1."""

    name: str
    fraction: float


@dataclass(frozen=True, slots=True)
class ModelReady(Event):
    """A model can answer."""

    model: LoadedModel


@dataclass(frozen=True, slots=True)
class ModelSteppedDown(Event):
    """A model that can answer didn't fit as it was wished: what was given up for it."""

    name: str
    steps: tuple[LoadStep, ...]


@dataclass(frozen=True, slots=True)
class ModelFailed(Event):
    """A model could not be loaded, or its process ended. The window stays as it is."""

    name: str
    error: HearthError


@dataclass(frozen=True, slots=True)
class ModelUnloaded(Event):
    """No model is in memory any more."""


@dataclass(frozen=True, slots=True)
class LibraryChanged(Event):
    """The libraries as they are now, and those of files dropped on one conversation. `embedder` is the name of the
    one that finds by meaning, empty where there is none; `embedder_loaded` whether searches can use it by now."""

    libraries: tuple[LibraryFacts, ...]
    conversations: tuple[LibraryFacts, ...] = ()
    embedder: str = ""
    embedder_loaded: bool = False


@dataclass(frozen=True, slots=True)
class LedgerChanged(Event):
    """A request was written down, or how it ended; or all connections were blocked, or allowed again."""


@dataclass(frozen=True, slots=True)
class ComparisonChanged(Event):
    """A comparison began, one of its answers ended, or it was voted on; `error` says why an answer failed."""

    comparison: Comparison
    error: HearthError | None = None


@dataclass(frozen=True, slots=True)
class ComparisonGrew(Event):
    """More text of one of the two answers under way."""

    comparison_id: str
    who: Who
    text: str


@dataclass(frozen=True, slots=True)
class BackupProgressed(Event):
    """A backup is being made; `fraction` 0..1."""

    fraction: float


@dataclass(frozen=True, slots=True)
class BackupEnded(Event):
    """The backup lies at `path`, unless `error` says why not or it was stopped."""

    path: Path
    error: HearthError | None = None
    stopped: bool = False


@dataclass(frozen=True, slots=True)
class ImportProgressed(Event):
    """Files are being read; `done` of `total`."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class ImportEnded(Event):
    """What came of an import of `path`. Without summary and error it was stopped."""

    path: Path
    summary: ImportSummary | None
    error: HearthError | None = None


@dataclass(frozen=True, slots=True)
class DownloadChanged(Event):
    """The downloads as they are now: those under way, those that wait, and those that ended since the start."""

    downloads: tuple[DownloadFacts, ...]
