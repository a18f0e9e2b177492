"""What the library keeps of files, straight in its database."""

import os
from pathlib import Path

from app.domain.document import DocumentFacts, Outcome, Page, Reading
from app.library.file_store import FileStore
from app.library.reading_room import passages_of
from app.library.schema import STEPS
from app.vault.database import Database
from app.vault.migrations import migrate


def test_the_same_bytes_read_twice_at_the_same_time_are_kept_once(tmp_path: Path) -> None:
    database = Database.create(tmp_path / "library.db", os.urandom(32), os.urandom(16))
    try:
        migrate(database, STEPS)
        files = FileStore(database)
        page = Page(1, "The height of the lantern tower is 41 metres.")
        reading = Reading(Outcome.TEXT, "", DocumentFacts("text"), (page,), 0.1)
        with database.transaction() as transaction:
            for _ in range(2):
                files.keep(transaction, b"same", reading, passages_of(reading))
        assert database.rows("SELECT count(*) FROM pages") == [(1,)]
        assert database.rows("SELECT count(*) FROM passages") == [(1,)]
    finally:
        database.close()
