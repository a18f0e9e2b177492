"""The window's or command's way to its supervisor: noticing that it is gone, and asking for the gateway.

One thread of its own reads the pipe; `gateway` may be called from any other thread.
"""

import queue
import threading
from collections.abc import Callable
from multiprocessing import reduction
from multiprocessing.connection import Connection

from app.domain.errors import CloudError

WANT_GATEWAY = b"gateway?"
GATEWAY_STARTED = b"gateway!"
GATEWAY_REFUSED = b"no gateway"
PATIENCE_S = 30.0
LONGEST_ANSWER_BYTES = 64


class SupervisorLink:
    """One pipe to the supervisor."""

    def __init__(self, connection: "Connection[bytes, bytes]", gone: Callable[[], None]) -> None:
        """`gone` is called on the link's own thread once the supervisor has ended."""
        self._connection = connection
        self._gone = gone
        self._asking = threading.Lock()  # one at a time: an answer doesn't say whose it is
        self._answers: queue.SimpleQueue[Connection[bytes, bytes] | None] = queue.SimpleQueue()
        threading.Thread(target=self._listen, name="supervisor", daemon=True).start()

    def gateway(self) -> "Connection[bytes, bytes]":
        """Have a gateway started; the open end of its pipe. Errors: CloudError gateway_not_started."""
        try:
            with self._asking:
                self._connection.send_bytes(WANT_GATEWAY)
                answer = self._answers.get(timeout=PATIENCE_S)
        except (OSError, queue.Empty) as error:
            raise CloudError("gateway_not_started") from error
        if answer is None:
            raise CloudError("gateway_not_started")
        return answer

    def _listen(self) -> None:
        try:
            while True:
                answer = self._connection.recv_bytes(LONGEST_ANSWER_BYTES)
                if answer == GATEWAY_STARTED:
                    self._answers.put(Connection(reduction.recv_handle(self._connection)))
                elif answer == GATEWAY_REFUSED:
                    self._answers.put(None)
        except (EOFError, OSError):
            self._gone()
