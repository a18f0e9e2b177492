"""Reading files from outside: a parser process does it, this enforces the limits and gathers what comes.

    with DocumentReader() as reader:
        reading = reader.read_document(path, ReadOptions(), cancelled)

Any process of ours may hold one and use it in any thread. What a file is or isn't never raises.
"""

import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from app.domain.document import PageImage, Reading, ReadOptions
from app.domain.errors import Cancelled, DocumentError, WorkerError
from app.domain.imported import Imported
from app.domain.picture import LONGEST_PX, Picture
from app.ipc.document_file import MEMORY_LIMIT_BYTES, file_name, fingerprint, in_memory, opened_document
from app.ipc.gathered_conversations import GatheredConversations
from app.ipc.gathered_document import GatheredDocument
from app.ipc.gathered_texts import GatheredTexts
from app.ipc.parser_frames import (
    DrawPage,
    FileRequest,
    ReadConversations,
    ReadFile,
    ReadPicture,
    ReadTexts,
    SmallFile,
)
from app.ipc.parser_process import ForkingParser, OneFileParser, ParserGone, ParserProcess
from app.ipc.png import png

CONVERSATIONS_LIMIT_S = 180.0  # years of chats in one file
_TRIES = 2  # a parser process that has died is started anew once


def _never() -> bool:
    return False


def _new_process(ocr: bool) -> ParserProcess:
    return ForkingParser(ocr=ocr) if sys.platform == "linux" else OneFileParser(ocr=ocr)


