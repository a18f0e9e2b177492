"""The recovery code as a person copies it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import WrongSecretError
from app.vault.recovery_code import CODE_BYTES, format_code, new_secret, parse_code

SECRETS = st.binary(min_size=CODE_BYTES, max_size=CODE_BYTES)


@given(SECRETS)
def test_a_code_reads_back_however_it_is_written(secret: bytes) -> None:
    code = format_code(secret)
    assert len(code.split("-")) == 9
    assert parse_code(code) == secret
    assert parse_code(code.lower().replace("-", " ")) == secret
    assert parse_code(" " + code.replace("0", "o").replace("1", "l").replace("-", "–") + "\n") == secret


def test_one_wrong_character_is_a_slip_and_not_another_code() -> None:
    code = format_code(new_secret())
    for at, ch in enumerate(code):
        if ch == "-":
            continue
        wrong = code[:at] + ("A" if ch != "A" else "B") + code[at + 1 :]
        with pytest.raises(WrongSecretError) as caught:
            parse_code(wrong)
        assert caught.value.code == "recovery_code_mistyped"


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        parse_code(text)
    except WrongSecretError as error:
        assert error.code in ("recovery_code_length", "recovery_code_mistyped")


def test_a_missing_character_is_counted() -> None:
    with pytest.raises(WrongSecretError) as caught:
        parse_code(format_code(new_secret())[:-1])
    assert caught.value.code == "recovery_code_length"
    assert dict(caught.value.parameters) == {"typed": 35, "expected": 36}
