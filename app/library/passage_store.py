"""Passages as rows: which may be found, and what is shown of them. Main thread of the library process."""

import json
import os
import string
import unicodedata
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from app.domain.errors import LibraryError
from app.domain.passage import SearchFilter
from app.library.passage_table import Numbers
from app.vault.database import Database, Value

_SMALL = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)


@dataclass(frozen=True, slots=True)
class Row:
    """A passage with its document."""

    number: int
    document: int
    kind: str
    page: int
    start: int
    stop: int
    headings: tuple[str, ...]
    text: str
    words: str
    page_label: str


@dataclass(frozen=True, slots=True)
class Holder:
    """A file that holds a document."""

    library: str
    path: str


class PassageStore:
    """Rows of `passages` with the files they are in."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def conditions(self, libraries: Sequence[str], only: SearchFilter) -> tuple[str, list[Value]]:
        """The SQL condition on files f, libraries l and documents d, and its values.

        Raises LibraryError("library_unknown").
        """
        where: list[str] = []
        values: list[Value] = []
        if libraries:
            for name in libraries:
                if self._database.row("SELECT 1 FROM libraries WHERE name = ?", (name,)) is None:
                    raise LibraryError("library_unknown", name=name)
            where.append(f"l.name IN ({_marks(libraries)})")
            values += libraries
        else:
            where.append("l.conversation = 0")
        if only.kinds:
            kinds = [kind.lstrip(".").lower() for kind in only.kinds]
            ending = " OR lower(substr(f.shown, -length(?))) = ?" * len(kinds)
            where.append(f"(d.kind IN ({_marks(kinds)}){ending})")
            values += kinds
            values += [value for kind in kinds for value in (f".{kind}", f".{kind}")]
        if only.under:
            under = only.under.rstrip(os.sep)
            where.append("(f.shown = ? OR substr(f.shown, 1, length(?)) = ?)")
            values += [under, under + os.sep, under + os.sep]
        if only.part:
            parts = _spellings(only.part)
            where.append("(" + " OR ".join(["instr(lower(f.shown), ?) > 0"] * len(parts)) + ")")
            values += parts
        # Of what says a year or month only, the first day. A change was on the day of this computer's calendar.
        changed = "date(f.changed_ns / 1000000000, 'unixepoch', 'localtime')"
        day = f"substr(coalesce(nullif(d.date, '') || '-01-01', {changed}), 1, 10)"
        if only.date_from:
            where.append(f"{day} >= ?")
            values.append(only.date_from[:10])
        if only.date_to:
            where.append(f"{day} <= ?")
            values.append(only.date_to[:10])
        return " AND ".join(where), values

    def numbers(self, where: str, values: Sequence[Value]) -> Numbers:
        """The passages whose files meet the condition."""
        rows = self._database.rows(
            "SELECT p.number FROM passages AS p INDEXED BY passages_of WHERE p.document IN"  # noqa: S608 - ours
            " (SELECT f.document FROM files AS f JOIN libraries AS l ON l.number = f.library"
            f" JOIN documents AS d ON d.number = f.document WHERE {where})",
            values,
        )
        return np.fromiter((row[0] for row in rows), np.int64, len(rows))

    def of_conversations(self, where: str, values: Sequence[Value], limit: int) -> list[int]:
        """The first passages of conversations' files that meet the condition, in reading order."""
        rows = self._database.rows(
            "SELECT p.number FROM passages AS p JOIN files AS f ON f.document = p.document"  # noqa: S608 - ours
            " JOIN libraries AS l ON l.number = f.library JOIN documents AS d ON d.number = f.document"
            f" WHERE l.conversation = 1 AND {where} ORDER BY f.number, p.page, p.start LIMIT ?",
            (*values, limit),
        )
        return [int(row[0]) for row in rows]

    def rows(self, numbers: Sequence[int]) -> list[Row]:
        """Passages in the order asked for, less those that have gone."""
        found = self._database.rows(
            "SELECT p.number, p.document, d.kind, p.page, p.start, p.stop, p.headings, p.text, p.words,"  # noqa: S608 - marks only
            " coalesce(g.label, '') FROM passages AS p JOIN documents AS d ON d.number = p.document"
            " LEFT JOIN pages AS g ON g.document = p.document AND g.number = p.page"
            f" WHERE p.number IN ({_marks(numbers)})",
            numbers,
        )
        by_number: dict[int, Row] = {}
        for passage, document, kind, page, start, stop, headings, text, words, label in found:
            titles = tuple(json.loads(headings))
            by_number[passage] = Row(passage, document, kind, page, start, stop, titles, text, words, label)
        return [by_number[number] for number in numbers if number in by_number]

    def holders(
        self, documents: Sequence[int], where: str, values: Sequence[Value]
    ) -> dict[int, list[Holder]]:
        """For each document the files with it that meet the condition, the one known longest first."""
        rows = self._database.rows(
            "SELECT d.number, l.name, f.shown FROM files AS f JOIN libraries AS l ON l.number = f.library"  # noqa: S608 - ours
            " JOIN documents AS d ON d.number = f.document"
            f" WHERE f.document IN ({_marks(documents)}) AND {where} ORDER BY f.number",
            (*documents, *values),
        )
        found: dict[int, list[Holder]] = {}
        for document, name, path in rows:
            found.setdefault(document, []).append(Holder(name, path))
        return found

    def page(self, document: int, number: int) -> str:
        """Text of a page; empty when it has gone."""
        found = self._database.row(
            "SELECT text FROM pages WHERE document = ? AND number = ?", (document, number)
        )
        return zlib.decompress(found[0]).decode() if found else ""


def _spellings(part: str) -> list[str]:
    """How a part of a path may be spelled where SQLite has made A to Z small, and only those: in small or capital
    letters, accents joined to their letters or apart as macOS has them."""
    cases = (part, part.lower(), part.upper(), part.title(), part.capitalize())
    forms = (unicodedata.normalize(form, case) for case in cases for form in ("NFC", "NFD"))
    return sorted({spelled.translate(_SMALL) for spelled in (*cases, *forms)})


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" for _ in values)
