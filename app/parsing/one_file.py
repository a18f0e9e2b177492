"""What the process that reads one file, or a few small texts, does: confine itself, read or draw, and answer."""

import os
import time
from collections.abc import Callable

from app.domain.comparison import Comparison
from app.domain.document import DocumentFacts, ReadOptions
from app.domain.errors import DocumentError
from app.ipc.channel import Channel, ChannelClosed
from app.ipc.document_file import SIZE_LIMIT_BYTES
from app.ipc.frames import Frame
from app.ipc.parser_frames import (
    AllRead,
    ComparisonRead,
    ConversationRead,
    DrawPage,
    FactsRead,
    FileRequest,
    NoText,
    PageRead,
    ReadConversations,
    ReadFile,
    ReadPicture,
    ReadTexts,
    TextRead,
)
from app.parsing.output import Enough, Output
from app.sandbox import confine_reader

MEMORY_LIMIT_BYTES = 2 * 1024 * 1024 * 1024
OCR_MEMORY_LIMIT_BYTES = 3 * 1024 * 1024 * 1024


def confine(frame: FileRequest, keep: tuple[int, ...]) -> None:
    """Leave this process what the request needs and nothing else; `keep` stay open."""
    confine_reader(
        memory_bytes=OCR_MEMORY_LIMIT_BYTES if frame.options.ocr else MEMORY_LIMIT_BYTES,
        processor_s=int(time.process_time() + frame.options.patience_s)
        + 1,  # what starting took doesn't count
        keep=keep,
        fonts=isinstance(frame, DrawPage),
    )


def read(channel: Channel, frame: FileRequest, descriptor: int, size_bytes: int) -> None:
    """Read the open file and send what is in it; the last frame says how it ended."""
    if isinstance(frame, ReadTexts):
        read_texts(channel, frame, lambda start, size: os.pread(descriptor, size, start))
    else:
        read_content(channel, frame, lambda: _content(descriptor, size_bytes))


def read_content(
    channel: Channel,
    frame: ReadFile | ReadConversations | ReadPicture | DrawPage,
    content: Callable[[], bytes],
) -> None:
    """Read what `content` gives, as `read` does."""
    from app.parsing import reading  # loaded already
    from app.parsing.conversations import detecting

    answer: Frame = AllRead()
    try:
        data = content()
        if isinstance(frame, ReadFile):
            reading.read(data, frame.name, Output(channel.send, frame.options, reading.read))
        elif isinstance(frame, ReadConversations):
            for one in detecting.read(data, frame.name):
                channel.send(ComparisonRead(one) if isinstance(one, Comparison) else ConversationRead(one))
        elif isinstance(frame, ReadPicture):
            answer = reading.pixels(data, frame)
        else:
            answer = reading.draw(data, frame)
    except Enough:
        pass
    except ChannelClosed:
        raise
    except Exception as error:  # noqa: BLE001 - the process boundary: whatever a library says, it is an answer
        answer = no_text(error)
    channel.send(answer)


def read_texts(channel: Channel, frame: ReadTexts, bytes_at: Callable[[int, int], bytes]) -> None:
    """Read small files one after the other, and answer for each. `bytes_at` gives bytes from a place on."""
    place = 0
    for file in frame.files:
        channel.send(_plain_text(bytes_at(place, file.size_bytes), file.name, frame.options))
        place += file.size_bytes


def _plain_text(data: bytes, name: str, options: ReadOptions) -> Frame:
    from app.parsing import reading  # loaded already

    sent: list[Frame] = []
    try:
        if not reading.read_plain(data, name, Output(sent.append, options, reading.read)):
            return NoText("", {})
    except Enough:
        pass
    except Exception as error:  # noqa: BLE001 - the process boundary: whatever a library says, it is an answer
        return no_text(error)
    facts = [one.facts for one in sent if isinstance(one, FactsRead)]
    pages = tuple(one.page for one in sent if isinstance(one, PageRead))
    return TextRead(facts[-1] if facts else DocumentFacts(""), pages)


def no_text(error: Exception) -> NoText:
    """What an exception says of the file. Only the kind of an unforeseen one travels: its words may be the file's."""
    if isinstance(error, DocumentError):
        return NoText(error.code, dict(error.parameters))
    if isinstance(error, MemoryError):
        return NoText("document_too_much_memory", {})
    return NoText("document_damaged", {"detail": type(error).__name__})


def _content(descriptor: int, size_bytes: int) -> bytes:
    """The file's bytes, as many as it had when it was opened: one that grows would have no end."""
    parts = []
    left = min(size_bytes, SIZE_LIMIT_BYTES)
    while left > 0:
        part = os.read(descriptor, left)
        if not part:
            break
        parts.append(part)
        left -= len(part)
    return parts[0] if len(parts) == 1 else b"".join(parts)
