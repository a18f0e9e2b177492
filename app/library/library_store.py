"""Which libraries there are and which folders and files belong to them. Main thread of the library process."""

import errno
import json
import os
import stat
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from app.domain.errors import LibraryError
from app.domain.library import LibrarySettings
from app.vault.database import Database, Transaction

NAME_LIMIT_CHARS = 200
CLOSED_LIMIT = 100  # folders of one root that are told of: a person can't work through thousands
_CLOSED = "closed:"  # before a root's number, in `meta`
_LEFT_OUT = "left_out:"
_REMOVAL = "removal:"  # before what is being removed, in `meta`


@dataclass(frozen=True, slots=True)
class Library:
    """A library as it is kept; `number` is its row."""

    number: int
    name: str
    conversation: bool
    settings: LibrarySettings
    paused: bool


@dataclass(frozen=True, slots=True)
class Root:
    """A folder or file that a person added. `path` is absolute, in the file system's bytes."""

    number: int
    library: int
    path: bytes
    missing: bool


class LibraryStore:
    """Rows of `libraries` and `roots`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Library]:
        """Every library, by name."""
        rows = self._database.rows(
            "SELECT number, name, conversation, settings, paused FROM libraries ORDER BY name"
        )
        return [
            Library(number, name, bool(conversation), _settings(settings), bool(paused))
            for number, name, conversation, settings, paused in rows
        ]

    def find(self, name: str) -> Library:
        """The library of that name. Raises LibraryError("library_unknown")."""
        for library in self.all():
            if library.name == name:
                return library
        raise LibraryError("library_unknown", name=name)

    def add(
        self,
        name: str,
        paths: tuple[str, ...],
        settings: LibrarySettings | None,
        conversation: bool,
        defaults: LibrarySettings,
    ) -> Library:
        """Make the library, or add `paths` to the one of that name. Raises LibraryError.

        `settings` None: a library that is there keeps its own, a new one gets `defaults`.
        """
        name = name.strip()
        if not name or len(name) > NAME_LIMIT_CHARS:
            raise LibraryError("library_name_unfit", limit_chars=NAME_LIMIT_CHARS)
        roots = [_existing(path) for path in paths]
        with self._database.transaction() as transaction:
            transaction.execute(
                "INSERT INTO libraries (name, conversation, settings) VALUES (?, ?, ?)"
                " ON CONFLICT (name) DO NOTHING",
                (name, int(conversation), _json(settings or defaults)),
            )
            if settings is not None:
                transaction.execute(
                    "UPDATE libraries SET settings = ? WHERE name = ?", (_json(settings), name)
                )
            for path in roots:
                transaction.execute(
                    "INSERT INTO roots (library, path) SELECT number, ? FROM libraries WHERE name = ?"
                    " ON CONFLICT (library, path) DO NOTHING",
                    (path, name),
                )
        return self.find(name)

    def roots(self, library: int | None = None) -> list[Root]:
        """The folders and files of a library, or of all."""
        rows = self._database.rows(
            "SELECT number, library, path, missing FROM roots WHERE ?1 IS NULL OR library = ?1 ORDER BY number",
            (library,),
        )
        return [Root(number, owner, path, bool(missing)) for number, owner, path, missing in rows]

    def set_missing(self, root: int, missing: bool) -> None:
        """Note whether a root could be found at the last look."""
        with self._database.transaction() as transaction:
            transaction.execute("UPDATE roots SET missing = ? WHERE number = ?", (int(missing), root))

    def set_closed(self, root: int, closed: Mapping[bytes, str]) -> None:
        """Note the folders of a root that couldn't be looked into at the last look, and why; a good many at most."""
        self._set_told(_CLOSED + str(root), closed)

    def closed(self, root: int) -> dict[str, str]:
        """The folders of a root, as they can be shown, that couldn't be looked into, and why."""
        return self._told(_CLOSED + str(root))

    def set_left_out(self, root: int, left_out: Mapping[bytes, str]) -> None:
        """Note the entries of a root that are no ordinary files, with the code of why; a good many at most."""
        self._set_told(_LEFT_OUT + str(root), left_out)

    def left_out(self, root: int) -> dict[str, str]:
        """The entries of a root, as they can be shown, that are no ordinary files, with the code of why."""
        return self._told(_LEFT_OUT + str(root))

    def unread(self, root: int) -> list[str]:
        """The places of a root, as they can be shown, that nothing could be read of: closed and left out."""
        return [*self.closed(root), *self.left_out(root)]

    def _set_told(self, key: str, places: Mapping[bytes, str]) -> None:
        told = {shown(path): reason for path, reason in sorted(places.items())[:CLOSED_LIMIT]}
        if told == self._told(key):
            return
        with self._database.transaction() as transaction:
            transaction.execute("DELETE FROM meta WHERE key = ?", (key,))
            if told:
                transaction.execute("INSERT INTO meta (key, value) VALUES (?, ?)", (key, json.dumps(told)))

    def _told(self, key: str) -> dict[str, str]:
        row = self._database.row("SELECT value FROM meta WHERE key = ?", (key,))
        found: dict[str, str] = json.loads(row[0]) if row is not None else {}
        return found

    def set_paused(self, name: str, paused: bool) -> None:
        """Pause or continue one library, or all for an empty name."""
        with self._database.transaction() as transaction:
            transaction.execute(
                "UPDATE libraries SET paused = ?1 WHERE ?2 = '' OR name = ?2", (int(paused), name)
            )

    def remove(self, transaction: Transaction, library: Library) -> None:
        """Forget a library. Its documents go with `FileStore.remove_unused`."""
        for root in self.roots(library.number):
            _forget_told(transaction, root.number)
        transaction.execute("DELETE FROM files WHERE library = ?", (library.number,))
        transaction.execute("DELETE FROM libraries WHERE number = ?", (library.number,))
        _note_removal(transaction, library.name, "")

    def remove_root(self, transaction: Transaction, library: Library, root: Root) -> None:
        """Forget a root and its files. Their documents go with `FileStore.remove_unused`."""
        _forget_told(transaction, root.number)
        transaction.execute("DELETE FROM files WHERE root = ?", (root.number,))
        transaction.execute("DELETE FROM roots WHERE number = ?", (root.number,))
        _note_removal(transaction, library.name, shown(root.path))

    def removals(self) -> set[tuple[str, str]]:
        """Libraries, and paths of them ("" for the whole library), of which documents may be left."""
        rows = self._database.rows(
            "SELECT substr(key, ?1 + 1) FROM meta WHERE substr(key, 1, ?1) = ?2", (len(_REMOVAL), _REMOVAL)
        )
        return {(name, path) for name, path in (json.loads(row[0]) for row in rows)}

    def forget_removals(self) -> None:
        """Nothing is left of what was removed."""
        with self._database.transaction() as transaction:
            transaction.execute("DELETE FROM meta WHERE substr(key, 1, ?) = ?", (len(_REMOVAL), _REMOVAL))


