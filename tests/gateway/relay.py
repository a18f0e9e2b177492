"""What a proxy does once it has let somebody through: bytes to and fro between two connections."""

import contextlib
import socket
import threading

SILENCE_S = 60.0


def relay(opened: socket.socket, target_port: int, passed_on: bytearray) -> None:
    """Connect `opened` with a port of this computer until both have ended; what came from `opened` is kept."""
    with socket.create_connection(("127.0.0.1", target_port), SILENCE_S) as target:
        back = threading.Thread(target=_pump, args=(target, opened), name="proxy-back")
        back.start()
        _pump(opened, target, passed_on)
        back.join()


def _pump(source: socket.socket, sink: socket.socket, copy: bytearray | None = None) -> None:
    with contextlib.suppress(OSError):
        while piece := source.recv(65536):
            if copy is not None:
                copy += piece
            sink.sendall(piece)
    with contextlib.suppress(OSError):
        sink.shutdown(socket.SHUT_WR)
