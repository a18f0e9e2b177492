"""A hub on loopback that speaks TLS: lists a repository and hands out its files, well or as badly as a test says.

Files come from another port, as a hub's come from its content network. Every request is written down.
"""

import contextlib
import hashlib
import json
import re
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from tests.gateway.authority import Authority
from tests.gateway.loopback import call_until_gone

COMMIT = "c0ffee" + "0" * 34
REPOSITORY = "makers/small-GGUF"
PATIENCE_S = 60.0
STALL_S = 120.0  # nothing that passes waits so long
PIECE = 64 * 1024

Behaviour = Callable[["Asked"], "bytes | None"]


@dataclass(frozen=True)
class Asked:
    """One request for a file: its name, where it is to begin, and how often it was asked for before."""

    path: str
    first: int
    times: int
    line: ssl.SSLSocket = field(compare=False)


class Door:
    """One listening port. Each connection is served by a thread of its own."""

    def __init__(self, context: ssl.SSLContext, serve: Callable[[ssl.SSLSocket, bytes], None]) -> None:
        self.requests: list[bytes] = []
        self._context = context
        self._serve = serve
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self._closing = False
        self._threads: list[threading.Thread] = []
        self._open: list[socket.socket] = []
        self._thread = threading.Thread(target=self._accept, name="model-hub")
        self._thread.start()

    def close(self) -> None:
        """Stop; no thread is left."""
        self._closing = True
        for opened in self._open:
            with contextlib.suppress(OSError):
                opened.shutdown(socket.SHUT_RDWR)
        call_until_gone(self._thread, self.port)
        for thread in self._threads:
            thread.join()
        self._listener.close()

    def _accept(self) -> None:
        while True:
            opened, _ = self._listener.accept()
            if self._closing:
                opened.close()
                return
            self._open.append(opened)
            thread = threading.Thread(target=self._talk, args=(opened,), name="model-hub")
            self._threads.append(thread)
            thread.start()

    def _talk(self, opened: socket.socket) -> None:
        opened.settimeout(PATIENCE_S)
        with (
            contextlib.suppress(OSError),
            opened,
            self._context.wrap_socket(opened, server_side=True) as line,
        ):
            self._open.append(line)
            request = b""
            while b"\r\n\r\n" not in request:
                piece = line.recv(65536)
                if not piece:
                    return
                request += piece
            self.requests.append(request)
            self._serve(line, request)


