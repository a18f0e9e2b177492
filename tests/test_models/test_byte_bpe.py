"""The tokenizer of the small models gives the very tokens that llama.cpp gives."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.models.byte_bpe import ByteBpe, split_words
from tests.models.copy_chat import COPY_MODEL, COPY_TOKENIZER
from tests.models.measure_copy_model import GreedyModel
from tests.models.random_model import RANDOM_MODEL, TINY, synthetic_tokenizer

TEXTS = (
    "",
    " ",
    "  ",
    "\n",
    "\n\n\n",
    " \n \n",
    "\t\ttabs\t and  two  spaces ",
    "The height of the lantern tower is 41 metres [1].",
    "[1] (report-2020.pdf, page 3) The colour of Käthe's gate is green.",
    "<passages>\n[12] a\n</passages>\n\nWhat is it?",
    "1234567890 1,234.5 12:30 2024-02-29 €12 50%",
    "It's they'll we've I'm you'd 'tis ''quoted''",
    "naïve façade Ångström Überraschung Ελληνικά кириллица עברית العربية हिन्दी ไทย 日本語 한국어",
    "😀👍🏽👨‍👩‍👧‍👦 flags 🇸🇪 \U0001f9ff",
    "a\u00a0b\u2003c\u3000d\u200be\u200d\ufeff",
    "½ ² Ⅷ ١٢٣ 四",
    "...!?(){}[]#@\\/|~^`_-+=*&%$",
    "<|im_start|>user\n<|im_end|><|endoftext|>",
    "\r\nwindows\r\nlines\r\n",
    "\x00\x01\x1b[0m\x7f",
    "a" * 500,
    "def f(x): return x**2  # squares",
)


@cache
def copy_model() -> GreedyModel:
    return GreedyModel(COPY_MODEL, context_tokens=256)


@cache
def random_model() -> GreedyModel:
    return GreedyModel(RANDOM_MODEL, context_tokens=256)


def as_llama_cpp_does(model: GreedyModel, text: str) -> list[int]:
    return list(model.llama.tokenize(text.encode("utf-8", errors="replace"), add_bos=False, special=False))


@pytest.mark.parametrize("text", TEXTS)
def test_the_copy_models_tokens_are_those_of_llama_cpp(text: str) -> None:
    assert ByteBpe.load(COPY_TOKENIZER).encode(text) == as_llama_cpp_does(copy_model(), text)


@pytest.mark.parametrize("text", TEXTS)
def test_the_random_models_tokens_are_those_of_llama_cpp(text: str) -> None:
    assert synthetic_tokenizer(TINY.vocabulary).encode(text) == as_llama_cpp_does(random_model(), text)


@settings(deadline=None, max_examples=300)
@given(st.text(max_size=60))
def test_any_text_gives_the_same_tokens_and_comes_back(text: str) -> None:
    bpe = ByteBpe.load(COPY_TOKENIZER)
    ids = bpe.encode(text)
    assert ids == as_llama_cpp_does(copy_model(), text)
    assert bpe.decode(ids) == text


@settings(deadline=None, max_examples=200)
@given(st.text(alphabet=" \n\t\r'abAB12.[]äé\u00a0\u2028", max_size=40))
def test_spaces_and_lines_give_the_same_tokens(text: str) -> None:
    assert ByteBpe.load(COPY_TOKENIZER).encode(text) == as_llama_cpp_does(copy_model(), text)


def test_words_lose_nothing_and_numbers_are_split_singly() -> None:
    assert "".join(split_words("".join(TEXTS))) == "".join(TEXTS)
    bpe = ByteBpe.load(COPY_TOKENIZER)
    assert not [token for token in bpe.tokens if len(token) > 1 and any(char.isdigit() for char in token)]


def test_saved_and_loaded_it_is_the_same(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("tokenizer") / "tokenizer.json"
    bpe = synthetic_tokenizer(400)
    bpe.save(path)
    assert ByteBpe.load(path).tokens == bpe.tokens
    assert len(bpe.tokens) == 400
