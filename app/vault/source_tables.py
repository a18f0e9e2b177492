"""The tables of `source_store`, as the third schema step makes them. Never edited once released."""

from app.vault.database import Transaction


def make_source_tables(transaction: Transaction) -> None:
    """The schema step that brings the tables."""
    for statement in (
        """CREATE TABLE message_groundings (
            message INTEGER PRIMARY KEY REFERENCES messages (number) ON DELETE CASCADE,
            libraries TEXT NOT NULL,
            query TEXT NOT NULL,
            left_out INTEGER NOT NULL,
            mode TEXT NOT NULL,
            ready REAL NOT NULL,
            no_model INTEGER NOT NULL
        ) STRICT""",
        """CREATE TABLE message_sources (
            message INTEGER NOT NULL REFERENCES messages (number) ON DELETE CASCADE,
            place INTEGER NOT NULL,
            path TEXT NOT NULL,
            kind TEXT NOT NULL,
            page INTEGER NOT NULL,
            start INTEGER NOT NULL,
            end INTEGER NOT NULL,
            text TEXT NOT NULL,
            score REAL NOT NULL,
            library TEXT NOT NULL,
            page_label TEXT NOT NULL,
            headings TEXT NOT NULL,
            PRIMARY KEY (message, place)
        ) STRICT, WITHOUT ROWID""",
        "CREATE INDEX message_sources_of ON message_sources (library, path)",
        """CREATE TABLE conversation_libraries (
            conversation INTEGER NOT NULL REFERENCES conversations (number) ON DELETE CASCADE,
            place INTEGER NOT NULL,
            library TEXT NOT NULL,
            PRIMARY KEY (conversation, library)
        ) STRICT, WITHOUT ROWID""",
    ):
        transaction.execute(statement)
