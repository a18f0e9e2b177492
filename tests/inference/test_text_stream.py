"""Bytes become what a person reads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.chat_format import ThinkingSplitter
from app.inference.text_stream import AnswerStream


class Reader:
    """Collects what is sent; its clock moves only when told."""

    def __init__(self, stop: tuple[str, ...] = (), thinking: bool = True) -> None:
        self.now = 0.0
        self.sent: list[tuple[bool, str]] = []
        splitter = ThinkingSplitter() if thinking else ThinkingSplitter(())
        self.stream = AnswerStream(
            splitter, stop, lambda kind, text: self.sent.append((kind, text)), lambda: self.now
        )

    def push_all(self, *pieces: bytes) -> bool:
        return all(self.stream.push(piece) for piece in pieces)

    @property
    def answer(self) -> str:
        return "".join(text for thinking, text in self.sent if not thinking)


def test_characters_are_put_together_across_tokens() -> None:
    reader = Reader()
    data = "naïve 你好 👩‍🚀".encode()
    assert reader.push_all(*(data[i : i + 1] for i in range(len(data))))
    reader.stream.finish()
    assert reader.answer == reader.stream.text == "naïve 你好 👩‍🚀"


def test_wrong_bytes_become_replacement_characters() -> None:
    reader = Reader()
    reader.push_all(b"a\xff", b"b\xe4\xbd")
    reader.stream.finish()
    assert reader.answer == "a\ufffdb\ufffd"


def test_a_stop_string_across_tokens_is_not_shown() -> None:
    reader = Reader(stop=("END", "STOP"))
    assert reader.push_all(b"one ", b"E", b"N", b"x ST", b"O")
    assert not reader.push_all(b"P and more")
    reader.stream.finish()
    assert reader.answer == reader.stream.text == "one ENx "
    assert reader.stream.stopped


def test_half_a_stop_string_at_the_end_is_shown() -> None:
    reader = Reader(stop=("END",))
    reader.push_all(b"one EN")
    reader.stream.finish()
    assert reader.answer == "one EN"
    assert not reader.stream.stopped


def test_thinking_is_apart_and_knows_no_stop_string() -> None:
    reader = Reader(stop=("END",))
    reader.push_all(b"<thi", b"nk>not the END yet", b"</think>\n\nYes.")
    reader.stream.finish()
    assert reader.stream.thinking.strip() == "not the END yet"
    assert reader.stream.text == "Yes."
    assert [thinking for thinking, _ in reader.sent] == sorted(
        (thinking for thinking, _ in reader.sent), reverse=True
    )


def test_text_is_gathered() -> None:
    reader = Reader(thinking=False)
    reader.push_all(b"a")  # the first piece goes at once
    reader.push_all(b"b", b"c")
    assert reader.sent == [(False, "a")]
    reader.now = 0.05
    reader.push_all(b"d")
    assert reader.sent == [(False, "a"), (False, "bcd")]


def test_blank_tokens_are_counted() -> None:
    reader = Reader(thinking=False)
    reader.push_all(b"a", b" ", b"", b"\n")
    assert reader.stream.blank_run == 3
    reader.push_all(b"b")
    assert reader.stream.blank_run == 0


@pytest.mark.parametrize("stop", [(), ("ab", "b<")])
@given(data=st.lists(st.binary(max_size=4), max_size=20))
def test_the_pieces_are_the_text_whatever_comes(stop: tuple[str, ...], data: list[bytes]) -> None:
    reader = Reader(stop=stop, thinking=False)
    reader.push_all(*data)
    reader.stream.finish()
    assert reader.answer == reader.stream.text
    whole = b"".join(data).decode("utf-8", "replace")
    cut = min((at for at in (whole.find(word) for word in stop) if at >= 0), default=len(whole))
    assert reader.answer == whole[:cut]
