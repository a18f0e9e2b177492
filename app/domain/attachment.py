"""A file that was added to one conversation, and how far it is. Pure values."""

import enum
from dataclasses import dataclass, field

from app.domain.document import UNLOCKED_BY_PASSWORD
from app.domain.library import Parameter


class AttachmentState(enum.StrEnum):
    """What can be done with it."""

    READING = "reading"
    READY = "ready"
    PARTLY = "partly"  # it was read, and words of it are missing
    TROUBLE = "trouble"  # no text came of it


@dataclass(frozen=True, slots=True)
class Attachment:
    """One file. `path` is absolute, as it can be shown. `code` and `params` make the sentence about a trouble, or
    about what is missing, as those of a FileTrouble."""

    path: str
    state: AttachmentState = AttachmentState.READING
    code: str = ""
    params: dict[str, Parameter] = field(default_factory=dict)

    @property
    def needs_password(self) -> bool:
        """Whether a password would help."""
        return self.code in UNLOCKED_BY_PASSWORD

    @property
    def name(self) -> str:
        """The file's name without its folder."""
        return self.path.replace("\\", "/").rstrip("/").rpartition("/")[2] or self.path
