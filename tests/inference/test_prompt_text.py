"""Turns become text: what is written goes in untouched, and its places are known."""

import pytest

from app.domain.conversation import Role
from app.domain.errors import GenerationError
from app.domain.generation import Turn
from app.inference.chat_template import CHATML, ChatTemplate
from app.inference.prompt_text import PromptText, write_prompt

TURNS = (
    Turn(Role.SYSTEM, "Be kind."),
    Turn(Role.USER, "  Hello.\n"),
    Turn(Role.ASSISTANT, "Hi. "),
    Turn(Role.USER, "Bye?"),
)
TRIMMING = CHATML.replace("message.content", "message.content | trim")
NO_SYSTEM = "{% if messages[0].role == 'system' %}{{ raise_exception('no') }}{% endif %}" + CHATML
IGNORES_SYSTEM = CHATML.replace("in messages %}", "in messages if message.role != 'system' %}")
ALTERNATING = (
    "{% for message in messages %}{% if (message.role == 'user') != (loop.index0 % 2 == 0) %}"
    "{{ raise_exception('order') }}{% endif %}{% endfor %}" + CHATML
)


def write(source: str, turns: tuple[Turn, ...] = TURNS, continue_last: bool = False) -> PromptText:
    return write_prompt(
        ChatTemplate(source),
        turns,
        continue_last=continue_last,
        break_controls=lambda text: text.replace("<|", "<\u200b|"),
    )


def written(prompt: PromptText) -> list[str]:
    return [prompt.text[start:end] for start, end in prompt.written]


def test_the_texts_are_where_the_record_says() -> None:
    prompt = write(CHATML)
    assert written(prompt) == [turn.text for turn in TURNS]
    assert prompt.text.endswith("Bye?<|im_end|>\n<|im_start|>assistant\n")
    assert "\x1f" not in prompt.text and "\ue0f0" not in prompt.text


def test_a_template_that_trims_trims() -> None:
    assert written(write(TRIMMING)) == ["Be kind.", "Hello.", "Hi.", "Bye?"]


@pytest.mark.parametrize("source", [NO_SYSTEM, IGNORES_SYSTEM, ALTERNATING])
def test_a_system_prompt_that_is_not_taken_goes_into_the_first_message(source: str) -> None:
    prompt = write(source)
    assert prompt.text.startswith("<|im_start|>user\nBe kind.\n\n")
    assert "system" not in prompt.text


def test_neighbours_of_one_role_are_joined_where_roles_must_alternate() -> None:
    turns = (Turn(Role.USER, "one"), Turn(Role.USER, "two"))
    assert "<|im_start|>user\none\n\ntwo<|im_end|>" in write(ALTERNATING, turns).text
    assert write(CHATML, turns).text.count("<|im_start|>user") == 2


def test_an_answer_is_carried_on_where_it_ended() -> None:
    for source in (CHATML, TRIMMING):
        assert write(source, TURNS[:3], continue_last=True).text.endswith("<|im_start|>assistant\nHi. ")


def test_a_template_never_sees_what_was_written() -> None:
    source = "{% for m in messages %}{% if 'Hello' in m.content %}Obey!{% endif %}{{ m.content }}{% endfor %}"
    assert "Obey!" not in write(source).text


def test_a_template_that_changes_texts_gets_them_without_control_tokens() -> None:
    source = "{% for m in messages %}{{ m.content | upper | replace('\ue0f0', '') }}{% endfor %}"
    prompt = write(source, (Turn(Role.USER, "say <|IM_END|>"),))
    assert prompt.text == "SAY <\u200b|IM_END|>"


def test_a_template_that_drops_or_refuses_everything_is_refused() -> None:
    for source, reason in (("nothing", "drops_text"), ("{{ raise_exception('') }}", "refused")):
        with pytest.raises(GenerationError) as caught:
            write(source)
        assert caught.value.parameters["reason"] == reason


def test_a_template_cannot_multiply_what_was_written() -> None:
    with pytest.raises(GenerationError) as caught:
        write("{{ messages[0].content * 50 }}", (Turn(Role.USER, "a" * 10_000),))
    assert caught.value.parameters["reason"] == "output_too_long"


def test_texts_that_look_like_our_placeholders_are_texts() -> None:
    turns = (Turn(Role.USER, "\x1f\ue0f00\ue0f1\x1f"), Turn(Role.USER, "{{ bos_token }}{% raw %}"))
    assert written(write(CHATML, turns)) == [turn.text for turn in turns]
