"""What is known of servers' answers beside their words, inside vault.db.

Window or command line process, on the thread that opened the database. A row goes with its message.
"""

from app.domain.cloud_reply import CloudReply
from app.vault.database import Database

_PUT = """
INSERT OR REPLACE INTO message_replies (message, provider, origin, ledger, sent_bytes, cost_micro, currency, estimated)
SELECT number, ?, ?, ?, ?, ?, ?, ? FROM messages WHERE id = ?
"""
_ONE = """
SELECT r.provider, r.origin, r.ledger, r.sent_bytes, r.cost_micro, r.currency, r.estimated
FROM message_replies AS r JOIN messages AS m ON m.number = r.message WHERE m.id = ?
"""
_SPENT = """
SELECT coalesce(sum(r.cost_micro), 0) FROM message_replies AS r JOIN messages AS m ON m.number = r.message
JOIN conversations AS c ON c.number = m.conversation WHERE c.id = ? AND r.currency = ? AND r.cost_micro > 0
"""


class ReplyStore:
    """Answers of servers."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, message_id: str, reply: CloudReply) -> None:
        """Keep what is known of an answer. Nothing when the message is gone."""
        with self._database.transaction() as transaction:
            transaction.execute(
                _PUT,
                (
                    reply.provider, reply.origin, reply.ledger, reply.sent_bytes, reply.cost_micro, reply.currency,
                    int(reply.estimated), message_id,
                ),
            )  # fmt: skip

    def of(self, message_id: str) -> CloudReply | None:
        """What is known of an answer; None for one that was written here."""
        row = self._database.row(_ONE, (message_id,))
        if row is None:
            return None
        provider, origin, ledger, sent_bytes, cost_micro, currency, estimated = row
        return CloudReply(provider, origin, ledger, sent_bytes, cost_micro, currency, bool(estimated))

    def spent_micro(self, conversation_id: str, currency: str) -> int:
        """What a conversation's answers have cost, all branches, in millionths of `currency`."""
        row = self._database.row(_SPENT, (conversation_id, currency))
        return 0 if row is None else int(row[0])
