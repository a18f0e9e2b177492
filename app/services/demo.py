"""The throw-away profile of `hearth --demo`: a key nobody is told, the small trained model, a library of sample
files. Work thread."""

import secrets
import shutil
from collections.abc import Callable
from pathlib import Path

from app.sandbox import SealReport
from app.services.events import Event
from app.services.opening import Session, StartGateway, assemble, no_gateway
from app.services.opening_state import Opening, OpeningState
from app.services.places import resource
from app.services.starting import LIBRARIES, QUESTIONS, kept
from app.services.workroom import Workroom
from app.vault.argon2_cost import FLOOR
from app.vault.keyring_store import KeyringStore
from app.vault.profile import Profile

DEMO_MODEL = resource("models", "hearth-demo.gguf")
DEMO_LIBRARY = "Sample"
DEMO_FILES = resource("sample")
# Questions about the sample files that the demo's model can answer: a PDF, a contract, a web page.
DEMO_QUESTIONS = (
    "What is the height of the lantern tower?",
    "What is the annual rent of the boathouse?",
    "What is the ticket price of the lighthouse?",
)
DEMO_PASSAGES = 3  # in real texts the model is sure of no more


class DemoOpener:
    """Opens a fresh throw-away profile each time, also after a lock: its key is kept nowhere."""

    def __init__(
        self,
        folder: Path,
        locked: bool,
        seal: SealReport,
        workroom: Workroom,
        library: bool = True,
        start_gateway: StartGateway = no_gateway,
    ) -> None:
        """`library` False: for a command that needs none."""
        self._start_gateway = start_gateway
        self._library = library
        self._folder = folder
        self._locked = locked
        self._seal = seal
        self._workroom = workroom

    def inspect(self) -> Opening:
        """Never needs a secret."""
        return Opening(OpeningState.NEEDS_UNLOCK if self._locked else OpeningState.OPENS_BY_ITSELF)

    def open(
        self, passphrase: str | None, recovery_code: str | None, publish: Callable[[Event], None]
    ) -> Session:
        """Make the profile and put the model on its shelf; whatever was typed is not needed."""
        if self._folder.exists():
            shutil.rmtree(self._folder)
        self._folder.parent.mkdir(parents=True, exist_ok=True)
        vault = Profile(self._folder).create(passphrase=secrets.token_urlsafe(32), cost=FLOOR)
        try:
            session = assemble(
                vault,
                KeyringStore(),
                self._folder,
                publish,
                self._seal,
                self._workroom,
                self._start_gateway,
            )
            session.downloads.throw_away = True
            session.models.add(DEMO_MODEL)
            # Such a small model wanders off when chance has a say.
            session.settings.set("sampling.temperature", 0.0)
            session.settings.set("library.passages", DEMO_PASSAGES)
            session.settings.set(LIBRARIES, kept([DEMO_LIBRARY]))
            session.settings.set(QUESTIONS, kept(DEMO_QUESTIONS))
            if self._library:
                session.library.add(DEMO_LIBRARY, (DEMO_FILES,))
        except BaseException:
            vault.close()
            raise
        return session
