"""All passages as columns in memory: number, length, language. What scores are kept in the order of.

Main thread of the library process. 100,000 passages take 2 MB and a tenth of a second to load, through an
index that holds just these columns.
"""

from collections import Counter
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.vault.database import Database

Numbers = NDArray[np.int64]
Positions = NDArray[np.int64]
Floats = NDArray[np.float32]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class PassageTable:
    """Attributes:
    numbers: (n,) passage numbers, rising.
    lengths: (n,) words in the keyword index.
    linked: (n,) whether the next passage is of the same document.
    surroundings: (n,) words of a passage and its neighbours in the document together.
    mean_length, mean_surroundings: their means; 1 where there are none.
    languages: language -> how many passages.
    language_codes, language_names: (n,) place in `language_names` of each passage's language.
    """

    numbers: Numbers
    lengths: Floats
    linked: Mask
    surroundings: Floats
    mean_length: float
    mean_surroundings: float
    languages: dict[str, int]
    language_codes: NDArray[np.int16]
    language_names: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.numbers)

    def positions(self, numbers: Numbers) -> Positions:
        """Where these passages are in the columns. All of them must be there."""
        first = int(self.numbers[0]) if len(self.numbers) else 0
        if len(self.numbers) and int(self.numbers[-1]) - first + 1 == len(self.numbers):
            return numbers - first  # nothing was ever removed: no need to look
        return np.searchsorted(self.numbers, numbers)

    def mask(self, numbers: Numbers) -> Mask:
        """(n,) True for these passages; numbers that aren't in the table are passed over."""
        found = np.zeros(len(self.numbers), dtype=np.bool_)
        if len(self.numbers) and len(numbers):
            places = np.minimum(np.searchsorted(self.numbers, numbers), len(self.numbers) - 1)
            found[places[self.numbers[places] == numbers]] = True
        return found


def load(database: Database) -> PassageTable:
    """The table as the database is now."""
    rows = database.rows(
        "SELECT number, length, language, document FROM passages INDEXED BY passages_measures"
    )
    languages = Counter(row[2] for row in rows)
    names = tuple(languages)
    place = {name: index for index, name in enumerate(names)}
    numbers = np.fromiter((row[0] for row in rows), np.int64, len(rows))
    lengths = np.fromiter((row[1] for row in rows), np.float32, len(rows))
    codes = np.fromiter((place[row[2]] for row in rows), np.int16, len(rows))
    documents = np.fromiter((row[3] for row in rows), np.int64, len(rows))
    order = np.argsort(numbers)  # a document's passages were written one after another
    lengths, documents = lengths[order], documents[order]
    linked = np.zeros(len(rows), dtype=np.bool_)
    linked[:-1] = documents[1:] == documents[:-1]
    surroundings = with_neighbours(lengths, linked)
    return PassageTable(
        numbers[order],
        lengths,
        linked,
        surroundings,
        max(float(lengths.mean()) if len(rows) else 1.0, 1.0),
        max(float(surroundings.mean()) if len(rows) else 1.0, 1.0),
        dict(languages),
        codes[order],
        names,
    )


def with_neighbours(values: Floats, linked: Mask) -> Floats:
    """(n,) each value plus those of the passages before and after it in the same document."""
    total = values.copy()
    if len(values) > 1:
        total[1:] += values[:-1] * linked[:-1]
        total[:-1] += values[1:] * linked[:-1]
    return total
