"""Where a stretch of words stands. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Box:
    """Of words in a line; `top` is smaller than `bottom`. In pixels of a picture, or points of a page."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        """Of the words."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Half-way between top and bottom."""
        return (self.top + self.bottom) / 2
