"""A double click on a model's file: `hearth FILE.gguf`, from a closed and from an open program."""

import shutil
from pathlib import Path

from app.services.model_service import CHOSEN
from tests.end2end.program import COPY_MODEL, RANDOM_MODEL, Home
from tests.end2end.screen import Screen
from tests.end2end.test_window_desktop import start_again
from tests.end2end.window import Window


def test_a_model_opened_from_the_desktop_is_used_where_it_lies(
    home: Home, screen: Screen, tmp_path: Path
) -> None:
    Path(home.environment()["XDG_RUNTIME_DIR"]).chmod(0o700)
    first, second = tmp_path / "Mein größtes Modell.gguf", tmp_path / "another one.gguf"
    shutil.copyfile(COPY_MODEL, first)
    shutil.copyfile(RANDOM_MODEL, second)
    with Window(home, screen, str(first)) as window:
        window.begin()
        window.wait_words("Mein-größtes-Modell")
        window.wait(lambda: window.inference_pid, "the model in memory")
        start_again(home, screen, str(second))
        window.wait_words("another-one")
        start_again(home, screen, str(tmp_path / "no such.gguf"))
        window.wait_words("There is no file")
        window.quit()
    with home.vault() as vault:
        assert vault.settings.get_text(CHOSEN) == "another-one"
    assert sorted(entry.resolve() for entry in (home.profile / "models").glob("*.gguf")) == [first, second]
    refused = home.run(str(first), "doctor")
    assert refused.code == 2 and "stands alone" in refused.err
