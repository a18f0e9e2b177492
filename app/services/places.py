"""Where the program's own files lie: beside `app` in a checkout, inside the folder of a bundle."""

import sys
from pathlib import Path


def resource(*parts: str) -> Path:
    """The path of a file under `resources/`; it isn't checked whether it is there."""
    return _root().joinpath("resources", *parts)


def supplied_models() -> Path:
    """The folder of models that came along with the program. Most editions have none, and no such folder."""
    return _root() / "models"


def list_of_parts() -> Path:
    """What a bundle is made of, with licences (CycloneDX); from source there is no such file."""
    return _root() / "licences" / "parts.cdx.json"


def _root() -> Path:
    bundle = getattr(sys, "_MEIPASS", None)  # set by PyInstaller's loader
    return Path(bundle) if isinstance(bundle, str) else Path(__file__).parents[2]
