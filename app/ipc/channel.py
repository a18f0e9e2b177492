"""One end of a pipe that carries typed frames. Any thread may send; one thread receives."""

import threading
from multiprocessing.connection import Connection

import msgspec

from app.ipc.frames import Frame

FRAME_LIMIT_BYTES = 64 * 1024 * 1024  # a whole long conversation fits; more is a mistake or an attack


class ChannelClosed(Exception):
    """The other end is gone."""


class BadFrame(Exception):
    """Bytes arrived that are no frame of this conversation. The other end can't be trusted any more."""


class Channel:
    """Sends and receives frames over one `Connection`.

    `receives` is the union of frame types that may arrive. `send` holds a lock, because deltas and
    progress come from different threads and `send_bytes` isn't atomic above one pipe buffer.
    """

    def __init__(self, connection: "Connection[bytes, bytes]", receives: object) -> None:
        self._connection = connection
        self._encoder = msgspec.msgpack.Encoder()
        self._decoder: msgspec.msgpack.Decoder[Frame] = msgspec.msgpack.Decoder(receives)
        self._send_lock = threading.Lock()

    def send(self, frame: Frame) -> None:
        """Send one frame. Raises ChannelClosed when the other end is gone."""
        data = self._encoder.encode(frame)
        try:
            with self._send_lock:
                self._connection.send_bytes(data)
        except (OSError, ValueError) as error:
            raise ChannelClosed from error

    def receive(self) -> Frame:
        """Wait for the next frame. Raises ChannelClosed at end-of-file, BadFrame for anything else."""
        try:
            data = self._connection.recv_bytes(FRAME_LIMIT_BYTES)
        except EOFError as error:
            raise ChannelClosed from error
        except OSError as error:
            # recv_bytes raises OSError("bad message length") for a frame over the limit and closes the pipe.
            if "bad message length" in str(error):
                raise BadFrame("frame over the limit") from error
            raise ChannelClosed from error
        try:
            return self._decoder.decode(data)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise BadFrame(str(error)) from error

    def close(self) -> None:
        """Close this end; the other end reads end-of-file. Only from the thread that receives."""
        self._connection.close()


class FirstFrameChannel(Channel):
    """A channel whose first frame can be looked at before a worker's loop gets it."""

    def __init__(self, connection: "Connection[bytes, bytes]", receives: object) -> None:
        super().__init__(connection, receives)
        self._first: Frame | None = None

    def wait_for_first(self) -> Frame:
        """The first frame; `receive` will return it once more."""
        self._first = super().receive()
        return self._first

    def receive(self) -> Frame:
        first, self._first = self._first, None
        return super().receive() if first is None else first
