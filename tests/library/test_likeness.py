"""Which passages are folded into one, and which aren't for the one word that tells."""

from pathlib import Path

import pytest

from app.library.likeness import same
from app.library.words import index_words
from tests.library.library_work import LibraryWork

RULES = (
    "The rules of the house about noise, waste, stairs, bicycles, laundry, letters, lifts and lights are kept by "
    "everybody, in summer as in winter, on weekdays and on holidays, unless the owner has agreed in writing."
)


@pytest.mark.parametrize(
    ("language", "some", "other"),
    [
        ("en", "Dogs are allowed here", "Dogs are not allowed here"),
        ("en", "He can keep dogs here", "He can't keep dogs here"),
        ("de", "Hunde sind hier erlaubt", "Hunde sind hier nicht erlaubt"),
        ("fr", "Les chiens sont admis ici", "Les chiens ne sont pas admis ici"),
        ("ru", "Собаки здесь разрешены", "Собаки здесь не разрешены"),
        ("hi", "यहाँ कुत्ते रखने की अनुमति है", "यहाँ कुत्ते रखने की अनुमति नहीं है"),
        ("zh", "这里允许养狗", "这里不允许养狗"),
    ],
)
def test_what_is_denied_is_no_duplicate_of_what_is_said(language: str, some: str, other: str) -> None:
    first, second = (set(index_words(f"{RULES} {text} {RULES[::-1]}", language)) for text in (some, other))
    assert not same(first, second, frozenset())


def test_a_word_more_or_less_makes_no_other_passage_unless_it_was_asked_for() -> None:
    first, second = (set(index_words(f"{RULES} {name} signs.", "en")) for name in ("Schmidt", "Maier"))
    assert same(first, second, frozenset({"rule"}))
    assert not same(first, second, frozenset({"maier"}))


def test_of_letters_that_differ_in_a_name_both_are_found_that_were_asked_for(
    work: LibraryWork, tmp_path: Path
) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    for name in ("Schmidt", "Maier", "Huber"):
        (folder / f"{name}.txt").write_text(f"{RULES} The tenant {name} signs in May.")
    work.add("letters", folder)
    found = work.search("Which rules do Schmidt and Maier keep?")
    assert [Path(hit.passage.path).stem for hit in found.hits[:2]] in (
        ["Schmidt", "Maier"],
        ["Maier", "Schmidt"],
    )
    one = work.search("rules of the house")
    assert len(one.hits) == 1 and len(one.hits[0].also) == 2
