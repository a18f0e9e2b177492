"""`bootstrap.py test`: lint, format, types, import rules, then the tests, whose closing line comes last."""

import os
import subprocess

from set_up.places import Places

# import-linter has no `-m`.
_IMPORT_LINTER = "from importlinter.cli import lint_imports_command; lint_imports_command()"
# Name for people -> module and its arguments, run with the environment's Python.
CHECKS = {
    "ruff check": ["-m", "ruff", "check", "--quiet", "."],
    "ruff format": ["-m", "ruff", "format", "--check", "--quiet", "."],
    "mypy": ["-m", "mypy", "--no-error-summary"],
    "import rules": ["-c", _IMPORT_LINTER, "--no-cache", "--no-logo"],
}


def run(places: Places, pytest_arguments: list[str]) -> int:
    """Run every check to its end. Returns 0 if all passed, pytest's exit code if it didn't, else 1."""
    failed = [name for name, arguments in CHECKS.items() if not _passes(places, name, arguments)]
    if failed:
        print(f"Not passed, see above: {', '.join(failed)}. The tests run all the same.", flush=True)
    # Widgets are drawn in memory unless a test opens a screen of its own.
    surroundings = {"QT_QPA_PLATFORM": "offscreen"} | _surroundings(places)
    command = [str(places.python), "-m", "pytest", *pytest_arguments]
    code = subprocess.run(command, cwd=places.project, env=surroundings, check=False).returncode
    return code or int(bool(failed))


def _passes(places: Places, name: str, arguments: list[str]) -> bool:
    done = subprocess.run(
        [str(places.python), *arguments],
        cwd=places.project,
        env=_surroundings(places),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    print(f"{name}: {'passed' if done.returncode == 0 else 'not passed'}", flush=True)
    if done.returncode != 0:
        print(done.stdout, flush=True)
    return done.returncode == 0


def _surroundings(places: Places) -> dict[str, str]:
    # As if the environment had been activated, for tests that look for a program beside their Python.
    path = str(places.programs) + os.pathsep + os.environ.get("PATH", "")
    return {name: value for name, value in os.environ.items() if name != "PYTHONPATH"} | {
        "PATH": path,
        "PYTHONUTF8": "1",
    }
