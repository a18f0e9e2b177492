"""Everything a person does in an evening, in one process that the packet recorder can be put around.

`python -m tests.end2end.silent_evening FOLDER`: uses the home FOLDER, prints `done` at its end. The screen,
the buses and Hearth itself are started from here, so that all of it is in the recorder's network namespace.
"""

import sys
from pathlib import Path

from tests.end2end.program import COPY_MODEL, TOWER_ANSWER, TOWER_QUESTION, Home
from tests.end2end.screen import start_screen
from tests.end2end.window import Window


def main(folder: Path) -> None:
    """Set up, chat, lock, come back, quit, and use each command once."""
    home = Home(folder)
    for arguments in (("models", "add", str(COPY_MODEL)), ("models", "info", str(COPY_MODEL)), ("doctor",)):
        done = home.run(*arguments)
        assert done.code == 0, done.err
    with start_screen(folder / "screen") as screen, Window(home, screen) as window:
        window.begin()
        window.ask(TOWER_QUESTION)
        assert window.answers()
        # A reply, and a question, that name addresses: nothing looks at them.
        window.ask(
            f"See https://beacon.example.org/x.png, ![a](https://beacon.example.org/y.png). {TOWER_QUESTION}"
        )
        window.lock()
        window.unlock()
        window.ask(TOWER_QUESTION)
        window.quit()
    asked = home.run("ask", "--temperature", "0", TOWER_QUESTION)
    assert asked.out.strip() == TOWER_ANSWER, asked.err
    for command in ("export", "doctor", "models list"):
        done = home.run(*command.split())
        assert done.code == 0, done.err
    talk = home.run("chat", stdin=f"{TOWER_QUESTION}\n/quit\n")
    assert (talk.code, bool(talk.out)) == (0, True), talk.err
    print("done")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
