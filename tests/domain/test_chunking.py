"""Passages end at sentence ends, know their headings, and lose nothing."""

import pytest

from app.domain.chunking import LONGEST_TOKENS, TARGET_TOKENS, estimated_tokens, pieces, sentences
from app.domain.document import Block, BlockKind, Page

ENGLISH = (
    "Dr. Smith measured the tower in 1901. It is 41.5 metres high! Was it rebuilt? Nobody knows, e.g. why. "
)
CHINESE = "灯塔建于一九零一年。它高四十一米！后来重建了吗？没有人知道。"
ARABIC = "بني البرج عام ١٩٠١. ارتفاعه ٤١ مترا! هل أعيد بناؤه؟ لا أحد يعرف. "


@pytest.mark.parametrize("text", [ENGLISH * 40, CHINESE * 60, ARABIC * 40])
def test_long_text_is_cut_at_sentence_ends_into_fitting_pieces(text: str) -> None:
    found = list(pieces([Page(1, text)]))
    assert len(found) >= 3
    for piece in found:
        cut = text[piece.start : piece.end]
        assert estimated_tokens(cut) <= LONGEST_TOKENS
        assert cut[-1] in ".!?。！？؟"
    assert (
        sum(estimated_tokens(text[p.start : p.end]) for p in found[:-1]) / (len(found) - 1)
        > TARGET_TOKENS * 0.7
    )


@pytest.mark.parametrize(
    "text", [ENGLISH * 9, CHINESE * 30, "word " * 5000, "x" * 20_000, "a\n\n\nb\n" * 900]
)
def test_every_character_that_is_not_white_space_is_in_exactly_one_piece(text: str) -> None:
    covered = "".join(text[piece.start : piece.end] for piece in pieces([Page(1, text)]))
    assert "".join(covered.split()) == "".join(text.split())


def test_abbreviations_and_numbers_end_no_sentence() -> None:
    parts = [ENGLISH[start:end].strip() for start, end in sentences(ENGLISH)]
    assert parts == [
        "Dr. Smith measured the tower in 1901.",
        "It is 41.5 metres high!",
        "Was it rebuilt?",
        "Nobody knows, e.g. why.",
    ]


def test_headings_are_inherited_and_begin_their_piece() -> None:
    text = "Lanterns\nThey are high.\nHarbour\nIt is green.\nGate\nIt is shut."
    blocks = []
    for line, kind, level in (
        ("Lanterns", BlockKind.HEADING, 1),
        ("They are high.", BlockKind.PARAGRAPH, 0),
        ("Harbour", BlockKind.HEADING, 1),
        ("It is green.", BlockKind.PARAGRAPH, 0),
        ("Gate", BlockKind.HEADING, 2),
        ("It is shut.", BlockKind.PARAGRAPH, 0),
    ):
        start = text.index(line)
        blocks.append(Block(kind, start, start + len(line), level))
    found = list(pieces([Page(1, text, tuple(blocks)), Page(2, "Still the gate.")]))
    assert [(text[p.start : p.end], p.headings) for p in found[:3]] == [
        ("Lanterns\nThey are high.", ("Lanterns",)),
        ("Harbour\nIt is green.", ("Harbour",)),
        ("Gate\nIt is shut.", ("Harbour", "Gate")),
    ]
    assert (found[3].page, found[3].headings) == (2, ("Harbour", "Gate"))


def test_a_page_without_words_has_no_passage() -> None:
    assert list(pieces([Page(1, " \n\t "), Page(2, "")])) == []
