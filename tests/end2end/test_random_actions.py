"""Whatever is pressed, clicked and typed: not one packet while no server was granted, and else to that one alone.

Which process speaks to it, and that it is the gateway, is looked at in the run itself. The few actions of every run
are the same each time; the many are others each time, and tell the seed that gives them again.
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
FEW, MANY = 40, 3000
FEW_S, MANY_S = 400, 3600  # what they may take on a busy computer
SEED = "HEARTH_RANDOM_SEED"  # runs one again that failed
USUAL_SEED = 5


def _recorded(folder: Path, seed: int, actions: int, timeout_s: int, *more: str) -> Recording:
    home = folder / "home"
    home.mkdir()
    print(f"{SEED}={seed}")
    recording = record(
        [sys.executable, "-m", "tests.end2end.random_actions", str(home), str(seed), str(actions), *more],
        env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT)},
        cwd=ROOT,
        timeout_s=timeout_s,
    )
    told = f"{SEED}={seed}\n{recording.stderr.decode(errors='replace')}"
    assert not recording.timed_out, told
    assert (recording.returncode, recording.stdout) == (0, b"done\n"), told
    print(recording.stderr.decode(errors="replace"))
    return recording


def test_m1_silent_random_actions_send_no_packet(tmp_path: Path) -> None:
    assert _recorded(tmp_path, USUAL_SEED, FEW, FEW_S).packets == []


def test_m1_silent_with_one_conversation_granted_packets_go_to_its_server_only(tmp_path: Path) -> None:
    packets = _recorded(tmp_path, USUAL_SEED, FEW, FEW_S, "granted").packets
    assert {packet.destination for packet in packets} == {"203.0.113.7"}


def _another_seed() -> int:
    return int(os.environ.get(SEED) or random.SystemRandom().randrange(1_000_000))


@pytest.mark.slow
@pytest.mark.timeout(MANY_S + 60)
def test_m1_silent_thousands_of_random_actions_send_no_packet(tmp_path: Path) -> None:
    assert _recorded(tmp_path, _another_seed(), MANY, MANY_S).packets == []


@pytest.mark.slow
@pytest.mark.timeout(MANY_S + 60)
def test_m1_silent_thousands_with_one_conversation_granted(tmp_path: Path) -> None:
    packets = _recorded(tmp_path, _another_seed(), MANY, MANY_S, "granted").packets
    assert {packet.destination for packet in packets} == {"203.0.113.7"}
