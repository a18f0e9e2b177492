"""The library that `searching` searches: 100,000 passages with their vectors, made once and kept.

Passages are pieces of real abstracts, articles and speeches where HEARTH_CORPUS is set, two pieces of a few sentences
each; else made words with the frequencies of a language. Vectors are random, which is the hardest case for an index.
Making it takes long, so it is kept in `.hearth-benchmark/` until what it is made by changes.
"""

import hashlib
import inspect
import random
import re
import shutil
import sys
from pathlib import Path

import numpy as np

from app.library.embedder import embedder_folder
from app.library.passage_table import Floats
from app.library.schema import STEPS, prepare
from app.library.vector_store import VectorStore
from app.library.words import WORDS_VERSION, index_words
from app.vault.database import Database
from tests.benchmarks.build_llama_bench import CACHE
from tests.quality import collections

PASSAGES = 100_000
DIMENSIONS = 384
KEY, SALT = b"k" * 32, b"s" * 16
IN_ONE = 20  # passages of one document
LEAST_CHARS = 800
PIECE_CHARS = 400
AT_ONCE = 5000
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_SYLLABLES = [consonant + vowel for consonant in "bdklmn" for vowel in "aeiou"]
_NOWHERE = (
    b"/nowhere/at/all"  # its folder: a library process that opens it finds it missing, and leaves it alone
)


def vectors() -> Floats:
    """(PASSAGES, DIMENSIONS) unit vectors of the passages, the same each time."""
    found = np.random.default_rng(7).normal(size=(PASSAGES, DIMENSIONS)).astype(np.float32)
    found /= np.linalg.norm(found, axis=1, keepdims=True)
    return found


def questions() -> list[str]:
    """What to ask, in an order of its own that is the same each time."""
    asked = texts_and_questions()[1]
    random.Random(7).shuffle(asked)
    return asked


def library(place: Path) -> Path:
    """A copy of the library in the folder `place`."""
    made = sys.modules[__name__]
    facts = f"{len(STEPS)} {WORDS_VERSION} {collections.available()} {inspect.getsource(made)}"
    kept = CACHE / f"search-{hashlib.sha256(facts.encode()).hexdigest()[:16]}.db"
    if not kept.exists():
        CACHE.mkdir(exist_ok=True)
        for former in CACHE.glob("search-*.db"):
            former.unlink()
        unfinished = place / "unfinished.db"
        make(unfinished, KEY, SALT)
        shutil.move(unfinished, kept)
    copy = place / "library.db"
    shutil.copy(kept, copy)
    return copy


def make(path: Path, key: bytes, salt: bytes) -> None:
    """Make the library at `path`."""
    database = Database.create(path, key, salt)
    prepare(database)
    _fill(database)
    store, made = VectorStore(database), vectors()
    store.use(store.register(embedder_folder("").identity, "made", DIMENSIONS))
    for begin in range(0, PASSAGES, AT_ONCE):
        store.put(store.embedder, range(begin + 1, begin + AT_ONCE + 1), made[begin : begin + AT_ONCE])
    database.checkpoint()
    database.close()


def _fill(database: Database) -> None:
    """Write the passages."""
    chance = random.Random(7)
    texts = texts_and_questions()[0]
    sentences = [[each for each in _SENTENCE_END.split(text) if each] for text in texts]
    places = [(text, at) for text, each in enumerate(sentences) for at in range(len(each))]
    words = [[" ".join(index_words(each, "en")) for each in text] for text in sentences]
    with database.transaction() as transaction:
        transaction.execute("INSERT INTO libraries VALUES (1, 'made', 0, '{}', 0)")
        transaction.execute("INSERT INTO roots VALUES (1, 1, ?, 0)", (_NOWHERE,))
    start = 0
    for begin in range(0, PASSAGES, AT_ONCE):
        with database.transaction() as transaction:
            for number in range(begin, begin + AT_ONCE):
                document = number // IN_ONE + 1
                if number % IN_ONE == 0:
                    start = 0
                    transaction.execute(
                        "INSERT INTO documents VALUES (?, ?, 'text', '', '', '', '{}', '[]')",
                        (document, document.to_bytes(8, "big")),
                    )
                    transaction.execute(
                        "INSERT INTO files VALUES (?, 1, 1, ?, ?, 1, 1, 1, 1, 'ready', '', '{}', ?)",
                        (document, str(document).encode(), str(document), document),
                    )
                chosen: list[tuple[int, int]] = []
                length = 0
                while length < LEAST_CHARS:
                    text, at = chance.choice(places)
                    enough = length + PIECE_CHARS
                    while at < len(sentences[text]) and length < enough:
                        chosen.append((text, at))
                        length += len(sentences[text][at]) + 1
                        at += 1
                passage = " ".join(sentences[text][at] for text, at in chosen)
                held = " ".join(words[text][at] for text, at in chosen)
                transaction.execute(
                    "INSERT INTO passages VALUES (?, ?, 1, ?, ?, 'en', '[]', ?, ?, ?)",
                    (number + 1, document, start, start + len(passage), passage, held, len(held.split())),
                )
                start += len(passage) + 1


def texts_and_questions() -> tuple[list[str], list[str]]:
    """What passages are cut from, and what is asked, in the collections' order."""
    return _real() if collections.available() else _made(random.Random(7))


def _real() -> tuple[list[str], list[str]]:
    """Texts and questions of the collections in English."""
    known = [collections.scifact(), collections.xquad("en"), collections.cranfield()]
    texts = [text for each in known for text in each.documents.values()]
    return texts, [query for each in known for query in each.queries.values()]


def _made(chance: random.Random) -> tuple[list[str], list[str]]:
    """The same of made words, the n-th of which comes 1/n times as often."""
    words = [a + b + c for a in _SYLLABLES for b in _SYLLABLES for c in _SYLLABLES]
    weights = [1 / (rank + 10) for rank in range(len(words))]

    def sentence() -> str:
        return " ".join(chance.choices(words, weights, k=16)) + "."

    return [" ".join(sentence() for _ in range(8)) for _ in range(8000)], [sentence() for _ in range(600)]
