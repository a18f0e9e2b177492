"""Measures the copy model through llama.cpp: `python -m tests.models.measure_copy_model [MODEL]`.

One process, greedy, fresh cases of its own seed. Earlier turns hold the right answers; the last is judged.
"""

import argparse
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import jinja2
import llama_cpp

from tests.models.copy_cases import FULL, Case, Level, make_case
from tests.models.copy_chat import COPY_MODEL, messages_of

MEASURE_SEED = 20_261
MOST_ANSWER_TOKENS = 80


class GreedyModel:
    """A GGUF file on llama.cpp that answers chats greedily. `metadata` is the file's, as text."""

    def __init__(self, path: Path, context_tokens: int = 2_048, threads: int = 1) -> None:
        self.llama = llama_cpp.Llama(
            str(path), n_ctx=context_tokens, n_threads=threads, n_threads_batch=threads, verbose=False
        )
        self.metadata: dict[str, str] = dict(self.llama.metadata)
        self._template = jinja2.Template(self.metadata["tokenizer.chat_template"])

    def prompt(self, messages: list[dict[str, str]]) -> list[int]:
        """Token ids of the chat, ready for an answer."""
        text = self._template.render(messages=messages, add_generation_prompt=True)
        return self.llama.tokenize(text.encode(), add_bos=False, special=True)

    def answer(self, messages: list[dict[str, str]], most_tokens: int = MOST_ANSWER_TOKENS) -> str:
        """The likeliest answer; text without its end-of-turn token, cut at `most_tokens`."""
        end = self.llama.token_eos()
        made: list[int] = []
        self.llama.reset()
        for token in self.llama.generate(self.prompt(messages), temp=0.0, repeat_penalty=1.0):
            if token == end or len(made) == most_tokens:
                break
            made.append(token)
        return self.llama.detokenize(made).decode("utf-8", errors="replace")


@dataclass(frozen=True)
class Judged:
    """One case with what the model said."""

    case: Case
    said: str

    @property
    def right(self) -> bool:
        return self.said == self.case.turns[-1].answer


def judge(model: GreedyModel, count: int, seed: int = MEASURE_SEED, level: Level = FULL) -> Iterator[Judged]:
    """Asks `count` fresh cases."""
    rng = random.Random(f"measure {seed}")
    for _ in range(count):
        case = make_case(rng, level)
        yield Judged(case, model.answer(messages_of(case)))


def main() -> None:
    """Prints the share of right answers, by layout and by kind of answer, and the wrong ones."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path, nargs="?", default=COPY_MODEL)
    parser.add_argument("--cases", type=int, default=500)
    parser.add_argument("--seed", type=int, default=MEASURE_SEED)
    parser.add_argument("--passages", type=int, default=FULL.passages)
    arguments = parser.parse_args()
    level = replace(FULL, passages=arguments.passages)
    asked: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for judged in judge(GreedyModel(arguments.model), arguments.cases, arguments.seed, level):
        last = judged.case.turns[-1]
        labels = ["all", f"answer {last.kind}", *(f"layout {part}" for part in judged.case.layout.split("+"))]
        asked.update(labels)
        right.update(label for label in labels if judged.right)
        if not judged.right:
            print(f"- {judged.case.layout}: {last.user[-90:]!r}")
            print(f"  wanted {last.answer!r}\n  said   {judged.said!r}")
    for label in sorted(asked):
        print(f"{label:16} {right[label]:4} of {asked[label]:4}  {right[label] / asked[label]:.3f}")


if __name__ == "__main__":
    main()
