"""A tiny Llama in torch, built as llama.cpp's `llama` architecture computes it, for training alone.

Weights are kept in 32 bits; matrices are multiplied in bfloat16, which the newer processors do ten times faster,
and attention is written out because sequences are short: both were measured to be the quickest way to train.
RoPE turns neighbouring pairs (0, 1), (2, 3) and so on, which is what GGUF files of this architecture hold:
the reordering of query and key rows that converters do is for models that pair the two halves of a head, so
weights trained here go into the file as they are. Output weights are the embedding's.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

HALF = torch.bfloat16
EMBEDDING_STD = 0.04
# How many times as large as the others the number is that every token has in common, at the beginning.
CONSTANT = 6.0
# Pairs that turn by less than this in a step (radians) can compare what far tokens say.
STILL = 0.002


@dataclass(frozen=True)
class Shape:
    """Sizes of the model; `width` must divide by `heads` into an even number.

    With this `rope_base` about half of each head's pairs hardly turn over a thousand tokens: they compare what
    tokens say, wherever they stand, and the others tell how far apart they are.
    """

    vocabulary: int
    layers: int = 5
    width: int = 256
    heads: int = 4
    hidden: int = 256
    rope_base: float = 100_000_000.0
    norm_epsilon: float = 1e-5

    @property
    def head_width(self) -> int:
        return self.width // self.heads


class Layer(nn.Module):
    """Attention and SwiGLU, each behind its own norm, each added to the stream."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        width, hidden = shape.width, shape.hidden
        self.attention_norm = nn.Parameter(torch.ones(width))
        self.qkv = nn.Parameter(torch.empty(3 * width, width))
        self.out = nn.Parameter(torch.empty(width, width))
        self.hidden_norm = nn.Parameter(torch.ones(width))
        self.gate_up = nn.Parameter(torch.empty(2 * hidden, width))
        self.down = nn.Parameter(torch.empty(width, hidden))

    def forward(self, x: Tensor, turns: Tensor, mask: Tensor) -> Tensor:
        """`x` (batch, length, width) in 32 bits; `turns` and `mask` as `TinyLlama.places` gives them."""
        batch, length, width = x.shape
        heads, each = self.shape.heads, self.shape.head_width
        epsilon = self.shape.norm_epsilon
        # Turning by RoPE is cosine times q plus sine times q with its pairs swapped; the swap is done on the
        # rows of the weights, because it is slow on the numbers themselves.
        pairs = self.qkv[: 2 * width].unflatten(0, (-1, 2))
        swapped = torch.stack((-pairs[:, 1], pairs[:, 0]), 1).flatten(0, 1)
        normed = F.rms_norm(x, (width,), self.attention_norm, epsilon).to(HALF)
        made = F.linear(normed, torch.cat((self.qkv, swapped)).to(HALF))
        plain, value, other = made.split((2 * width, width, 2 * width), dim=-1)
        plain, other = plain.view(batch, length, 2, heads, each), other.view(batch, length, 2, heads, each)
        query, key = (plain * turns[0] + other * turns[1]).to(HALF).permute(2, 0, 3, 1, 4).unbind(0)
        value = value.view(batch, length, heads, each).transpose(1, 2)
        scores = torch.matmul(query, key.transpose(-1, -2)).float() * each**-0.5 + mask
        mixed = torch.matmul(torch.softmax(scores, -1).to(HALF), value)
        x = x + F.linear(mixed.transpose(1, 2).reshape(batch, length, width), self.out.to(HALF))
        normed = F.rms_norm(x, (width,), self.hidden_norm, epsilon).to(HALF)
        gate, up = F.linear(normed, self.gate_up.to(HALF)).float().chunk(2, dim=-1)
        return x + F.linear((F.silu(gate) * up).to(HALF), self.down.to(HALF))


