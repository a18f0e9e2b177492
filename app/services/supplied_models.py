"""A model that came along with the program (the offline edition): a new profile uses it where it lies.

Work thread.
"""

import contextlib
from pathlib import Path

from app.domain.errors import ModelError
from app.services.model_service import ModelService


def put_on_shelf(models: ModelService, folder: Path) -> None:
    """Link every GGUF file in `folder`; the first one is chosen. One that can't be used is passed over."""
    for path in sorted(folder.glob("*.gguf")):
        with contextlib.suppress(ModelError):
            models.add(path)
