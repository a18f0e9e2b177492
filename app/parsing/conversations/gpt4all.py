"""GPT4All's `gpt4all-*.chat`: Qt's QDataStream (big-endian). In the throw-away process.

    quint32 0xF5D553CC, qint32 version, then: qint64 created (s), QString id, name, user name, model,
    QList<QString> collections, before version 11 the model's state, and a count with as many items:
    (before 12: qint32 id) QString kind ("Prompt: ", "Response: "), QString value, (before 10: QString prompt)
    QString new response, 4 bools, (from 11, answers: bool) sources, (from 10: attachments), (from 12: what tools did)

The layout is that of versions 8 to 12, so of GPT4All 3. A QString is its length in bytes (0xFFFFFFFF: none) and UTF-16.
"""

import codecs
import struct

from app.domain.conversation import Role
from app.domain.errors import DocumentError
from app.domain.imported import ImportedConversation
from app.parsing.conversations.tree import Node, Tree
from app.parsing.conversations.values import moment_ms, text, without_thinking

codecs.lookup("utf-16-be")  # loaded now: a confined process can't open the codec's file
MAGIC = b"\xf5\xd5\x53\xcc"
_OLDEST, _NEWEST = 8, 12
_NONE = 0xFFFFFFFF
_LIST_LIMIT = 100_000
_ROLES = {"Prompt: ": Role.USER, "Response: ": Role.ASSISTANT}
_DEPTH_LIMIT = 8
_VARIANT_TEXT = 10  # QMetaType::QString


def read(data: bytes) -> ImportedConversation:
    """One chat. Raises DocumentError."""
    stream = _Stream(data)
    stream.take(len(MAGIC))
    version = stream.integer(4)
    if version > _NEWEST or version < _OLDEST:
        raise DocumentError("document_kind_not_read", kind=f"a chat of GPT4All in format {version}")
    created = stream.integer(8)
    id, name, _user, model = (stream.string() for _ in range(4))
    for _ in range(stream.count(4)):
        stream.string()  # collections of files that were searched
    if version < 11:
        _skip_state(stream, version)
    tree = Tree()
    last = ""
    for _ in range(stream.count(4)):
        last = tree.chain(_item(stream, version, tree, model))
    if not stream.at_end:
        raise DocumentError("document_damaged")
    return tree.conversation("gpt4all", id, name, created_ms=moment_ms(created), model=model, leaf=last)


def _item(stream: "_Stream", version: int, tree: Tree, model: str) -> Node:
    if version < 12:
        stream.take(4)
    kind, value = stream.string(), stream.string()
    for _ in range(2 if version < 10 else 1):
        stream.string()
    stream.take(4)  # current, stopped, thumbs up, thumbs down
    if version >= 11 and kind == "Response: ":
        stream.take(1)
    sources = stream.count(8)
    for _ in range(sources):
        for _ in range(7):
            stream.string()
        stream.take(3 * 4)
    tree.lost["sources"] += sources
    if version >= 10:
        attached = stream.count(8)
        for _ in range(attached):
            stream.bytes()
            stream.bytes()
        tree.lost["files"] += attached
    below: list[str] = []
    if version >= 12:
        for _ in range(stream.count(8)):
            _below(stream, tree, below, 1)
    role = _ROLES.get(kind)
    if role is None and kind not in ("System: ", "Text: ", "ToolCall: ", "ToolResponse: "):
        raise DocumentError("document_damaged")
    words, thinking = "\n\n".join(part for part in (*below, value) if part.strip()), ""
    if role is Role.ASSISTANT:
        words, thinking = without_thinking(words)
    return Node("", "", role, text(words), text(thinking), model=model if role is Role.ASSISTANT else "")


def _below(stream: "_Stream", tree: Tree, words: list[str], depth: int) -> None:
    """A part of an answer that used a tool: its text is kept, what went to the tool and came back isn't."""
    if depth > _DEPTH_LIMIT:
        raise DocumentError("document_damaged")
    kind, value = stream.string(), stream.string()
    if kind in ("Text: ", "Response: "):
        words.append(value)
    elif kind == "ToolCall: ":
        tree.lost["tools"] += 1
        _skip_tool_call(stream)
    elif kind != "ToolResponse: ":
        raise DocumentError("document_damaged")
    for _ in range(stream.count(8)):
        _below(stream, tree, words, depth + 1)


def _skip_tool_call(stream: "_Stream") -> None:
    """QString name, a count with as many (QString name, int type, QVariant value), QString result, int, QString."""
    stream.string()
    for _ in range(stream.count(8)):
        stream.string()
        stream.take(4)
        if (
            stream.integer(4) != _VARIANT_TEXT
        ):  # other variants have layouts of their own; its one tool takes text
            raise DocumentError("document_kind_not_read", kind="a chat of GPT4All with an unknown tool")
        stream.take(1)
        stream.string()
    stream.string()
    stream.take(4)
    stream.string()


def _skip_state(stream: "_Stream", version: int) -> None:
    """What versions before 11 kept of the model."""
    has_state = stream.integer(1)
    stream.take(2 * 4)
    stream.string()
    stream.string()
    stream.take(4)
    if has_state:
        stream.take(2 * 4)
        if version < 9:
            stream.take(4 * stream.integer(8))
        stream.take(4 * stream.integer(8))
        stream.bytes()


class _Stream:
    """A QDataStream's bytes, read from the beginning. Raises DocumentError("document_damaged") past the end."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    @property
    def at_end(self) -> bool:
        return self._at == len(self._data)

    def take(self, size_bytes: int) -> bytes:
        """The next bytes."""
        end = self._at + size_bytes
        if size_bytes < 0 or end > len(self._data):
            raise DocumentError("document_damaged")
        taken = self._data[self._at : end]
        self._at = end
        return taken

    def integer(self, size_bytes: int) -> int:
        """A signed whole number."""
        return int.from_bytes(self.take(size_bytes), "big", signed=True)

    def count(self, size_bytes: int) -> int:
        """How many follow."""
        count = self.integer(size_bytes)
        if not 0 <= count <= _LIST_LIMIT:
            raise DocumentError("document_damaged")
        return count

    def bytes(self) -> bytes:
        """A QByteArray."""
        (length,) = struct.unpack(">I", self.take(4))
        return b"" if length == _NONE else self.take(length)

    def string(self) -> str:
        """A QString."""
        return self.bytes().decode("utf-16-be", "replace")
