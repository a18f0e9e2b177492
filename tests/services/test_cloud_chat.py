"""A conversation on a server, over a real vault: when it is asked again, what stays, what is kept of the answer."""

import json
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pytest

from app.domain.cloud_choice import AskReason, CloudChoice
from app.domain.conversation import Message, MessageState, Role
from app.domain.errors import HearthError
from app.domain.labels import UNKNOWN, Label, LabelKind
from app.domain.price import Price
from app.domain.provider import make_provider
from app.ipc.png import png
from app.services.beginning import Beginning
from app.services.cloud_continuing import GO_ON
from app.services.cloud_preview import CloudPreview, CloudQuestion
from app.services.events import AnswerEnded, AnswerGrew
from app.services.export import as_json, as_markdown
from app.services.provider_keys import Secrets
from app.vault.conversation_store import new_id
from tests.services.played_gateway import PlayedGateway
from tests.services.session_at_work import SessionAtWork

PROVIDER = make_provider("House", "openai", "https://models.example.org/v1", "big-1")
TAX = "/home/anna/tax.pdf"
CANARY = "forty amber lamps"


@dataclass
class Talk:
    """An open session with one server, and what a person does in it."""

    work: SessionAtWork
    gateway: PlayedGateway

    def preview(self, question: CloudQuestion, provider: str = "House") -> CloudPreview:
        found: Future[CloudPreview] = Future()
        cloud = self.work.session.cloud
        self.work.do(lambda: cloud.preview(question, provider, found.set_result, found.set_exception))
        return found.result(60)

    def again(
        self,
        preview: CloudPreview,
        *,
        earlier: bool = False,
        earlier_answers: bool = False,
        documents: frozenset[str] = frozenset(),
    ) -> CloudPreview:
        grant = replace(
            preview.choice.grant, earlier=earlier, earlier_answers=earlier_answers, documents=documents
        )
        choice = replace(preview.choice, grant=grant)
        return self.work.do(lambda: self.work.session.cloud.again(preview, choice))

    def send(self, preview: CloudPreview, by_sheet: bool = True) -> AnswerEnded:
        self.work.do(lambda: self.work.session.cloud.send(preview, by_sheet=by_sheet))
        return self.work.ended()

    def conversation(self, *said: tuple[Role, str], documents: tuple[str, ...] = ()) -> str:
        """A local conversation; its answers were made from these files."""

        def make() -> str:
            vault = self.work.session.vault
            made = vault.conversations.create("Cellar")
            parent: str | None = None
            for number, (role, text) in enumerate(said, 1):
                message = Message(new_id(), made.id, parent, role, text, MessageState.COMPLETE, number * 1000)
                vault.conversations.add_message(message)
                if role is Role.ASSISTANT:
                    vault.labels.keep(message, LabelKind.LOCAL_ANSWER, "", documents)
                parent = message.id
            return made.id

        return self.work.do(make)

    def switch(self, conversation_id: str) -> CloudChoice:
        return self.work.do(lambda: self.work.session.cloud.choose(conversation_id, "House"))

    def choice(self, conversation_id: str) -> CloudChoice | None:
        return self.work.do(lambda: self.work.session.cloud.choice(conversation_id))


@pytest.fixture
def talk(tmp_path: Path) -> Iterator[Talk]:
    gateway = PlayedGateway()
    work = SessionAtWork(tmp_path / "profile", start_gateway=gateway.start)
    work.do(lambda: work.session.vault.providers.put(PROVIDER))
    made = Talk(work, gateway)
    yield made
    made.work.close()
    gateway.join()


def messages(preview: CloudPreview) -> list[str]:
    return [one["content"] for one in json.loads(preview.payload.body)["messages"]]


def refused(act: object) -> str:
    with pytest.raises(HearthError) as caught:
        act()  # type: ignore[operator]
    return caught.value.code


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


def test_two_answers_are_not_written_at_once(talk: Talk) -> None:
    shown = []
    for _ in range(2):
        where = talk.conversation((Role.USER, "Earlier."))
        talk.switch(where)
        shown.append(talk.preview(CloudQuestion("Hello", where)))
    cloud = talk.work.session.cloud

    def both() -> str:
        cloud.send(shown[0], by_sheet=True)
        return refused(lambda: cloud.send(shown[1], by_sheet=True))

    assert talk.work.do(both) == "answer_under_way"
    assert talk.work.ended().answer.text == "Good evening."
    assert len(talk.gateway.bodies) == 1


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


def test_a_question_is_asked_anew_in_its_place_and_answered_once_more(talk: Talk) -> None:
    ended = talk.send(talk.preview(CloudQuestion("First?", beginning=Beginning())))
    where = ended.answer.conversation_id
    again = talk.send(talk.preview(CloudQuestion("", where, answers=ended.answer.id)), by_sheet=False)
    assert again.answer.parent_id == ended.answer.parent_id
    edited = talk.preview(CloudQuestion("Second?", where, replaces=str(ended.answer.parent_id)))
    assert messages(edited) == ["Second?"]
    talk.send(edited, by_sheet=False)
    shown = talk.work.do(lambda: talk.work.session.chat.messages(where))
    assert [message.text for message in shown] == ["Second?", "Good evening."]


