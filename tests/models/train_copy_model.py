"""Trains the copy model on the processor: `python -m tests.models.train_copy_model --work FOLDER`.

Two processes of one thread each, which share the mean of their gradients: one process with two threads waits for
the slower one a thousand times a step. Seeded; torch compiles the layers, for which it needs a C++ compiler.
Checkpoints lie in the work folder, outside git; `--resume` goes on from the last.
Recipe: a model that begins with the heads that copying needs (tiny_llama.py), then a few passages growing to five,
loss on the answers only, rate constant and then falling to zero.
"""

import argparse
import os
import random
import time
from pathlib import Path

import torch
from torch import Tensor, distributed, multiprocessing, nn
from torch.nn import functional as F

from tests.models.byte_bpe import BYTE_CHARS, ByteBpe
from tests.models.copy_batches import BUCKETS, IGNORED, LEVELS, CaseBatches, to_tensors
from tests.models.copy_cases import FULL, make_case
from tests.models.copy_chat import tokens_of, train_tokenizer
from tests.models.muon import Muon
from tests.models.tiny_llama import Shape, TinyLlama

MERGES = 900
MATRIX_RATE = 0.008
EMBEDDING_RATE = 0.0008
NORM_RATE = 0.004
# The next level begins at this running share of wholly right answers, or after so many steps at a level.
ADVANCE_AT = 0.8
LEVEL_STEPS = (150, 350, 500)
# Once the last level is reached, this share of the cases is of the kind that is measured, unless told otherwise.
FULL_SHARE = 0.3


class Source:
    """Batches in order of the curriculum, each a `share`th of the rows that BUCKETS names.

    Attributes: `level`, `level_since` (step), `right`, the running share of right answers.
    """

    def __init__(self, bpe: ByteBpe, seed: str, share: int, full: float) -> None:
        self._cases = CaseBatches(random.Random(seed), bpe, share)
        self._full = full
        self.level = 0
        self.level_since = 0
        self.right = 0.0

    def batch(self, step: int) -> tuple[Tensor, Tensor]:
        """The batch of this step, and a move to the next level where it is due."""
        last = len(LEVELS) - 1
        if self.level < last and (
            self.right > ADVANCE_AT or step - self.level_since >= LEVEL_STEPS[self.level]
        ):
            self.level, self.level_since, self.right = self.level + 1, step, 0.0
        self._cases.level = self.level
        self._cases.full = self._full if self.level == last else 0.0
        return self._cases.next()


def loss_and_right(model: TinyLlama, inputs: Tensor, targets: Tensor) -> tuple[Tensor, float]:
    """Mean loss over the answers' tokens, and the share of answers of which every token is the likeliest."""
    wanted = targets != IGNORED
    scores = model(inputs, wanted)
    loss = F.cross_entropy(scores, targets[wanted])
    hit = torch.ones_like(targets, dtype=torch.bool)
    hit[wanted] = scores.argmax(-1) == targets[wanted]
    starts = wanted & ~F.pad(wanted, (1, 0))[:, :-1]
    answer = starts.flatten().cumsum(0)[wanted.flatten()] - 1
    wrong = torch.zeros(int(starts.sum()), dtype=torch.bool)
    wrong[answer[~hit[wanted]]] = True
    return loss, 1.0 - wrong.float().mean().item()


def held_out(model: TinyLlama, bpe: ByteBpe, cases: int = 200) -> float:
    """The share of wholly right answers in fresh cases of the kind that is measured."""
    rng = random.Random("held out")
    rows = sorted((tokens_of(make_case(rng, FULL), bpe) for _ in range(cases)), key=lambda row: len(row[0]))
    shares = []
    with torch.no_grad(), torch.compiler.set_stance("force_eager"):
        for at in range(0, cases, 8):
            some = rows[at : at + 8]
            shares.append(loss_and_right(model, *to_tensors(some, len(some[-1][0])))[1])
    return sum(shares) / len(shares)


def block_counts(model: TinyLlama) -> list[tuple[nn.Parameter, int]]:
    """Every matrix of the layers, with how many matrices lie stacked in it."""
    found: list[tuple[nn.Parameter, int]] = []
    for layer in model.layers:
        for name, count in (("qkv", 3), ("out", 1), ("gate_up", 2), ("down", 1)):
            found.append((layer.get_parameter(name), count))
    return found


def rate_at(step: int, steps: int, decay: int) -> float:
    """Factor of the learning rate: rises over 40 steps, then 1, then falls to 0 over the last `decay`."""
    return min(1.0, (step + 1) / 40, max(0.0, (steps - step) / decay))


def shared_mean(model: TinyLlama, loss: float, right: float) -> tuple[float, float]:
    """Puts the mean of all processes' gradients in place of one's own; returns the mean of loss and right."""
    gradients = [p.grad for p in model.parameters() if p.grad is not None]
    flat = torch.cat([*(gradient.flatten() for gradient in gradients), torch.tensor([loss, right])])
    distributed.all_reduce(flat)
    flat /= distributed.get_world_size()
    for gradient, mean in zip(gradients, flat.split([g.numel() for g in gradients] + [2]), strict=False):
        gradient.copy_(mean.view_as(gradient))
    return flat[-2].item(), flat[-1].item()


