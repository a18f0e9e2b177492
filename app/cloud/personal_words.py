"""What only words give away: names after a title, birth dates where stated, addresses, this computer's names.

Pure; any process. Names without a title or a cue are missed, and so are addresses without a number or a word for
a street: `docs/promise.md` says so, with the measured shares.
"""

import re
from collections.abc import Iterator
from typing import Final

from app.cloud.marks import Kind, Mark

_CAPITAL: Final = r"[^\W\d_a-z\u00df-\u00f6\u00f8-\u00ff][^\W\d_]*(?:['\u2019-][^\W\d_]+){0,3}"
_FULL_NAME: Final = rf"{_CAPITAL}(?:[ \u00a0](?:{_CAPITAL}|[^\W\d_]\.|(?:van|von|de|der|den|da|di|del|al|bin|la|le)\b)){{0,4}}"
_TITLED: Final = re.compile(
    rf"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Herr|Frau|Hr|Fr|Mme|Mlle|Monsieur|Madame|Sr|Sra|Se\u00f1ora?|Sig|Signora?"
    rf"|Dhr|Mevr|Pan|Pani)\b\.?[ \u00a0](?P<name>{_FULL_NAME})"
)
_CUED: Final = re.compile(
    rf"(?:\b(?:[Mm]y name is|[Mm]y name's|I am called|[Nn]ame\s?:|[Dd]ear|[Ss]igned,?|[Rr]egards,|[Ss]incerely,|[Yy]ours,|[Cc]heers,|[Ii]ch hei\u00dfe"
    rf"|[Mm]ein Name ist|[Ll]iebe[r]?|[Jj]e m'appelle|[Mm]e llamo|[Mm]i chiamo)[\s,]{{1,4}}(?:Mr\.? |Mrs\.? |Ms\.? |Dr\.? )?)(?P<name>{_FULL_NAME})"
)
_NO_NAMES: Final = frozenset(
    [
        "sir",
        "madam",
        "customer",
        "team",
        "all",
        "colleague",
        "colleagues",
        "friend",
        "friends",
        "sirs",
        "madame",
        "kunde",
        "kundin",
        "everyone",
        "the",
    ]
)
_DATE: Final = (
    r"(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{1,2}-\d{1,2}|\d{1,2}(?:st|nd|rd|th|\.)?(?: of)? [^\W\d_]{3,9}\.?,? \d{4}"
    r"|[^\W\d_]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|(?:19|20)\d\d)"
)
# What is called a date of birth is followed by one, words and a full stop between them or not.
_BIRTH_DATE: Final = re.compile(
    r"(?i)\b(?:date of birth|birth ?date|d\.?o\.?b\b\.?|geburtsdatum|geburtstag|date de naissance|fecha de nacimiento"
    rf"|data di nascita|data de nascimento|geboortedatum)[^\n\d]{{0,40}}?(?P<date>{_DATE})(?![\d])"
)
_BORN: Final = re.compile(
    r"(?i)\b(?:born|birthday(?: is| on)?|geboren|n\u00e9e? le|nacid[oa] el|nat[oa] il)"
    rf"(?:[^\n\d.!?;]{{0,40}}?[\s:=(])(?P<date>{_DATE})(?![\d])"
)
_STREET: Final = (
    r"(?:street|st|road|rd|avenue|ave|boulevard|blvd|lane|ln|drive|dr|court|ct|place|pl|square|sq|terrace|way|parkway|pkwy|highway|hwy"
    r"|circle|crescent|close|row|mews|alley|trail|quay)\b\.?"
)
_COMPOUND: Final = (
    r"[^\W\d_]{2,30}(?:stra\u00dfe|strasse|str\.|gasse|weg|platz|allee|ring|gatan|v\u00e4gen|gata|vej|gade|veien|gaten|vegen|katu|tie|kuja"
    r"|straat|laan|plein|dreef|utca|ulice)"
)
_PREFIXED: Final = (
    r"(?:rue|avenue|boulevard|place|chemin|via|viale|piazza|corso|calle|avenida|plaza|paseo|rua|travessa|pra\u00e7a|ul\.|ulica|aleja|al\."
    r"|strada|str\.|bulevardul)"
)
_NAME_WORDS: Final = rf"{_CAPITAL}(?:[ ]{_CAPITAL}){{0,3}}"
_UNIT: Final = r"(?:,? ?(?:apt|apartment|suite|ste|unit|flat|floor|room|box|#)\.? ?[\w-]{1,6})?"
_CITY: Final = rf"(?:,? ?\n? ?(?:[A-Z]{{1,3}}-)?\d{{4,5}}(?:[ -]\d{{2,4}})?,? {_NAME_WORDS}|,? ?\n? ?{_NAME_WORDS},? [A-Z]{{2}},? \d{{5}}(?:-\d{{4}})?)?"
_ADDRESSES: Final = (
    re.compile(rf"\b\d{{1,5}}[a-zA-Z]?,? (?:[NSEW]\.? )?{_NAME_WORDS} (?i:{_STREET})(?i:{_UNIT}){_CITY}"),
    re.compile(rf"\b(?:{_NAME_WORDS} )?(?i:{_COMPOUND}) \d{{1,4}} ?[a-zA-Z]?\b{_CITY}"),
    re.compile(
        rf"\b(?:\d{{1,4}},? )?(?i:{_PREFIXED}) (?:d[eiu][sl]?[a]? |d')?{_NAME_WORDS},? (?:n\u00ba ?)?\d{{1,4}}\b{_CITY}"
    ),
    re.compile(rf"\b\d{{1,4}}(?: bis)?,? (?i:{_PREFIXED}) (?:d[eiu][sl]?[a]? |d')?{_NAME_WORDS}{_CITY}"),
    re.compile(r"(?i)\bp\.? ?o\.? ?box \d{1,6}\b|\bpostfach \d[\d ]{1,7}\b"),
)
_SPACE: Final = r"\s+"
_HOME: Final = re.compile(
    r"(?:/home/|/Users/|[A-Za-z]:\\Users\\)(?P<user>[^\s/\\:\"'<>|]{1,64})(?:[/\\][^\s:\"'<>|]*)?"
)


