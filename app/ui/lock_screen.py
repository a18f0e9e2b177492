"""What stands before an open profile: unlock, a first passphrase, or why it can't be opened.

Window process, main thread. It knows no keys: it tells what was typed and forgets it.
"""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from app.services.opening_state import Opening, OpeningState
from app.services.sentences import sentence
from app.ui.page_column import page_column
from app.ui.parts import Button, Flame, PlainLabel, set_look
from app.ui.passphrase import NewPassphrase, SecretField
from app.ui.theme import Theme

COLUMN_WIDTH = 420


class LockScreen(QWidget):
    """One page for every state but an open one.

    Signals: `secret_given` with passphrase and recovery code (one of them empty, both empty for the keyring);
    `new_passphrase` for a profile that is to be made; `again` looks at the profile once more; `restore_wished` wants
    a backup in its place.
    """

    secret_given = Signal(str, str)
    new_passphrase = Signal(str)
    again = Signal()
    restore_wished = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        theme.dress(self)
        set_look(self, "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._state = OpeningState.OPENS_BY_ITSELF
        outer = page_column(self)
        holder = QWidget()
        holder.setMaximumWidth(COLUMN_WIDTH)
        centre = QHBoxLayout()
        centre.addStretch(1)
        centre.addWidget(holder, 1000)
        centre.addStretch(1)
        outer.addLayout(centre)
        outer.addStretch(1)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(Flame(52))
        column.addSpacing(8)
        self.title = PlainLabel("", "display", wrap=True)
        column.addWidget(self.title)
        self.words = PlainLabel("", "lead", wrap=True)
        column.addWidget(self.words)
        column.addSpacing(6)
        self.passphrase = SecretField(self.tr("Passphrase"))
        self.passphrase.returnPressed.connect(self._go)
        column.addWidget(self.passphrase)
        self.code = QLineEdit()
        self.code.setPlaceholderText(self.tr("Recovery code"))
        self.code.setAccessibleName(self.tr("Recovery code"))
        self.code.setMaxLength(200)
        self.code.setMinimumHeight(36)
        self.code.returnPressed.connect(self._go)
        column.addWidget(self.code)
        self.new = NewPassphrase()
        self.new.changed.connect(self._enable)
        self.new.finished.connect(self._go)
        column.addWidget(self.new)
        self.problem = PlainLabel("", "problem", wrap=True)
        column.addWidget(self.problem)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.go = Button(theme, self.tr("Unlock"), "primary")
        self.go.clicked.connect(self._go)
        row.addWidget(self.go)
        self.use_code = Button(theme, self.tr("Use my recovery code"), "ghost")
        self.use_code.clicked.connect(self._toggle_code)
        row.addWidget(self.use_code)
        self.restore = Button(theme, self.tr("Restore a backup…"), "ghost", on_click=self.restore_wished.emit)
        row.addWidget(self.restore)
        row.addStretch(1)
        column.addLayout(row)
        self.wait = QProgressBar()
        self.wait.setRange(0, 0)
        self.wait.setTextVisible(False)
        self.wait.setAccessibleName(self.tr("Opening"))
        column.addWidget(self.wait)
        self.passphrase.textChanged.connect(self._enable)
        self.code.textChanged.connect(self._enable)
        self._busy = False
        self._with_code = False
        self.show_opening()

    def show_opening(self) -> None:
        """While the profile is looked at or opened without a question."""
        self.title.setText("Hearth")
        self.words.setText(self.tr("Opening…"))
        asked = (self.passphrase, self.code, self.new, self.problem, self.go, self.use_code, self.restore)
        for widget in (*asked, self.wait):
            widget.hide()

    def show_state(self, opening: Opening) -> None:
        """Show what opening the profile needs, and put the cursor there."""
        state = opening.state
        self._state = state
        self._with_code = False
        has_code = "recovery" in opening.slots
        needs_passphrase = state is OpeningState.NEEDS_PASSPHRASE and set(opening.slots) & {
            "passphrase",
            "both",
        }
        titles = {
            OpeningState.NEW_NEEDS_PASSPHRASE: self.tr("AI that stays home."),
            OpeningState.KEYRING_LOCKED: self.tr("Your keyring is locked"),
            OpeningState.BROKEN: self.tr("Hearth can't open your conversations"),
        }
        texts = {
            OpeningState.NEW_NEEDS_PASSPHRASE: self.tr(
                "Your conversations are always encrypted. This system has no keyring to keep the key, "
                "so a passphrase does. Without it nobody can open them, not even you: choose one you won't "
                "forget."
            ),
            OpeningState.NEEDS_UNLOCK: self.tr("You locked Hearth. Your system's keyring keeps the key."),
            OpeningState.KEYRING_LOCKED: self.tr(
                "Your system's keyring keeps the key to your conversations. "
                "Unlock the keyring, then try again."
            ),
            OpeningState.NEEDS_PASSPHRASE: self.tr("Type your passphrase to open your conversations."),
        }
        self.title.setText(titles.get(state, self.tr("Hearth is locked")))
        self.words.setText(sentence(opening.error, self.tr) if opening.error else texts.get(state, ""))
        self.passphrase.setVisible(bool(needs_passphrase))
        self.code.hide()
        self.new.setVisible(state is OpeningState.NEW_NEEDS_PASSPHRASE)
        self.use_code.setVisible(has_code)
        self.use_code.set_caption(self.tr("Use my recovery code"))
        self.restore.setVisible(state in (OpeningState.NEW_NEEDS_PASSPHRASE, OpeningState.BROKEN))
        again = state in (OpeningState.KEYRING_LOCKED, OpeningState.BROKEN)
        caption = self.tr("Try again") if again else self.tr("Unlock")
        if state is OpeningState.NEW_NEEDS_PASSPHRASE:
            caption = self.tr("Encrypt and begin")
        self.go.set_caption(caption)
        self.go.setVisible(True)
        self.problem.hide()
        if state is OpeningState.NEEDS_PASSPHRASE and not needs_passphrase and has_code:
            self._toggle_code()
        self.set_busy(False)
        self._focus()

    def show_problem(self, text: str) -> None:
        """Say why it didn't open; what was typed is selected, ready to be typed again."""
        self.set_busy(False)
        self.problem.say(text)
        self.passphrase.selectAll()
        self._focus()

    def set_busy(self, busy: bool) -> None:
        """While the key is being made from the passphrase, which takes about a second on purpose."""
        self._busy = busy
        self.wait.setVisible(busy)
        for widget in (self.passphrase, self.code, self.new, self.use_code, self.restore):
            widget.setEnabled(not busy)
        self._enable()

    @property
    def is_for_a_new_profile(self) -> bool:
        """Whether there is none yet."""
        return self._state is OpeningState.NEW_NEEDS_PASSPHRASE

    def forget(self) -> None:
        """Empty all fields."""
        self.passphrase.clear()
        self.code.clear()
        self.new.clear()

    def _focus(self) -> None:
        for widget in (self.passphrase, self.code, self.new.first, self.go):
            if not widget.isHidden() and not (widget is self.new.first and self.new.isHidden()):
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    @Slot()
    def _enable(self) -> None:
        ready = True
        if self._with_code:
            ready = bool(self.code.text().strip())
        elif self._state is OpeningState.NEW_NEEDS_PASSPHRASE:
            ready = bool(self.new.text)
        elif not self.passphrase.isHidden():
            ready = bool(self.passphrase.text())
        self.go.setEnabled(ready and not self._busy)

    @Slot()
    def _toggle_code(self) -> None:
        self._with_code = not self._with_code
        self.code.setVisible(self._with_code)
        self.passphrase.setVisible(not self._with_code and self._state is OpeningState.NEEDS_PASSPHRASE)
        back = self._state is OpeningState.NEEDS_PASSPHRASE
        self.use_code.set_caption(
            (self.tr("Use my passphrase") if back else self.tr("Back"))
            if self._with_code
            else self.tr("Use my recovery code")
        )
        self.go.set_caption(self.tr("Unlock") if self._with_code or back else self.tr("Try again"))
        self._enable()
        self._focus()

    @Slot()
    def _go(self) -> None:
        if self._busy or not self.go.isEnabled():
            return
        self.problem.hide()
        if self._with_code:
            self.secret_given.emit("", self.code.text().strip())
        elif self._state is OpeningState.NEW_NEEDS_PASSPHRASE:
            self.new_passphrase.emit(self.new.text)
        elif self._state in (OpeningState.KEYRING_LOCKED, OpeningState.BROKEN):
            self.again.emit()
        else:
            self.secret_given.emit(self.passphrase.text(), "")
