"""Reads a prompt and writes an answer with one loaded model: the loop that everything waits for.

Main thread of the inference worker. llama.cpp is reached through the objects of `llama_engine` only.
"""

import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.domain.chat_format import ThinkingSplitter, ThinkingTags, open_at_end
from app.domain.errors import Cancelled, GenerationError
from app.domain.generation import Completion, FinishReason, GuessAhead, Prepared, Sampling, Turn
from app.inference.cached_conversation import CachedConversation
from app.inference.engine import AnswerReports, AnswerRequest
from app.inference.guess_pace import GuessPace
from app.inference.llama_engine import LlamaContext, LlamaModel, Sampler, grammar_for
from app.inference.llama_library import LlamaFailure
from app.inference.pictures_at_hand import PicturesAtHand
from app.inference.prompt_fitting import FittedPrompt, PromptFitting
from app.inference.prompt_tokens import PromptTokens
from app.inference.text_stream import AnswerStream
from app.inference.token_reading import GuessedReading, SingleReading

READING_INTERVAL_S = 0.05  # progress of a long prompt is told at most this often
BLANK_RUN_LIMIT = 256  # tokens in a row with nothing to see: the model is lost, and so would the reader be
SEED_LIMIT = 2**32 - 1  # llama.cpp takes 32 bits and keeps the largest for "draw one yourself"


@dataclass(slots=True)
class _Writing:
    """What the loop has done so far."""

    tokens: list[int]
    reason: FinishReason | None = None
    first_at: float = 0.0
    last_at: float = 0.0
    guessed_tokens: int = 0


