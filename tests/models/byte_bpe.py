"""A byte-level BPE tokenizer: trains merges, encodes and decodes exactly as llama.cpp's `gpt-2` kind does.

Pure Python. Tokens are kept in the printable byte alphabet of GPT-2, as GGUF files demand. No merge holds a
digit, so numbers are always split singly.
"""

import itertools
import json
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

SPECIALS = ("<|endoftext|>", "<|im_start|>", "<|im_end|>")
_CONTRACTIONS = ("'s", "'t", "'re", "'ve", "'m", "'ll", "'d")


def _byte_alphabet() -> list[str]:
    """The printable character that stands for each byte: itself where printable, else from U+0100 on."""
    printable = {*range(33, 127), *range(161, 173), *range(174, 256)}
    spare = iter(range(256, 512))
    return [chr(byte) if byte in printable else chr(next(spare)) for byte in range(256)]


BYTE_CHARS = _byte_alphabet()
_CHAR_BYTES = {char: byte for byte, char in enumerate(BYTE_CHARS)}


def _kind(char: str) -> str:
    """`L` letter, `N` number, `S` white space, `P` anything else."""
    category = unicodedata.category(char)[0]
    if category in "LN":
        return category
    return "S" if char.isspace() and char not in "\x1c\x1d\x1e\x1f" else "P"


def split_words(text: str) -> list[str]:
    """Cuts text as the GPT-2 pattern does.

    The pattern: contractions, then an optional space with a run of letters, of numbers, or of other signs,
    then white space, of which the last sign is left to the word that follows.
    """
    pieces: list[str] = []
    at, end = 0, len(text)
    kinds = [_kind(char) for char in text]
    while at < end:
        short = next((c for c in _CONTRACTIONS if text.startswith(c, at)), None)
        if short is not None:
            pieces.append(short)
            at += len(short)
            continue
        start = at + 1 if text[at] == " " and at + 1 < end else at
        stop = start
        while kinds[start] != "S" and stop < end and kinds[stop] == kinds[start]:
            stop += 1
        if stop == start:
            stop = at
            while stop < end and kinds[stop] == "S":
                stop += 1
            if stop < end and stop - at > 1:
                stop -= 1
        pieces.append(text[at:stop])
        at = stop
    return pieces


def to_byte_chars(text: str) -> str:
    """UTF-8 bytes of `text`, each as its printable character."""
    return "".join(BYTE_CHARS[byte] for byte in text.encode("utf-8", errors="replace"))


def train_merges(texts: Iterable[str], count: int) -> list[tuple[str, str]]:
    """The `count` most frequent merges over `texts`, in order; ties broken by the alphabet."""
    frequency = Counter(word for text in texts for word in split_words(text))
    words = [(list(to_byte_chars(word)), times) for word, times in sorted(frequency.items())]
    pairs: Counter[tuple[str, str]] = Counter()
    seen_in: defaultdict[tuple[str, str], set[int]] = defaultdict(set)

    def account(index: int, sign: int) -> None:
        symbols, times = words[index]
        for pair in itertools.pairwise(symbols):
            if not any(char.isdigit() for char in pair[0] + pair[1]):
                pairs[pair] += sign * times
                seen_in[pair].add(index)

    for index in range(len(words)):
        account(index, 1)
    merges: list[tuple[str, str]] = []
    while len(merges) < count:
        best = max(pairs, key=lambda pair: (pairs[pair], pair))
        if pairs[best] < 2:
            break
        merges.append(best)
        for index in sorted(seen_in.pop(best)):
            account(index, -1)
            words[index][0][:] = _joined(words[index][0], best)
            account(index, 1)
        del pairs[best]
    return merges


def _joined(symbols: Sequence[str], pair: tuple[str, str]) -> list[str]:
    out: list[str] = []
    at = 0
    while at < len(symbols):
        if at + 1 < len(symbols) and (symbols[at], symbols[at + 1]) == pair:
            out.append(symbols[at] + symbols[at + 1])
            at += 2
        else:
            out.append(symbols[at])
            at += 1
    return out


class ByteBpe:
    """A tokenizer made of its merges: 256 byte tokens, one token for each merge, the special tokens.

    Attributes: `tokens` by id, `ids` by token, `merges` in order of rank.
    """

    def __init__(self, merges: Sequence[tuple[str, str]], specials: Sequence[str] = SPECIALS) -> None:
        self.merges = list(merges)
        self.specials = list(specials)
        made = dict.fromkeys(left + right for left, right in self.merges)
        self.tokens = [*BYTE_CHARS, *made, *self.specials]
        self.ids = {token: index for index, token in enumerate(self.tokens)}
        self._ranks = {pair: rank for rank, pair in enumerate(self.merges)}
        self._known: dict[str, list[int]] = {}

    def encode(self, text: str) -> list[int]:
        """Token ids of plain text; text that looks like a special token is taken as plain text."""
        ids: list[int] = []
        for word in split_words(text):
            found = self._known.get(word)
            if found is None:
                found = self._encode_word(word)
                if len(self._known) < 200_000:
                    self._known[word] = found
            ids += found
        return ids

    def _encode_word(self, word: str) -> list[int]:
        symbols = list(to_byte_chars(word))
        while len(symbols) > 1:
            ranked = [
                (self._ranks[pair], pair) for pair in itertools.pairwise(symbols) if pair in self._ranks
            ]
            if not ranked:
                break
            symbols = _joined(symbols, min(ranked)[1])
        return [self.ids[symbol] for symbol in symbols]

    def decode(self, ids: Iterable[int]) -> str:
        """Text of token ids; special tokens are left out."""
        chars = "".join(self.tokens[i] for i in ids if self.tokens[i] not in self.specials)
        return bytes(_CHAR_BYTES[char] for char in chars).decode("utf-8", errors="replace")

    def save(self, path: Path) -> None:
        """Writes merges and special tokens as JSON."""
        path.write_text(json.dumps({"merges": self.merges, "specials": self.specials}), encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> "ByteBpe":
        """Reads what `save` wrote."""
        data = json.loads(path.read_text(encoding="utf-8"))
        return cls([(left, right) for left, right in data["merges"]], data["specials"])
