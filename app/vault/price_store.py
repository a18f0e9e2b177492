"""What servers' models take, as a person typed it, inside vault.db. On the thread that opened the database."""

from collections.abc import Mapping

from app.domain.price import Price
from app.vault.database import Database

_PUT = """
INSERT INTO model_prices (provider, model, currency, prompt_micro, completion_micro, dated) VALUES (?, ?, ?, ?, ?, ?)
"""
_ALL = "SELECT model, currency, prompt_micro, completion_micro, dated FROM model_prices WHERE provider = ?"


class PriceStore:
    """Prices by the server's name and the model's."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, provider: str) -> dict[str, Price]:
        """What the models of this server take, as far as anybody has said."""
        return {model: Price(*values) for model, *values in self._database.rows(_ALL, (provider,))}

    def get(self, provider: str, model: str) -> Price | None:
        """What one model takes; None where nobody has said."""
        return self.of(provider).get(model)

    def put(self, provider: str, prices: Mapping[str, Price]) -> None:
        """Keep what a server's models take, by their names, in the place of all that was known."""
        with self._database.transaction() as transaction:
            transaction.execute("DELETE FROM model_prices WHERE provider = ?", (provider,))
            for model, price in prices.items():
                values = (price.currency, price.prompt_micro, price.completion_micro, price.dated)
                transaction.execute(_PUT, (provider, model, *values))
