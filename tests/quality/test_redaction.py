"""Redaction on labelled sentences and on long texts: shares per kind, printed, and floors where they are promised."""

import json
import os
import re
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest

from app.cloud.redaction import Redactor, Wishes, find

# The collection's labels that we look for. Its dates, ages, titles, places and organisations are not.
LABELS = {
    "EMAIL_ADDRESS": "email",
    "PHONE_NUMBER": "phone",
    "IBAN_CODE": "iban",
    "CREDIT_CARD": "card",
    "IP_ADDRESS": "ip",
    "US_SSN": "national_id",
    "US_DRIVER_LICENSE": "national_id",
    "DOMAIN_NAME": "url",
    "PERSON": "name",
    "STREET_ADDRESS": "address",
}
# Dates are dates of birth where the sentence says so; the collection calls all of them the same.
BIRTH_CUE = re.compile(r"(?i)\b(?:born|birth|birthday|dob)\b")
# Names need a title or a cue before them and addresses a shape of their own: they are reported as they are.
REPORTED_ONLY = {"name", "address"}
FLOOR = 0.85
OFFICE_PHONE = "800-877-6799"


@pytest.fixture(scope="module")
def corpus() -> Path:
    if "HEARTH_CORPUS" not in os.environ:
        pytest.skip("HEARTH_CORPUS names no folder with labelled text")
    return Path(os.environ["HEARTH_CORPUS"])


def test_f_per_kind_on_labelled_sentences(corpus: Path) -> None:
    sentences = json.loads((corpus / "pii" / "presidio_synth_dataset_v2.json").read_text("utf-8"))
    right, wrong, missed = Counter[str](), Counter[str](), Counter[str]()
    for sentence in sentences:
        text = sentence["full_text"]
        wanted = [
            (span["start_position"], span["end_position"], LABELS[span["entity_type"]])
            for span in sentence["spans"]
            if span["entity_type"] in LABELS
        ]
        if BIRTH_CUE.search(text):
            wanted += [
                (span["start_position"], span["end_position"], "birth_date")
                for span in sentence["spans"]
                if span["entity_type"] == "DATE_TIME"
            ]
        for mark in find(text, Wishes()):
            hit = next(
                (w for w in wanted if w[2] == mark.kind and mark.start < w[1] and w[0] < mark.end), None
            )
            if hit is None:
                wrong[mark.kind] += 1
            else:
                wanted.remove(hit)
                right[mark.kind] += 1
        missed.update(kind for _, _, kind in wanted)
        redactor = Redactor()
        assert redactor.restore(redactor.redact(text).text) == text
    below = []
    for kind in sorted({*LABELS.values(), "birth_date"}):
        precision = right[kind] / max(1, right[kind] + wrong[kind])
        recall = right[kind] / max(1, right[kind] + missed[kind])
        score = 2 * right[kind] / max(1, 2 * right[kind] + wrong[kind] + missed[kind])
        print(
            f"{kind:12} F {score:.3f}  precision {precision:.3f}  recall {recall:.3f}  of {right[kind] + missed[kind]}"
        )
        if score < FLOOR and kind not in REPORTED_ONLY:
            below.append(kind)
    assert not below


def test_few_false_marks_on_long_texts(corpus: Path) -> None:
    """Nothing here is a person's number: what is marked with a check digit would be false."""
    words, found = 0, Counter[str]()
    for path in sorted((corpus / "retrieval" / "chroma_chunking_eval").rglob("*.md")):
        text = path.read_text("utf-8", "replace")
        words += len(text.split())
        found.update(str(mark.kind) for mark in find(text, Wishes()))
    assert words > 10_000
    print({kind: f"{1000 * count / words:.2f} per 1,000 words" for kind, count in found.items()})
    checked = ("card", "iban", "national_id", "ip", "key", "phone")
    assert 1000 * sum(found[kind] for kind in checked) / words < 0.1
    assert 1000 * sum(found.values()) / words < 1.0


def test_few_false_marks_on_real_reports(corpus: Path) -> None:
    """Reports of accidents: the investigators' own addresses and phones are right to be marked, and are left out."""
    words, found = 0, Counter[str]()
    for path in sorted((corpus / "retrieval" / "ntsb_reports_no_qa").glob("*.pdf")):
        with pypdfium2.PdfDocument(path) as document:
            text = "\n".join(page.get_textpage().get_text_range() for page in document)
        words += len(text.split())
        found.update(
            str(mark.kind)
            for mark in find(text, Wishes())
            if "ntsb.gov" not in text[mark.start : mark.end] and text[mark.start : mark.end] != OFFICE_PHONE
        )
    assert words > 10_000
    print({kind: f"{1000 * count / words:.2f} per 1,000 words" for kind, count in found.items()})
    assert 1000 * sum(found.values()) / words < 1.0
