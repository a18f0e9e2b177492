"""The typesetter's loop: one frame in, one frame out, in the only thread.

Rules and fonts are loaded first; then files, programs, threads and sockets are refused to the process, and only
then it sees a word of what a model wrote. Whoever asks ends it when it takes too long.
"""

import os
import signal
from multiprocessing.connection import Connection

from app.ipc.channel import BadFrame, Channel, ChannelClosed
from app.ipc.frames import Failed, Frame, Hello, Leave
from app.ipc.typesetter_frames import CodeColoured, ColourCode, DrawFormula, FormulaDrawn, ToTypesetter
from app.ipc.worker import EXIT_BAD_FRAME, EXIT_PARENT_GONE
from app.sandbox import SealReport, confine_reader, load_reader_confinement

MEMORY_BYTES = 1 << 30
PROCESSOR_S = 600  # in all: it is ended long before, when nobody has asked for a while


def run(connection: "Connection[bytes, bytes]", seal_report: SealReport) -> None:
    """Serve one parent over `connection` until it is gone. Never returns."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from app.typesetting import code_colours, formula  # late: heavy, after the process is sealed

    load_reader_confinement()
    code_colours.prepare()
    formula.prepare()
    channel = Channel(connection, ToTypesetter)
    try:
        channel.send(
            Hello("typesetter", os.getpid(), seal=seal_report.level.value, seal_reason=seal_report.reason)
        )
        confine_reader(memory_bytes=MEMORY_BYTES, processor_s=PROCESSOR_S, keep=(connection.fileno(),))
        while True:
            frame = channel.receive()
            if isinstance(frame, Leave):
                os._exit(EXIT_PARENT_GONE)
            channel.send(_answer(frame))
    except ChannelClosed:
        os._exit(EXIT_PARENT_GONE)
    except BadFrame:
        os._exit(EXIT_BAD_FRAME)


def _answer(frame: Frame) -> Frame:
    from app.typesetting import code_colours, formula  # late: as above

    if isinstance(frame, DrawFormula):
        return FormulaDrawn(frame.job, formula.outline(frame.source, frame.display))
    if not isinstance(frame, ColourCode):
        raise BadFrame(type(frame).__name__)
    try:
        return CodeColoured(frame.job, code_colours.colours(frame.text, frame.language))
    except Exception as error:  # noqa: BLE001 - the process boundary: a lexer's bug ends the job, not the worker
        return Failed(frame.job, kind="Bug", code="bug", parameters={"exception": type(error).__name__})
