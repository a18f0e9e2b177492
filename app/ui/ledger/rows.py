"""The ledger's rows in a person's words, made on the work thread: thousands take longer than the window may stand.

The words themselves are translated on the main thread, once, into a `LedgerWords`.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.domain.comparison import PLACE
from app.domain.ledger import LedgerEntry, Outcome
from app.services.ledger_service import LedgerView

_DEFAULT_PORTS = {"https": ":443", "http": ":80"}


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One request as it is shown. `found_by` holds, in small letters, all words that find it."""

    entry: LedgerEntry
    to: str
    why: str
    allowed: str
    ended: str
    found_by: str


@dataclass(frozen=True, slots=True)
class LedgerWords:
    """What the values in the ledger are called, in the language of the window."""

    purposes: Mapping[str, str]
    allowed: Mapping[str, str]
    outcomes: Mapping[Outcome, str]
    fetched: str
    question: str
    comparison: str
    gone: str


def ledger_words() -> LedgerWords:
    """The words in the language in force. Main thread."""
    return LedgerWords(
        {
            "test_connection": _say("Connection test"),
            "list_models": _say("List of models"),
            "download_model": _say("Model download"),
        },
        {
            "typed at the terminal": _say("You, at the terminal"),
            "--allow with the sum of the bytes": _say("You, by command"),
            "--allow with the server's name": _say("You, by command"),
            "the command 'provider test'": _say("You, by command"),
            "the command 'provider models'": _say("You, by command"),
            "the sheet in the window": _say("You, after a look"),
            "the button on the first page": _say("You, on the first page"),
            "an earlier sheet in the window": _say("You, for this conversation"),
            "the button in the window's settings": _say("You, in Settings"),
        },
        {
            Outcome.OPEN: _say("Under way"),
            Outcome.ANSWERED: _say("Answered"),
            Outcome.BROKEN: _say("Broken off"),
            Outcome.NOT_SENT: _say("Not sent"),
            Outcome.STOPPED: _say("Stopped by you"),
            Outcome.UNKNOWN: _say("Unknown: Hearth had ended"),
        },
        _say("Fetched"),
        _say("A single question"),
        _say("A comparison"),
        _say("A conversation that is deleted"),
    )


def rows_of(view: LedgerView, words: LedgerWords) -> list[LedgerRow]:
    """The rows of the ledger, in its order. Any thread."""
    return [_row(entry, view.titles, words) for entry in view.entries]


def place_of(origin: str) -> str:
    """A server as people call it: without what goes without saying."""
    scheme, _, place = origin.partition("://")
    return place.removesuffix(_DEFAULT_PORTS.get(scheme, ":"))


def _row(entry: LedgerEntry, titles: Mapping[str, str], words: LedgerWords) -> LedgerRow:
    to = place_of(entry.origin)
    why = _why(entry, titles, words)
    allowed = words.allowed.get(entry.allowed_by, entry.allowed_by)
    fetched = entry.purpose == "download_model" and entry.outcome is Outcome.ANSWERED
    ended = words.fetched if fetched else words.outcomes[entry.outcome]
    day = datetime.datetime.fromtimestamp(entry.at_ms / 1000).strftime("%Y-%m-%d %H:%M")
    found_by = " ".join((to, entry.provider, why, entry.model, allowed, ended, day)).casefold()
    return LedgerRow(entry, to, why, allowed, ended, found_by)


def _why(entry: LedgerEntry, titles: Mapping[str, str], words: LedgerWords) -> str:
    if entry.purpose != "chat":
        name = words.purposes.get(entry.purpose, entry.purpose)
        return f"{name}: {entry.model}" if entry.model else name
    if entry.conversation.startswith("question "):  # asked by `hearth ask`, outside of conversations
        return words.question
    if entry.conversation.startswith(PLACE):
        return words.comparison
    return titles.get(entry.conversation) or words.gone


def _say(text: str) -> str:
    return QCoreApplication.translate("Ledger", text)
