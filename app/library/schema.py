"""The tables of `library.db`. Steps as in `app.vault.migrations`, which also runs them."""

from app.vault.database import Database, Transaction
from app.vault.migrations import Step, migrate

CACHE_KIB = 64 * 1024  # pages kept as they were decrypted: a search reads the same ones again and again


def _step_1(transaction: Transaction) -> None:
    """Libraries and their files, the documents in them, passages, words, vectors.

    A document is content: files with the same bytes share one, so nothing is read or kept twice. A file
    whose state is `waiting` is the queue. `words` holds a passage's text as the index has it, stemmed; the
    keyword index keeps no text of its own, is kept in step by triggers and forgets deleted words at once
    ('secure-delete', sqlite.org/fts5.html section 6.10). Passage numbers are never given twice
    (AUTOINCREMENT), so that a number that Chroma still knows can't come to mean something else.
    """
    for statement in (
        "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
        """CREATE TABLE libraries (
            number INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            conversation INTEGER NOT NULL,
            settings TEXT NOT NULL,
            paused INTEGER NOT NULL DEFAULT 0
        ) STRICT""",
        """CREATE TABLE roots (
            number INTEGER PRIMARY KEY,
            library INTEGER NOT NULL REFERENCES libraries (number) ON DELETE CASCADE,
            path BLOB NOT NULL,
            missing INTEGER NOT NULL DEFAULT 0,
            UNIQUE (library, path)
        ) STRICT""",
        """CREATE TABLE documents (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            hash BLOB NOT NULL UNIQUE,
            kind TEXT NOT NULL,
            title TEXT NOT NULL,
            date TEXT NOT NULL,
            code TEXT NOT NULL,
            params TEXT NOT NULL,
            notes TEXT NOT NULL
        ) STRICT""",
        """CREATE TABLE files (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            library INTEGER NOT NULL REFERENCES libraries (number) ON DELETE CASCADE,
            root INTEGER NOT NULL REFERENCES roots (number) ON DELETE CASCADE,
            path BLOB NOT NULL,
            shown TEXT NOT NULL,
            size_bytes INTEGER NOT NULL,
            changed_ns INTEGER NOT NULL,
            device INTEGER NOT NULL,
            inode INTEGER NOT NULL,
            state TEXT NOT NULL,
            code TEXT NOT NULL DEFAULT '',
            params TEXT NOT NULL DEFAULT '{}',
            document INTEGER REFERENCES documents (number),
            UNIQUE (library, path)
        ) STRICT""",
        "CREATE INDEX files_waiting ON files (library, number) WHERE state = 'waiting'",
        "CREATE INDEX files_of ON files (document)",
        "CREATE INDEX files_under ON files (root)",
        """CREATE TABLE pages (
            document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
            number INTEGER NOT NULL,
            label TEXT NOT NULL,
            text BLOB NOT NULL,
            PRIMARY KEY (document, number)
        ) STRICT, WITHOUT ROWID""",
        """CREATE TABLE passages (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
            page INTEGER NOT NULL,
            start INTEGER NOT NULL,
            stop INTEGER NOT NULL,
            language TEXT NOT NULL,
            headings TEXT NOT NULL,
            text TEXT NOT NULL,
            words TEXT NOT NULL,
            length INTEGER NOT NULL
        ) STRICT""",
        "CREATE INDEX passages_of ON passages (document)",
        "CREATE INDEX passages_measures ON passages (language, length, document)",
        """CREATE VIRTUAL TABLE passage_words USING fts5 (
            words, content = 'passages', content_rowid = 'number', tokenize = 'ascii'
        )""",
        "INSERT INTO passage_words (passage_words, rank) VALUES ('secure-delete', 1)",
        "CREATE VIRTUAL TABLE word_places USING fts5vocab (passage_words, instance)",
        "CREATE VIRTUAL TABLE word_counts USING fts5vocab (passage_words, row)",
        """CREATE TRIGGER passage_added AFTER INSERT ON passages BEGIN
            INSERT INTO passage_words (rowid, words) VALUES (new.number, new.words);
        END""",
        """CREATE TRIGGER passage_removed AFTER DELETE ON passages BEGIN
            INSERT INTO passage_words (passage_words, rowid, words) VALUES ('delete', old.number, old.words);
        END""",
        """CREATE TABLE embedders (
            number INTEGER PRIMARY KEY,
            identity TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            dimensions INTEGER NOT NULL
        ) STRICT""",
        """CREATE TABLE vectors (
            embedder INTEGER NOT NULL REFERENCES embedders (number) ON DELETE CASCADE,
            passage INTEGER NOT NULL REFERENCES passages (number) ON DELETE CASCADE,
            vector BLOB NOT NULL,
            PRIMARY KEY (embedder, passage)
        ) STRICT, WITHOUT ROWID""",
        "CREATE INDEX vectors_of ON vectors (passage, embedder)",
    ):
        transaction.execute(statement)


def _step_2(transaction: Transaction) -> None:
    """Where an embedder lies, so that it can answer while another one takes over; empty: the packaged one."""
    transaction.execute("ALTER TABLE embedders ADD COLUMN path TEXT NOT NULL DEFAULT ''")


STEPS: tuple[Step, ...] = (_step_1, _step_2)
"""Step n brings version n-1 to n. Never edited once released, only added to."""


def prepare(database: Database) -> None:
    """Bring the schema to the newest version, and set what isn't kept in the file. Errors as in `migrate`."""
    database.rows(f"PRAGMA cache_size = -{CACHE_KIB}")
    migrate(database, STEPS)
