"""The servers that a person has named, inside vault.db. Their keys lie elsewhere: `app.services.provider_keys`.

Window or command line process, on the thread that opened the database.
"""

import json

from app.domain.errors import UsageError, VaultDamagedError
from app.domain.origin import Origin
from app.domain.permit import Wire
from app.domain.provider import Place, Provider
from app.vault.database import Database, Row, Transaction

_FOUND = """
SELECT name, wire, place, scheme, host, port, base_path, model, authority, proxy, models FROM providers
"""
_ALL = _FOUND + "ORDER BY name"
_ONE = _FOUND + "WHERE name = ?"
_PUT = """
INSERT OR REPLACE INTO providers (name, wire, place, scheme, host, port, base_path, model, authority, proxy, models)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
# What the ledger and earlier answers say stays: it was so then.
_RENAME = (
    "UPDATE conversation_grants SET provider = ? WHERE provider = ?",
    "UPDATE comparison_answers SET provider = ? WHERE provider = ?",
)


class ProviderStore:
    """Servers by name."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Provider]:
        """Every one, by name."""
        return [_provider(row) for row in self._database.rows(_ALL)]

    def get(self, name: str) -> Provider:
        """The one of this name. Errors: UsageError provider_unknown."""
        row = self._database.row(_ONE, (name,))
        if row is None:
            raise UsageError("provider_unknown", name=name)
        return _provider(row)

    def put(self, provider: Provider, former: str = "") -> None:
        """Keep one, in the place of another of its name, or of the one named `former`.

        What was granted to that one, and compared with it, is this one's then. Errors: UsageError provider_unknown.
        """
        origin = provider.origin
        with self._database.transaction() as transaction:
            if former and former != provider.name:
                _remove(transaction, former)
                for statement in _RENAME:
                    transaction.execute(statement, (provider.name, former))
            transaction.execute(
                _PUT,
                (
                    provider.name, str(provider.wire), str(provider.place), origin.scheme, origin.host, origin.port,
                    provider.base_path, provider.model, provider.authority, provider.proxy,
                    json.dumps(provider.models),
                ),
            )  # fmt: skip

    def remove(self, name: str) -> None:
        """Forget one. What the ledger says of it stays. Errors: UsageError provider_unknown."""
        with self._database.transaction() as transaction:
            _remove(transaction, name)


def _remove(transaction: Transaction, name: str) -> None:
    if not transaction.execute("DELETE FROM providers WHERE name = ?", (name,)):
        raise UsageError("provider_unknown", name=name)


def _provider(row: Row) -> Provider:
    name, wire, place, scheme, host, port, base_path, model, authority, proxy, models = row
    try:
        others = tuple(str(one) for one in json.loads(models))
        return Provider(
            name,
            Wire(wire),
            Place(place),
            Origin(scheme, host, port),
            base_path,
            model,
            authority,
            proxy,
            others,
        )
    except (ValueError, TypeError) as error:  # a kind that no version of this schema writes
        raise VaultDamagedError("database_damaged", name="vault.db") from error
