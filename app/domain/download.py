"""A download as a person sees it. Pure values; any process."""

import enum
from dataclasses import dataclass

from app.domain.errors import HearthError


class Phase(enum.StrEnum):
    """What is being done about a download."""

    WAITING = "waiting"  # for another one
    ASKING = "asking"  # which files there are
    LOADING = "loading"
    CHECKING = "checking"  # what is here already, or whether all is right
    PAUSED = "paused"
    FAILED = "failed"  # it can be taken up again
    DONE = "done"


@dataclass(frozen=True, slots=True)
class DownloadFacts:
    """One download.

    Attributes:
        id: what it is called among downloads: that of the catalogue, or made of the repository's name.
        title: what people call it. `origin`: where it comes from.
        total_bytes: 0 while nobody knows.
        bytes_per_s: of the last seconds.
        error: why it failed.
        name: once it is done: the model's name on the shelf, or the folder it lies in.
        sha256: once it is done: of its only file, empty for several.
        checked: whether that sum, or those, were compared with what the hub or the catalogue says.
        sees: once it is done: what lets the model see pictures came along.
    """

    id: str
    title: str
    origin: str
    phase: Phase
    done_bytes: int = 0
    total_bytes: int = 0
    bytes_per_s: float = 0.0
    error: HearthError | None = None
    name: str = ""
    sha256: str = ""
    checked: bool = False
    sees: bool = False

    @property
    def seconds_left(self) -> float:
        """At the speed of now; 0 where that can't be told."""
        left = self.total_bytes - self.done_bytes
        return left / self.bytes_per_s if left > 0 and self.bytes_per_s > 0 else 0.0

    @property
    def runs(self) -> bool:
        """Whether something is being done."""
        return self.phase in (Phase.WAITING, Phase.ASKING, Phase.LOADING, Phase.CHECKING)
