"""What a Linux desktop reads: menu entry, icons, AppStream's description, and the kind of file that .gguf is."""

import os
import subprocess
from pathlib import Path

from set_up.places import Places

SIZES_PX = (16, 32, 48, 64, 128, 256)


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


def draw_icons(places: Places, folder: Path) -> Path:
    """Have Hearth's own window code draw its mark into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    script = places.project / "installers" / "bundling" / "icons.py"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(places.project)}
    sizes = map(str, SIZES_PX)
    subprocess.run([str(places.python), "-P", str(script), str(folder), *sizes], env=environment, check=True)
    return folder


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
