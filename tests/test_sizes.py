"""How long the project's files are: one past 500 lines is two things."""

from tests.end2end.program import ROOT

MOST_LINES = 500


def test_no_file_is_two_things() -> None:
    files = [path for folder in ("app", "tests", "installers") for path in (ROOT / folder).rglob("*.py")]
    assert len(files) > 500
    long = {
        path.relative_to(ROOT).as_posix(): count
        for path in files
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > MOST_LINES
    }
    assert long == {}
