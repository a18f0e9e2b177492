"""Which conversations are answered by a server, and what of them may go there, inside vault.db.

Window or command line process, on the thread that opened the database. A row belongs to one conversation: a copy has
none, so it stays local. What can't be read is no grant.
"""

import json

from app.domain.cloud_choice import CloudChoice, TextKind
from app.domain.labels import Grant, LabelKind
from app.vault.database import Database, Row

_ONE = """
SELECT c.id, g.provider, g.origin, g.since_ms, g.typed, g.earlier, g.earlier_answers, g.system_prompt, g.documents,
    g.ask_always, g.agreed, g.agreed_bytes, g.limit_micro, g.model
FROM conversation_grants AS g JOIN conversations AS c ON c.number = g.conversation WHERE c.id = ?
"""
_PUT = """
INSERT OR REPLACE INTO conversation_grants (conversation, provider, origin, since_ms, typed, earlier, earlier_answers,
    system_prompt, documents, ask_always, agreed, agreed_bytes, limit_micro, model)
SELECT number, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM conversations WHERE id = ?
"""
_REMOVE = """
DELETE FROM conversation_grants WHERE conversation IN (SELECT number FROM conversations WHERE id = ?)
"""


class GrantStore:
    """The server of each conversation that has one."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, conversation_id: str) -> CloudChoice | None:
        """A conversation's server and grant; None for one that is local."""
        row = self._database.row(_ONE, (conversation_id,))
        return None if row is None else _choice(row)

    def put(self, choice: CloudChoice) -> None:
        """Keep a conversation's server and grant. Nothing when the conversation is gone."""
        grant = choice.grant
        with self._database.transaction() as transaction:
            transaction.execute(
                _PUT,
                (
                    grant.provider, grant.origin, grant.since_ms, int(grant.typed), int(grant.earlier),
                    int(grant.earlier_answers), int(grant.system_prompt), json.dumps(sorted(grant.documents)),
                    int(choice.ask_always), json.dumps(sorted(choice.agreed)), choice.agreed_bytes,
                    choice.limit_micro, choice.model, grant.conversation,
                ),
            )  # fmt: skip

    def remove(self, conversation_id: str) -> None:
        """Let a conversation be local again: all that was granted in it is forgotten."""
        with self._database.transaction() as transaction:
            transaction.execute(_REMOVE, (conversation_id,))


def _choice(row: Row) -> CloudChoice | None:
    (
        conversation, provider, origin, since_ms, typed, earlier, answers, system_prompt, documents,
        ask_always, agreed, agreed_bytes, limit_micro, model,
    ) = row  # fmt: skip
    try:
        paths = frozenset(str(path) for path in json.loads(documents))
        kinds = frozenset(_kind(*pair) for pair in json.loads(agreed))
    except (ValueError, TypeError):
        return None
    grant = Grant(
        conversation,
        provider,
        origin,
        since_ms,
        bool(typed),
        bool(earlier),
        bool(answers),
        bool(system_prompt),
        paths,
    )
    return CloudChoice(grant, bool(ask_always), kinds, agreed_bytes, limit_micro, model)


def _kind(kind: object, subject: object) -> TextKind:
    return LabelKind(str(kind)), str(subject)
