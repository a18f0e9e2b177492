"""A picture as a model gets it: plain pixels, never a file. Pure; any process.

Whoever shows a picture has it decoded by the throw-away process that reads documents. What is kept and sent is made
from these pixels alone, so that no later reader ever meets the file of a stranger.
"""

import hashlib
from dataclasses import dataclass
from typing import Final

ENDINGS: Final = frozenset({".png", ".jpg", ".jpeg"})  # of picture files that can be shown
LONGEST_PX: Final = 1_344  # of the longer side; models look at less, or cut it into tiles
SMALL_PX: Final = 240  # of the longer side of what a person sees of it in the conversation
PICTURES_LIMIT: Final = 16  # with one question; of a conversation, the last ones are shown


@dataclass(frozen=True, slots=True)
class Picture:
    """`pixels`: three bytes (red, green, blue) each, line by line from the top."""

    width: int
    height: int
    pixels: bytes

    @property
    def is_whole(self) -> bool:
        """Whether there are as many bytes as the size says."""
        return self.width > 0 and self.height > 0 and len(self.pixels) == 3 * self.width * self.height

    @property
    def key(self) -> str:
        """What tells it from every other picture, as hexadecimal digits."""
        return hashlib.sha256(b"%d %d\n" % (self.width, self.height) + self.pixels).hexdigest()


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """A picture with a question. `name` is its file's; `small` is what a person sees of it."""

    name: str
    picture: Picture
    small: Picture
