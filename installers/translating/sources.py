"""Which texts the code has translated, and in which context: read from the syntax tree, nothing is run.

Qt's own lupdate doesn't know our tables (sentences, actions, states) nor functions that only pass a text on.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
SENTENCES = "Sentences"
# Modules without Qt whose words the window shows: every text in them is translated, in this context.
WORD_MODULES = {
    "app/services/sentence_table.py": SENTENCES,
    "app/services/cloud_sentences.py": SENTENCES,
    "app/services/first_presets.py": SENTENCES,
    "app/services/model_words.py": SENTENCES,
    "app/services/moving_sentences.py": SENTENCES,
    "app/services/notices.py": SENTENCES,
    "app/services/sentence_parts.py": SENTENCES,
    "app/services/state_words.py": SENTENCES,
    "app/ui/action_table.py": "Actions",
    "app/ui/settings/table.py": "Settings",
}
_A_NAME = re.compile(r"[a-z0-9_.:/%-]*")  # of a setting, a drawing, a value: no words


@dataclass(frozen=True, slots=True)
class Text:
    """One text to translate.

    Attributes:
        context: the class, or the name of a table.
        source: the English text.
        plural: it counts something (%n or %Ln) and has a form for each plural of a language.
        place: "file:line" of its first use.
    """

    context: str
    source: str
    plural: bool
    place: str


class NotALiteralError(Exception):
    """A text was put together before it was translated, so no translation can be found for it."""


def gather(root: Path = ROOT) -> dict[tuple[str, str], Text]:
    """All texts of the window by (context, source), in a stable order. Raises NotALiteralError."""
    found: dict[tuple[str, str], Text] = {}
    for path in sorted((root / "app" / "ui").rglob("*.py")):
        for text in _Reader(path, path.relative_to(root).as_posix()).texts():
            found.setdefault((text.context, text.source), text)
    for name, context in WORD_MODULES.items():
        for source, line in _words(ast.parse((root / name).read_text(encoding="utf-8"))):
            found.setdefault((context, source), Text(context, source, _counts(source), f"{name}:{line}"))
    return dict(sorted(found.items()))


def _counts(source: str) -> bool:
    return "%n" in source or "%Ln" in source


class _Reader:
    """Reads one module."""

    def __init__(self, path: Path, name: str) -> None:
        self._name = name
        self._tree = ast.parse(path.read_text(encoding="utf-8"))
        self._passing_on = dict(self._functions_that_pass_on())

    def texts(self) -> Iterator[Text]:
        """Every text that is handed to a translation."""
        yield from self._walk(self._tree, "", {})

    def _functions_that_pass_on(self) -> Iterator[tuple[str, str]]:
        """Functions like `def _tr(text): return QCoreApplication.translate("Details", text)`, with the context."""
        for node in ast.walk(self._tree):
            if isinstance(node, ast.FunctionDef) and len(node.args.args) in (1, 2):
                for call in ast.walk(node):
                    if isinstance(call, ast.Call) and _name_of(call) == "translate" and len(call.args) >= 2:
                        context, text = call.args[:2]
                        if isinstance(context, ast.Constant) and isinstance(text, ast.Name):
                            yield node.name, str(context.value)

    def _walk(self, node: ast.AST, cls: str, annotated: dict[str, str]) -> Iterator[Text]:
        if isinstance(node, ast.ClassDef):
            cls = node.name
        elif isinstance(node, ast.FunctionDef):
            own = {one.arg: one.annotation for one in node.args.args}
            annotated = annotated | {
                arg: note.id if isinstance(note, ast.Name) else str(getattr(note, "value", ""))
                for arg, note in own.items()
                if note is not None
            }
        elif isinstance(node, ast.Call):
            yield from self._called(node, cls, annotated)
        for child in ast.iter_child_nodes(node):
            yield from self._walk(child, cls, annotated)

    def _called(self, call: ast.Call, cls: str, annotated: dict[str, str]) -> Iterator[Text]:
        name = _name_of(call)
        if name == "tr" and isinstance(call.func, ast.Attribute) and call.args:
            owner = call.func.value
            # Another object's: Qt asks for its class and then for those above it.
            context = cls if not isinstance(owner, ast.Name) or owner.id == "self" else ""
            if not context and isinstance(owner, ast.Name):
                context = annotated.get(owner.id, "QObject")
            yield from self._literals(call.args[0], context)
        elif name == "translate" and len(call.args) >= 2 and isinstance(call.args[0], ast.Constant):
            yield from self._literals(call.args[1], str(call.args[0].value))
        elif name in self._passing_on and isinstance(call.func, ast.Name) and call.args:
            yield from self._literals(call.args[0], self._passing_on[name])

    def _literals(self, node: ast.expr, context: str) -> Iterator[Text]:
        place = f"{self._name}:{node.lineno}"
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield Text(context, node.value, _counts(node.value), place)
        elif isinstance(node, ast.IfExp):
            yield from self._literals(node.body, context)
            yield from self._literals(node.orelse, context)
        elif isinstance(node, ast.JoinedStr | ast.BinOp) or (
            isinstance(node, ast.Call) and _name_of(node) == "format"
        ):
            raise NotALiteralError(f"{place}: a text is put together before it is translated")


def _name_of(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _words(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """The texts in a module of words: every literal that is a value and looks like words."""
    passed: set[ast.expr] = set()
    words: set[ast.expr] = set()  # look like names and are typed by people
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name_of(node) == "SavedPrompt":
            words |= set(node.args[:1])
        if isinstance(node, ast.Dict):
            passed |= {key for key in node.keys if key is not None}
        elif isinstance(node, ast.Expr):  # docstrings
            passed.add(node.value)
        elif isinstance(node, ast.Call) and _name_of(node) == "Action":
            # Name, keys and icon are not words.
            passed |= {one for number, one in enumerate(node.args) if number != 1}
            passed |= {one.value for one in node.keywords}
        elif isinstance(node, ast.Compare | ast.Subscript | ast.Raise) or (
            isinstance(node, ast.Call) and not _name_of(node)[:1].isupper()
        ):
            passed |= {child for child in ast.walk(node) if isinstance(child, ast.expr)}
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and node not in passed
            and (node in words or not _A_NAME.fullmatch(node.value))
            and any(map(str.isalpha, node.value))
        ):
            yield node.value, node.lineno
