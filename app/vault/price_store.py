"""What servers take, as a person typed it, inside vault.db. On the thread that opened the database."""

from app.domain.price import Price
from app.vault.database import Database

_PUT = """
INSERT OR REPLACE INTO provider_prices (provider, currency, prompt_micro, completion_micro, dated)
VALUES (?, ?, ?, ?, ?)
"""
_ONE = "SELECT currency, prompt_micro, completion_micro, dated FROM provider_prices WHERE provider = ?"


class PriceStore:
    """Prices by the server's name."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, provider: str) -> Price | None:
        """What this server takes; None where nobody has said."""
        row = self._database.row(_ONE, (provider,))
        return None if row is None else Price(*row)

    def put(self, provider: str, price: Price | None) -> None:
        """Keep what a server takes; None forgets it."""
        with self._database.transaction() as transaction:
            transaction.execute("DELETE FROM provider_prices WHERE provider = ?", (provider,))
            if price is not None:
                values = (price.currency, price.prompt_micro, price.completion_micro, price.dated)
                transaction.execute(_PUT, (provider, *values))
