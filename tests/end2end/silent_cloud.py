"""All that can be done with servers without leave, and one request with it, in one process to be recorded.

`python -m tests.end2end.silent_cloud FOLDER`: uses the home FOLDER, prints `done` at its end. Of two servers only
203.0.113.7 is ever agreed to; nobody answers there, so what is seen of it is the attempt to connect.
"""

import json
import sys
from pathlib import Path

from tests.end2end.program import Home, make_profile


def main(folder: Path) -> None:
    """Name, list, preview, refuse, block; then agree once."""
    home = Home(folder)
    make_profile(home)
    for name, address in (("Asked", "https://203.0.113.7/v1"), ("Never", "https://203.0.113.8/v1")):
        added = home.run("provider", "add", name, address, "--own", "--model", "m")
        assert added.code == 0, added.err
    for name in ("Asked", "Never"):
        shown = home.run("ask", "--provider", name, "--json", "What is new?")
        assert (shown.code, "would_send" in shown.out) == (1, True), shown.err
        wrong = home.run("ask", "--provider", name, "--allow", "0" * 64, "What is new?")
        assert wrong.code == 1, wrong.err
    home.run("ledger", "--block")
    assert home.run("provider", "models", "Never").code == 1
    home.run("ledger", "--unblock")
    assert home.run("ledger", "--json").json["entries"] == []
    assert home.run("provider", "list", "--json").code == 0
    sha256 = json.loads(home.run("ask", "--provider", "Asked", "--json", "What is new?").out)["would_send"][
        "sha256"
    ]
    asked = home.run("ask", "--provider", "Asked", "--allow", sha256, "What is new?")
    assert (asked.code, "can't be reached" in asked.err) == (1, True), asked.err
    (entry,) = home.run("ledger", "--json").json["entries"]
    assert (entry["outcome"], entry["sent_bytes"]) == ("not_sent", 0), entry
    print("done")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
