"""The table of error codes in the package's docstring is complete: sentences are written from it."""

import ast
from pathlib import Path

import app.vault
from app.domain import errors
from app.vault.private_file import _CODES

FOLDER = Path(app.vault.__file__).parent
CLASSES = {name for name in vars(errors) if name.endswith("Error")}


def _raised() -> set[tuple[str, str]]:
    found = {("VaultError", code) for code in _CODES.values()}
    for path in FOLDER.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (
                isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CLASSES
            ):
                continue
            code = node.args[0]
            if isinstance(code, ast.Constant):
                found.add((node.func.id, str(code.value)))
    return found


def _documented() -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    kind = ""
    for line in (app.vault.__doc__ or "").splitlines():
        words = line.split()
        if words and words[0] in CLASSES:
            kind, words = words[0], words[1:]
        if kind and line.startswith("    ") and words:
            found.add((kind, words[0]))
    return found


def test_every_code_that_is_raised_is_in_the_table_and_the_reverse() -> None:
    computed = {("VaultError", "storage_failed"), ("VaultError", "disk_full")}  # chosen by a variable
    assert _raised() | computed == _documented()
