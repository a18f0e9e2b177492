"""The same question asked of the model here and, with leave, of a server; votes on the answers. Work thread only.

A comparison is no conversation: nothing of one goes with it, and it is sent only from a sheet that showed its bytes.
The model here and the server are asked at the same moment, neither instead of the other.
"""

import secrets
import time
from collections.abc import Callable
from dataclasses import replace

from app.domain.cloud_choice import CloudChoice
from app.domain.cloud_reply import CloudReply
from app.domain.comparison import (
    PLACE,
    AnswerState,
    ComparedAnswer,
    Comparison,
    ComparisonHead,
    Tally,
    Vote,
    Who,
)
from app.domain.energy import energy_mwh, estimated_watts
from app.domain.errors import Cancelled, CloudError, GenerationError, HearthError, UsageError
from app.domain.generation import FinishReason
from app.services.answer_keeping import AnswerKeeping
from app.services.asking import Answered, OneQuestion, Question
from app.services.cloud_chat import BY_SHEET, CloudChat, Fail
from app.services.cloud_costs import CloudCosts, ComparisonLimits
from app.services.cloud_preview import CloudPreview
from app.services.cloud_service import CloudAnswer, CloudRequest, CloudService
from app.services.events import ComparisonChanged, ComparisonGrew, Event
from app.services.grounding import Grounder
from app.services.model_host import ModelHost
from app.services.model_service import ModelService
from app.vault.conversation_store import new_id, now_ms
from app.vault.vault import Vault

WATTS_SETTING = "compare.watts"  # what the person's own meter says; 0: estimated
MOST_W = 5000
CUT_OFF = "comparison_cut_off"


class _Running:
    """A comparison under way."""

    def __init__(self, comparison: Comparison) -> None:
        self.id = comparison.id
        self.answers = {Who.LOCAL: comparison.local, Who.SERVER: comparison.server}
        self.begun_at = dict.fromkeys(Who, 0.0)  # by time.monotonic()
        self.first_at: dict[Who, float] = {}
        self.local: OneQuestion | None = None
        self.request: CloudRequest | None = None
        self.preview: CloudPreview | None = None
        self.stopped = False

    def seconds(self, who: Who) -> tuple[float, float]:
        """Until the first word, and until now."""
        begun, now = self.begun_at[who], time.monotonic()
        if not begun:
            return 0.0, 0.0
        return self.first_at.get(who, now) - begun, now - begun