def _broken(talk: Talk, question: str = "What may anna@example.org read?") -> Message:
    """An answer of the server that was lost in the middle."""
    shown = talk.preview(CloudQuestion(question, beginning=Beginning()))
    talk.gateway.reply, talk.gateway.failure = "[EMAIL_1] may read", "reply_broken_off"
    broken = talk.send(shown).answer
    talk.gateway.failure = ""
    assert (broken.state, broken.text) == (MessageState.INTERRUPTED, "anna@example.org may read")
    return broken


def test_a_broken_answer_goes_back_to_be_continued_once_that_was_agreed_to(talk: Talk) -> None:
    vault, cloud = talk.work.session.vault, talk.work.session.cloud
    price = Price("$", 1_000_000, 10_000_000, "2026-11-28")
    talk.work.do(lambda: vault.prices.put("House", {"big-1": price}))
    broken = _broken(talk)
    first = talk.work.do(lambda: cloud.reply(broken.id))
    where = broken.conversation_id
    shown = talk.preview(CloudQuestion("", where, continues=broken.id))
    assert shown.why is AskReason.CONTINUED
    assert messages(shown) == ["What may [EMAIL_1] read?", "[EMAIL_1] may read", GO_ON]
    assert refused(lambda: talk.send(shown, by_sheet=False)) == "consent_needed"
    assert len(talk.gateway.bodies) == 1
    talk.gateway.reply = " all that [EMAIL_1] likes."
    ended = talk.send(shown).answer
    assert talk.gateway.bodies[1:] == [shown.payload.body]
    assert (ended.id, ended.state) == (broken.id, MessageState.COMPLETE)
    assert ended.text == "anna@example.org may read all that anna@example.org likes."
    said = talk.work.do(lambda: talk.work.session.chat.messages(where))
    assert [(message.text, message.error_code) for message in said[1:]] == [(ended.text, "")]
    reply = talk.work.do(lambda: cloud.reply(broken.id))
    assert first is not None and reply is not None
    assert (reply.ledger, reply.sent_bytes) == (3, first.sent_bytes + len(shown.payload.body))
    assert (reply.cost_micro, reply.estimated) == (first.cost_micro + 37, True)
    labels = talk.work.do(lambda: vault.labels.of(where))[broken.id]
    assert {label.kind for label in labels} == {LabelKind.CLOUD_ANSWER, LabelKind.TYPED}
    # What was agreed to was another answer.
    assert refused(lambda: talk.send(shown)) == "permit_altered"
    again = CloudQuestion("", where, continues=broken.id)
    assert refused(lambda: talk.preview(again)) == "nothing_to_answer"
    assert len(talk.gateway.bodies) == 2


def test_a_continuation_that_breaks_off_too_loses_nothing(talk: Talk) -> None:
    broken = _broken(talk)
    talk.gateway.reply, talk.gateway.failure = " all that she", "reply_broken_off"
    shown = talk.preview(CloudQuestion("", broken.conversation_id, continues=broken.id))
    second = talk.send(shown).answer
    assert (second.id, second.state) == (broken.id, MessageState.INTERRUPTED)
    assert second.text == "anna@example.org may read all that she"


def test_only_its_own_server_and_model_continue_an_answer_and_only_with_all_it_was_made_from(
    talk: Talk,
) -> None:
    vault, work = talk.work.session.vault, talk.work
    broken = _broken(talk)
    where = broken.conversation_id
    again = CloudQuestion("", where, continues=broken.id)
    more = replace(PROVIDER, models=("small-2",))
    work.do(lambda: vault.providers.put(more))
    work.do(lambda: work.session.cloud.choose(where, "House", "small-2"))
    assert refused(lambda: talk.preview(again)) == "continue_elsewhere"
    work.do(lambda: work.session.cloud.choose(where, "House"))
    labels = work.do(lambda: vault.labels.of(where))[broken.id]
    work.do(lambda: vault.labels.put(broken.id, labels | {Label(LabelKind.DOCUMENT, TAX)}))
    assert refused(lambda: talk.preview(again)) == "continue_not_granted"
    work.do(lambda: vault.labels.put(broken.id, UNKNOWN))  # as after a kill
    assert refused(lambda: talk.preview(again)) == "continue_not_granted"
    work.do(lambda: vault.labels.put(broken.id, labels))
    # Switched anew, what was typed before is an earlier text, and nobody has granted those.
    work.do(lambda: work.session.cloud.keep_local(where))
    assert refused(lambda: work.do(lambda: work.session.chat.resume(broken.id))) == "answer_of_server"
    talk.switch(where)
    assert refused(lambda: talk.preview(again)) == "continue_not_granted"
    here = talk.conversation((Role.USER, "Earlier."), (Role.ASSISTANT, "It has"))
    talk.switch(here)
    local = work.do(lambda: work.session.chat.messages(here))[-1]
    work.do(lambda: vault.conversations.update_message(replace(local, state=MessageState.STOPPED)))
    assert refused(lambda: talk.preview(CloudQuestion("", here, continues=local.id))) == "continue_elsewhere"
    assert len(talk.gateway.bodies) == 1


