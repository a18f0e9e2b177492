"""Files, the queue of those to be read, and the documents they hold. Main thread of the library process."""

import json
import os
import re
import zlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.domain.document import NOT_WHOLE, PICTURE_CODES, Reading
from app.domain.errors import LibraryError
from app.domain.library import FileTrouble, Parameter
from app.domain.passage import PageText
from app.library.library_store import Library, shown
from app.library.scanning import Differences, Known, Seen
from app.vault.database import Database, Transaction

REMOVED_AT_ONCE = 200  # passages: some hundredths of a second, as the index forgets each word of them
_PASSWORD = "password:"  # before a path, in `meta`
_SURROGATE = re.compile("[\ud800-\udfff]")
# Reasons that need nobody's attention: the file simply isn't a document.
QUIET_CODES = ("document_kind_not_read", "document_kind_unknown", "document_empty")
_KINDS_WITH_PICTURES = ("pdf", "eml", "mbox", "msg")  # of their own, or attached
_NEARLY_WORDLESS_BYTES = (
    150  # compressed: a page that OCR looks at has no more (`app.parsing.pdf.FEW_CHARACTERS`)
)
# Notes on documents that were read that a library tells of; those that aren't in NOT_WHOLE need nobody's attention.
_TOLD_NOTES = (*NOT_WHOLE, "attachment_not_read", "hidden_text")
# Lists for SQL, which takes them apart with json_each.
_NOT_WHOLE, _WITH_PICTURES, _PICTURES = map(json.dumps, (NOT_WHOLE, _KINDS_WITH_PICTURES, PICTURE_CODES))


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file whose turn it is."""

    number: int
    library: int
    path: bytes
    size_bytes: int
    changed_ns: int
    ocr: bool


@dataclass(frozen=True, slots=True)
class NewPassage:
    """A passage as it goes into the database; `words` are those of the keyword index, joined by spaces."""

    page: int
    start: int
    stop: int
    language: str
    headings: tuple[str, ...]
    text: str
    words: str
    length: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How far one library is."""

    files: int = 0
    waiting: int = 0
    waiting_bytes: int = 0
    attention: int = 0


@dataclass(frozen=True, slots=True)
class Removed:
    """A step through the documents that no file holds.

    Attributes:
        upto: the number of the document after which the next step goes on; None once none is left.
        hashes: of the documents that can be found no more.
    """

    upto: int | None
    hashes: tuple[bytes, ...]


