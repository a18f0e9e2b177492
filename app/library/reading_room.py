"""Threads that hash files and have them read, cut and split into words. Nothing here touches the database."""

import hashlib
import os
import queue
import stat
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from app.domain.chunking import pieces
from app.domain.document import Reading, ReadOptions
from app.domain.errors import Cancelled, HearthError
from app.domain.library import Parameter
from app.library.file_store import NewPassage, Waiting, ending
from app.library.language import language_of
from app.library.library_store import shown
from app.library.words import passage_words

_BLOCK_BYTES = 1 << 20
LARGEST_BYTES = 1 << 30
# Files that may be read several at once, and how many (docs/decisions/0031).
SMALL_BYTES = 256 * 1024
TOGETHER = 64
TOGETHER_BYTES = 1 << 20


class Reader(Protocol):
    """What turns a file into pages: `app.ipc.reading.DocumentReader`."""

    def read_document(self, path: Path, options: ReadOptions, cancelled: Callable[[], bool]) -> Reading: ...

    def read_texts(
        self, files: Sequence[tuple[str, bytes]], cancelled: Callable[[], bool]
    ) -> Sequence[Reading | None]: ...


@dataclass(frozen=True, slots=True)
class FileRead:
    """What came of one file. With a `code` it could not be hashed; without a `reading` its hash is known."""

    file: Waiting
    hash: bytes = b""
    reading: Reading | None = None
    passages: list[NewPassage] = field(default_factory=list)
    code: str = ""
    params: dict[str, Parameter] = field(default_factory=dict)


def together(files: Sequence[Waiting]) -> list[list[Waiting]]:
    """Tasks for a reading thread: small files together, larger ones alone; in the order of their first files."""
    tasks: list[list[Waiting]] = []
    group: list[Waiting] = []
    group_bytes = 0
    for file in files:
        if not 0 < file.size_bytes <= SMALL_BYTES:
            tasks.append([file])
            continue
        if not group or len(group) == TOGETHER or group_bytes + file.size_bytes > TOGETHER_BYTES:
            tasks.append(group := [])
            group_bytes = 0
        group.append(file)
        group_bytes += file.size_bytes
    return tasks


class ReadingRoom:
    """Reads the files it is given, a few at a time.

    Attributes:
        results: what has been read, for the main thread: one list for each task.
        passwords: those that are tried on files that need one; in memory only.
    """

    def __init__(
        self, reader: Reader, is_known: Callable[[bytes], bool], done: Callable[[], None], threads: int
    ) -> None:
        """`is_known(hash)` and `done()` are called on the reading threads."""
        self.results: queue.SimpleQueue[list[FileRead]] = queue.SimpleQueue()
        self._reader = reader
        self._is_known = is_known
        self._done = done
        self.passwords: tuple[str, ...] = ()
        self._tasks: queue.SimpleQueue[list[Waiting]] = queue.SimpleQueue()
        self._stopped = threading.Event()
        for number in range(threads):
            threading.Thread(target=self._work, name=f"reading-{number}", daemon=True).start()

    def give(self, files: list[Waiting]) -> None:
        """Have files read; see `together`."""
        self._tasks.put(files)

    def try_password(self, password: str) -> None:
        """Try this password, too, on files that need one; it is kept in memory only."""
        self.passwords = tuple(dict.fromkeys((*self.passwords, password)))

    def _work(self) -> None:
        while True:
            files = self._tasks.get()
            try:
                found = self._read_together(files) if len(files) > 1 else {}
                self.results.put([found.get(file.number) or self._read_alone(file) for file in files])
            except Cancelled:
                return
            self._done()

    def _read_alone(self, file: Waiting) -> FileRead:
        try:
            return self._read(file)
        except Cancelled:
            raise
        except HearthError as error:
            return FileRead(file, code=error.code, params=dict(error.parameters))
        except Exception as error:  # noqa: BLE001 - thread boundary: one file must not stop the others
            return FileRead(file, code="document_crashed_reader", params={"exception": type(error).__name__})

    def _read_together(self, files: list[Waiting]) -> dict[int, FileRead]:
        """By number those of the files that could be read several at once; the others are to be read alone."""
        found: dict[int, FileRead] = {}
        asked: list[tuple[Waiting, bytes]] = []
        texts: list[tuple[str, bytes]] = []
        for file in files:
            data = _small_content(file.path)
            if not data:
                continue
            hash_ = _full_hash(hashlib.sha256(data).digest(), file.path, file.ocr)
            if self._is_known(hash_) and not self.passwords:
                found[file.number] = FileRead(file, hash_)
            else:
                asked.append((file, hash_))
                texts.append((shown(os.path.basename(file.path)), data))
        if not texts:
            return found
        try:
            readings = self._reader.read_texts(texts, self._stopped.is_set)
            for (file, hash_), reading in zip(asked, readings, strict=True):
                if reading is not None:
                    found[file.number] = FileRead(file, hash_, reading, passages_of(reading))
        except Cancelled:
            raise
        except Exception:  # noqa: BLE001 - thread boundary; read alone, the file whose fault it is will be named
            return found
        return found

    def _read(self, file: Waiting) -> FileRead:
        try:
            before = _state(file.path)
            hash_ = content_hash(file.path, file.ocr)
        except OSError as error:
            return FileRead(
                file, code="document_unreadable", params={"reason": error.strerror or type(error).__name__}
            )
        if self._is_known(hash_) and not self.passwords:
            return FileRead(file, hash_)
        options = ReadOptions(passwords=self.passwords, ocr=file.ocr)
        reading = self._reader.read_document(Path(os.fsdecode(file.path)), options, self._stopped.is_set)
        if _changed(file.path, before):
            # These words may not be those of the bytes that were hashed: no other file may come to share them.
            hash_ = hashlib.sha256(hash_ + os.urandom(16)).digest()
        return FileRead(file, hash_, reading, passages_of(reading))


