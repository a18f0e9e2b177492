"""Seals and confines itself like the inference process, then loads the engine and tries the rest of the disk.

python -m tests.sandbox.confined_engine MODEL
"""

# ruff: noqa: PLW0108 - written as lambdas, all attempts look alike

import errno
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

from app import sandbox


def _error_of(action: Callable[[], object]) -> str:
    try:
        action()
    except OSError as error:
        return errno.errorcode[error.errno or 0]
    return "done"


def main() -> None:
    model = Path(sys.argv[1])
    sandbox.harden_process()
    sandbox.seal_network(local_sockets=False)
    assert sandbox.confine_inference(model, graphics=False) > 0

    # Late on purpose: all of it is found and loaded under the restrictions.
    import decimal  # noqa: F401
    import sqlite3  # noqa: F401

    import llama_cpp

    llama_cpp.llama_backend_init()
    parameters = llama_cpp.llama_model_default_params()
    parameters.vocab_only = True
    loaded = llama_cpp.llama_model_load_from_file(str(model).encode(), parameters)
    tokens = llama_cpp.llama_vocab_n_tokens(llama_cpp.llama_model_get_vocab(loaded)) if loaded else 0
    answers = {
        "answer": tokens,
        "diary": _error_of(lambda: (Path.home() / "diary.txt").read_text()),
        "listing": _error_of(lambda: os.listdir(Path.home())),
        "other_model": _error_of(lambda: model.with_name("other.gguf").read_bytes()),
        "temporary": _error_of(lambda: Path("/tmp/hearth-confined").write_bytes(b"")),
        "program": _error_of(lambda: os.execv(sys.executable, [sys.executable, "-c", "pass"])),
    }
    print(json.dumps(answers))


if __name__ == "__main__":
    main()
