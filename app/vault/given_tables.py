"""The table of `given_store`, as the fourth schema step makes it. Never edited once released."""

from app.vault.database import Transaction


def make_given_tables(transaction: Transaction) -> None:
    """The schema step that brings the table."""
    transaction.execute(
        """CREATE TABLE message_prompts (
            message INTEGER PRIMARY KEY REFERENCES messages (number) ON DELETE CASCADE,
            prompt BLOB NOT NULL,
            dropped TEXT NOT NULL,
            prompt_tokens INTEGER NOT NULL,
            cached_tokens INTEGER NOT NULL,
            context_tokens INTEGER NOT NULL,
            sampling TEXT NOT NULL
        ) STRICT"""
    )