class Answering:
    """One model with its context, ready to answer. Keeps the cache in step with what was read and written."""

    def __init__(
        self,
        model: LlamaModel,
        context: LlamaContext,
        fitting: PromptFitting,
        tokens: PromptTokens,
        tags: tuple[ThinkingTags, ...],
        pictures: PicturesAtHand,
        keep_bytes: int = 0,
        guess_ahead: GuessAhead = GuessAhead.AUTO,
    ) -> None:
        """`keep_bytes`: memory for what conversations that were left had in the cache."""
        self._model = model
        self._context = context
        self._fitting = fitting
        self._tokens = tokens
        self._tags = tags
        self._pictures = pictures
        self._guess_ahead = guess_ahead
        can_guess = guess_ahead is not GuessAhead.OFF and model.forgets_partly
        self._pace = GuessPace(always=guess_ahead is GuessAhead.ON) if can_guess else None
        self._controls = frozenset(model.control_ids.values())
        # Some models mark their thinking with control tokens, which are nothing to see otherwise.
        model.show_controls(mark for pair in tags for mark in _marks(pair))
        self._cached = CachedConversation(context, forgets_partly=model.forgets_partly, keep_bytes=keep_bytes)

    def measure(self, turns: Sequence[Turn], reserve_tokens: int) -> Prepared:
        """Fit and count a prompt without reading it. Raises GenerationError."""
        return self._prepared(self._fitting.fit(turns, reserve_tokens, continue_last=False))

    def answer(
        self, request: AnswerRequest, reports: AnswerReports, cancelled: Callable[[], bool]
    ) -> Completion:
        """Answer the request; see `engine.Engine`."""
        began_at = time.monotonic()
        prompt = self._fitting.fit(request.turns, request.reserve_tokens, continue_last=request.continue_last)
        seed = request.sampling.seed
        seed = secrets.randbelow(SEED_LIMIT) if seed < 0 else seed % SEED_LIMIT
        sampler = self._sampler(request, seed)
        try:
            prepared = self._prepared(prompt)
            reports.prepared(prepared)
            stream = self._stream(request, prompt, reports)
            self._read(prompt.tokens, reports, cancelled)
            writing = self._write(request, sampler, stream, cancelled)
        finally:
            sampler.close()
        stream.finish()
        if stream.stopped and writing.reason is not FinishReason.CANCELLED:
            writing.reason = FinishReason.STOP_STRING
        self._remember_answer(prompt, writing.tokens)
        spent_s = writing.last_at - writing.first_at
        return Completion(
            text=stream.text,
            thinking=stream.thinking,
            reason=writing.reason or FinishReason.END,
            prompt_tokens=prepared.prompt_tokens,
            cached_tokens=prepared.cached_tokens,
            completion_tokens=len(writing.tokens),
            first_token_s=writing.first_at - began_at,
            tokens_per_s=(len(writing.tokens) - 1) / spent_s if spent_s > 0 else 0.0,
            thinking_s=stream.thinking_s,
            seed=seed,
            guessed_tokens=writing.guessed_tokens,
        )

    def _prepared(self, prompt: FittedPrompt) -> Prepared:
        return Prepared(
            prompt=prompt.text.text,
            dropped_ids=tuple(turn.id for turn in prompt.dropped),
            prompt_tokens=self._pictures.cells(prompt.tokens),
            cached_tokens=self._cached.covered(prompt.tokens),
            context_tokens=self._context.context_tokens,
        )

    def _sampler(self, request: AnswerRequest, seed: int) -> Sampler:
        try:
            grammar = grammar_for(request.json_schema) if request.json_schema else ""
            return self._model.sampler(request.sampling, seed, grammar)
        except LlamaFailure as error:
            raise GenerationError("schema_not_supported") from error

    def _stream(self, request: AnswerRequest, prompt: FittedPrompt, reports: AnswerReports) -> AnswerStream:
        # Thinking can't fit a schema, and a continued answer is past its thinking.
        tags = () if request.json_schema or request.continue_last else self._tags
        ends = tuple(pair.answer_end for pair in tags if pair.answer_end)
        inside = open_at_end(prompt.text.text, tags)
        return AnswerStream(ThinkingSplitter(tags, inside), request.sampling.stop + ends, reports.text)

    def _read(self, prompt: list[int], reports: AnswerReports, cancelled: Callable[[], bool]) -> None:
        """Bring the cache to hold exactly `prompt`. Raises Cancelled, GenerationError."""
        cached = self._cached
        cached.switch_to(prompt)
        start = cached.keep(self._pictures.start_of_patch(prompt, cached.covered(prompt)))
        total = len(prompt) - start
        step = self._context.batch_tokens
        told_at = float("-inf")
        self._context.stop_when(cancelled)
        try:
            while (at := len(cached.tokens)) < len(prompt):
                now = time.monotonic()
                if total > step and now - told_at >= READING_INTERVAL_S:
                    told_at = now
                    reports.reading(at - start, total)
                if cancelled():
                    raise Cancelled
                cached.tokens += self._read_some(prompt, at, cancelled)
        except Cancelled:
            if self._pictures.side_by_side:
                cached.clear()
            else:
                cached.settle(prompt)
            raise
        except GenerationError:
            cached.clear()
            raise
        except LlamaFailure as error:
            cached.clear()
            raise GenerationError("prompt_not_read") from error
        finally:
            self._context.stop_when(None)
        if total > step:
            reports.reading(total, total)

    def _read_some(self, prompt: list[int], at: int, cancelled: Callable[[], bool]) -> list[int]:
        """Read the batch or the patch of a picture that begins at `at`; returns its tokens.

        Raises Cancelled, GenerationError, LlamaFailure.
        """
        if prompt[at] < 0:
            seen = self._pictures.look(prompt[at], at)
            if seen:
                return prompt[at : at + seen]
            if cancelled():
                raise Cancelled
            raise LlamaFailure("picture")
        batch = prompt[at : at + self._context.batch_tokens]
        if min(batch) < 0:
            batch = batch[: next(index for index, token in enumerate(batch) if token < 0)]
        if not self._context.decode_batch(batch, at):
            raise Cancelled
        return batch

    def _write(
        self,
        request: AnswerRequest,
        sampler: Sampler,
        stream: AnswerStream,
        cancelled: Callable[[], bool],
    ) -> _Writing:
        """Sample and decode until something ends it. Everything in the loop runs once for each token."""
        reading = self._reading(request.sampling)
        room = self._context.context_tokens - self._pictures.cells(self._cached.tokens)
        limit = request.sampling.max_tokens or room + 2  # the context ends it first
        writing = _Writing([])
        written = writing.tokens
        sample, read, push = reading.sample, reading.read, stream.push
        piece, ends = self._model.piece, self._model.is_end
        try:
            while True:
                token = sample(sampler)
                writing.last_at = time.monotonic()
                if not writing.first_at:
                    writing.first_at = writing.last_at
                if ends(token):
                    writing.reason = FinishReason.END
                    break
                written.append(token)
                if not push(piece(token)):
                    writing.reason = FinishReason.STOP_STRING
                    break
                if len(written) >= limit or stream.blank_run >= BLANK_RUN_LIMIT:
                    writing.reason = FinishReason.LENGTH
                    break
                if len(written) > room:
                    writing.reason = FinishReason.CONTEXT_FULL
                    break
                if cancelled():
                    writing.reason = FinishReason.CANCELLED
                    break
                read(token)
            reading.finish()
        except LlamaFailure as error:
            self._cached.clear()
            raise GenerationError("answer_not_computed") from error
        writing.guessed_tokens = reading.guessed_tokens
        return writing

    def _reading(self, sampling: Sampling) -> SingleReading | GuessedReading:
        """Guessed tokens are rounded otherwise than those read alone: who gives a seed wants the very same text.

        What comes after a picture isn't guessed: its places are no tokens.
        """
        held = self._cached.tokens
        seeded = sampling.seed >= 0 and sampling.temperature > 0 and self._guess_ahead is not GuessAhead.ON
        if self._pace is None or seeded or min(held) < 0:
            return SingleReading(self._context, held)
        return GuessedReading(self._context, held, self._pace)

    def _remember_answer(self, prompt: FittedPrompt, written: list[int]) -> None:
        """Let the answer, when it comes back in the next prompt, be found with the tokens that are cached."""
        raw = b"".join(map(self._model.piece, written))
        if not self._controls.isdisjoint(written):
            return  # what is written by people and spells the same must not become control tokens
        text = raw.decode("utf-8", "replace")  # as AnswerStream shows it: a stop may cut a character
        self._tokens.remember(prompt.stretch + text, self._tokens.plain(prompt.stretch) + written)


def _marks(tags: ThinkingTags) -> tuple[str, ...]:
    return (tags.open, tags.close, *tags.again, *tags.intro, tags.answer_end)
