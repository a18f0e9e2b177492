"""Comparisons in memory, for tests of the window: part of `fake_session`. Answers come when a test lets them."""

from collections.abc import Callable
from dataclasses import replace

from app.domain.cloud_choice import CloudChoice
from app.domain.comparison import (
    AnswerState,
    ComparedAnswer,
    Comparison,
    ComparisonHead,
    Tally,
    Vote,
    Who,
)
from app.domain.errors import HearthError, UsageError
from app.services.cloud_preview import CloudPreview, CloudQuestion
from app.services.events import ComparisonChanged, ComparisonGrew, Event
from tests.ui.fake_cloud import NOW_MS, FakeCloud

Fails = Callable[[Exception], None]


class FakeComparing:
    """Attributes: `sent`, what would have left; `refuse`, why the next preview fails; `server_first`."""

    def __init__(self, publish: Callable[[Event], None], cloud: FakeCloud) -> None:
        self._publish = publish
        self._cloud = cloud
        self.kept: dict[str, Comparison] = {}
        self.sent: list[tuple[CloudPreview, bool]] = []
        self.refuse: HearthError | None = None
        self.server_first = False
        self.running = ""
        self.stops = 0

    def preview(
        self,
        text: str,
        provider: str,
        then: Callable[[CloudPreview], None],
        failed: Fails,
        model: str = "",
    ) -> None:
        if self.refuse is not None:
            failed(self.refuse)
        else:
            self._cloud.preview(CloudQuestion(text), provider, then, failed, model)

    def again(self, preview: CloudPreview, choice: CloudChoice) -> CloudPreview:
        return self._cloud.again(preview, choice)

    def start(self, preview: CloudPreview, *, blind: bool) -> Comparison:
        self.sent.append((preview, blind))
        made = Comparison(
            f"c{len(self.kept)}",
            preview.question.text,
            NOW_MS,
            ComparedAnswer(Who.LOCAL, "Qwen3 4B"),
            ComparedAnswer(Who.SERVER, "big-1", "House"),
            blind,
            self.server_first,
        )
        self.running = made.id
        return self._keep(made)

    def stop(self) -> None:
        self.stops += 1

    def get(self, comparison_id: str) -> Comparison:
        if comparison_id not in self.kept:
            raise UsageError("comparison_unknown")
        return self.kept[comparison_id]

    def heads(self) -> tuple[ComparisonHead, ...]:
        return tuple(
            ComparisonHead(
                one.id, one.question, one.created_ms, one.vote, one.local.model, one.server.model, "House", one.hidden
            )
            for one in reversed(self.kept.values())
        )  # fmt: skip

    def tallies(self) -> tuple[Tally, ...]:
        votes = [one.vote for one in self.kept.values() if one.vote is not Vote.NONE]
        counted = tuple((vote, votes.count(vote)) for vote in dict.fromkeys(votes))
        return (Tally("Qwen3 4B", "big-1", "House", counted, 4.0, 1.5, 4200, "$", 350),) if votes else ()

    def vote(self, comparison_id: str, vote: Vote) -> Comparison:
        return self._keep(replace(self.kept[comparison_id], vote=vote))

    def remove(self, comparison_id: str) -> None:
        del self.kept[comparison_id]

    # ---- what a test lets happen

    def grow(self, who: Who, text: str) -> None:
        self._publish(ComparisonGrew(self.running, who, text))

    def end(self, who: Who, text: str, error: HearthError | None = None) -> None:
        """One answer is over."""
        former = self.kept[self.running]
        answer = former.local if who is Who.LOCAL else former.server
        state = AnswerState.COMPLETE if error is None else AnswerState.FAILED
        answer = replace(
            answer, text=text, state=state, error_code=error.code if error else "", seconds=2.0, first_word_s=0.5,
            completion_tokens=7, watts=20 if who is Who.LOCAL else 0, energy_mwh=11 if who is Who.LOCAL else 0,
        )  # fmt: skip
        changed = replace(former, local=answer) if who is Who.LOCAL else replace(former, server=answer)
        if changed.ended:
            self.running = ""
        self._keep(changed, error)

    def _keep(self, comparison: Comparison, error: HearthError | None = None) -> Comparison:
        self.kept[comparison.id] = comparison
        self._publish(ComparisonChanged(comparison, error))
        return comparison
