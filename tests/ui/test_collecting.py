"""Cycles are collected on the window's thread alone, whichever thread made them."""

import gc
import math
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractEventDispatcher, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui import collecting
from app.ui.collecting import Collector


class Knot:
    """An object that only the collector can take away."""

    def __init__(self) -> None:
        self.me = self


class KnottedDocument(QTextDocument):
    """One of Qt's own of that kind."""

    def __init__(self) -> None:
        super().__init__()
        self.me = self


def make_knots() -> None:
    """More than Python's own collector lets be."""
    for _ in range(10 * gc.get_threshold()[0]):
        Knot()


def knots() -> int:
    """How many there are."""
    return sum(isinstance(one, Knot) for one in gc.get_objects())


def about_to_sleep() -> None:
    """What the loop says before it waits for something to do."""
    dispatcher = QAbstractEventDispatcher.instance()
    assert dispatcher is not None
    dispatcher.aboutToBlock.emit()


@pytest.fixture
def collector(qapp: QApplication) -> Iterator[Collector]:
    """At work in this thread's loop."""
    gc.collect()
    made = Collector(qapp)
    yield made
    made.end()
    made.deleteLater()
    assert gc.isenabled()


def test_what_another_thread_left_waits_for_the_windows_loop(collector: Collector, qtbot: QtBot) -> None:
    where: list[str] = []

    def ended() -> None:
        where.append(threading.current_thread().name)

    KnottedDocument().destroyed.connect(ended, Qt.ConnectionType.DirectConnection)
    thread = threading.Thread(target=make_knots, name="workroom")
    thread.start()
    thread.join()
    assert where == [] and knots() > 0
    qtbot.waitUntil(lambda: knots() == 0 and bool(where))
    assert where == [threading.main_thread().name]


def test_few_objects_are_no_reason_to_collect(collector: Collector) -> None:
    gc.collect()
    Knot()
    about_to_sleep()
    assert knots() == 1
    make_knots()
    about_to_sleep()
    assert knots() == 0


def test_old_knots_go_when_all_is_looked_at(collector: Collector, monkeypatch: pytest.MonkeyPatch) -> None:
    knot = Knot()
    left = weakref.ref(knot)
    gc.collect()  # it is one of the old ones now
    del knot

    def stays() -> bool:
        for _ in range(200):  # Python itself waits for 11 collections of 11
            make_knots()
            about_to_sleep()
        return left() is not None

    monkeypatch.setattr(collecting, "ALL_AT_MOST_EVERY_S", math.inf)
    assert stays()
    monkeypatch.setattr(collecting, "ALL_AT_MOST_EVERY_S", 0.0)
    assert not stays()