class ComparingService:
    """Comparisons: asking, keeping, voting."""

    def __init__(
        self,
        vault: Vault,
        chat: CloudChat,
        cloud: CloudService,
        keeping: AnswerKeeping,
        models: ModelService,
        host: ModelHost,
        grounder: Grounder,
        publish: Callable[[Event], None],
    ) -> None:
        self._store = vault.comparisons
        self._settings = vault.settings
        self._costs = CloudCosts(vault)
        self._limits = ComparisonLimits(vault.settings)
        self._chat = chat
        self._cloud = cloud
        self._keeping = keeping
        self._models = models
        self._host = host
        self._grounder = grounder
        self._publish = publish
        self._running: _Running | None = None
        self._asked: set[str] = set()  # comparisons whose words went to the worker
        self._store.end_waiting(CUT_OFF)

    # ---- asking

    def preview(
        self,
        text: str,
        provider: str,
        then: Callable[[CloudPreview], None],
        failed: Fail,
        model: str = "",
        here: str = "",
    ) -> None:
        """Put together what would leave for a question; nothing does.

        `model` is the server's usual one where it is empty, `here` the one that is chosen on this computer. Errors:
        those of a conversation's request.
        """
        try:
            self._keeping.must_be_free()
            if not text.strip():
                raise GenerationError("empty_question")
            self._models.must_have_one(here)
            limit_micro = self._limits.get(provider)
            made = self._chat.preview_alone(text, provider, f"{PLACE}{new_id()}", model, limit_micro)
        except HearthError as error:
            failed(error)
        else:
            then(made)

    def again(self, preview: CloudPreview, choice: CloudChoice) -> CloudPreview:
        """The same question with another limit, which is kept once the person has agreed to it."""
        return self._chat.again(preview, choice)

    def start(
        self, preview: CloudPreview, *, blind: bool, here: str = "", allowed_by: str = BY_SHEET
    ) -> Comparison:
        """Ask both, once the person has agreed to exactly this preview. What happens later is told by events.

        `here` as of `preview`; `allowed_by` is how they agreed.

        Errors, with nothing sent or saved: those of `preview`; CloudError grant_elsewhere for a preview that was made
        for something else, permit_used for one that was started before, spending_limit_reached, price_unknown.
        """
        self._keeping.must_be_free()
        self._cloud.must_be_allowed()
        self._models.must_have_one(here)
        place = preview.choice.grant.conversation
        if not place.startswith(PLACE):
            raise CloudError("grant_elsewhere")
        if self._store.has(place.removeprefix(PLACE)):
            raise CloudError("permit_used")
        self._costs.must_be_within(preview.choice, preview.payload)
        self._limits.put(preview.provider.name, preview.choice.limit_micro)
        comparison = Comparison(
            place.removeprefix(PLACE),
            preview.question.text,
            now_ms(),
            ComparedAnswer(Who.LOCAL, here or self._models.current),
            ComparedAnswer(Who.SERVER, preview.model, preview.provider.name),
            blind,
            blind and bool(secrets.randbits(1)),
        )
        self._store.add(comparison)
        running = self._running = _Running(comparison)
        self._keeping.lent = True
        self._publish(ComparisonChanged(comparison))
        self._ask_server(running, preview, allowed_by)
        self._ask_here(running, comparison.question, here)
        return self._store.get(comparison.id)

    def stop(self) -> None:
        """Stop what is under way; what is there is kept."""
        running = self._running
        if running is None:
            return
        running.stopped = True
        if running.local is not None and running.answers[Who.LOCAL].state is AnswerState.WAITING:
            running.local.stop()
        elif self._host.loading:
            self._host.cancel_load()
        if running.request is not None and running.answers[Who.SERVER].state is AnswerState.WAITING:
            self._cloud.stop(running.request)

    # ---- what there is

    @property
    def running(self) -> str:
        """The id of the comparison under way; empty where there is none."""
        return self._running.id if self._running is not None else ""

    def get(self, comparison_id: str) -> Comparison:
        """One comparison. Errors: UsageError comparison_unknown."""
        return self._store.get(comparison_id)

    def heads(self) -> tuple[ComparisonHead, ...]:
        """The newest comparisons, newest first."""
        return self._store.heads()

    def waiting(self) -> tuple[ComparisonHead, ...]:
        """The newest comparisons that wait for a vote, newest first."""
        return self._store.waiting()

    def tallies(self) -> tuple[Tally, ...]:
        """What the votes come to, pair by pair."""
        return self._store.tallies()

    def vote(self, comparison_id: str, vote: Vote) -> Comparison:
        """Keep what the person found, once. Errors: UsageError comparison_unknown, comparison_not_to_be_judged."""
        if not self._store.get(comparison_id).can_be_judged:
            raise UsageError("comparison_not_to_be_judged")
        self._store.vote(comparison_id, vote)
        changed = self._store.get(comparison_id)
        self._publish(ComparisonChanged(changed))
        return changed

    def remove(self, comparison_id: str) -> None:
        """Remove a comparison: its words leave the disk, and the memory of the model's process too."""
        if self.running == comparison_id:
            self._abandon()
        if comparison_id in self._asked:
            self._models.forget_what_was_read()
            self._asked.clear()
        self._store.remove(comparison_id)

    def close(self) -> None:
        """End what is under way; what has come is kept."""
        self._abandon()

    # ---- inside: the server

    def _ask_server(self, running: _Running, preview: CloudPreview, allowed_by: str) -> None:
        restorer = preview.restorer()
        running.preview = preview

        def hear(text: str, thinking: bool) -> None:
            if not thinking:
                self._grow(running, Who.SERVER, restorer.feed(text) if restorer is not None else text)

        choice = preview.choice.after_sheet(preview.kinds, len(preview.payload.body))
        running.begun_at[Who.SERVER] = time.monotonic()
        try:
            request = self._cloud.send(
                preview.payload, preview.provider, choice.grant, allowed_by, preview.model, hear
            )
        except HearthError as error:  # also a vault without room for the ledger's row
            self._fail(running, Who.SERVER, error)
            return
        running.request = request

        def done(_: object) -> None:
            error = request.result.exception()
            if isinstance(error, Exception):
                if restorer is not None:
                    self._grow(running, Who.SERVER, restorer.rest())
                self._fail(running, Who.SERVER, error)
            elif error is None:
                self._have_servers(running, preview, request.result.result())

        request.result.add_done_callback(done)

    def _have_servers(self, running: _Running, preview: CloudPreview, came: CloudAnswer) -> None:
        answer = replace(
            running.answers[Who.SERVER],
            text=preview.restored(came.text),
            prompt_tokens=came.prompt_tokens,
            completion_tokens=came.completion_tokens,
        )
        self._end(running, answer, AnswerState.STOPPED if came.cut else AnswerState.COMPLETE)

    def _priced(self, running: _Running, answer: ComparedAnswer) -> ComparedAnswer:
        """A server's answer with what it cost; one that broke off or was stopped has cost something, too."""
        preview, request = running.preview, running.request
        if preview is None or request is None or not request.sent_bytes:
            return answer
        origin = str(preview.provider.origin)
        reply = CloudReply(preview.provider.name, origin, request.number, request.sent_bytes)
        read, written = answer.prompt_tokens, max(0, answer.completion_tokens)
        priced = self._costs.priced(reply, preview.model, read, written, answer.text)
        return replace(
            answer, cost_micro=priced.cost_micro, currency=priced.currency, estimated=priced.estimated
        )

    # ---- inside: the model here

    def _ask_here(self, running: _Running, text: str, here: str) -> None:
        def failed(error: Exception) -> None:
            self._fail(running, Who.LOCAL, error)

        def ready(name: str) -> None:
            if self._running is not running:
                return
            if running.stopped:
                failed(Cancelled())
                return
            running.answers[Who.LOCAL] = replace(running.answers[Who.LOCAL], model=name)
            running.begun_at[Who.LOCAL] = time.monotonic()
            self._asked.add(running.id)
            asked = OneQuestion(
                self._models,
                self._host,
                self._grounder,
                lambda piece, thinking: None if thinking else self._grow(running, Who.LOCAL, piece),
            )
            running.local = asked
            asked.result.add_done_callback(lambda _: self._have_here(running, asked))
            asked.start(Question(text, here, sampling=self._models.sampling_for(here)))

        self._models.prepare(here, ready, failed)

    def _have_here(self, running: _Running, asked: OneQuestion) -> None:
        error = asked.result.exception()
        if isinstance(error, Exception):
            self._fail(running, Who.LOCAL, error)
            return
        came: Answered = asked.result.result()
        completion = came.completion
        if completion is None:
            return
        answer = replace(
            running.answers[Who.LOCAL],
            text=completion.text,
            prompt_tokens=completion.prompt_tokens,
            completion_tokens=completion.completion_tokens,
        )
        whole = completion.reason in (FinishReason.END, FinishReason.STOP_STRING)
        self._end(running, answer, AnswerState.COMPLETE if whole else AnswerState.STOPPED)

    def _watts(self) -> int:
        typed = self._settings.get_integer(WATTS_SETTING, 0, 0, MOST_W)
        loaded = self._host.loaded
        if typed or loaded is None:
            return typed
        return estimated_watts(loaded.threads, loaded.gpu_layers)

    # ---- inside: both

    def _grow(self, running: _Running, who: Who, text: str) -> None:
        if self._running is not running or not text:
            return
        running.first_at.setdefault(who, time.monotonic())
        answer = running.answers[who]
        running.answers[who] = replace(answer, text=answer.text + text)
        self._publish(ComparisonGrew(running.id, who, text))

    def _fail(self, running: _Running, who: Who, error: Exception) -> None:
        answer = running.answers[who]
        if isinstance(error, Cancelled) or running.stopped:
            self._end(running, answer, AnswerState.STOPPED)
        elif isinstance(error, HearthError):
            self._end(running, replace(answer, error_code=error.code), AnswerState.FAILED, error)
        else:
            raise error

    def _end(
        self, running: _Running, answer: ComparedAnswer, state: AnswerState, error: HearthError | None = None
    ) -> None:
        """One answer is over; the comparison is when both are."""
        if self._running is not running:
            return
        if not answer.text.strip() and state is not AnswerState.FAILED:
            state, answer = AnswerState.FAILED, replace(answer, error_code="comparison_no_words")
        first_word_s, seconds = running.seconds(answer.who)
        answer = replace(answer, state=state, first_word_s=first_word_s, seconds=seconds)
        if answer.who is Who.LOCAL:
            watts = self._watts()
            answer = replace(answer, watts=watts, energy_mwh=energy_mwh(seconds, watts))
        else:
            answer = self._priced(running, answer)
        running.answers[answer.who] = answer
        if all(one.state is not AnswerState.WAITING for one in running.answers.values()):
            self._running = None  # before it is kept: a full disk may not leave the model lent for good
            self._keeping.lent = False
        self._store.put_answer(running.id, answer)
        self._publish(ComparisonChanged(self._store.get(running.id), error))

    def _abandon(self) -> None:
        running, self._running = self._running, None
        if running is None:
            return
        self._keeping.lent = False
        request = running.request
        if request is not None and not request.result.done():
            self._cloud.stop(request)
            request.fail(Cancelled())
        if running.local is not None and not running.local.result.done():
            running.local.stop()
        for answer in running.answers.values():
            if answer.state is AnswerState.WAITING:
                ended = replace(answer, state=AnswerState.FAILED, error_code=CUT_OFF)
                if answer.who is Who.SERVER:
                    ended = self._priced(running, ended)
                self._store.put_answer(running.id, ended)
