"""Time per streamed chunk at 2, 32 and 256 KB, and opening 1,000 messages, as ratios. Run by hand:

QT_QPA_PLATFORM=offscreen python -m pytest -m benchmark tests/benchmarks/transcript_benchmark.py -s
"""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import statistics
import time

import pytest
from pytestqt.qtbot import QtBot

from app.domain.conversation import Message, MessageState, Role
from app.ui.markdown.parser import MarkdownParser
from app.ui.markdown.stream import MarkdownStream
from app.ui.tokens import LIGHT
from app.ui.transcript import TranscriptView
from app.ui.transcript.answer import AnswerItem

PAGE = (
    "Some **bold** text with `code` and a [link](https://e.example) and more words to fill the line.\n\n"
    "- one item\n- another item with more words\n  - nested\n\n"
    "```python\ndef area(width: float, height: float) -> float:\n    return width * height\n```\n\n"
    "| name | value |\n|---|---|\n| one | 1 |\n| two | 2 |\n\n> A quote of a line.\n\n"
)
SIZES_KB = (2, 32, 256)
CHUNK_CHARS = 24  # what a model of 40 tokens/s gives in 150 ms
CHUNKS = 80
ROUNDS = 5

pytestmark = pytest.mark.benchmark


def message(number: int, role: Role, text: str, state: MessageState = MessageState.COMPLETE) -> Message:
    """One message."""
    return Message(str(number), "c", None, role, text, state, 0)


def chunk_times(view: TranscriptView, size_kb: int) -> list[float]:
    """Processor time in seconds for each chunk after `size_kb` KB of answer: read, written, laid out, painted."""
    view.set_messages([message(1, Role.USER, "Tell me")])
    view.begin_answer(message(2, Role.ASSISTANT, "", MessageState.STREAMING))
    item = view.findChildren(AnswerItem)[-1]
    body = item.bodies()[-1]
    stream = MarkdownStream(MarkdownParser())
    text = PAGE * round(
        size_kb * 1024 / len(PAGE)
    )  # whole pages: the chunks that follow are the same in each size
    for start in range(0, len(text), 8192):
        update = stream.append(text[start : start + 8192])
        body.show_blocks(update.keep, update.blocks)
    item._answer_text._parts = [text]  # the view asks it only whether there is text
    item.height_changed.emit()
    view.repaint()
    times = []
    rest = PAGE * 4
    for number in range(CHUNKS):
        began = time.thread_time()
        update = stream.append(rest[number * CHUNK_CHARS : (number + 1) * CHUNK_CHARS])
        body.show_blocks(update.keep, update.blocks)
        item.height_changed.emit()
        view.viewport().repaint()
        times.append(time.thread_time() - began)
    return times


def test_time_per_chunk_is_flat(qtbot: QtBot) -> None:
    view = TranscriptView(LIGHT)
    qtbot.addWidget(view)
    view.resize(760, 800)
    view.show()
    chunk_times(view, 2)  # fonts and formats are made once
    rounds = [{size: statistics.median(chunk_times(view, size)) for size in SIZES_KB} for _ in range(ROUNDS)]
    medians = {size: statistics.median(one[size] for one in rounds) for size in SIZES_KB}
    ratios = {size: medians[size] / medians[SIZES_KB[0]] for size in SIZES_KB}
    print({size: f"{medians[size] * 1000:.2f} ms, x{ratios[size]:.2f}" for size in SIZES_KB})
    assert max(ratios.values()) <= 1.5


def test_opening_a_thousand_messages(qtbot: QtBot) -> None:
    def seconds(count: int) -> float:
        messages = [
            message(n, Role.ASSISTANT if n % 2 else Role.USER, PAGE if n % 2 else "Tell me")
            for n in range(count)
        ]
        view = TranscriptView(LIGHT)
        qtbot.addWidget(view)
        view.resize(760, 800)
        view.show()
        began = time.perf_counter()
        view.set_messages(messages)
        view.grab()
        return time.perf_counter() - began

    seconds(10)
    few = statistics.median(seconds(10) for _ in range(5))
    many = statistics.median(seconds(1000) for _ in range(5))
    print(f"10 messages {few * 1000:.1f} ms, 1,000 messages {many * 1000:.1f} ms, x{many / few:.2f}")
    assert many / few <= 3
