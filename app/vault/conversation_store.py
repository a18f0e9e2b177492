"""Conversations and their messages inside vault.db. Window or command line process, on the vault's thread.

Every call that writes returns once its rows are on the disk. Text is kept as it is, save that half of a
surrogate pair, which no encoding can hold, becomes U+FFFD.
"""

import time
import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from app.domain.conversation import Conversation, Folder, Message, MessageState
from app.domain.errors import VaultError
from app.domain.sampling import Sampling
from app.vault import conversation_sql as sql
from app.vault.conversation_rows import clean, conversation_of, figures_text, message_of, sampling_text
from app.vault.conversation_search import Hits, SearchHit
from app.vault.conversation_search import search as search_in
from app.vault.database import Database, Transaction
from app.vault.pair_words import paired

__all__ = ["ConversationStore", "Conversations", "Counts", "Messages", "SearchHit", "new_id", "now_ms"]

ALL = 1 << 30
FOLDER_NAME_LIMIT = 80


def new_id() -> str:
    """A fresh id for a conversation or message: 32 hexadecimal digits."""
    return uuid.uuid4().hex


def now_ms() -> int:
    """Unix time in milliseconds."""
    return time.time_ns() // 1_000_000


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the vault holds."""

    conversations: int
    messages: int


# Names for results: inside the class `list` is its method.
Conversations: TypeAlias = list[Conversation]
Messages: TypeAlias = list[Message]
Folders: TypeAlias = list[Folder]
Texts: TypeAlias = list[str]


class ConversationStore:
    """Conversations as trees of messages; see `app.domain.conversation`."""

    def __init__(self, database: Database, clock_ms: Callable[[], int] = now_ms) -> None:
        self._database = database
        self._clock_ms = clock_ms

    def create(
        self,
        title: str,
        system_prompt: str = "",
        model: str = "",
        *,
        folder: str = "",
        preset: str = "",
        sampling: Sampling | None = None,
        conversation_id: str = "",
    ) -> Conversation:
        """A new, empty conversation. `conversation_id` is an id that `new_id` made for it already."""
        now = self._clock_ms()
        made = Conversation(
            conversation_id or new_id(),
            clean(title),
            now,
            now,
            system_prompt=clean(system_prompt),
            model=clean(model),
            folder=clean(folder),
            preset=clean(preset),
            sampling=sampling,
        )
        with self._database.transaction() as transaction:
            _insert(transaction, made)
        return made

    def get(self, conversation_id: str) -> Conversation:
        """One conversation. Errors: VaultError("conversation_missing")."""
        found = self._database.row(sql.CONVERSATION, (clean(conversation_id),))
        if found is None:
            raise VaultError("conversation_missing")
        return conversation_of(found)

    def list(self, limit: int = ALL, offset: int = 0) -> Conversations:
        """Conversations, the last one changed first."""
        rows = self._database.rows(sql.CONVERSATIONS, (max(limit, 0), max(offset, 0)))
        return [conversation_of(row) for row in rows]

    def rename(self, conversation_id: str, title: str) -> None:
        """Give a conversation another title; its place in the list stays."""
        self._set(sql.SET_TITLE, conversation_id, clean(title))

    def set_leaf(self, conversation_id: str, leaf_id: str | None) -> None:
        """Show the branch that ends at message `leaf_id`. Errors also: VaultError("message_missing")."""
        if leaf_id is not None and self.message(leaf_id).conversation_id != conversation_id:
            raise VaultError("message_missing")
        self._set(sql.SET_LEAF, conversation_id, leaf_id)

    def set_system_prompt(self, conversation_id: str, text: str) -> None:
        """Set what the model is told before everything else; empty for nothing."""
        self._set(sql.SET_SYSTEM_PROMPT, conversation_id, clean(text))

    def set_model(self, conversation_id: str, model: str) -> None:
        """Set the shelf name of the model that answers here; empty for the chosen one."""
        self._set(sql.SET_MODEL, conversation_id, clean(model))

    def set_pinned(self, conversation_id: str, pinned: bool) -> None:
        """Keep a conversation at the top of the list, or no longer."""
        self._set(sql.SET_PINNED, conversation_id, int(pinned))

    def set_folder(self, conversation_id: str, folder_id: str) -> None:
        """Put a conversation into a folder; empty takes it out."""
        self._set(sql.SET_FOLDER, conversation_id, clean(folder_id))

    def set_preset(
        self, conversation_id: str, preset: str, system_prompt: str, model: str, sampling: Sampling | None
    ) -> None:
        """Let a conversation be answered as a preset says, from now on."""
        with self._database.transaction() as transaction:
            values = (clean(preset), clean(system_prompt), clean(model), sampling_text(sampling))
            if transaction.execute(sql.SET_PRESET, (*values, clean(conversation_id))) != 1:
                raise VaultError("conversation_missing")

    def set_place(self, conversation_id: str, place: str) -> None:
        """Keep where the reader was, in words of the window's own. No error for one that is gone."""
        with self._database.transaction() as transaction:
            transaction.execute(sql.SET_PLACE, (clean(place), clean(conversation_id)))

    def place(self, conversation_id: str) -> str:
        """Where the reader was; empty where that isn't known."""
        found = self._database.row(sql.PLACE, (clean(conversation_id),))
        return str(found[0]) if found else ""

    def mark_deleting(self, conversation_id: str, deleting: bool) -> None:
        """Take a conversation out of list and search, to be deleted soon, or put it back."""
        self._set(sql.SET_DELETING, conversation_id, int(deleting))

    def deleting(self) -> Texts:
        """The ids of conversations that are to be deleted."""
        return [str(row[0]) for row in self._database.rows(sql.DELETING)]

    def duplicate(self, conversation_id: str, title: str) -> Conversation:
        """A copy with all branches, unpinned; an answer that still grows is interrupted in the copy."""
        now = self._clock_ms()
        original, messages = self.get(conversation_id), self.messages(conversation_id)
        names = {message.id: new_id() for message in messages}
        made = replace(
            original,
            id=new_id(),
            title=clean(title),
            created_ms=now,
            updated_ms=now,
            leaf_id=names.get(original.leaf_id or ""),
            pinned=False,
            provider="",
        )
        with self._database.transaction() as transaction:
            _insert(transaction, made)
            row = self._database.row(sql.NUMBER, (made.id,))
            number = int(row[0]) if row else 0
            for message in messages:
                grows = message.state is MessageState.STREAMING
                copy = replace(
                    message,
                    id=names[message.id],
                    conversation_id=made.id,
                    parent_id=names.get(message.parent_id or ""),
                    state=MessageState.INTERRUPTED if grows else message.state,
                )
                self._insert_message(transaction, copy, number)
                transaction.execute(sql.COPY_PICTURES, (copy.id, message.id))
        return made

    def delete(self, conversation_id: str) -> None:
        """Remove a conversation with all its messages and words, from the database and its write-ahead log.

        One that isn't there (any more) is no error.
        """
        with self._database.transaction() as transaction:
            for number, text in self._database.rows(sql.TEXTS_OF, (clean(conversation_id),)):
                _remove_pairs(transaction, number, text)
            transaction.execute(sql.DELETE, (clean(conversation_id),))
        self._database.checkpoint()

    def messages(self, conversation_id: str) -> Messages:
        """All messages of a conversation, of every branch, in the order they were added."""
        rows = self._database.rows(sql.MESSAGES, (clean(conversation_id),))
        return [message_of(row) for row in rows]

    def has_versions(self, conversation_id: str) -> bool:
        """Whether any message was asked or answered anew; no text is read for it."""
        return self._database.row(sql.HAS_VERSIONS, (clean(conversation_id),)) is not None

    def message(self, message_id: str) -> Message:
        """One message. Errors: VaultError("message_missing")."""
        found = self._database.row(sql.MESSAGE, (clean(message_id),))
        if found is None:
            raise VaultError("message_missing")
        return message_of(found)

    def add_message(self, message: Message, beside: Callable[[Transaction], None] | None = None) -> None:
        """Add a message, show the branch it ends, and move its conversation to the top of the list.

        `beside` writes what belongs to it: both are kept, or neither.
        Errors: VaultError conversation_missing, or message_missing when its parent isn't in the conversation.
        """
        number = self._number(message.conversation_id)
        if message.parent_id is not None and not self._database.row(sql.IS_IN, (message.parent_id, number)):
            raise VaultError("message_missing")
        with self._database.transaction() as transaction:
            self._insert_message(transaction, message, number)
            transaction.execute(sql.GREW, (message.id, self._clock_ms(), number))
            if beside is not None:
                beside(transaction)

    def take_in(
        self,
        entries: Iterable[tuple[Conversation, Sequence[Message]]],
        folders: Sequence[Folder] = (),
        beside: Callable[[Transaction], None] | None = None,
    ) -> Conversations:
        """Add whole conversations, all or none of them; one whose id is there already is left out. Those added.

        Parents come before their children. Of the new `folders` those are made that something was added to. `beside`
        writes in the same transaction.
        """
        added: Conversations = []
        with self._database.transaction() as transaction:
            for conversation, messages in entries:
                if self._database.row(sql.NUMBER, (conversation.id,)) is not None:
                    continue
                _insert(transaction, conversation)
                if conversation.pinned:
                    transaction.execute(sql.SET_PINNED, (1, conversation.id))
                number = self._number(conversation.id)
                for message in messages:
                    self._insert_message(transaction, message, number)
                added.append(conversation)
            used = {conversation.folder for conversation in added}
            for folder in folders:
                if folder.id in used:
                    transaction.execute(sql.ADD_FOLDER, (folder.id, clean(folder.name)[:FOLDER_NAME_LIMIT]))
            if beside is not None:
                beside(transaction)
        return added

    def update_message(self, message: Message) -> None:
        """Save what changes while a message grows and ends: text, thinking, state, model, figures, dropped,
        error code. Errors: VaultError("message_missing")."""
        with self._database.transaction() as transaction:
            former = self._database.row(sql.STORED_TEXT, (message.id,))
            if former is None:
                raise VaultError("message_missing")
            transaction.execute(
                sql.UPDATE_MESSAGE,
                (
                    clean(message.text),
                    clean(message.thinking),
                    message.state.value,
                    clean(message.model),
                    clean(message.error_code),
                    message.dropped,
                    figures_text(message.figures),
                    message.id,
                ),
            )
            number, text, state = former
            if text != message.text or state != message.state.value:
                if state != MessageState.STREAMING.value:
                    _remove_pairs(transaction, number, text)
                _add_pairs(transaction, number, message)

    def mark_streaming_as_interrupted(self) -> int:
        """After opening: answers that a crash cut off are marked so, and become searchable. How many."""
        with self._database.transaction() as transaction:
            for number, text in self._database.rows(sql.STREAMING):
                if pieces := paired(text):
                    transaction.execute(sql.ADD_PAIRS, (number, pieces))
            return transaction.execute(sql.INTERRUPT)

    def counts(self) -> Counts:
        """How many conversations and messages there are."""
        found = self._database.row(sql.COUNTS)
        return Counts(*found) if found else Counts(0, 0)

    def search(self, query: str, limit: int = 50) -> Hits:
        """Where the words of `query` stand; see `app.vault.conversation_search`."""
        return search_in(self._database, query, limit)

    def questions(self, limit: int = 100) -> Texts:
        """What was asked last, newest first, each text once."""
        rows = self._database.rows(sql.QUESTIONS, (max(limit, 0),))
        return [*dict.fromkeys(str(row[0]) for row in rows)]

    # ---- folders

    def folders(self) -> Folders:
        """All folders, by name."""
        return [Folder(*row) for row in self._database.rows(sql.FOLDERS)]

    def add_folder(self, name: str) -> Folder:
        """A new folder."""
        made = Folder(new_id(), clean(name)[:FOLDER_NAME_LIMIT])
        with self._database.transaction() as transaction:
            transaction.execute(sql.ADD_FOLDER, (made.id, made.name))
        return made

    def rename_folder(self, folder_id: str, name: str) -> None:
        """Give a folder another name; one that is gone is no error."""
        with self._database.transaction() as transaction:
            transaction.execute(sql.RENAME_FOLDER, (clean(name)[:FOLDER_NAME_LIMIT], clean(folder_id)))

    def remove_folder(self, folder_id: str) -> None:
        """Remove a folder; what was in it goes back to its day."""
        with self._database.transaction() as transaction:
            transaction.execute(sql.EMPTY_FOLDER, (clean(folder_id),))
            transaction.execute(sql.REMOVE_FOLDER, (clean(folder_id),))
        self._database.checkpoint()

    # ---- inside

    def _insert_message(self, transaction: Transaction, message: Message, conversation: int) -> None:
        transaction.execute(
            sql.ADD_MESSAGE,
            (
                message.id,
                conversation,
                message.parent_id,
                message.role.value,
                clean(message.text),
                clean(message.thinking),
                message.state.value,
                message.created_ms,
                clean(message.model),
                clean(message.error_code),
                message.dropped,
                figures_text(message.figures),
                clean(message.provider),
            ),
        )
        row = self._database.row(sql.STORED_TEXT, (message.id,))
        if row is not None:
            _add_pairs(transaction, int(row[0]), message)

    def _number(self, conversation_id: str) -> int:
        found = self._database.row(sql.NUMBER, (clean(conversation_id),))
        if found is None:
            raise VaultError("conversation_missing")
        return int(found[0])

    def _set(self, statement: str, conversation_id: str, value: str | int | None) -> None:
        with self._database.transaction() as transaction:
            changed = transaction.execute(statement, (value, clean(conversation_id)))
            if changed != 1:
                raise VaultError("conversation_missing")


def _insert(transaction: Transaction, made: Conversation) -> None:
    transaction.execute(
        sql.ADD_CONVERSATION,
        (
            made.id,
            made.title,
            made.created_ms,
            made.updated_ms,
            made.leaf_id,
            made.system_prompt,
            made.model,
            made.folder,
            made.preset,
            sampling_text(made.sampling),
        ),
    )


def _add_pairs(transaction: Transaction, number: int, message: Message) -> None:
    """Index a message that no longer grows, where its script asks for pairs."""
    if message.state is not MessageState.STREAMING and (pieces := paired(clean(message.text))):
        transaction.execute(sql.ADD_PAIRS, (number, pieces))


def _remove_pairs(transaction: Transaction, number: int, text: str) -> None:
    if pieces := paired(text):
        transaction.execute(sql.REMOVE_PAIRS, (number, pieces))
