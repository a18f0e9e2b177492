"""Whether the list of conversations is shown: folded in a narrow window, or as the person wants it.

Window process, main thread.
"""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from app.ui.door import Door
from app.ui.ports import OpenSession
from app.ui.tokens import FOLD_BELOW_PX

FOLDED_KEY = "window.list_folded"


class ListFold(QObject):
    """Shows and hides `listed`, and `button` where it is needed to have it back; both lie in `space`."""

    def __init__(
        self, door: Door, session: OpenSession, space: QWidget, listed: QWidget, button: QWidget
    ) -> None:
        super().__init__(space)
        self._door = door
        self._session = session
        self._space = space
        self._listed = listed
        self._button = button
        self._by_hand: bool | None = None
        self._was_narrow: bool | None = None

    def begin(self) -> None:
        """Fold it as it was when the window was open last."""
        self._door.run(lambda: self._session.settings.get(FOLDED_KEY, ""), self._as_before)

    def settle(self) -> None:
        """Fold it in a narrow window; one that becomes narrow or wide forgets what was chosen by hand."""
        # The space's own former width says nothing at the first showing.
        narrow = self._space.window().width() < FOLD_BELOW_PX
        if self._was_narrow not in (None, narrow):
            self._by_hand = None
        self._was_narrow = narrow
        self._apply()

    def make_room(self) -> None:
        """Something was chosen in the list: in a narrow window it goes away again."""
        if self._listed.isVisible() and self._space.width() < FOLD_BELOW_PX:
            self._by_hand = None
            self._apply()

    @Slot()
    def turn(self) -> None:
        """Show the list, or hide it, and keep that."""
        self._by_hand = self._listed.isVisible()
        folded = "yes" if self._by_hand else "no"
        self._door.run(lambda: self._session.settings.set(FOLDED_KEY, folded))
        self._apply()

    def _as_before(self, kept: str) -> None:
        if kept == "yes":
            self._by_hand = True
            self._apply()

    def _apply(self) -> None:
        narrow = self._space.width() < FOLD_BELOW_PX
        folded = narrow if self._by_hand is None else self._by_hand
        self._listed.setVisible(not folded)
        self._button.setVisible(folded or narrow)
