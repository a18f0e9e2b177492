"""The answers of a server: one at a time, asked anew, continued, of another model, within a limit."""

import json
from dataclasses import replace
from functools import partial

from app.domain.cloud_choice import AskReason
from app.domain.conversation import Message, MessageState, Role
from app.domain.labels import UNKNOWN, Label, LabelKind
from app.domain.price import Price
from app.domain.provider import make_provider
from app.services.beginning import Beginning
from app.services.cloud_continuing import GO_ON
from app.services.cloud_preview import CloudQuestion
from tests.services.cloud_talk import PROVIDER, TAX, Talk, messages, refused


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
