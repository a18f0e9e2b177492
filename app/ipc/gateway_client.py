"""The gateway as the window or a command sees it: started when first needed, one request at a time.

Lives in the parent. Listeners run on a reader thread of this module and must be quick.
"""

import contextlib
import itertools
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection

from app.ipc.channel import BadFrame, Channel, ChannelClosed
from app.ipc.frames import Cancel, Ending, Failed, JobFrame, Leave
from app.ipc.gateway_frames import Fetch, FromGateway, Send

Listener = Callable[[JobFrame], None]


class GatewayClient:
    """Gives permitted requests to the gateway."""

    def __init__(self, start: "Callable[[], Connection[bytes, bytes]]") -> None:
        """`start` has a gateway started and gives the pipe to it (`SupervisorLink.gateway`)."""
        self._start = start
        self._numbers = itertools.count(1)
        self._lock = threading.Lock()  # guards what follows: the reader thread forgets, others add
        self._channel: Channel | None = None
        self._listeners: dict[int, Listener] = {}

    def submit(self, make_frame: Callable[[int], Send | Fetch], listener: Listener) -> int:
        """Send a request. The last frame that `listener` gets is an Ending, also when the gateway dies.

        Nothing is ever sent twice: a gateway that ended in between is started afresh for the next request only.
        Errors: CloudError gateway_not_started.
        """
        number = next(self._numbers)
        channel = self._opened()
        with self._lock:
            self._listeners[number] = listener
        try:
            channel.send(make_frame(number))
        except ChannelClosed:
            # It had left because nobody asked, and its end wasn't read yet. Nothing was handed over.
            with self._lock:
                self._listeners.pop(number, None)
                if self._channel is channel:
                    self._channel = None
            fresh = self._opened()
            with self._lock:
                self._listeners[number] = listener
            try:
                fresh.send(make_frame(number))
            except ChannelClosed:  # its reader may have ended before it knew of the job
                self._fail(number)
        return number

    def cancel(self, job: int) -> None:
        """Stop a request: what has left has left, and nothing more is read."""
        with self._lock:
            channel = self._channel
        if channel is not None:
            with contextlib.suppress(ChannelClosed):
                channel.send(Cancel(job))

    def close(self) -> None:
        """End the gateway at once, whatever it does."""
        with self._lock:
            channel, self._channel = self._channel, None
        if channel is not None:
            with contextlib.suppress(ChannelClosed):
                channel.send(Leave())

    def _opened(self) -> Channel:
        with self._lock:
            if self._channel is not None:
                return self._channel
        channel = Channel(self._start(), FromGateway)
        with self._lock:
            self._channel = channel
        threading.Thread(target=self._read, args=(channel,), name="from-gateway", daemon=True).start()
        return channel

    def _read(self, channel: Channel) -> None:
        while True:
            try:
                frame = channel.receive()
            except (ChannelClosed, BadFrame):  # a gateway that talks nonsense is left: it ends with its pipe
                break
            if isinstance(frame, JobFrame):
                with self._lock:
                    ended = isinstance(frame, Ending)
                    listener = (
                        self._listeners.pop(frame.job, None) if ended else self._listeners.get(frame.job)
                    )
                if listener is not None:
                    listener(frame)
        channel.close()
        with self._lock:
            if self._channel is channel:
                self._channel = None
            left = list(self._listeners)
        for number in left:
            self._fail(number)

    def _fail(self, number: int) -> None:
        """End a request whose gateway is gone, once."""
        with self._lock:
            listener = self._listeners.pop(number, None)
        if listener is not None:
            listener(Failed(number, "CloudError", "gateway_ended"))