def find_personal_words(text: str, user: str = "", host: str = "", home: str = "") -> Iterator[Mark]:
    """Names with a title or cue, stated birth dates, addresses, paths below a home folder.

    `user`, `host` and `home` are this computer's; empty ones, and names shorter than three letters, are not
    looked for.
    """
    for pattern in (_TITLED, _CUED):
        for match in pattern.finditer(text):
            if match["name"].split()[0].lower() not in _NO_NAMES:
                yield Mark(*match.span("name"), Kind.NAME)
    for pattern in (_BIRTH_DATE, _BORN):
        for match in pattern.finditer(text):
            yield Mark(*match.span("date"), Kind.BIRTH_DATE)
    for pattern in _ADDRESSES:
        for match in pattern.finditer(text):
            yield Mark(match.start(), match.end(), Kind.ADDRESS)
    for match in _HOME.finditer(text):
        yield Mark(match.start(), match.start() + len(match[0].rstrip(".,;)")), Kind.PATH)
    if len(home) > 3:
        for match in re.finditer(rf"{re.escape(home)}(?:[/\\][^\s:;\"'<>|]*)?", text):
            yield Mark(match.start(), match.end(), Kind.PATH)
    for word, kind in ((user, Kind.USER), (host, Kind.HOST)):
        if len(word) > 2:
            yield from find_words(text, [word], kind)


def find_words(text: str, words: list[str], kind: Kind) -> Iterator[Mark]:
    """Each of `words` wherever it stands as a word, in any case; a space in it stands for any white space."""
    for word in words:
        parts = [re.escape(part) for part in word.split()]
        if parts:
            for match in re.finditer(rf"(?<!\w){_SPACE.join(parts)}(?!\w)", text, re.IGNORECASE):
                yield Mark(match.start(), match.end(), kind)
