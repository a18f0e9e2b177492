"""Comparisons in what `hearth export --format json` writes. In the throw-away process. See `app.services.export`."""

import enum
import re
from collections.abc import Iterator
from typing import Any, TypeVar

from app.domain.comparison import (
    MOST_COST_MICRO,
    MOST_NUMBER,
    AnswerState,
    ComparedAnswer,
    Comparison,
    Vote,
    Who,
)
from app.domain.errors import DocumentError
from app.domain.price import CURRENCY_LIMIT_CHARS, MICRO, UNKNOWN_COST
from app.parsing.conversations.values import moment_ms, objects, text
from app.parsing.output import one_line

_NAME_LIMIT_CHARACTERS = 300
_CHARACTERS_LIMIT = 12 * 1024 * 1024  # one comparison is one frame
_MILLI = 1000
_CODE = re.compile(r"[a-z_]{1,60}")
Kind = TypeVar("Kind", bound=enum.StrEnum)


def read(value: dict[str, Any]) -> Iterator[Comparison]:
    """The comparisons of a document that have both answers. Raises DocumentError for one longer than is sensible."""
    for one in objects(value.get("comparisons")):
        answers = {answer.who: answer for answer in map(_answer, objects(one.get("answers")))}
        if set(answers) == set(Who):
            yield _comparison(one, answers[Who.LOCAL], answers[Who.SERVER])


def _comparison(told: dict[str, Any], local: ComparedAnswer, server: ComparedAnswer) -> Comparison:
    question = text(told.get("question"))
    if len(question) + len(local.text) + len(server.text) > _CHARACTERS_LIMIT:
        raise DocumentError("document_too_much_text")
    whole = local.is_whole and server.is_whole
    return Comparison(
        id=one_line(text(told.get("id"))),
        question=question,
        created_ms=moment_ms(told.get("created")),
        local=local,
        server=server,
        blind=told.get("blind") is True,
        server_first=told.get("server_first") is True,
        vote=_kind(Vote, told.get("vote"), Vote.NONE) if whole else Vote.NONE,
    )


def _answer(told: dict[str, Any]) -> ComparedAnswer:
    said = text(told.get("text"))
    state = _kind(AnswerState, told.get("state"), AnswerState.FAILED)
    if state is AnswerState.WAITING or not said.strip():
        state = AnswerState.FAILED  # whoever was waiting for it has ended since
    code = told.get("error")
    cost = told.get("cost")
    return ComparedAnswer(
        who=_kind(Who, told.get("who"), Who.LOCAL),
        model=_name(told.get("model")),
        provider=_name(told.get("provider")),
        text=said,
        state=state,
        error_code=code if isinstance(code, str) and _CODE.fullmatch(code) else "",
        first_word_s=_number(told.get("first_word_s")),
        seconds=_number(told.get("seconds")),
        prompt_tokens=_count(told.get("prompt_tokens")),
        completion_tokens=_count(told.get("completion_tokens")),
        cost_micro=UNKNOWN_COST if cost is None else min(MOST_COST_MICRO, round(_number(cost) * MICRO)),
        currency=_name(told.get("currency"))[:CURRENCY_LIMIT_CHARS],
        estimated=told.get("cost_estimated") is True,
        energy_mwh=round(_number(told.get("energy_wh")) * _MILLI),
        watts=round(_number(told.get("watts"))),
    )


def _name(value: object) -> str:
    return one_line(text(value), _NAME_LIMIT_CHARACTERS)


def _number(value: object) -> float:
    """A number that makes sense; 0 for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return 0.0
    return float(value) if 0 <= value <= MOST_NUMBER else 0.0


def _count(value: object) -> int:
    """A number of tokens; -1 where it isn't known."""
    return (
        -1
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= MOST_NUMBER
        else value
    )


def _kind(kind: type[Kind], value: object, other: Kind) -> Kind:
    try:
        return kind(value) if isinstance(value, str) else other
    except ValueError:
        return other
