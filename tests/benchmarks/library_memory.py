"""Memory of the library process with 100,000 passages: the process as the program starts it, with embedder and Chroma.

Beside it a bare script: the same embedder, the same vectors in NumPy and in Chroma, no words and no files. Resident
memory (RSS) is compared, and told with the share of it that is the process's own (PSS) and the highest so far.
"""

import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

from app.library.embedder import embedder_folder
from app.services.library_service import FILE_NAME
from app.vault.subkeys import KeyUse
from tests.benchmarks import search_library
from tests.benchmarks.ratio import Ratio, ratio_of
from tests.library.library_work import LibraryWork

IN_ONE_FILE = 500
PATIENCE_S = 6 * 3600.0
RESTS = 50  # looks without work, one after another, after which nothing more is expected
QUESTIONS = 200
SCRIPT = Path(__file__).with_name("bare_memory.py")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
Memory = dict[str, int]


def measure() -> list[Ratio]:
    """After a start over 100,000 passages that are there: at rest with Chroma filled, and after 200 questions."""
    bare = _bare()
    place = Path(tempfile.mkdtemp(prefix="hearth-bench-"))
    try:
        work = LibraryWork(place, meaning=True)
        path = place / FILE_NAME
        search_library.make(path, work.vault.key_for(KeyUse.LIBRARY), work.vault.salt_for(KeyUse.LIBRARY))
        work.do(work.service.start)
        told = _told(work)
        work.close()
    finally:
        shutil.rmtree(place)
    return [
        ratio_of(f"library process, made, {what}", "MiB", [ours["rss_mib"]], [bare["rss_mib"]], **ours)
        for what, ours in told.items()
    ]


def measure_indexing() -> list[Ratio]:
    """From 100,000 notes in 200 files, each a heading and a sentence, until all have vectors, and after a restart."""
    place = Path(tempfile.mkdtemp(prefix="hearth-bench-"))
    try:
        return _indexed(place)
    finally:
        shutil.rmtree(place)


def _indexed(place: Path) -> list[Ratio]:
    _write_notes(place / "notes")
    bare = _bare()
    return [
        ratio_of(f"library process, {begun}, {what}", "MiB", [ours["rss_mib"]], [bare["rss_mib"]], **ours)
        for begun in ("indexed", "begun anew")
        for what, ours in _with_notes(place).items()
    ]


def _with_notes(place: Path) -> dict[str, Memory]:
    work = LibraryWork(place / "profile", meaning=True)
    folder = (place / "notes",)
    work.done(lambda then, failed: work.service.add("notes", folder, None, then, failed))
    work.settled("notes", lambda facts: facts.embedded == facts.passages > 0, PATIENCE_S)
    told = _told(work)
    work.close()
    return told


def _told(work: LibraryWork) -> dict[str, Memory]:
    """Of the library process: at rest, and after questions, once it rests again."""
    _rest(work)
    told = {"at rest": _memory(_process(work))}
    print(told, file=sys.stderr, flush=True)  # what follows takes long
    work.done(work.service.load_embedder)
    for question in search_library.questions()[:QUESTIONS]:
        assert work.search(question).hits
    told["asked"] = _memory(_process(work))
    _rest(work)
    told["at rest again"] = _memory(_process(work))
    return told


def _process(work: LibraryWork) -> psutil.Process:
    child = work.service._child
    assert child is not None
    return psutil.Process(child.process.pid)


def _rest(work: LibraryWork) -> None:
    """Wait until none of its threads has anything to do for a while: Chroma is filled, lists are read."""
    rests, process = 0, _process(work)
    while rests < RESTS:
        time.sleep(0.2)
        states = [place.read_text().rpartition(")")[2].split()[0] for place in _threads(process)]
        rests = rests + 1 if "R" not in states and "D" not in states else 0


def _threads(process: psutil.Process) -> list[Path]:
    return list(Path(f"/proc/{process.pid}/task").glob("*/stat"))


def _memory(process: psutil.Process) -> Memory:
    """In MiB."""
    full = process.memory_full_info()
    status = Path(f"/proc/{process.pid}/status").read_text()
    highest_kib = int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")))
    return {"rss_mib": full.rss >> 20, "pss_mib": full.pss >> 20, "highest_mib": highest_kib >> 10}


def _bare() -> Memory:
    """Of the script."""
    told = subprocess.run(
        [sys.executable, str(SCRIPT), str(embedder_folder("").path)], check=True, stdout=subprocess.PIPE
    ).stdout
    found: Memory = json.loads(told.splitlines()[-1])
    return found


def _write_notes(folder: Path) -> None:
    chance = random.Random(7)
    texts = search_library.texts_and_questions()[0]
    sentences = [each for text in texts for each in _SENTENCE_END.split(text) if 40 <= len(each) <= 120]
    folder.mkdir(parents=True)
    for first in range(0, search_library.PASSAGES, IN_ONE_FILE):
        notes = (
            f"# {number}\n\n{chance.choice(sentences)}\n\n" for number in range(first, first + IN_ONE_FILE)
        )
        (folder / f"notes{first}.md").write_text("".join(notes), "utf-8")
