"""The line over the transcript: title, what may leave, and a menu. Window process, main thread."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from app.ui.actions import Actions
from app.ui.parts import Button, ElidedLabel, IconButton, set_look
from app.ui.reading_order import order_tabs
from app.ui.text_size import px
from app.ui.theme import Theme
from app.ui.tokens import HEADER_HEIGHT

LEAST_PX = 36  # of its pills and the room around them, at the usual size of text


class Header(QFrame):
    """Title, the pill that says who answers, the menu.

    Signals: `temporary_wished` (begin a temporary conversation, or an ordinary one in its stead),
    `temporary_explained` (the mark was pressed), `fold_wished` (show or hide the list),
    `privacy_wished` (the pill was pressed), `panel_wished` (show or hide the side panel).
    """

    temporary_wished = Signal(bool)
    temporary_explained = Signal()
    fold_wished = Signal()
    privacy_wished = Signal()
    panel_wished = Signal()

    def __init__(self, theme: Theme, acts: Actions) -> None:
        super().__init__()
        theme.dress(self)
        self.setProperty("look", "header")
        self._fit_text()
        theme.changed.connect(self._fit_text)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(18, 0, 14, 0)
        row.setSpacing(10)
        self.fold = IconButton(theme, "sidebar", self.tr("Show or hide the list of conversations"))
        self.fold.setFixedSize(32, 32)
        self.fold.clicked.connect(self.fold_wished)
        row.addWidget(self.fold)
        self.title = ElidedLabel("", "title")
        row.addWidget(self.title, 1)
        self.temporary = IconButton(theme, "temporary", acts.text("conversation.temporary"))
        self.temporary.setFixedSize(32, 32)
        self.temporary.clicked.connect(lambda: self.temporary_wished.emit(True))
        row.addWidget(self.temporary)
        self._exists = False
        self.mark = Button(theme, self.tr("Temporary"), "pill", "temporary", "muted")
        self.mark.setAccessibleName(self.tr("Temporary: nothing of this conversation is kept"))
        self.mark.clicked.connect(self._mark_pressed)
        row.addWidget(self.mark)
        self.local = Button(theme, "", "local-pill", "home", "local")
        self.local.clicked.connect(self.privacy_wished)
        row.addWidget(self.local)
        self.panel = IconButton(theme, "panel", self.tr("Show or hide the side panel"))
        self.panel.setFixedSize(32, 32)
        self.panel.clicked.connect(self.panel_wished)
        row.addWidget(self.panel)
        self.more = IconButton(theme, "more", self.tr("What you can do with this conversation"))
        self.more.setFixedSize(36, 32)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.more)
        for name in ("pin", "rename", "move", "duplicate", "instructions"):
            acts.entry(f"conversation.{name}", menu)
        menu.addSeparator()
        acts.entry("conversation.delete", menu)
        self.more.setMenu(menu)
        row.addWidget(self.more)
        self.show_server("", "")

    @Slot()
    def _fit_text(self) -> None:
        """Higher where large text needs it."""
        self.setFixedHeight(max(HEADER_HEIGHT, px(LEAST_PX)))

    def add_before_promise(self, widget: QWidget) -> None:
        """Put a widget beside the pill that says what may leave."""
        self._row.insertWidget(self._row.indexOf(self.local), widget)
        order_tabs(self, self)

    @Slot()
    def _mark_pressed(self) -> None:
        """Before the first question it turns the mark off; later it says what the mark means."""
        if self._exists:
            self.temporary_explained.emit()
        else:
            self.temporary_wished.emit(False)

    def show_server(self, name: str, shown: str) -> None:
        """Say who answers: the server `name` (`shown` has room), or this computer for an empty one."""
        self.local.set_caption(shown or self.tr("Local only"))
        self.local.setAccessibleName(
            self.tr("{name}: what you send in this conversation leaves this computer").format(name=name)
            if name
            else self.tr("Local only: nothing in this conversation can leave this computer")
        )
        self.local.set_icon("cloud" if name else "home", "cloud" if name else "local")
        set_look(self.local, "cloud-pill" if name else "local-pill")

    def show_conversation(self, title: str, exists: bool, temporary: bool = False) -> None:
        """Show a title; the menu only acts on conversations that exist."""
        self.temporary.setVisible(not exists and not temporary)
        self._exists = exists
        self.mark.setVisible(temporary)
        self.title.setText(title)
        self.title.setAccessibleName(title)
        self.more.setVisible(exists)
