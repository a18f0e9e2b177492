"""What each running process has loaded: told by its memory map and by an interpreter that loads the same."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from app.roles import ROLES
from tests.end2end.program import PATIENCE_S, ROOT, TOWER_QUESTION, Home
from tests.end2end.test_kill import Talk

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")

HEAVY = ("PySide6", "llama_cpp", "sqlcipher3", "cryptography", "torch", "numpy")
# What a role may not have, by its import name.
WITHOUT = {
    "supervisor": {*HEAVY, "keyring", "secretstorage"},
    # The last three: nobody waits for them before there is a picture.
    "window": {"llama_cpp", "torch", "app.inference", "app.ui.workspace", "app.services.events", "app.vault.profile"},
    "command": {"PySide6", "shiboken6", "llama_cpp", "torch", "app.inference", "app.ui"},
    "inference": {
        "PySide6", "shiboken6", "sqlcipher3", "keyring", "secretstorage", "torch",
        "app.vault", "app.services", "app.ui", "app.cli",
    },
    # It needs ciphers for locked Office files, and can't load them any more once it is confined.
    "parser": {
        *(name for name in HEAVY if name != "cryptography"),
        "shiboken6", "keyring", "secretstorage", "app.vault", "app.services", "app.ui", "app.cli",
        "app.inference",
    },
    "gateway": {
        *HEAVY, "shiboken6", "keyring", "secretstorage", "httpx", "app.vault", "app.services", "app.ui", "app.cli",
        "app.cloud", "app.inference", "app.parsing", "app.library", "app.models",
    },
    "typesetter": {
        *HEAVY, "shiboken6", "keyring", "secretstorage", "app.vault", "app.services", "app.ui", "app.cli",
        "app.inference", "app.parsing", "app.library",
    },
    "library": {
        "PySide6", "shiboken6", "llama_cpp", "torch", "sentence_transformers", "chromadb", "keyring",
        "secretstorage", "app.services", "app.ui", "app.cli", "app.inference", "app.parsing",
    },
}  # fmt: skip
ENTRY = {"supervisor": "app.supervision", **ROLES}
# What a role loads once it is sealed.
LATER = {
    "parser": "app.parsing.reading",
    "typesetter": "app.typesetting.formula",
    "library": "app.library.handler",
}
NETWORK = {
    "http.client",
    "urllib.request",
    "ssl",
    "httpx",
    "requests",
    "urllib3",
    "aiohttp",
    "ftplib",
    "smtplib",
}


def mapped_libraries(pid: int) -> set[str]:
    """Which of the heavy packages have a shared library in this process."""
    maps = Path(f"/proc/{pid}/maps").read_text(encoding="utf-8", errors="replace")
    return {name for name in HEAVY if re.search(rf"/{name}(/|\.)", maps)}


@pytest.mark.parametrize("role", sorted(ENTRY))
def test_a_role_imports_only_its_own(role: str) -> None:
    code = (
        f"import sys; import app.__main__; __import__({ENTRY[role]!r}); __import__({LATER.get(role, ENTRY[role])!r}); "
        "print('\\n'.join(name for name, module in sys.modules.items() if module is not None))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE_S, check=True
    )
    loaded = set(done.stdout.split())
    assert ENTRY[role] in loaded
    assert not loaded & WITHOUT[role]
    assert role == "gateway" or not loaded & {*NETWORK, "httpcore", "app.gateway"}


def test_the_processes_of_a_command_have_only_their_own_libraries(home_with_model: Home) -> None:
    talk = Talk(home_with_model)
    try:
        talk.say(TOWER_QUESTION)
        assert talk.hear() is not None
        mapped = {
            role: mapped_libraries(talk.pid_of(role)) for role in ("supervisor", "command", "inference")
        }
        talk.say("/quit")
        talk.process.wait(PATIENCE_S)
    finally:
        talk.end()
    assert mapped["supervisor"] == set()
    assert "sqlcipher3" in mapped["command"]
    assert "llama_cpp" in mapped["inference"]
    for role, libraries in mapped.items():
        assert not libraries & WITHOUT[role], role
