"""What a Linux desktop reads: menu entry, icons, AppStream's description, and the kind of file that .gguf is."""

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from set_up.places import Places

SIZES_PX = (16, 32, 48, 64, 128, 256)
_APPLE_KINDS = {16: b"icp4", 32: b"icp5", 128: b"ic07", 256: b"ic08", 512: b"ic09", 1024: b"ic10"}


def lay_out(places: Places, folder: Path, version: str, date: str) -> None:
    """Make a tree as under /usr/share in `folder`."""
    source = places.project / "installers" / "linux"
    for name, place in (
        ("hearth.desktop", "applications"),
        ("hearth-gguf.xml", "mime/packages"),
        ("org.hearth.Hearth.metainfo.xml", "metainfo"),
    ):
        text = (source / name).read_text("utf-8").replace("@VERSION@", version).replace("@DATE@", date)
        _write(folder / place / name, text.encode())
    drawn = draw_icons(places, folder.with_name("icons"))
    for pixels in SIZES_PX:
        icon = (drawn / f"hearth-{pixels}.png").read_bytes()
        _write(folder / "icons" / "hicolor" / f"{pixels}x{pixels}" / "apps" / "hearth.png", icon)


def draw_icons(places: Places, folder: Path, sizes_px: Iterable[int] = SIZES_PX) -> Path:
    """Have Hearth's own window code draw its mark into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    script = places.project / "installers" / "bundling" / "icons.py"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(places.project)}
    sizes = map(str, sizes_px)
    subprocess.run([str(places.python), "-P", str(script), str(folder), *sizes], env=environment, check=True)
    return folder


def program_icon(places: Places, folder: Path, system: str = sys.platform) -> Path | None:
    """The icon that the start program itself has on this system; none on Linux."""
    if system == "win32":
        return draw_icons(places, folder) / "hearth.ico"
    if system != "darwin":
        return None
    drawn = draw_icons(places, folder, tuple(_APPLE_KINDS))
    icon = folder / "hearth.icns"
    icon.write_bytes(icns({pixels: (drawn / f"hearth-{pixels}.png").read_bytes() for pixels in _APPLE_KINDS}))
    return icon


def icns(pictures: dict[int, bytes]) -> bytes:
    """Apple's kind of icon file: each picture (PNG, by its pixels) after four letters and its length."""
    parts = [
        _APPLE_KINDS[pixels] + (len(png) + 8).to_bytes(4, "big") + png
        for pixels, png in sorted(pictures.items())
    ]
    return b"icns" + (sum(map(len, parts)) + 8).to_bytes(4, "big") + b"".join(parts)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
