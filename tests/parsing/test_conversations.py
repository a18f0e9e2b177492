"""Conversations of other programs: what is kept, what is counted as lost, and what a hostile file may do."""

import io
import json
import random
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.comparison import AnswerState, ComparedAnswer, Comparison, Who
from app.domain.conversation import Role, branch
from app.domain.errors import DocumentError
from app.domain.imported import ImportedConversation, ImportedMessage
from app.ipc.gathered_conversations import GatheredConversations
from app.ipc.parser_frames import ComparisonRead, ConversationRead
from app.ipc.reading import DocumentReader
from app.services.importing import ours
from tests.parsing import made_conversations as made

NOON_MS = made.NOON_S * 1000


def _read(
    reader: DocumentReader, folder: Path, content: bytes | object, name: str = "file"
) -> ImportedConversation:
    (first, *_) = _all(reader, folder, content, name)
    return first


def _all(
    reader: DocumentReader, folder: Path, content: bytes | object, name: str = "file"
) -> tuple[ImportedConversation, ...]:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return reader.read_conversations(path).conversations


def _shown(imported: ImportedConversation) -> list[tuple[Role, str]]:
    conversation, messages = ours(imported, "", NOON_MS + 10**9)
    return [(message.role, message.text) for message in branch(messages, conversation.leaf_id)]


def _texts(imported: ImportedConversation) -> list[str]:
    return [message.text for message in imported.messages]


def test_chatgpt_keeps_branches_and_thinking(reader: DocumentReader, tmp_path: Path) -> None:
    quokkas, empty = _all(reader, tmp_path, made.chatgpt())
    assert (quokkas.program, quokkas.title, quokkas.id) == ("chatgpt", "Quokkas", "c-1")
    assert (quokkas.created_ms, quokkas.updated_ms) == (NOON_MS + 500, NOON_MS + 60_000)
    assert _shown(quokkas) == [
        (Role.USER, made.SPEECH),
        (Role.ASSISTANT, "Grass."),
        (Role.USER, "Thanks"),
    ]
    assert _texts(quokkas) == [made.SPEECH, "Grass.", "Leaves.", "Thanks"]
    grass = quokkas.messages[1]
    assert (grass.thinking, grass.model) == ("It grazes.", "gpt-4o")
    assert quokkas.messages[2].parent == quokkas.messages[0].id
    assert quokkas.lost == {"pictures": 1, "files": 1, "tools": 2, "instructions": 1}
    assert empty.messages == ()


@pytest.mark.parametrize(
    "name", ["conversations.json", "export/conversations.json", "conversations-003.json"]
)
def test_chatgpt_is_read_inside_its_archive(reader: DocumentReader, tmp_path: Path, name: str) -> None:
    found = _all(reader, tmp_path, made.chatgpt_zip(name=name), "export.zip")
    assert [one.title for one in found] == ["Quokkas", "Empty"]
    assert not (tmp_path.parent / "outside.txt").exists()


def test_open_webui(reader: DocumentReader, tmp_path: Path) -> None:
    chat = _read(reader, tmp_path, made.open_webui())
    assert (chat.program, chat.system_prompt, chat.model) == ("open_webui", "Be short.", "llama3:8b")
    assert _shown(chat) == [(Role.USER, made.SPEECH), (Role.ASSISTANT, "Grass.")]
    assert chat.messages[1].thinking == "It & its kin\ngraze."
    assert _texts(chat)[2] == "Leaves."
    assert chat.lost == {"files": 1, "pictures": 1}


def test_an_older_open_webui_without_a_tree(reader: DocumentReader, tmp_path: Path) -> None:
    said = [{"role": "user", "content": "Hello"}, {"role": "assistant", "content": "Good day"}]
    chat = _read(reader, tmp_path, [{"id": "w", "title": "T", "chat": {"messages": said}}])
    assert _shown(chat) == [(Role.USER, "Hello"), (Role.ASSISTANT, "Good day")]


def test_lm_studio(reader: DocumentReader, tmp_path: Path) -> None:
    talk = _read(reader, tmp_path, made.lm_studio(), "1700000000000.conversation.json")
    assert (talk.program, talk.id, talk.title) == ("lm_studio", "1700000000000", "Quokkas")
    assert (talk.created_ms, talk.system_prompt) == (NOON_MS, "Be short.")
    assert _shown(talk) == [(Role.USER, made.SPEECH), (Role.ASSISTANT, "Grass."), (Role.USER, "Thanks")]
    assert talk.messages[2].thinking == "It grazes."
    assert talk.messages[1].text == "Leaves." and talk.messages[1].parent == talk.messages[0].id
    assert talk.messages[1].model == "qwen3-8b"
    assert talk.lost == {"files": 1, "tools": 1}


