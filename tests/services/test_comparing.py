"""The same question here and at a server, over a real vault: what is sent, what is kept, who may vote."""

import json
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from app.domain.comparison import AnswerState, Comparison, Vote, Who
from app.domain.energy import energy_mwh, estimated_watts
from app.domain.errors import HearthError
from app.domain.price import Price
from app.domain.provider import make_provider
from app.services.cloud_preview import CloudPreview, CloudQuestion
from app.services.events import ComparisonChanged, ComparisonGrew
from app.services.export import as_json
from app.services.provider_keys import Secrets
from tests.services.played_gateway import PlayedGateway
from tests.services.scripted_inference import ANSWER, rewording_child
from tests.services.session_at_work import SessionAtWork

PROVIDER = make_provider("House", "openai", "https://models.example.org/v1", "big-1")
ASKED = "What may anna@example.org read?"


@dataclass
class Bench:
    """An open session with one server, and comparisons in it."""

    work: SessionAtWork
    gateway: PlayedGateway

    def preview(self, text: str = ASKED, model: str = "", server: str = "House") -> CloudPreview:
        found: Future[CloudPreview] = Future()
        comparing = self.work.session.comparing
        self.work.do(lambda: comparing.preview(text, server, found.set_result, found.set_exception, model))
        return found.result(60)

    def compare(self, text: str = ASKED, blind: bool = False) -> Comparison:
        preview = self.preview(text)
        self.work.do(lambda: self.work.session.comparing.start(preview, blind=blind))
        return self.ended()

    def ended(self) -> Comparison:
        while not (changed := self.work.until(ComparisonChanged)).comparison.ended:
            pass
        return changed.comparison


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    gateway = PlayedGateway()
    work = SessionAtWork(tmp_path / "profile", rewording_child, gateway.start)
    work.do(lambda: work.session.vault.providers.put(PROVIDER))
    made = Bench(work, gateway)
    yield made
    made.work.close()
    gateway.join()


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(HearthError) as caught:
        act()
    return caught.value.code


def test_a_comparison_asks_both_once_and_keeps_what_was_found(bench: Bench) -> None:
    work = bench.work
    price = Price("$", 1_000_000, 10_000_000, "2026-11-28")
    work.do(lambda: work.session.vault.prices.put("House", {"big-1": price}))
    work.do(lambda: work.session.settings.set("compare.watts", 100))
    shown = bench.preview()
    assert [one["content"] for one in json.loads(shown.payload.body)["messages"]] == [
        "What may [EMAIL_1] read?"
    ]
    assert (bench.gateway.bodies, work.do(work.session.comparing.heads)) == ([], ())
    bench.gateway.reply = "[EMAIL_1] may read."
    work.do(lambda: work.session.comparing.start(shown, blind=False))
    ended = bench.ended()
    assert bench.gateway.bodies == [shown.payload.body]
    local, server = ended.in_order
    assert (local.text, local.state, local.prompt_tokens) == (ANSWER, AnswerState.COMPLETE, 3)
    assert (local.watts, local.energy_mwh) == (100, energy_mwh(local.seconds, 100))
    assert (server.text, server.provider, server.model) == ("anna@example.org may read.", "House", "big-1")
    assert (server.cost_micro, server.currency, server.estimated, server.energy_mwh) == (37, "$", False, 0)
    assert 0 < server.first_word_s <= server.seconds
    grew = [event for event in work.seen if isinstance(event, ComparisonGrew) and event.who is Who.SERVER]
    assert server.text.startswith("".join(event.text for event in grew))
    (row,) = work.do(lambda: work.session.ledger.view().entries)
    assert (row.outcome, row.allowed_by, row.conversation) == (
        "answered", "the sheet in the window", f"comparison {ended.id}",
    )  # fmt: skip
    assert work.do(work.session.vault.conversations.list) == []
    # One sheet is leave for one comparison.
    comparing = work.session.comparing
    assert refused(lambda: work.do(lambda: comparing.start(shown, blind=False))) == "permit_used"
    voted = work.do(lambda: comparing.vote(ended.id, Vote.SERVER))
    assert voted.vote is Vote.SERVER
    assert refused(lambda: work.do(lambda: comparing.vote(ended.id, Vote.BOTH))) == (
        "comparison_not_to_be_judged"
    )
    (tally,) = work.do(comparing.tallies)
    assert (tally.count(Vote.SERVER), tally.count(Vote.LOCAL), tally.cost_micro) == (1, 0, 37)
    # Gone with its bytes; the ledger's row stays.
    work.do(lambda: comparing.remove(ended.id))
    assert work.do(comparing.heads) == () and work.session.host.loaded is None
    assert work.do(lambda: work.session.ledger.body(row.number)) is None
    assert work.do(work.session.ledger.verify) == 2