def _state(path: bytes) -> tuple[int, int, int]:
    """What changes when a file is written to. Raises OSError."""
    status = os.stat(path)
    return status.st_size, status.st_mtime_ns, status.st_ino


def _changed(path: bytes, before: tuple[int, int, int]) -> bool:
    """Whether a file was written to since, or has gone."""
    try:
        return _state(path) != before
    except OSError:
        return True


def content_hash(path: bytes, ocr: bool) -> bytes:
    """SHA-256 over the file's bytes, its ending and how it is to be read. Raises OSError.

    Two files may share what was read only when all three are the same: the ending is a hint to the reader.
    """
    digest = hashlib.sha256()
    with open(path, "rb", buffering=0, opener=_without_waiting) as file:
        while block := file.read(_BLOCK_BYTES):
            digest.update(block)
            if file.tell() > LARGEST_BYTES:
                break  # the reader refuses it, whatever follows
    return _full_hash(digest.digest(), path, ocr)


def _full_hash(digest: bytes, path: bytes, ocr: bool) -> bytes:
    return hashlib.sha256(digest + ending(path) + (b"|ocr" if ocr else b"|")).digest()


def _small_content(path: bytes) -> bytes:
    """What is in an ordinary file that is still small; empty for any other."""
    try:
        with open(path, "rb", buffering=0, opener=_without_waiting) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return b""
            data = file.read(SMALL_BYTES + 1)
    except OSError:
        return b""
    return data if len(data) <= SMALL_BYTES else b""


def _without_waiting(path: str, flags: int) -> int:
    """Open without waiting for the other end, should the file have become a pipe since it was looked at."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def passages_of(reading: Reading) -> list[NewPassage]:
    """The passages of a document with their words."""
    texts = {page.number: page.text for page in reading.pages}
    found: list[NewPassage] = []
    language = ""
    for piece in pieces(reading.pages) if not reading.reason else ():
        text = texts[piece.page][piece.start : piece.end]
        # Too short to tell: most likely the language of what came before.
        language = language_of(text) or language
        words = passage_words(piece.headings, text, language)
        found.append(
            NewPassage(
                piece.page,
                piece.start,
                piece.end,
                language,
                piece.headings,
                text,
                " ".join(words),
                len(words),
            )
        )
    return found
