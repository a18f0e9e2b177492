"""Taking conversations in: all or none, local, from unknown origin, and once."""

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlcipher3.dbapi2 import IntegrityError

from app.domain.conversation import Folder, MessageState
from app.domain.errors import UsageError
from app.ipc.reading import DocumentReader
from app.services.export import as_json
from app.services.import_summary import ImportSummary
from app.services.importing import add, files_in, ours, read_in
from app.vault.argon2_cost import FLOOR
from app.vault.profile import Profile
from app.vault.vault import Vault
from tests.parsing import made_conversations as made


@pytest.fixture(scope="module")
def reader() -> Iterator[DocumentReader]:
    with DocumentReader() as opened:
        yield opened


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    with closing(Profile(tmp_path / "profile").create("long enough", cost=FLOOR)) as opened:
        yield opened


@pytest.fixture
def chats(tmp_path: Path) -> Path:
    """A folder with a file of each program, one of them damaged, and some that are none."""
    folder = tmp_path / "chats"
    thread = folder / "threads" / "thread_1"
    thread.mkdir(parents=True)
    (thread / "thread.json").write_text(json.dumps(made.jan_thread()), encoding="utf-8")
    (thread / "messages.jsonl").write_bytes(made.jan_messages())
    (folder / "gpt4all-1.chat").write_bytes(made.gpt4all())
    (folder / "gpt4all-2.chat").write_bytes(made.gpt4all()[:-9])
    (folder / "1.conversation.json").write_text(json.dumps(made.lm_studio()), encoding="utf-8")
    (folder / "conversations.json").write_text(json.dumps(made.chatgpt()), encoding="utf-8")
    (folder / "letter.txt").write_text("no chat", encoding="utf-8")
    (folder / "link.chat").symlink_to(folder / "gpt4all-1.chat")
    return folder


def _import(path: Path, reader: DocumentReader, vault: Vault) -> ImportSummary:
    return add(read_in(files_in(path), reader, lambda: False), vault.conversations)


def test_a_folder_of_all_programs(chats: Path, reader: DocumentReader, vault: Vault) -> None:
    summary = _import(chats, reader, vault)
    assert summary.programs == ("ChatGPT", "GPT4All", "Jan", "LM Studio")
    assert (summary.added, summary.known, summary.empty) == (4, 0, 1)
    assert [(one.path.name, one.error.code) for one in summary.refused] == [
        ("gpt4all-2.chat", "document_damaged")
    ]
    folders = {folder.id: folder.name for folder in vault.conversations.folders()}
    kept = {folders[one.folder]: one for one in vault.conversations.list()}
    assert set(kept) == {f"Imported from {name}" for name in summary.programs}
    jan = kept["Imported from Jan"]
    assert (jan.title, jan.system_prompt, jan.created_ms) == ("Quokkas", "Be short.", made.NOON_S * 1000)
    assert summary.messages == vault.conversations.counts().messages
    for one in kept.values():
        said = vault.conversations.messages(one.id)
        assert {message.state for message in said} == {MessageState.COMPLETE}
        assert vault.labels.of(one.id) == {}  # of unknown origin: goes to no server
    assert len(vault.conversations.search("quokkazephyr")) >= 4


def test_a_second_time_adds_nothing(chats: Path, reader: DocumentReader, vault: Vault) -> None:
    first = _import(chats, reader, vault)
    before = vault.conversations.list()
    second = _import(chats, reader, vault)
    assert (second.added, second.messages, second.known) == (0, 0, first.added)
    assert second.lost == {}
    assert vault.conversations.list() == before
    assert len(vault.conversations.folders()) == 4


def test_our_own_export_comes_back_as_it_was(
    chats: Path, reader: DocumentReader, vault: Vault, tmp_path: Path
) -> None:
    _import(chats, reader, vault)
    exported = as_json([(one, vault.conversations.messages(one.id)) for one in vault.conversations.list()])
    file = tmp_path / "hearth.json"
    with_comparisons = json.loads(exported) | {"comparisons": [{"question": "Which?", "answers": []}]}
    file.write_text(json.dumps(with_comparisons), encoding="utf-8")
    assert _import(file, reader, vault).known == 4
    with closing(Profile(tmp_path / "other").create("long enough", cost=FLOOR)) as other:
        assert _import(file, reader, other).added == 4
        again = as_json([(one, other.conversations.messages(one.id)) for one in other.conversations.list()])
    assert _without_message_ids(json.loads(again)) == _without_message_ids(json.loads(exported))


def _without_message_ids(document: dict[str, list[dict[str, object]]]) -> object:
    """Messages get new ids: told by their place instead."""
    for conversation in document["conversations"]:
        said = conversation["messages"]
        assert isinstance(said, list)
        places = {message["id"]: number for number, message in enumerate(said)}
        conversation["shown_leaf"] = places[conversation["shown_leaf"]]
        for message in said:
            message["id"], message["parent"] = places[message["id"]], places.get(message["parent"])
    return sorted(document["conversations"], key=lambda one: str(one["id"]))


def test_a_jan_thread_is_found_by_either_of_its_files(chats: Path) -> None:
    thread = chats / "threads" / "thread_1"
    for name in ("thread.json", "messages.jsonl"):
        assert {one.name for one in files_in(thread / name)} == {"thread.json", "messages.jsonl"}


def test_places_without_chats_are_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for path, code in ((tmp_path / "empty", "import_nothing"), (tmp_path / "nowhere", "import_missing")):
        with pytest.raises(UsageError) as caught:
            files_in(path)
        assert caught.value.code == code


def test_a_write_that_is_refused_in_the_middle_leaves_nothing_half_taken_in(
    chats: Path, reader: DocumentReader, vault: Vault
) -> None:
    read = read_in(files_in(chats), reader, lambda: False)
    _import(chats / "conversations.json", reader, vault)
    (there,) = vault.conversations.list()
    said = vault.conversations.messages(there.id)
    entries = [ours(one, "", made.NOON_S * 1000) for one in read.conversations if one.messages]
    entries.append(
        (replace(there, id="another"), said)
    )  # its messages are there already, which the database refuses
    with pytest.raises(IntegrityError):
        vault.conversations.take_in(entries, [Folder("f", "F")])
    assert vault.conversations.list() == [there]
    assert vault.conversations.counts().messages == len(said)
    assert [folder.name for folder in vault.conversations.folders()] == ["Imported from ChatGPT"]
