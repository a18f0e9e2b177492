"""How well documents are read: failures per kind over awkward files, and words and cells kept beside another
converter's output.

    python -m tests.quality.reading FOLDER      the whole collection, one line a file that gives no text
"""

import html
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.domain.document import Outcome, Reading, ReadOptions
from app.ipc.reading import DocumentReader
from app.services.sentences import sentence

_WORD = re.compile(r"\w+")
# What isn't in the document: the other converter's own marks, and midnight after each date.
_NOT_WORDS = re.compile(r"<!--.*?-->|\]\([^)\s]*\)| 00:00:00", re.DOTALL)
_TABLE_RULE = re.compile(r"^\|[\s:|-]+$")


@dataclass(frozen=True)
class Read:
    """One file and what came of it."""

    path: Path
    reading: Reading

    @property
    def extension(self) -> str:
        """The end of its name."""
        return self.path.suffix[1:].lower() or "none"

    @property
    def text(self) -> str:
        """All its pages."""
        return "\n".join(page.text for page in self.reading.pages)


@dataclass(frozen=True)
class Kept:
    """How much of a reference's words and table cells are in what was read."""

    words: int
    of_words: int
    cells: int
    of_cells: int

    def __add__(self, other: "Kept") -> "Kept":
        return Kept(
            self.words + other.words,
            self.of_words + other.of_words,
            self.cells + other.cells,
            self.of_cells + other.of_cells,
        )

    @property
    def word_share(self) -> float:
        """Between 0 and 1."""
        return self.words / max(self.of_words, 1)


def files_in(folder: Path) -> list[Path]:
    """All files, in order."""
    return sorted(path for path in folder.rglob("*") if path.is_file())


def read_all(paths: Iterable[Path], options: ReadOptions | None = None) -> Iterator[Read]:
    """Read one after the other."""
    with DocumentReader() as reader:
        for path in paths:
            yield Read(path, reader.read_document(path, options or ReadOptions()))


def failures(found: Iterable[Read]) -> dict[str, tuple[int, int]]:
    """Extension -> how many gave neither text nor the plain word that there is none, and how many there were."""
    failed, all_of = Counter[str](), Counter[str]()
    for one in found:
        all_of[one.extension] += 1
        failed[one.extension] += one.reading.outcome not in (Outcome.TEXT, Outcome.EMPTY)
    return {extension: (failed[extension], all_of[extension]) for extension in sorted(all_of)}


def reference_of(path: Path) -> Path | None:
    """The other converter's output beside a document."""
    return next(iter(sorted(path.parent.glob(f"{path.name}.*.expected"))), None)


def compare(one: Read, reference: str) -> Kept:
    """Compare what was read with a reference in Markdown."""
    plain = html.unescape(_NOT_WORDS.sub(" ", reference)).replace("\\_", "_")
    wanted, have = _words(plain), _words(one.text)
    cells = [
        " ".join(_WORD.findall(cell.lower()))
        for line in plain.splitlines()
        if line.startswith("|") and not _TABLE_RULE.match(line)
        for cell in line.strip().strip("|").split("|")
    ]
    cells = [cell for cell in cells if cell]
    flat = " ".join(_WORD.findall(one.text.lower()))
    return Kept(
        sum((wanted & have).values()), sum(wanted.values()), sum(cell in flat for cell in cells), len(cells)
    )


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.lower()))


def main() -> None:
    """Print the whole table."""
    found = []
    for one in read_all(files_in(Path(sys.argv[1]))):
        found.append(one)
        error = one.reading.error
        if error is not None:
            print(f"{one.path.name}: {sentence(error)}")
    for extension, (failed, of) in failures(found).items():
        slowest = max(one.reading.seconds for one in found if one.extension == extension)
        print(f"{extension:10} {failed:3} of {of:3} failed ({failed / of:6.1%}), slowest {slowest:.2f} s")
    kinds: dict[str, Kept] = {}
    for one in found:
        reference = reference_of(one.path)
        if reference is not None:
            kept = compare(one, reference.read_text("utf-8"))
            kinds[one.extension] = kinds.get(one.extension, Kept(0, 0, 0, 0)) + kept
    for extension, kept in kinds.items():
        print(f"{extension:10} words {kept.word_share:.3f}, cells {kept.cells} of {kept.of_cells}")


if __name__ == "__main__":
    main()
