"""Code -> coloured runs, with Pygments. The only door to it. Typesetter process.

Only languages listed here are known: their rules are loaded before files are closed to the process.
"""

from importlib import import_module

from pygments.lexer import Lexer
from pygments.lexers._mapping import LEXERS
from pygments.token import (
    Comment,
    Generic,
    Keyword,
    Literal,
    Name,
    Number,
    Operator,
    String,
    _TokenType,
)

from app.domain.typesetting import CODE_LIMIT_CHARS, CODE_LINE_LIMIT_CHARS, CodeColours, CodeKind
from app.domain.utf16 import utf16_length

_MODULES = (
    "actionscript", "algebra", "asm", "c_cpp", "c_like", "configs", "css", "d", "data", "diff", "dotnet", "elm",
    "erlang", "fortran", "functional", "go", "graphql", "haskell", "html", "javascript", "julia", "jvm", "lisp",
    "make", "markup", "matlab", "ml", "nix", "objective", "pascal", "perl", "php", "prolog", "python", "r",
    "rell", "ruby", "rust", "scripting", "shell", "sql", "tcl", "templates", "text", "typst", "hdl", "web",
    "zig", "kusto", "textedit", "installers", "dsls",
)  # fmt: skip
_KINDS: tuple[tuple[_TokenType, CodeKind], ...] = (
    (Comment, CodeKind.COMMENT),
    (Keyword.Type, CodeKind.TYPE),
    (Keyword.Constant, CodeKind.NUMBER),
    (Keyword, CodeKind.KEYWORD),
    (Operator.Word, CodeKind.KEYWORD),
    (String, CodeKind.STRING),
    (Number, CodeKind.NUMBER),
    (Literal, CodeKind.NUMBER),
    (Name.Function, CodeKind.NAME),
    (Name.Class, CodeKind.TYPE),
    (Name.Builtin, CodeKind.TYPE),
    (Name.Exception, CodeKind.TYPE),
    (Name.Decorator, CodeKind.NAME),
    (Name.Tag, CodeKind.KEYWORD),
    (Name.Attribute, CodeKind.NAME),
    (Name.Constant, CodeKind.NUMBER),
    (Generic.Heading, CodeKind.KEYWORD),
    (Generic.Subheading, CodeKind.KEYWORD),
    (Generic.Deleted, CodeKind.KEYWORD),
    (Generic.Inserted, CodeKind.STRING),
    (Generic.Prompt, CodeKind.COMMENT),
)
_ALSO = {"tsx": "typescript", "jsx": "javascript", "jsonc": "json", "svelte": "html", "golang": "go"}
_PLAIN = frozenset({"", "text", "plain", "output"})

_lexers: dict[str, type[Lexer]] = {}
_kinds: dict[_TokenType, int] = {}


def prepare() -> None:
    """Load the rules of all languages that are known."""
    wanted = {f"pygments.lexers.{name}" for name in _MODULES}
    loaded = {}
    for class_name, (module, _, aliases, _, _) in LEXERS.items():
        if module in wanted:
            if module not in loaded:
                loaded[module] = import_module(module)
            for alias in aliases:
                _lexers.setdefault(alias.lower(), getattr(loaded[module], class_name))
    for alias, name in _ALSO.items():
        _lexers.setdefault(alias, _lexers[name])


def colours(text: str, language: str) -> CodeColours:
    """The runs of each line; none for a language that isn't known, or for too much code."""
    name = language.strip().lower()
    lexer = _lexers.get(name)
    lines = text.split("\n")
    if lexer is None or name in _PLAIN or len(text) > CODE_LIMIT_CHARS:
        return ()
    if max(map(len, lines)) > CODE_LINE_LIMIT_CHARS:
        return ()
    found: list[list[tuple[int, int, int]]] = [[] for _ in lines]
    number = column = at = 0
    for start, token, words in lexer().get_tokens_unprocessed(text):
        if start != at:
            break  # a lexer that leaves out or repeats: what follows would stand in the wrong place
        at += len(words)
        kind = _kind(token)
        for part, piece in enumerate(words.split("\n")):
            if part:
                number, column = number + 1, 0
            length = utf16_length(piece)
            if kind and length and not piece.isspace():
                _add(found[number], column, length, kind)
            column += length
    return tuple(tuple(line) for line in found)


def _add(line: list[tuple[int, int, int]], start: int, length: int, kind: int) -> None:
    if line and line[-1][2] == kind and line[-1][0] + line[-1][1] == start:
        line[-1] = (line[-1][0], line[-1][1] + length, kind)
    else:
        line.append((start, length, kind))


def _kind(token: _TokenType) -> int:
    known = _kinds.get(token)
    if known is None:
        known = next((int(kind) for wider, kind in _KINDS if token in wider), 0)  # type: ignore[comparison-overlap]
        _kinds[token] = known
    return known
