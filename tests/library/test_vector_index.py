"""Chroma, in memory only, whatever lies around."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_index_finds_forgets_and_touches_no_file_and_no_socket(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(
        "CHROMA_API_IMPL=chromadb.api.fastapi.FastAPI\nCHROMA_SERVER_HOST=203.0.113.9\n"
    )
    surroundings = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "CHROMA_API_IMPL": "chromadb.api.fastapi.FastAPI",
        "CHROMA_SERVER_HOST": "203.0.113.9",
        "CHROMA_OTEL_COLLECTION_ENDPOINT": "http://203.0.113.9:4317",
        "IS_PERSISTENT": "1",
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.library.chroma_alone"],
        cwd=tmp_path,
        env=surroundings,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["8 5", "7 False", "[]", "False"]
    assert sorted(path.name for path in tmp_path.iterdir()) == [".env"]


def test_nothing_is_put_in_while_a_search_is_under_way() -> None:
    assert _printed_by("tests.library.filling_alone") == ["True 0", "True 3", "True"]


def test_it_is_filled_from_rows_a_few_at_a_time_and_without_those_that_have_gone() -> None:
    assert _printed_by("tests.library.index_alone") == [
        "True",
        "True True True",
        "True",
        "True True True True",
    ]


def _printed_by(script: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-m", script], cwd=ROOT, capture_output=True, text=True, timeout=240, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()
