"""A real profile with the real services and inference process over it, for the services' tests."""

import os
import queue
import signal
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from app.ipc.child import Child
from app.sandbox import SealLevel, SealReport
from app.services.answer_keeping import AnswerKeeping
from app.services.arranging import ArrangingService
from app.services.branching import BranchingService
from app.services.chat import ChatService
from app.services.comparing import ComparingService
from app.services.events import AnswerEnded, Event, LibraryChanged
from app.services.given_keeping import GivenKeeping
from app.services.grounding import Grounder
from app.services.model_host import ModelHost
from app.services.model_service import ModelService
from app.services.opening import Session, StartGateway, assemble, no_gateway
from app.services.source_keeping import SourceKeeping
from app.services.workroom import Workroom
from app.vault.argon2_cost import FLOOR
from app.vault.keyring_store import KeyringStore
from app.vault.profile import Profile
from app.vault.vault import Vault
from tests.end2end.program import PASSPHRASE, RANDOM_MODEL
from tests.vault.keyring_in_memory import opened_by_keyring

PATIENCE_S = 60.0
SEAL = SealReport(SealLevel.NONE, "test", 0)
E = TypeVar("E", bound=Event)
T = TypeVar("T")


class SessionAtWork:
    """An open session on its own work thread, and everything it publishes in order."""

    def __init__(
        self,
        folder: Path,
        start_child: Callable[[], Child] | None = None,
        start_gateway: StartGateway = no_gateway,
        *,
        by_passphrase: bool = False,
    ) -> None:
        """`by_passphrase`: the profile opens by PASSPHRASE, else by a keyring, which is quicker."""
        self.events: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self.seen: list[Event] = []
        self.workroom = Workroom()
        self.folder = folder
        self._start_child = start_child
        self._start_gateway = start_gateway
        self._by_passphrase = by_passphrase
        self.session = self.do(self._open)

    def _vault(self) -> Vault:
        if not self._by_passphrase:
            return opened_by_keyring(self.folder)
        profile = Profile(self.folder)
        if profile.exists():
            return profile.unlock(passphrase=PASSPHRASE)
        return profile.create(passphrase=PASSPHRASE, cost=FLOOR)

    def _open(self) -> Session:
        vault = self._vault()
        session = assemble(
            vault, KeyringStore(), self.folder, self.events.put, SEAL, self.workroom, self._start_gateway
        )
        if not session.models.list():
            session.models.add(RANDOM_MODEL)
        if self._start_child is None:
            return session
        host = ModelHost(self.workroom, self.events.put, self._start_child)
        models = ModelService(session.models._shelf, vault.settings, host)
        grounder = Grounder(session.library, host)
        keeping = AnswerKeeping(vault.conversations, self.events.put)
        sources = SourceKeeping(vault.sources, vault.conversations, vault.labels)
        given = GivenKeeping(vault.given, vault.conversations)
        chat = ChatService(
            vault.conversations,
            vault.settings,
            models,
            host,
            self.events.put,
            sources,
            grounder,
            given,
            session.attachments,
            keeping,
            vault.grants,
            session.pictures,
        )
        arranging = ArrangingService(vault.conversations, chat, self.workroom, self.events.put)
        comparing = ComparingService(
            vault,
            session.cloud,
            session.cloud._cloud,
            keeping,
            models,
            host,
            grounder,
            self.events.put,
        )
        branches = BranchingService(vault.conversations, chat, session.pictures)
        return replace(
            session,
            chat=chat,
            models=models,
            host=host,
            arranging=arranging,
            branches=branches,
            grounder=grounder,
            comparing=comparing,
        )

    def library_of(self, name: str, folder: Path) -> None:
        """Make a library of `folder` and wait until all of it can be found by keyword."""
        library = self.session.library
        added: Future[None] = Future()
        self.do(
            lambda: library.add(name, (folder,), None, lambda: added.set_result(None), added.set_exception)
        )
        added.result(PATIENCE_S)
        while not any(
            each.files and each.files_ready == each.files and each.passages for each in library.libraries
        ):
            self.until(LibraryChanged)

    def do(self, work: Callable[[], T]) -> T:
        """Run on the work thread and wait."""
        return self.workroom.do(work).result(PATIENCE_S)

    def until(self, kind: type[E]) -> E:
        """The next event of this kind; those before it are kept in `seen`."""
        while True:
            event = self.events.get(timeout=PATIENCE_S)
            self.seen.append(event)
            if isinstance(event, kind):
                return event

    def told(self, kind: type[E]) -> E:
        """The last event of this kind among those seen already."""
        return [event for event in self.seen if isinstance(event, kind)][-1]

    def ended(self) -> AnswerEnded:
        """Wait for the answer under way to end."""
        return self.until(AnswerEnded)

    def kill_worker(self) -> None:
        """kill -9 the inference process."""
        child = self.session.host._child
        assert child is not None
        assert child.process.pid is not None
        os.kill(child.process.pid, signal.SIGKILL)

    def close(self) -> None:
        """Close the session and its thread."""
        self.do(self.session.close)
        self.workroom.close()
