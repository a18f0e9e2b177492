"""The columns that let one server answer with several models, as the tenth schema step makes them. Never edited once
released."""

from app.vault.database import Transaction


def make_model_choice_columns(transaction: Transaction) -> None:
    """The schema step: which models a server has beside its usual one, and which a conversation is answered by."""
    transaction.execute("ALTER TABLE providers ADD COLUMN models TEXT NOT NULL DEFAULT '[]'")
    transaction.execute("ALTER TABLE conversation_grants ADD COLUMN model TEXT NOT NULL DEFAULT ''")
