"""Fits a conversation into a model's context: chooses what is left out, writes and tokenises the rest.

Main thread of the inference worker. Which turns go is decided by the policy in `app.domain.prompt_fit`; here
are the token counts it needs.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.conversation import Role
from app.domain.errors import GenerationError
from app.domain.generation import Turn
from app.domain.prompt_fit import choose_dropped
from app.inference.chat_template import ChatTemplate, TemplateRefusal
from app.inference.pictures_at_hand import PicturesAtHand
from app.inference.prompt_text import PromptText, write_prompt
from app.inference.prompt_tokens import PromptTokens

# Of the context, the most that is kept free for the answer: a large reserve mustn't push a small context's
# whole conversation out.
RESERVE_SHARE = 4
_CHARS_PER_TOKEN_MOST = 32  # longer runs in one token don't occur: text beyond this needn't be tokenised
_TRIES = 8
_GUESSED_TURN_TOKENS = 8


@dataclass(frozen=True, slots=True)
class FittedPrompt:
    """A prompt that fits. `stretch` is its text after the last control token; `dropped`: left out."""

    text: PromptText
    tokens: list[int]
    stretch: str
    dropped: tuple[Turn, ...]


class PromptFitting:
    """Writes prompts for one model. Remembers tokens, so that a known conversation costs little."""

    def __init__(
        self, template: ChatTemplate, tokens: PromptTokens, context_tokens: int, pictures: PicturesAtHand
    ) -> None:
        self._template = template
        self._tokens = tokens
        self._context_tokens = context_tokens
        self._pictures = pictures
        self._turn_tokens: int | None = None  # what the template puts around one turn

    def fit(self, turns: Sequence[Turn], reserve_tokens: int, *, continue_last: bool) -> FittedPrompt:
        """The prompt for `turns` with `reserve_tokens` of the context, at most a quarter, kept free.

        Raises GenerationError: `prompt_too_long` when even the last exchange doesn't fit, `no_messages`, and
        those of the template.
        """
        if not any(turn.role is not Role.SYSTEM for turn in turns):
            raise GenerationError("no_messages")
        reserve = min(max(reserve_tokens, 0), self._context_tokens // RESERVE_SHARE)
        budget = self._context_tokens - reserve
        costs = [self._cost(turn) for turn in turns]
        roles = [turn.role for turn in turns]
        room = budget
        counted = sum(costs)
        if counted <= budget + budget // 8:  # the costs are estimates from above: it may fit after all
            fitted = self._write(turns, (), continue_last)
            counted = self._pictures.cells(fitted.tokens)
            if counted <= budget:
                return fitted
            room = min(room, sum(costs) - 1)
        for _ in range(_TRIES):
            dropped = choose_dropped(roles, costs, room)
            if dropped is None:
                break
            fitted = self._write(turns, dropped, continue_last)
            excess = self._pictures.cells(fitted.tokens) - budget
            if excess <= 0:
                return fitted
            room -= excess
        needed = sum(costs[index] for index in _never_dropped(roles))
        raise GenerationError(
            "prompt_too_long",
            prompt_tokens=max(needed, budget + 1),
            context_tokens=self._context_tokens,
            room_tokens=budget,
        )

    def _write(self, turns: Sequence[Turn], dropped: Sequence[int], continue_last: bool) -> FittedPrompt:
        without = set(dropped)
        kept = [turn for index, turn in enumerate(turns) if index not in without]
        text = write_prompt(
            self._template,
            kept,
            continue_last=continue_last,
            break_controls=self._tokens.break_controls,
        )
        tokens, stretch = self._tokens.tokens(text)
        return FittedPrompt(text, tokens, stretch, tuple(turns[index] for index in dropped))

    def _cost(self, turn: Turn) -> int:
        """Tokens of one turn with what the template puts around it, estimated from above."""
        if len(turn.text) > self._context_tokens * _CHARS_PER_TOKEN_MOST:
            return len(turn.text) // _CHARS_PER_TOKEN_MOST + 1
        seen = sum(self._pictures.cells(self._pictures.tokens(key)) for key in turn.pictures)
        return len(self._tokens.plain(turn.text)) + seen + self._around_a_turn() + 1

    def _around_a_turn(self) -> int:
        """Measured once: the same number for ever keeps the choice of what is left out from wavering."""
        if self._turn_tokens is None:
            try:
                self._turn_tokens = self._measure_a_turn()
            except (GenerationError, TemplateRefusal):
                self._turn_tokens = _GUESSED_TURN_TOKENS  # the real prompt will say what is wrong
        return self._turn_tokens

    def _measure_a_turn(self) -> int:
        word = len(self._tokens.plain("a"))
        one = [Turn(Role.USER, "a")]
        three = [*one, Turn(Role.ASSISTANT, "a"), Turn(Role.USER, "a")]
        short = len(self._write(one, (), False).tokens)
        long = len(self._write(three, (), False).tokens)
        return max(-(-(long - short - 2 * word) // 2), short - word - (long - short - 2 * word) // 2, 1)


def _never_dropped(roles: Sequence[Role]) -> list[int]:
    last_user = max((index for index, role in enumerate(roles) if role is Role.USER), default=len(roles) - 1)
    return [index for index, role in enumerate(roles) if role is Role.SYSTEM or index >= last_user]
