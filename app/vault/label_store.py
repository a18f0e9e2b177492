"""Where the words of an answer come from, as labels, inside vault.db. See `app.domain.labels`.

Window or command line process, on the thread that opened the database. An answer without a row (older than
labels, copied, imported, rewritten by hand, or cut off by a kill) is of unknown origin, and goes to no server.
"""

from collections.abc import Iterable

from app.domain.conversation import Message, Role
from app.domain.labels import UNKNOWN, Label, LabelKind, Labels, joined, labels_from, labels_text
from app.vault.database import Database, Transaction

_PARENT = """
SELECT m.parent_id, m.role, m.created_ms, l.labels FROM messages AS m
LEFT JOIN message_labels AS l ON l.message = m.number WHERE m.id = ?
"""
_PICTURES = """
SELECT p.name FROM message_pictures AS p JOIN messages AS m ON m.number = p.message WHERE m.id = ?
"""
_SYSTEM_PROMPT = "SELECT system_prompt FROM conversations WHERE id = ?"
_KEEP = """
INSERT OR REPLACE INTO message_labels (message, labels) SELECT number, ? FROM messages WHERE id = ?
"""
_ALL = """
SELECT m.id, l.labels FROM message_labels AS l JOIN messages AS m ON m.number = l.message
JOIN conversations AS c ON c.number = m.conversation WHERE c.id = ?
"""


def make_label_tables(transaction: Transaction) -> None:
    """The schema step that brings the table. Never edited once released."""
    transaction.execute(
        """CREATE TABLE message_labels (
            message INTEGER PRIMARY KEY REFERENCES messages (number) ON DELETE CASCADE,
            labels TEXT NOT NULL
        ) STRICT"""
    )


class LabelStore:
    """Labels of answers."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, answer: Message, kind: LabelKind, subject: str, documents: Iterable[str]) -> None:
        """Keep the labels of an answer that has just ended: its own, and those of all that was in its view.

        `documents` are the paths of the files whose passages it was given. What was in view is the branch above
        it: what was typed, the pictures beside that (documents by their names, also where the model couldn't look
        at them), and the answer before with all that had been in view of that one.
        """
        groups: list[Labels] = [frozenset({Label(kind, subject, answer.created_ms)})]
        groups.append(frozenset(Label(LabelKind.DOCUMENT, path) for path in documents))
        found = self._database.row(_SYSTEM_PROMPT, (answer.conversation_id,))
        if found is not None and str(found[0]).strip():
            groups.append(frozenset({Label(LabelKind.SYSTEM_PROMPT)}))
        above, seen = answer.parent_id, {answer.id}
        while above is not None and above not in seen:
            seen.add(above)
            row = self._database.row(_PARENT, (above,))
            if row is None:
                groups.append(UNKNOWN)
                break
            message, (above, role, created_ms, labels) = above, row
            if role != Role.ASSISTANT.value:
                groups.append(frozenset({Label(LabelKind.TYPED, at_ms=int(created_ms))}))
                pictures = self._database.rows(_PICTURES, (message,))
                groups.append(frozenset(Label(LabelKind.DOCUMENT, str(name)) for (name,) in pictures))
                continue
            known = UNKNOWN if labels is None else labels_from(str(labels))
            groups.append(known)
            if all(label.kind is not LabelKind.CLOUD_ANSWER for label in known):
                break  # everything further up was in view of this one, and is in its labels
            # A server sees only what it was granted: its answer doesn't speak for what stands above it.
        self.put(answer.id, joined(groups))

    def put(self, message_id: str, labels: Labels) -> None:
        """Keep these labels of an answer. Nothing when the message is gone."""
        with self._database.transaction() as transaction:
            transaction.execute(_KEEP, (labels_text(labels), message_id))

    def of(self, conversation_id: str) -> dict[str, Labels]:
        """The labels of a conversation's answers, by the message's id; those without any aren't in it."""
        rows = self._database.rows(_ALL, (conversation_id,))
        return {str(message): labels_from(str(labels)) for message, labels in rows}