class DocumentReader:
    """Reads documents and draws their pages, each file in a throw-away process of its own.

    As many parser processes are started as files are read at the same time; on Linux they stay until `close`.
    """

    def __init__(self, start: Callable[[bool], ParserProcess] = _new_process) -> None:
        """`start` makes a parser process, with OCR or without; nothing is started before the first file."""
        self._start = start
        self._lock = threading.Lock()  # guards _idle and _closed: files are read in several threads
        self._idle: dict[bool, list[ParserProcess]] = {False: [], True: []}  # with OCR or without
        self._closed = False

    def __enter__(self) -> "DocumentReader":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def read_document(
        self, path: Path, options: ReadOptions | None = None, cancelled: Callable[[], bool] = _never
    ) -> Reading:
        """Read one file, its pages in order.

        `cancelled` is asked about every 50 ms. Raises Cancelled, and WorkerError when no parser process can be
        started; everything else is an outcome.
        """
        options = options or ReadOptions()
        started = time.monotonic()
        collected = GatheredDocument()
        changed, refused = False, None
        try:
            with opened_document(path) as descriptor:
                before = fingerprint(descriptor)
                request = ReadFile(file_name(path), options)
                self._run(request, _with_path(request, path), descriptor, collected, cancelled)
                changed = fingerprint(descriptor) != before
        except DocumentError as error:
            refused = error
        return collected.reading(time.monotonic() - started, changed=changed, refused=refused)

    def read_texts(
        self, files: Sequence[tuple[str, bytes]], cancelled: Callable[[], bool] = _never
    ) -> list[Reading | None]:
        """Read small files of plain text, given by name and content, all of them in one throw-away process.

        They have the time of one file. None for each that isn't plain text or wasn't read to its end, for whatever
        reason: it is for `read_document`. Raises Cancelled, and WorkerError when no parser process can be started.
        """
        options = ReadOptions()
        request = ReadTexts(tuple(SmallFile(name, len(data)) for name, data in files), options)
        content = b"".join(data for _, data in files)
        gathered = GatheredTexts(len(files))
        with in_memory(content) as descriptor:
            try:
                self._run(
                    request, ReadTexts(request.files, options, content), descriptor, gathered, cancelled
                )
            except WorkerError:
                if not gathered.begun:
                    raise
        return [*gathered.readings, *[None] * (len(files) - len(gathered.readings))]

    def draw_page(
        self,
        path: Path,
        number: int,
        marks: tuple[tuple[int, int], ...] = (),
        width_px: int = 800,
        options: ReadOptions | None = None,
        cancelled: Callable[[], bool] = _never,
    ) -> PageImage:
        """Draw page `number` of a PDF or picture, `width_px` wide.

        Each of `marks` is a range of characters in that page's text; their rectangles come with the picture. Of a
        document that was read by OCR they are known only with `options.ocr`, which takes seconds.
        Raises DocumentError, Cancelled, WorkerError.
        """
        options = options or ReadOptions()
        collected = GatheredDocument()
        with opened_document(path) as descriptor:
            request = DrawPage(file_name(path), number, marks, width_px, options)
            self._run(request, _with_path(request, path), descriptor, collected, cancelled)
        drawn = collected.drawn_pixels()
        data = png(drawn.width, drawn.height, drawn.pixels)
        return PageImage(data, drawn.width, drawn.height, drawn.marks)

    def read_picture(
        self, path: Path, longest_px: int = LONGEST_PX, cancelled: Callable[[], bool] = _never
    ) -> Picture:
        """The pixels of a picture file, made smaller where its longer side has more than `longest_px`.

        Raises DocumentError, Cancelled, WorkerError.
        """
        options = ReadOptions()
        collected = GatheredDocument()
        with opened_document(path) as descriptor:
            request = ReadPicture(file_name(path), longest_px, options)
            self._run(request, _with_path(request, path), descriptor, collected, cancelled)
        drawn = collected.drawn_pixels()
        return Picture(drawn.width, drawn.height, drawn.pixels)

    def read_pasted_picture(
        self, data: bytes, longest_px: int = LONGEST_PX, cancelled: Callable[[], bool] = _never
    ) -> Picture:
        """As `read_picture`, of one that is no file but bytes."""
        if len(data) > MEMORY_LIMIT_BYTES:
            raise DocumentError("document_too_big_file", have_bytes=len(data), limit_bytes=MEMORY_LIMIT_BYTES)
        collected = GatheredDocument()
        request = ReadPicture("", longest_px, ReadOptions())
        with in_memory(data) as descriptor:
            by_pipe = msgspec.structs.replace(request, data=data)
            self._run(request, by_pipe, descriptor, collected, cancelled)
        drawn = collected.drawn_pixels()
        return Picture(drawn.width, drawn.height, drawn.pixels)

    def read_conversations(self, path: Path, cancelled: Callable[[], bool] = _never) -> Imported:
        """The conversations in another program's file, all of them, and the comparisons in one of ours.

        Raises DocumentError when it holds none or can't be read to its end, Cancelled, WorkerError.
        """
        options = ReadOptions(time_limit_s=CONVERSATIONS_LIMIT_S)
        gathered = GatheredConversations()
        with opened_document(path) as descriptor:
            request = ReadConversations(file_name(path), options)
            self._run(request, _with_path(request, path), descriptor, gathered, cancelled)
        return gathered.imported()

    def close(self) -> None:
        """End the parser processes. One that reads a file ends after it."""
        with self._lock:
            self._closed = True
            idle = [process for processes in self._idle.values() for process in processes]
            self._idle = {False: [], True: []}
        for process in idle:
            process.close()

    def _run(
        self,
        request: FileRequest,
        without_descriptor: FileRequest,
        descriptor: int,
        collected: GatheredDocument | GatheredTexts | GatheredConversations,
        cancelled: Callable[[], bool],
    ) -> None:
        """`without_descriptor` is the request for a process that no open file can be handed to."""
        for attempt in range(1, _TRIES + 1):
            process = self._take(request.options.ocr)
            try:
                asked = request if process.forks else without_descriptor
                collected.ended = process.run(asked, descriptor, collected.take, cancelled)
            except ParserGone as error:
                process.kill()
                if collected.begun or attempt == _TRIES:
                    raise WorkerError("parser_not_started") from error
            except Cancelled:
                self._give_back(process, request.options.ocr)
                raise
            except BaseException:
                process.kill()  # it may be in the middle of anything
                raise
            else:
                self._give_back(process, request.options.ocr)
                return

    def _take(self, ocr: bool) -> ParserProcess:
        with self._lock:
            if self._closed:
                raise Cancelled
            if self._idle[ocr]:
                return self._idle[ocr].pop()
        return self._start(ocr)

    def _give_back(self, process: ParserProcess, ocr: bool) -> None:
        with self._lock:
            if process.forks and not self._closed:
                self._idle[ocr].append(process)
                return
        process.close()


def _with_path(request: FileRequest, path: Path) -> FileRequest:
    return msgspec.structs.replace(request, path=str(path))
