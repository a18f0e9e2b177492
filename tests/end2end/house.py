"""A server of one's own, named House, for a profile of the tests: it lists two models and wishes a good evening."""

import subprocess
import threading
from collections.abc import Iterable

from tests.cli.command_here import run_here
from tests.end2end.program import PATIENCE_S, Home
from tests.gateway.authority import Authority
from tests.gateway.recording_server import GOOD, MODELS

MADE_UP_KEY = "sk-" + "test-" + "a1B2" * 8


def house_answer(request: bytes) -> Iterable[bytes]:
    """What House says to a request."""
    return [MODELS if request.startswith(b"GET") else GOOD]


class HeldAnswer:
    """What House says to a request, once it is released.

    Attributes:
        asked: set as soon as the request is there.
    """

    def __init__(self, answer: bytes) -> None:
        self.asked = threading.Event()
        self._answer = answer
        self._released = threading.Event()

    def __call__(self, _request: bytes) -> Iterable[bytes]:
        self.asked.set()
        self._released.wait(PATIENCE_S)
        return [self._answer]

    def release(self) -> None:
        """Say it, now and from now on."""
        self._released.set()


def key_file(home: Home) -> tuple[str, str]:
    """The arguments with which a command is given House's key."""
    file = home.folder.parent / "key"
    file.write_text(MADE_UP_KEY + "\n", encoding="utf-8")
    return "--key-file", str(file)


def ledger_bytes(home: Home, number: object) -> bytes:
    """What the ledger keeps of a request, byte for byte as the command writes it."""
    done = subprocess.run(
        home.command("ledger", "--bytes", str(number)),
        env=home.environment(),
        capture_output=True,
        timeout=PATIENCE_S,
    )
    return done.stdout


def name_house(home: Home, authority: Authority, port: int, *more: str) -> None:
    """Add the server at this port to the home's profile, with `more` arguments."""
    certificate = home.folder.parent / "authority.pem"
    certificate.write_text(authority.pem, encoding="utf-8")
    arguments = (
        "provider", "add", "House", f"https://localhost:{port}/v1", "--own", "--model", "big-1",
        "--authority", str(certificate), *more,
    )  # fmt: skip
    # With surroundings of its own, such as a keyring, it is a start like any other.
    added = home.run(*arguments) if home.variables else run_here(home, *arguments)
    assert added.code == 0, added.err
