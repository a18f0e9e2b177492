"""How a case becomes a chat: the template, the messages, the tokens, and the tokenizer trained for them.

Pure Python, no process of its own; training and measuring share it, so it knows no torch.
"""

import random
from pathlib import Path

from tests.models.byte_bpe import SPECIALS, ByteBpe, train_merges
from tests.models.copy_cases import FULL, Case, make_case

_START, _END = SPECIALS[1], SPECIALS[2]
_ROOT = Path(__file__).parents[2]
# The trained model, once for the tests and once for `hearth --demo`, and the tokenizer it was trained with.
COPY_MODEL = _ROOT / "tests" / "models" / "copy.gguf"
DEMO_MODEL = _ROOT / "resources" / "models" / "hearth-demo.gguf"
COPY_TOKENIZER = _ROOT / "tests" / "models" / "copy-tokenizer.json"

CHAT_TEMPLATE = (
    "{% for message in messages %}"
    "{{ '<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>' + '\\n' }}"
    "{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}"
)


def train_tokenizer(seed: int, merges: int, cases: int) -> ByteBpe:
    """A tokenizer trained on the text of `cases` fresh cases."""
    rng = random.Random(seed)
    made = (make_case(rng, FULL) for _ in range(cases))
    texts = ["\n".join([case.system or "", *(f"{t.user}\n{t.answer}" for t in case.turns)]) for case in made]
    return ByteBpe(train_merges(texts, merges))


def messages_of(case: Case) -> list[dict[str, str]]:
    """The conversation up to its last question, as chat messages."""
    messages = [{"role": "system", "content": case.system}] if case.system is not None else []
    for turn in case.turns:
        messages += [{"role": "user", "content": turn.user}, {"role": "assistant", "content": turn.answer}]
    return messages[:-1]


def tokens_of(case: Case, bpe: ByteBpe) -> tuple[list[int], list[bool]]:
    """All token ids of a conversation, and for each whether it belongs to an answer (its end included)."""
    ids: list[int] = []
    learned: list[bool] = []

    def add(some: list[int], answer: bool = False) -> None:
        ids.extend(some)
        learned.extend([answer] * len(some))

    start, end, line = [bpe.ids[_START]], [bpe.ids[_END]], bpe.encode("\n")
    if case.system is not None:
        add(start + bpe.encode(f"system\n{case.system}") + end + line)
    for turn in case.turns:
        add(start + bpe.encode(f"user\n{turn.user}") + end + line)
        add(start + bpe.encode("assistant\n"))
        add(bpe.encode(turn.answer) + end, answer=turn.kind != "earlier")
        add(line)
    return ids, learned
