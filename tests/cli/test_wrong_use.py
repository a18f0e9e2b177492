"""Wrong use of every command gets a sentence, and nothing else happens."""

import pytest

from tests.cli.command_here import run_here
from tests.end2end.program import COPY_MODEL, Home, make_profile

MODEL = str(COPY_MODEL)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A profile without models, for all commands: none of them changes it."""
    home = Home(tmp_path_factory.mktemp("home"))
    make_profile(home)
    return home


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("ask", "  "), 2, "no question"),
        (("ask", "--temperature", "9", "x"), 2, "between 0 and 5"),
        (
            ("ask", "--kv-type", "q8_0", "--flash-attention", "off", "--model", MODEL, "x"),
            2,
            "flash attention",
        ),
        (("ask", "--gpu-layers", "many", "--model", MODEL, "x"), 2, "--gpu-layers can't be many"),
        (("ask", "--gpu-layers", "9" * 5000, "--model", MODEL, "x"), 2, "--gpu-layers can't be 999"),
        (("ask", "--threads", "100000", "--model", MODEL, "x"), 2, "--threads can't be 100000"),
        (("ask", "--seed", "99999999999999999999", "--model", MODEL, "x"), 2, "--seed must lie"),
        (("ask", "--max-tokens", "99999999999999999999", "--model", MODEL, "x"), 2, "--max-tokens must lie"),
        (("ledger", "--bytes", "99999999999999999999"), 1, "no entry 99999999999999999999"),
        (("ask", "--split", "0,0", "--model", MODEL, "x"), 2, "--split"),
        (("ask", "--context", "-1", "--model", MODEL, "x"), 2, "--context"),
        (("models", "info", "/nowhere.gguf"), 1, "no file"),
        (("models", "remove", "nothing"), 1, "on the shelf"),
        (("ask", "--model", "nope", "hello"), 1, "No model nope"),
        (("chat",), 1, "No model is here yet"),
        (("search", "lantern"), 1, "There is no library yet"),
        (("search",), 2, "Give either words"),
        (("search", "-k", "0", "lantern"), 2, "-k must lie"),
        (("library", "add", "x", "/nowhere/at/all"), 1, "can't be added"),
        (("library", "remove", "x"), 1, "no library named"),
        (("ask", "--library", "Papers", "x"), 1, "no library named “Papers”"),
        (("models", "download", "qwen"), 2, "names no model"),
        (("models", "download", "https://files.example.org/x.zip"), 2, "names no model"),
        (("models", "download", "http://files.example.org/x.gguf"), 2, "Plain http"),
        (("models", "download", "https://localhost:9/x.gguf"), 2, "--own"),
        (("models", "download", "a/b", "--sha256", "12"), 2, "64 digits"),
        (("models", "download", "nobody/knows", "--cancel"), 2, "no download"),
        (("import", "/nowhere/at/all"), 2, "There is no file or folder"),
        (("compare", "--vote", "a", "--results"), 2, "One thing at a time"),
        (("compare", "--vote", "a", "Which?"), 2, "One thing at a time"),
        (("compare", "--results", "--provider", "House"), 2, "One thing at a time"),
        (("compare", "--comparison", "x", "--provider", "House", "Which?"), 2, "One thing at a time"),
        (("compare", "--vote", "a"), 2, "No comparison waits for a vote"),
        (("compare", "--vote", "a", "--comparison", "x"), 2, "isn't here any more"),
        (("compare", "--vote", "c"), 2, "invalid choice"),
        (("compare", "Which?"), 2, "Nobody to compare with was named"),
        (("compare", "--provider", "House"), 2, "no question"),
        (("compare", "--provider", "House", "Which?"), 2, "no server named"),
        (("--demo", "import", "/nowhere/at/all"), 2, "thrown away"),
    ],
)
def test_wrong_use_gets_one_sentence(home: Home, arguments: tuple[str, ...], code: int, words: str) -> None:
    done = run_here(home, *arguments)
    assert (done.code, done.out) == (code, ""), done.err
    assert words in done.err
    assert len(done.err.strip().splitlines()) == 1
