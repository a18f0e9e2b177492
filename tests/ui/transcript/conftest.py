"""What the tests of the transcript share."""

import pytest
from pytestqt.qtbot import QtBot

from app.ui.tokens import LIGHT
from app.ui.transcript import TranscriptView


@pytest.fixture
def view(qtbot: QtBot) -> TranscriptView:
    """An empty transcript of 712 by 600 pixels, on the screen."""
    view = TranscriptView(LIGHT)
    qtbot.addWidget(view)
    view.resize(712, 600)
    view.show()
    return view
