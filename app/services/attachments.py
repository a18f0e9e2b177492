"""Files that belong to one conversation: read for it alone, and gone with it. Work thread only.

The library process reads them into a library of their own, whose name begins with `CONVERSATION`; the vault
remembers it among the conversation's libraries. A conversation that hasn't begun has one too, under a name that
the settings keep until the first question takes it along. What no conversation knows of is removed at the start.
"""

from collections.abc import Callable, Iterable
from pathlib import Path

from app.domain.attachment import Attachment, AttachmentState
from app.domain.document import NOT_WHOLE, NOTES
from app.domain.errors import UsageError
from app.domain.library import FileTrouble, LibraryFacts
from app.services.events import Event, LibraryChanged
from app.services.library_service import CONVERSATION, LibraryService, temporary_name
from app.services.source_keeping import SourceKeeping
from app.vault.conversation_store import new_id
from app.vault.settings_store import SettingsStore
from app.vault.temporary_conversations import ConversationsWithTemporary

OF_NEW = "attachments.new"  # setting: the name of the library for the conversation that hasn't begun
LIMIT = 20

Then = Callable[[], None]
Fail = Callable[[Exception], None]


def of_conversations(names: Iterable[str]) -> tuple[str, ...]:
    """Those of `names` that hold the files of one conversation."""
    return tuple(name for name in names if name.startswith(CONVERSATION))


class AttachmentService:
    """Adds files to conversations, says how far they are, and forgets them."""

    def __init__(
        self,
        library: LibraryService,
        sources: SourceKeeping,
        store: ConversationsWithTemporary,
        settings: SettingsStore,
    ) -> None:
        self._library = library
        self._sources = sources
        self._store = store
        self._settings = settings
        self._told = False  # whether the library process has told what there is
        self._adding: set[str] = set()

    def name(self, conversation_id: str | None) -> str:
        """The library with a conversation's files (None: the one that hasn't begun); empty for none."""
        if conversation_id is None:
            return self._settings.get_text(OF_NEW)
        return next(iter(of_conversations(self._sources.libraries(conversation_id))), "")

    def add(self, conversation_id: str | None, paths: tuple[Path, ...], then: Then, failed: Fail) -> None:
        """Read files for one conversation. `failed` gets a HearthError, and then none was added."""
        name = self.name(conversation_id)
        try:
            self._check(conversation_id, paths, name)
        except UsageError as error:
            failed(error)
            return
        name = name or temporary_name(new_id())
        self._adding.add(name)

        def added() -> None:
            self._adding.discard(name)
            if conversation_id is None:
                self._settings.set(OF_NEW, name)
            else:
                others = self._sources.libraries(conversation_id)
                self._sources.set_libraries(conversation_id, (*others, name))
            then()

        def not_added(error: Exception) -> None:
            self._adding.discard(name)
            failed(error)

        self._library.add_temporary(name.removeprefix(CONVERSATION), paths, added, not_added)

    def remove(self, conversation_id: str | None, path: str, then: Then, failed: Fail) -> None:
        """Forget a file and what was made of it, also what answers quoted."""
        name = self.name(conversation_id)
        facts = self._facts(name)
        if facts is None:
            then()
        elif facts.paths == (path,):
            self._forget_link(conversation_id, name)
            self._library.remove(name, then, failed)
        else:
            self._library.remove_path(name, Path(path), then, failed)

    def files(
        self, conversation_id: str | None, then: Callable[[tuple[Attachment, ...]], None], failed: Fail
    ) -> None:
        """A conversation's files, in the order they were added, and how far each is."""
        facts = self._facts(self.name(conversation_id))
        if facts is None:
            then(())
            return
        known = facts

        def told(troubles: tuple[FileTrouble, ...]) -> None:
            told_of = [
                trouble for trouble in troubles if trouble.code not in NOTES or trouble.code in NOT_WHOLE
            ]
            then(_attachments(known, {trouble.path: trouble for trouble in reversed(told_of)}))

        self._library.troubles(known.name, told, failed)

    def begun(self, names: Iterable[str]) -> None:
        """A conversation has begun with these libraries: the files of the new one are its own now."""
        if self._settings.get_text(OF_NEW) in of_conversations(names):
            self._settings.delete(OF_NEW)

    def when_read(self, names: tuple[str, ...], then: Then, failed: Fail) -> None:
        """Call `then` once the files of conversations among `names` have been read."""
        waited_for = of_conversations(names)

        def read() -> bool:
            found = [self._facts(name) for name in waited_for]
            return all(facts is not None and not _reading(facts) for facts in found)

        if not waited_for or (self._told and read()):
            then()
        else:
            self._library.when_told(then, failed, read)

    def forget(self, conversation_id: str) -> None:
        """Forget the files of a conversation that is being deleted. Call while its row is still there."""
        for name in of_conversations(self._sources.libraries(conversation_id)):
            self._library.remove(name)

    def hear(self, event: Event) -> None:
        """The first time that the libraries are told, remove what no conversation knows of."""
        if not isinstance(event, LibraryChanged) or self._told:
            return
        self._told = True
        kept = {self._settings.get_text(OF_NEW), *self._adding, *self._sources.all_libraries()}
        for facts in event.conversations:
            if facts.name not in kept:
                self._library.remove(facts.name)

    def _check(self, conversation_id: str | None, paths: tuple[Path, ...], name: str) -> None:
        if conversation_id is not None and self._store.is_temporary(conversation_id):
            raise UsageError("attachments_not_in_temporary")
        for path in paths:
            if path.is_dir():
                raise UsageError("attachment_is_folder", file=path.name or str(path))
        facts = self._facts(name)
        if len({*(facts.paths if facts is not None else ()), *map(str, paths)}) > LIMIT:
            raise UsageError("attachments_too_many", limit=LIMIT)

    def _facts(self, name: str) -> LibraryFacts | None:
        return next((facts for facts in self._library.conversations if facts.name == name), None)

    def _forget_link(self, conversation_id: str | None, name: str) -> None:
        if conversation_id is None:
            self._settings.delete(OF_NEW)
        else:
            others = [one for one in self._sources.libraries(conversation_id) if one != name]
            self._sources.set_libraries(conversation_id, others)


def _reading(facts: LibraryFacts) -> bool:
    """Whether some of these files haven't been read yet. A file that isn't there any more is no reason to wait."""
    return facts.files_ready < facts.files or (facts.files < len(facts.paths) and not facts.looked_through)


def _attachments(facts: LibraryFacts, troubles: dict[str, FileTrouble]) -> tuple[Attachment, ...]:
    state = AttachmentState.READING if _reading(facts) else AttachmentState.READY
    return tuple(
        Attachment(path, _state(troubles[path]), troubles[path].code, troubles[path].params)
        if path in troubles
        else Attachment(path, state)
        for path in facts.paths
    )


def _state(trouble: FileTrouble) -> AttachmentState:
    return AttachmentState.PARTLY if trouble.code in NOT_WHOLE else AttachmentState.TROUBLE
