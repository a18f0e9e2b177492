"""The watch that the tests of the real window rely on: it sees a held loop, says where, and nothing else."""

import gc
import sys
import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from app.ui.hold_watch import HoldWatch, watch_from

LIMIT_S = 0.05
PATIENCE_S = 60.0


@pytest.fixture(autouse=True)
def nothing_is_collected() -> Iterator[None]:
    """What earlier tests left makes no turn longer."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.fixture
def told(qapp: QApplication) -> Iterator[list[str]]:
    """The reports of a watch over this thread's loop."""
    reports: list[str] = []
    watch = HoldWatch(LIMIT_S, reports.append, slow=lambda: 1.0)
    yield reports
    watch.end()


def work_too_long() -> None:
    """Keep this thread busy for three times the limit."""
    began = time.thread_time()
    while time.thread_time() - began < 3 * LIMIT_S:
        pass


def run_in_the_loop(*acts: object) -> None:
    """Run each of them as a turn of its own."""
    loop = QEventLoop()
    for number, act in enumerate(acts):
        QTimer.singleShot(10 * number, act)  # type: ignore[call-overload]
    QTimer.singleShot(10 * len(acts), loop.quit)
    loop.exec()


def test_work_that_holds_the_loop_is_told_with_its_place(told: list[str]) -> None:
    run_in_the_loop(work_too_long)
    assert len(told) == 1
    assert "ms of work" in told[0]
    assert "work_too_long" in told[0]


def test_work_is_divided_by_how_slow_the_core_is(qapp: QApplication) -> None:
    reports: list[str] = []
    watch = HoldWatch(LIMIT_S, reports.append, slow=lambda: 2.0)
    run_in_the_loop(work_too_long)
    watch.end()
    assert len(reports) == 1
    scaled, plain = (int(word) for word in reports[0].replace(",", "").split() if word.isdigit())
    assert scaled == pytest.approx(plain / 2, abs=1)
    watch = HoldWatch(LIMIT_S, reports.append, slow=lambda: 50.0)
    run_in_the_loop(work_too_long)
    watch.end()
    assert len(reports) == 1


def test_waiting_for_another_thread_is_told_too(told: list[str]) -> None:
    never = threading.Event()

    def wait_until_it_is_told() -> None:
        deadline = time.monotonic() + PATIENCE_S
        while not told and time.monotonic() < deadline:
            never.wait(LIMIT_S)

    run_in_the_loop(wait_until_it_is_told)
    assert len(told) == 1
    assert "ms waiting" in told[0]


def test_a_long_sleep_of_the_loop_itself_is_no_hold(told: list[str]) -> None:
    loop = QEventLoop()
    QTimer.singleShot(int(LIMIT_S * 14_000), loop.quit)
    loop.exec()
    assert told == []


def test_many_short_turns_are_no_hold(told: list[str]) -> None:
    loop = QEventLoop()
    left = iter(range(30))

    def work_a_little() -> None:
        began = time.thread_time()
        while time.thread_time() - began < LIMIT_S / 10:
            pass
        if next(left, None) is None:
            loop.quit()
        else:  # a timer each: several that are due would be one turn
            QTimer.singleShot(0, work_a_little)

    work_a_little()
    loop.exec()
    assert told == []


def test_the_program_watches_only_when_it_is_asked_to(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "meta_path", list(sys.meta_path))
    assert watch_from({}, qapp) is None
    assert watch_from({"HEARTH_WATCH_HOLDS": "always"}, qapp) is None
    watch = watch_from({"HEARTH_WATCH_HOLDS": "100"}, qapp)
    assert watch is not None
    watch.end()
