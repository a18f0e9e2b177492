"""Conversations, messages and finding words in them, in a real encrypted database."""

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.conversation import Figures, Message, MessageState, Role, branch
from app.domain.errors import VaultError
from app.domain.sampling import Sampling
from app.vault.conversation_store import ConversationStore, SearchHit, new_id
from app.vault.temporary_conversations import ConversationsWithTemporary
from app.vault.vault import Vault


def message(conversation_id: str, text: str, parent_id: str | None = None, **changes: object) -> Message:
    made = Message(new_id(), conversation_id, parent_id, Role.USER, text, MessageState.COMPLETE, 1_000)
    return replace(made, **changes)  # type: ignore[arg-type]


@pytest.fixture
def store(vault: Vault) -> ConversationStore:
    """A store whose clock moves by a second at each look."""
    ticks = iter(range(1_000, 10_000_000, 1_000))
    return ConversationStore(vault.database, lambda: next(ticks))


def _marked(hit: SearchHit) -> list[str]:
    return [hit.snippet[start:end] for start, end in hit.matches]


def test_everything_of_a_message_is_kept(store: ConversationStore) -> None:
    made = store.create("Title", "Be brief.", "small-model")
    assert store.get(made.id) == made
    full = message(
        made.id,
        "Text\0with NUL, ☕ and\r\nlines",
        role=Role.ASSISTANT,
        state=MessageState.FAILED,
        thinking="Hm.",
        model="small-model",
        error_code="context_too_small",
        dropped=3,
        figures=Figures(100, 50, 20, 0.5, 12.5, 1.0, 4096, 1 << 31),
    )
    store.add_message(full)
    assert store.messages(made.id) == [full]
    assert store.message(full.id) == full
    assert store.get(made.id).leaf_id == full.id
    changed = replace(
        full, text="New", thinking="", state=MessageState.STOPPED, figures=None, error_code="", dropped=0
    )
    store.update_message(changed)
    assert store.messages(made.id) == [changed]
    assert store.counts().conversations == store.counts().messages == 1


def test_branches_are_kept_side_by_side(store: ConversationStore) -> None:
    made = store.create("Title")
    root = message(made.id, "root")
    first, second = message(made.id, "first", root.id), message(made.id, "second", root.id)
    for one in (root, first, second):
        store.add_message(one)
    assert [m.text for m in branch(store.messages(made.id), store.get(made.id).leaf_id)] == ["root", "second"]
    store.set_leaf(made.id, first.id)
    assert [m.text for m in branch(store.messages(made.id), store.get(made.id).leaf_id)] == ["root", "first"]


def test_versions_are_told_without_reading(store: ConversationStore) -> None:
    made, other = store.create("Title"), store.create("Other")
    root = message(made.id, "root")
    answer = replace(message(made.id, "answer", root.id), role=Role.ASSISTANT)
    for one in (root, answer, message(other.id, "root"), message(other.id, "another beginning")):
        store.add_message(one)
    assert [store.has_versions(one.id) for one in (made, other)] == [False, True]
    store.add_message(replace(message(made.id, "another answer", root.id), role=Role.ASSISTANT))
    assert store.has_versions(made.id)


def test_a_temporary_conversation_tells_its_versions(vault: Vault) -> None:
    store = ConversationsWithTemporary(vault.database)
    made = store.create_temporary("Title")
    root = message(made.id, "root")
    for one in (root, replace(message(made.id, "answer", root.id), role=Role.ASSISTANT)):
        store.add_message(one)
    assert not store.has_versions(made.id)
    store.add_message(message(made.id, "another beginning"))
    assert store.has_versions(made.id)


def test_the_list_shows_the_last_changed_first(store: ConversationStore) -> None:
    ids = [store.create(f"Title {number}").id for number in range(5)]
    store.add_message(message(ids[1], "newest"))
    store.rename(ids[0], "Renamed")
    assert [c.id for c in store.list()] == [ids[1], ids[4], ids[3], ids[2], ids[0]]
    assert [c.id for c in store.list(limit=2, offset=1)] == [ids[4], ids[3]]
    assert store.list(limit=-1) == []
    assert store.get(ids[0]).title == "Renamed"


def test_what_holds_for_a_conversation_can_be_changed(store: ConversationStore) -> None:
    made = store.create("Title")
    store.set_system_prompt(made.id, "Speak like a pirate. \ud800")
    store.set_model(made.id, "other")
    assert store.get(made.id).system_prompt == "Speak like a pirate. \ufffd"
    assert store.get(made.id).model == "other"


def test_what_is_not_there_is_a_foreseen_error(store: ConversationStore) -> None:
    made, other = store.create("Title"), store.create("Other")
    elsewhere = message(other.id, "elsewhere")
    store.add_message(elsewhere)
    for call, code in (
        (lambda: store.get("nothing"), "conversation_missing"),
        (lambda: store.rename("nothing", "x"), "conversation_missing"),
        (lambda: store.add_message(message("nothing", "x")), "conversation_missing"),
        (lambda: store.add_message(message(made.id, "x", elsewhere.id)), "message_missing"),
        (lambda: store.update_message(message(made.id, "x")), "message_missing"),
        (lambda: store.set_leaf(made.id, elsewhere.id), "message_missing"),
        (lambda: store.message("nothing"), "message_missing"),
    ):
        with pytest.raises(VaultError) as caught:
            call()
        assert caught.value.code == code
    assert store.messages("nothing") == []
    store.delete("nothing")