def test_jan(reader: DocumentReader, tmp_path: Path) -> None:
    about = _read(reader, tmp_path, made.jan_thread(), "thread.json")
    assert (about.title, about.system_prompt, about.created_ms) == ("Quokkas", "Be short.", NOON_MS)
    said = _read(reader, tmp_path, made.jan_messages(), "messages.jsonl")
    assert _shown(said) == [(Role.USER, made.SPEECH), (Role.ASSISTANT, "Grass.")]
    assert (said.id, said.messages[1].thinking, said.lost) == ("thread_1", "It grazes.", {"pictures": 1})


@pytest.mark.parametrize("version", [8, 9, 10, 11, 12])
def test_gpt4all(reader: DocumentReader, tmp_path: Path, version: int) -> None:
    chat = _read(reader, tmp_path, made.gpt4all(version), "gpt4all-1.chat")
    assert (chat.program, chat.id, chat.title, chat.created_ms) == ("gpt4all", "id-1", "Quokkas", NOON_MS)
    answer = "Let me look.\n\nGrass." if version == 12 else "Grass."
    assert _shown(chat) == [(Role.USER, made.SPEECH), (Role.ASSISTANT, answer)]
    assert chat.messages[1].model == "Llama-3-8B.gguf"
    lost = {"sources": 1, "files": 1, "tools": 1}
    assert chat.lost == {
        kind: 1 for kind in lost if kind == "sources" or version >= {"files": 10, "tools": 12}[kind]
    }


def test_a_newer_gpt4all_is_refused(reader: DocumentReader, tmp_path: Path) -> None:
    with pytest.raises(DocumentError) as caught:
        _read(reader, tmp_path, made.gpt4all(12).replace(b"\0\0\0\x0c", b"\0\0\0\x0d", 1), "a.chat")
    assert caught.value.code == "document_kind_not_read"


def _bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("conversations.json", b"[" + b" " * 300_000_000 + b"]")
    return packed.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\x00\x01\x02", "document_no_conversations"),
        (b"{}", "document_no_conversations"),
        (b"[]", "document_no_conversations"),
        (b'{"name": "x", "messages": [{"role": "user", "content": "x"}]}', "document_no_conversations"),
        (b"[1, 2, 3]", "document_no_conversations"),
        (b'[{"mapping": {', "document_damaged"),
        (b"[" * 200_000, "document_damaged"),
        (b'{"a":' * 200_000, "document_damaged"),
        (b'{"format": "hearth-conversations", "version": 99}', "document_newer"),
        (b"PK\x03\x04" + bytes(100), "document_damaged"),
        (made.chatgpt_zip(name="other.json"), "document_no_conversations"),
        (b"\xf5\xd5\x53\xcc" + b"\0\0\0\x0c" + b"\x7f" * 60, "document_damaged"),
        (b"\xf5\xd5\x53\xcc", "document_damaged"),
    ],
)
def test_what_is_no_such_file_is_refused(
    reader: DocumentReader, tmp_path: Path, content: bytes, code: str
) -> None:
    with pytest.raises(DocumentError) as caught:
        _all(reader, tmp_path, content)
    assert caught.value.code == code


def test_an_archive_that_inflates_is_refused(reader: DocumentReader, tmp_path: Path) -> None:
    with pytest.raises(DocumentError) as caught:
        _all(reader, tmp_path, _bomb(), "bomb.zip")
    assert caught.value.code == "document_inflates"


def test_one_damaged_conversation_spoils_the_file_and_nothing_is_given(
    reader: DocumentReader, tmp_path: Path
) -> None:
    whole = json.dumps(made.chatgpt()).encode()
    with pytest.raises(DocumentError):
        _all(reader, tmp_path, whole[:-40])


@pytest.mark.parametrize(
    "wrong",
    [None, 7, "text", [], {}, [[]], [None], True, {"id": 7}, "\ud800", -1, 1e308, "x" * 100_000],
    ids=lambda value: type(value).__name__,
)
def test_wrong_types_anywhere_are_no_more_than_missing(
    reader: DocumentReader, tmp_path: Path, wrong: object
) -> None:
    for document in (made.chatgpt(), made.open_webui(), made.lm_studio(), made.jan_thread()):
        for changed in _each_place_changed(document, wrong):
            try:
                for imported in _all(reader, tmp_path, changed):
                    if imported.messages:
                        ours(imported, "", NOON_MS)
            except DocumentError as error:
                assert error.code == "document_no_conversations"