def test_who_wrote_which_is_hidden_until_there_is_a_vote(bench: Bench) -> None:
    ended = bench.compare(blind=True)
    assert ended.hidden and ended.can_be_judged
    comparing = bench.work.session.comparing
    (head,) = bench.work.do(comparing.heads)
    assert head.hidden
    assert not bench.work.do(lambda: comparing.vote(ended.id, Vote.NEITHER)).hidden
    (head,) = bench.work.do(comparing.heads)
    assert (head.hidden, head.vote) == (False, Vote.NEITHER)


def test_nothing_else_is_answered_meanwhile_and_nothing_is_sent_without_leave(bench: Bench) -> None:
    work, comparing = bench.work, bench.work.session.comparing
    shown = bench.preview()
    talk: Future[CloudPreview] = Future()
    work.do(
        lambda: work.session.cloud.preview(
            CloudQuestion("Hello"), "House", talk.set_result, talk.set_exception
        )
    )
    elsewhere = talk.result(60)
    assert refused(lambda: work.do(lambda: comparing.start(elsewhere, blind=False))) == "grant_elsewhere"
    work.do(lambda: work.session.settings.set("cloud.never", True))
    assert refused(lambda: work.do(lambda: comparing.start(shown, blind=False))) == "cloud_never"
    assert refused(bench.preview) == "cloud_never"
    work.do(lambda: work.session.settings.set("cloud.never", False))
    assert refused(lambda: bench.preview("  ")) == "empty_question"
    assert (bench.gateway.bodies, work.do(comparing.heads)) == ([], ())

    def meanwhile() -> str:
        comparing.start(shown, blind=False)
        return refused(lambda: work.session.chat.send(None, "Hello"))

    assert work.do(meanwhile) == "answer_under_way"
    bench.ended()
    again = bench.preview()

    def the_other_way() -> str:
        work.session.chat.send(None, "Hello")
        return refused(lambda: comparing.start(again, blind=False))

    assert work.do(the_other_way) == "answer_under_way"
    assert work.ended().answer.text


def test_what_the_server_refuses_is_told_and_there_is_no_vote(bench: Bench) -> None:
    bench.gateway.failure = "server_busy"
    ended = bench.compare(blind=True)
    assert (ended.server.state, ended.server.error_code) == (AnswerState.FAILED, "server_busy")
    assert (ended.server.text, ended.local.text) == ("Good evening.", ANSWER)
    assert not ended.hidden and not ended.can_be_judged


