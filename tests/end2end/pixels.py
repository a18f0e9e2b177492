"""What a virtual screen shows, pixel by pixel. Read from the memory that the X server shares with us as a file in the
format of `xwd` (XWDFile.h): nothing is asked of the server or of the window, which a look must not make paint.
"""

import struct
from array import array
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

Area = tuple[int, int, int, int]  # x, y, width, height, in pixels of the screen
_HEADER = struct.Struct(">25I")
_COLOUR_BYTES = 12  # an entry of the colour map, which stands between header and pixels
_BITS = 32


@dataclass(frozen=True, slots=True)
class Picture:
    """A part of the screen.

    Attributes:
        width: in pixels.
        pixels: as 0xrrggbb, row by row from the top.
    """

    width: int
    pixels: "array[int]"

    def share(self, colours: Iterable[str]) -> float:
        """How much of it has exactly one of these `#rrggbb` colours, 0..1."""
        wanted = {int(colour[1:], 16) for colour in colours}
        counted = Counter(self.pixels)
        return sum(counted[colour] for colour in wanted) / len(self.pixels)

    def brightness(self, columns: int, rows: int) -> list[float]:
        """The mean brightness, 0..255, of each field of a grid laid over it, row by row from the top."""
        height = len(self.pixels) // self.width
        found = []
        for row in range(rows):
            lines = range(row * height // rows, (row + 1) * height // rows)
            for column in range(columns):
                start, end = (at * self.width // columns for at in (column, column + 1))
                seen = [
                    pixel
                    for line in lines
                    for pixel in self.pixels[line * self.width + start : line * self.width + end]
                ]
                found.append(sum(map(_brightness, seen)) / len(seen))
        return found


def look(memory: Path, area: Area) -> Picture:
    """What stands in `area` now, as far as it lies on the screen."""
    held = memory.read_bytes()
    header = _HEADER.unpack_from(held)
    size, screen_width, screen_height = header[0], header[4], header[5]
    bits, line_bytes, colours = header[11], header[12], header[19]
    assert bits == _BITS, f"{bits} bits per pixel"
    x, y, width, height = area
    left, top = max(0, x), max(0, y)
    right, bottom = min(screen_width, x + width), min(screen_height, y + height)
    pixels: array[int] = array("I")
    for line in range(top, bottom):
        start = size + colours * _COLOUR_BYTES + line * line_bytes
        pixels.frombytes(held[start + left * 4 : start + right * 4])
    return Picture(right - left, array("I", (pixel & 0xFFFFFF for pixel in pixels)))


def _brightness(pixel: int) -> float:
    """As the eye weighs the three colours (ITU-R BT.601), 0..255."""
    return 0.299 * (pixel >> 16) + 0.587 * (pixel >> 8 & 0xFF) + 0.114 * (pixel & 0xFF)
