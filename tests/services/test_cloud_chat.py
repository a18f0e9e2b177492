"""A conversation on a server, over a real vault: when it is asked again, what goes and what stays here."""

import json
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

from app.domain.cloud_choice import AskReason
from app.domain.conversation import Message, MessageState, Role
from app.domain.errors import HearthError
from app.domain.labels import LabelKind
from app.domain.price import Price
from app.domain.provider import make_provider
from app.ipc.png import png
from app.services.beginning import Beginning
from app.services.cloud_preview import CloudPreview, CloudQuestion
from app.services.events import AnswerGrew
from app.services.export import as_json, as_markdown
from app.services.provider_keys import Secrets
from app.vault.conversation_store import new_id
from tests.services.cloud_talk import CANARY, PROVIDER, TAX, Talk, messages, refused
from tests.services.session_at_work import SessionAtWork


def test_a_new_conversation_goes_as_it_was_shown_and_is_kept_with_where_it_came_from(talk: Talk) -> None:
    preview = talk.preview(CloudQuestion("What may anna@example.org read?", beginning=Beginning()))
    assert (preview.why, messages(preview)) == (AskReason.FIRST, ["What may [EMAIL_1] read?"])
    assert talk.gateway.bodies == []
    talk.gateway.reply = "[EMAIL_1] may read `[EMAIL_1]`."
    ended = talk.send(preview)
    assert talk.gateway.bodies == [preview.payload.body]
    answer = ended.answer
    assert (answer.text, answer.provider, answer.model) == (
        "anna@example.org may read `[EMAIL_1]`.",
        "House",
        "big-1",
    )
    grew = "".join(event.text for event in talk.work.seen if isinstance(event, AnswerGrew))
    assert answer.text.startswith(grew) and "anna@example.org" in grew
    vault = talk.work.session.vault
    reply = talk.work.do(lambda: talk.work.session.cloud.reply(answer.id))
    assert reply is not None and (reply.sent_bytes, reply.ledger) == (len(preview.payload.body), 1)
    labels = talk.work.do(lambda: vault.labels.of(answer.conversation_id))[answer.id]
    assert {label.kind for label in labels} == {LabelKind.CLOUD_ANSWER, LabelKind.TYPED}
    made = talk.work.do(lambda: vault.conversations.get(answer.conversation_id))
    agreed = preview.choice.after_sheet(preview.kinds, len(preview.payload.body))
    assert (made.provider, talk.choice(made.id)) == ("House", agreed)
    said = talk.work.do(lambda: vault.conversations.messages(made.id))
    exported = json.loads(as_json([(made, said)]))["conversations"][0]["messages"]
    assert [one["provider"] for one in exported] == ["", "House"]
    assert "## big-1, House" in as_markdown(made, said)


def test_the_sheet_comes_back_for_a_new_kind_for_twice_the_size_and_when_it_is_wished(talk: Talk) -> None:
    where = talk.conversation((Role.USER, "Earlier."), (Role.ASSISTANT, f"It has {CANARY}."))
    talk.switch(where)
    first = talk.preview(CloudQuestion("And now? " * 8, where))
    assert refused(lambda: talk.send(first, by_sheet=False)) == "consent_needed"
    assert (talk.gateway.bodies, messages(first)) == ([], ["And now? " * 7 + "And now?"])
    talk.send(first)
    second = talk.preview(CloudQuestion("Why?", where))
    assert second.why is None  # its own answer is nothing new to the server
    assert talk.send(second, by_sheet=False).answer.dropped == 2  # what stayed here is told
    assert talk.preview(CloudQuestion("More. " * 200, where)).why is AskReason.GREW
    talk.work.do(lambda: talk.work.session.cloud.ask_always(where, True))
    assert talk.preview(CloudQuestion("Why?", where)).why is AskReason.ALWAYS
    talk.work.do(lambda: talk.work.session.cloud.ask_always(where, False))
    third = talk.preview(CloudQuestion("Why?", where))
    widened = talk.again(third, earlier=True)
    assert (widened.why, messages(widened)[0][:8]) == (AskReason.NEW_KIND, "Earlier.")
    assert refused(lambda: talk.send(widened, by_sheet=False)) == "consent_needed"
    always = replace(third.choice, ask_always=True)
    assert talk.work.do(lambda: talk.work.session.cloud.again(third, always)).why is AskReason.ALWAYS
    assert len(talk.gateway.bodies) == 2
    assert not any(CANARY.encode() in body for body in talk.gateway.bodies)


