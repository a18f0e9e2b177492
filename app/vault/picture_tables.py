"""The table of `picture_store`, as the ninth schema step makes it. Never edited once released."""

from app.vault.database import Transaction


def make_picture_tables(transaction: Transaction) -> None:
    """The schema step that brings the table."""
    for statement in (
        """CREATE TABLE message_pictures (
            number INTEGER PRIMARY KEY,
            message INTEGER NOT NULL REFERENCES messages (number) ON DELETE CASCADE,
            place INTEGER NOT NULL,
            name TEXT NOT NULL,
            width INTEGER NOT NULL,
            height INTEGER NOT NULL,
            pixels BLOB NOT NULL,
            small_width INTEGER NOT NULL,
            small_height INTEGER NOT NULL,
            small BLOB NOT NULL,
            UNIQUE (message, place)
        ) STRICT""",
    ):
        transaction.execute(statement)