class TinyLlama(nn.Module):
    """The whole model: token ids in, scores of the wanted positions out."""

    def __init__(self, shape: Shape, of: int = 0, ends: Sequence[int] = ()) -> None:
        super().__init__()
        self.shape = shape
        self.embedding = nn.Parameter(torch.empty(shape.vocabulary, shape.width))
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        # The embedding is small; so that scores can be sure all the same, this begins large.
        self.last_norm = nn.Parameter(torch.full((shape.width,), 4.0))
        self._places: dict[int, tuple[Tensor, Tensor]] = {}
        for name, parameter in self.named_parameters():
            if parameter.dim() == 2:
                # What each layer adds to the stream begins at nothing, or it drowns the small embedding.
                wide = 0.0 if name.endswith(("out", "down")) else shape.width**-0.5
                nn.init.normal_(parameter, std=EMBEDDING_STD if "embedding" in name else wide)
        with torch.no_grad():
            self._begin_with_induction(of, ends)

    def _begin_with_induction(self, of: int, ends: Sequence[int]) -> None:
        """Sets the first layers to what copying always needs; by chance they take long to find it.

        The heads of the first layer look one, two and three tokens back and over the last dozen (the bag), and
        keep what they see in rooms of their own in the stream. In the second, one keeps what stood before the
        last token `of`, one what stood before the last of `ends`: in a passage, its number. In the third and
        fourth, one looks for the place before which stood what stands here, with the same words before `of`,
        and copies what is there; one looks for where the same was said, to learn the number. The other heads
        begin by chance, and training may change all of it.
        """
        shape, (first, second, third, fourth, *_) = self.shape, self.layers
        width, heads, each = shape.width, shape.heads, shape.head_width
        room = width // 9
        start = width - (heads + 2) * room
        # All tokens of one length, or the longer would win where place alone should count.
        self.embedding[:, start:] = 0.0
        self.embedding[:, 1:start] = F.normalize(self.embedding[:, 1:start]) * EMBEDDING_STD * start**0.5
        # One number of the stream is the same for every token: from it, queries that depend on place alone.
        self.embedding[:, 0] = CONSTANT * EMBEDDING_STD
        view = torch.zeros(room, width)
        view[:, 1:start] = nn.init.orthogonal_(torch.empty(room, start - 1))
        rooms = torch.zeros(heads + 2, room, width)
        for head in range(heads + 2):
            rooms[head, :, start + head * room :][:, :room] = torch.eye(room)
        freqs = shape.rope_base ** -(torch.arange(0, each, 2) / each)
        still = int((freqs > STILL).sum()) * 2
        bag, attribute, number = heads - 1, heads, heads + 1

        def rows(layer: nn.Module, part: int, head: int) -> Tensor:
            return layer.get_parameter("qkv")[part * width + head * each :][:each]

        def by_place(layer: nn.Module, head: int, back: int, strength: Tensor) -> None:
            strength = strength**0.5 * each**0.25 / CONSTANT
            query, key = rows(layer, 0, head), rows(layer, 1, head)
            query *= 0.0
            key *= 0.0
            query[::2, 0] = strength * (freqs * back).cos()
            query[1::2, 0] = -strength * (freqs * back).sin()
            key[::2, 0] = strength

        def carries(layer: nn.Module, head: int, seen: Tensor, to: Tensor) -> None:
            value, out = rows(layer, 2, head), layer.get_parameter("out")[:, head * each : (head + 1) * each]
            value[:room] = seen
            out[:, :room] = to.T

        def compares(layer: nn.Module, head: int, here: list[Tensor], there: list[Tensor]) -> None:
            for part, seen in ((0, here), (1, there)):
                made = torch.cat([one[: (each - still) // len(seen)] for one in seen])
                rows(layer, part, head)[:] *= 0.1
                rows(layer, part, head)[still : still + len(made)] += made

        near = (freqs > 0.05) * 7.0
        dozen = ((freqs > 0.03) & (freqs < 0.2)) * 1.2
        for head in range(heads):
            by_place(first, head, (head + 1) % heads, near if head < bag else dozen)
            carries(first, head, view, EMBEDDING_STD * rooms[head] * (1.0 if head < bag else 2.5))
        recent = ((freqs > 0.003) & (freqs < 0.04)) * 8.0
        recent[freqs > 0.015] *= 0.45
        just = ((freqs > 0.03) & (freqs < 0.11)) * 4.0
        what = rooms[0] + rooms[bag]
        for head, far, tokens, seen, to in (
            (0, just, [of], what, attribute),
            (1, recent, list(ends), rooms[0], number),
        ):
            by_place(second, head, 0, far)
            rows(second, 0, head)[still:, 0] = 0.6
            rows(second, 1, head)[still:, 1:] += 0.03 * self.embedding[tokens, 1:].sign().sum(0)
            carries(second, head, seen, EMBEDDING_STD * rooms[to])
        # Twice, with other numbers of the same views, so that what deceives one does not deceive the other.
        for layer, turned in ((third, 0), (fourth, room // 2)):
            now, before, earlier, asked = (
                3.0 * one.roll(turned, 0) for one in (rooms[0], rooms[1], rooms[2], rooms[attribute])
            )
            here = [now, before, asked] if turned else [3.0 * view, now, before, asked]
            compares(layer, 0, here, [before, earlier, asked] if turned else [now, before, earlier, asked])
            carries(layer, 0, view, 4.0 * EMBEDDING_STD * view)
            compares(layer, 1, [now, before, asked], [now, before, asked])
            carries(layer, 1, rooms[number], torch.zeros(room, width))

    def places(self, length: int) -> tuple[Tensor, Tensor]:
        """Cosines and sines (2, length, 1, 1, head width), and the mask (length, length) of what comes later."""
        if length not in self._places:
            width = self.shape.head_width
            steps = self.shape.rope_base ** -(torch.arange(0, width, 2, dtype=torch.float64) / width)
            angles = torch.outer(torch.arange(length, dtype=torch.float64), steps)
            angles = angles.repeat_interleave(2, dim=-1)[:, None, None]
            turns = torch.stack((angles.cos(), angles.sin())).float()
            self._places[length] = turns, torch.full((length, length), float("-inf")).triu(1)
        return self._places[length]

    def forward(self, ids: Tensor, wanted: Tensor) -> Tensor:
        """Scores (n_wanted, vocabulary) at the positions where `wanted` (batch, length) is true."""
        turns, mask = self.places(ids.shape[1])
        x = F.embedding(ids, self.embedding)
        for layer in self.layers:
            x = layer(x, turns, mask)
        last = F.rms_norm(x[wanted], (self.shape.width,), self.last_norm, self.shape.norm_epsilon)
        return F.linear(last.to(HALF), self.embedding.to(HALF)).float()
