"""The window against an empty PySide6 window: when it can be seen, and its memory. `python -m tests.benchmarks.window`.

Both are started as processes on a screen of their own and watched from outside: `xdotool search --onlyvisible`
says when a window of that title is mapped. Ours goes through the supervisor, the sealed window process and the
lock screen's code. Memory is taken of the one process that shows the window, after the profile is open and the
process has rested: once as resident set (RSS), which doesn't change with what else runs, and once as proportional
set (PSS), which falls when another program has the same libraries loaded and therefore has no target.
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from tests.benchmarks.bench_home import benchmark_home
from tests.benchmarks.ratio import Ratio, compare, ratio_of
from tests.end2end.program import PATIENCE_S, ROOT, Home, end, family
from tests.end2end.screen import Screen, start_screen

VISIBLE_TARGET = 3.0
MEMORY_TARGET = 2.5
POLL_S = 0.005
REST_S = 3.0  # memory that hasn't moved for so long is at rest: opening the profile and the first idle work are over
REST_MB = 1.0
LOOK_S = 0.25


def seconds_until_visible(process: "subprocess.Popen[bytes]", began: float, screen: Screen) -> float:
    """From the process's start to its window being mapped on the screen."""
    environ = {**os.environ, **screen.variables}
    command = ["xdotool", "search", "--onlyvisible", "--name", "^Hearth$"]
    while time.perf_counter() - began < PATIENCE_S:
        done = subprocess.run(command, env=environ, capture_output=True, check=False)
        if done.stdout.strip():
            return time.perf_counter() - began
        assert process.poll() is None, "the program ended before its window was there"
        time.sleep(POLL_S)
    raise AssertionError("no window came")


def start(command: list[str], environ: dict[str, str]) -> "subprocess.Popen[bytes]":
    """Start a program whose words nobody reads."""
    return subprocess.Popen(
        command, env=environ, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip


def window_memory_mb(pid: int) -> dict[str, float]:
    """Rss and Pss in MB of the process in the family of `pid` that has Qt's widgets loaded."""
    for member in family(pid):
        if "QtWidgets" in Path(f"/proc/{member}/maps").read_text(errors="replace"):
            told = Path(f"/proc/{member}/smaps_rollup").read_text(encoding="ascii")
            fields = (line.split() for line in told.splitlines()[1:])
            return {name.rstrip(":"): int(size) / 1024 for name, size, *_ in fields}
    raise AssertionError("no process shows a window")


def start_to_visible(command: list[str], home: Home, screen: Screen) -> float:
    """Seconds from a start to the window on the screen; the program is ended again."""
    began = time.perf_counter()
    process = start(command, home.environment())
    try:
        return seconds_until_visible(process, began, screen)
    finally:
        end(process)


def memory_at_rest_mb(command: list[str], home: Home, screen: Screen) -> dict[str, float]:
    """`window_memory_mb` of a program that was started and has rested; it is ended again."""
    process = start(command, home.environment())
    try:
        seconds_until_visible(process, time.perf_counter(), screen)
        return _at_rest(process.pid)
    finally:
        process.send_signal(signal.SIGTERM)
        end(process)


def _at_rest(pid: int) -> dict[str, float]:
    """`window_memory_mb` once it stands still."""
    deadline = time.monotonic() + PATIENCE_S
    still_since, told = time.monotonic(), window_memory_mb(pid)
    while time.monotonic() - still_since < REST_S:
        assert time.monotonic() < deadline, "its memory doesn't come to rest"
        time.sleep(LOOK_S)
        now = window_memory_mb(pid)
        if abs(now["Rss"] - told["Rss"]) > REST_MB:
            still_since, told = time.monotonic(), now
    return window_memory_mb(pid)


def measure(rounds: int = 5) -> list[Ratio]:
    """Visible and memory, each against the empty window, each start in turns."""
    with (
        tempfile.TemporaryDirectory(prefix="hearth-screen-") as folder,
        start_screen(Path(folder) / "s") as screen,
        benchmark_home(with_model=False, variables=dict(screen.variables)) as home,
    ):
        made = home.run("export")  # makes the profile, so that no start pays for it
        assert made.code == 0, made.err
        return _compared(home, screen, rounds)


def _compared(home: Home, screen: Screen, rounds: int) -> list[Ratio]:
    empty = [sys.executable, "-I", "-X", "utf8", str(Path(__file__).with_name("empty_window.py"))]

    ours = home.command()
    seen = compare(
        "window visible",
        "s",
        partial(start_to_visible, ours, home, screen),
        partial(start_to_visible, empty, home, screen),
        rounds,
        at_most=VISIBLE_TARGET,
    )
    count = max(rounds // 2, 1)
    pairs = [
        (memory_at_rest_mb(ours, home, screen), memory_at_rest_mb(empty, home, screen)) for _ in range(count)
    ]
    rss, pss = (
        ratio_of(f"window memory, idle ({kind})", "MB", [mine[kind] for mine, _ in pairs],
                 [other[kind] for _, other in pairs], at_most=limit)
        for kind, limit in (("Rss", MEMORY_TARGET), ("Pss", None))
    )  # fmt: skip
    return [seen, rss, pss]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    for ratio in measure(**vars(parser.parse_args())):
        print(ratio.line())
