"""The steps that bring a vault's schema up to date, each in one transaction, after an encrypted copy.

Runs in the window or command line process, on the thread that opened the database, before any store is built.

The copy `vault.db.before-N` (N: the version it holds) is made before the first step that changes an existing
file, and removed once the last step is committed, the file has been checkpointed and every page has been
authenticated. It isn't kept longer, because what a person deletes later must be gone and not live on in a
copy. Killed in between, the next start carries on at the step it had reached and keeps the older copy.
"""

import os
import re
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from app.domain.errors import VaultDamagedError, VaultError
from app.vault.cloud_tables import make_cloud_tables
from app.vault.comparison_tables import make_comparison_tables
from app.vault.database import Database, Transaction
from app.vault.given_tables import make_given_tables
from app.vault.grant_tables import make_grant_tables
from app.vault.label_store import make_label_tables
from app.vault.model_choice_columns import make_model_choice_columns
from app.vault.model_price_table import make_model_price_table
from app.vault.pair_words import paired
from app.vault.picture_tables import make_picture_tables
from app.vault.private_file import create_empty, remove_file, storage_error, sync_folder
from app.vault.source_tables import make_source_tables

Step = Callable[[Transaction], None]

_COPY_NAME = re.compile(r"\.before-([0-9]{1,6})\Z")


def _step_1(transaction: Transaction) -> None:
    """Conversations, messages, settings and the word indexes.

    The indexes hold no text of their own (`content=`), are kept in step by triggers within the same
    transaction, and forget deleted words at once ('secure-delete', sqlite.org/fts5.html section 6.10). An
    answer that is still growing isn't indexed: it is saved every second, and indexing each time would cost
    more than writing it.
    """
    for statement in (
        """CREATE TABLE meta (
            key TEXT PRIMARY KEY,
            value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""",
        """CREATE TABLE settings (
            key TEXT PRIMARY KEY,
            value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""",
        """CREATE TABLE conversations (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            title TEXT NOT NULL,
            created_ms INTEGER NOT NULL,
            updated_ms INTEGER NOT NULL,
            leaf_id TEXT,
            system_prompt TEXT NOT NULL,
            model TEXT NOT NULL
        ) STRICT""",
        "CREATE INDEX conversations_newest ON conversations (updated_ms, number)",
        """CREATE TABLE messages (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            conversation INTEGER NOT NULL REFERENCES conversations (number) ON DELETE CASCADE,
            parent_id TEXT,
            role TEXT NOT NULL,
            text TEXT NOT NULL,
            thinking TEXT NOT NULL,
            state TEXT NOT NULL,
            created_ms INTEGER NOT NULL,
            model TEXT NOT NULL,
            error_code TEXT NOT NULL,
            dropped INTEGER NOT NULL,
            figures TEXT
        ) STRICT""",
        "CREATE INDEX messages_of ON messages (conversation, number)",
        "CREATE INDEX messages_streaming ON messages (number) WHERE state = 'streaming'",
        """CREATE VIRTUAL TABLE message_words USING fts5 (
            text, content = 'messages', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
        )""",
        "INSERT INTO message_words (message_words, rank) VALUES ('secure-delete', 1)",
        """CREATE VIRTUAL TABLE title_words USING fts5 (
            title, content = 'conversations', content_rowid = 'number',
            tokenize = 'unicode61 remove_diacritics 2'
        )""",
        "INSERT INTO title_words (title_words, rank) VALUES ('secure-delete', 1)",
        """CREATE TRIGGER message_added AFTER INSERT ON messages WHEN new.state <> 'streaming' BEGIN
            INSERT INTO message_words (rowid, text) VALUES (new.number, new.text);
        END""",
        """CREATE TRIGGER message_removed AFTER DELETE ON messages WHEN old.state <> 'streaming' BEGIN
            INSERT INTO message_words (message_words, rowid, text) VALUES ('delete', old.number, old.text);
        END""",
        """CREATE TRIGGER message_unindexed AFTER UPDATE OF text, state ON messages
        WHEN old.state <> 'streaming' AND (new.text <> old.text OR new.state = 'streaming') BEGIN
            INSERT INTO message_words (message_words, rowid, text) VALUES ('delete', old.number, old.text);
        END""",
        """CREATE TRIGGER message_reindexed AFTER UPDATE OF text, state ON messages
        WHEN new.state <> 'streaming' AND (new.text <> old.text OR old.state = 'streaming') BEGIN
            INSERT INTO message_words (rowid, text) VALUES (new.number, new.text);
        END""",
        """CREATE TRIGGER title_added AFTER INSERT ON conversations BEGIN
            INSERT INTO title_words (rowid, title) VALUES (new.number, new.title);
        END""",
        """CREATE TRIGGER title_removed AFTER DELETE ON conversations BEGIN
            INSERT INTO title_words (title_words, rowid, title) VALUES ('delete', old.number, old.title);
        END""",
        """CREATE TRIGGER title_changed AFTER UPDATE OF title ON conversations
        WHEN new.title <> old.title BEGIN
            INSERT INTO title_words (title_words, rowid, title) VALUES ('delete', old.number, old.title);
            INSERT INTO title_words (rowid, title) VALUES (new.number, new.title);
        END""",
    ):
        transaction.execute(statement)


