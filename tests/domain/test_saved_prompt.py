"""Saved prompts: their places to fill in, and what their names may be."""

import pytest

from app.domain.errors import UsageError
from app.domain.saved_prompt import NAME_LIMIT_CHARS, SavedPrompt, checked_prompt


def test_places_come_once_in_their_order_and_are_filled_everywhere() -> None:
    prompt = SavedPrompt("t", "From {{ from }} to {{to}}, {{from}}: {{to }} {not} {{}} {{a\nb}} {{{{x}}")
    assert prompt.variables == ("from", "to", "x")
    filled = prompt.filled({"from": "{{to}}", "to": "B"})
    assert filled == "From {{to}} to B, {{to}}: B {not} {{}} {{a\nb}} {{{{x}}"


def test_a_name_is_one_word() -> None:
    assert checked_prompt(" /sum it  up", "x") == SavedPrompt("sum-it-up", "x")


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        (" / ", "x", "saved_prompt_name_empty"),
        ("n" * (NAME_LIMIT_CHARS + 1), "x", "saved_prompt_name_long"),
        ("a", " \n", "saved_prompt_empty"),
        ("a", "x" * 100_001, "saved_prompt_long"),
    ],
)
def test_what_cannot_be_kept_is_said(name: str, text: str, code: str) -> None:
    with pytest.raises(UsageError) as raised:
        checked_prompt(name, text)
    assert raised.value.code == code
