"""Pixels -> a PNG file. Written by whoever asked for a picture, so that no picture from a process that reads hostile
files ever has to be decoded here. Pure.
"""

import struct
import zlib

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_QUICK = 1  # zlib's level: a page is shown once


def png(width: int, height: int, pixels: bytes) -> bytes:
    """A picture of `width` x `height` pixels of three bytes (red, green, blue), line by line from the top.

    Raises ValueError when there are more or fewer bytes than that.
    """
    row = 3 * width
    if width <= 0 or height <= 0 or len(pixels) != row * height:
        raise ValueError("the bytes don't fit the size")
    lines = b"".join(b"\0" + pixels[start : start + row] for start in range(0, len(pixels), row))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = (b"IHDR", header), (b"IDAT", zlib.compress(lines, _QUICK)), (b"IEND", b"")
    return _SIGNATURE + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in parts
    )