def test_an_answer_made_from_a_file_goes_only_where_that_file_may_go_too(talk: Talk) -> None:
    where = talk.conversation(
        (Role.USER, "How many?"), (Role.ASSISTANT, f"It has {CANARY}."), documents=(TAX,)
    )
    talk.switch(where)
    shown = talk.preview(CloudQuestion("Sum up.", where))
    assert (shown.staying, shown.has_earlier, shown.has_answers) == (2, True, True)
    with_answers = talk.again(shown, earlier=True, earlier_answers=True)
    assert CANARY not in with_answers.payload.body.decode()
    assert with_answers.staying == 1
    assert [(one.path, one.granted) for one in with_answers.documents] == [(TAX, False)]
    granted = talk.again(with_answers, earlier=True, earlier_answers=True, documents=frozenset({TAX}))
    assert CANARY in granted.payload.body.decode()
    assert granted.payload.documents == (TAX,)
    # The server's answer to it carries the file from then on.
    answer = talk.send(granted).answer
    labels = talk.work.do(lambda: talk.work.session.vault.labels.of(where))[answer.id]
    assert TAX in {label.subject for label in labels}


def test_a_local_answer_below_a_servers_carries_what_stands_above_both(talk: Talk) -> None:
    where = talk.conversation(
        (Role.USER, "How many?"), (Role.ASSISTANT, f"It has {CANARY}."), documents=(TAX,)
    )
    talk.switch(where)
    talk.send(talk.preview(CloudQuestion("Say hello.", where)))
    vault = talk.work.session.vault

    def answer_here() -> str:
        talk.work.session.cloud.keep_local(where)
        leaf = vault.conversations.get(where).leaf_id
        made = Message(new_id(), where, leaf, Role.ASSISTANT, CANARY, MessageState.COMPLETE, 9_000)
        vault.conversations.add_message(made)
        vault.labels.keep(made, LabelKind.LOCAL_ANSWER, "", ())
        return made.id

    made = talk.work.do(answer_here)
    subjects = {label.subject for label in talk.work.do(lambda: vault.labels.of(where))[made]}
    assert TAX in subjects


def test_a_copy_is_local_and_so_is_every_other_conversation(talk: Talk) -> None:
    where = talk.conversation((Role.USER, "Earlier."))
    other = talk.conversation((Role.USER, "Another."))
    talk.switch(where)
    copy = talk.work.do(lambda: talk.work.session.arranging.duplicate(where, "Copy"))
    assert (copy.provider, talk.choice(copy.id), talk.choice(other)) == ("", None, None)
    for local in (copy.id, other):
        assert refused(lambda local=local: talk.preview(CloudQuestion("Hello", local))) == "grant_elsewhere"
    assert talk.gateway.bodies == []


def test_no_model_here_steps_in_and_no_server_is_asked_in_its_place(talk: Talk) -> None:
    where = talk.conversation((Role.USER, "Earlier."), (Role.ASSISTANT, "Answer."))
    talk.switch(where)
    chat = talk.work.session.chat
    assert refused(lambda: talk.work.do(lambda: chat.send(where, "Hello"))) == "conversation_on_server"
    leaf = talk.work.do(lambda: talk.work.session.vault.conversations.get(where).leaf_id)
    for ask in (chat.retry, chat.resume):
        assert refused(lambda ask=ask: talk.work.do(lambda: ask(str(leaf)))) == "conversation_on_server"
    talk.gateway.failure = "server_busy"
    ended = talk.send(talk.preview(CloudQuestion("Hello", where)))
    assert (ended.answer.state, ended.answer.error_code) == (MessageState.INTERRUPTED, "server_busy")
    assert ended.answer.text == "Good evening."  # what had come is kept
    assert not talk.work.do(lambda: chat.busy)
    assert len(talk.gateway.bodies) == 1
    talk.work.do(lambda: talk.work.session.cloud.keep_local(where))
    assert refused(lambda: talk.preview(CloudQuestion("Hello", where))) == "grant_elsewhere"


