"""The door between the window's thread and the work thread."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.errors import VaultError
from app.services.workroom import Workroom
from app.ui.door import Door


class Asker(QObject):
    """Asks with a method, and with functions inside one. Signals: `told`."""

    told = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.others = list[int]()

    def ask(self, door: Door) -> None:
        def told(number: int) -> None:
            self.others.append(number)
            self.told.emit(number)

        def failed(_error: Exception) -> None:
            self.told.emit(-1)

        door.run(lambda: 1, told)
        door.run(lambda: 2, self.tell)
        door.run(refuse, None, failed)

    def tell(self, number: int) -> None:
        self.told.emit(number)


def refuse() -> None:
    raise VaultError("vault_damaged")


@pytest.fixture
def room() -> Iterator[Workroom]:
    """A work thread."""
    room = Workroom()
    yield room
    room.close()


def test_answers_come_back_in_order(qapp: QApplication, room: Workroom) -> None:
    door, asker, heard = Door(room), Asker(), list[int]()
    asker.told.connect(heard.append)
    asker.ask(door)
    room.do(lambda: None).result()
    QApplication.processEvents()
    assert heard == [1, 2, -1]


def test_an_answer_for_something_that_is_gone_meanwhile_is_no_fault_and_reaches_others(
    qapp: QApplication, room: Workroom
) -> None:
    door, asker = Door(room), Asker()
    others = asker.others
    failures = list[object]()
    door.failure.connect(failures.append)
    asker.ask(door)
    room.do(lambda: None).result()
    shiboken6.delete(asker)
    QApplication.processEvents()  # an error here fails the test
    assert (failures, others) == ([], [1])


def test_a_fault_of_something_that_is_there_is_not_hidden(
    qapp: QApplication, room: Workroom, qtbot: QtBot
) -> None:
    door = Door(room)

    def told(_nothing: None) -> None:
        raise RuntimeError("a bug")

    with qtbot.captureExceptions() as met:
        door.run(lambda: None, told)
        room.do(lambda: None).result()
        QApplication.processEvents()
    assert [str(error) for _, error, _ in met] == ["a bug"]
