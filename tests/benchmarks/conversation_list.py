"""Thousands of conversations in the list, and the search in their messages, as ratios. Real view, real vault.

Processor time: one thread does all of it, and a busy machine doesn't disturb it.
"""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import itertools
import random
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.domain.conversation import Conversation, Folder
from app.ui.conversations.desk import FIRST_HITS
from app.ui.conversations.view import ConversationView
from app.ui.qt_start import make_application
from app.ui.theme import Theme
from app.vault import conversation_sql as sql
from app.vault.conversation_store import ConversationStore
from app.vault.database import Database
from app.vault.migrations import STEPS, migrate
from app.vault.word_query import match_expression
from tests.benchmarks.ratio import Ratio, compare

CONVERSATIONS = 5_000
FEW = 50
MESSAGES = 100_000
SYLLABLES = [consonant + vowel for consonant in "bdklmnrst" for vowel in "aeiou"]
BARE = "SELECT rowid FROM message_words WHERE message_words MATCH ? ORDER BY rank LIMIT ?"
DAY_MS = 86_400_000


def measure_list(rounds: int) -> list[Ratio]:
    """Showing, scrolling through and changing a list of 5,000 against one of 50."""
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else make_application(["hearth"])
    view = ConversationView(Theme(application))
    view.resize(244, 620)
    view.show()

    def show(count: int) -> float:
        listed, folders = _conversations(count), [Folder(f"f{n}", f"Folder {n}") for n in range(5)]
        view.rows.show_conversations([])
        view.grab()
        begun = time.process_time()
        view.rows.show_conversations(listed, None, folders)
        view.grab()
        return (time.process_time() - begun) * 1000

    def scroll(count: int) -> float:
        show(count)
        bar = view.verticalScrollBar()
        begun = time.process_time()
        for step in range(60):
            bar.setValue(bar.maximum() * step // 60)
            view.grab()
        return (time.process_time() - begun) / 60 * 1000

    def rename(count: int) -> float:
        show(count)
        listed, folders = _conversations(count), [Folder(f"f{n}", f"Folder {n}") for n in range(5)]
        listed[count // 2] = Conversation(f"c{count // 2}", "Another title", 0, listed[count // 2].updated_ms)
        begun = time.process_time()
        view.rows.show_conversations(listed, None, folders)
        view.grab()
        return (time.process_time() - begun) * 1000

    found = [
        compare(f"{CONVERSATIONS:,} listed against {FEW}: {name}", "ms", _of(act, CONVERSATIONS), _of(act, FEW), rounds)
        for name, act in (("shown", show), ("a step of scrolling", scroll), ("one renamed", rename))
    ]  # fmt: skip
    view.hide()
    return found


def measure_search(rounds: int) -> list[Ratio]:
    """First hits among 100,000 messages, as the window gets them, against the bare FTS query. At most 2."""
    place = Path(tempfile.mkdtemp(prefix="hearth-bench-"))
    database = Database.create(place / "vault.db", b"k" * 32, b"s" * 16)
    migrate(database, STEPS)
    words = _fill(database)
    store = ConversationStore(database)
    kinds = {
        "a rare word": [" ".join([word]) for word in words[400:440]],
        "two words": [f"{words[n]} {words[n + 60]}" for n in range(40, 80)],
        "a frequent word": words[5:25],
        "a beginning of three letters": [word[:3] for word in words[100:140]],
    }
    found = []
    for kind, queries in kinds.items():

        def ours(queries: list[str] = queries) -> float:
            return _each(queries, lambda query: store.search(query, FIRST_HITS))

        def theirs(queries: list[str] = queries) -> float:
            return _each(queries, lambda query: database.rows(BARE, (match_expression(query), FIRST_HITS)))

        found.append(
            compare(f"search {MESSAGES:,} messages: {kind}", "ms", ours, theirs, rounds, at_most=2.0)
        )
    database.close()
    shutil.rmtree(place)
    return found


def _of(act: Callable[[int], float], count: int) -> Callable[[], float]:
    return lambda: act(count)


def _each(queries: list[str], ask: Callable[[str], object]) -> float:
    """Mean time of a query, in ms."""
    begun = time.process_time()
    for query in queries:
        ask(query)
    return (time.process_time() - begun) / len(queries) * 1000


def _conversations(count: int) -> list[Conversation]:
    now = time.time_ns() // 1_000_000
    return [
        Conversation(
            f"c{n}",
            f"Conversation {n} about something",
            0,
            now - n * DAY_MS // 20,
            pinned=n % 500 == 3,
            folder=f"f{n % 5}" if n % 20 == 1 else "",
        )
        for n in range(count)
    ]


def _fill(database: Database) -> list[str]:
    """Messages of about 60 made-up words, a few words frequent and most rare; the words, frequent ones first."""
    chance = random.Random(7)
    words = [a + b + c for a in SYLLABLES for b in SYLLABLES for c in SYLLABLES[:20]]
    chance.shuffle(words)
    weights = [*itertools.accumulate(1 / (rank + 10) for rank in range(len(words)))]
    per_conversation = MESSAGES // CONVERSATIONS
    for start in range(0, CONVERSATIONS, 500):
        with database.transaction() as transaction:
            for number in range(start, start + 500):
                title = " ".join(chance.choices(words, cum_weights=weights, k=4))
                transaction.execute(
                    sql.ADD_CONVERSATION, (f"c{number}", title, 0, number, None, "", "", "", "", "")
                )
                for place in range(per_conversation):
                    text = " ".join(chance.choices(words, cum_weights=weights, k=60))
                    transaction.execute(
                        sql.ADD_MESSAGE,
                        (
                            f"{number}-{place}",
                            number + 1,
                            None,
                            "user",
                            text,
                            "",
                            "complete",
                            0,
                            "",
                            "",
                            0,
                            None,
                            "",
                        ),
                    )
    return words