def test_what_changed_since_it_was_shown_is_not_sent(talk: Talk) -> None:
    where = talk.conversation((Role.USER, "Earlier."))
    talk.switch(where)
    shown = talk.preview(CloudQuestion("Hello", where))
    talk.send(talk.preview(CloudQuestion("Something else", where)))
    assert refused(lambda: talk.send(shown)) == "permit_altered"
    assert len(talk.gateway.bodies) == 1


def test_a_conversation_that_is_local_by_now_is_not_sent(talk: Talk) -> None:
    where = talk.conversation((Role.USER, "Earlier."))
    talk.switch(where)
    talk.send(talk.preview(CloudQuestion("Hello", where)))
    shown = talk.preview(CloudQuestion("Hello again", where))
    assert shown.why is None
    talk.work.do(lambda: talk.work.session.cloud.ask_always(where, True))
    assert refused(lambda: talk.send(shown, by_sheet=False)) == "consent_needed"
    talk.work.do(lambda: talk.work.session.cloud.keep_local(where))
    for by_sheet in (False, True):
        assert refused(lambda by_sheet=by_sheet: talk.send(shown, by_sheet)) == "grant_elsewhere"
    assert talk.choice(where) is None
    assert len(talk.gateway.bodies) == 1


def test_another_server_begins_without_the_grant_of_the_first(talk: Talk) -> None:
    where = talk.conversation((Role.USER, "Earlier."))
    talk.switch(where)
    shown = talk.preview(CloudQuestion("Hello", where))
    talk.send(talk.again(shown, earlier=True, documents=frozenset({TAX})))
    annex = make_provider("Annex", "openai", "https://annex.example.org/v1", "big-1")
    talk.work.do(lambda: talk.work.session.vault.providers.put(annex))
    chosen = talk.work.do(lambda: talk.work.session.cloud.choose(where, "Annex"))
    assert (chosen.grant.provider, chosen.grant.earlier, chosen.grant.documents) == (
        "Annex",
        False,
        frozenset(),
    )
    shown = talk.preview(CloudQuestion("And you?", where))
    assert (shown.why, messages(shown)) == (AskReason.FIRST, ["And you?"])
    assert str(shown.payload.origin) == "https://annex.example.org:443"


def test_a_server_whose_address_was_changed_has_no_grant_any_more(talk: Talk) -> None:
    where = talk.conversation((Role.USER, "Earlier."))
    talk.switch(where)
    talk.send(talk.again(talk.preview(CloudQuestion("Hello", where)), earlier=True))
    moved = make_provider("House", "openai", "https://other.example.org/v1", "big-1")
    vault = talk.work.session.vault
    talk.work.do(lambda: vault.providers.put(moved))
    chosen = talk.choice(where)
    assert chosen is not None
    talk.work.do(lambda: vault.grants.put(replace(chosen, limit_micro=5_000_000)))
    shown = talk.preview(CloudQuestion("Hello again", where))
    assert (shown.why, messages(shown)) == (AskReason.FIRST, ["Hello again"])
    assert str(shown.payload.origin) == "https://other.example.org:443"
    assert shown.choice.limit_micro == 5_000_000  # which no grant is, and no change of address takes away


def test_never_and_temporary_conversations_are_refused_before_anything_is_put_together(talk: Talk) -> None:
    question = CloudQuestion("Hello", beginning=Beginning(temporary=True))
    assert refused(lambda: talk.preview(question)) == "cloud_not_for_temporary"
    where = talk.conversation((Role.USER, "Earlier."))
    talk.switch(where)
    shown = talk.preview(CloudQuestion("Hello", where))
    passing = talk.work.do(lambda: talk.work.session.vault.conversations.create_temporary("Passing").id)
    assert refused(lambda: talk.switch(passing)) == "cloud_not_for_temporary"
    talk.work.do(lambda: talk.work.session.settings.set("cloud.never", True))
    assert refused(lambda: talk.preview(CloudQuestion("Hello", where))) == "cloud_never"
    assert refused(lambda: talk.switch(talk.conversation((Role.USER, "Another.")))) == "cloud_never"
    assert refused(lambda: talk.send(shown)) == "cloud_never"
    assert talk.gateway.bodies == []


