"""The Muon optimiser for the tiny Llama: momentum whose matrices are made orthogonal before each step.

Source of the method: K. Jordan and others, "Muon: an optimizer for hidden layers in neural networks", 2024.
The matrices of one shape are treated in one batch, which keeps it cheap on a processor.
"""

from collections import defaultdict

import torch
from torch import Tensor, nn

# Coefficients of the quintic Newton-Schulz iteration, from the source named above.
_QUINTIC = (3.4445, -4.7750, 2.0315)


def orthogonal(matrices: Tensor, rounds: int = 5) -> Tensor:
    """The nearest orthogonal matrices, roughly, of (n, rows, columns) with rows <= columns, in bfloat16."""
    a, b, c = _QUINTIC
    x = (matrices / (matrices.norm(dim=(1, 2), keepdim=True) + 1e-7)).bfloat16()
    for _ in range(rounds):
        gram = x @ x.mT
        x = torch.baddbmm(x, torch.baddbmm(gram, gram, gram, beta=b, alpha=c), x, beta=a)
    return x


class Muon:
    """Steps matrices that are stacks of blocks (n * block, m): each block is made orthogonal by itself."""

    def __init__(self, blocks: list[tuple[nn.Parameter, int]], momentum: float = 0.95) -> None:
        self._momentum = momentum
        self._blocks = blocks
        self._memory = [torch.zeros_like(parameter) for parameter, _ in blocks]

    def step(self, rate: float, decay: float = 0.01) -> None:
        """One step at learning rate `rate`; gradients must be there."""
        shapes: defaultdict[tuple[int, int], list[tuple[Tensor, bool, Tensor]]] = defaultdict(list)
        with torch.no_grad():
            for (parameter, count), memory in zip(self._blocks, self._memory, strict=True):
                assert parameter.grad is not None
                memory.lerp_(parameter.grad, 1 - self._momentum)
                ahead = parameter.grad.lerp(memory, self._momentum)
                for part, block in zip(parameter.chunk(count), ahead.chunk(count), strict=True):
                    tall = block.shape[0] > block.shape[1]
                    block = block.T if tall else block
                    shapes[(block.shape[0], block.shape[1])].append((part, tall, block))
            for group in shapes.values():
                moved = orthogonal(torch.stack([block for _, _, block in group]))
                for (part, tall, _), update in zip(group, moved, strict=True):
                    part.mul_(1 - rate * decay)
                    scale = max(1.0, part.shape[0] / part.shape[1]) ** 0.5
                    part.add_(update.T if tall else update, alpha=-rate * scale)

    def state(self) -> list[Tensor]:
        """The momenta, for a checkpoint."""
        return self._memory

    def load(self, state: list[Tensor]) -> None:
        """Takes the momenta of a checkpoint."""
        for memory, saved in zip(self._memory, state, strict=True):
            memory.copy_(saved)