class ModelHub:
    """Attributes: `files` it has; `hub` and `content`: its two doors; `sent_bytes` of files, over all requests.

    `behave` may answer a request for a file itself: with bytes for the whole reply, or with None after it has
    written what it wants to the line; by default (`well`) files are handed out as they should be.
    """

    def __init__(self, authority: Authority, files: dict[str, bytes]) -> None:
        self.files = files
        self.behave: Behaviour = self.well
        self.location = ""  # instead of the content door
        self.sent_bytes = 0
        self.listed: dict[str, object] | None = None
        self._times: dict[str, int] = {}
        context = authority.context()
        self.content = Door(context, self._hand_out)
        self.hub = Door(context, self._answer)

    @property
    def address(self) -> str:
        """Where the hub is."""
        return f"https://localhost:{self.hub.port}"

    def close(self) -> None:
        """Stop both doors."""
        self.hub.close()
        self.content.close()

    def starts(self) -> list[int]:
        """Where each request for bytes was to begin."""
        return [_first(request) for request in self.content.requests]

    def listing(self) -> dict[str, object]:
        """The repository as the hub's own metadata tell it."""
        siblings = []
        for path, data in self.files.items():
            git_id = hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
            one: dict[str, object] = {"rfilename": path, "size": len(data), "blobId": git_id}
            if path.endswith((".gguf", ".safetensors")):
                one["lfs"] = {
                    "sha256": hashlib.sha256(data).hexdigest(),
                    "size": len(data),
                    "pointerSize": 134,
                }
            siblings.append(one)
        return {"id": REPOSITORY, "sha": COMMIT, "siblings": siblings, "private": False, "tags": ["gguf"]}

    def well(self, asked: Asked) -> bytes | None:
        """Hand the file out as it should be."""
        return self.reply(asked, self.files[asked.path])

    @contextlib.contextmanager
    def stalling(self, n_bytes: int) -> Iterator[None]:
        """Within this each request for a file gets so many bytes of its reply, and then none; after it all is well."""
        ended = threading.Event()

        def stall(asked: Asked) -> bytes | None:
            self.send(asked.line, self.reply(asked, self.files[asked.path])[:n_bytes])
            ended.wait(STALL_S)
            return None

        self.behave = stall
        try:
            yield
        finally:
            self.behave = self.well
            ended.set()

    def reply(self, asked: Asked, data: bytes, *, ranges: bool = True, announced: int = -1) -> bytes:
        """A reply with `data`, or the rest of it from where was asked."""
        first = asked.first if ranges else 0
        body = data[first:]
        length = len(body) if announced < 0 else announced
        status = (
            f"206 Partial Content\r\nContent-Range: bytes {first}-{len(data) - 1}/{len(data)}"
            if first
            else "200 OK"
        )
        tag = hashlib.sha256(data).hexdigest()
        head = f'HTTP/1.1 {status}\r\nContent-Type: application/octet-stream\r\nETag: "{tag}"\r\n'
        return f"{head}Content-Length: {length}\r\n\r\n".encode() + body

    def send(self, line: ssl.SSLSocket, reply: bytes) -> None:
        """Write a reply in pieces, and count what of it is a file's."""
        head, _, body = reply.partition(b"\r\n\r\n")
        line.sendall(head + b"\r\n\r\n")
        for start in range(0, len(body), PIECE):
            piece = body[start : start + PIECE]
            line.sendall(piece)
            self.sent_bytes += len(piece)

    def _answer(self, line: ssl.SSLSocket, request: bytes) -> None:
        path = _path(request)
        if path.startswith(f"/api/models/{REPOSITORY}/revision/"):
            body = json.dumps(self.listing() if self.listed is None else self.listed).encode()
            line.sendall(_reply("200 OK", body, "application/json; charset=utf-8"))
        elif path.startswith(f"/{REPOSITORY}/resolve/{COMMIT}/") and _file(path) in self.files:
            location = (
                self.location or f"https://localhost:{self.content.port}/xet{path}?Signature=a%2Fb&Expires=1"
            )
            line.sendall(_reply("302 Found", b"", "text/plain", f"Location: {location}\r\n"))
        else:
            line.sendall(_reply("404 Not Found", b"Entry not found", "text/plain"))

    def _hand_out(self, line: ssl.SSLSocket, request: bytes) -> None:
        path = _file(_path(request))
        times = self._times.get(path, 0)
        self._times[path] = times + 1
        reply = self.behave(Asked(path, _first(request), times, line))
        if reply is not None:
            self.send(line, reply)


def _reply(status: str, body: bytes, kind: str, extra: str = "") -> bytes:
    return (
        f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n{extra}\r\n".encode()
        + body
    )


def _path(request: bytes) -> str:
    return request.split(b" ", 2)[1].decode()


def _file(path: str) -> str:
    """A file's path in the repository, from that of a request at either door."""
    plain = path.partition("?")[0]
    return plain.partition(f"/resolve/{COMMIT}/")[2].replace("%20", " ") or plain.removeprefix("/")


def _first(request: bytes) -> int:
    found = re.search(rb"\r\nRange: bytes=(\d+)-\r\n", request)
    return int(found[1]) if found else 0


@contextlib.contextmanager
def model_hub(authority: Authority, files: dict[str, bytes]) -> Iterator[ModelHub]:
    """A hub for the block."""
    hub = ModelHub(authority, files)
    try:
        yield hub
    finally:
        hub.close()