def test_a_picture_stays_here_and_its_question_with_it(talk: Talk, tmp_path: Path) -> None:
    picture = tmp_path / "one.png"
    picture.write_bytes(png(4, 3, bytes(36)))
    question = CloudQuestion("What is it?", beginning=Beginning())
    read: Future[None] = Future()
    told: Future[CloudPreview] = Future()
    session = talk.work.session

    def ask_at_once() -> None:
        session.pictures.add(None, (picture,), lambda: read.set_result(None), read.set_exception)
        session.cloud.preview(question, "House", told.set_result, told.set_exception)

    talk.work.do(ask_at_once)
    error = told.exception(60)
    assert isinstance(error, HearthError) and error.code == "picture_being_read"
    read.result(60)
    assert refused(lambda: talk.preview(question)) == "pictures_stay_here"
    assert talk.gateway.bodies == []


def test_passages_go_only_of_the_files_that_were_chosen(talk: Talk, tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "cellar.txt").write_text(f"The cellar holds {CANARY}.\n", encoding="utf-8")
    (docs / "attic.txt").write_text("The attic of the cellar house holds a drum.\n", encoding="utf-8")
    talk.work.do(talk.work.session.library.start_in_background)
    talk.work.library_of("Docs", docs)
    question = CloudQuestion("What does the cellar hold?", beginning=Beginning(libraries=("Docs",)))
    shown = talk.preview(question)
    assert messages(shown) == ["What does the cellar hold?"]
    offered = {Path(one.path).name: one for one in shown.documents}
    assert set(offered) == {"cellar.txt", "attic.txt"} and CANARY in offered["cellar.txt"].excerpts[0]
    attic = talk.again(shown, documents=frozenset({offered["attic.txt"].path}))
    body = attic.payload.body.decode()
    assert "drum" in body and CANARY not in body and "cellar.txt" not in body
    answer = talk.send(attic).answer
    grounding = talk.work.do(lambda: talk.work.session.chat.grounded(answer.conversation_id))[answer.id]
    assert [Path(source.path).name for source in grounding.sources] == ["attic.txt"]


def test_a_server_under_another_name_stays_its_conversations_with_what_was_granted(talk: Talk) -> None:
    where, providers = talk.conversation((Role.USER, "Earlier.")), talk.work.session.providers
    talk.switch(where)
    price = {"big-1": Price("$", 1_000_000, 10_000_000, "2026-11-28")}
    talk.work.do(lambda: talk.work.session.vault.prices.put("House", price))
    shown = talk.preview(CloudQuestion("Hello", where))
    choice = replace(shown.choice, limit_micro=9_000, ask_always=True)
    talk.send(talk.work.do(lambda: talk.work.session.cloud.again(shown, choice)))
    kept = talk.choice(where)
    renamed = replace(PROVIDER, name="Home")
    talk.work.do(lambda: providers.save(renamed, price, Secrets(), lasting=False, former="House"))
    assert kept is not None
    assert talk.choice(where) == replace(kept, grant=replace(kept.grant, provider="Home"))
    assert (kept.limit_micro, kept.ask_always) == (9_000, True)
    assert talk.send(talk.preview(CloudQuestion("And now?", where))).answer.provider == "Home"
    # Moved elsewhere at the same time it is another server, for which nothing has been granted.
    moved = make_provider("Annex", "openai", "https://models.example.com/v1", "big-1")
    talk.work.do(lambda: providers.save(moved, price, Secrets(), lasting=False, former="Home"))
    assert talk.preview(CloudQuestion("And then?", where)).why is AskReason.FIRST


def test_a_grant_survives_a_restart_and_an_open_request_is_told_of(talk: Talk, tmp_path: Path) -> None:
    where = talk.conversation((Role.USER, "Earlier."))
    talk.switch(where)
    talk.send(talk.again(talk.preview(CloudQuestion("Hello", where)), documents=frozenset({TAX})))
    kept = talk.choice(where)
    talk.work.close()
    later = SessionAtWork(tmp_path / "profile", start_gateway=talk.gateway.start)
    talk.work = later  # which the fixture closes
    assert kept is not None and kept.grant.documents == {TAX}
    assert talk.choice(where) == kept
    assert later.do(later.session.cloud.close_open) == 0
