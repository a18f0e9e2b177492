"""Which libraries there are and which folders and files belong to them. Main thread of the library process."""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from app.domain.errors import LibraryError
from app.domain.library import LibrarySettings
from app.vault.database import Database, Transaction

NAME_LIMIT_CHARS = 200


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

    def set_paused(self, name: str, paused: bool) -> None:
        """Pause or continue one library, or all for an empty name."""
        with self._database.transaction() as transaction:
            transaction.execute(
                "UPDATE libraries SET paused = ?1 WHERE ?2 = '' OR name = ?2", (int(paused), name)
            )

    def remove(self, transaction: Transaction, library: int) -> None:
        """Forget a library. Its documents go with `FileStore.remove_unused`."""
        transaction.execute("DELETE FROM files WHERE library = ?", (library,))
        transaction.execute("DELETE FROM libraries WHERE number = ?", (library,))

    def remove_root(self, transaction: Transaction, root: int) -> None:
        """Forget a root and its files. Their documents go with `FileStore.remove_unused`."""
        transaction.execute("DELETE FROM files WHERE root = ?", (root,))
        transaction.execute("DELETE FROM roots WHERE number = ?", (root,))


def shown(path: bytes) -> str:
    """A path as it can be shown and sent: bytes that are no text are replaced."""
    return path.decode("utf-8", "replace")


def _existing(path: str) -> bytes:
    """The absolute path, its links resolved."""
    try:
        return os.fsencode(Path(path).expanduser().resolve(strict=True))
    except (OSError, RuntimeError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise LibraryError("library_path_missing", file=path, reason=str(reason)) from error


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
