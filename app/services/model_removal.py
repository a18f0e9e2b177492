"""Taking a model off the shelf, with a moment to take that back. Work thread only.

Until the moment is over nothing happens to the file: it only isn't shown or used. Should the program crash in
between, the model is there again at the next start; when the program ends, it goes.
"""

from collections.abc import Callable

from app.domain.errors import ModelError
from app.services.arranging import UNDO_S
from app.services.events import Event, ModelFailed
from app.services.model_service import ModelService
from app.services.workroom import Workroom


class ModelRemoval:
    """Removes models, later.

    Attributes: `undo_s`, how many seconds a removal can be taken back.
    """

    def __init__(
        self,
        models: ModelService,
        workroom: Workroom,
        publish: Callable[[Event], None],
        undo_s: float = UNDO_S,
    ) -> None:
        self._models = models
        self._workroom = workroom
        self._publish = publish
        self.undo_s = undo_s
        self._leaving: dict[str, object] = {}  # name -> the promise to remove it

    def remove(self, name: str) -> None:
        """Remove a model, by its exact name, unless `undo` comes in time. Raises ModelError when there is none."""
        self._models.set_aside(name)
        promise = object()
        self._leaving[name] = promise

        def finish() -> None:
            if self._leaving.get(name) is promise:
                self._finish(name)

        self._workroom.later(self.undo_s, finish)

    def undo(self, name: str) -> bool:
        """Take a removal back; False when it is too late."""
        if self._leaving.pop(name, None) is None:
            return False
        self._models.bring_back(name)
        return True

    def close(self) -> None:
        """Remove now what waits for it."""
        for name in list(self._leaving):
            self._finish(name)

    def _finish(self, name: str) -> None:
        del self._leaving[name]
        if not self._models.is_aside(name):
            return  # it was added anew
        try:
            self._models.remove(name)
        except ModelError as error:  # the disk may be read-only: it stays, and the person is told
            self._models.bring_back(name)
            self._publish(ModelFailed(name, error))
