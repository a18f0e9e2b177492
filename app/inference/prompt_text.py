"""From turns to the prompt's text, with a record of which stretches people and documents wrote.

Main thread of the inference worker. The template is rendered with a placeholder for each turn's text, and the
texts are put in afterwards. So a template can't read what was written (one that changes its behaviour at a
certain word never sees the word), and the words' places are known exactly: `prompt_tokens` keeps what is
written there from becoming control tokens.

A template may strip white space from a text: white space around the placeholder shows whether it does.
One that changes or tests texts in other ways loses its placeholders; it is rendered with the real texts, in
which the spelling of every control token is broken by a zero-width space. (No published template that was
tried needs this; one that forces it can read the texts, as it can in every other program.)
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.domain.conversation import Role
from app.domain.errors import GenerationError
from app.domain.generation import Turn
from app.inference.chat_template import ChatTemplate, TemplateRefusal

# Private-use characters, and a separator that Python counts as white space but no template writes.
_OPEN, _CLOSE, _SPACE = "\ue0f0", "\ue0f1", "\x1f"
_PLACE = re.compile(f"({_SPACE}?){_OPEN}([0-9]+){_CLOSE}({_SPACE}?)")
PICTURE_MARK = (
    "[picture]"  # what a person reads in the prompt in a picture's place; the model sees the picture
)
_LENGTH_FACTOR = 4  # a prompt may be this much longer than what was written, plus the template's own words
_OWN_WORDS_CHARS = 64 * 1024

_Message = tuple[Role, tuple[int, ...]]  # role, and which turns' texts make it


@dataclass(frozen=True, slots=True)
class PromptText:
    """A prompt. `written` are the (start, end) of what people and documents wrote, in order.

    `pictures` are the (start, end, key) of words that stand for a picture, each within what was written.
    """

    text: str
    written: tuple[tuple[int, int], ...]
    pictures: tuple[tuple[int, int, str], ...] = ()


def write_prompt(
    template: ChatTemplate,
    turns: Sequence[Turn],
    *,
    continue_last: bool,
    break_controls: Callable[[str], str],
) -> PromptText:
    """Render `turns`, ready for the model's answer, or open after the last turn with `continue_last`.

    A template that refuses system turns gets them at the head of the first user turn; one that wants strictly
    alternating roles gets neighbours of one role as one message. `break_controls` returns a text with no
    control token spelled in it. Raises GenerationError.
    """
    turns = [turn for turn in turns if turn.text or turn.role is not Role.SYSTEM]
    refused = False
    for messages in _arrangements(turns):
        try:
            prompt = _render(template, turns, messages, continue_last)
        except TemplateRefusal:
            refused = True
            continue
        if prompt is not None:
            return prompt
    for messages in () if any(turn.pictures for turn in turns) else _arrangements(turns):
        try:
            prompt = _render_broken(template, turns, messages, continue_last, break_controls)
        except TemplateRefusal:
            refused = True
            continue
        if prompt is not None:
            return prompt
    raise GenerationError("template_failed", reason="refused" if refused else "drops_text")


def _arrangements(turns: Sequence[Turn]) -> list[list[_Message]]:
    """Ways to hand the turns to a template, best first, each once."""
    plain: list[_Message] = [(turn.role, (index,)) for index, turn in enumerate(turns)]
    as_user: list[_Message] = [
        (Role.USER if role is Role.SYSTEM else role, numbers) for role, numbers in plain
    ]
    ways: list[list[_Message]] = []
    for way in (plain, _joined(plain), _joined(as_user)):
        if way not in ways:
            ways.append(way)
    return ways


def _joined(messages: list[_Message]) -> list[_Message]:
    joined: list[_Message] = []
    for role, numbers in messages:
        if joined and joined[-1][0] is role:
            joined[-1] = (role, joined[-1][1] + numbers)
        else:
            joined.append((role, numbers))
    return joined


def _render(
    template: ChatTemplate, turns: Sequence[Turn], messages: list[_Message], continue_last: bool
) -> PromptText | None:
    """The prompt by placeholders, or None when the template lost one."""
    contents = [
        _SPACE + "\n\n".join(f"{_OPEN}{number}{_CLOSE}" for number in numbers if turns[number].text) + _SPACE
        if any(turns[number].text for number in numbers)
        else ""
        for _, numbers in messages
    ]
    source = [
        {"role": role.value, "content": content}
        for (role, _), content in zip(messages, contents, strict=True)
    ]
    frame = template.render(source, add_generation_prompt=not continue_last)
    places = list(_PLACE.finditer(frame))
    seen = {int(place[2]) for place in places if int(place[2]) < len(turns)}
    if seen != {number for number, turn in enumerate(turns) if turn.text}:
        return None
    limit = _OWN_WORDS_CHARS + _LENGTH_FACTOR * sum(len(turn.text) for turn in turns)
    parts: list[str] = []
    written: list[tuple[int, int]] = []
    pictures: list[tuple[int, int, str]] = []
    length = at = 0
    for place in places:
        own = frame[at : place.start()].replace(_SPACE, "")
        text = turns[int(place[2])].text
        # The last turn's own end is where the model goes on: it stays as it is.
        last = continue_last and int(place[2]) == len(turns) - 1
        text = text if place[1] else text.lstrip()
        text = text if place[3] or last else text.rstrip()
        shown = turns[int(place[2])].pictures
        length += len(own)
        marks = len(PICTURE_MARK)
        pictures += [
            (length + marks * number, length + marks * (number + 1), key) for number, key in enumerate(shown)
        ]
        text = PICTURE_MARK * len(shown) + text
        parts += (own, text)
        written.append((length, length + len(text)))
        length += len(text)
        at = place.end()
        if length > limit:
            raise GenerationError("template_failed", reason="output_too_long")
    if not continue_last:
        parts.append(frame[at:].replace(_SPACE, ""))
    return PromptText("".join(parts), tuple(written), tuple(pictures))


def _render_broken(
    template: ChatTemplate,
    turns: Sequence[Turn],
    messages: list[_Message],
    continue_last: bool,
    break_controls: Callable[[str], str],
) -> PromptText | None:
    """The prompt by real texts with the spelling of control tokens broken; None if the last text is lost."""
    contents = [
        "\n\n".join(break_controls(turns[number].text) for number in numbers) for _, numbers in messages
    ]

    def render(texts: Sequence[str]) -> str:
        source = [
            {"role": role.value, "content": text} for (role, _), text in zip(messages, texts, strict=True)
        ]
        return template.render(source, add_generation_prompt=not continue_last)

    text = render(contents)
    if continue_last:
        last = contents[-1].strip()
        at = text.rfind(last)
        return PromptText(text[: at + len(last)], ()) if at >= 0 else None
    return PromptText(text, ()) if text != render([*contents[:-1], ""]) else None
