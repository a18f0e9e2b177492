"""Fixtures for tests of every kind, and how their process ends."""

import logging
import os
import sys
from pathlib import Path

import pytest
from hypothesis import settings

from tests.end2end.program import Home
from tests.gateway.authority import Authority, make_authority


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """An empty home folder."""
    folder = tmp_path / "home"
    folder.mkdir()
    return Home(folder)


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """A certificate authority for all servers of a run."""
    return make_authority(tmp_path_factory.mktemp("authority"))


class EndingAtOnce:
    """Ends the process as soon as everything is reported.

    What Python made and Qt still holds at the end, such as data that was copied to the clipboard, is destroyed by Qt
    after Python is gone: a run without a failure ended with a segmentation fault. The program's window ends in the
    same way, for the same reason (`app/ui/application.py`).
    """

    def __init__(self) -> None:
        self._finished: pytest.Session | None = None

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """From here on all that is left is to report; of a mistyped command pytest tells later still."""
        if session.exitstatus != pytest.ExitCode.USAGE_ERROR:
            self._finished = session

    @pytest.hookimpl(trylast=True)
    def pytest_unconfigure(self) -> None:
        """The last that pytest calls."""
        if self._finished is None:
            return
        logging.shutdown()
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        os._exit(int(self._finished.exitstatus))


def pytest_configure(config: pytest.Config) -> None:
    """Register what ends the process; no example of Hypothesis has to be quick (in CI they are the same each time)."""
    settings.register_profile("patient", settings.default, deadline=None)
    settings.load_profile("patient")
    config.pluginmanager.register(EndingAtOnce(), "ending-at-once")
