"""Formulas and footnotes as rules for markdown-it-py. Pure, no Qt; part of the parser's door.

Formulas: `$a$`, `\\(a\\)` in a line, `$$a$$`, `\\[a\\]` also over several lines. A block formula ends at its closing
mark; a blank line or the end before that makes a plain paragraph of it, so that where it ends depends on the
text alone (a stream needs that). Footnotes are kept among the link definitions, under `^label`: so a note that
comes late acts on what stood before it like any link definition.
"""

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.footnote.index import footnote_def

MAX_SOURCE_CHARS = 2_000
FOOTNOTE = "\0note:"
"""Begins the address of a footnote among the link definitions; no text can hold it."""

_CLOSING = {"$$": "$$", "\\[": "\\]", "\\(": "\\)"}


def add_extra_rules(reader: MarkdownIt) -> None:
    """Teach `reader` formulas and footnotes."""
    reader.inline.ruler.before("escape", "formula", _formula)
    reader.block.ruler.before(
        "fence", "formula_block", _formula_block, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )
    reader.block.ruler.before("reference", "footnote_def", _footnote, {"alt": ["paragraph", "reference"]})


def _formula(state: StateInline, silent: bool) -> bool:
    source, start = state.src, state.pos
    opening = source[start : start + 2]
    if opening in _CLOSING:
        closing = _CLOSING[opening]
        begin = start + 2
        end = source.find(closing, begin, begin + MAX_SOURCE_CHARS)
        after = end + 2
    elif opening[:1] == "$":
        closing, begin = "$", start + 1
        end = _dollar(source, start)
        after = end + 1
    else:
        return False
    content = source[begin:end] if end > 0 else ""
    if not content.strip() or after > state.posMax:
        return False
    if not silent:
        token = state.push("formula", "", 0)
        token.content = content
        token.markup = "block" if closing in ("$$", "\\]") else "line"
    state.pos = after
    return True


def _dollar(source: str, start: int) -> int:
    """Where a formula that begins with one dollar ends, or -1: amounts of money are no formulas."""
    before = source[start - 1 : start] if start else ""
    if before.isalnum() or before == "\\" or source[start + 1 : start + 2].isspace():
        return -1
    at = start + 1
    limit = min(len(source), start + MAX_SOURCE_CHARS)
    while (at := source.find("$", at, limit)) >= 0:
        if source[at - 1] == "\\":
            at += 1
            continue
        if source[at - 1].isspace() or source[at + 1 : at + 2].isdigit():
            return -1
        return at
    return -1


def _formula_block(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    if state.is_code_block(start_line):
        return False
    first = _line(state, start_line)
    closing = _CLOSING.get(first[:2])
    if closing is None or first[:2] == "\\(" or first[2:3] == "$":
        return False
    if closing in first[2:] and first[2:].partition(closing)[2].strip():
        return False  # more stands behind it: a formula in a line of text
    if silent:
        return True
    parts = [first[2:].partition(closing)[0]]
    closed = closing in first[2:]
    raw = [first]
    line = start_line + 1
    while (
        not closed and line < end_line and not state.isEmpty(line) and state.sCount[line] >= state.blkIndent
    ):
        text = _line(state, line)
        raw.append(text)
        line += 1
        inside, found, behind = text.partition(closing)
        parts.append(inside)
        if found:
            closed = not behind.strip(" .,;")
            break
    content = "\n".join(parts)
    whole = closed and bool(content.strip()) and len(content) <= MAX_SOURCE_CHARS
    opener = state.push("paragraph_open", "p", 1)
    opener.map = [start_line, line]
    inline = state.push("formula_paragraph" if whole else "inline", "", 0)
    inline.content = content if whole else "\n".join(raw)
    inline.map = [start_line, line]
    inline.children = []
    state.push("paragraph_close", "p", -1)
    state.line = line
    return True


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip()


def _footnote(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    at = len(state.tokens)
    if not footnote_def(state, start_line, end_line, silent):
        return False
    if not silent:
        opener = state.tokens[at]
        opener.map = [start_line, state.line]
        label = str(opener.meta["label"])
        key = normalizeReference(f"^{label}")
        state.env.setdefault("references", {}).setdefault(key, {"title": "", "href": FOOTNOTE + label})
    return True
