"""Whatever is pressed, clicked and typed: not one packet while no server was granted, and else to that one alone.

Which process speaks to it, and that it is the gateway, is looked at in the run itself.
"""

import os
import random
import sys
from pathlib import Path

import pytest

from tests.end2end.program import ROOT
from tests.end2end.screen import screen_missing
from tests.network_namespace.recorder import Recording, record, unavailable_reason

_REASON = unavailable_reason() or screen_missing()
pytestmark = pytest.mark.skipif(bool(_REASON), reason=str(_REASON))
SHORT_S, LONG_S, MORE_S = 10, 600, 250
SEED = "HEARTH_RANDOM_SEED"  # runs one again that failed


def _recorded(folder: Path, seconds: int, *more: str) -> Recording:
    home = folder / "home"
    home.mkdir()
    seed = int(os.environ.get(SEED) or random.SystemRandom().randrange(1_000_000))
    print(f"{SEED}={seed}")
    recording = record(
        [sys.executable, "-m", "tests.end2end.random_actions", str(home), str(seed), str(seconds), *more],
        env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT)},
        cwd=ROOT,
        timeout_s=seconds + MORE_S,
    )
    told = f"{SEED}={seed}\n{recording.stderr.decode(errors='replace')}"
    assert not recording.timed_out, told
    assert (recording.returncode, recording.stdout) == (0, b"done\n"), told
    print(recording.stderr.decode(errors="replace"))
    return recording


def test_m1_silent_random_actions_send_no_packet(tmp_path: Path) -> None:
    assert _recorded(tmp_path, SHORT_S).packets == []


def test_m1_silent_with_one_conversation_granted_packets_go_to_its_server_only(tmp_path: Path) -> None:
    packets = _recorded(tmp_path, SHORT_S, "granted").packets
    assert {packet.destination for packet in packets} == {"203.0.113.7"}


@pytest.mark.slow
@pytest.mark.timeout(LONG_S + MORE_S + 60)
def test_m1_silent_ten_minutes_of_random_actions_send_no_packet(tmp_path: Path) -> None:
    assert _recorded(tmp_path, LONG_S).packets == []


@pytest.mark.slow
@pytest.mark.timeout(LONG_S + MORE_S + 60)
def test_m1_silent_ten_minutes_with_one_conversation_granted(tmp_path: Path) -> None:
    packets = _recorded(tmp_path, LONG_S, "granted").packets
    assert {packet.destination for packet in packets} == {"203.0.113.7"}
