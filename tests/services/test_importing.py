"""Taking conversations in: all or none, local, from unknown origin, and once."""

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlcipher3.dbapi2 import IntegrityError

from app.domain.comparison import AnswerState, ComparedAnswer, Comparison, Vote, Who
from app.domain.conversation import Folder, MessageState, Role
from app.domain.errors import UsageError
from app.ipc.reading import DocumentReader
from app.services.export import as_json
from app.services.import_summary import ImportSummary
from app.services.importing import add, files_in, ours, read_in
from app.vault.argon2_cost import FLOOR
from app.vault.conversation_store import now_ms
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
    return add(read_in(files_in(path), reader, lambda: False), vault)


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
    for folder, one in kept.items():
        said = vault.conversations.messages(one.id)
        told = {message.provider for message in said if message.role is Role.ASSISTANT}
        assert told == {folder.removeprefix("Imported from ")}  # never "on this computer": nobody knows that
        assert {message.provider for message in said if message.role is Role.USER} <= {""}
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
    pinned, moved, loose = vault.conversations.list()[:3]
    vault.conversations.set_pinned(pinned.id, True)
    vault.conversations.set_folder(moved.id, vault.conversations.add_folder("Boats and tides").id)
    vault.conversations.set_folder(loose.id, "")
    exported = _exported(vault)
    told = {one["id"]: one for one in json.loads(exported)["conversations"]}
    assert (told[pinned.id]["pinned"], told[moved.id]["folder"], told[loose.id]["folder"]) == (
        True,
        "Boats and tides",
        "",
    )
    file = tmp_path / "hearth.json"
    file.write_text(exported, encoding="utf-8")
    assert _import(file, reader, vault).known == 4
    with closing(Profile(tmp_path / "other").create("long enough", cost=FLOOR)) as other:
        assert _import(file, reader, other).added == 4
        again = _exported(other)
    assert _without_message_ids(json.loads(again)) == _without_message_ids(json.loads(exported))


def _compared(number: int, vote: Vote = Vote.NONE, state: AnswerState = AnswerState.COMPLETE) -> Comparison:
    local = ComparedAnswer(
        Who.LOCAL, "small", "", "Grass.", AnswerState.COMPLETE, "", 0.25, 1.5, 7, 3, energy_mwh=21, watts=50
    )
    error = "" if state is AnswerState.COMPLETE else "server_busy"
    server = ComparedAnswer(
        Who.SERVER, "big-1", "House", "Leaves.", state, error, 0.5, 2.0, -1, -1, 1_234, "$", True
    )
    return Comparison(f"{number:032x}", made.SPEECH, made.NOON_S * 1000, local, server, True, True, vote)


def test_comparisons_come_back_with_their_votes_and_costs_and_once(
    reader: DocumentReader, vault: Vault, tmp_path: Path
) -> None:
    kept = [_compared(1, Vote.SERVER), _compared(2), _compared(3, state=AnswerState.FAILED)]
    file = tmp_path / "hearth.json"
    file.write_text(as_json([], comparisons=kept), encoding="utf-8")
    first = _import(file, reader, vault)
    assert (first.programs, first.added, first.comparisons, first.known_comparisons) == (("Hearth",), 0, 3, 0)
    assert vault.comparisons.all() == kept
    (tally,) = vault.comparisons.tallies()
    assert (tally.provider, tally.count(Vote.SERVER), tally.cost_micro) == ("House", 1, 1_234)
    assert [head.id for head in vault.comparisons.waiting()] == [kept[1].id]
    assert vault.comparisons.spent_micro("House", "$") == 3 * 1_234  # what a limit counts
    vault.comparisons.vote(kept[1].id, Vote.NEITHER)
    second = _import(file, reader, vault)
    assert (second.comparisons, second.known_comparisons) == (0, 3)
    assert vault.comparisons.get(kept[1].id).vote is Vote.NEITHER
    assert json.loads(as_json([], comparisons=kept)) == json.loads(file.read_text(encoding="utf-8"))


def test_a_comparison_that_makes_no_sense_harms_nothing(
    reader: DocumentReader, vault: Vault, tmp_path: Path
) -> None:
    document = json.loads(as_json([], comparisons=[_compared(1, Vote.LOCAL)]))
    (whole,) = document["comparisons"]
    local, server = whole["answers"]
    wild = {
        "seconds": -5, "first_word_s": "soon", "prompt_tokens": 1e99, "completion_tokens": True, "cost": -1e300,
        "currency": "dollars and more", "energy_wh": [], "watts": None, "error": "<b>no code</b>",
    }  # fmt: skip
    hostile = [
        None, 5, {}, whole | {"answers": [local]}, whole | {"answers": [local, local]}, whole | {"answers": "none"},
        whole | {"id": "../x", "created": 9e15, "vote": "everybody", "answers": [local | wild, server | wild]},
        whole | {"id": "", "answers": [local, server | {"state": "waiting"}]},
        whole | {"id": 7, "answers": [local | {"text": " "}, server | {"cost": 1e300, "model": "a\nb"}]},
    ]  # fmt: skip
    file = tmp_path / "hearth.json"
    file.write_text(json.dumps(document | {"comparisons": [*hostile, whole]}), encoding="utf-8")
    assert _import(file, reader, vault).comparisons == 4
    wrong, waiting, silent, good = vault.comparisons.all()
    assert good == _compared(1, Vote.LOCAL)
    assert wrong.vote is Vote.NONE and wrong.created_ms <= now_ms()
    for answer in wrong.in_order:
        assert (answer.seconds, answer.first_word_s, answer.energy_mwh, answer.watts) == (0, 0, 0, 0)
        assert (answer.prompt_tokens, answer.completion_tokens, answer.cost_micro) == (-1, -1, 0)
        assert (answer.currency, answer.error_code) == ("doll", "")
    # Nothing is under way of it, and without both answers there is no vote.
    for one in (waiting, silent):
        assert (one.ended, one.can_be_judged, one.vote) == (True, False, Vote.NONE)
    assert all(len(one.id) == 32 for one in (wrong, waiting, silent))
    assert "\n" not in silent.server.model
    assert vault.comparisons.spent_micro("House", "$") > 0  # and can be added up


def _exported(vault: Vault) -> str:
    store = vault.conversations
    return as_json([(one, store.messages(one.id)) for one in store.list()], folders=store.folders())


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
