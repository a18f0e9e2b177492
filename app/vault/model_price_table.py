"""The table of `price_store`, as the eleventh schema step makes it. Never edited once released."""

from app.vault.database import Transaction


def make_model_price_table(transaction: Transaction) -> None:
    """The schema step: each model of a server has a price of its own. One there was is that of the usual model."""
    for statement in (
        """CREATE TABLE model_prices (
            provider TEXT NOT NULL,
            model TEXT NOT NULL,
            currency TEXT NOT NULL,
            prompt_micro INTEGER NOT NULL,
            completion_micro INTEGER NOT NULL,
            dated TEXT NOT NULL,
            PRIMARY KEY (provider, model)
        ) STRICT, WITHOUT ROWID""",
        """INSERT INTO model_prices
        SELECT p.name, p.model, o.currency, o.prompt_micro, o.completion_micro, o.dated
        FROM provider_prices AS o JOIN providers AS p ON p.name = o.provider""",
        "DROP TABLE provider_prices",
    ):
        transaction.execute(statement)