def test_another_model_of_the_same_server_answers_under_the_same_grant(talk: Talk) -> None:
    where = talk.conversation((Role.USER, "Earlier."))
    talk.switch(where)
    talk.send(talk.again(talk.preview(CloudQuestion("Hello", where)), earlier=True))
    kept, vault, cloud = talk.choice(where), talk.work.session.vault, talk.work.session.cloud
    more = make_provider(
        "House", "openai", "https://models.example.org/v1", "big-1", models=["small-2", "big-1"]
    )
    talk.work.do(lambda: vault.providers.put(more))
    talk.work.do(lambda: vault.prices.put("House", {"big-1": Price("$", 1, 1, "2026-11-28")}))
    assert talk.work.do(lambda: vault.providers.get("House")).models == ("small-2",)
    talk.work.do(lambda: cloud.choose(where, "House", "small-2"))
    assert kept is not None and talk.choice(where) == replace(kept, model="small-2")
    shown = talk.preview(CloudQuestion("Hello again", where))
    assert (json.loads(shown.payload.body)["model"], shown.why, shown.price) == ("small-2", None, None)
    limited = replace(shown, choice=replace(shown.choice, limit_micro=400))
    assert refused(lambda: talk.send(limited)) == "price_unknown"  # the price is that of the usual model
    assert talk.send(shown, by_sheet=False).answer.model == "small-2"
    small = Price("$", 1_000_000, 2_000_000, "2026-11-28")
    talk.work.do(
        lambda: vault.prices.put("House", {"big-1": Price("$", 1, 1, "2026-11-28"), "small-2": small})
    )
    priced = talk.preview(CloudQuestion("Hello again", where))
    assert (priced.price, priced.spent_micro) == (small, 0)  # the answer before it had no price yet
    answer = talk.send(priced).answer
    reply = talk.work.do(lambda: cloud.reply(answer.id))
    assert reply is not None and (reply.cost_micro, reply.currency) == (13, "$")
    limited = talk.again(priced, earlier=True)
    assert limited.spent_micro == 13
    talk.work.do(lambda: vault.providers.put(replace(more, models=())))
    usual = talk.preview(CloudQuestion("And now", where))  # the usual one answers, and its price counts
    assert (usual.model, usual.price is None) == ("big-1", False)
    assert talk.choice(where) == usual.choice  # so that it needn't be agreed to anew
    talk.work.do(lambda: vault.providers.put(more))
    for gone in ("", "nobody-knows-it"):
        talk.work.do(partial(cloud.choose, where, "House", gone))
        assert talk.preview(CloudQuestion("And again", where)).model == "big-1"


def test_a_limit_stops_before_it_is_passed_and_needs_a_price(talk: Talk) -> None:
    where = talk.conversation((Role.USER, "Earlier."))
    talk.switch(where)
    shown = talk.preview(CloudQuestion("Hello", where))
    choice = replace(shown.choice, limit_micro=400)
    limited = replace(shown, choice=choice)
    assert (shown.longest_tokens, refused(lambda: talk.send(limited))) == (0, "price_unknown")
    price = Price(
        "$", 1_000_000, 10_000_000, "2026-11-28"
    )  # a millionth for a token read, ten for one written
    talk.work.do(lambda: talk.work.session.vault.prices.put("House", {"big-1": price}))
    limited = talk.work.do(lambda: talk.work.session.cloud.again(shown, choice))
    longest = json.loads(limited.payload.body)["max_tokens"]
    assert longest == limited.longest_tokens > 0
    assert price.cost_micro(len(limited.payload.body) // 3, longest) <= 400  # whatever it answers
    answer = talk.send(limited).answer
    reply = talk.work.do(lambda: talk.work.session.cloud.reply(answer.id))
    assert reply is not None and (reply.cost_micro, reply.currency, reply.estimated) == (37, "$", False)
    talk.gateway.usage = (-1, -1)
    second = talk.preview(CloudQuestion("Hello", where))
    assert second.spent_micro == 37
    answer = talk.send(second, by_sheet=False).answer
    reply = talk.work.do(lambda: talk.work.session.cloud.reply(answer.id))
    assert reply is not None and reply.estimated and reply.cost_micro > 37
    # What is left is less than the shortest answer.
    vault = talk.work.session.vault
    spent = talk.work.do(lambda: vault.replies.spent_micro(where, "$"))
    kept = talk.choice(where)
    assert kept is not None and second.longest_tokens < longest
    talk.work.do(lambda: vault.grants.put(replace(kept, limit_micro=spent + 100)))
    third = talk.preview(CloudQuestion("Hello", where))
    assert refused(lambda: talk.send(third)) == "spending_limit_reached"
    # Of a thousand tokens the reading takes some, and what was spent already is none of them.
    talk.work.do(lambda: vault.grants.put(replace(kept, limit_micro=spent + 10_000)))
    fourth = talk.preview(CloudQuestion("Hello", where))
    assert 900 < fourth.longest_tokens < 1000
    assert len(talk.gateway.bodies) == 2


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
