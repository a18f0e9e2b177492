"""Words that ask are left out of a query by words, and no others."""

import pytest

from app.library.question_words import without_question_words
from app.library.words import query_words


@pytest.mark.parametrize(
    ("query", "languages", "kept"),
    [
        ("When was the tower built?", ("en",), ["was", "the", "tower", "built"]),
        ("¿Cuándo se construyó la torre del puerto?", ("es",), ["se", "construyó", "la", "torre", "del", "puerto"]),
        ("Wann wurde der Turm gebaut und von wem?", ("de",), ["wurde", "der", "turm", "gebaut", "und", "von"]),
        ("in which year was the tower built", ("en",), ["in", "year", "was", "the", "tower", "built"]),
        ("the tower where the keeper lived", ("en",), ["the", "tower", "where", "the", "keeper", "lived"]),
        ("متى بني البرج في المدينة من الحجر", ("ar",), ["بني", "البرج", "في", "المدينة", "الحجر"]),
        # No language can be told of these.
        ("Wann Turm?", ("en", "de"), ["turm"]),
        ("dove migration", ("en", "it"), ["dove", "migration"]),
        # Nothing else would be left; a name in capitals.
        ("who?", ("en",), ["who"]),
        ("What is the WHO for?", ("en",), ["is", "the", "who", "for"]),
        ("WHAT IS THE TOWER FOR?", ("en",), ["is", "the", "tower", "for"]),
        ("", ("en",), []),
    ],
)  # fmt: skip
def test_words_that_ask_are_left_out(query: str, languages: tuple[str, ...], kept: list[str]) -> None:
    assert without_question_words(query, languages).casefold().strip("¿? ").replace("?", "").split() == kept


def test_other_words_of_the_query_are_as_they_were() -> None:
    asked = query_words("Which lights, where and how many, guide the boats of the harbour?", ("en",))
    assert asked == query_words("lights, and many, guide the boats of the harbour", ("en",))
    assert ("light",) in asked and ("boat",) in asked
