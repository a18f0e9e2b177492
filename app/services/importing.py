"""Taking in conversations of other programs: finding their files, reading them, and adding them to the vault.

Files are read in throw-away processes (`app.ipc.reading`), on a thread that may wait; adding them is one transaction on
the work thread, so nothing is ever half there. They start local: no server may be asked within them, and their answers
are of unknown origin, which goes to no server (`app.vault.label_store`). A folder of the list says where they are from.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from app.domain.comparison import Comparison
from app.domain.conversation import Conversation, Folder, Message, MessageState, Role, title_from
from app.domain.errors import DocumentError, UsageError
from app.domain.imported import PROGRAMS, ImportedConversation, ImportedMessage
from app.ipc.reading import DocumentReader
from app.services.import_summary import ImportSummary, Refused
from app.vault.conversation_store import FOLDER_NAME_LIMIT, new_id, now_ms
from app.vault.database import Transaction
from app.vault.vault import Vault

FOLDER_NAME = "Imported from {program}"
_JAN = ("thread.json", "messages.jsonl")
_NAMES = (
    "*.chat",
    "*.conversation.json",
    *_JAN,
    "conversations.json",
    "conversations-*.json",
)
_DEPTH_LIMIT = 6
_LOOKED_AT_LIMIT = 100_000


@dataclass(frozen=True, slots=True)
class ReadIn:
    """What was read, before anything is added."""

    conversations: tuple[ImportedConversation, ...]
    refused: tuple[Refused, ...] = ()
    comparisons: tuple[Comparison, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to add."""
        return not (self.conversations or self.comparisons)


def files_in(path: Path) -> list[Path]:
    """The files to read for `path`: itself, or those in a folder that look like conversations, in a stable order.

    Links aren't followed. Errors: UsageError import_missing(name), import_nothing(name), import_too_many(limit).
    """
    try:
        if not path.is_dir():
            if not path.exists():
                raise UsageError("import_missing", name=str(path))
            beside = [path.with_name(name) for name in _JAN]
            return [one for one in beside if one.is_file()] if path in beside else [path]
        found = sorted(_below(path, 0, [0]))
    except OSError as error:
        raise UsageError("import_missing", name=str(path)) from error
    if not found:
        raise UsageError("import_nothing", name=path.name)
    return found


def _below(folder: Path, depth: int, looked_at: list[int]) -> Iterator[Path]:
    for entry in folder.iterdir():
        looked_at[0] += 1
        if looked_at[0] > _LOOKED_AT_LIMIT:
            raise UsageError("import_too_many", limit=_LOOKED_AT_LIMIT)
        if entry.is_symlink():
            continue
        if entry.is_dir():
            if depth < _DEPTH_LIMIT:
                yield from _below(entry, depth + 1, looked_at)
        elif any(entry.match(name) for name in _NAMES):
            yield entry


def read_in(
    files: Iterable[Path],
    reader: DocumentReader,
    cancelled: Callable[[], bool],
    progressed: Callable[[int], object] = lambda _: None,
) -> ReadIn:
    """Read the files, all of them. `progressed` is told how many are done.

    Errors: Cancelled, WorkerError.
    """
    found: dict[Path, tuple[ImportedConversation, ...]] = {}
    comparisons: list[Comparison] = []
    refused: list[Refused] = []
    for number, path in enumerate(files, start=1):
        try:
            imported = reader.read_conversations(path, cancelled)
            found[path] = imported.conversations
            comparisons += imported.comparisons
        except DocumentError as error:
            refused.append(Refused(path, error))
        progressed(number)
    return ReadIn(tuple(_with_threads_joined(found)), tuple(refused), tuple(comparisons))


def _with_threads_joined(
    found: dict[Path, tuple[ImportedConversation, ...]],
) -> Iterator[ImportedConversation]:
    """A thread of Jan lies in two files of one folder: what it is called in one, what was said in the other."""
    for path, conversations in found.items():
        said = found.get(path.with_name("messages.jsonl")) if path.name == "thread.json" else None
        told = found.get(path.with_name("thread.json")) if path.name == "messages.jsonl" else None
        if said:
            continue
        if told and conversations:
            about = told[0]
            yield replace(
                conversations[0],
                id=about.id or conversations[0].id,
                title=about.title or conversations[0].title,
                created_ms=about.created_ms or conversations[0].created_ms,
                updated_ms=conversations[0].updated_ms or about.updated_ms,
                system_prompt=about.system_prompt,
                model=about.model,
            )
        else:
            yield from conversations


