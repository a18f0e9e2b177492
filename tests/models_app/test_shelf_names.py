"""Names on the shelf are safe everywhere and unique without regard to case."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.shelf_names import MAX_NAME_BYTES, folded, safe_name, unique_name


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("Qwen3-0.6B-Q4_K_M", "Qwen3-0.6B-Q4_K_M"),
        ("CON", "model-CON"),
        ("con.txt", "model-con.txt"),
        ("COM1", "model-COM1"),
        ("console", "console"),
        ("-rf", "rf"),
        (".hidden", "hidden"),
        ("a\u202egpj", "agpj"),
        ("two\nlines  here", "two-lines-here"),
        ("<b>x</b>", "b-x-b"),
        ("a/../b\\c:d", "a-..-b-c-d"),
        ("ends. ", "ends"),
        ("broken\udcff", "broken"),
        ("\u200b\u200b", "model"),
        ("", "model"),
        ("Modèle 日本語", "Modèle-日本語"),
    ],
)
def test_safe_names(stem: str, name: str) -> None:
    assert safe_name(stem) == name


@given(st.text(st.characters(exclude_categories=()), max_size=400))
def test_any_stem_becomes_a_usable_name(stem: str) -> None:
    name = safe_name(stem)
    assert 0 < len(name.encode("utf-8")) <= MAX_NAME_BYTES + len("model-")
    assert name[0] not in "-." and name[-1] not in "-. " and "/" not in name and name.isprintable()
    assert safe_name(name) == name


def test_names_are_unique_without_regard_to_case() -> None:
    taken = {folded("Model"), folded("MODEL-2"), folded("straße")}
    assert unique_name("model", taken) == "model-3"
    assert unique_name("STRASSE", taken) == "STRASSE-2"
    assert unique_name("other", taken) == "other"
