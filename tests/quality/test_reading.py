"""Reading the collection of awkward and of ordinary files. What a whole run gives is in tests/quality/README.md."""

import os
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from app.domain.document import Outcome, ReadOptions
from app.parsing import charset
from app.services.sentence_table import SENTENCES
from tests.quality.reading import Kept, Read, compare, failures, files_in, read_all, reference_of

LIMITS = {"pdf": 0.026, "docx": 0.059, "xlsx": 0.086, "pptx": 0.028}  # shares of failures
WORDS_KEPT = 0.97
SAMPLE_STEP = 9
TIME_LIMIT_S = 20.0
PATIENT = ReadOptions(time_limit_s=120.0)  # a busy computer may need longer than a person would wait
# A saved encyclopaedia page: what is around its main text is left out on purpose, and its reference has all of it.
NOT_ALL_WANTED = {"wiki_duck.html": 0.7}


@pytest.fixture(scope="module")
def corpus() -> Path:
    if "HEARTH_CORPUS" not in os.environ:
        pytest.skip("HEARTH_CORPUS names no folder with documents")
    return Path(os.environ["HEARTH_CORPUS"])


def _check_each(found: Sequence[Read]) -> None:
    for one in found:
        reading = one.reading
        if reading.outcome is Outcome.TEXT:
            assert one.text.strip(), one.path
        else:
            assert reading.reason in SENTENCES, one.path
            assert reading.reason not in ("document_too_slow", "document_crashed_reader"), one.path


def test_a_sample_of_awkward_files_gives_text_or_a_reason(corpus: Path) -> None:
    found = list(read_all(files_in(corpus / "robustness")[::SAMPLE_STEP], PATIENT))
    assert len(found) > 40
    _check_each(found)
    assert sum(one.reading.outcome is Outcome.TEXT for one in found) > 0.7 * len(found)


@pytest.mark.slow
def test_all_awkward_files_give_text_or_a_reason(corpus: Path) -> None:
    found = list(read_all(files_in(corpus / "robustness")))
    _check_each(found)
    assert [one.path for one in found if one.reading.seconds >= TIME_LIMIT_S + 3] == []
    shares = failures(found)
    print(shares)
    for extension, limit in LIMITS.items():
        failed, of = shares[extension]
        assert failed / of <= limit, (extension, failed, of)


def test_words_and_cells_are_kept(corpus: Path) -> None:
    kinds: dict[str, Kept] = {}
    documents = [path for path in files_in(corpus / "fidelity") if reference_of(path) is not None]
    assert len(documents) > 40
    for one in read_all(documents, PATIENT):
        reference = reference_of(one.path)
        assert reference is not None
        kept = compare(one, reference.read_text("utf-8"))
        if one.path.name in NOT_ALL_WANTED:
            assert kept.word_share > NOT_ALL_WANTED[one.path.name]
        else:
            kinds[one.extension] = kinds.get(one.extension, Kept(0, 0, 0, 0)) + kept
    for extension, kept in kinds.items():
        print(f"{extension:10} words {kept.word_share:.3f}, cells {kept.cells} of {kept.of_cells}")
        assert kept.word_share >= WORDS_KEPT, extension
        assert kept.cells >= 0.98 * kept.of_cells, extension


def test_encodings_are_told(corpus: Path) -> None:
    names = {"MacCyrillic": "mac_cyrillic", "SHIFT_JIS": "cp932", "GB2312": "gb18030", "EUC-KR": "cp949"}
    wrong = []
    paths = files_in(corpus / "robustness" / "chardet")
    for path in paths:
        folder = path.parent.name
        name = names.get(folder) or re.sub(r"-[a-z]{4,}$", "", folder)
        data = path.read_bytes()
        if charset.decode(data) != data.decode(name, "replace").lstrip("\ufeff"):
            wrong.append(str(path.relative_to(corpus)))
    print(f"{len(paths) - len(wrong)} of {len(paths)} encodings told", wrong)
    assert len(wrong) <= 2
