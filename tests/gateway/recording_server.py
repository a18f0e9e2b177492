"""A server on loopback that writes down every byte it gets, after TLS, and answers what the test says."""

import contextlib
import json
import socket
import ssl
from collections.abc import Callable, Iterable, Iterator

from tests.gateway.loopback import Loopback

SILENCE_S = 60.0
Answer = Callable[[bytes], Iterable[bytes]]
"""From a whole request to the pieces of its answer, sent one by one."""


def reply(body: bytes, kind: str = "text/event-stream", status: str = "200 OK", extra: str = "") -> bytes:
    """A whole answer with this body."""
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n{extra}\r\n"
    return head.encode() + body


def stream(*data: object, status: str = "200 OK") -> bytes:
    """A whole answer of server-sent events, as OpenAI's format ends them."""
    lines = [f"data: {one if isinstance(one, str) else json.dumps(one)}\n\n" for one in data]
    return reply("".join(lines).encode(), status=status)


def chunk(text: str, finish: str | None = None) -> dict[str, object]:
    """One chunk of OpenAI's format."""
    return {"choices": [{"index": 0, "delta": {"content": text}, "finish_reason": finish}]}


GOOD = stream(
    chunk("Good "),
    chunk("evening.", "stop"),
    {"choices": [], "usage": {"prompt_tokens": 7, "completion_tokens": 3}},
    "[DONE]",
)
MODELS = reply(
    json.dumps({"object": "list", "data": [{"id": "big-1"}, {"id": "small-2"}]}).encode(), "application/json"
)


class RecordingServer(Loopback):
    """Attributes: `connections` opened so far; `requests`, each as its plain bytes; `port`."""

    def __init__(self, answer: Answer, context: ssl.SSLContext | None) -> None:
        self.connections = 0
        self.requests: list[bytes] = []
        self._answer = answer
        self._context = context
        super().__init__(SILENCE_S)

    @property
    def bodies(self) -> list[bytes]:
        """The bodies of the requests."""
        return [request.partition(b"\r\n\r\n")[2] for request in self.requests]

    def _talk(self, opened: socket.socket) -> None:
        self.connections += 1
        if self._context is not None:
            with self._context.wrap_socket(opened, server_side=True) as line:
                self._answer_on(line)
        else:
            self._answer_on(opened)

    def _answer_on(self, line: socket.socket) -> None:
        request = read_request(line)
        if not request:
            return
        self.requests.append(request)
        for piece in self._answer(request):
            line.sendall(piece)


def read_request(line: socket.socket) -> bytes:
    """A whole request; what there is of it where the line ends before."""
    found = b""
    while b"\r\n\r\n" not in found:
        piece = line.recv(65536)
        if not piece:
            return found
        found += piece
    head, _, body = found.partition(b"\r\n\r\n")
    length = next(
        (
            int(field.partition(b":")[2])
            for field in head.split(b"\r\n")
            if field.lower().startswith(b"content-length:")
        ),
        0,
    )
    while len(body) < length:
        body += line.recv(65536)
    return head + b"\r\n\r\n" + body


@contextlib.contextmanager
def serving(answer: bytes | Answer, context: ssl.SSLContext | None) -> Iterator[RecordingServer]:
    """A server for the block: with TLS where a context is given."""
    server = RecordingServer((lambda _: [answer]) if isinstance(answer, bytes) else answer, context)
    try:
        yield server
    finally:
        server.close()
