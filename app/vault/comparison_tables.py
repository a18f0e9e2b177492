"""The tables of `comparison_store`, made by the eighth schema step. Never edited once released."""

from app.vault.database import Transaction


def make_comparison_tables(transaction: Transaction) -> None:
    """The schema step that brings the tables. The bytes that a comparison sent go with it; the ledger's row stays."""
    for statement in (
        """CREATE TABLE comparisons (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            question TEXT NOT NULL,
            created_ms INTEGER NOT NULL,
            blind INTEGER NOT NULL,
            server_first INTEGER NOT NULL,
            vote TEXT NOT NULL
        ) STRICT""",
        """CREATE TABLE comparison_answers (
            comparison INTEGER NOT NULL REFERENCES comparisons (number) ON DELETE CASCADE,
            who TEXT NOT NULL,
            model TEXT NOT NULL,
            provider TEXT NOT NULL,
            text TEXT NOT NULL,
            state TEXT NOT NULL,
            error_code TEXT NOT NULL,
            first_word_s REAL NOT NULL,
            seconds REAL NOT NULL,
            prompt_tokens INTEGER NOT NULL,
            completion_tokens INTEGER NOT NULL,
            cost_micro INTEGER NOT NULL,
            currency TEXT NOT NULL,
            estimated INTEGER NOT NULL,
            energy_mwh INTEGER NOT NULL,
            watts INTEGER NOT NULL,
            PRIMARY KEY (comparison, who)
        ) STRICT, WITHOUT ROWID""",
        """CREATE TRIGGER comparison_bytes_go AFTER DELETE ON comparisons BEGIN
            DELETE FROM ledger_bytes WHERE conversation = 'comparison ' || old.id;
        END""",
    ):
        transaction.execute(statement)
