"""Markdown that others wrote, for tests: CommonMark's examples and markdown-it-py's fixtures."""

import os
import re
from pathlib import Path

_EXAMPLE = re.compile(r"`{32} example\n(.*?)\n?`{32}", re.DOTALL)


def folder() -> Path | None:
    """The corpus folder, or None where `HEARTH_CORPUS` isn't set."""
    corpus = os.environ.get("HEARTH_CORPUS")
    path = Path(corpus) / "markdown" if corpus else None
    return path if path is not None and path.is_dir() else None


def commonmark(path: Path) -> list[tuple[str, str]]:
    """Markdown and HTML of each example of the specification."""
    text = (path / "commonmark_spec.txt").read_text("utf-8")
    examples = []
    for found in _EXAMPLE.findall(text):
        source, _, html = found.replace("→", "\t").partition("\n.\n")
        if source.startswith(".\n"):
            source, html = "", source[2:]
        examples.append((source, html))
    return examples


def fixtures(path: Path) -> list[str]:
    """The sources of markdown-it-py's fixtures: title, `.`, Markdown, `.`, HTML, `.`."""
    sources = []
    for file in sorted((path / "markdown_it_py").glob("*.md")):
        parts = re.split(r"^\.\n", file.read_text("utf-8"), flags=re.MULTILINE)
        sources += parts[1::3]
    return sources
