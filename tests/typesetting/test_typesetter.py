"""The typesetter as the services use it: formulas drawn, code coloured, what takes too long ended. Real process."""

import os
import signal
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import Future

import pytest

from app.domain.typesetting import FORMULA_LIMIT_CHARS, CodeColours, CodeKind, Outline, may_be_drawn
from app.services import typesetting as service_module
from app.services.typesetting import Typesetting
from app.services.workroom import Workroom
from app.typesetting import code_colours, formula

PATIENCE_S = 100.0


class AtWork:
    """The service on its work thread."""

    def __init__(self) -> None:
        self.room = Workroom()
        self.service = Typesetting(self.room)

    def draw(self, source: str, display: bool = False) -> Outline | None:
        told: Future[Outline | None] = Future()
        self.room.post(lambda: self.service.draw(source, display, told.set_result))
        return told.result(2 * PATIENCE_S)

    def colour(self, text: str, language: str) -> CodeColours:
        told: Future[CodeColours] = Future()
        self.room.post(lambda: self.service.colour(text, language, told.set_result))
        return told.result(2 * PATIENCE_S)

    def close(self) -> None:
        self.room.do(self.service.close).result(60)
        self.room.close()


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Iterator[AtWork]:
    """A service whose process isn't started yet, and which has patience with a busy computer."""
    monkeypatch.setattr(service_module, "PATIENCE_S", PATIENCE_S)
    work = AtWork()
    yield work
    work.close()


@pytest.fixture(scope="module", autouse=True)
def prepared() -> None:
    """The rules and fonts, for the tests that stay in this process."""
    code_colours.prepare()
    formula.prepare()


def test_the_process_draws_colours_and_goes(work: AtWork) -> None:
    outline = work.draw(r"\frac{a}{b}")
    assert outline is not None
    assert outline.top < 0 < outline.top + outline.height  # the bar stands over the baseline, b below it
    assert outline.commands.startswith("M")
    assert work.colour("x = 1", "python") == (((4, 1, CodeKind.NUMBER),),)
    assert work.draw(r"\frac{a}{") is None
    process = work.service._child
    assert process is not None
    work.room.do(lambda: work.service._end_if_idle(work.service._count)).result(60)
    assert not process.process.is_alive()
    assert work.draw("x") is not None  # the next wish starts another


@pytest.mark.skipif(sys.platform == "win32", reason="a process can't be held still there")
def test_what_takes_too_long_is_ended_and_the_next_wish_is_served(
    work: AtWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert work.draw("x") is not None
    started = threading.active_count()
    child = work.service._child
    assert child is not None and child.process.pid is not None
    os.kill(child.process.pid, signal.SIGSTOP)  # it takes for ever now
    with monkeypatch.context() as hasty:
        hasty.setattr(service_module, "PATIENCE_S", 0.0)
        assert work.colour("def f(): pass", "python") == ()
    assert not child.process.is_alive()
    assert work.draw("y") is not None
    assert threading.active_count() <= started + 1


@pytest.mark.parametrize(
    "source",
    [
        r"\sum_{i=1}^n i = \frac{n(n+1)}{2}", r"\begin{pmatrix}1&2\\3&4\end{pmatrix}", r"\int_0^\infty e^{-x}\,dx",
        r"\begin{cases}1 & x\\ 2 & y\end{cases}", r"\boxed{x}", r"\text{if } x > 0", r"\mathbb{R}^n \to \hat{x}",
        r"\begin{aligned}a&=b\\c&=d\end{aligned}", r"\left(\frac{1}{2}\right)", "E = mc^2",
    ],
)  # fmt: skip
def test_usual_formulas_are_drawn(source: str) -> None:
    assert formula.outline(source, True) is not None


@pytest.mark.parametrize(
    "source",
    ["", r"\frac{a}{", "a < b & c", r"\unknown{x}", r"\includegraphics{/etc/passwd}", "\\text{中文}", "x" * 601,
     r"\left(" * 40 + "x" + r"\right)" * 40, "{" * 50 + "}" * 50],
)  # fmt: skip
def test_what_cannot_be_drawn_is_told_and_not_tried(source: str) -> None:
    assert formula.outline(source, False) is None


def test_depth_and_length_are_limited() -> None:
    assert may_be_drawn("x" * FORMULA_LIMIT_CHARS)
    assert not may_be_drawn("x" * (FORMULA_LIMIT_CHARS + 1))
    assert may_be_drawn(r"\frac{1}{\sqrt{\frac{a}{b}}}" + r"\leftarrow" * 9)
    assert not may_be_drawn(r"\left(\left(\left(\left(\left(\left(\left(x")
    assert not may_be_drawn(r"\sqrt{\sqrt{\sqrt{\sqrt{\sqrt{\sqrt{\sqrt{x")


def test_code_is_coloured_line_by_line_in_qts_count() -> None:
    lines = code_colours.colours('def f(x):\n    """two\n    lines"""\n    return "🪡" + x  # end', "Python")
    kinds = [[(text, CodeKind(kind).name) for text, _, kind in line] for line in lines]
    assert kinds[0] == [(0, "KEYWORD"), (4, "NAME")]
    assert kinds[1] == [(4, "STRING")]
    assert lines[2] == ((0, 12, CodeKind.STRING),) or lines[2] == ((4, 8, CodeKind.STRING),)
    assert (11, 4, CodeKind.STRING) in lines[3]  # the needle counts two
    assert lines[3][-1] == (21, 5, CodeKind.COMMENT)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("words", ""),
        ("words", "no-such-language"),
        ("words", "text"),
        ("x" * 2001, "python"),
        ("x\n" * 40_000, "python"),
    ],
)
def test_what_is_unknown_or_too_much_stays_plain(text: str, language: str) -> None:
    assert code_colours.colours(text, language) == ()


@pytest.mark.parametrize(
    "language", ["python", "tsx", "rust", "c++", "html", "sql", "bash", "json", "yaml", "diff", "go", "java"]
)
def test_no_line_and_no_run_is_out_of_its_code(language: str) -> None:
    text = "<a href='x'>\n\n\tlet x = \"unclosed\n# comment \\\nselect * from t; -- done\n+ 1\n{'🪡': 2}"
    lines = code_colours.colours(text, language)
    assert len(lines) == text.count("\n") + 1
    for line, runs in zip(text.split("\n"), lines, strict=True):
        length = len(line.encode("utf-16-le")) // 2
        assert all(0 <= start < start + count <= length for start, count, _ in runs)
