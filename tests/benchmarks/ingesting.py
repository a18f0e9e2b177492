"""From a folder of reports to all of them found by words and meaning, against a llama-index and Chroma script.

Both begin with a program that isn't loaded, use the same embedder, and cut passages of the same length. llama-index
is no part of Hearth: it lies in a venv of its own, whose Python `HEARTH_LLAMA_INDEX` names (README.md).
"""

import json
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import psutil

from app.library.embedder import embedder_folder
from tests.benchmarks.finding import reports
from tests.benchmarks.ratio import Ratio, ratio_of
from tests.library.library_work import LibraryWork

SCRIPT = Path(__file__).with_name("llama_index_ingest.py")
PASSAGE_TOKENS = 200  # what Hearth's passages have at most, too
PATIENCE_S = 3600.0


def llama_index_python() -> str:
    """The Python that has llama-index, empty where there is none."""
    return os.environ.get("HEARTH_LLAMA_INDEX", "")


def measure(rounds: int, every: int = 1) -> list[Ratio]:
    """Whole ingest by the clock and by processor time of all processes; of every n-th report only."""
    place = Path(tempfile.mkdtemp(prefix="hearth-bench-"))
    folder = place / "reports"
    folder.mkdir()
    for number, path in enumerate(reports()[::every]):
        shutil.copy(path, folder / f"{number}.pdf")
    ours: list[dict[str, float]] = []
    theirs: list[dict[str, float]] = []
    for round_ in range(rounds):  # in turns: a computer's speed drifts
        ours.append(_ours(place / f"profile{round_}", folder))
        theirs.append(_theirs(folder))
    shutil.rmtree(place)
    return list(_ratios(ours, theirs, len(reports()[::every])))


def _ratios(
    ours: Sequence[dict[str, float]], theirs: Sequence[dict[str, float]], files: int
) -> Iterator[Ratio]:
    for name, key in (("ingest", "seconds"), ("ingest, processor time", "processor_s")):
        yield ratio_of(
            f"{name} against llama-index and Chroma",
            "reports/s",
            [files / one[key] for one in ours],
            [files / one[key] for one in theirs],
            at_least=1.5,
            files=files,
            passages=ours[0]["passages"],
            their_passages=theirs[0]["passages"],
        )


def _ours(profile: Path, folder: Path) -> dict[str, float]:
    begun_s = time.monotonic()
    work = LibraryWork(profile, meaning=True)
    work.done(lambda then, failed: work.service.add("reports", (folder,), None, then, failed))
    facts = work.settled("reports", lambda facts: facts.embedded == facts.passages > 0, PATIENCE_S)
    seconds = time.monotonic() - begun_s
    processor_s = sum(_processor_s(child) for child in psutil.Process().children(recursive=True))
    work.close()
    return {"passages": facts.passages, "processor_s": processor_s, "seconds": seconds}


def _processor_s(process: psutil.Process) -> float:
    """Of a process and of those it started that have ended."""
    try:
        times = process.cpu_times()
    except psutil.NoSuchProcess:
        return 0.0
    return float(times.user + times.system + times.children_user + times.children_system)


def _theirs(folder: Path) -> dict[str, float]:
    model = str(embedder_folder("").path)
    told = subprocess.run(
        [llama_index_python(), str(SCRIPT), str(folder), model, str(PASSAGE_TOKENS)],
        check=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ).stdout
    found: dict[str, float] = json.loads(told.splitlines()[-1])
    return found
