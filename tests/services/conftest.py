"""Shared by the tests of conversations on a server."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.cloud_talk import PROVIDER, Talk
from tests.services.played_gateway import PlayedGateway
from tests.services.session_at_work import SessionAtWork


@pytest.fixture
def talk(tmp_path: Path) -> Iterator[Talk]:
    gateway = PlayedGateway()
    work = SessionAtWork(tmp_path / "profile", start_gateway=gateway.start)
    work.do(lambda: work.session.vault.providers.put(PROVIDER))
    made = Talk(work, gateway)
    yield made
    made.work.close()
    gateway.join()
