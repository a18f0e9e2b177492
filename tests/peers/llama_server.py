"""llama.cpp's own server on loopback, in a process of its own: `python -m tests.peers.llama_server MODEL`.

Prints its port as the first line, then serves until it is ended.
"""

import contextlib
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.end2end.program import PATIENCE_S, ROOT

NAME = "lighthouse-model"
CONTEXT_TOKENS = 1024


def serve(model: str) -> None:
    """Load the model and answer. Never returns."""
    from app.sandbox.matrix_tiles import refuse_matrix_tiles  # before llama.cpp asks what the processor has

    if sys.platform == "linux":
        refuse_matrix_tiles()
    import uvicorn
    from llama_cpp.server.app import create_app
    from llama_cpp.server.settings import ModelSettings, ServerSettings

    listener = socket.create_server(("127.0.0.1", 0))
    loaded = ModelSettings(model=model, model_alias=NAME, n_ctx=CONTEXT_TOKENS, n_threads=1, verbose=False)
    app = create_app(server_settings=ServerSettings(), model_settings=[loaded])
    print(listener.getsockname()[1], flush=True)
    uvicorn.Server(uvicorn.Config(app, log_level="warning")).run(sockets=[listener])


@contextlib.contextmanager
def llama_server(model: Path) -> Iterator[int]:
    """The port of a server with `model`, for the block."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.peers.llama_server", str(model)],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        told = process.stdout.readline().strip()
        if not told.isdigit():
            raise AssertionError(f"the server didn't start: {process.communicate(timeout=PATIENCE_S)[1]}")
        yield int(told)
    finally:
        process.kill()
        process.communicate(timeout=PATIENCE_S)


if __name__ == "__main__":
    serve(sys.argv[1])
