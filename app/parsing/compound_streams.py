"""The named streams inside a compound file, never more of them than is sensible."""

from datetime import datetime, timedelta
from typing import Any

_STREAM_LIMIT_BYTES = 192 * 1024 * 1024
_EPOCH = datetime(1601, 1, 1)


class Streams:
    """Streams by name; `folder` is where in the container they are looked for."""

    def __init__(self, container: Any, folder: tuple[str, ...] = ()) -> None:
        """`container` is an olefile.OleFileIO."""
        self._container = container
        self._folder = folder

    def has(self, name: str) -> bool:
        """Whether there is such a stream or folder."""
        return bool(self._container.exists("/".join((*self._folder, name))))

    def read(self, name: str) -> bytes:
        """A stream's bytes, empty when it isn't there or is damaged."""
        path = "/".join((*self._folder, name))
        try:
            if not self._container.exists(path) or self._container.get_size(path) > _STREAM_LIMIT_BYTES:
                return b""
            with self._container.openstream(path) as stream:
                return bytes(stream.read())
        except (OSError, IndexError, ValueError):
            return b""

    def folders(self) -> list[str]:
        """Names of the folders right here."""
        depth = len(self._folder)
        found: dict[str, None] = {}
        for path in self._container.listdir(streams=True, storages=True):
            if tuple(path[:depth]) == self._folder and len(path) > depth + 1:
                found[path[depth]] = None
        return list(found)

    def inside(self, folder: str) -> "Streams":
        """The streams of a folder."""
        return Streams(self._container, (*self._folder, folder))

    def title_and_date(self) -> tuple[str, str]:
        """As the file itself says."""
        try:
            facts = self._container.get_metadata()
        except Exception:  # noqa: BLE001 - olefile has no class of its own for damaged properties
            return "", ""
        title = facts.title
        if isinstance(title, bytes):
            title = title.decode(f"cp{facts.codepage}" if (facts.codepage or 0) > 0 else "cp1252", "replace")
        saved = facts.last_saved_time or facts.create_time
        date = saved.isoformat() if isinstance(saved, datetime) and saved.year > 1601 else ""
        return (title or "").strip("\0 "), date


def file_time(ticks: int) -> str:
    """100 ns since 1601 -> ISO 8601, empty for nonsense."""
    try:
        return (_EPOCH + timedelta(microseconds=ticks // 10)).isoformat(timespec="seconds") + "Z"
    except OverflowError:
        return ""