def add(read: ReadIn, vault: Vault) -> ImportSummary:
    """Add what was read, in one transaction. Work thread. Errors: VaultError of the disk."""
    now, store = now_ms(), vault.conversations
    full = [one for one in read.conversations if one.messages]
    named = {folder.name: folder for folder in store.folders()}
    folders = {
        name: named.get(name) or Folder(new_id(), name) for name in sorted(map(_folder_name, full)) if name
    }
    entries = [ours(one, folders[name].id if (name := _folder_name(one)) else "", now) for one in full]
    new_folders = [folder for folder in folders.values() if folder.name not in named]
    compared = [our_comparison(one, now) for one in read.comparisons]
    taken: list[int] = []

    def take_comparisons(transaction: Transaction) -> None:
        taken.append(vault.comparisons.take_in(transaction, compared))

    added = store.take_in(entries, new_folders, take_comparisons)
    ids = {conversation.id for conversation in added}
    lost: Counter[str] = Counter()
    messages = 0
    for one, (conversation, said) in zip(full, entries, strict=True):
        if conversation.id in ids:
            lost.update(one.lost)
            messages += len(said)
    programs = {one.program for one in read.conversations} | ({"hearth"} if compared else set())
    return ImportSummary(
        programs=tuple(PROGRAMS[name] for name in sorted(programs)),
        added=len(added),
        messages=messages,
        known=len(full) - len(added),
        empty=len(read.conversations) - len(full),
        lost=dict(lost),
        refused=read.refused,
        comparisons=sum(taken),
        known_comparisons=len(compared) - sum(taken),
    )


def _folder_name(imported: ImportedConversation) -> str:
    """The folder it comes into; empty for none."""
    if imported.program == "hearth":
        return imported.folder[:FOLDER_NAME_LIMIT].strip()
    return FOLDER_NAME.format(program=PROGRAMS[imported.program])


def _answered_by(imported: ImportedConversation, message: ImportedMessage) -> str:
    """The server or program that answered: an answer that wasn't made by us here never says that it was."""
    if message.role is not Role.ASSISTANT:
        return ""
    return message.provider or ("" if imported.program == "hearth" else PROGRAMS[imported.program])


def ours(imported: ImportedConversation, folder: str, now: int) -> tuple[Conversation, list[Message]]:
    """A conversation as we keep it. Its id comes from where it was, so that it isn't taken in twice.

    Times in the future become `now`: what counts as typed after a grant is told by its time.
    """
    names = {message.id: new_id() for message in imported.messages}
    created_ms = min(imported.created_ms or now, now)
    conversation_id = _own_id(imported)
    messages = [
        Message(
            id=names[message.id],
            conversation_id=conversation_id,
            parent_id=names.get(message.parent),
            role=message.role,
            text=message.text,
            state=MessageState.COMPLETE,
            created_ms=min(message.created_ms or created_ms, now),
            thinking=message.thinking,
            model=message.model,
            provider=_answered_by(imported, message),
        )
        for message in imported.messages
    ]
    return (
        Conversation(
            id=conversation_id,
            title=title_from(imported.title, 200),
            created_ms=created_ms,
            updated_ms=min(max(imported.updated_ms, created_ms), now),
            leaf_id=names.get(imported.leaf) or messages[-1].id,
            system_prompt=imported.system_prompt,
            folder=folder,
            pinned=imported.pinned,
        ),
        messages,
    )


def our_comparison(told: Comparison, now: int) -> Comparison:
    """A comparison as we keep it, with the id it had or one that comes from what is in it; not of the future."""
    texts = (told.question, told.local.text, told.server.text)
    return replace(
        told,
        id=told.id if _is_own_id(told.id) else _made_id("comparison", told.id or "\0".join(texts)),
        created_ms=min(told.created_ms or now, now),
    )


def _own_id(imported: ImportedConversation) -> str:
    if imported.program == "hearth" and _is_own_id(imported.id):
        return imported.id
    told = imported.id or "\0".join([imported.title, *(message.text for message in imported.messages)])
    return _made_id(imported.program, told)


def _is_own_id(told: str) -> bool:
    return len(told) == 32 and set(told) <= set("0123456789abcdef")


def _made_id(kind: str, told: str) -> str:
    return hashlib.sha256(f"{kind}\0{told}".encode("utf-8", "replace")).hexdigest()[:32]