def test_a_limit_counts_all_comparisons_with_a_server_also_broken_ones(bench: Bench) -> None:
    work, comparing = bench.work, bench.work.session.comparing
    shown = bench.preview()
    limited = work.do(lambda: comparing.again(shown, replace(shown.choice, limit_micro=400)))
    assert refused(lambda: work.do(lambda: comparing.start(limited, blind=False))) == "price_unknown"
    assert (bench.gateway.bodies, work.do(comparing.heads)) == ([], ())
    price = Price("$", 1_000_000, 10_000_000, "2026-11-28")
    work.do(lambda: work.session.vault.prices.put("House", {"big-1": price, "small-2": price}))
    limited = work.do(lambda: comparing.again(shown, replace(shown.choice, limit_micro=400)))
    longest = json.loads(limited.payload.body)["max_tokens"]
    assert 0 < longest == limited.longest_tokens < 40
    bench.gateway.failure = "reply_broken_off"
    work.do(lambda: comparing.start(limited, blind=False))
    ended = bench.ended()
    assert (ended.server.state, ended.server.estimated) == (AnswerState.FAILED, True)
    spent = ended.server.cost_micro
    assert spent >= price.cost_micro(len(limited.payload.body) // 3, 1)
    # It stands the next time, for another model of the same server too, and what was spent counts.
    work.do(lambda: work.session.vault.providers.put(replace(PROVIDER, models=("small-2",))))
    second = bench.preview(model="small-2")
    assert (second.model, second.choice.limit_micro, second.spent_micro) == ("small-2", 400, spent)
    assert second.longest_tokens < longest
    raised = work.do(lambda: comparing.again(second, replace(second.choice, limit_micro=spent + 100)))
    assert refused(lambda: work.do(lambda: comparing.start(raised, blind=False))) == "spending_limit_reached"
    assert len(bench.gateway.bodies) == 1


def test_a_server_under_another_name_keeps_the_limit_what_was_spent_and_the_votes(bench: Bench) -> None:
    work, comparing = bench.work, bench.work.session.comparing
    prices = {"big-1": Price("$", 1_000_000, 10_000_000, "2026-11-28")}
    work.do(lambda: work.session.vault.prices.put("House", prices))
    shown = bench.preview()
    limited = work.do(lambda: comparing.again(shown, replace(shown.choice, limit_micro=900)))
    work.do(lambda: comparing.start(limited, blind=False))
    ended = bench.ended()
    work.do(lambda: comparing.vote(ended.id, Vote.SERVER))
    renamed = replace(PROVIDER, name="Home")
    work.do(lambda: work.session.providers.save(renamed, prices, Secrets(), lasting=False, former="House"))
    again = bench.preview(server="Home")
    assert (again.choice.limit_micro, again.spent_micro) == (900, ended.server.cost_micro)
    assert again.spent_micro > 0
    (tally,) = work.do(comparing.tallies)
    assert (tally.provider, tally.count(Vote.SERVER)) == ("Home", 1)
    # A new server under the former name begins without either.
    work.do(lambda: work.session.providers.save(PROVIDER, prices, Secrets(), lasting=False))
    other = bench.preview()
    assert (other.choice.limit_micro, other.spent_micro) == (0, 0)


def test_comparisons_are_part_of_the_export_and_no_conversation_when_it_comes_back(bench: Bench) -> None:
    ended = bench.compare(blind=True)
    voted = bench.work.do(lambda: bench.work.session.comparing.vote(ended.id, Vote.LOCAL))
    kept = bench.work.do(bench.work.session.vault.comparisons.all)
    assert kept == [voted]
    document = json.loads(as_json([], comparisons=kept))
    (exported,) = document["comparisons"]
    assert (exported["question"], exported["vote"], exported["blind"]) == (ASKED, "local", True)
    local, server = exported["answers"]
    assert (local["who"], local["text"], local["prompt_tokens"], local["provider"]) == (
        "local",
        ANSWER,
        3,
        "",
    )
    assert local["energy_wh"] == ended.local.energy_mwh / 1000
    assert (server["model"], server["provider"], server["text"]) == ("big-1", "House", "Good evening.")
    assert (server["cost"], server["energy_wh"]) == (None, None)  # nobody has said: not nothing
    assert "comparisons" not in json.loads(as_json([]))


def test_what_was_under_way_when_hearth_ended_is_told_as_cut_off(bench: Bench, tmp_path: Path) -> None:
    shown = bench.preview()

    def begin_and_end() -> None:
        bench.work.session.comparing.start(shown, blind=False)
        bench.work.session.close()

    bench.work.do(begin_and_end)
    bench.work.workroom.close()
    bench.work = SessionAtWork(tmp_path / "profile", rewording_child, bench.gateway.start)
    comparing = bench.work.session.comparing
    (head,) = bench.work.do(comparing.heads)
    kept = bench.work.do(lambda: comparing.get(head.id))
    assert [one.error_code for one in kept.in_order] == ["comparison_cut_off"] * 2
    (row,) = bench.work.do(lambda: bench.work.session.ledger.view().entries)
    assert row.outcome == "stopped"


def test_energy_is_time_at_a_power() -> None:
    assert energy_mwh(3600, 50) == 50_000
    assert estimated_watts(1, 0) < estimated_watts(8, 0) < estimated_watts(8, 20)
