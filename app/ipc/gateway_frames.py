"""What is said to the gateway and what it answers. One request at a time; one `Ending` frame for each."""

from app.domain.model_source import HubFile
from app.domain.origin import Origin
from app.domain.permit import Permit
from app.domain.price import OfferedPrice
from app.ipc.frames import Cancel, Ending, Failed, Hello, JobFrame, Leave


class Send(JobFrame, frozen=True, tag=True):
    """Send these bytes, once, if the permit allows them.

    `origin` is where the sender means to go, checked against the permit. `key` is empty for none, and serves only
    where `key_origin`, which it was kept for, is this origin. `own`: the server must stand on this computer or in
    the house; otherwise it mustn't. `authority` (PEM) alone vouches for it where it is given. `proxy` is
    `http://host:port` or `socks5://host:port`, either with `user@`, or empty; `proxy_password` is that user's.
    """

    permit: Permit
    origin: Origin
    body: bytes
    key: str
    key_origin: str
    own: bool
    authority: str
    proxy: str
    proxy_password: str = ""


class Leaving(JobFrame, frozen=True, tag=True):
    """The server has proved who it is, and the first byte of the request leaves now. `address`: its number."""

    address: str


class Piece(JobFrame, frozen=True, tag=True):
    """The answer grew. `number` counts from 1."""

    number: int
    text: str
    thinking: bool


class Replied(Ending, frozen=True, tag=True):
    """The server answered in full. Counts are what it says itself; -1 where it says nothing.

    `cut` is whether it ended at its longest. `received_bytes` counts the body. `models` answers LIST_MODELS, with the
    `prices` that the list names.
    """

    cut: bool
    received_bytes: int
    prompt_tokens: int
    completion_tokens: int
    models: tuple[str, ...] = ()
    prices: tuple[OfferedPrice, ...] = ()


class Fetch(JobFrame, frozen=True, tag=True):
    """Read one file of a model, or the list of a repository's files, from `first_byte` on. No key ever goes along.

    `validator` is what the server called the file when its first bytes came: it sends the rest only of that one.
    More than `most_bytes` in all aren't read. The rest as in `Send`.
    """

    permit: Permit
    origin: Origin
    first_byte: int
    validator: str
    most_bytes: int
    listing: bool
    own: bool
    authority: str
    proxy: str


class Begun(JobFrame, frozen=True, tag=True):
    """The server sends bytes from `first_byte` on (0 where it can't begin in the midst). `size_bytes`: of the whole
    file, -1 where it doesn't say."""

    first_byte: int
    size_bytes: int
    validator: str


class Chunk(JobFrame, frozen=True, tag=True):
    """The next bytes."""

    data: bytes


class Fetched(Ending, frozen=True, tag=True):
    """All bytes have come."""

    received_bytes: int


class Elsewhere(Ending, frozen=True, tag=True):
    """The server named another address for it. Nobody went there."""

    location: str


class Listed(Ending, frozen=True, tag=True):
    """What a repository holds, at the state called `commit`."""

    files: tuple[HubFile, ...]
    commit: str
    received_bytes: int


ToGateway = Send | Fetch | Cancel | Leave
FromGateway = Hello | Leaving | Piece | Replied | Begun | Chunk | Fetched | Elsewhere | Listed | Failed
