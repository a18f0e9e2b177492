"""Pictures in the real window: pasted from another program, chosen as a file, asked about, kept."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from app.domain.conversation import Role
from app.ipc.png import png
from app.vault.profile import Profile
from tests.end2end.program import PASSPHRASE, ROOT, Home, make_profile, put_on_shelf
from tests.end2end.screen import Screen
from tests.end2end.window import Window
from tests.inference.tiny_models import write_tiny_model
from tests.inference.tiny_projector import write_tiny_projector

QUESTION = "What is it?"


@contextlib.contextmanager
def _on_the_clipboard(picture: Path, screen: Screen) -> Iterator[None]:
    command = [sys.executable, "-m", "tests.end2end.clipboard_owner", str(picture)]
    with subprocess.Popen(
        command, env={**os.environ, **screen.variables}, cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as owner:
        try:
            assert owner.stdout is not None
            assert owner.stdout.readline() == "ready\n"
            yield
        finally:
            owner.terminate()


def test_pictures_that_are_pasted_and_chosen_are_shown_to_a_model_that_sees(
    home: Home, screen: Screen, tmp_path: Path
) -> None:
    folder = tmp_path / "model"
    folder.mkdir()
    write_tiny_model(folder / "tiny.gguf", ends=False)
    write_tiny_projector(folder / "mmproj-tiny.gguf")
    noise = np.random.default_rng(1).integers(0, 256, (90, 160, 3), dtype=np.uint8).tobytes()
    pasted, chosen = tmp_path / "screenshot.png", tmp_path / "chosen.png"
    pasted.write_bytes(png(160, 90, noise))
    chosen.write_bytes(png(90, 160, noise))
    make_profile(home)
    put_on_shelf(home, folder / "tiny.gguf")
    vault = Profile(home.profile).unlock(passphrase=PASSPHRASE)
    vault.settings.set("model.context_tokens", 256)  # an answer without an end ends there
    vault.close()
    with Window(home, screen) as window:
        window.unlock()
        window.type(QUESTION, "Your question")
        with _on_the_clipboard(pasted, screen):
            window.key("ctrl+v")
            window.wait_words("Pasted picture")
        window.click("Add files to this conversation…")
        window.choose_file(chosen)
        window.wait_words("chosen.png")
        window.ask(QUESTION)
        window.wait_words("Picture: Pasted picture")
        window.wait_words("Picture: chosen.png")
        assert window.answers()
        window.quit()
    vault = Profile(home.profile).unlock(passphrase=PASSPHRASE)
    try:
        (conversation,) = vault.conversations.list()
        question = next(one for one in vault.conversations.messages(conversation.id) if one.role is Role.USER)
        kept = [(one.name, one.picture.pixels) for one in vault.pictures.of(question.id)]
    finally:
        vault.close()
    assert kept == [("Pasted picture", noise), ("chosen.png", noise)]