def _each_place_changed(document: object, wrong: object) -> list[object]:
    """The document with one value replaced; a few dozen places of it, the same each time."""
    text = json.dumps(document)
    places = []

    def walk(value: object, path: tuple[str | int, ...]) -> None:
        if path:
            places.append(path)
        children = (
            value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        )
        for key, child in children:
            walk(child, (*path, key))

    walk(document, ())
    chosen = random.Random(3).sample(places, min(len(places), 12))
    changed = []
    for path in chosen:
        copy = json.loads(text)
        holder = copy
        for step in path[:-1]:
            holder = holder[step]
        holder[path[-1]] = wrong
        changed.append(copy)
    return changed


def test_loops_and_missing_parents_end(reader: DocumentReader, tmp_path: Path) -> None:
    def node(name: str, parent: str) -> dict[str, object]:
        content = {"content_type": "text", "parts": [name]}
        return {"parent": parent, "message": {"author": {"role": "user"}, "content": content}}

    mapping = {"a": node("a", "b"), "b": node("b", "a"), "c": node("c", "c"), "d": node("d", "nowhere")}
    imported = _read(reader, tmp_path, [{"mapping": mapping, "current_node": "a", "title": "\u202eloop\0"}])
    assert sorted(_texts(imported)) == ["a", "b", "c", "d"]
    conversation, messages = ours(imported, "", NOON_MS)
    assert {message.text for message in branch(messages, conversation.leaf_id)} == {"a", "b"}
    assert "\0" not in imported.title


def test_times_that_can_not_be_are_not_taken(reader: DocumentReader, tmp_path: Path) -> None:
    chats = made.chatgpt()
    chats[0]["create_time"], chats[0]["update_time"] = -5, 9e17
    for node in chats[0]["mapping"].values():
        if node["message"]:
            node["message"]["create_time"] = 4e9  # in the year 2096: it would count as typed after any grant
    conversation, messages = ours(_read(reader, tmp_path, chats), "", NOON_MS)
    assert 0 < conversation.created_ms <= NOON_MS
    assert all(0 < message.created_ms <= NOON_MS for message in messages)


def test_a_long_thread_is_no_deep_recursion(reader: DocumentReader, tmp_path: Path) -> None:
    nodes = {}
    for number in range(20_000):
        content = {"content_type": "text", "parts": [f"m{number}"]}
        role = "user" if number % 2 == 0 else "assistant"
        nodes[str(number)] = {
            "parent": str(number - 1),
            "message": {"author": {"role": role}, "content": content},
        }
    backwards = dict(reversed(nodes.items()))
    imported = _read(reader, tmp_path, [{"mapping": backwards, "current_node": "19999"}])
    assert len(_shown(imported)) == 20_000


@pytest.mark.parametrize(
    "messages",
    [
        (ImportedMessage("a", "", Role.USER, "x"), ImportedMessage("a", "", Role.USER, "y")),
        (ImportedMessage("a", "b", Role.USER, "x"), ImportedMessage("b", "", Role.USER, "y")),
        (ImportedMessage("", "", Role.USER, "x"),),
        (ImportedMessage("a", "", Role.SYSTEM, "x"),),
    ],
)
def test_a_process_that_was_taken_over_is_not_believed(messages: tuple[ImportedMessage, ...]) -> None:
    gathered = GatheredConversations()
    assert not gathered.take(ConversationRead(ImportedConversation("jan", "1", "t", messages=messages)))
    with pytest.raises(DocumentError) as caught:
        gathered.imported()
    assert caught.value.code == "document_crashed_reader"


@pytest.mark.parametrize("slip", ["swapped", "waiting", "negative", "endless", "costly"])
def test_nor_is_it_with_comparisons(slip: str) -> None:
    local, server = (ComparedAnswer(who, "m", text="x", state=AnswerState.COMPLETE) for who in Who)
    bad = {
        "swapped": (server, local),
        "waiting": (local, replace(server, state=AnswerState.WAITING)),
        "negative": (replace(local, seconds=-1.0), server),
        "endless": (replace(local, seconds=float("nan")), server),
        "costly": (local, replace(server, cost_micro=2**62)),
    }[slip]
    gathered = GatheredConversations()
    assert gathered.take(ComparisonRead(Comparison("1", "Which?", 0, local, server)))
    assert not gathered.take(ComparisonRead(Comparison("2", "Which?", 0, *bad)))
    with pytest.raises(DocumentError) as caught:
        gathered.imported()
    assert caught.value.code == "document_crashed_reader"
