"""Asking a server, with leave: the ledger's row first, then the permit, the gateway, and the row that ends it.

Work thread only. Nothing here decides what may leave: `app.cloud.payload` does, and a person. Every request is
one that `send` was given a payload and a word of consent for; nothing is sent again by itself.
"""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

from app.cloud.payload import Payload
from app.cloud.permits import issue
from app.domain.errors import Cancelled, CloudError
from app.domain.labels import Grant
from app.domain.ledger import Outcome
from app.domain.origin import Origin
from app.domain.price import OfferedPrice
from app.domain.provider import Place, Provider
from app.domain.proxy import parse_proxy
from app.ipc.child import error_from
from app.ipc.frames import Failed, JobFrame
from app.ipc.gateway_client import GatewayClient
from app.ipc.gateway_frames import Leaving, Piece, Replied, Send
from app.services.cloud_policy import must_be_allowed
from app.services.ledger_service import BLOCKED_SETTING
from app.services.provider_keys import ProviderKeys
from app.services.workroom import Workroom
from app.vault.ledger_store import Ended, LedgerStore
from app.vault.settings_store import SettingsStore

NEVER_SETTING = "cloud.never"
Hear = Callable[[str, bool], None]


@dataclass(frozen=True, slots=True)
class CloudAnswer:
    """What a server answered. Tokens are -1 where it said nothing of them; `number` is the ledger's row."""

    text: str
    thinking: str
    cut: bool
    prompt_tokens: int
    completion_tokens: int
    models: tuple[str, ...]
    number: int
    prices: tuple[OfferedPrice, ...] = ()


class CloudRequest:
    """A request on its way. `result` gets a CloudAnswer, or a CloudError or Cancelled as exception.

    Attributes:
        text: what has come so far, also when the rest doesn't.
        number: the ledger's row. `sent_bytes`: how many bytes of it have left.
    """

    def __init__(self, number: int, size_bytes: int, hear: Hear, ledger: LedgerStore) -> None:
        self.result: Future[CloudAnswer] = Future()
        self.text: list[str] = []
        self.job = 0
        self._thinking: list[str] = []
        self.number = number
        self._size_bytes = size_bytes
        self._hear = hear
        self._ledger = ledger
        self._left = False

    @property
    def sent_bytes(self) -> int:
        """How many bytes have left."""
        return self._size_bytes if self._left else 0

    @property
    def told_tokens(self) -> tuple[int, int]:
        """What the server said that it has read and written; zeros where it didn't, or broke off."""
        if not self.result.done() or self.result.exception() is not None:
            return 0, 0
        came = self.result.result()
        return max(0, came.prompt_tokens), max(0, came.completion_tokens)

    def on_frame(self, frame: JobFrame) -> None:
        """One frame of the gateway, on the work thread."""
        if self.result.done():
            return
        if isinstance(frame, Leaving):
            self._left = True
        elif isinstance(frame, Piece):
            (self._thinking if frame.thinking else self.text).append(frame.text)
            self._hear(frame.text, frame.thinking)
        elif isinstance(frame, Replied):
            self._end(Outcome.ANSWERED, frame=frame)
            self.result.set_result(
                CloudAnswer(
                    "".join(self.text),
                    "".join(self._thinking),
                    frame.cut,
                    frame.prompt_tokens,
                    frame.completion_tokens,
                    frame.models,
                    self.number,
                    frame.prices,
                )
            )
        elif isinstance(frame, Failed):
            self.fail(error_from(frame))

    def fail(self, error: Exception) -> None:
        """End it with a reason."""
        if isinstance(error, Cancelled):
            self._end(Outcome.STOPPED)
        else:
            code = error.code if isinstance(error, CloudError) else "worker_bug"
            # A gateway that died may have sent everything.
            left = self._left or code == "gateway_ended"
            self._left = left
            self._end(Outcome.BROKEN if left else Outcome.NOT_SENT, code)
        self.result.set_exception(error)

    def _end(self, outcome: Outcome, code: str = "", frame: Replied | None = None) -> None:
        self._ledger.end(
            self.number,
            Ended(
                outcome,
                code,
                self.sent_bytes,
                frame.received_bytes if frame is not None else 0,
                frame.prompt_tokens if frame is not None else -1,
                frame.completion_tokens if frame is not None else -1,
            ),
        )


class CloudService:
    """Sends payloads that a person has agreed to.

    Attributes:
        ledger, keys: where they are written down, and with what.
    """

    def __init__(
        self,
        workroom: Workroom,
        gateway: GatewayClient,
        ledger: LedgerStore,
        keys: ProviderKeys,
        settings: SettingsStore,
        policy: Path,
    ) -> None:
        self.ledger = ledger
        self.keys = keys
        self._workroom = workroom
        self._gateway = gateway
        self._settings = settings
        self._policy = policy

    @property
    def blocked(self) -> bool:
        """Whether the person has blocked all connections."""
        return self._settings.get(BLOCKED_SETTING, False)

    def block(self, blocked: bool) -> None:
        """Block all connections, until this is lifted; what is under way is ended."""
        self._settings.set(BLOCKED_SETTING, blocked)
        if blocked:
            self._gateway.close()

    def must_be_allowed(self, origin: Origin | None = None, /) -> None:
        """Raise CloudError when nothing may be asked, of anybody or of `origin`.

        Codes: cloud_forbidden, cloud_origin_forbidden, cloud_never, cloud_blocked.
        """
        must_be_allowed(self._policy, origin)
        if self._settings.get_flag(NEVER_SETTING):
            raise CloudError("cloud_never")
        if self.blocked:
            raise CloudError("cloud_blocked")

    def send(
        self,
        payload: Payload,
        provider: Provider,
        grant: Grant | None,
        allowed_by: str,
        model: str = "",
        hear: Hear = lambda _text, _thinking: None,
    ) -> CloudRequest:
        """Send `payload` to `provider`, once. `allowed_by` is how the person agreed, for the ledger.

        Errors, before anything is sent: CloudError cloud_forbidden, cloud_never, cloud_blocked, grant_elsewhere,
        proxy_password_missing.
        """
        self.must_be_allowed(provider.origin)
        if payload.origin != provider.origin:
            raise CloudError("grant_elsewhere")
        key, password = self.keys.get(provider.origin), self._proxy_password(provider)
        permit = issue(payload, grant)
        number = self.ledger.begin(permit, provider.name, model, allowed_by, payload.body, payload.file_bytes)
        request = CloudRequest(number, len(payload.body), hear, self.ledger)
        try:
            request.job = self._gateway.submit(
                lambda job: Send(
                    job,
                    permit,
                    provider.origin,
                    payload.body,
                    key,
                    str(provider.origin),
                    provider.place is Place.OWN,
                    provider.authority,
                    provider.proxy,
                    password,
                ),
                lambda frame: self._workroom.post(lambda: request.on_frame(frame)),
            )
        except CloudError as error:
            request.fail(error)
        return request

    def _proxy_password(self, provider: Provider) -> str:
        proxy = parse_proxy(provider.proxy) if provider.proxy else None
        if proxy is None or not proxy.user:
            return ""
        password = self.keys.password(proxy)
        if not password:
            raise CloudError("proxy_password_missing", proxy=proxy.address)
        return password

    def stop(self, request: CloudRequest) -> None:
        """Stop a request; what has left has left."""
        self._gateway.cancel(request.job)

    def close(self) -> None:
        """End the gateway."""
        self._gateway.close()
