"""A reply given out bit by bit reads as the whole would, however it was cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.cloud.redaction import Redactor
from app.cloud.restoring import ReplyRestorer

PIECES = st.lists(
    st.sampled_from(
        ["[EMAIL_1]", "[EMAIL", "_1]", "`", "```", "\n", " ", "](", ")", "<", ">", "https://", "a", "[PHONE_9]", "~~~"]
    ),
    max_size=24,
)  # fmt: skip


def masking() -> Redactor:
    redactor = Redactor()
    assert redactor.redact("anna@example.org").text == "[EMAIL_1]"
    return redactor


@pytest.mark.parametrize("size", [1, 2, 3, 7, 100])
def test_words_are_put_back_while_a_reply_comes_but_never_in_code_or_links(size: int) -> None:
    whole = "Ask [EMAIL_1], or `mail [EMAIL_1] now`, or [her](mailto:[EMAIL_1]).\n```\n[EMAIL_1]\n```\nBye [EMAIL_1]"
    restorer = ReplyRestorer(masking())
    came = [restorer.feed(whole[at : at + size]) for at in range(0, len(whole), size)]
    assert "".join([*came, restorer.rest()]) == masking().restore_reply(whole)
    assert "anna@example.org" in "".join(came)


@given(PIECES)
def test_nothing_that_was_given_out_is_taken_back(pieces: list[str]) -> None:
    """Of unclosed code and links, too: what came first is what the whole begins with, or as long as it."""
    restorer = ReplyRestorer(masking())
    given_out = "".join(restorer.feed(piece) for piece in pieces) + restorer.rest()
    whole = masking().restore_reply("".join(pieces))
    assert given_out == whole
