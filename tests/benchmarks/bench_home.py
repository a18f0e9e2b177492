"""The model of the benchmarks, and homes to measure Hearth in. Nothing of the real home is touched."""

import contextlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.benchmarks.build_llama_bench import CACHE, llama_bench
from tests.end2end.program import ROOT, Home
from tests.models.random_model import BENCHMARK, write_random_model

MODEL = CACHE / "random-300m.gguf"


def benchmark_model() -> Path:
    """The random model of about 300 million weights, made on first use (a minute)."""
    if not MODEL.exists():
        CACHE.mkdir(exist_ok=True)
        write_random_model(MODEL, BENCHMARK)
    return MODEL


@contextlib.contextmanager
def benchmark_home(with_model: bool = True, variables: dict[str, str] | None = None) -> Iterator[Home]:
    """A throw-away home with a profile, and the model on its shelf if wished."""
    with tempfile.TemporaryDirectory(prefix="hearth-benchmark-") as folder:
        home = Home(Path(folder), dict(variables or {}))
        if with_model:
            added = home.run("models", "add", str(benchmark_model()))
            assert added.code == 0, added.err
        yield home


def ask(home: Home, *options: str, question: str = "-", stdin: str = "") -> dict[str, Any]:
    """The usage of one `hearth ask --json`, which is the whole program: command and worker process."""
    done = home.run("ask", "--json", *options, question, stdin=stdin)
    assert done.code == 0, done.err
    usage: dict[str, Any] = done.json["usage"]
    return usage


# Without AMX, as Hearth's own inference process: llama.cpp crashes with it (`app.sandbox.matrix_tiles`).
_WITHOUT_TILES = """
import os, sys
from app import sandbox
sandbox.refuse_matrix_tiles()
os.execv(sys.argv[1], sys.argv[1:])
"""


def llama_bench_command(*options: str) -> list[str]:
    """The command line of llama-bench on the benchmark's model, one repetition, told as JSON."""
    tool = [sys.executable, "-c", _WITHOUT_TILES, str(llama_bench()), "-m", str(benchmark_model())]
    return [*tool, "-o", "json", "-r", "1", "-ngl", "0", *options]


def llama_bench_speed(*options: str) -> float:
    """Tokens per second that llama-bench says of one run with `options`."""
    done = subprocess.run(llama_bench_command(*options), capture_output=True, check=True, cwd=ROOT)
    return float(json.loads(done.stdout)[0]["avg_ts"])
