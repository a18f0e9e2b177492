"""Labels are added and never lost, and what can't be read goes nowhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.labels import (
    UNKNOWN,
    Grant,
    Label,
    LabelKind,
    Span,
    derived,
    joined,
    labels_from,
    labels_of,
    labels_text,
)

LABELS = st.builds(Label, st.sampled_from(LabelKind), st.text(max_size=8), st.integers(0, 2**60))
SETS = st.frozensets(LABELS, min_size=1, max_size=6)
ALL_ON = Grant(
    "c", "p", "https://p:443", 100, typed=True, earlier=True, earlier_answers=True, system_prompt=True
)


@given(SETS)
def test_labels_are_kept_and_read_back(labels: frozenset[Label]) -> None:
    assert labels_from(labels_text(labels)) == labels


@pytest.mark.parametrize(
    "text",
    ["", "{}", "[]", '[["typed", "", "x"]]', '[["typed", 1, 2]]', '[["newer", "", 0]]', "[" * 99, "[1]"],
)
def test_labels_that_cannot_be_read_go_nowhere(text: str) -> None:
    assert labels_from(text) == UNKNOWN
    assert ALL_ON.refused(labels_from(text))


@given(st.lists(SETS, max_size=5), LABELS)
def test_what_is_derived_may_go_only_where_all_that_was_in_view_may(
    groups: list[frozenset[Label]], own: Label
) -> None:
    spans = [Span("x", labels) for labels in groups]
    made = derived("y", own, spans)
    for since_ms in (0, 100, 2**61):
        grant = Grant("c", "p", "https://p:443", since_ms, typed=True, documents=frozenset({"a"}))
        alone = [*groups, frozenset({own})]
        assert bool(grant.refused(made.labels)) == any(grant.refused(labels) for labels in alone)
    assert made.labels >= joined([labels_of(spans)]) or own in made.labels


def test_a_fresh_grant_lets_nothing_go_but_the_programs_own_words() -> None:
    nothing = Grant("c", "p", "https://p:443", 0)
    allowed = [kind for kind in LabelKind if nothing.allows(Label(kind, "https://p:443", 5))]
    assert allowed == [LabelKind.PROGRAM]


def test_a_span_without_a_label_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="label"):
        Span("x", frozenset())


def test_of_texts_that_differ_by_age_the_oldest_and_the_newest_count() -> None:
    ages = [5, 1, 9, 3]
    groups = [frozenset({Label(LabelKind.TYPED, at_ms=at)}) for at in ages]
    assert {label.at_ms for label in joined(groups)} == {1, 9}
    earlier = Grant("c", "p", "https://p:443", 4, earlier=True)
    typed = Grant("c", "p", "https://p:443", 4, typed=True)
    assert earlier.refused(joined(groups))
    assert typed.refused(joined(groups))


def test_a_servers_own_words_go_back_to_it_and_to_no_other() -> None:
    own, other = (Label(LabelKind.CLOUD_ANSWER, origin, 5) for origin in ("https://p:443", "https://q:443"))
    typed = Grant("c", "p", "https://p:443", 0, typed=True)
    assert (typed.allows(own), typed.allows(other)) == (True, False)
    assert Grant("c", "p", "https://p:443", 0, earlier_answers=True).allows(other)


def test_what_was_typed_before_the_grant_and_since_are_two_things() -> None:
    before, since = (Label(LabelKind.TYPED, at_ms=at) for at in (99, 100))
    typed = Grant("c", "p", "https://p:443", 100, typed=True)
    earlier = Grant("c", "p", "https://p:443", 100, earlier=True)
    assert (typed.allows(before), typed.allows(since)) == (False, True)
    assert (earlier.allows(before), earlier.allows(since)) == (True, False)


def test_a_grant_for_one_document_is_for_no_other() -> None:
    one = Grant("c", "p", "https://p:443", 0, typed=True, documents=frozenset({"/a.pdf"}))
    documents = [Label(LabelKind.DOCUMENT, path) for path in ("/a.pdf", "/b.pdf", "/a.pdf/x", "")]
    assert [one.allows(label) for label in documents] == [True, False, False, False]
