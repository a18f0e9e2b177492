"""Templates are strangers' programs: those that behave are rendered, those that don't are stopped."""

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from app.domain.errors import GenerationError
from app.inference import chat_template
from app.inference.chat_template import CHATML, ChatTemplate, TemplateRefusal

MESSAGES = [{"role": "user", "content": "hello"}]


def render(source: str) -> str:
    return ChatTemplate(source, bos="<s>", eos="</s>").render(MESSAGES, add_generation_prompt=True)


def reason(source: str) -> str:
    with pytest.raises(GenerationError) as caught:
        render(source)
    return str(caught.value.parameters.get("reason", caught.value.code))


def test_our_own_template() -> None:
    assert render(CHATML) == "<|im_start|>user\nhello<|im_end|>\n<|im_start|>assistant\n"


def test_what_published_templates_use() -> None:
    assert render("{{ bos_token }}{{ messages[0]['content'] | trim }}{{ eos_token }}") == "<s>hello</s>"
    assert render("{% for m in messages %}\n    {{ m.role }}\n{% endfor %}\n") == "    user\n"
    assert render("{% for i in range(9) %}{% if i > 2 %}{% break %}{% endif %}{{ i }}{% endfor %}") == "012"
    assert render('{{ {"b": "é<"} | tojson }}') == '{"b": "é<"}'
    assert render('{{ {"b": 1} | tojson(indent=2) }}') == '{\n  "b": 1\n}'
    assert len(render('{{ strftime_now("%Y-%m-%d") }}')) == 10
    assert render("{% generation %}x{% endgeneration %}") == "x"
    assert render("{% set n = namespace(a=1) %}{% set n.a = 2 %}{{ n.a }}{{ '=' * 3 }}") == "2==="
    assert render("{% if tools is not none %}tools{% endif %}plain") == "plain"
    assert render("{% for tool in tools %}{{ tool }}{% endfor %}plain") == "plain"


def test_a_refusal_is_the_templates_own_word() -> None:
    with pytest.raises(TemplateRefusal):
        render("{{ raise_exception('no system role') }}")


@pytest.mark.parametrize(
    "source",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ messages.__init__.__globals__ }}",
        "{{ self._TemplateReference__context }}",
        "{{ cycler.__init__.__globals__.os.system('true') }}",
        "{{ messages.append(1) }}",
        "{{ '%1000000000d' % 1 }}",
        "{{ '%*d' % (1000000000, 1) }}",
        "{{ '{:>1000000000}'.format(1) }}",
        "{{ 'a'.ljust(1000000000) }}",
        "{{ 'a' * 1000000000 }}",
        "{{ [1] * 1000000000 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ {} | tojson(indent=1000000000) }}",
    ],
)
def test_reaching_out_and_multiplying_are_forbidden(source: str) -> None:
    try:
        text = render(source)
    except GenerationError as error:
        assert error.code == "template_failed"
        assert error.parameters["reason"] in ("forbidden", "broken", "memory")
    else:
        assert text == ""  # Jinja renders what may not be read as nothing


LOOP = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"


def test_a_loop_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chat_template, "TIME_LIMIT_S", 0.2)
    assert reason(LOOP) == "template_too_slow"


def test_a_loop_is_stopped_where_there_is_no_signal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chat_template, "TIME_LIMIT_S", 0.2)
    outcome: list[str] = []
    thread = threading.Thread(target=lambda: outcome.append(reason(LOOP)))
    thread.start()
    thread.join(60)
    assert outcome == ["template_too_slow"]


def test_the_limits_are_gone_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chat_template, "TIME_LIMIT_S", 0.05)
    assert render("x") == "x"
    busy_until = time.process_time() + 0.3
    while time.process_time() < busy_until:
        pass
    assert len(bytearray(512 * 1024 * 1024)) == 512 * 1024 * 1024


AFTERWARDS = """
import sys, threading
from app.inference.chat_template import ChatTemplate
render = ChatTemplate("x").render
thread = threading.Thread(target=lambda: render([{"role": "user", "content": "hello"}], add_generation_prompt=True))
thread.start()
thread.join()
sys.settrace(lambda *_: None)
(lambda: None)()
print("went on")
"""


def test_nothing_stays_pending_where_there_is_no_signal() -> None:
    # An exception "taken back" left CPython 3.11 looking for it at each call; one that is traced never went on.
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", AFTERWARDS], cwd=root, capture_output=True, timeout=60)
    assert done.stdout == b"went on\n", done.stderr


def test_doubling_meets_the_memory_limit() -> None:
    source = (
        "{% set n = namespace(s='aaaaaaaa') %}{% for i in range(40) %}{% set n.s = n.s ~ n.s %}{% endfor %}"
    )
    assert reason(source) in ("memory", "template_too_slow")


def test_200_megabytes_of_output_are_stopped() -> None:
    source = "{% for i in range(20000) %}" + "a" * 10_000 + "{% endfor %}"
    assert reason(source) == "output_too_long"


def test_a_source_that_is_no_template() -> None:
    assert reason("{% if %}") == "syntax"
    assert reason("a" * 300_000) == "source_too_long"
    assert reason("{% include '/etc/passwd' %}") in ("broken", "forbidden")
    assert reason("{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}") in ("broken", "syntax", "memory")


def test_a_broken_template_says_so_each_time() -> None:
    template = ChatTemplate("{% if %}")
    for _ in range(2):
        with pytest.raises(GenerationError, match="template_failed"):
            template.render(MESSAGES, add_generation_prompt=True)
