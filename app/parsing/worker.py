"""The parser process: loads the libraries once, then has each file read in a process that is thrown away.

The process itself never looks into a file: on Linux it forks one that does (`app.parsing.forked_reader`). Where
processes can't be forked, it reads a single file by its path, a pasted picture, or a few small texts, confined as far
as the system can, and is gone.
"""

import gc
import os
import signal
import sys
from multiprocessing.connection import Connection
from pathlib import Path

from app.domain.errors import DocumentError
from app.ipc.channel import BadFrame, Channel, ChannelClosed
from app.ipc.document_file import opened_document
from app.ipc.frames import Frame, Hello, Leave
from app.ipc.parser_frames import FileRequest, ReadPicture, ReadTexts, ToParser
from app.ipc.worker import EXIT_BAD_FRAME, EXIT_PARENT_GONE
from app.parsing import one_file
from app.sandbox import SealReport, load_reader_confinement


def run(connection: "Connection[bytes, bytes]", seal_report: SealReport, ocr: bool = False) -> None:
    """Serve one parent over `connection` until it is gone. Never returns.

    `ocr` loads what reads words in pictures as well.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to judge
    from app.parsing import reading  # late: brings the libraries, after the process is sealed
    from app.parsing.conversations import detecting  # noqa: F401 - loaded before a process is confined

    load_reader_confinement()
    reading.load_libraries()
    if ocr:
        os.environ["OPENBLAS_NUM_THREADS"] = "1"  # a thread wouldn't be there in the forked processes
        from app.parsing import ocr as words_in_pictures  # late: heavy, and for those who want it only
        from app.parsing import pdf_ocr  # noqa: F401 - can't be loaded any more once a process is confined

        words_in_pictures.load()
    gc.collect()
    gc.freeze()  # what is loaded is shared with the forked processes; the collector would copy it
    channel = Channel(connection, ToParser)
    try:
        channel.send(
            Hello("parser", os.getpid(), seal=seal_report.level.value, seal_reason=seal_report.reason)
        )
        while True:
            _serve(channel, connection, channel.receive())
    except ChannelClosed:
        os._exit(EXIT_PARENT_GONE)
    except BadFrame:
        os._exit(EXIT_BAD_FRAME)


def _serve(channel: Channel, connection: "Connection[bytes, bytes]", frame: Frame) -> None:
    if isinstance(frame, Leave):
        os._exit(EXIT_PARENT_GONE)
    if not isinstance(frame, FileRequest):
        return  # a Stop that came after the end
    if isinstance(frame, ReadTexts) and frame.data:
        data = frame.data
        one_file.confine(frame, (connection.fileno(),))
        one_file.read_texts(channel, frame, lambda start, size: data[start : start + size])
        os._exit(EXIT_PARENT_GONE)
    if isinstance(frame, ReadPicture) and frame.data:
        picture = frame.data
        one_file.confine(frame, (connection.fileno(),))
        one_file.read_content(channel, frame, lambda: picture)
        os._exit(EXIT_PARENT_GONE)
    if frame.path:
        _read_by_path(channel, connection.fileno(), frame)
        os._exit(EXIT_PARENT_GONE)
    if sys.platform == "linux":
        from app.parsing import forked_reader  # late: only where processes are forked

        forked_reader.serve(channel, connection, frame)
    else:
        raise BadFrame("a request without a path")


def _read_by_path(channel: Channel, answers: int, frame: FileRequest) -> None:
    """Read in this process, which can't be used afterwards."""
    try:
        with opened_document(Path(frame.path)) as descriptor:
            size = os.fstat(descriptor).st_size
            one_file.confine(frame, (descriptor, answers))
            one_file.read(channel, frame, descriptor, size)
    except DocumentError as error:  # it was another file when it was opened the first time
        channel.send(one_file.no_text(error))
