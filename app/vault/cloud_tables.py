"""The tables of `provider_store` and `ledger_store`, made by the fifth schema step. Never edited once released."""

from app.vault.database import Transaction


def make_cloud_tables(transaction: Transaction) -> None:
    """The schema step that brings the tables.

    A row of the ledger is never changed or removed, which the database itself sees to. The words that were sent
    lie apart: they go with their conversation, and the row with their hash stays.
    """
    for statement in (
        """CREATE TABLE providers (
            name TEXT PRIMARY KEY,
            wire TEXT NOT NULL,
            place TEXT NOT NULL,
            scheme TEXT NOT NULL,
            host TEXT NOT NULL,
            port INTEGER NOT NULL,
            base_path TEXT NOT NULL,
            model TEXT NOT NULL,
            authority TEXT NOT NULL,
            proxy TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""",
        """CREATE TABLE ledger (
            number INTEGER PRIMARY KEY,
            permit TEXT NOT NULL,
            event TEXT NOT NULL,
            at_ms INTEGER NOT NULL,
            purpose TEXT NOT NULL,
            provider TEXT NOT NULL,
            origin TEXT NOT NULL,
            conversation TEXT NOT NULL,
            model TEXT NOT NULL,
            allowed_by TEXT NOT NULL,
            sent_bytes INTEGER NOT NULL,
            sha256 TEXT NOT NULL,
            outcome TEXT NOT NULL,
            received_bytes INTEGER NOT NULL,
            prompt_tokens INTEGER NOT NULL,
            completion_tokens INTEGER NOT NULL,
            mac TEXT NOT NULL,
            UNIQUE (permit, event)
        ) STRICT""",
        """CREATE TRIGGER ledger_kept AFTER DELETE ON ledger BEGIN
            SELECT RAISE(ABORT, 'the ledger only grows');
        END""",
        """CREATE TRIGGER ledger_unchanged AFTER UPDATE ON ledger BEGIN
            SELECT RAISE(ABORT, 'the ledger only grows');
        END""",
        """CREATE TABLE ledger_bytes (
            number INTEGER PRIMARY KEY REFERENCES ledger (number),
            conversation TEXT NOT NULL,
            body BLOB NOT NULL
        ) STRICT""",
        """CREATE TRIGGER ledger_bytes_go AFTER DELETE ON conversations BEGIN
            DELETE FROM ledger_bytes WHERE conversation = old.id;
        END""",
    ):
        transaction.execute(statement)