def _note_removal(transaction: Transaction, library: str, path: str) -> None:
    transaction.execute(
        "INSERT INTO meta (key, value) VALUES (?, '') ON CONFLICT (key) DO NOTHING",
        (_REMOVAL + json.dumps([library, path]),),
    )


def _forget_told(transaction: Transaction, root: int) -> None:
    for kind in (_CLOSED, _LEFT_OUT):
        transaction.execute("DELETE FROM meta WHERE key = ?", (kind + str(root),))


def shown(path: bytes) -> str:
    """A path as it can be shown and sent: bytes that are no text are replaced."""
    return path.decode("utf-8", "replace")


def _existing(path: str) -> bytes:
    """The absolute path of a folder or an ordinary file, its links resolved."""
    file = shown(os.fsencode(path))
    try:
        found = Path(path).expanduser().resolve(strict=True)
        mode = found.stat().st_mode
    except RuntimeError as error:  # how Python before 3.13 tells of links that lead to themselves
        raise LibraryError("library_path_missing", file=file, reason=os.strerror(errno.ELOOP)) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise LibraryError("library_path_missing", file=file, reason=str(reason)) from error
    if not stat.S_ISDIR(mode) and not stat.S_ISREG(mode):
        raise LibraryError("library_path_unfit", file=file)
    return os.fsencode(found)


def _json(settings: LibrarySettings) -> str:
    return json.dumps(asdict(settings))


def _settings(text: str) -> LibrarySettings:
    kept = json.loads(text)
    return LibrarySettings(
        kinds=tuple(kept.get("kinds", ())),
        ignore=tuple(kept.get("ignore", ())),
        hidden=bool(kept.get("hidden", False)),
        ocr=bool(kept.get("ocr", False)),
    )
