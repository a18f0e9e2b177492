"""A server of one's own, named House, for a profile of the tests: it lists two models and wishes a good evening."""

from collections.abc import Iterable

from tests.cli.command_here import run_here
from tests.end2end.program import Home
from tests.gateway.authority import Authority
from tests.gateway.recording_server import GOOD, MODELS


def house_answer(request: bytes) -> Iterable[bytes]:
    """What House says to a request."""
    return [MODELS if request.startswith(b"GET") else GOOD]


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