def train(
    rank: int,
    workers: int,
    work: Path,
    steps: int,
    decay: int,
    until: int,
    seed: int,
    full: float,
    resume: bool,
) -> None:
    """Trains up to `until` of `steps` as process `rank` of `workers`; the first writes `checkpoint.pt` to `work`."""
    os.environ["GLOO_SOCKET_IFNAME"] = "lo"
    distributed.init_process_group(
        "gloo", init_method=f"file://{work.absolute()}/meeting", rank=rank, world_size=workers
    )
    torch.set_num_threads(1)
    torch._dynamo.config.recompile_limit = 2 * len(BUCKETS)
    torch.manual_seed(seed)
    bpe = ByteBpe.load(work / "tokenizer.json")
    ends = [bpe.ids["]"], bpe.ids["<|im_end|>"]]
    model = TinyLlama(Shape(vocabulary=len(bpe.tokens)), bpe.ids[f"{BYTE_CHARS[32]}of"], ends)
    for layer in model.layers:
        layer.compile(dynamic=False)
    muon = Muon(block_counts(model))
    norms = [parameter for parameter in model.parameters() if parameter.dim() == 1]
    groups = [{"params": [model.embedding], "rate": EMBEDDING_RATE}, {"params": norms, "rate": NORM_RATE}]
    adam = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.0)
    first, level, level_since = 0, 0, 0
    if resume:
        saved = torch.load(work / "checkpoint.pt", weights_only=True)
        model.load_state_dict(saved["model"])
        muon.load(saved["muon"])
        adam.load_state_dict(saved["adam"])
        first, level, level_since = saved["step"], saved["level"], saved["level_since"]
    source = Source(bpe, f"{seed}, process {rank}, from step {first}", workers, full)
    source.level, source.level_since = level, level_since
    if rank == 0:
        print(f"{sum(p.numel() for p in model.parameters()):,} weights, {len(bpe.tokens)} tokens", flush=True)
    began, seen, loss_mean = time.monotonic(), 0, 0.0
    for step in range(first, min(steps, until)):
        inputs, targets = source.batch(step)
        loss, own_right = loss_and_right(model, inputs, targets)
        loss.backward()
        loss_now, right = shared_mean(model, loss.item(), own_right)
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        factor = rate_at(step, steps, decay)
        muon.step(MATRIX_RATE * factor)
        for group in adam.param_groups:
            group["lr"] = group["rate"] * factor
        adam.step()
        model.zero_grad(set_to_none=True)
        source.right += 0.02 * (right - source.right)
        loss_mean += (0.02 if step > first else 1.0) * (loss_now - loss_mean)
        seen += workers * inputs.numel()
        if rank == 0 and (step + 1) % 50 == 0:
            print(
                f"step {step + 1} level {source.level} loss {loss_mean:.4f} right {source.right:.3f}"
                f" {seen / 1e6:.2f}M tokens {time.monotonic() - began:.0f} s",
                flush=True,
            )
        if rank == 0 and ((step + 1) % 250 == 0 or step + 1 == min(steps, until)):
            _save(work, model, muon, adam, source, step + 1)
            print(f"step {step + 1} held out {held_out(model, bpe):.3f}", flush=True)


def _save(
    work: Path, model: TinyLlama, muon: Muon, adam: torch.optim.Optimizer, source: Source, step: int
) -> None:
    state = {
        "model": model.state_dict(),
        "muon": muon.state(),
        "adam": adam.state_dict(),
        "step": step,
        "level": source.level,
        "level_since": source.level_since,
    }
    torch.save(state, work / "checkpoint.new")
    (work / "checkpoint.new").replace(work / "checkpoint.pt")


def main() -> None:
    """Reads the command line and trains."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True, help="folder for tokenizer and checkpoints")
    parser.add_argument("--steps", type=int, default=2_800)
    parser.add_argument("--decay", type=int, default=2_300, help="steps over which the rate falls to zero")
    parser.add_argument("--until", type=int, help="stop at this step, to go on with other steps and decay")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--full", type=float, default=FULL_SHARE, help="share of cases of the kind measured")
    parser.add_argument("--workers", type=int, default=2, help="processes")
    parser.add_argument("--resume", action="store_true")
    arguments = parser.parse_args()
    work: Path = arguments.work
    work.mkdir(parents=True, exist_ok=True)
    (work / "meeting").unlink(missing_ok=True)
    if not (work / "tokenizer.json").exists():
        train_tokenizer(arguments.seed, MERGES, 2_000).save(work / "tokenizer.json")
    until = arguments.until or arguments.steps
    fixed = (
        arguments.workers,
        work,
        arguments.steps,
        arguments.decay,
        until,
        arguments.seed,
        arguments.full,
        arguments.resume,
    )
    multiprocessing.spawn(train, fixed, nprocs=arguments.workers)


if __name__ == "__main__":
    main()
