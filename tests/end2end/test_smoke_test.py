"""`hearth --smoke-test` from outside: silent where everything works, one sentence where something doesn't."""

import subprocess
import sys

import pytest

from tests.end2end.program import ROOT, Home, Outcome, end

LONGEST_S = 600.0  # every process loads all it has, one after another
NO_SCREEN = {"DISPLAY": ":98765", "QT_QPA_PLATFORM": "xcb"}
NO_WINDOW = "Hearth's window didn't open and lock (abort):"
pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="a window without a screen"),
    pytest.mark.timeout(LONGEST_S + 60),
]


def _smoke_test(home: Home, *more: str) -> Outcome:
    process = home.start("--smoke-test", *more, profile=False)
    try:
        out, err = process.communicate(timeout=LONGEST_S)
    except BaseException:
        end(process)
        raise
    return Outcome(process.returncode, out.decode(), err.decode())


def test_an_installation_that_works_passes_silently_and_leaves_nothing(home: Home) -> None:
    done = _smoke_test(home)
    assert (done.code, done.out, done.err) == (0, "", "")
    left = {path.name for path in home.folder.rglob("*")}
    assert left <= {"tmp", home.passphrase_file.name}  # which the test made


def test_a_window_that_cannot_open_is_told(home: Home) -> None:
    code = (
        "import sys; from app.cli.arguments import parse; from app.supervision import Supervisor; "
        "sys.exit(Supervisor(parse(['--smoke-test', '--profile', sys.argv[1]])).try_window())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(home.profile)],
        env=home.environment() | NO_SCREEN,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=LONGEST_S,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines()[-1].startswith(NO_WINDOW)


@pytest.mark.slow
def test_a_whole_smoke_test_ends_with_the_window_that_cannot_open(home: Home) -> None:
    done = _smoke_test(Home(home.folder, NO_SCREEN))
    assert (done.code, done.out) == (1, "")
    assert done.err.splitlines()[-1].startswith(NO_WINDOW)


def test_it_stands_alone(home: Home) -> None:
    done = _smoke_test(home, "doctor")
    assert (done.code, done.out) == (2, "")
    assert "--smoke-test stands alone" in done.err
