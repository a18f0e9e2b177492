"""Other languages: chosen while the window is open, nothing left in English, written the right way round."""

import re
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QLocale, QObject, Qt, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from app.domain.conversation import Role
from app.ui.actions import Actions
from app.ui.autolock import AutoLock
from app.ui.door import Door
from app.ui.help.sheet import pages_of_window
from app.ui.language import Language, day_words, size_words
from app.ui.main_window import MainWindow
from app.ui.settings.row import choice_words, words
from app.ui.theme import Theme, ThemeChoice
from tests.ui.fake_cloud import HOUSE
from tests.ui.fake_downloads import catalogue
from tests.ui.fake_session import FakeSession
from tests.ui.places import places
from tests.ui.test_everywhere import Make, everything_open
from tests.ui.window_at_work import WindowAtWork, all_widgets

# Names, units and what people and models said: nothing to translate.
SAME = re.compile(
    r"Hearth|GGUF|Qwen3 4B.*|OK|https://.*|<img .*|.*<b>&.*|\d.*[AP]M"
    r"|(\W|\d|tok/s|MB|GB|kB|B|Q4_K_M|s|h|min)+|(Ctrl|Shift)\W\w+"
)
# Sizes, names with what belongs to them, and a value that is typed so, within a sentence of other letters.
LATIN = re.compile(r"[0-9.,]+ (?:GB|MB|KB)|-1|[A-Za-z][A-Za-z0-9_.+/ -]*", re.ASCII)


class Marked(QTranslator):
    """A language in which every text stands between marks."""

    def isEmpty(self) -> bool:
        """It has all texts."""
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, count: int = -1
    ) -> str | None:
        """The text, marked."""
        return f"«{source}»" if context not in ("QGuiApplication", "QShortcut") else None


@pytest.fixture
def marked(language: Language, qapp: QApplication) -> Iterator[None]:
    """Every text that passes a translation is marked."""
    translator = Marked()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def texts_of(widget: QWidget) -> list[str]:
    """Everything that a widget shows or has read out."""
    found = [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(), widget.windowTitle()]
    if isinstance(widget, QLabel | QAbstractButton):
        found.append(widget.text())
    if isinstance(widget, QLineEdit | QTextEdit | QPlainTextEdit):
        found.append(widget.placeholderText())
    if isinstance(widget, QComboBox):
        found += [widget.itemText(number) for number in range(widget.count())]
    if isinstance(widget, QTabBar):
        found += [widget.tabText(number) for number in range(widget.count())]
    if isinstance(widget, QMenu):
        found += [action.text() for action in widget.actions()]
    return [text for text in found if text]


def test_every_text_passes_a_translation(marked: None, work: WindowAtWork) -> None:
    shown = {(text, type(widget).__name__) for widget in everything_open(work) for text in texts_of(widget)}
    assert len(shown) > 100
    names = {
        HOUSE.name,
        HOUSE.model,
        *(entry.name for entry in catalogue().entries),
    }  # the same in every language
    english = sorted(
        one
        for one in shown
        if "«" not in one[0]
        and "&lt;img" not in one[0]
        and not SAME.fullmatch(one[0])
        and one[0] not in names
    )
    assert not english, "\n".join(map(str, english))


def test_the_window_is_built_anew_in_another_language(work: WindowAtWork, theme: Theme) -> None:
    talk = work.session.chat.add("Towers", [(Role.USER, "How high?"), (Role.ASSISTANT, "41 metres.")])
    work.work(lambda: work.session.chat.rename(talk.id, "Lantern tower"))
    work.space.open(talk.id)
    work.settle()
    work.space.chat.composer.field.setPlainText("half a thought")
    before = work.space
    work.window.speak("ar")
    work.qtbot.waitUntil(lambda: work.space is not before)
    work.settle()
    work.qtbot.waitUntil(lambda: work.space.chat.composer.field.toPlainText() == "half a thought")
    assert work.window.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert QLocale().language() is QLocale.Language.Arabic
    assert "41 metres." in work.space.chat.transcript.plain_text()
    assert work.space.sidebar.x() > work.space.chat.x()
    theme.choose(ThemeChoice.DARK)  # what was taken away hears nothing of it
    work.work(lambda: work.session.chat.rename(talk.id, "Tower"))
    work.window.speak("en")
    work.settle()
    assert work.window.layoutDirection() is Qt.LayoutDirection.LeftToRight


