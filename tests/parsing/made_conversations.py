"""Small files in the layouts of other programs, made here."""

import io
import json
import zipfile
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QDataStream, QIODevice

NOON_S = 1_700_000_000
SPEECH = "What does the quokkazephyr eat?"


def chatgpt() -> list[dict[str, Any]]:
    """Two conversations: one with two answers to a question, a picture, a file, a tool and hidden nodes."""

    def node(
        name: str, parent: str | None, role: str = "", kind: str = "text", **content: Any
    ) -> dict[str, Any]:
        metadata = content.pop("metadata", {})
        recipient = content.pop("recipient", "all")
        message = None
        if role:
            message = {
                "id": name,
                "author": {"role": role, "name": None, "metadata": {}},
                "create_time": NOON_S + len(name),
                "content": {"content_type": kind, **content},
                "metadata": metadata,
                "recipient": recipient,
            }
        return {"id": name, "parent": parent, "children": [], "message": message}

    nodes = [
        node("root", None),
        node("hidden", "root", "system", parts=[""], metadata={"is_visually_hidden_from_conversation": True}),
        node(
            "context",
            "hidden",
            "user",
            "user_editable_context",
            user_profile="I am Ada",
            user_instructions="",
        ),
        node(
            "question",
            "context",
            "user",
            "multimodal_text",
            parts=[{"content_type": "image_asset_pointer", "asset_pointer": "file-service://x"}, SPEECH],
            metadata={"attachments": [{"id": "f", "name": "zoo.pdf"}]},
        ),
        node(
            "thoughts",
            "question",
            "assistant",
            "thoughts",
            thoughts=[{"summary": "s", "content": "It grazes."}],
        ),
        node("call", "thoughts", "assistant", "code", text="search('quokka')", recipient="browser"),
        node("result", "call", "tool", "tether_quote", text="found"),
        node("answer", "result", "assistant", parts=["Grass."], metadata={"model_slug": "gpt-4o"}),
        node("other", "question", "assistant", parts=["Leaves."], metadata={"model_slug": "gpt-4"}),
        node("thanks", "answer", "user", parts=["Thanks"]),
    ]
    first = {
        "title": "Quokkas",
        "create_time": NOON_S + 0.5,
        "update_time": NOON_S + 60,
        "conversation_id": "c-1",
        "current_node": "thanks",
        "mapping": {one["id"]: one for one in nodes},
    }
    return [
        first,
        {**first, "title": "Empty", "conversation_id": "c-2", "mapping": {"root": node("root", None)}},
    ]


