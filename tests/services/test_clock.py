"""A computer's clock may stand at 1970 or 2099, and be put right in the midst of it: nothing is lost by that."""

import json
import time
from functools import partial
from pathlib import Path

import pytest

from app.services.export import as_json, as_markdown
from tests.services.session_at_work import SessionAtWork
from tests.services.test_chat import ask

MOMENTS_S = {"1970": 86_400, "2099": 4_070_908_800}


def _talk(work: SessionAtWork, when: str) -> tuple[str, list[str]]:
    conversation = ask(work, f"asked in {when}")
    work.ended()
    ask(work, f"once more in {when}", conversation)
    work.ended()
    return conversation, [row.text for row in work.do(partial(work.session.chat.messages, conversation))]


@pytest.mark.parametrize("order", [("1970", "now", "2099"), ("2099", "now", "1970")])
def test_conversations_from_a_wrong_clock_stay_readable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, order: tuple[str, ...]
) -> None:
    kept: dict[str, list[str]] = {}
    for when in order:
        with monkeypatch.context() as patched:
            if when in MOMENTS_S:  # what the operating system tells the process that keeps the vault
                patched.setattr(time, "time_ns", lambda at=MOMENTS_S[when]: at * 10**9)
                patched.setattr(time, "time", lambda at=MOMENTS_S[when]: float(at))
            work = SessionAtWork(tmp_path / "profile")
            try:
                conversation, texts = _talk(work, when)
            finally:
                work.close()
            kept[conversation] = texts
    work = SessionAtWork(tmp_path / "profile")
    try:
        rows = [
            (listed, work.do(partial(work.session.chat.messages, listed.id)))
            for listed in work.do(work.session.chat.conversations)
        ]
    finally:
        work.close()
    assert {listed.id: [message.text for message in messages] for listed, messages in rows} == kept
    assert [texts[0] for texts in kept.values()] == [f"asked in {when}" for when in order]
    assert len(json.loads(as_json(rows))["conversations"]) == 3
    years = {as_markdown(*row).splitlines()[2][1:5] for row in rows}
    assert {"1970", "2099"} < years
