"""What may leave: for random conversations and grants, nothing that wasn't granted, however it is written."""

import base64
import json
import urllib.parse
from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.cloud.payload import BODY_LIMIT_BYTES, Payload, Wanted, compose, list_models
from app.cloud.permits import issue
from app.cloud.redaction import Redactor
from app.domain.conversation import Role, title_from
from app.domain.errors import CloudError
from app.domain.labelled_prompt import labelled_prompt
from app.domain.labels import (
    PROGRAM,
    Grant,
    Label,
    LabelKind,
    LabelledTurn,
    Span,
    derived,
    labels_of,
    permitted,
)
from app.domain.permit import Purpose
from app.domain.provider import make_provider
from app.domain.quoting import prompt
from app.domain.source import Source

PROVIDER = make_provider("House", "openai", "https://models.example.org/v1", "big-1")
OTHER = make_provider("Other", "anthropic", "https://other.example.org", "big-2")
SINCE_MS = 1000
FILES = ("/home/anna/tax.pdf", "/home/anna/notes.md", "/home/anna/letter.docx")


def grant(**off_or_on: object) -> Grant:
    return Grant("c1", "House", str(PROVIDER.origin), SINCE_MS, **off_or_on)  # type: ignore[arg-type]


def typed(text: str, at_ms: int = SINCE_MS) -> Span:
    return Span(text, frozenset({Label(LabelKind.TYPED, at_ms=at_ms)}))


def question(text: str = "What is new?", at_ms: int = SINCE_MS) -> LabelledTurn:
    return LabelledTurn(Role.USER, (typed(text, at_ms),))


@dataclass
class History:
    """A conversation whose every text holds a canary of its own, and whose model repeats all that it sees."""

    turns: list[LabelledTurn] = field(default_factory=list)
    canaries: dict[str, Label] = field(default_factory=dict)

    def canary(self, label: Label) -> str:
        word = f"Kanarie{len(self.canaries):03}{label.kind.value.replace('_', '')}"
        self.canaries[word] = label
        return word

    def type(self, at_ms: int, documents: list[str]) -> None:
        label = Label(LabelKind.TYPED, at_ms=at_ms)
        sources = [
            Source(number, path, "pdf", 1, 0, 9, self.canary(Label(LabelKind.DOCUMENT, path)))
            for number, path in enumerate(documents, 1)
        ]
        self.turns.append(LabelledTurn(Role.USER, labelled_prompt(sources, self.canary(label), at_ms)))

    def answer(self, kind: LabelKind, subject: str, at_ms: int) -> None:
        label = Label(kind, subject, at_ms)
        seen = [span for turn in self.turns for span in turn.spans]
        words = " ".join([self.canary(label), *(span.text for span in seen)])
        self.turns.append(LabelledTurn(Role.ASSISTANT, (derived(words, label, seen),)))

    def summarise(self) -> None:
        """What is old becomes a summary, and the summary stands at the beginning."""
        seen = [span for turn in self.turns for span in turn.spans]
        words = "Before: " + title_from(" ".join(span.text for span in seen), 4000)
        self.turns = [LabelledTurn(Role.SYSTEM, (derived(words, None, seen),))]


MOVES = st.lists(
    st.one_of(
        st.tuples(st.just("type"), st.integers(0, 2000), st.lists(st.sampled_from(FILES), max_size=2)),
        st.tuples(st.just("local"), st.integers(0, 2000), st.just([])),
        st.tuples(
            st.just("cloud"),
            st.integers(0, 2000),
            st.sampled_from([[str(PROVIDER.origin)], ["https://x:443"]]),
        ),
        st.tuples(st.just("summarise"), st.just(0), st.just([])),
    ),
    min_size=1,
    max_size=12,
)
GRANTS = st.builds(
    lambda typed, earlier, answers, system, documents: grant(
        typed=typed,
        earlier=earlier,
        earlier_answers=answers,
        system_prompt=system,
        documents=frozenset(documents),
    ),
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.sets(st.sampled_from(FILES)),
)


def played(moves: list[tuple[str, int, list[str]]]) -> History:
    history = History()
    prompt_label = Label(LabelKind.SYSTEM_PROMPT)
    history.turns.append(
        LabelledTurn(Role.SYSTEM, (Span(history.canary(prompt_label), frozenset({prompt_label})),))
    )
    for move, at_ms, names in moves:
        if move == "type":
            history.type(at_ms, names)
        elif move == "summarise":
            history.summarise()
        else:
            kind = LabelKind.LOCAL_ANSWER if move == "local" else LabelKind.CLOUD_ANSWER
            history.answer(kind, names[0] if names else "", at_ms)
    return history


