"""When a person is asked before something leaves."""

from dataclasses import replace

import pytest

from app.domain.cloud_choice import AskReason, begun, kinds_in
from app.domain.labels import PROGRAM, Grant, Label, LabelKind

HOUSE = "https://models.example.org:443"
CHOICE = begun("c1", "House", HOUSE, 1000)
TYPED = Label(LabelKind.TYPED, at_ms=2000)
EARLIER = Label(LabelKind.TYPED, at_ms=500)
TAX = Label(LabelKind.DOCUMENT, "/home/anna/tax.pdf")
OWN = Label(LabelKind.CLOUD_ANSWER, HOUSE, 1500)
OTHERS = Label(LabelKind.CLOUD_ANSWER, "https://other.example.org:443", 1500)


def kinds(*labels: Label) -> frozenset[tuple[LabelKind, str]]:
    return kinds_in(frozenset(labels) | PROGRAM, CHOICE.grant)


def test_nothing_but_what_is_typed_from_now_on_is_granted_at_first() -> None:
    assert CHOICE.grant == Grant("c1", "House", HOUSE, 1000, typed=True)
    assert CHOICE.asks(kinds(TYPED), 1) is AskReason.FIRST


@pytest.mark.parametrize(
    ("labels", "size_bytes", "asked"),
    [
        ((TYPED,), 100, None),
        ((TYPED, OWN), 200, None),
        ((TYPED,), 201, AskReason.GREW),
        ((TYPED, EARLIER), 100, AskReason.NEW_KIND),
        ((TYPED, TAX), 100, AskReason.NEW_KIND),
        ((TYPED, OTHERS), 100, AskReason.NEW_KIND),
    ],
)
def test_the_sheet_comes_back_for_another_kind_and_for_more_than_twice_the_size(
    labels: tuple[Label, ...], size_bytes: int, asked: AskReason | None
) -> None:
    agreed = CHOICE.after_sheet(kinds(TYPED), 100)
    assert agreed.asks(kinds(*labels), size_bytes) is asked
    assert replace(agreed, ask_always=True).asks(kinds(*labels), size_bytes) is AskReason.ALWAYS
    again = agreed.after_sheet(kinds(*labels), size_bytes)
    assert again.asks(kinds(*labels), size_bytes) is None
    assert again.asks(kinds(TYPED, TAX, Label(LabelKind.DOCUMENT, "/other")), 1) is AskReason.NEW_KIND
