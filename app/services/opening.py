"""From a folder to a session: what state a profile is in, and opening it. Work thread only.

`inspect` asks nobody anything; `open_session` may take a second, because Argon2id is meant to.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from app.domain.errors import CloudError, HearthError, VaultLockedError
from app.ipc.gateway_client import GatewayClient
from app.models.shelf import ModelShelf
from app.sandbox import SealReport
from app.services.answer_keeping import AnswerKeeping
from app.services.arranging import ArrangingService
from app.services.attachments import AttachmentService
from app.services.backup import BackupService
from app.services.branching import BranchingService
from app.services.chat import ChatService
from app.services.cloud_chat import CloudChat
from app.services.cloud_policy import downloads_allowed_by
from app.services.cloud_service import CloudService
from app.services.comparing import ComparingService
from app.services.download_service import DownloadService, close_killed_requests
from app.services.events import Event
from app.services.given_keeping import GivenKeeping
from app.services.grounding import PASSAGES, Grounder
from app.services.import_service import ImportService
from app.services.ledger_service import LedgerService
from app.services.library_service import LibraryService
from app.services.masking import Masking
from app.services.model_host import ModelHost
from app.services.model_offers import ModelOffers
from app.services.model_removal import ModelRemoval
from app.services.model_service import ModelService
from app.services.opening_state import Opening, OpeningState
from app.services.page_drawing import PageDrawing
from app.services.pictures import Pictures
from app.services.places import supplied_models
from app.services.policy import Policy, model_must_be_allowed, policy_file, read_policy
from app.services.presets import PresetService
from app.services.provider_keys import ProviderKeys
from app.services.provider_service import ProviderService
from app.services.security import SecurityService, must_be_long_enough
from app.services.source_keeping import SourceKeeping
from app.services.supplied_models import put_on_shelf
from app.services.this_machine import ThisMachine
from app.services.typesetting import Typesetting
from app.services.workroom import Workroom
from app.vault.key_file import SlotKind
from app.vault.keyring_store import KeyringState, KeyringStore
from app.vault.moving import settled
from app.vault.profile import Profile
from app.vault.settings_store import SettingsStore
from app.vault.vault import Vault

MOST_PASSAGES = 30

StartGateway = Callable[[], "Connection[bytes, bytes]"]


def no_gateway() -> "Connection[bytes, bytes]":
    """For a session that asks no servers, or does so by itself."""
    raise CloudError("gateway_not_started")


@dataclass(frozen=True)
class Session:
    """An open profile and everything that can be done with it. Close it once, on the work thread."""

    chat: ChatService
    models: ModelService
    security: SecurityService
    settings: SettingsStore
    vault: Vault
    host: ModelHost
    library: LibraryService
    attachments: AttachmentService
    arranging: ArrangingService
    branches: BranchingService
    presets: PresetService
    grounder: Grounder
    pages: PageDrawing
    pictures: Pictures
    typesetting: Typesetting
    ledger: LedgerService
    masking: Masking
    backups: BackupService
    cloud: CloudChat
    providers: ProviderService
    imports: ImportService
    offers: ModelOffers
    downloads: DownloadService
    comparing: ComparingService
    removal: ModelRemoval
    keys: ProviderKeys

    @property
    def folder(self) -> Path:
        """Where the profile lies."""
        return self.vault.folder

    def policy(self) -> Policy:
        """What this computer's administrator has fixed, as it is now."""
        return read_policy()

    def close(self) -> None:
        """Save what is under way, end the workers, close the vault and let go of the key."""
        self.comparing.close()
        self.downloads.close()
        self.offers.close()
        self.backups.close()
        self.cloud.close()
        self.imports.close()
        self.chat.close()
        self.host.unload()
        self.arranging.close()
        self.removal.close()
        self.library.close()
        self.pages.close()
        self.pictures.close()
        self.typesetting.close()
        self.vault.close()


def inspect(folder: Path, locked: bool = False) -> Opening:
    """What opening the profile in `folder` needs. Never raises; a broken profile is a state."""
    try:
        profile = Profile(settled(folder))
        keyring = KeyringStore(environ=os.environ).state()
        if not profile.exists():
            if keyring is KeyringState.AVAILABLE:
                return Opening(OpeningState.NEW)
            if keyring is KeyringState.LOCKED:
                return Opening(OpeningState.KEYRING_LOCKED)
            return Opening(OpeningState.NEW_NEEDS_PASSPHRASE)
        slots = tuple(kind.value for kind in profile.slots())
    except HearthError as error:
        return Opening(OpeningState.BROKEN, error=error)
    if SlotKind.KEYRING in slots:
        if keyring is KeyringState.AVAILABLE:
            return Opening(OpeningState.NEEDS_UNLOCK if locked else OpeningState.OPENS_BY_ITSELF, slots)
        if keyring is KeyringState.LOCKED:
            return Opening(OpeningState.KEYRING_LOCKED, slots)
    return Opening(OpeningState.NEEDS_PASSPHRASE, slots)