class FileStore:
    """Rows of `files`, `documents`, `pages` and `passages`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # ---- what lies in the folders

    def known(self, root: int) -> dict[bytes, Known]:
        """The files of a root, by path."""
        rows = self._database.rows(
            "SELECT path, number, size_bytes, changed_ns, device, inode FROM files WHERE root = ?", (root,)
        )
        return {path: Known(*rest) for path, *rest in rows}

    def apply(self, library: int, differences: Differences) -> None:
        """Take over what a look through a folder has found."""
        with self._database.transaction() as transaction:
            for file in differences.new:
                transaction.execute(
                    "INSERT INTO files (library, root, path, shown, size_bytes, changed_ns, device, inode, state)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'waiting') ON CONFLICT (library, path) DO NOTHING",
                    (library, differences.root, file.path, shown(file.path), *_facts(file)),
                )
            for number, file in differences.changed:
                transaction.execute(
                    "UPDATE files SET size_bytes = ?, changed_ns = ?, device = ?, inode = ?, state = 'waiting'"
                    " WHERE number = ?",
                    (*_facts(file), number),
                )
            for number, file in differences.moved:
                self._move(transaction, differences.root, number, file)
            for number in differences.gone:
                transaction.execute("DELETE FROM files WHERE number = ?", (number,))

    def _move(self, transaction: Transaction, root: int, number: int, file: Seen) -> None:
        row = self._database.row("SELECT path, shown, code FROM files WHERE number = ?", (number,))
        if row is None:
            return  # its library was removed meanwhile
        before, shown_before, code = row
        # The ending is a hint to the reader; and what couldn't be opened may only have been gone from there.
        again = bool(code) or ending(before) != ending(file.path)
        transaction.execute(
            "UPDATE OR REPLACE files SET path = ?, shown = ?, root = ?, device = ?,"
            " state = CASE WHEN ? THEN 'waiting' ELSE state END WHERE number = ?",
            (file.path, shown(file.path), root, file.device, again, number),
        )
        transaction.execute(
            "UPDATE OR REPLACE meta SET key = ? WHERE key = ?",
            (_PASSWORD + shown(file.path), _PASSWORD + shown_before),
        )

    def retry(self, path: str) -> None:
        """Put a file that was read back into the queue; what was read of it is no file's then, and found no more,
        until it is removed with the rest (`remove_unused`). Raises LibraryError("library_file_unknown")."""
        with self._database.transaction() as transaction:
            changed = transaction.execute("UPDATE files SET state = 'waiting' WHERE shown = ?", (path,))
            # What was said of these bytes no longer counts.
            refuted = transaction.rows(
                "SELECT DISTINCT d.number FROM files AS f JOIN documents AS d ON d.number = f.document"
                " WHERE f.shown = ?1 AND (d.code <> '' OR EXISTS (SELECT 1 FROM json_each(d.notes) AS n"
                " WHERE n.value IN (SELECT value FROM json_each(?2))))",
                (path, _NOT_WHOLE),
            )
            for (document,) in refuted:
                transaction.execute(
                    "UPDATE files SET document = NULL, state = 'waiting' WHERE document = ?", (document,)
                )
                _hide(transaction, document)
        if not changed:
            raise LibraryError("library_file_unknown", file=path)

    def read_pictures(self, library: int) -> None:
        """Put those files of a library back into the queue in which OCR may find words. What they hold stays until
        they are read."""
        with self._database.transaction() as transaction:
            transaction.execute(
                "UPDATE files SET state = 'waiting' WHERE library = ?1 AND document IN (SELECT d.number"
                " FROM documents AS d WHERE d.code IN (SELECT value FROM json_each(?2))"
                " OR (d.kind IN (SELECT value FROM json_each(?3)) AND EXISTS"
                " (SELECT 1 FROM pages AS p WHERE p.document = d.number AND length(p.text) <= ?4)))",
                (library, _PICTURES, _WITH_PICTURES, _NEARLY_WORDLESS_BYTES),
            )

    def keep_password(self, path: str, password: str) -> None:
        """Keep a file's password as long as the file is in a library."""
        with self._database.transaction() as transaction:
            transaction.execute(
                "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (_PASSWORD + path, password),
            )

    def passwords(self) -> list[str]:
        """The passwords that are kept."""
        return [
            str(row[0])
            for row in self._database.rows(
                "SELECT DISTINCT value FROM meta WHERE substr(key, 1, ?) = ?", (len(_PASSWORD), _PASSWORD)
            )
        ]

    # ---- the queue

    def waiting(self, library: Library, skip: Collection[int], limit: int) -> list[Waiting]:
        """The next files of a library to be read, oldest first, but none of those in `skip` (a few)."""
        rows = self._database.rows(
            "SELECT number, path, size_bytes, changed_ns FROM files"  # noqa: S608 - numbers only
            f" WHERE library = ? AND state = 'waiting' AND number NOT IN ({', '.join(map(str, skip))})"
            " ORDER BY number LIMIT ?",
            (library.number, limit),
        )
        return [
            Waiting(number, library.number, path, size_bytes, changed_ns, library.settings.ocr)
            for number, path, size_bytes, changed_ns in rows
        ]

    def has(self, number: int) -> bool:
        """Whether there still is such a file."""
        return self._database.row("SELECT 1 FROM files WHERE number = ?", (number,)) is not None

    def document_of(self, hash_: bytes) -> int | None:
        """The document with these bytes, if they have been read before."""
        row = self._database.row("SELECT number FROM documents WHERE hash = ?", (hash_,))
        return int(row[0]) if row else None

    def hashes(self) -> set[bytes]:
        """The hashes of all documents."""
        return {row[0] for row in self._database.rows("SELECT hash FROM documents")}

    def link(self, transaction: Transaction, file: Waiting, document: int) -> bool:
        """Note that a file holds a document that is there. Returns whether it held another one before.

        Its turn comes again when it has changed meanwhile, or when it was read without OCR and is to be read with it.
        """
        before = self._database.row("SELECT document FROM files WHERE number = ?", (file.number,))
        transaction.execute(
            "UPDATE files SET document = ?, code = '', params = '{}',"
            " state = CASE WHEN size_bytes = ? AND changed_ns = ? AND (? OR NOT EXISTS (SELECT 1 FROM libraries"
            " WHERE number = files.library AND json_extract(settings, '$.ocr'))) THEN 'ready' ELSE state END"
            " WHERE number = ?",
            (document, file.size_bytes, file.changed_ns, int(file.ocr), file.number),
        )
        return before is not None and before[0] not in (None, document)

    def refuse(
        self, transaction: Transaction, file: Waiting, code: str, params: Mapping[str, Parameter]
    ) -> None:
        """Note that a file could not even be hashed, and why. What it held before stays until it can.

        Nothing is noted of a file that has been moved meanwhile: its turn comes again, as that of one that has changed.
        """
        transaction.execute(
            "UPDATE files SET code = ?, params = ?,"
            " state = CASE WHEN size_bytes = ? AND changed_ns = ? THEN 'ready' ELSE state END"
            " WHERE number = ? AND path = ?",
            (code, json.dumps(dict(params)), file.size_bytes, file.changed_ns, file.number, file.path),
        )

    def keep(
        self, transaction: Transaction, hash_: bytes, reading: Reading, passages: Iterable[NewPassage]
    ) -> int:
        """Keep what was read: its pages and passages, or the reason why there are none. The document's number.

        Two files with the same bytes may be read at the same time; what the first gave is kept.
        """
        made = transaction.execute(
            "INSERT INTO documents (hash, kind, title, date, code, params, notes) VALUES (?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (hash) DO NOTHING",
            (
                hash_,
                reading.facts.kind,
                reading.facts.title,
                reading.facts.date,
                reading.reason,
                json.dumps(dict(reading.parameters)),
                json.dumps(reading.facts.notes),
            ),
        )
        document = self.document_of(hash_)
        assert document is not None  # nobody else writes
        if not made:
            return document
        for page in reading.pages if not reading.reason else ():
            transaction.execute(
                "INSERT INTO pages (document, number, label, text) VALUES (?, ?, ?, ?)",
                (document, page.number, page.label, zlib.compress(_clean(page.text).encode(), 1)),
            )
        for passage in passages:
            transaction.execute(
                "INSERT INTO passages (document, page, start, stop, language, headings, text, words, length)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    document,
                    passage.page,
                    passage.start,
                    passage.stop,
                    passage.language,
                    json.dumps(passage.headings, ensure_ascii=False),
                    _clean(passage.text),
                    passage.words,
                    passage.length,
                ),
            )
        return document

    def forget_passwords(self) -> None:
        """Forget the passwords of files that are in no library any more."""
        with self._database.transaction() as transaction:
            transaction.execute(
                "DELETE FROM meta WHERE substr(key, 1, ?1) = ?2"
                " AND NOT EXISTS (SELECT 1 FROM files WHERE shown = substr(key, ?1 + 1))",
                (len(_PASSWORD), _PASSWORD),
            )

    def remove_unused(self, after: int = 0, limit: int = REMOVED_AT_ONCE) -> Removed:
        """Forget some documents that no file holds any more: of those numbered above `after` as many as have `limit`
        passages, of a longer one as many passages.
        """
        unused = self._database.rows(
            "SELECT number, hash FROM documents WHERE number > ?"
            " AND NOT EXISTS (SELECT 1 FROM files WHERE document = documents.number) ORDER BY number LIMIT ?",
            (after, limit),
        )
        hashes: list[bytes] = []
        room = limit
        with self._database.transaction() as transaction:
            for number, hash_ in unused:
                passages = transaction.execute(
                    "DELETE FROM passages WHERE number IN"
                    " (SELECT number FROM passages WHERE document = ? ORDER BY number LIMIT ?)",
                    (number, room),
                )
                hashes.append(hash_)
                room -= max(passages, 1)
                if room <= 0 and transaction.rows(
                    "SELECT 1 FROM passages WHERE document = ? LIMIT 1", (number,)
                ):
                    # A file with these bytes has to be read, not to get what is left.
                    _hide(transaction, number)
                    break
                transaction.execute("DELETE FROM documents WHERE number = ?", (number,))
                after = number
                if room <= 0:
                    break
        return Removed(None if room > 0 and len(unused) < limit else after, tuple(hashes))

    # ---- what is told

    def counts(self) -> dict[int, Counts]:
        """How far each library is, by its number."""
        rows = self._database.rows(
            "SELECT f.library, count(*), sum(f.state = 'waiting'),"
            " sum(CASE WHEN f.state = 'waiting' THEN f.size_bytes ELSE 0 END),"
            " sum(f.state = 'ready' AND (coalesce(nullif(f.code, ''), d.code, '') NOT IN"
            " (SELECT value FROM json_each(?1)) OR (f.code = '' AND d.notes <> '[]' AND EXISTS"
            " (SELECT 1 FROM json_each(d.notes) AS n WHERE n.value IN (SELECT value FROM json_each(?2))))))"
            " FROM files AS f LEFT JOIN documents AS d ON d.number = f.document GROUP BY f.library",
            (json.dumps(["", *QUIET_CODES]), _NOT_WHOLE),
        )
        return {row[0]: Counts(*map(int, row[1:])) for row in rows}

    def passages(self, embedder: int) -> dict[int, tuple[int, int]]:
        """How many passages each library has, and how many of them have a vector, by its number."""
        rows = self._database.rows(
            "SELECT f.library, count(*), count(v.passage) FROM (SELECT DISTINCT library, document FROM files"
            " WHERE document IS NOT NULL) AS f JOIN passages AS p ON p.document = f.document"
            " LEFT JOIN vectors AS v INDEXED BY vectors_of ON v.passage = p.number AND v.embedder = ?"
            " GROUP BY f.library",
            (embedder,),
        )
        return {library: (passages, embedded) for library, passages, embedded in rows}

    def troubles(self, library: str, limit: int) -> list[FileTrouble]:
        """Folders that can't be found, and files that gave no text, or not all of it, with the reason.

        What needs nobody's attention comes last.
        """
        folders = self._database.rows(
            "SELECT r.path, l.name FROM roots AS r JOIN libraries AS l ON l.number = r.library"
            " WHERE r.missing = 1 AND (?1 = '' OR l.name = ?1) ORDER BY r.path LIMIT ?2",
            (library, limit),
        )
        missing = [FileTrouble(shown(path), name, "library_folder_missing", {}) for path, name in folders]
        rows = self._database.rows(
            "SELECT f.shown, l.name, coalesce(nullif(f.code, ''), d.code) AS reason,"
            " CASE WHEN f.code <> '' THEN f.params ELSE d.params END"
            " FROM files AS f JOIN libraries AS l ON l.number = f.library"
            " LEFT JOIN documents AS d ON d.number = f.document"
            " WHERE f.state = 'ready' AND (f.code <> '' OR d.code <> '') AND (?1 = '' OR l.name = ?1)"
            " ORDER BY reason IN ('document_kind_not_read', 'document_kind_unknown', 'document_empty'), f.shown"
            " LIMIT ?2",
            (library, limit - len(missing)),
        )
        files = [FileTrouble(path, name, code, json.loads(params)) for path, name, code, params in rows]
        quiet = [trouble for trouble in files if trouble.code in QUIET_CODES]
        noted = self._noted(library, limit)
        found = [
            *missing,
            *(trouble for trouble in files if trouble.code not in QUIET_CODES),
            *(trouble for trouble in noted if trouble.code in NOT_WHOLE),
            *(trouble for trouble in noted if trouble.code not in NOT_WHOLE),
            *quiet,
        ]
        return found[:limit]

    def _noted(self, library: str, limit: int) -> list[FileTrouble]:
        """Files that were read, with what should be known of them; the code is that of the note."""
        rows = self._database.rows(
            "SELECT f.shown, l.name, d.notes FROM files AS f JOIN libraries AS l ON l.number = f.library"
            " JOIN documents AS d ON d.number = f.document"
            " WHERE f.state = 'ready' AND f.code = '' AND d.code = '' AND d.notes <> '[]'"
            " AND (?1 = '' OR l.name = ?1) ORDER BY NOT EXISTS (SELECT 1 FROM json_each(d.notes) AS n"
            " WHERE n.value IN (SELECT value FROM json_each(?3))), f.shown LIMIT ?2",
            (library, limit, _NOT_WHOLE),
        )
        return [
            FileTrouble(path, name, note)
            for path, name, notes in rows
            for note in json.loads(notes)
            if note in _TOLD_NOTES
        ]

    def page(self, path: str, number: int) -> PageText:
        """The text of a page as it was read. Raises LibraryError("library_page_unknown")."""
        row = self._database.row(
            "SELECT d.kind, p.label, p.text FROM files AS f JOIN documents AS d ON d.number = f.document"
            " JOIN pages AS p ON p.document = d.number WHERE f.shown = ? AND p.number = ?",
            (path, number),
        )
        if row is None:
            raise LibraryError("library_page_unknown", file=path, number=number)
        return PageText(path, row[0], number, row[1], zlib.decompress(row[2]).decode())


def ending(path: bytes) -> bytes:
    """Of a file's name, without its capitals, with the point before it."""
    return os.path.splitext(path)[1].lower()


def _hide(transaction: Transaction, document: int) -> None:
    """Let no bytes find this document any more."""
    transaction.execute("UPDATE documents SET hash = randomblob(32) WHERE number = ?", (document,))


def _facts(file: Seen) -> Sequence[int]:
    return (file.size_bytes, file.changed_ns, file.device, file.inode)


def _clean(text: str) -> str:
    """Lone surrogates can't be stored; a replacement keeps every character in its place."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)