def test_deleting_removes_messages_and_hits(store: ConversationStore) -> None:
    gone, kept = store.create("Gone zebra"), store.create("Kept")
    store.add_message(message(gone.id, "a zebra"))
    store.add_message(message(kept.id, "another zebra"))
    store.delete(gone.id)
    assert [hit.conversation.id for hit in store.search("zebra")] == [kept.id]
    assert store.counts().messages == 1


def test_an_answer_cut_off_is_marked_and_becomes_searchable(store: ConversationStore) -> None:
    made = store.create("Title")
    growing = message(made.id, "half a giraffe", role=Role.ASSISTANT, state=MessageState.STREAMING)
    store.add_message(growing)
    store.update_message(replace(growing, text="half a giraffe and"))
    assert store.search("giraffe") == []
    assert store.mark_streaming_as_interrupted() == 1
    assert store.mark_streaming_as_interrupted() == 0
    assert store.message(growing.id).state is MessageState.INTERRUPTED
    assert [hit.message_id for hit in store.search("giraffe")] == [growing.id]
    store.update_message(replace(growing, text="continues", state=MessageState.STREAMING))
    assert store.search("giraffe") == []
    store.update_message(replace(growing, text="all of the elephant", state=MessageState.COMPLETE))
    assert store.search("giraffe") == []
    assert len(store.search("elephant")) == 1


def test_search_finds_words_without_accents_and_beginnings(store: ConversationStore) -> None:
    made = store.create("Über den Wolken")
    text = "padding " * 200 + 'Der Zug hält in "Köln" um acht Uhr.' + " padding" * 200
    store.add_message(message(made.id, text))
    (hit,) = store.search("koln ZUG")
    assert hit.message_id is not None
    assert sorted(_marked(hit)) == ["Köln", "Zug"]
    assert len(hit.snippet) < 400
    assert [h.message_id for h in store.search("wol")] == [None]
    assert _marked(store.search("wol")[0]) == ["Wolken"]
    assert store.search("wolken zug") == []
    assert [h.message_id is None for h in store.search("de")] == [True, False]


def test_search_finds_pieces_of_scripts_without_spaces(store: ConversationStore) -> None:
    made = store.create("東京の天気予報")
    store.add_message(message(made.id, "x" * 500 + "明日の東京は晴れでしょう" + "y" * 500))
    hits = store.search("東京")
    assert [hit.message_id is None for hit in hits] == [True, False]
    assert all(_marked(hit) == ["東京"] for hit in hits)


def test_pieces_are_found_by_their_pairs(store: ConversationStore) -> None:
    made = store.create("Title")
    for text in ("京東の店", "東京都の天気", "weather in 東京 today", "กำไรของบริษัท", "서울에서 만나요"):
        store.add_message(message(made.id, text))

    def found(query: str) -> list[str]:
        return sorted(hit.snippet for hit in store.search(query))

    assert found("東京") == ["weather in 東京 today", "東京都の天気"]
    assert found("東京都") == ["東京都の天気"]
    assert found("京") == ["weather in 東京 today", "京東の店", "東京都の天気"]
    assert found("東京 weath") == ["weather in 東京 today"]
    assert found("บริษัท") == ["กำไรของบริษัท"]
    assert found("서울") == ["서울에서 만나요"]
    assert found("大阪") == []
    (hit,) = store.search("today 東京")
    assert _marked(hit) == ["東京", "today"]


def test_pairs_go_with_their_message(store: ConversationStore, vault: Vault) -> None:
    made, other = store.create("Title"), store.create("Other")
    first = message(made.id, "明日の東京", role=Role.ASSISTANT, state=MessageState.STREAMING)
    store.add_message(first)
    assert store.search("東京") == []
    assert store.mark_streaming_as_interrupted() == 1
    assert len(store.search("東京")) == 1
    store.update_message(replace(first, text="大阪です", state=MessageState.COMPLETE))
    assert (len(store.search("東京")), len(store.search("大阪"))) == (0, 1)
    store.add_message(message(other.id, "大阪と京都"))
    store.delete(made.id)
    assert [hit.conversation.id for hit in store.search("大阪")] == [other.id]
    store.delete(other.id)
    words = vault.database.rows("SELECT hex(block) FROM message_pairs_data")
    assert not any("大阪".encode().hex().upper() in row[0] for row in words)