def open_session(
    folder: Path,
    *,
    passphrase: str | None,
    recovery_code: str | None,
    publish: Callable[[Event], None],
    seal: SealReport,
    workroom: Workroom,
    start_gateway: StartGateway = no_gateway,
) -> Session:
    """Open the profile in `folder`, or where it was moved to, making it first where there is none.

    Raises VaultError: locked, wrong secret, damaged, in use, no keyring and no passphrase.
    """
    profile = Profile(settled(folder))
    keyring = KeyringStore(environ=os.environ)
    keeper = keyring if keyring.backend is not None else None
    known = profile.exists()
    if known:
        vault = profile.unlock(passphrase=passphrase, recovery=recovery_code, keyring=keeper)
    elif passphrase is not None:
        must_be_long_enough(passphrase)
        vault = profile.create(passphrase=passphrase)
    elif keyring.state() is KeyringState.AVAILABLE:
        vault = profile.create(keyring=keyring)
    else:
        raise VaultLockedError("passphrase_needed_for_new")
    try:
        session = assemble(vault, keyring, profile.folder, publish, seal, workroom, start_gateway)
    except BaseException:
        vault.close()
        raise
    if not known:
        for folder_of_models in (supplied_models(), *read_policy().model_folders):
            put_on_shelf(session.models, folder_of_models)
    return session


def assemble(
    vault: Vault,
    keyring: KeyringStore,
    folder: Path,
    publish: Callable[[Event], None],
    seal: SealReport,
    workroom: Workroom,
    start_gateway: StartGateway = no_gateway,
) -> Session:
    """The services over an open vault."""
    close_killed_requests(folder / "models", vault.ledger)
    shelf = ModelShelf(folder / "models", must_be_allowed=model_must_be_allowed)
    host = ModelHost(workroom, publish)
    models = ModelService(shelf, vault.settings, host)

    def of_libraries(event: Event) -> None:
        attachments.hear(event)
        publish(event)

    def tell(event: Event) -> None:
        library.hear(event)
        publish(event)

    library = LibraryService(workroom, of_libraries, vault)
    grounder = Grounder(
        library, host, lambda: vault.settings.get_integer("library.passages", PASSAGES, 1, MOST_PASSAGES)
    )
    sources = SourceKeeping(vault.sources, vault.conversations, vault.labels)
    attachments = AttachmentService(library, sources, vault.conversations, vault.settings)
    given = GivenKeeping(vault.given, vault.conversations)
    keeping = AnswerKeeping(vault.conversations, tell)
    pictures = Pictures(vault.pictures, vault.conversations, workroom, models.sees)
    chat = ChatService(
        vault.conversations,
        vault.settings,
        models,
        host,
        tell,
        sources,
        grounder,
        given,
        attachments,
        keeping,
        vault.grants,
        pictures,
    )
    keys = ProviderKeys(vault.profile_id, keyring if keyring.backend is not None else None)
    gateway = GatewayClient(start_gateway)
    cloud = CloudService(workroom, gateway, vault.ledger, keys, vault.settings, policy_file())
    arranging = ArrangingService(vault.conversations, chat, workroom, publish)
    security = SecurityService(vault, keyring, seal)
    masking = Masking(vault.settings)
    ledger = LedgerService(vault.ledger, vault.conversations, vault.settings, publish)
    ledger.end_requests = cloud.close
    talk = CloudChat(
        vault, cloud, keeping, sources, attachments, grounder, tell, masking.new_redactor, pictures
    )
    comparing = ComparingService(vault, talk, cloud, keeping, models, host, grounder, publish)
    return Session(
        chat,
        models,
        security,
        vault.settings,
        vault,
        host,
        library,
        attachments,
        arranging,
        BranchingService(vault.conversations, chat, pictures),
        PresetService(vault.presets, vault.prompts, vault.conversations, vault.settings, models),
        grounder,
        PageDrawing(workroom, library.passwords),
        pictures,
        Typesetting(workroom),
        ledger,
        masking,
        BackupService(vault, library, workroom, publish),
        talk,
        ProviderService(cloud, vault),
        ImportService(vault, workroom, publish),
        ModelOffers(shelf, workroom, models.loading_of, ThisMachine()),
        DownloadService(
            shelf.folder,
            shelf,
            vault.ledger,
            downloads_allowed_by(cloud.must_be_allowed),
            start_gateway,
            workroom,
            publish,
        ),
        comparing,
        ModelRemoval(models, workroom, publish),
        keys,
    )
