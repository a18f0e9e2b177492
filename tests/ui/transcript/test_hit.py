"""Finding the searched words again in the text that is shown."""

import pytest

from app.ui.transcript.hit import Hit


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("cafe", "Le Café crème, cafeteria", ["Café", "cafeteria"]),  # the last word may be a beginning
        ("café noir", "cafe, cafes, noires", ["cafe", "noires"]),  # the others are whole
        ("cafe\u0301", "CAFÉ", ["CAFÉ"]),
        ("naïve", "nai\u0308ve", ["nai\u0308ve"]),
        ("ab", "cab ab abc", ["ab", "abc"]),
        ("京都", "東京都と京都市", ["京都", "京都"]),
        ("Ёлка", "елка", ["елка"]),
        ('"quoted" (x*', "quoted, x", ["quoted", "x"]),
        ("a_b", "a_b", ["a", "b"]),
    ],
)
def test_what_is_marked(words: str, text: str, found: list[str]) -> None:
    pattern = Hit("m", words).pattern
    assert pattern is not None
    assert [match[0] for match in pattern.finditer(text)] == found


@pytest.mark.parametrize("words", ["", " .,- ", "()[]*"])
def test_nothing_to_mark(words: str) -> None:
    assert Hit("m", words).pattern is None
