"""Pictures that a model is to see: those that wait for a question, and those of the questions asked. Work thread only.

A picture's file is decoded in a throw-away process; what is kept is its pixels, in the vault, or in memory for a
temporary conversation. One that waits is in memory only, as its file is still there.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from app.domain.conversation import Message, Role
from app.domain.errors import GenerationError, UsageError, VaultError
from app.domain.generation import Turn
from app.domain.picture import ENDINGS, LONGEST_PX, PICTURES_LIMIT, SMALL_PX, Picture, ShownPicture
from app.ipc.document_file import file_name
from app.ipc.png import png
from app.ipc.reading import DocumentReader
from app.services.workroom import Workroom
from app.vault.picture_store import PictureStore, put_pictures
from app.vault.temporary_conversations import ConversationsWithTemporary


@dataclass(frozen=True, slots=True)
class _Source:
    """A picture that is to be read, and what it is called."""

    name: str
    content: Path | bytes | Picture


Small = dict[str, tuple[tuple[str, Picture], ...]]
Then = Callable[[], None]
Fail = Callable[[Exception], None]


class Pictures:
    """Keeps pictures, and puts them into the turns that a model is given."""

    def __init__(
        self,
        store: PictureStore,
        conversations: ConversationsWithTemporary,
        workroom: Workroom,
        sees: Callable[[str], bool],
    ) -> None:
        """`sees` says whether a model (empty: the chosen one) can look at pictures."""
        self._sees = sees
        self._store = store
        self._conversations = conversations
        self._workroom = workroom
        self._waiting: dict[str | None, tuple[ShownPicture, ...]] = {}
        self._held: dict[str, dict[str, tuple[ShownPicture, ...]]] = {}  # temporary conversation -> question
        self._reading: Counter[str | None] = Counter()  # how many are being read
        self._reader: DocumentReader | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="pictures")
        self._closed = False

    # ---- waiting for a question

    def add(self, conversation_id: str | None, paths: Sequence[Path], then: Then, failed: Fail) -> None:
        """Have pictures wait for the next question of a conversation (None: of the one that hasn't begun).

        `failed` gets a HearthError, and then none was added.
        """
        self._have_wait(conversation_id, [_Source(file_name(path), path) for path in paths], then, failed)

    def add_pasted(
        self, conversation_id: str | None, name: str, picture: bytes | Picture, then: Then, failed: Fail
    ) -> None:
        """The same for a picture that is no file: the bytes of one, or pixels that a program of this session gave."""
        self._have_wait(conversation_id, [_Source(name, picture)], then, failed)

    def _have_wait(
        self, conversation_id: str | None, sources: Sequence["_Source"], then: Then, failed: Fail
    ) -> None:
        if len(self.waiting(conversation_id)) + len(sources) > PICTURES_LIMIT:
            failed(UsageError("pictures_too_many", limit=PICTURES_LIMIT))
            return
        reader = self._reader = self._reader or DocumentReader()
        self._reading[conversation_id] += 1

        def added(pictures: tuple[ShownPicture, ...]) -> None:
            if conversation_id is not None and self._is_gone(conversation_id):
                then()  # deleted meanwhile: nothing of it stays in memory
                return
            self._waiting[conversation_id] = (*self.waiting(conversation_id), *pictures)
            then()

        def ended(reading: "Future[tuple[ShownPicture, ...]]") -> None:
            self._reading[conversation_id] -= 1
            error = reading.exception()
            if isinstance(error, Exception):
                failed(error)
            else:
                added(reading.result())

        def post(reading: "Future[tuple[ShownPicture, ...]]") -> None:
            if not reading.cancelled():  # which only `close` does
                self._workroom.post(lambda: ended(reading))

        if not self._closed:
            reading = self._thread.submit(lambda: tuple(self._read(reader, source) for source in sources))
            reading.add_done_callback(post)

    def must_be_read(self, conversation_id: str | None) -> None:
        """Raise GenerationError picture_being_read while one is: it would go with another question than its own."""
        if self._reading[conversation_id] > 0:
            raise GenerationError("picture_being_read")

    def seen_of(self, conversation_id: str | None, paths: Sequence[Path]) -> tuple[Path, ...]:
        """Those of `paths` that a conversation's model would look at: pictures, if it can, and no server answers."""
        found = tuple(path for path in paths if path.suffix.lower() in ENDINGS)
        return found if found and self.are_seen(conversation_id) else ()

    def are_seen(self, conversation_id: str | None) -> bool:
        """Whether a conversation's model looks at pictures; a server never gets one."""
        conversation = self._conversations.get(conversation_id) if conversation_id else None
        if conversation is not None and conversation.provider:
            return False
        return self._sees(conversation.model if conversation is not None else "")

    def waiting(self, conversation_id: str | None) -> tuple[ShownPicture, ...]:
        """The pictures that go with the next question."""
        return self._waiting.get(conversation_id, ())

    def remove(self, conversation_id: str | None, place: int) -> None:
        """Take the picture at `place` back."""
        waiting = self.waiting(conversation_id)
        self._waiting[conversation_id] = (*waiting[:place], *waiting[place + 1 :])

    def sent(self, conversation_id: str | None) -> None:
        """The question was asked: nothing waits any more."""
        self._waiting.pop(conversation_id, None)

    # ---- of questions

    def add_question(self, question: Message, pictures: Sequence[ShownPicture]) -> None:
        """Add a question to its conversation, with its pictures: both are kept, or neither."""
        where = question.conversation_id
        self._conversations.add_message(
            question, lambda transaction: put_pictures(transaction, question.id, pictures)
        )
        if pictures and self._conversations.is_temporary(where):
            self._held.setdefault(where, {})[question.id] = tuple(pictures)

    def of(self, conversation_id: str, message_id: str) -> tuple[ShownPicture, ...]:
        """The pictures of a question, in order."""
        if self._conversations.is_temporary(conversation_id):
            return self._held.get(conversation_id, {}).get(message_id, ())
        return self._store.of(message_id)

    def small(self, conversation_id: str) -> Small:
        """What a person sees of a conversation's pictures, with their names, by their question's id."""
        if not self._conversations.is_temporary(conversation_id):
            return self._store.small(conversation_id)
        held = self._held.get(conversation_id, {})
        return {id_: tuple((shown.name, shown.small) for shown in found) for id_, found in held.items()}

    def forget(self, conversation_id: str) -> None:
        """A conversation is gone; the vault's rows go with it by themselves."""
        self._held.pop(conversation_id, None)
        self._waiting.pop(conversation_id, None)

    def with_turns(
        self, conversation_id: str | None, turns: Sequence[Turn], model: str = "", *, draft: bool = False
    ) -> tuple[list[Turn], dict[str, Picture]]:
        """The turns with their pictures, the last `PICTURES_LIMIT` of them, and these by their keys.

        There are none where `model` (empty: the chosen one) can't look at them. With `draft`, those that wait go with
        the last turn.
        """
        having = self._questions(conversation_id) if conversation_id is not None else frozenset()
        waiting = self.waiting(conversation_id) if draft else ()
        if not (having or waiting) or not self._sees(model):
            return list(turns), {}
        seen: dict[str, Picture] = {}
        done: list[Turn] = []
        for place, turn in reversed(tuple(enumerate(turns))):
            found: tuple[ShownPicture, ...] = ()
            if draft and place == len(turns) - 1:
                found = waiting
            elif turn.role is Role.USER and conversation_id is not None and turn.id in having:
                found = self.of(conversation_id, turn.id)
            keyed = [(shown.picture.key, shown.picture) for shown in found]
            if len(seen | dict(keyed)) <= PICTURES_LIMIT:
                seen |= keyed
                turn = replace(turn, pictures=tuple(key for key, _ in keyed))
            done.append(turn)
        return done[::-1], seen

    def close(self) -> None:
        """Give up what is being read and end its process."""
        self._closed = True
        self._thread.shutdown(cancel_futures=True)
        if self._reader is not None:
            self._reader.close()

    def _questions(self, conversation_id: str) -> frozenset[str]:
        """The ids of a conversation's questions that have pictures."""
        if self._conversations.is_temporary(conversation_id):
            return frozenset(self._held.get(conversation_id, {}))
        return self._store.questions(conversation_id)

    def _is_gone(self, conversation_id: str) -> bool:
        try:
            self._conversations.get(conversation_id)
        except VaultError:
            return True
        return False

    def _read(self, reader: DocumentReader, source: "_Source") -> ShownPicture:
        content = source.content
        if isinstance(
            content, Picture
        ):  # read like the picture of a stranger: it is pixels that no reader made
            content = png(content.width, content.height, content.pixels)
        large, small = (self._pixels(reader, content, longest) for longest in (LONGEST_PX, SMALL_PX))
        return ShownPicture(source.name, large, small)

    def _pixels(self, reader: DocumentReader, content: Path | bytes, longest_px: int) -> Picture:
        if isinstance(content, Path):
            return reader.read_picture(content, longest_px, cancelled=lambda: self._closed)
        return reader.read_pasted_picture(content, longest_px, cancelled=lambda: self._closed)
