"""The colours can be read: 4.5 to 1 for every text on every ground it stands on, in both themes."""

import pytest

from app.ui.tokens import DARK, LIGHT, Colours

PAIRS = [
    *((text, ground) for text in ("text", "muted", "faint") for ground in ("bg", "panel", "card")),
    *((text, "sel") for text in ("text", "muted")),
    *((text, "code") for text in ("text", "muted")),
    *((text, "bg") for text in ("accent", "danger", "local", "cloud")),
    *((f"code_{kind}", "code") for kind in ("keyword", "string", "number", "comment", "name", "type")),
    ("on_accent", "accent"),
    ("local", "local_soft"),
    ("cloud", "cloud_soft"),
    ("mark_text", "mark"),
]


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it, 0 to 1."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast as WCAG 2 defines it, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_black_on_white_is_21_to_1() -> None:
    assert round(contrast("#000000", "#ffffff"), 1) == 21.0


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_stands_out(colours: Colours, text: str, ground: str) -> None:
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5
