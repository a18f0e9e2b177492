"""Every foreseen error has a sentence a person can use."""

import ast
import re
import string
from pathlib import Path

import pytest

from app.domain import errors
from app.domain.errors import HearthError, ModelError
from app.services.sentence_table import SENTENCES, UNKNOWN
from app.services.sentences import one_line, sentence

APP = Path(__file__).parents[2] / "app"
CLASSES = {name for name, thing in vars(errors).items() if isinstance(thing, type)} - {"HearthError"}


def raised_codes() -> dict[str, set[str]]:
    """Every code given as a literal to a class of the error tree anywhere in app/, with its parameters."""
    found: dict[str, set[str]] = {}
    for path in APP.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                not isinstance(node, ast.Call)
                or not isinstance(node.func, ast.Name)
                or node.func.id not in CLASSES
            ):
                continue
            for argument in node.args[:1]:
                options = [argument.body, argument.orelse] if isinstance(argument, ast.IfExp) else [argument]
                for option in options:
                    if isinstance(option, ast.Constant) and isinstance(option.value, str):
                        names = {keyword.arg for keyword in node.keywords if keyword.arg}
                        found.setdefault(option.value, set()).update(names)
    return found


def test_every_code_that_is_raised_has_a_sentence() -> None:
    codes = raised_codes()
    assert len(codes) > 40  # the walk itself works
    assert sorted(set(codes) - set(SENTENCES)) == []


def test_every_placeholder_is_a_parameter_that_is_given() -> None:
    codes = raised_codes()
    for code, names in codes.items():
        wanted = {name for _, name, _, _ in string.Formatter().parse(SENTENCES[code]) if name}
        if names & {"file", "name"}:
            names = names | {"subject"}
        assert wanted <= names, code


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_a_sentence_is_plain_complete_and_says_what_to_do(code: str) -> None:
    text = SENTENCES[code]
    assert text[0].isupper() or text[0] in "{“-"
    assert text.rstrip().endswith((".", "?", "FILE.gguf"))
    assert not re.search(r"\b(error|invalid|exception|traceback|null|failed)\b", text, re.IGNORECASE)
    assert len(re.findall(r"\w+", text)) >= 8


def test_names_from_outside_can_neither_break_nor_turn_the_line() -> None:
    shown = sentence(ModelError("model_set_aside", name="evil\n\u202efdp.exe\x1b[2J"))
    assert "\n" not in shown
    assert "\u202e" not in shown
    assert "\x1b" not in shown
    assert one_line("x" * 1000).endswith("…")


def test_an_unknown_code_or_missing_parameter_still_gives_a_sentence() -> None:
    assert sentence(HearthError("never_heard_of")) == UNKNOWN.format(code="never_heard_of")
    assert "…" in sentence(ModelError("model_set_aside"))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("enametoolong", "(the name is too long)"),
        ("EROFS", "(the disk is read-only)"),
        ("odd one", "(odd one)"),
    ],
)
def test_a_name_of_the_system_s_for_a_reason_is_put_in_words(name: str, words: str) -> None:
    error = ModelError("shelf_unwritable", folder="models", reason=name)
    assert words in sentence(error)


def test_the_words_for_a_reason_are_translated() -> None:
    german = {"the name is too long": "der Name ist zu lang"}
    error = ModelError("shelf_unwritable", folder="models", reason="enametoolong")
    assert "(der Name ist zu lang)" in sentence(error, lambda text: german.get(text, text))


def test_sizes_are_readable() -> None:
    SENTENCES["_test"] = "It needs {need_bytes}."
    try:
        assert sentence(HearthError("_test", need_bytes=2_500_000_000)) == "It needs 2.5 GB."
    finally:
        del SENTENCES["_test"]


EGYPT = {"Digits: 0123456789.": "الأرقام: ٠١٢٣٤٥٦٧٨٩٫", "{number} bytes": "{number} بايت"}
GERMANY = {"Digits: 0123456789.": "Ziffern: 0123456789,", "{number} bytes": "{number} Bytes"}


@pytest.mark.parametrize(
    ("words", "pages", "small", "large"),
    [
        ({}, "12 pages", "It has 512 bytes", "up to 2.5 GB"),
        (GERMANY, "12 pages", "It has 512 Bytes", "up to 2,5 GB"),
        (EGYPT, "١٢ pages", "It has ٥١٢ بايت", "up to \u200e2.5 GB"),
    ],
    ids=["en", "de", "ar"],
)
def test_numbers_are_written_as_the_language_writes_them(
    words: dict[str, str], pages: str, small: str, large: str
) -> None:
    def translate(text: str) -> str:
        return words.get(text, text)

    assert pages in sentence(HearthError("document_no_page", pages=12, number=13), translate)
    shown = sentence(
        HearthError("document_too_big_file", have_bytes=512, limit_bytes=2_500_000_000), translate
    )
    assert small in shown and large in shown
