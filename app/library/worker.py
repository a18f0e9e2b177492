"""The library worker: owns `library.db`, does the jobs of `app.ipc.library_frames`, works on between them.

The process is sealed from the network before this module is imported. The first frame, which names the
database, is received here before any thread starts: then everything but the profile's folder is closed to it for
writing, and every program but Python for starting (Linux). It must be able to read wherever a person's files lie.
"""

import multiprocessing
import os
import queue
import signal
import tempfile
from multiprocessing.connection import Connection
from pathlib import Path

from app.ipc.channel import BadFrame, ChannelClosed, FirstFrameChannel
from app.ipc.frames import Hello, JobFrame
from app.ipc.library_frames import OpenLibrary, ToLibrary
from app.ipc.worker import EXIT_BAD_FRAME, EXIT_PARENT_GONE, run_worker
from app.sandbox import SealReport, confine_library


def run(connection: "Connection[bytes, bytes]", seal_report: SealReport) -> None:
    """Serve one parent over `connection` until it is gone. Never returns."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to judge, also before the loop
    _may_have_children()
    channel = FirstFrameChannel(connection, ToLibrary)
    try:
        channel.send(
            Hello("library", os.getpid(), seal=seal_report.level.value, seal_reason=seal_report.reason)
        )
        first = channel.wait_for_first()
    except ChannelClosed:
        os._exit(EXIT_PARENT_GONE)
    except BadFrame:
        os._exit(EXIT_BAD_FRAME)
    if isinstance(first, OpenLibrary):
        confine_library(Path(first.path).parent)
        # No temporary file is wanted here; torch asks for the folder's name all the same.
        tempfile.tempdir = os.path.join(os.devnull, "none")
    # OpenBLAS's threads look for more work for 2**26 ticks after each product: 60 ms of a core after each search,
    # which has one product only. They may sleep at once.
    os.environ["OPENBLAS_THREAD_TIMEOUT"] = "16"
    from app.library.handler import LibraryWorker  # late: brings NumPy, which starts threads

    waiting: queue.SimpleQueue[JobFrame | None] = queue.SimpleQueue()
    worker = LibraryWorker(channel, waiting)
    run_worker(channel, worker, waiting=waiting, between=worker.between)


def _may_have_children() -> None:
    """WORKAROUND: multiprocessing refuses children to a process that ends with its parent ("daemon"). The parser
    is one, and ends by itself when this process is gone.
    """
    multiprocessing.current_process()._config["daemon"] = False  # type: ignore[attr-defined]
