"""A model's chat template: a Jinja program that turns messages into the text the model was trained on.

Main thread of the inference worker. A template never sees what was written: `prompt_text` gives it
placeholders. It runs under the limits of `template_limits`.
"""

import contextlib
import datetime
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NoReturn

import jinja2
from jinja2.exceptions import SecurityError

from app.domain.errors import GenerationError
from app.inference.template_limits import LimitedEnvironment, TookTooLong, new_memory, processor_time

SOURCE_LIMIT_CHARS = 256 * 1024  # the longest published one is under 30 KB
TIME_LIMIT_S = 2.0  # of processor time; the slowest published one takes some ms
NEW_MEMORY_LIMIT_BYTES = 256 * 1024 * 1024
OUTPUT_ROOM_CHARS = 64 * 1024  # beside four times what went in
_STRFTIME_LIMIT_CHARS = 64

CHATML = (
    "{% for message in messages %}<|im_start|>{{ message.role }}\n{{ message.content }}<|im_end|>\n"
    "{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)


class TemplateRefusal(Exception):
    """The template called `raise_exception`: it doesn't take messages like these."""


class ChatTemplate:
    """One compiled template.

    `bos` and `eos` are how the model spells its begin and end tokens. Compiling problems are kept and raised
    at the first `render`, so that a model with a broken template still loads and can say what is wrong.
    """

    def __init__(self, source: str, bos: str = "", eos: str = "") -> None:
        self._variables: dict[str, Any] = {"bos_token": bos, "eos_token": eos}
        self._template: jinja2.Template | None = None
        self._problem: GenerationError | None = None
        try:
            with _limits():
                self._template = _compile(source)
        except GenerationError as problem:
            self._problem = problem

    def render(self, messages: Sequence[Mapping[str, str]], *, add_generation_prompt: bool) -> str:
        """The text for `messages` (each with role and content).

        Raises TemplateRefusal when the template refuses them, GenerationError `template_failed` or
        `template_too_slow`.
        """
        if self._template is None:
            assert self._problem is not None
            raise GenerationError(self._problem.code, **self._problem.parameters)
        limit = OUTPUT_ROOM_CHARS + 4 * sum(len(message["content"]) for message in messages)
        variables = {
            **self._variables,
            "messages": [dict(message) for message in messages],
            "add_generation_prompt": add_generation_prompt,
        }
        try:
            with _limits():
                return _join(self._template.generate(tools=None, documents=None, **variables), limit)
        except GenerationError as problem:
            if problem.parameters.get("reason") != "broken":
                raise
        with _limits():  # templates made for tools alone go through the list without asking if there is one
            return _join(self._template.generate(tools=[], documents=[], **variables), limit)


def _compile(source: str) -> jinja2.Template:
    if len(source) > SOURCE_LIMIT_CHARS:
        raise GenerationError("template_failed", reason="source_too_long")
    environment = LimitedEnvironment()
    environment.filters["tojson"] = _to_json
    environment.globals["raise_exception"] = _refuse
    environment.globals["strftime_now"] = _now
    return environment.from_string(source)


def _join(pieces: Iterable[str], limit_chars: int) -> str:
    kept: list[str] = []
    total = 0
    for piece in pieces:
        total += len(piece)
        if total > limit_chars:
            raise GenerationError("template_failed", reason="output_too_long")
        kept.append(piece)
    return "".join(kept)


@contextlib.contextmanager
def _limits() -> Iterator[None]:
    """Run the body under all limits; every way a template can fail comes out as a GenerationError."""
    try:
        with new_memory(NEW_MEMORY_LIMIT_BYTES), processor_time(TIME_LIMIT_S):
            yield
    except (TemplateRefusal, GenerationError):
        raise
    except TookTooLong as error:
        raise GenerationError("template_too_slow", limit_s=TIME_LIMIT_S) from error
    except SecurityError as error:
        raise GenerationError("template_failed", reason="forbidden") from error
    except jinja2.TemplateSyntaxError as error:
        raise GenerationError("template_failed", reason="syntax") from error
    except (MemoryError, OverflowError) as error:
        raise GenerationError("template_failed", reason="memory") from error
    except Exception as error:  # the boundary to a stranger's program: it can raise anything
        raise GenerationError("template_failed", reason="broken") from error


def _to_json(
    value: Any,
    ensure_ascii: bool = False,
    indent: int | None = None,
    separators: tuple[str, str] | None = None,
    sort_keys: bool = False,
) -> str:
    if indent is not None and indent > 16:
        raise SecurityError("indent too wide")
    return json.dumps(
        value, ensure_ascii=ensure_ascii, indent=indent, separators=separators, sort_keys=sort_keys
    )


def _refuse(message: object = "") -> NoReturn:
    raise TemplateRefusal


def _now(layout: str) -> str:
    if len(layout) > _STRFTIME_LIMIT_CHARS:
        raise SecurityError("date layout too long")
    return datetime.datetime.now().astimezone().strftime(layout)
