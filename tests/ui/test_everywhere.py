"""What must hold for every widget of every page and sheet: plain text, a name, a role, a way back."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QTextEdit, QWidget

from app.domain.comparison import Who
from app.domain.conversation import Role
from app.sandbox import SealLevel, SealReport
from app.services.opening_state import Opening, OpeningState
from app.ui.cloud.consent_sheet import ConsentSheet
from app.ui.icons import FOLDER, icon
from app.ui.move_sheet import MoveSheet
from app.ui.privacy_card import seal_line
from app.ui.questions import ConfirmSheet, InstructionsSheet, LinkSheet, NameSheet, TellSheet
from app.ui.recovery_sheet import RecoverySheet
from app.ui.restore_sheet import RestoreSheet
from app.ui.theme import ThemeChoice
from app.ui.tokens import DARK, LIGHT, Colours
from tests.ui.fake_chat import a_model
from tests.ui.fake_cloud import a_preview
from tests.ui.fake_session import FakeSession
from tests.ui.window_at_work import WindowAtWork, all_widgets

HOSTILE = '<img src="//host/share/x.png"><b>&amp; & bold</b>'
Make = Callable[..., WindowAtWork]


def everything_open(work: WindowAtWork) -> list[QWidget]:
    """All widgets after every page and sheet was opened with hostile text in it."""
    session, window, theme = work.session, work.window, work.space.chat._theme
    hostile = session.chat.add(HOSTILE, [(Role.USER, HOSTILE), (Role.ASSISTANT, HOSTILE)])
    session.models.shelf.append(a_model(HOSTILE))
    work.work(lambda: session.chat.rename(hostile.id, HOSTILE))
    work.space.open(hostile.id)
    work.settle()
    work.space.show_models()
    work.settle()
    work.space.settings.open()
    work.space.show_compare()
    work.work(lambda: session.comparing.start(a_preview(session.cloud, HOSTILE), blind=False))
    work.work(partial(session.comparing.end, Who.LOCAL, HOSTILE))
    work.work(partial(session.comparing.end, Who.SERVER, HOSTILE))
    work.space.settings.open()
    work.space.security.set_passphrase()
    work.space.open_servers()
    work.settle()
    for sheet in (
        ConfirmSheet(theme, window, HOSTILE, HOSTILE, HOSTILE, lambda: None),
        TellSheet(theme, window, HOSTILE, HOSTILE),
        NameSheet(theme, window, HOSTILE, HOSTILE, HOSTILE, lambda _text: None),
        InstructionsSheet(theme, window, HOSTILE, lambda _text: None),
        LinkSheet(theme, window, "https://example.org/" + HOSTILE),
        LinkSheet(theme, window, "https://example.org/"),
        RecoverySheet(theme, window, HOSTILE),
        MoveSheet(theme, window, Path(HOSTILE), size_bytes=2, models_bytes=1),
        RestoreSheet(theme, window, HOSTILE, replaces=True),
        ConsentSheet(theme, window, HOSTILE, a_preview(session.cloud, HOSTILE)),
    ):
        sheet.open_over()
    window.say(HOSTILE)
    work.settle()
    return all_widgets(window)


def test_no_label_guesses_rich_text(work: WindowAtWork) -> None:
    labels = [widget for widget in everything_open(work) if isinstance(widget, QLabel)]
    assert len(labels) > 50
    guessing = [
        (type(label).__name__, label.text()[:40])
        for label in labels
        if label.textFormat() is not Qt.TextFormat.PlainText and label.text()
    ]
    assert guessing == []


def test_nothing_is_shown_as_a_window_of_its_own(work: WindowAtWork) -> None:
    everything_open(work)
    assert work.strays.seen == []


def test_a_widget_without_a_parent_is_noticed_and_a_menu_is_none(work: WindowAtWork) -> None:
    menu = QMenu(work.window)
    menu.popup(work.window.pos())
    menu.close()
    assert work.strays.seen == []
    label = QLabel()
    label.setAccessibleName("stray")
    label.show()
    label.deleteLater()
    assert work.strays.seen == ["QLabel “stray”"]
    work.strays.seen.clear()  # or this test would fail at its end


def test_no_tooltip_holds_markup_of_a_person_or_a_model(work: WindowAtWork) -> None:
    assert [tip for widget in everything_open(work) if "<img" in (tip := widget.toolTip())] == []


def test_no_editor_takes_rich_text(work: WindowAtWork) -> None:
    taking = [
        widget
        for widget in everything_open(work)
        if isinstance(widget, QTextEdit) and not widget.isReadOnly() and widget.acceptRichText()
    ]
    assert taking == []


def test_every_stop_of_the_tab_key_has_a_name_and_a_role(work: WindowAtWork) -> None:
    nameless = []
    stops = 0
    for widget in everything_open(work):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            stops += 1
            told = QAccessible.queryAccessibleInterface(widget)
            assert told is not None
            named = told.text(QAccessible.Text.Name)
            role = told.role()
            # The transcript is a scrolled area whose children are what is read; Qt has no better role for it.
            roleless = role is QAccessible.Role.Client and widget is not work.space.chat.transcript
            if not named or role is QAccessible.Role.NoRole or roleless:
                nameless.append((type(widget).__name__, widget.objectName(), named, role.name))
    assert stops > 20
    assert nameless == []


def test_the_conversation_list_reads_its_rows_out(work: WindowAtWork) -> None:
    everything_open(work)
    told = QAccessible.queryAccessibleInterface(work.space.sidebar.list)
    assert told is not None
    names = [
        child.text(QAccessible.Text.Name)
        for number in range(told.childCount())
        if (child := told.child(number)) is not None
    ]
    assert any("stays on this computer" in name for name in names)


@pytest.mark.parametrize(
    "state",
    [
        OpeningState.NEEDS_PASSPHRASE,
        OpeningState.NEW_NEEDS_PASSPHRASE,
        OpeningState.NEEDS_UNLOCK,
        OpeningState.KEYRING_LOCKED,
    ],
)
def test_the_lock_screen_is_plain_and_named_in_every_state(
    open_window: Make, session: FakeSession, state: OpeningState
) -> None:
    work = open_window(session, opening=Opening(state, ("passphrase", "recovery")))
    work.window.begin()
    work.settle()
    for widget in all_widgets(work.window.lock_screen):
        if isinstance(widget, QLabel):
            assert widget.textFormat() is Qt.TextFormat.PlainText
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            told = QAccessible.queryAccessibleInterface(widget)
            assert told is not None and told.text(QAccessible.Text.Name), type(widget).__name__


@pytest.mark.parametrize("width", [500, 900, 1360])
def test_a_narrow_window_folds_the_list_and_a_button_shows_it(work: WindowAtWork, width: int) -> None:
    work.window.resize(width, 700)
    work.settle()
    narrow = width < 1000
    assert work.space.sidebar.isVisible() is not narrow
    assert work.space.chat.header.fold.isVisible() is narrow
    if narrow:
        work.space.chat.header.fold.click()
        assert work.space.sidebar.isVisible()


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_both_themes_draw_the_whole_window(work: WindowAtWork, choice: ThemeChoice) -> None:
    work.space.chat._theme.choose(choice)
    everything_open(work)
    picture: QPixmap = work.window.grab()
    colours = DARK if choice is ThemeChoice.DARK else LIGHT
    assert QApplication.palette().window().color().name() == colours.bg
    assert not picture.isNull()


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_text_stands_out_enough_from_what_is_behind_it(colours: Colours) -> None:
    pairs = [(text, ground) for text in ("text", "muted") for ground in ("bg", "panel", "card", "sel")]
    pairs += [
        ("faint", "bg"),
        ("faint", "panel"),
        ("faint", "card"),
        ("local", "local_soft"),
        ("cloud", "cloud_soft"),
    ]
    pairs += [("on_accent", "accent"), ("danger", "card"), ("danger", "bg"), ("mark_text", "mark")]
    weak = {
        pair: round(ratio, 2)
        for pair in pairs
        if (ratio := contrast(getattr(colours, pair[0]), getattr(colours, pair[1]))) < 4.5
    }
    assert weak == {}


def test_every_icon_can_be_drawn(qapp: QApplication) -> None:
    drawings = sorted(path.stem for path in FOLDER.glob("*.svg"))
    assert len(drawings) > 15
    for name in drawings:
        image = icon(name, "#112233").pixmap(16, 16).toImage()
        assert any(image.pixelColor(x, y).alpha() for x in range(16) for y in range(16)), name


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_an_icon_is_drawn_for_the_screen_it_stands_on(qapp: QApplication, scale: float) -> None:
    """Not enlarged from a smaller one, which would blur it."""
    pixmap = icon("plus", "#112233").pixmap(QSize(16, 16), scale)
    assert pixmap.size() == QSize(round(16 * scale), round(16 * scale))
    renderer = QSvgRenderer(str(FOLDER / "plus.svg"))
    wanted = QImage(pixmap.size(), QImage.Format.Format_ARGB32_Premultiplied)
    wanted.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wanted)
    renderer.render(painter)
    painter.end()
    drawn = pixmap.toImage()
    places = [(x, y) for x in range(wanted.width()) for y in range(wanted.height())]
    assert all(drawn.pixelColor(x, y).alpha() == wanted.pixelColor(x, y).alpha() for x, y in places)


def test_the_card_says_how_well_the_window_is_sealed(open_window: Make, session: FakeSession) -> None:
    watched = SealReport(SealLevel.AUDIT, "x11_over_tcp", 0)
    work = open_window(session, report=watched).begin()
    assert work.space.sidebar.card.seal.text() == "Watched, not sealed"
    assert "network" in work.space.sidebar.card.toolTip()
    assert seal_line(SealReport(SealLevel.NONE, "platform", 0)) == "Not sealed"


def contrast(text: str, ground: str) -> float:
    """WCAG 2 contrast ratio of two `#rrggbb` colours."""
    light, dark = sorted((luminance(text), luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """WCAG 2 relative luminance."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
