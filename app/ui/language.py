"""The window's language: its texts, numbers and dates, and which way it reads. Window process, main thread.

The system's language where Hearth speaks it, else English, or what the person chose. The texts lie in
`resources/translations`; `python -m installers.translating` makes them.
"""

import re
import unicodedata

from PySide6.QtCore import QCoreApplication, QDate, QLibraryInfo, QLocale, QObject, Qt, QTranslator
from PySide6.QtGui import QGuiApplication

from app.domain.size import readable_size
from app.services.places import resource

SETTING = "window.language"
SYSTEM = "system"
LANGUAGES = {"en": "English", "de": "Deutsch", "ar": "العربية"}  # by their own names
_ARABIC_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩٬٪", "0123456789,%")
_CENTURY_BEGINS = 1970  # of years that are typed with two digits
TABLES = "Sentences"  # the context of the texts that code without Qt has ready


class Texts(QTranslator):
    """Our texts in one language. What isn't known in a class's own context is looked up among the sentences of
    the services, so that `sentence(error, self.tr)` works anywhere."""

    def __init__(self, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._file = QTranslator(self)
        self._file.load(str(resource("translations", f"hearth_{language}.qm")))

    def isEmpty(self) -> bool:
        """Qt asks nothing of an empty one."""
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, count: int = -1
    ) -> str | None:
        """The text in this language; None where there is none."""
        text = self._file.translate(context, source, disambiguation, count) or self._file.translate(
            TABLES, source, disambiguation, count
        )
        return in_digits_of_window(text) if text else None


class Language(QObject):
    """The language in force, for the whole application."""

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self._application = application
        self._system = QLocale.system()
        self._installed: list[QTranslator] = []
        self.code = ""
        self.choose(SYSTEM)

    def choose(self, choice: str) -> bool:
        """Use a language of `LANGUAGES`, or the system's, from now on; anything else is the system's too.

        Returns whether that is another one than before: then what was built must be built anew.
        """
        locale, code = self._locale(choice)
        QLocale.setDefault(locale)
        if code == self.code:
            return False
        self.code = code
        for translator in self._installed:
            self._application.removeTranslator(translator)
        self._installed = [Texts(code, self)]
        of_qt = QTranslator(self)  # the words in Qt's own dialogs and menus
        if of_qt.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            self._installed.insert(0, of_qt)
        for translator in self._installed:
            self._application.installTranslator(translator)
        QGuiApplication.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if right_to_left(code) else Qt.LayoutDirection.LeftToRight
        )
        return True

    def _locale(self, choice: str) -> tuple[QLocale, str]:
        if choice in LANGUAGES:
            return QLocale(choice), choice
        for wanted in self._system.uiLanguages():
            code = wanted.replace("_", "-").partition("-")[0]
            if code in LANGUAGES:
                # The country's way of writing numbers goes with its language only.
                return (self._system if self._system.name().startswith(code) else QLocale(code)), code
        return QLocale(QLocale.Language.English), "en"


def translated(text: str) -> str:
    """A text that code without Qt had ready, in the language in force; for where no `self.tr` is at hand."""
    return QCoreApplication.translate(TABLES, text)


def in_digits_of_window(text: str) -> str:
    """Arabic texts are kept with the digits of Egypt; a country that writes 15 for ١٥ reads that."""
    return text.translate(_ARABIC_DIGITS) if QLocale().zeroDigit() == "0" and not text.isascii() else text


def number_words(number: float, decimals: int = 0) -> str:
    """A number as the window's language writes it."""
    return QLocale().toString(float(number), "f", decimals)


def day_words(day: str) -> str:
    """A day, such as "2026-11-29", as the window's language writes it; what is none stays as it is."""
    found = QDate.fromString(day, Qt.DateFormat.ISODate)
    return QLocale().toString(found, QLocale.FormatType.ShortFormat) if found.isValid() else day


def typed_day(text: str) -> str:
    """A day that was typed as `day_words` writes it, or with the year in full, as YYYY-MM-DD; what is none, and what
    is written so already, stays as it is."""
    plain = _plain_digits(text)
    short = _plain_digits(QLocale().dateFormat(QLocale.FormatType.ShortFormat))
    short = short.replace("dd", "d").replace("MM", "M")  # which both take 1 for 01
    for form in ("yyyy-MM-dd", re.sub("y+", "yyyy", short), re.sub("y+", "yy", short)):
        found = QDate.fromString(plain, form, _CENTURY_BEGINS)
        if found.isValid():
            return found.toString(Qt.DateFormat.ISODate)
    return plain


def _plain_digits(text: str) -> str:
    """With the digits 0 to 9, and without the marks of direction that Arabic dates are written with."""
    digits = "".join(str(unicodedata.decimal(one, one)) for one in text)
    return digits.replace("\u200f", "").replace("\u200e", "").strip()


def size_words(size_bytes: int) -> str:
    """`readable_size` in the window's language; it stays "1.2 KB" within one that is written from right to left."""
    number, unit = readable_size(size_bytes).split(" ")
    if unit == "bytes":
        unit = QCoreApplication.translate("Sizes", "bytes")
        if not unit.isascii():
            return f"{number_words(int(number))} {unit}"
    locale = QLocale()
    if locale.zeroDigit() == "0":  # else the point belongs to other digits than ours
        number = number.replace(".", locale.decimalPoint())
    words = f"{number} {unit}"
    from_right = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    return f"\u200e{words}" if from_right and unit.isascii() else words


def right_to_left(code: str) -> bool:
    """Whether a language is written from right to left."""
    return QLocale(code).textDirection() is Qt.LayoutDirection.RightToLeft


def from_left(place: str) -> str:
    """A path within a sentence of the window: its first sign stays at its left."""
    return (
        f"\u200e{place}\u200e"
        if QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
        else place
    )


def in_direction(sentence: str) -> str:
    """A sentence of the window's language that may begin with a name of other letters: it runs as the window does."""
    from_right = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    return f"\u200f{sentence}" if from_right else sentence
