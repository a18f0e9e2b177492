"""A session without vault, keys or model, for tests of the window.

Same shape as `app.services.opening.Session`.

Answers don't come by themselves: a test lets them begin, grow and end, in the order it wants to see. Like the
real one it is called on the work thread only.
"""

from collections.abc import Callable, Generator
from pathlib import Path
from typing import TypeVar, cast

from app.domain.conversation import MessageState
from app.domain.errors import HearthError, WrongSecretError
from app.domain.library import LibraryFacts
from app.services.events import (
    Event,
)
from app.services.opening_state import Opening, OpeningState
from app.services.policy import Policy
from app.vault.backing_up import Progress
from app.vault.moving import MovePlan
from tests.ui.fake_arranging import FakeArranging
from tests.ui.fake_chat import FakeBranches, FakeChat, FakeModels, FakeRemoval
from tests.ui.fake_cloud import FakeCloud, FakeProviders
from tests.ui.fake_comparing import FakeComparing
from tests.ui.fake_documents import FakeAttachments, FakeLibrary, FakePages, FakePictures, FakeTypesetting
from tests.ui.fake_downloads import FakeDownloads, FakeOffers
from tests.ui.fake_ledger import FakeLedger
from tests.ui.fake_masking import FakeMasking
from tests.ui.fake_moving import FakeBackups, FakeImports
from tests.ui.fake_presets import FakePresets

T = TypeVar("T")


class FakeSecurity:
    """Slots as a set of words and one passphrase in clear."""

    def __init__(self) -> None:
        self.kinds = {"keyring"}
        self.passphrase = ""
        self.notices: tuple[str, ...] = ()

    @property
    def has_passphrase(self) -> bool:
        return "passphrase" in self.kinds

    def slots(self) -> tuple[str, ...]:
        return tuple(sorted(self.kinds))

    def set_passphrase(self, new: str, current: str | None = None) -> None:
        if self.has_passphrase and current != self.passphrase:
            raise WrongSecretError("passphrase_wrong")
        self.passphrase = new
        self.kinds = (self.kinds - {"keyring"}) | {"passphrase"}

    def remove_passphrase(self, current: str) -> None:
        if current != self.passphrase:
            raise WrongSecretError("passphrase_wrong")
        self.kinds = (self.kinds - {"passphrase"}) | {"keyring"}

    def make_recovery_code(self) -> str:
        self.kinds.add("recovery")
        return "ABCD-EFGH-JKLM-NPQR-STUV-WXYZ"


class FakeSettings:
    """Settings in memory."""

    def __init__(self) -> None:
        self.values: dict[str, object] = {}

    def get(self, key: str, default: T) -> T:
        found = self.values.get(key, default)
        return cast(T, found) if default is None or type(found) is type(default) else default

    def set(self, key: str, value: object) -> None:
        self.values[key] = value

    def delete(self, key: str) -> None:
        self.values.pop(key, None)


class FakeSession:
    """An open profile in memory."""

    def __init__(self) -> None:
        self._listener: Callable[[Event], None] | None = None
        self.models = FakeModels(self.publish)
        self.removal = FakeRemoval(self.models)
        self.chat = FakeChat(self.publish, self.models)
        self.branches = FakeBranches(self.chat)
        self.arranging = FakeArranging(self.publish, self.chat)
        self.security = FakeSecurity()
        self.settings = FakeSettings()
        self.library = FakeLibrary(self.publish)
        self.pages = FakePages()
        self.attachments = FakeAttachments(self.publish)
        self.pictures = FakePictures()
        self.presets = FakePresets(self.chat, self.models)
        self.typesetting = FakeTypesetting()
        self.ledger = FakeLedger(self.publish)
        self.offers = FakeOffers()
        self.downloads = FakeDownloads(self.publish)
        self.backups = FakeBackups(self.publish)
        self.imports = FakeImports(self.publish)
        self.masking = FakeMasking()
        self.providers = FakeProviders()
        self.cloud = FakeCloud(self.providers, self.chat)
        self.comparing = FakeComparing(self.publish, self.cloud)
        self.folder = Path("/home/ada/.local/share/hearth")
        self.closed = 0
        self.fixed = Policy(Path("/etc/hearth/policy.json"))

    def policy(self) -> Policy:
        return self.fixed

    def publish(self, event: Event) -> None:
        """Tell the window, when one listens."""
        if self._listener is not None:
            self._listener(event)

    def listen(self, listener: Callable[[Event], None]) -> None:
        """Who is told from now on."""
        self._listener = listener

    def close(self) -> None:
        if self.chat.answer is not None:
            self.chat.end(MessageState.INTERRUPTED)
        self.closed += 1


class FakeOpener:
    """A profile in any state; opens with `passphrase`, with `code`, or by itself when both are empty."""

    def __init__(self, session: FakeSession, opening: Opening | None = None) -> None:
        self.session = session
        self.opening = opening or Opening(OpeningState.OPENS_BY_ITSELF, ("keyring",))
        self.passphrase = ""
        self.code = ""
        self.given: list[tuple[str | None, str | None]] = []
        self.backup_passphrase = "of the backup"
        self.refuse_backup: HearthError | None = None
        self.endless_restore = False
        self.restores: list[str] = []
        self.refuse_move: HearthError | None = None
        self.moves: list[tuple[Path, bool]] = []

    def inspect(self) -> Opening:
        return self.opening

    def open(
        self, passphrase: str | None, recovery_code: str | None, publish: Callable[[Event], None]
    ) -> FakeSession:
        self.given.append((passphrase, recovery_code))
        right = recovery_code == self.code if recovery_code else (passphrase or "") == self.passphrase
        if self.opening.state is OpeningState.NEW_NEEDS_PASSPHRASE:
            right = bool(passphrase)
        if not right:
            raise WrongSecretError("code_wrong" if recovery_code else "passphrase_wrong")
        self.session.listen(publish)
        return self.session

    def try_backup(self, backup: Path, passphrase: str | None, recovery_code: str | None) -> None:
        if passphrase != self.backup_passphrase:
            raise WrongSecretError("backup_passphrase_wrong")

    def restoring(
        self, backup: Path, passphrase: str | None, recovery_code: str | None
    ) -> Generator[Progress, None, None]:
        assert self.session.closed, "the profile is still open"
        self.restores.append("begun")
        try:
            while self.endless_restore:
                yield Progress(1, 100)
            for done_bytes in range(1, 101):
                yield Progress(done_bytes, 100)
            if self.refuse_backup is not None:
                raise self.refuse_backup
            self.restores.append("done")
        finally:
            self.restores.append("left")

    def plan_of_move(self, target: Path, libraries: tuple[LibraryFacts, ...]) -> MovePlan:
        if self.refuse_move is not None:
            raise self.refuse_move
        return MovePlan(self.session.folder, self.session.folder, target, 3 << 20, 2 << 20, ())

    def moving(self, target: Path, leave_models: bool) -> Generator[Progress, None, None]:
        self.moves.append((target, leave_models))
        return self.restoring(target, None, None)
