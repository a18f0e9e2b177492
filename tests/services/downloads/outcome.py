"""The hub's model of the tests of downloads, and what a download must leave behind."""

import random

from app.domain.download import DownloadFacts, Phase
from app.domain.ledger import Outcome
from app.models.shelf_entry import ModelState
from tests.models_app.gguf_writing import Tensor, small_model
from tests.services.downloads.downloads_at_work import DownloadsAtWork

NAME = "small-Q4_K_M.gguf"
ID = "small-gguf"
DISK_BYTES = 24 << 20  # of the small disk


def _model(n_bytes: int = 3_000_000, seed: int = 1) -> bytes:
    """A valid file with tensor data that no two bytes of repeat by chance."""
    model = small_model(n_tensors=0)
    width = n_bytes // 4
    model.tensors = [Tensor("big", (width,), 0, None, random.Random(seed).randbytes(width * 4))]
    return model.build()


MODEL = _model()


def must_be_right(work: DownloadsAtWork, facts: DownloadFacts, data: bytes = MODEL) -> None:
    """The model is on the shelf, the very bytes, and nothing else is left."""
    assert facts.phase is Phase.DONE, facts
    model = work.shelf.get(facts.name)
    assert model.state is ModelState.OK
    assert model.path.read_bytes() == data
    assert not model.is_link
    assert not any(".downloads" in file for file in work.files)


def why_absent(work: DownloadsAtWork, facts: DownloadFacts) -> str:
    """The reason for which it failed; no model is there."""
    assert facts.phase is Phase.FAILED
    assert facts.error is not None
    assert work.shelf.list() == []
    return facts.error.code


def must_be_counted(work: DownloadsAtWork) -> None:
    """Every byte of the files that the hub sent is in the ledger, and nothing was sent but requests."""
    entries = [entry for entry in work.ledger if "list of files" not in entry.model]
    assert sum(entry.received_bytes for entry in entries) == work.hub.sent_bytes
    for entry in work.ledger:
        assert (entry.purpose, entry.sent_bytes, entry.provider) == ("download_model", 0, "localhost")
        assert entry.allowed_by == "a test"
        assert entry.outcome is not Outcome.OPEN