def chatgpt_zip(content: bytes | None = None, name: str = "conversations.json") -> bytes:
    """The archive that ChatGPT sends, with files that aren't looked at."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../../outside.txt", "no")
        archive.writestr("chat.html", "<script>")
        archive.writestr(name, json.dumps(chatgpt()) if content is None else content)
    return packed.getvalue()


def open_webui() -> list[dict[str, Any]]:
    """A chat with a branch, thinking, a file and instructions."""
    answer = (
        '<details type="reasoning" done="true" duration="2">\n<summary>Thought for 2 seconds</summary>\n'
        "&gt; It &amp; its kin\n&gt; graze.\n</details>\nGrass."
    )
    messages: dict[str, dict[str, Any]] = {
        "u1": {"id": "u1", "parentId": None, "role": "user", "content": SPEECH, "timestamp": NOON_S},
        "a1": {"id": "a1", "parentId": "u1", "role": "assistant", "content": answer, "model": "llama3:8b"},
        "a2": {"id": "a2", "parentId": "u1", "role": "assistant", "content": "Leaves.", "model": "llama3:8b"},
    }
    messages["u1"]["files"] = [{"type": "file", "name": "zoo.pdf"}, {"type": "image", "url": "data:"}]
    chat = {
        "title": "Quokkas",
        "models": ["llama3:8b"],
        "params": {"system": "Be short."},
        "history": {"messages": messages, "currentId": "a1"},
    }
    return [{"id": "w-1", "title": "Quokkas", "chat": chat, "created_at": NOON_S, "updated_at": NOON_S + 9}]


def lm_studio() -> dict[str, Any]:
    """A conversation with two versions of an answer, one of them with thinking, and a tool."""

    def answer(*blocks: dict[str, Any]) -> dict[str, Any]:
        return {
            "type": "multiStep",
            "role": "assistant",
            "senderInfo": {"senderName": "qwen3-8b"},
            "steps": blocks,
        }

    def block(words: str, **more: Any) -> dict[str, Any]:
        return {"type": "contentBlock", "content": [{"type": "text", "text": words}], **more}

    asked = [{"type": "text", "text": SPEECH}, {"type": "file", "fileIdentifier": "1.pdf"}]
    tool = {"type": "contentBlock", "content": [{"type": "toolCallRequest", "name": "search"}]}
    return {
        "name": "Quokkas",
        "createdAt": NOON_S * 1000,
        "systemPrompt": "Be short.",
        "lastUsedModel": {"identifier": "qwen3-8b"},
        "messages": [
            {
                "currentlySelected": 0,
                "versions": [{"type": "singleStep", "role": "user", "content": asked}],
            },
            {
                "currentlySelected": 1,
                "versions": [
                    answer(block("Leaves.")),
                    answer(block("It grazes.", style={"type": "thinking"}), tool, block("Grass.")),
                ],
            },
            {
                "currentlySelected": 0,
                "versions": [
                    {"type": "singleStep", "role": "user", "content": [{"type": "text", "text": "Thanks"}]}
                ],
            },
        ],
    }


def jan_thread() -> dict[str, Any]:
    """`thread.json`."""
    assistant = {"id": "jan", "instructions": "Be short.", "model": {"id": "llama3-8b"}}
    times = {"created": NOON_S * 1000, "updated": NOON_S + 9}
    return {"id": "thread_1", "object": "thread", "title": "Quokkas", "assistants": [assistant], **times}


def jan_messages() -> bytes:
    """`messages.jsonl`, the newest first as older ones were."""

    def line(name: str, role: str, words: str, at: int, *more: dict[str, Any]) -> str:
        content = [{"type": "text", "text": {"value": words, "annotations": []}}, *more]
        facts = {"id": name, "object": "thread.message", "thread_id": "thread_1", "created_at": NOON_S + at}
        return json.dumps({**facts, "role": role, "content": content, "metadata": {}})

    picture = {"type": "image_url", "image_url": {"url": "data:"}}
    lines = [
        line("m2", "assistant", "<think>It grazes.</think>\nGrass.", 2),
        line("m1", "user", SPEECH, 1, picture),
    ]
    return ("\n".join(lines) + "\n").encode()


def gpt4all(version: int = 12) -> bytes:
    """A chat as Qt writes it: a question with a source and an attached file, and an answer."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    out = QDataStream(buffer)
    out.writeUInt32(0xF5D553CC)
    out.writeInt32(version)
    out.setVersion(QDataStream.Version.Qt_6_2)
    out.writeInt64(NOON_S)
    for words in ("id-1", "Quokkas", "", "Llama-3-8B.gguf"):
        out.writeQString(words)
    out.writeQStringList(["zoo"])
    if version < 11:
        out.writeBool(False)
        out.writeInt32(1)
        out.writeInt32(0)
        out.writeQString("")
        out.writeQString("")
        out.writeUInt32(0)
    out.writeInt32(2)
    for number, (kind, words) in enumerate((("Prompt: ", SPEECH), ("Response: ", "Grass."))):
        _gpt4all_item(out, version, number, kind, words)
    return bytes(buffer.data().data())


def _gpt4all_item(out: QDataStream, version: int, number: int, kind: str, words: str) -> None:
    if version < 12:
        out.writeInt32(number)
    out.writeQString(kind)
    out.writeQString(words)
    for _ in range(2 if version < 10 else 1):
        out.writeQString("")
    for _ in range(4):
        out.writeBool(False)
    if version >= 11 and kind == "Response: ":
        out.writeBool(False)
    has_source = kind == "Prompt: "
    out.writeInt64(int(has_source))
    if has_source:
        for word in ("zoo", "/zoo/a.pdf", "a.pdf", "", "", "", "It grazes."):
            out.writeQString(word)
        for _ in range(3):
            out.writeInt32(-1)
    if version >= 10:
        out.writeInt64(int(has_source))
        if has_source:
            for content in (b"file:///zoo.txt", b"words"):
                out << QByteArray(content)
    if version >= 12:
        uses_tool = kind == "Response: "
        out.writeInt64(int(uses_tool))
        if uses_tool:
            _gpt4all_tool(out)


def _gpt4all_tool(out: QDataStream) -> None:
    """A container with a text and a call, as an answer that ran code has it."""
    out.writeQString("Response: ")
    out.writeQString("")
    out.writeInt64(2)
    out.writeQString("Text: ")
    out.writeQString("Let me look.")
    out.writeInt64(0)
    out.writeQString("ToolCall: ")
    out.writeQString("<tool>")
    out.writeQString("javascript_interpret")
    out.writeInt64(1)
    out.writeQString("code")
    out.writeInt32(0)
    out.writeQVariant("1 + 1")
    out.writeQString("2")
    out.writeInt32(0)
    out.writeQString("")
    out.writeInt64(0)
