"""From a file's bytes to the conversations in it: which program wrote it is told by what is in it, not by its name.

In the throw-away process.
"""

import re
from collections.abc import Iterator
from typing import Any

from app.domain.comparison import Comparison
from app.domain.errors import DocumentError
from app.domain.imported import ImportedConversation
from app.parsing.archive import Archive
from app.parsing.conversations import chatgpt, comparisons, gpt4all, hearth, jan, lm_studio, open_webui
from app.parsing.conversations.values import load

_ZIP = b"PK\x03\x04"
_IN_AN_EXPORT = re.compile(r"(?:.*/)?conversations(?:-\d+)?\.json\Z")


def read(data: bytes, name: str) -> Iterator[ImportedConversation | Comparison]:
    """The conversations in a file, and the comparisons in one of ours.

    Raises DocumentError, also after some were given: then none may be used.
    """
    if data.startswith(gpt4all.MAGIC):
        yield gpt4all.read(data)
    elif data.startswith(_ZIP):
        yield from _in_archive(Archive(data))
    else:
        yield from _in_json(data, name)


def _in_archive(archive: Archive) -> Iterator[ImportedConversation | Comparison]:
    """ChatGPT's export is an archive; what else lies in it (pictures, feedback) is left there, unread."""
    found = [name for name in archive.names() if _IN_AN_EXPORT.match(name)]
    if not archive.whole:
        raise DocumentError("document_damaged")
    if not found:
        raise _unknown()
    for name in sorted(found):
        yield from _in_json(archive.read(name), name)


def _in_json(data: bytes, name: str) -> Iterator[ImportedConversation | Comparison]:
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if start not in (b"{", b"["):
        raise _unknown()
    try:
        value = load(data)
    except DocumentError:
        if start == b"{" and _is_lines_of_messages(data):
            yield jan.read_messages(data)
            return
        raise
    yield from _of(value, data, name)


def _of(value: Any, data: bytes, name: str) -> Iterator[ImportedConversation | Comparison]:
    if isinstance(value, list):
        known = [one for one in value if isinstance(one, dict) and _is_exported(one)]
        if value and not known:
            raise _unknown()
        for one in known:
            yield chatgpt.read(one) if chatgpt.is_conversation(one) else open_webui.read(one)
    elif hearth.is_export(value):
        for one in hearth.conversations(value):
            yield hearth.read(one)
        yield from comparisons.read(value)
    elif chatgpt.is_conversation(value):
        yield chatgpt.read(value)
    elif open_webui.is_conversation(value):
        yield open_webui.read(value)
    elif lm_studio.is_conversation(value):
        yield lm_studio.read(value, name)
    elif jan.is_message(value):
        yield jan.read_messages(data)
    elif jan.is_thread(value):
        yield jan.read_thread(value)
    else:
        raise _unknown()


def _is_exported(value: dict[str, Any]) -> bool:
    return chatgpt.is_conversation(value) or open_webui.is_conversation(value)


def _is_lines_of_messages(data: bytes) -> bool:
    first = next((line for line in data.splitlines() if line.strip()), b"")
    try:
        value = load(first)
    except DocumentError:
        return False
    return isinstance(value, dict) and jan.is_message(value)


def _unknown() -> DocumentError:
    return DocumentError("document_no_conversations")
