"""`hearth redact`: masks what is personal in a text. Keeps nothing, and needs no profile but for `--mine`."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from app.cli.terminal import CommandContext, open_profile, print_json, tell
from app.cloud.marks import Kind
from app.domain.errors import UsageError
from app.services.masking import wishes_here

if TYPE_CHECKING:
    from app.cloud.redaction import Redacted, Wishes

MAX_TEXT_CHARACTERS = 4_000_000


def run(context: CommandContext) -> int:
    """Mask one text (an argument or standard input), or one a line of a JSON file."""
    from app.cloud.redaction import Redactor  # late: phone plans take 60 ms that no other command should wait

    wishes = _wishes(context)
    if context.text("batch"):
        return _batch(context.text("batch"), wishes)
    text = context.text("words")
    if text in ("", "-"):
        text = context.stdin.read(MAX_TEXT_CHARACTERS + 1)
    if len(text) > MAX_TEXT_CHARACTERS:
        raise UsageError("text_too_long", limit=MAX_TEXT_CHARACTERS)
    redacted = Redactor(wishes).redact(text)
    if context.json:
        print_json(facts(redacted))
    else:
        print(redacted.text, end="" if redacted.text.endswith("\n") else "\n")
    return 0


def facts(redacted: "Redacted") -> dict[str, object]:
    """The masked text and its items as plain values; positions are characters of the text as it was."""
    items = [
        {"type": str(item.kind), "start": item.start, "end": item.end, "placeholder": item.placeholder}
        for item in redacted.items
    ]
    return {"text": redacted.text, "items": items}


def _batch(path: str, wishes: "Wishes") -> int:
    """Each line a JSON object with `text` (and perhaps `id`), each answered by one line, in order."""
    from app.cloud.redaction import Redactor  # late, as above

    code = 0
    for number, line in enumerate(_lines(path), 1):
        try:
            asked = json.loads(line)
        except (ValueError, RecursionError):
            asked = None
        text = asked.get("text") if isinstance(asked, dict) else None
        if not isinstance(text, str):
            tell(f'Line {number} of {path} has no "text": it was passed over.')
            code = 1
            continue
        # Each line stands for a text of its own, so each begins again at [EMAIL_1].
        answer = facts(Redactor(wishes).redact(text))
        print_json({"id": asked["id"], **answer} if "id" in asked else answer)
    return code


def _lines(path: str) -> Iterator[str]:
    try:
        with open(path, encoding="utf-8") as file:
            yield from (line for line in file if line.strip())
    except (OSError, ValueError) as error:
        raise UsageError(
            "batch_unreadable", path=path, reason=getattr(error, "strerror", None) or ""
        ) from error


def _wishes(context: CommandContext) -> "Wishes":
    kinds = context.texts("kinds")
    try:
        chosen = frozenset(Kind(kind) for kind in kinds) if kinds else None
    except ValueError as error:
        known = ", ".join(str(kind) for kind in Kind)
        raise UsageError("unknown_kind", known=known) from error
    own_words = context.texts("own_words")
    if not context.flag("mine"):
        return wishes_here(chosen, own_words)
    with open_profile(context) as profile:
        wishes = profile.workroom.do(lambda: profile.session.masking.wishes(own_words)).result()
    return wishes if chosen is None else replace(wishes, kinds=chosen)