def test_a_copy_has_every_branch_and_stands_alone(store: ConversationStore) -> None:
    made = store.create("Title", "Be brief.", "small", preset="p", sampling=Sampling(temperature=0.1))
    root = message(made.id, "root giraffe")
    first, second = message(made.id, "first", root.id), message(made.id, "second", root.id)
    growing = message(made.id, "half", first.id, role=Role.ASSISTANT, state=MessageState.STREAMING)
    for one in (root, first, second, growing):
        store.add_message(one)
    store.set_leaf(made.id, second.id)
    store.set_pinned(made.id, True)
    copy = store.duplicate(made.id, "Title (copy)")
    assert store.get(copy.id) == copy
    assert (copy.title, copy.pinned, copy.system_prompt, copy.preset) == (
        "Title (copy)",
        False,
        "Be brief.",
        "p",
    )
    assert copy.sampling == Sampling(temperature=0.1)
    texts = [(m.text, m.state) for m in store.messages(copy.id)]
    assert texts == [
        ("root giraffe", MessageState.COMPLETE),
        ("first", MessageState.COMPLETE),
        ("second", MessageState.COMPLETE),
        ("half", MessageState.INTERRUPTED),
    ]
    assert [m.text for m in branch(store.messages(copy.id), copy.leaf_id)] == ["root giraffe", "second"]
    store.delete(made.id)
    assert [hit.conversation.id for hit in store.search("giraffe")] == [copy.id]


def test_what_is_to_be_deleted_is_neither_listed_nor_found(store: ConversationStore) -> None:
    made = store.create("Gone zebra 動物園")
    store.add_message(message(made.id, "a zebra 東京"))
    store.mark_deleting(made.id, True)
    assert store.list() == []
    assert [store.search(query) for query in ("zebra", "動物", "東京")] == [[], [], []]
    assert store.questions() == []
    assert store.counts().conversations == 0
    assert store.deleting() == [made.id]
    store.mark_deleting(made.id, False)
    assert [one.id for one in store.list()] == [made.id]
    assert (len(store.search("zebra")), len(store.search("動物")), len(store.search("東京"))) == (2, 1, 1)


def test_folders_hold_conversations_and_let_go_of_them(store: ConversationStore) -> None:
    work, home = store.add_folder("work"), store.add_folder("Home")
    made = store.create("Title", folder=work.id)
    store.rename_folder(work.id, "Office")
    assert [(folder.id, folder.name) for folder in store.folders()] == [
        (home.id, "Home"),
        (work.id, "Office"),
    ]
    assert store.get(made.id).folder == work.id
    store.set_folder(made.id, home.id)
    store.remove_folder(home.id)
    assert store.get(made.id).folder == ""
    assert [folder.name for folder in store.folders()] == ["Office"]


def test_preset_place_and_questions_are_kept(store: ConversationStore) -> None:
    made = store.create("Title")
    sampling = Sampling(temperature=1.5, top_k=3, stop=("END",))
    store.set_preset(made.id, "preset", "Be kind.", "big", sampling)
    assert (store.get(made.id).sampling, store.get(made.id).system_prompt) == (sampling, "Be kind.")
    assert store.place(made.id) == ""
    store.set_place(made.id, "message 12")
    assert store.place(made.id) == "message 12"
    for text in ("one", "two", "one"):
        store.add_message(message(made.id, text))
    store.add_message(message(made.id, "answer", role=Role.ASSISTANT))
    assert store.questions() == ["one", "two"]
    assert store.questions(1) == ["one"]


def test_the_index_agrees_with_the_messages_after_many_changes(
    store: ConversationStore, vault: Vault
) -> None:
    made = store.create("Title")
    rows = [message(made.id, f"word{n} shared", state=MessageState.STREAMING) for n in range(20)]
    for row in rows:
        store.add_message(row)
    for n, row in enumerate(rows):
        store.update_message(replace(row, text=f"other{n} shared", state=list(MessageState)[n % 5]))
    store.rename(made.id, "Another title")
    with vault.database.transaction() as transaction:  # FTS5's own comparison raises when they differ
        transaction.execute("INSERT INTO title_words (title_words, rank) VALUES ('integrity-check', 1)")
    streaming = [row for n, row in enumerate(rows) if list(MessageState)[n % 5] is MessageState.STREAMING]
    assert len(store.search("shared", limit=100)) == len(rows) - len(streaming)
    store.mark_streaming_as_interrupted()
    with vault.database.transaction() as transaction:
        transaction.execute("INSERT INTO message_words (message_words, rank) VALUES ('integrity-check', 1)")


def test_no_query_makes_search_raise(store: ConversationStore) -> None:
    made = store.create('Quotes " and * AND (brackets) NEAR title: x^2')
    store.add_message(message(made.id, "a AND b NOT c: {d} -e +f \ue000 \ue003 naïve ไทย 漢字 \0 end"))

    @given(st.text(max_size=40) | st.from_regex(r'["*()^:+\-{} ANDORT]{0,20}'))
    @example('"')
    @example("* AND")
    @example("a\0b")
    @example("\ud800")
    @example("title:x")
    @example("ñ" * 5000)
    @example("a " * 5000)
    def check(query: str) -> None:
        for hit in store.search(query, limit=5):
            for start, end in hit.matches:
                assert 0 <= start < end <= len(hit.snippet)

    check()
    assert len(store.search("and not c d e f")) == 1
    assert len(store.search("AND NEAR")) == 1
    assert store.search("end", limit=0) == []
