"""Running pip: quietly, into a log, and with its reasons for giving up turned into sentences."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from set_up.places import Places
from set_up.trouble import SetUpStopped

# Settings of the person that would make pip install somewhere else, or Python find other modules.
_NOT_PASSED_ON = (
    "PIP_USER",
    "PIP_TARGET",
    "PIP_PREFIX",
    "PIP_ROOT",
    "PYTHONPATH",
    "PYTHONHOME",
    "PYTHONSTARTUP",
)
_NOT_REACHED = (
    "Retrying (",
    "NewConnectionError",
    "ConnectTimeoutError",
    "ReadTimeoutError",
    "Temporary failure in name resolution",
    "Name or service not known",
    "getaddrinfo failed",
    "Network is unreachable",
    "ProxyError",
)
_QUIET = ("--disable-pip-version-check", "--no-input", "--no-color", "--retries", "2", "--timeout", "60")


def answer(places: Places, *arguments: str) -> str:
    """What pip of the environment prints when asked for a fact; empty if it has none to give."""
    command = [str(places.python), "-m", "pip", *_QUIET, *arguments]
    try:
        return subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            env=_environment(places),
            check=False,
        ).stdout
    except OSError:
        return ""


def run(places: Places, *arguments: str, settings: Mapping[str, str] | None = None) -> str | None:
    """Run pip of the environment. Returns None when all went well, else what it printed."""
    environment = {**_environment(places), **(settings or {})}
    command = [str(places.python), "-m", "pip", *_QUIET, *arguments]
    with open(places.log, "ab") as log:
        log.write(f"\n$ {' '.join(command)}\n".encode())
        log.flush()
        before = log.tell()
        try:
            code = subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=environment,
                cwd=places.project,
                check=False,
            ).returncode
        except OSError:
            return f"{places.python} could not be started"
    return None if code == 0 else _printed_since(places.log, before)


def sentence(places: Places, what: str, printed: str) -> SetUpStopped:
    """Why pip gave up on `what`, and what to do."""
    if "No space left on device" in printed or "Disk quota exceeded" in printed:
        return SetUpStopped(
            f"The disk was full before {what} was there: make room, then start again; it goes on from there."
        )
    if "DO NOT MATCH THE HASHES" in printed:
        return SetUpStopped(
            f"A file that was fetched for {what} is not the one that Hearth was tested with, so nothing of "
            "it was "
            "installed: start again, and if it happens again don't trust the package server you use "
            f"({places.log} names it)."
        )
    if any(sign in printed for sign in _NOT_REACHED):
        return SetUpStopped(
            f"No package server could be reached, and {what} is not kept on this computer from an earlier "
            "set-up: connect "
            f"to the network for this once, then start again (details in {places.log})."
        )
    if "No matching distribution found" in printed or "Could not find a version" in printed:
        version = f"{sys.version_info[0]}.{sys.version_info[1]}"
        return SetUpStopped(
            f"{what[:1].upper()}{what[1:]} was found neither on this computer nor on a package server: "
            "connect to the "
            "network for this once and start again; if you are connected, there is none ready for Python "
            f"{version} on this "
            f"system, so try with another Python, 3.11 for example (details in {places.log})."
        )
    return SetUpStopped(
        f"Set-up could not get {what}: {places.log} tells at its end why; mend that, then start again."
    )


def _environment(places: Places) -> dict[str, str]:
    environment = {name: value for name, value in os.environ.items() if name not in _NOT_PASSED_ON}
    # The environment's own programs first: cmake and ninja are the locked ones.
    environment["PATH"] = str(places.programs) + os.pathsep + environment.get("PATH", "")
    return environment


def _printed_since(log: Path, start: int) -> str:
    with open(log, "rb") as file:
        file.seek(start)
        return file.read().decode("utf-8", "replace")
