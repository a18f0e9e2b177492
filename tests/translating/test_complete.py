"""Every text of the window in every language: finished, with the same gaps to fill, and compiled."""

import re
from pathlib import Path

import pytest

from app.services.places import resource
from app.ui.language import LANGUAGES
from translating.__main__ import FOLDER
from translating.compiling import compile_file
from translating.sources import Text, gather
from translating.ts_file import PLURAL_FORMS, Translations, read, wanted

HELP = resource("help")
GAP = re.compile(r"(?<!\{)\{\w+\}(?!\})|%s")
HOW = "run: python -m installers.translating, then: python -m installers.translating missing LANGUAGE"


@pytest.fixture(scope="module")
def texts() -> dict[tuple[str, str], Text]:
    """Every text of the window."""
    return gather()


def translations(language: str) -> Translations:
    """What the files hold."""
    return read(FOLDER / f"hearth_{language}.ts", language)


def test_each_language_of_the_window_has_its_files() -> None:
    assert set(PLURAL_FORMS) == set(LANGUAGES)
    assert {path.stem for path in FOLDER.glob("*.qm")} == {f"hearth_{language}" for language in LANGUAGES}


@pytest.mark.parametrize("language", sorted(PLURAL_FORMS))
def test_every_text_of_the_code_has_a_finished_translation(
    texts: dict[tuple[str, str], Text], language: str
) -> None:
    lacking = [f"{text.place}: {text.source}" for text in translations(language).missing(texts)]
    assert not lacking, "\n".join([HOW, *lacking])


@pytest.mark.parametrize("language", sorted(PLURAL_FORMS))
def test_every_translation_has_the_gaps_of_its_text(
    texts: dict[tuple[str, str], Text], language: str
) -> None:
    known = translations(language)
    wrong = []
    for key, text in wanted(language, texts).items():
        for form in known.forms.get(key, ()):
            counts = set(re.findall(r"%L?n", form)) <= set(re.findall(r"%L?n", text.source))
            if (
                sorted(GAP.findall(form)) != sorted(GAP.findall(text.source))
                or not counts
                or form != form.strip()
                or "<" in form
            ):
                wrong.append(f"{text.source} -> {form}")
    assert not wrong, "\n".join(wrong)


def test_numbers_in_arabic_texts_have_arabic_digits() -> None:
    """Those in names, addresses and signs of Latin letters stay as they are."""
    alone = re.compile(r"(?<!Apache )(?<![A-Za-z0-9_./:+\-{}=%])\d+(?![A-Za-z0-9_/:+\-{}=]|\.\d)", re.ASCII)
    mixed = [
        form
        for forms in translations("ar").forms.values()
        for form in forms
        if alone.search(form) and re.search("[\u0620-\u064a]", form)
    ]
    assert mixed == []


def test_every_count_is_written_with_the_digits_of_its_language(texts: dict[tuple[str, str], Text]) -> None:
    """Qt fills a bare %n with those of English."""
    assert [text.place for text in texts.values() if "%n" in text.source] == []


@pytest.mark.parametrize("language", sorted(PLURAL_FORMS))
def test_what_qt_loads_was_compiled_from_these_files(tmp_path: Path, language: str) -> None:
    compile_file(FOLDER / f"hearth_{language}.ts", tmp_path / "fresh.qm")
    kept = (FOLDER / f"hearth_{language}.qm").read_bytes()
    assert (tmp_path / "fresh.qm").read_bytes() == kept, HOW


@pytest.mark.parametrize("language", sorted(PLURAL_FORMS))
def test_no_text_stands_for_a_removed_one(texts: dict[tuple[str, str], Text], language: str) -> None:
    assert set(translations(language).forms) == set(wanted(language, texts)), HOW


# Other words for things that have a word already: masking, the ledger, passages, repositories, administrators.
SECOND_WORDS = {
    "de": r"[Mm]askier|Verzeichnis|Stellen aus Ihren|aus Stellen|Repositorium|Verwalter|Vorführung|\bKnopf",
    "ar": r"الإخفاء|القيم المخفية|محجوبة، فلم|بطاقة رسومية",
}


@pytest.mark.parametrize("language", sorted(SECOND_WORDS))
def test_one_thing_has_one_word_in_window_and_help(language: str) -> None:
    second = re.compile(SECOND_WORDS[language])
    texts = [form for forms in translations(language).forms.values() for form in forms]
    texts += [page.read_text(encoding="utf-8") for page in sorted((HELP / language).glob("*.md"))]
    assert len(texts) > 1000
    assert [found[0] for text in texts if (found := second.search(text))] == []
