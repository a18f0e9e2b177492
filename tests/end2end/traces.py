"""Looks for words in files: plain, in other encodings, and inside compressed streams."""

import base64
import contextlib
import re
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

_INFLATED_BYTES = 4 << 20
_LARGEST_FILE_BYTES = 64 << 20
_STREAM = re.compile(rb"\x1f\x8b\x08|\x78[\x01\x5e\x9c\xda]")


def forms(word: str) -> Iterator[bytes]:
    """The word as it may stand in a file: UTF-8, UTF-16, base64 in its three alignments, hexadecimal."""
    for plain in (word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be")):
        yield plain
        yield plain.hex().encode()
        yield plain.hex().upper().encode()
        for shift in range(3):
            # Only the digits that no neighbouring byte has a share in.
            digits = base64.b64encode(bytes(shift) + plain)
            first, last = (8 * shift + 5) // 6, 8 * (shift + len(plain)) // 6
            yield digits[first:last]


def traces_in(content: bytes, words: Iterable[str]) -> set[str]:
    """Which of the words are in `content`, or in a gzip or zlib stream that begins anywhere in it."""
    wanted = {word: list(forms(word)) for word in words}
    found: set[str] = set()
    for piece in (content, *_inflated(content)):
        found |= {word for word, each in wanted.items() if any(form in piece for form in each)}
    return found


def traces_below(folders: Iterable[Path], words: Iterable[str]) -> dict[str, set[str]]:
    """File -> the words found in it or in its name, for every regular file below the folders."""
    wanted, found = list(words), {}
    for folder in folders:
        for path in folder.rglob("*"):
            named = {word for word in wanted if word in str(path)}
            with contextlib.suppress(FileNotFoundError):  # a running program has taken it away
                if path.is_file() and not path.is_symlink() and path.stat().st_size <= _LARGEST_FILE_BYTES:
                    named |= traces_in(path.read_bytes(), wanted)
            if named:
                found[str(path)] = named
    return found


def _inflated(content: bytes) -> Iterator[bytes]:
    for start in _STREAM.finditer(content):
        reader = zlib.decompressobj(47)  # gzip or zlib, told by the header
        try:
            inflated = reader.decompress(content[start.start() :], _INFLATED_BYTES)
        except zlib.error:
            continue
        if inflated:
            yield inflated
