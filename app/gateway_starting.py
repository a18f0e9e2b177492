"""The supervisor's one service to its child: starting the gateway, and handing over the pipe that leads to it.

Supervisor process, main thread. The child can't start it: a process without network can only make others
without. No frame and no key passes through here, only the open end of a pipe.
"""

from multiprocessing import connection as pipes
from multiprocessing import reduction
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnContext
from multiprocessing.process import BaseProcess

from app.ipc.supervisor_link import GATEWAY_REFUSED, GATEWAY_STARTED, WANT_GATEWAY
from app.roles import enter

GATEWAY_PATIENCE_S = 3.0
LONGEST_WISH_BYTES = 64


class GatewayStarter:
    """Serves one child (the window or a command) as long as it lives."""

    def __init__(
        self, context: SpawnContext, child_pipe: "Connection[bytes, bytes]", child: BaseProcess
    ) -> None:
        self._context = context
        self._pipe = child_pipe
        self._child = child
        self._gateways: list[BaseProcess] = []
        self._listening = True

    def serve_until_end(self) -> None:
        """Start what is asked for until the child ends. Raises InterruptedError as `join` does."""
        while True:
            watched: list[Connection[bytes, bytes] | int] = [self._child.sentinel]
            if self._listening:
                watched.append(self._pipe)
            ready = pipes.wait(watched)
            if self._pipe in ready:
                self._answer()
            if self._child.sentinel in ready:
                self._child.join()
                return

    def close(self) -> None:
        """End the gateways: their pipe has closed, so they leave by themselves."""
        for gateway in self._gateways:
            gateway.join(GATEWAY_PATIENCE_S)
            if gateway.is_alive():
                gateway.kill()
                gateway.join()

    def _answer(self) -> None:
        try:
            wish = self._pipe.recv_bytes(LONGEST_WISH_BYTES)
        except (EOFError, OSError):  # it is ending, or says what nobody should
            self._listening = False
            return
        if wish != WANT_GATEWAY:
            return
        self._gateways = [gateway for gateway in self._gateways if gateway.is_alive()]
        try:
            self._start()
        except (EOFError, OSError):
            self._listening = self._say(GATEWAY_REFUSED)

    def _start(self) -> None:
        ours, theirs = self._context.Pipe(duplex=True)
        try:
            gateway = self._context.Process(
                target=enter, args=("gateway", theirs), name="hearth-gateway", daemon=True
            )
            gateway.start()
            self._gateways.append(gateway)
            self._pipe.send_bytes(GATEWAY_STARTED)
            pid = self._child.pid
            reduction.send_handle(self._pipe, ours.fileno(), pid)
        finally:
            theirs.close()
            ours.close()

    def _say(self, word: bytes) -> bool:
        try:
            self._pipe.send_bytes(word)
        except OSError:
            return False
        return True