def _step_2(transaction: Transaction) -> None:
    """Pinned conversations, folders, presets, saved prompts, deletion with undo, and the index of pairs.

    `deleting` marks what will be deleted when the time for undo is over, at the latest at the next start. The
    index of pairs holds no text (`content=''`) and has no triggers: `app.vault.conversation_store` fills it,
    for SQLite can't cut text into pairs.
    """
    for statement in (
        "ALTER TABLE conversations ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE conversations ADD COLUMN folder TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE conversations ADD COLUMN preset TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE conversations ADD COLUMN sampling TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE conversations ADD COLUMN place TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE conversations ADD COLUMN deleting INTEGER NOT NULL DEFAULT 0",
        """CREATE TABLE folders (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""",
        """CREATE TABLE presets (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            system_prompt TEXT NOT NULL,
            model TEXT NOT NULL,
            sampling TEXT NOT NULL
        ) STRICT""",
        """CREATE TABLE saved_prompts (
            name TEXT PRIMARY KEY,
            text TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""",
        """CREATE VIRTUAL TABLE message_pairs USING fts5 (
            text, content = '', tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co M*'"
        )""",
        "INSERT INTO message_pairs (message_pairs, rank) VALUES ('secure-delete', 1)",
    ):
        transaction.execute(statement)
    for number, text in transaction.rows("SELECT number, text FROM messages WHERE state <> 'streaming'"):
        if pieces := paired(text):
            transaction.execute("INSERT INTO message_pairs (rowid, text) VALUES (?, ?)", (number, pieces))


STEPS: tuple[Step, ...] = (
    _step_1,
    _step_2,
    make_source_tables,
    make_given_tables,
    make_cloud_tables,
    make_label_tables,
    make_grant_tables,
    make_comparison_tables,
    make_picture_tables,
    make_model_choice_columns,
    make_model_price_table,
)
"""Step n brings version n-1 to n. Never edited once released, only added to."""


def migrate(database: Database, steps: Sequence[Step] = STEPS) -> int:
    """Bring the schema to the newest version; how many steps were taken.

    Errors: VaultDamagedError("database_newer", found, known) for a file of a newer Hearth, left as it is;
    VaultError disk_full and others when the copy or a step can't be written: the file then still holds the
    version it had reached.
    """
    found = database.user_version
    newest = len(steps)
    if found > newest:
        raise VaultDamagedError("database_newer", name=database.path.name, found=found, known=newest)
    if found < 0:
        raise VaultDamagedError("database_damaged", name=database.path.name)
    if 0 < found < newest and not copies(database.path):
        _copy(database, found)
    for version in range(found + 1, newest + 1):
        with database.transaction() as transaction:
            steps[version - 1](transaction)
            transaction.execute(f"PRAGMA user_version = {version}")
    if found < newest:
        database.checkpoint()
    _remove_copies(database)
    return newest - found


def copies(path: Path) -> list[Path]:
    """The copies made before migrations of the database at `path`, oldest version first."""
    found: list[tuple[int, Path]] = []
    for entry in path.parent.glob(path.name + ".before-*"):
        match = _COPY_NAME.search(entry.name)
        if match:
            found.append((int(match[1]), entry))
    return [entry for _, entry in sorted(found)]


def _copy(database: Database, version: int) -> None:
    """Copy the checkpointed file byte for byte: it is encrypted already, and needs no second key."""
    database.checkpoint()
    target = database.path.with_name(f"{database.path.name}.before-{version}")
    temporary = target.with_name(target.name + ".new")
    try:
        temporary.unlink(missing_ok=True)
        create_empty(temporary)
        shutil.copyfile(database.path, temporary)
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())
        temporary.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise storage_error(error, target.name) from error


def _remove_copies(database: Database) -> None:
    left = copies(database.path)
    if not left:
        return
    if database.damaged_pages():
        raise VaultError("migration_unsure", name=left[0].name)
    for path in left:
        remove_file(path)
