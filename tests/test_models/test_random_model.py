"""The model of random weights: it talks for as long as it is let, and always the same for one seed."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.models.copy_chat import CHAT_TEMPLATE
from tests.models.measure_copy_model import GreedyModel
from tests.models.random_model import BENCHMARK, RANDOM_MODEL, TINY, synthetic_tokenizer, write_random_model

MOST_BYTES = 5_000_000


ROOT = Path(__file__).parents[2]


def test_the_committed_file_is_what_the_script_makes(tmp_path: Path) -> None:
    made = tmp_path / "made.gguf"
    write_random_model(made, TINY)
    assert made.read_bytes() == RANDOM_MODEL.read_bytes()
    assert RANDOM_MODEL.stat().st_size < MOST_BYTES
    assert list(tmp_path.iterdir()) == [made]


def test_another_seed_makes_another_model(tmp_path: Path) -> None:
    made = tmp_path / "made.gguf"
    write_random_model(made, TINY, seed=2)
    assert made.read_bytes() != RANDOM_MODEL.read_bytes()
    assert made.stat().st_size == RANDOM_MODEL.stat().st_size


def test_it_talks_without_end_and_without_nan() -> None:
    model = GreedyModel(RANDOM_MODEL, context_tokens=1_024)
    prompt = model.prompt([{"role": "user", "content": "Say something, and [1] ½ 😀 besides."}])
    model.llama.reset()
    made: list[int] = []
    # A control token scores 0, which is never among the best 40.
    for token in model.llama.generate(prompt, temp=1.0, top_k=40, top_p=1.0, repeat_penalty=1.0):
        scores = np.array(model.llama._ctx.get_logits_ith(-1)[: model.llama.n_vocab()])
        assert np.isfinite(scores).all()
        made.append(token)
        if len(made) == 600:
            break
    assert len(made) == 600
    assert model.llama.token_eos() not in made
    assert len(set(made)) > 50


def test_it_carries_the_chat_template_and_its_end_of_turn() -> None:
    model = GreedyModel(RANDOM_MODEL, context_tokens=256)
    assert model.metadata["tokenizer.chat_template"] == CHAT_TEMPLATE
    assert model.llama.tokenize(b"<|im_end|>", add_bos=False, special=True) == [model.llama.token_eos()]


def test_a_quantised_model_loads(tmp_path: Path) -> None:
    path = tmp_path / "small.gguf"
    write_random_model(path, replace(TINY, width=256, hidden=512, quantisation="Q4_K_M"))
    # In a process of its own, as Hearth does it: AMX, which llama.cpp would take here, ends it.
    scene = (
        "import sys\nfrom app.sandbox import refuse_matrix_tiles\nrefuse_matrix_tiles()\n"
        "from pathlib import Path\nfrom tests.models.measure_copy_model import GreedyModel\n"
        "model = GreedyModel(Path(sys.argv[1]), context_tokens=256)\n"
        "print(len(model.answer([{'role': 'user', 'content': 'hi'}], most_tokens=20)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", scene, str(path)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 0


@pytest.mark.parametrize("vocabulary", [259, 260, 512, BENCHMARK.vocabulary])
def test_a_tokenizer_of_any_size(vocabulary: int) -> None:
    bpe = synthetic_tokenizer(vocabulary)
    assert len(bpe.tokens) == len(set(bpe.tokens)) == vocabulary
    assert bpe.decode(bpe.encode("These are words. Ça va? 12")) == "These are words. Ça va? 12"


@pytest.mark.parametrize("vocabulary", [0, 258, 1_000_000])
def test_a_tokenizer_that_can_not_be_is_refused(vocabulary: int) -> None:
    with pytest.raises(ValueError, match=r"at least 259|too large"):
        synthetic_tokenizer(vocabulary)