def writings(word: str) -> list[bytes]:
    """A word in the encodings that could hide it: text encodings, escapes, hexadecimal, base64 at each offset."""
    plain = word.encode()
    found = [plain, plain[::-1], word.encode("utf-16-le"), word.encode("utf-16-be"), plain.hex().encode()]
    found += [urllib.parse.quote(word).encode(), "".join(f"\\u{ord(c):04x}" for c in word).encode()]
    found += [base64.b64encode(b"x" * offset + plain)[4 : -4 - offset] for offset in range(3)]
    return found


@settings(max_examples=150, deadline=None)
@given(moves=MOVES, given_grant=GRANTS)
def test_no_canary_that_was_not_granted_is_in_the_bytes_in_any_encoding(
    moves: list[tuple[str, int, list[str]]], given_grant: Grant
) -> None:
    history = played(moves)
    turns = permitted(history.turns, given_grant)
    try:
        body = compose(turns, given_grant, PROVIDER, Wanted("big-1")).body
    except CloudError as error:
        assert error.code == "nothing_to_send"
        return
    for word, label in history.canaries.items():
        if not given_grant.allows(label):
            assert not any(writing in body for writing in writings(word)), (word, label)


@settings(max_examples=60, deadline=None)
@given(moves=MOVES, given_grant=GRANTS)
def test_a_payload_is_refused_whole_where_one_label_is_not_granted(
    moves: list[tuple[str, int, list[str]]], given_grant: Grant
) -> None:
    """The gate by itself: nobody has left anything out beforehand."""
    history = played(moves)
    refused = given_grant.refused(labels_of(span for turn in history.turns for span in turn.spans))
    try:
        body = compose(history.turns, given_grant, PROVIDER, Wanted("big-1")).body
    except CloudError as error:
        assert error.code == ("label_not_granted" if refused else "nothing_to_send")
        return
    assert not refused
    assert all(given_grant.allows(label) for word, label in history.canaries.items() if word.encode() in body)


def test_a_local_answer_that_quotes_a_document_stays_unless_the_document_was_granted() -> None:
    history = History()
    history.type(SINCE_MS, [FILES[0]])
    history.answer(LabelKind.LOCAL_ANSWER, "", SINCE_MS)
    everything_else = grant(typed=True, earlier=True, earlier_answers=True, system_prompt=True)
    asked = [*history.turns, question()]
    assert [turn.text for turn in permitted(asked, everything_else)] == ["What is new?"]
    with pytest.raises(CloudError) as caught:
        compose(asked, everything_else, PROVIDER, Wanted("big-1"))
    assert caught.value.code == "label_not_granted"
    with_it = grant(typed=True, earlier_answers=True, documents=frozenset({FILES[0]}))
    assert compose(asked, with_it, PROVIDER, Wanted("big-1")).documents == (FILES[0],)


def test_the_labelled_prompt_is_word_for_word_what_a_local_model_gets() -> None:
    sources = [
        Source(1, "/a/b.pdf", "pdf", 3, 0, 9, "The tower\n\n</passages> is 41 m [2] high ", library="L"),
        Source(2, "/a/c.md", "md", 1, 0, 9, "x < passages> y"),
    ]
    spans = labelled_prompt(sources, " How high? ", 5)
    assert "".join(span.text for span in spans) == prompt(sources, " How high? ")
    assert labels_of(spans) >= {Label(LabelKind.DOCUMENT, "/a/b.pdf"), Label(LabelKind.DOCUMENT, "/a/c.md")}


def test_a_grant_of_another_server_or_conversation_gives_neither_payload_nor_permit() -> None:
    with pytest.raises(CloudError) as caught:
        compose([question()], grant(typed=True), OTHER, Wanted("big-2"))
    assert caught.value.code == "grant_elsewhere"
    moved = Grant(
        "c1", "House", str(OTHER.origin), SINCE_MS, typed=True
    )  # the name is the same, the place isn't
    with pytest.raises(CloudError) as caught:
        compose([question()], moved, PROVIDER, Wanted("big-1"))
    assert caught.value.code == "grant_elsewhere"
    nobodys = Grant("", "House", str(PROVIDER.origin), SINCE_MS, typed=True)
    renamed = Grant("c1", "Annex", str(PROVIDER.origin), SINCE_MS, typed=True)
    for wrong in (nobodys, renamed):
        with pytest.raises(CloudError) as caught:
            compose([question()], wrong, PROVIDER, Wanted("big-1"))
        assert caught.value.code == "grant_elsewhere"
    payload = compose([question()], grant(typed=True), PROVIDER, Wanted("big-1"))
    other = Grant("c2", "House", str(PROVIDER.origin), SINCE_MS, typed=True)
    elsewhere = Grant("c1", "House", str(OTHER.origin), SINCE_MS, typed=True)
    for no_leave in (None, other, elsewhere):
        with pytest.raises(CloudError) as caught:
            issue(payload, no_leave)
        assert caught.value.code == "grant_elsewhere"
    permit = issue(payload, grant(typed=True))
    assert (permit.sha256, permit.conversation, permit.purpose) == (payload.sha256, "c1", Purpose.CHAT)


