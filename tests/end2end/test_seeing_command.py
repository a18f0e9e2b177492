"""`hearth ask --image` and pictures in `hearth chat` from outside, with a tiny random model and projector."""

import json
from pathlib import Path

import numpy as np

from app.ipc.png import png
from app.vault.profile import Profile
from tests.cli.command_here import run_here
from tests.end2end.program import PASSPHRASE, RANDOM_MODEL, Home, Outcome, make_profile, put_on_shelf
from tests.inference.tiny_models import write_tiny_model
from tests.inference.tiny_projector import TOKENS, write_tiny_projector


def _picture(path: Path, seed: int) -> str:
    pixels = np.random.default_rng(seed).integers(0, 256, (60, 80, 3), dtype=np.uint8)
    path.write_bytes(png(80, 60, pixels.tobytes()))
    return str(path)


def test_a_model_with_its_projector_sees_pictures_and_says_why_it_doesnt(home: Home, tmp_path: Path) -> None:
    (tmp_path / "model").mkdir()
    model = write_tiny_model(tmp_path / "model" / "tiny.gguf", ends=False)
    elsewhere = write_tiny_projector(tmp_path / "elsewhere" / "eyes.gguf")
    one, two = _picture(tmp_path / "one.png", 1), _picture(tmp_path / "two.png", 2)

    def ask(*more: str) -> Outcome:
        return home.run("ask", "--json", "--temperature", "0", "--max-tokens", "12", *more, "What is it?")

    assert run_here(home, "models", "add", str(model)).code == 0
    blind = ask("--image", one)
    assert blind.code == 1
    assert "tiny can't see pictures: no projector" in blind.err

    assert home.run("models", "add", "--projector", str(elsewhere), str(model)).code == 0
    assert "sees pictures" in run_here(home, "models", "list").out
    words, first, second, again = ask(), ask("--image", one), ask("--image", two), ask("--image", one)
    answers = [each.json["answer"] for each in (words, first, second, again)]
    assert answers[1] == answers[3]
    assert len(set(answers)) == 3
    assert first.json["usage"]["prompt_tokens"] == words.json["usage"]["prompt_tokens"] + TOKENS

    (tmp_path / "words.txt").write_text("just words")
    assert "isn't a picture" in ask("--image", str(tmp_path / "words.txt")).err
    refused = run_here(home, "ask", "--provider", "somebody", "--image", one, "What is it?")
    assert (refused.code, "Pictures stay on this computer" in refused.err) == (2, True)

    # A projector that ends the process (it divides by its number of heads) ends no more than that.
    write_tiny_projector(elsewhere, heads=0)
    crashed = ask("--image", one)
    assert (crashed.code, "ended unexpectedly" in crashed.err) == (1, True), crashed.err
    assert ask().json["answer"] == answers[0]


def test_a_conversation_in_the_terminal_has_pictures_too(home: Home, tmp_path: Path) -> None:
    (tmp_path / "model").mkdir()
    write_tiny_model(tmp_path / "model" / "tiny.gguf", ends=False)
    write_tiny_projector(tmp_path / "model" / "mmproj-tiny.gguf")
    one, two = _picture(tmp_path / "one.png", 1), _picture(tmp_path / "two.png", 2)
    make_profile(home)
    put_on_shelf(home, tmp_path / "model" / "tiny.gguf")
    vault = Profile(home.profile).unlock(passphrase=PASSPHRASE)
    vault.settings.set("sampling.temperature", 0.0)
    vault.settings.set("model.context_tokens", 256)  # an answer without an end ends there
    vault.close()
    (tmp_path / "words.txt").write_text("just words")

    def tokens(*arguments: str, typed: str) -> tuple[list[int], str]:
        done = home.run("chat", "--json", *arguments, stdin=typed)
        assert done.code == 0, done.err
        return [json.loads(line)["usage"]["prompt_tokens"] for line in done.out.splitlines()], done.err

    (plain,), _ = tokens(typed="What is it?\n")
    (seen,), told = tokens("--image", one, typed="What is it?\n")
    assert (seen, "one.png is shown with the next question" in told) == (plain + TOKENS, True)
    asked = f"/image {tmp_path / 'words.txt'}\n/image\n/image {one}\n/image {two}\nWhat is it?\n"
    (both,), told = tokens(typed=asked)
    assert both == plain + 2 * TOKENS
    assert "isn't a picture" in told and "Name the picture's file" in told

    blind = home.run("chat", "--model", str(RANDOM_MODEL), "--image", one, stdin="What is it?\n")
    assert (blind.code, "can't see pictures" in blind.err, blind.out) == (1, True, "")
