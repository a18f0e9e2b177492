"""The tables of `grant_store` and `reply_store`, and of prices before each model had its own, made by the seventh
schema step. Never edited once released."""

from app.vault.database import Database, Transaction


def make_grant_tables(transaction: Transaction) -> None:
    """The schema step that brings the tables, and says of each message which server wrote it."""
    for statement in (
        "ALTER TABLE messages ADD COLUMN provider TEXT NOT NULL DEFAULT ''",
        """CREATE TABLE conversation_grants (
            conversation INTEGER PRIMARY KEY REFERENCES conversations (number) ON DELETE CASCADE,
            provider TEXT NOT NULL,
            origin TEXT NOT NULL,
            since_ms INTEGER NOT NULL,
            typed INTEGER NOT NULL,
            earlier INTEGER NOT NULL,
            earlier_answers INTEGER NOT NULL,
            system_prompt INTEGER NOT NULL,
            documents TEXT NOT NULL,
            ask_always INTEGER NOT NULL,
            agreed TEXT NOT NULL,
            agreed_bytes INTEGER NOT NULL,
            limit_micro INTEGER NOT NULL
        ) STRICT""",
        """CREATE TABLE message_replies (
            message INTEGER PRIMARY KEY REFERENCES messages (number) ON DELETE CASCADE,
            provider TEXT NOT NULL,
            origin TEXT NOT NULL,
            ledger INTEGER NOT NULL,
            sent_bytes INTEGER NOT NULL,
            cost_micro INTEGER NOT NULL,
            currency TEXT NOT NULL,
            estimated INTEGER NOT NULL
        ) STRICT""",
        """CREATE TABLE provider_prices (
            provider TEXT PRIMARY KEY,
            currency TEXT NOT NULL,
            prompt_micro INTEGER NOT NULL,
            completion_micro INTEGER NOT NULL,
            dated TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""",
    ):
        transaction.execute(statement)


def forget_grants(database: Database) -> None:
    """Let every conversation be local: for a vault that was restored, of this or an older schema."""
    found = database.row("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'conversation_grants'")
    if found is not None:
        with database.transaction() as transaction:
            transaction.execute("DELETE FROM conversation_grants")
