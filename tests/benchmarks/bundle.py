"""The bundle against the same program from source: when its window can be seen, and its memory at rest.

`python -m tests.benchmarks.bundle PROGRAM`, where PROGRAM is `hearth` in a bundle's folder. Both use the same profile,
and start in turns; measured as `tests.benchmarks.window` does.
"""

import argparse
import tempfile
from functools import partial
from pathlib import Path

from tests.benchmarks.bench_home import benchmark_home
from tests.benchmarks.ratio import Ratio, compare, ratio_of
from tests.benchmarks.window import memory_at_rest_mb, start_to_visible
from tests.end2end.screen import start_screen

VISIBLE_TARGET = 1.5


def measure(program: Path, rounds: int = 5) -> list[Ratio]:
    """Visible and memory of the bundle, each against the source."""
    with (
        tempfile.TemporaryDirectory(prefix="hearth-screen-") as folder,
        start_screen(Path(folder) / "s") as screen,
        benchmark_home(with_model=False, variables=dict(screen.variables)) as home,
    ):
        made = home.run("export")  # makes the profile, so that no start pays for it
        assert made.code == 0, made.err
        source = home.command()
        bundle = [str(program), *source[source.index("--profile") :]]
        seen = compare(
            "bundle's window visible",
            "s",
            partial(start_to_visible, bundle, home, screen),
            partial(start_to_visible, source, home, screen),
            rounds,
            at_most=VISIBLE_TARGET,
        )
        pairs = [
            tuple(memory_at_rest_mb(command, home, screen)["Rss"] for command in (bundle, source))
            for _ in range(max(rounds // 2, 1))
        ]
        rest = ratio_of(
            "bundle's window memory, idle (Rss)", "MB", [one for one, _ in pairs], [one for _, one in pairs]
        )
        return [seen, rest]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    told = parser.parse_args()
    for ratio in measure(told.program.absolute(), told.rounds):
        print(ratio.line())
