"""Reading in pieces gives the same tree as reading at once."""

import random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.ui.markdown.nodes import Code, ItemList, Link, Notice, NoticeKind, Paragraph, Plain, Table, Text
from app.ui.markdown.parser import MarkdownParser
from app.ui.markdown.plain import block_text
from app.ui.markdown.stream import MARKDOWN_CHARS, SHOWN_CHARS, WINDOW_CHARS, MarkdownStream, parse
from tests.ui.markdown import corpus

PARSER = MarkdownParser()
# fmt: off
BITS = (
    "a", "word ", "\n", "\n\n", "- ", "  - ", "1. ", "> ", ">> ", "```\n", "```py\n", "~~~", "    ", "\t",
    "| a ", "|--|--|\n", "|\n", "# ", "===\n", "---\n", "*", "**", "_", "`", "~~", "[a]",
    "[a]: https://x.example\n", '"t"\n', "[b](https://y.example)", "![p](//h/p.png)", "<b>", "&#x202e;",
    "\\", "\r", "\r\n", "\x00", "\u200d", "é", "[ ] ", "$", "$$", "$$\n", "\\[\n", "\\]\n", "[^a]", "[^a]: n\n",
)
# fmt: on
markdown = st.lists(st.sampled_from(BITS), max_size=60).map("".join)


def in_pieces(text: str, cuts: list[int]) -> MarkdownStream:
    stream = MarkdownStream(PARSER)
    places = sorted({cut % (len(text) + 1) for cut in cuts})
    for start, end in zip([0, *places], [*places, len(text)], strict=True):
        update = stream.append(text[start:end])
        assert stream.blocks[update.keep :] == update.blocks
    stream.finish()
    return stream


@settings(max_examples=300, deadline=None)
@given(markdown, st.lists(st.integers(0, 10_000), max_size=40))
def test_any_cutting_gives_the_tree_of_one_reading(text: str, cuts: list[int]) -> None:
    assert in_pieces(text, cuts).blocks == parse(text, PARSER)


@settings(max_examples=60, deadline=None)
@given(st.lists(markdown, min_size=1, max_size=4).map("\n\n".join), st.integers(1, 7))
@example("```\n    ", 1)
@example("~~~\na\n\n\t", 2)
def test_the_slices_read_like_the_library_reads_the_whole(text: str, size: int) -> None:
    text = text.replace("\r", "\n").replace("\0", "").replace("\u200d", "")
    whole = tuple(placed.block for placed in PARSER.blocks(text, {}))
    cuts = list(range(0, len(text), size))
    assert in_pieces(text, cuts).blocks == whole


@pytest.mark.parametrize(
    "unit", ["- item of a list\n", "| a | b |\n", "> quote\n", "word " * 9, "x", "[a] b\n\n", "```\ncode\n"]
)
def test_blocks_longer_than_the_window_are_cut_by_the_text_alone(unit: str) -> None:
    start = "| x | y |\n|---|---|\n" if unit.startswith("|") else ""
    text = start + unit * (3 * WINDOW_CHARS // len(unit)) + "\n\n[a]: https://x.example\n"
    whole = parse(text, PARSER)
    dice = random.Random(7)
    cuts = [dice.randrange(len(text)) for _ in range(40)]
    assert in_pieces(text, cuts).blocks == whole


def test_a_long_table_stays_a_table() -> None:
    text = "| x | y |\n|---|---|\n" + "".join(f"| {n} | b |\n" for n in range(10_000))
    blocks = parse(text, PARSER)
    assert all(isinstance(block, Table) for block in blocks)
    rows = [row for block in blocks if isinstance(block, Table) for row in block.rows]
    assert [row[0] for row in rows] == [(Text(str(n)),) for n in range(10_000)]


def test_a_long_fence_is_one_block() -> None:
    text = "```py\n" + "x = 1\n" * 20_000 + "```\nafter"
    blocks = parse(text, PARSER)
    assert blocks == (Code("x = 1\n" * 19_999 + "x = 1", "py"), Paragraph((Text("after"),)))


def test_a_definition_acts_on_what_stood_before_it() -> None:
    stream = MarkdownStream(PARSER)
    stream.append("see [a] here\n\nnext\n\nmore\n\n")
    assert stream.blocks[0] == Paragraph((Text("see [a] here"),))
    stream.append("[a]: https://x.example\n")
    update = stream.finish()
    assert update.keep == 0
    first = stream.blocks[0]
    assert isinstance(first, Paragraph)
    assert first.children[1] == Link((Text("a"),), "https://x.example", True)


def test_an_unfinished_list_grows_in_place() -> None:
    stream = MarkdownStream(PARSER)
    stream.append("done\n\n- one\n")
    update = stream.append("- two")
    assert update.keep == 1
    items = update.blocks[0]
    assert isinstance(items, ItemList)
    assert len(items.items) == 2


def test_very_long_text_is_shown_letter_for_letter_and_then_not_at_all() -> None:
    text = "line *one*\n\n" * (SHOWN_CHARS // 12 + 1000)
    blocks = parse(text, PARSER)
    assert in_pieces(text, list(range(0, len(text), 9_001))).blocks == blocks
    notices = [block for block in blocks if isinstance(block, Notice)]
    assert [notice.kind for notice in notices] == [NoticeKind.PLAIN_FROM_HERE, NoticeKind.LEFT_OUT]
    assert notices[1].count == len(text) - SHOWN_CHARS
    plain = [block for block in blocks if isinstance(block, Plain)]
    assert abs(sum(len(block.text) for block in plain) - (SHOWN_CHARS - MARKDOWN_CHARS)) < len(plain) + 20


def test_commonmarks_examples_read_as_their_words() -> None:
    path = corpus.folder()
    if path is None:
        pytest.skip("HEARTH_CORPUS is not set: CommonMark's examples are not here")
    examples = corpus.commonmark(path)
    assert len(examples) > 600
    dice = random.Random(3)
    for source, _html in examples:
        whole = tuple(placed.block for placed in PARSER.blocks(source, {}))
        assert parse(source, PARSER) == whole
        cuts = [dice.randrange(len(source) + 1) for _ in range(6)]
        assert in_pieces(source, cuts).blocks == whole
        assert block_text(whole) is not None
