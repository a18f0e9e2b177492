"""Everything a library does, in one process that the packet recorder can be put around.

`python -m tests.end2end.silent_library FOLDER`: uses the home FOLDER, prints `done` at its end.
"""

import sys
from pathlib import Path

from tests.end2end.program import Home, make_profile

NOTE = "# Tower\n\nThe lantern tower is 41 metres high. See https://beacon.example.org/z."
PAGE = '<p>A page.</p><img src="https://beacon.example.org/p.png"><script src="//beacon.example.org/s.js"></script>'


def main(folder: Path) -> None:
    """Read, embed, search by words and by meaning, change, remove."""
    home, notes = Home(folder), folder / "notes"
    make_profile(home)
    notes.mkdir()
    (notes / "tower.md").write_text(NOTE)
    (notes / "page.html").write_text(PAGE)
    done = home.run("library", "add", "notes", str(notes), "--json")
    assert '"embedded": 2' in done.out, done.out + done.err
    batch = folder / "batch.jsonl"
    batch.write_text(
        '{"id": 1, "query": "how tall is the lighthouse"}\n{"id": 2, "query": "lantern tower"}\n'
    )
    found = home.run("search", "--json", "--batch", str(batch))
    assert found.out.count("41 metres") == 2, found.err
    (notes / "tower.md").unlink()
    for command in ("library sync --words", "library remove notes"):
        done = home.run(*command.split())
        assert done.code == 0, done.err
    print("done")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