def test_what_cannot_be_asked_is_not_composed() -> None:
    answer = LabelledTurn(Role.ASSISTANT, (Span("Good evening.", PROGRAM),))
    for turns, code in (
        ([answer], "nothing_to_send"),
        ([question(" \n")], "nothing_to_send"),
        ([question("x" * BODY_LIMIT_BYTES)], "request_too_large"),
    ):
        with pytest.raises(CloudError) as caught:
            compose(turns, grant(typed=True), PROVIDER, Wanted("big-1"))
        assert caught.value.code == code


def test_a_permit_for_a_list_lets_no_word_go() -> None:
    payload = list_models(PROVIDER)
    assert issue(payload).purpose is Purpose.LIST_MODELS
    payload.body = b"words"
    with pytest.raises(CloudError) as caught:
        issue(payload)
    assert caught.value.code == "permit_purpose"


def test_only_compose_makes_payloads() -> None:
    with pytest.raises(TypeError):
        Payload(object(), Purpose.CHAT, PROVIDER, b"words", "c1", {}, ())
    assert list_models(PROVIDER).body == b""


def test_masked_words_are_not_in_the_bytes_and_come_back() -> None:
    redactor = Redactor()
    asked = question("Write to anna@example.org about it.")
    payload = compose([asked], grant(typed=True), PROVIDER, Wanted("big-1"), redactor)
    assert b"anna@example.org" not in payload.body
    assert b"[EMAIL_1]" in payload.body
    assert redactor.restore("Dear [EMAIL_1]") == "Dear anna@example.org"


def test_the_longest_answer_is_called_as_the_server_knows_it() -> None:
    provider = make_provider("OpenAI", "openai", "https://api.openai.com/v1", "m")
    allowed = replace(grant(typed=True), provider="OpenAI", origin=str(provider.origin))
    sent = json.loads(compose([question("Hello?")], allowed, provider, Wanted("m", 50)).body)
    assert (sent["max_completion_tokens"], "max_tokens" in sent) == (50, False)


@pytest.mark.parametrize(("wire", "place"), [("openai", "messages"), ("anthropic", "system")])
def test_the_system_prompt_stands_where_each_format_wants_it(wire: str, place: str) -> None:
    provider = make_provider("House", wire, "https://models.example.org/v1", "m")
    allowed = grant(typed=True, system_prompt=True)
    turns = [
        LabelledTurn(Role.SYSTEM, (Span("Be brief.", frozenset({Label(LabelKind.SYSTEM_PROMPT)})),)),
        question("Grüße \ud800?"),
    ]
    sent = json.loads(compose(turns, allowed, provider, Wanted("m", 50, 0.0)).body)
    assert (sent["model"], sent["stream"], sent["max_tokens"]) == ("m", True, 50)
    # Anthropic's newer models refuse a request that has one.
    assert sent.get("temperature") == (0.0 if wire == "openai" else None)
    if wire == "openai":
        assert sent["messages"][0] == {"role": "system", "content": "Be brief."}
    else:
        assert sent[place] == "Be brief."
    assert sent["messages"][-1] == {"role": "user", "content": "Grüße ??"}


def test_what_came_from_files_is_counted_before_masking() -> None:
    path = FILES[0]
    sources = [Source(1, path, "pdf", 1, 0, 9, "Größe: anna@example.org")]
    asked = LabelledTurn(Role.USER, labelled_prompt(sources, "What is new?", SINCE_MS))
    repeated = LabelledTurn(
        Role.ASSISTANT, (derived("It is Anna's.", Label(LabelKind.LOCAL_ANSWER), asked.spans),)
    )
    own = grant(typed=True, earlier_answers=True, documents=frozenset({path}))
    of_files = sum(
        len(span.text.encode())
        for turn in (asked, repeated)
        for span in turn.spans
        if Label(LabelKind.DOCUMENT, path) in span.labels
    )
    assert of_files > len("Größe: anna@example.org".encode())
    for redactor in (None, Redactor()):
        payload = compose([asked, repeated, question()], own, PROVIDER, Wanted("m"), redactor)
        assert payload.file_bytes == of_files
    assert compose([question()], own, PROVIDER, Wanted("m")).file_bytes == 0
