"""Not one packet: the whole program, window and commands, in a network namespace that records everything."""

import os
import sys
from pathlib import Path

import pytest

from tests.end2end.program import PROGRAM, ROOT
from tests.end2end.screen import screen_missing
from tests.network_namespace.packets import Packet
from tests.network_namespace.recorder import record, unavailable_reason

PATIENCE_S = 1500.0
_REASON = unavailable_reason() or screen_missing()
pytestmark = pytest.mark.skipif(bool(_REASON), reason=str(_REASON))


def _environment() -> dict[str, str]:
    program = {"HEARTH_PROGRAM": PROGRAM} if PROGRAM else {}
    return {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT), **program}


def _packets(folder: Path, what: str) -> list[Packet]:
    """What leaves the computer while the module `tests.end2end.{what}` does its work."""
    home = folder / "home"
    home.mkdir()
    recording = record(
        [sys.executable, "-m", f"tests.end2end.{what}", str(home)],
        env=_environment(),
        cwd=ROOT,
        timeout_s=PATIENCE_S,
    )
    assert not recording.timed_out
    assert (recording.returncode, recording.stdout) == (0, b"done\n"), recording.stderr.decode()
    return recording.packets


def test_m1_silent_m4_offline_first_a_whole_evening_sends_no_packet(tmp_path: Path) -> None:
    assert _packets(tmp_path, "silent_evening") == []


def test_m1_silent_m4_offline_first_a_library_sends_no_packet(tmp_path: Path) -> None:
    assert _packets(tmp_path, "silent_library") == []


def test_m1_silent_servers_that_are_named_get_no_packet_until_a_person_agrees(tmp_path: Path) -> None:
    """Then they alone do, on their own port."""
    assert {packet.destination for packet in _packets(tmp_path, "silent_cloud")} == {"203.0.113.7"}


def test_the_same_recorder_hears_what_is_started_beside_it(tmp_path: Path) -> None:
    """The control: what runs as the evening does, from the same folder, and does speak."""
    code = "import socket; socket.socket(2, 2).sendto(b'x', ('203.0.113.9', 7))"
    recording = record([sys.executable, "-c", code], env=_environment(), cwd=ROOT, timeout_s=60)
    assert [packet.destination for packet in recording.packets] == ["203.0.113.9"]
