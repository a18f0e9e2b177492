"""Which kind of text this is. Content first; the name decides between kinds that look alike."""

import json
import re

from app.domain.errors import DocumentError
from app.parsing.charset import is_binary

_BY_NAME = {
    "md": "markdown", "markdown": "markdown", "mdown": "markdown", "mkd": "markdown", "qmd": "markdown",
    "rst": "rst", "rest": "rst", "adoc": "asciidoc", "asciidoc": "asciidoc", "asc": "asciidoc", "org": "org",
    "csv": "csv", "tsv": "csv", "tab": "csv", "tex": "latex", "latex": "latex", "txt": "text", "log": "text",
    "text": "text",
}  # fmt: skip
_CODE = {
    "py", "pyw", "pyi", "js", "mjs", "cjs", "ts", "tsx", "jsx", "java", "kt", "kts", "c", "h", "cc", "cpp", "cxx",
    "hpp", "hh", "cs", "go", "rs", "rb", "php", "pl", "pm", "swift", "m", "mm", "scala", "sh", "bash", "zsh", "fish",
    "ps1", "bat", "cmd", "sql", "r", "jl", "lua", "hs", "ml", "clj", "ex", "exs", "erl", "dart", "vb", "f90", "f",
    "for", "pas", "asm", "s", "v", "vhd", "sv", "tcl", "el", "lisp", "scm", "groovy", "gradle", "cmake", "make", "mk",
    "dockerfile", "makefile", "yaml", "yml", "toml", "ini", "cfg", "conf", "properties", "env", "css", "scss", "less",
    "vue", "svelte", "proto", "graphql", "tf", "nix", "zig",
}  # fmt: skip
_MAIL = re.compile(r"(?:[!-9;-~]{1,60}:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}", re.ASCII)
_MAIL_NAMES = re.compile(
    r"^(from|to|subject|date|message-id|received|return-path|mime-version|delivered-to|x-[\w-]+|content-type|cc|sender|"
    r"reply-to|dkim-signature|authentication-results|thread-topic):",
    re.IGNORECASE | re.MULTILINE,
)
_HTML = re.compile(
    r"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*(<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_HTML_PIECE = re.compile(
    r"\s*<(div|p|h[1-6]|table|ul|ol|span|section|article|title|meta|a|b|br|font|center)[\s>/]", re.I
)
_XML = re.compile(r"\s*(<\?xml\s|<[A-Za-z_][\w.-]*(:[\w.-]+)?(\s+[\w:.-]+\s*=\s*[\"'][^\"']*[\"'])*\s*/?>)")


def detect(head: str, name: str) -> str:
    """The kind of a text that begins with `head`. Raises DocumentError when it can't be a text."""
    if is_binary(head):
        raise DocumentError("document_kind_unknown")
    start = head.lstrip("\ufeff")
    extension = name.rpartition(".")[2].lower() if "." in name else name.lower()
    if start.startswith("{\\rtf"):
        return "rtf"
    if re.match(r"From \S+.*\d\d:\d\d", start) and _MAIL_NAMES.search(start):
        return "mbox"
    if _HTML.match(start):
        return "html"
    if extension in ("html", "htm", "xhtml", "shtml") and "<" in start:
        return "html"
    if _is_mail(start, extension):
        return "eml"
    if extension in _BY_NAME and extension not in ("txt", "text", "log"):
        return _BY_NAME[extension]
    if extension in _CODE:
        return "code"
    if start.lstrip()[:1] in ("{", "[") and extension in ("json", "ipynb", "jsonl", "ndjson", "geojson", ""):
        return "json"
    if _XML.match(start):
        return "html" if _HTML_PIECE.match(start) and extension not in ("xml",) else "xml"
    if start.lstrip()[:1] == "{" and _is_json(start):
        return "json"
    return "text"


def _is_mail(start: str, extension: str) -> bool:
    match = _MAIL.match(start)
    if match is None:
        return False
    names = {found.lower() for found in _MAIL_NAMES.findall(match[0])}
    return len(names) >= 2 or (bool(names) and extension == "eml")


def _is_json(start: str) -> bool:
    try:
        json.loads(start)
    except ValueError:
        return False
    return True
