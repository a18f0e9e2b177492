"""Light or dark, text size, motion: follow the system as it changes, or what the person chose.

Window process, main thread.
"""

import enum
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.dressing import Dresser
from app.ui.stylesheet import stylesheet
from app.ui.text_size import bounded, sized, system_font, system_scale
from app.ui.tokens import DARK, LIGHT, TEXT_PX, Colours


class ThemeChoice(enum.StrEnum):
    """What the settings hold."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Motion(enum.StrEnum):
    """What the settings hold about things that move."""

    SYSTEM = "system"
    FULL = "full"
    REDUCED = "reduced"


MOVING = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_FadeTooltip,
)


class Theme(QObject):
    """The look in force.

    Attributes:
        colours: the colours now.
        scale: how large text is, as a factor on the sizes of the tokens.
        reduced_motion: nothing blinks or slides.

    Signals:
        changed: colours or text size differ; widgets that paint by themselves take them again. The style sheets
            of the parts follow in the next turns of the event loop.
    """

    changed = Signal()

    def __init__(self, application: QApplication, font_of_system: Callable[[], QFont] = system_font) -> None:
        super().__init__(application)
        self._application = application
        self._font_of_system = font_of_system
        self._choice = ThemeChoice.SYSTEM
        self._text_percent = 0
        self._motion = Motion.SYSTEM
        self._caret_ms = application.cursorFlashTime()
        self._effects = [effect for effect in MOVING if application.isEffectEnabled(effect)]
        self.colours: Colours = LIGHT
        self.scale = 1.0
        self.reduced_motion = False
        self._dresser = Dresser(self)
        application.setStyle("Fusion")  # the same drawing on every system; the style sheet colours it
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        hints.accessibility().motionPreferenceChanged.connect(self._follow)
        self._apply(force=True)

    @property
    def is_dark(self) -> bool:
        """Whether the dark colours are in force."""
        return self.colours is DARK

    @property
    def choice(self) -> ThemeChoice:
        """What the person chose."""
        return self._choice

    def choose(self, choice: ThemeChoice) -> None:
        """Use light or dark, or follow the system, from now on."""
        self._choice = choice
        hints = self._application.styleHints()
        if choice is ThemeChoice.SYSTEM:
            hints.unsetColorScheme()
        else:  # the title bar and the system's own dialogs follow too, where the platform can
            hints.setColorScheme(Qt.ColorScheme.Dark if choice is ThemeChoice.DARK else Qt.ColorScheme.Light)
        self._apply()

    def choose_text(self, percent: int) -> None:
        """Use this text size from now on; 0 follows the system."""
        self._text_percent = percent
        self._apply()

    def choose_motion(self, motion: Motion) -> None:
        """Let things move or not, or follow the system, from now on."""
        self._motion = motion
        self._apply()

    def watch(self, window: QWidget) -> None:
        """Follow the system's font, of which Qt tells windows, and show a window's change of look at one blow.

        Its parts are to be dressed each.
        """
        window.installEventFilter(self)
        self._dresser.watch(window)

    def dress(self, part: QWidget) -> None:
        """Give a part of a window its look, now and at each change (see `app.ui.dressing`)."""
        self._dresser.dress(part)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The system's look changed."""
        if event.type() is QEvent.Type.ThemeChange:
            self._apply()
        return False

    @Slot()
    def _follow(self) -> None:
        self._apply()

    def _apply(self, force: bool = False) -> None:
        hints = self._application.styleHints()
        if self._choice is ThemeChoice.SYSTEM:
            dark = hints.colorScheme() is Qt.ColorScheme.Dark
        else:
            dark = self._choice is ThemeChoice.DARK
        self._move(hints.accessibility().motionPreference() is Qt.MotionPreference.ReducedMotion)
        wanted = DARK if dark else LIGHT
        scale = (
            bounded(self._text_percent / 100) if self._text_percent else system_scale(self._font_of_system())
        )
        if wanted is self.colours and scale == self.scale and not force:
            return
        if scale != self.scale or force:
            self._application.setFont(text_font(self._font_of_system(), scale))
        self.colours, self.scale = wanted, scale
        self._application.setPalette(palette(wanted))
        self._dresser.change(sized(stylesheet(wanted), scale))
        self.changed.emit()

    def _move(self, system_reduces: bool) -> None:
        """Blinking carets and sliding menus, or neither."""
        reduced = system_reduces if self._motion is Motion.SYSTEM else self._motion is Motion.REDUCED
        if reduced == self.reduced_motion:
            return
        self.reduced_motion = reduced
        self._application.setCursorFlashTime(0 if reduced else self._caret_ms)
        for effect in self._effects:
            self._application.setEffectEnabled(effect, not reduced)


def text_font(font: QFont, scale: float = 1.0) -> QFont:
    """Inter where it is installed, else the system's own font, at the size of running text."""
    if QFontDatabase.hasFamily("Inter"):
        font.setFamilies(["Inter", *font.families()])
    font.setPixelSize(round(TEXT_PX * scale))
    return font


def palette(colours: Colours) -> QPalette:
    """The palette for what the style sheet doesn't reach: carets, selections, the system's dialogs."""
    roles = {
        QPalette.ColorRole.Window: colours.bg,
        QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.Base: colours.card,
        QPalette.ColorRole.AlternateBase: colours.panel,
        QPalette.ColorRole.ToolTipBase: colours.card,
        QPalette.ColorRole.ToolTipText: colours.text,
        QPalette.ColorRole.PlaceholderText: colours.faint,
        QPalette.ColorRole.Text: colours.text,
        QPalette.ColorRole.Button: colours.card,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.BrightText: colours.danger,
        QPalette.ColorRole.Link: colours.accent,
        QPalette.ColorRole.LinkVisited: colours.accent,
        QPalette.ColorRole.Highlight: colours.accent,
        QPalette.ColorRole.HighlightedText: colours.on_accent,
        QPalette.ColorRole.Light: colours.card,
        QPalette.ColorRole.Midlight: colours.panel,
        QPalette.ColorRole.Mid: colours.line,
        QPalette.ColorRole.Dark: colours.line,
        QPalette.ColorRole.Shadow: colours.line,
        QPalette.ColorRole.Accent: colours.accent,
    }
    result = QPalette()
    for role, colour in roles.items():
        result.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.faint))
    return result