def parts_of(root: object, found: dict[int, QObject]) -> dict[int, QObject]:
    """`root` and every QObject that it and its parts hold, but what the whole program shares."""
    shared = Theme | Language | Door | Actions | AutoLock | MainWindow
    if not type(root).__module__.startswith("app.ui.") or isinstance(root, shared) or id(root) in found:
        return found
    if isinstance(root, QObject):
        found[id(root)] = root
    for part in getattr(root, "__dict__", {}).values():
        parts_of(part, found)
    return found


def test_nothing_of_the_window_outlives_it_in_another_language(work: WindowAtWork) -> None:
    before = parts_of(work.space, {})
    assert len(before) > 100
    work.window.speak("de")
    work.qtbot.waitUntil(lambda: id(work.space) not in before)
    work.settle()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    # Whatever is left then goes with its last reference, on whichever thread that is.
    left = {type(part).__name__ for part in before.values() if shiboken6.isValid(part)}
    assert not left, ", ".join(sorted(left))


def test_an_answer_under_way_is_not_taken_away(work: WindowAtWork) -> None:
    work.space.chat.asking.busy = True
    before = work.space
    work.window.speak("de")
    work.settle()
    assert work.space is before
    assert QLocale().language() is QLocale.Language.English
    assert "next" in work.window.toast.label.text()


def test_the_profile_s_own_language_is_taken_when_it_opens(open_window: Make, session: FakeSession) -> None:
    session.settings.set("window.language", "ar")
    work = open_window(session).begin()
    assert work.space.layoutDirection() is Qt.LayoutDirection.RightToLeft


@pytest.mark.parametrize(
    ("system", "wanted"),
    [("de-AT", "de"), ("ar-MA", "ar"), ("en-GB", "en"), ("fr-FR", "en"), ("C", "en")],
)
def test_the_system_s_language_is_taken_where_it_is_spoken(
    language: Language, system: str, wanted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language, "_system", QLocale(system) if system != "C" else QLocale.c())
    language.choose("system")
    assert language.code == wanted
    assert QLocale().name()[:2] == wanted
    language.choose("en")


@pytest.mark.parametrize(
    ("system", "minutes", "bits", "bytes_", "share"),
    [
        ("ar-EG", "بعد ١٥ دقيقة", "١٦ بت", "٧ بايت", "٨٥٪"),
        ("ar-MA", "بعد 15 دقيقة", "16 بت", "7 بايت", "85%"),
        ("de-DE", "Nach 15 min", "16 Bit", "7 Bytes", "85 %"),
    ],
)
def test_fixed_texts_have_the_digits_of_the_numbers_beside_them(
    language: Language,
    system: str,
    minutes: str,
    bits: str,
    bytes_: str,
    share: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(language, "_system", QLocale(system))
    language.choose("system")
    assert words("After 15 min") == minutes
    assert words("16 bits") == bits
    assert size_words(7) == bytes_
    assert choice_words(85, "85 %") == share
    help_text = "".join(section.text for page in pages_of_window() for section in page.sections)
    assert bool(set("٠١٢٣٤٥٦٧٨٩") & set(help_text)) is (system == "ar-EG")
    language.choose("en")


def test_a_number_to_choose_is_written_as_the_language_writes_it(language: Language) -> None:
    shown = {}
    for code in ("en", "de", "ar"):
        language.choose(code)
        shown[code] = choice_words(2048, "2,048"), choice_words(0, "Fits the model") != "Fits the model"
    assert shown == {"en": ("2,048", False), "de": ("2.048", True), "ar": ("٢٬٠٤٨", True)}
    language.choose("en")


def test_a_day_is_written_as_the_language_writes_it(language: Language) -> None:
    written = {}
    for code in ("en", "de", "ar"):
        language.choose(code)
        written[code] = day_words("2026-11-29")
    assert written["de"] == "29.11.26"
    assert len(set(written.values())) == 3 and not written["ar"].isascii()
    assert day_words("no day") == "no day"


def test_no_number_of_an_arabic_window_has_the_digits_of_another_script(
    open_window: Make, session: FakeSession
) -> None:
    """Those of names, sizes and signs of Latin letters stay as they are."""
    session.settings.set("window.language", "ar")
    work = open_window(session).begin()
    mixed: set[str] = set()
    looked = 0
    for place in places(work):
        for widget in all_widgets(work.window):
            told = [widget.accessibleName(), widget.accessibleDescription()]
            told += [widget.text()] if isinstance(widget, QLabel | QAbstractButton) else []
            for said in told:
                looked += 1
                rest = LATIN.sub("", said)
                if re.search("[\u0620-\u064a]", rest) and re.search("[0-9]", rest):
                    mixed.add(f"{said} ({place})")
    assert looked > 1000
    assert not mixed, "\n".join(sorted(mixed))
