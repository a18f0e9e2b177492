"""What the supervisor does after a crash of its window."""

import io
import sys

import pytest

from app.cli.arguments import Request
from app.supervision import EXIT_QUIT, Supervisor


class _Closed(io.StringIO):
    """The terminal that Hearth was started from, when it is no longer there."""

    def write(self, text: str) -> int:
        raise BrokenPipeError(text)


def test_a_crashed_window_comes_back_also_where_nobody_can_be_told(monkeypatch: pytest.MonkeyPatch) -> None:
    crashed: list[object] = []

    def run_child(_self: Supervisor, _role: str, facts: dict[str, object]) -> int:
        crashed.append(facts["crashed"])
        return EXIT_QUIT if len(crashed) > 1 else -11

    monkeypatch.setattr(Supervisor, "_run_child", run_child)
    monkeypatch.setattr(sys, "stderr", _Closed())
    code = Supervisor(Request("", "", "", json=False, demo=False))._keep_window()
    assert (code, crashed) == (EXIT_QUIT, [False, True])
