"""M5: kill -9 of any process at any moment loses nothing that was shown as saved, leaves nothing running."""

import json
import os
import queue
import random
import select
import signal
import threading
import time

import pytest

from app.domain.conversation import Message, MessageState, Role
from app.vault.conversation_store import new_id
from tests.cli.command_here import run_here
from tests.end2end.program import (
    ENDLESS,
    PATIENCE_S,
    Home,
    children,
    endless_answer,
    family,
    role_of,
    runs,
    wait_for,
)
from tests.end2end.screen import Screen
from tests.end2end.window import QUESTION, Window

CI_MOMENTS = range(3)  # one for each role
SLOW_MOMENTS = range(3, 36)
LATEST_S = 1.5
QUIET_S = 1.2  # an answer is saved once a second while it grows
ROLES = ("supervisor", "command", "inference")


class Talk:
    """`hearth chat --json` with pipes: questions in, whole answers out."""

    def __init__(self, home: Home) -> None:
        self.process = home.start("chat", "--json")
        self.answers: list[dict[str, str]] = []
        self._lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line)
        self._lines.put(b"")

    def say(self, question: str) -> None:
        """Send a question, unless nobody reads any more."""
        assert self.process.stdin is not None
        try:
            self.process.stdin.write(question.encode() + b"\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            pass

    def hear(self, patience_s: float = PATIENCE_S) -> dict[str, str] | None:
        """The next answer; None when there is no more, or none in time."""
        try:
            line = self._lines.get(timeout=patience_s)
        except queue.Empty:
            return None
        if not line.endswith(b"\n"):
            return None
        answer: dict[str, str] = json.loads(line)
        self.answers.append(answer)
        return answer

    def pid_of(self, role: str) -> int:
        """The process of a role; 0 while there is none."""
        if role == "supervisor":
            return self.process.pid
        command = next(iter(children(self.process.pid)), 0)
        return command if role == "command" else next(iter(children(command)), 0) if command else 0

    def end(self) -> None:
        """End it, whatever is left, and read the rest."""
        for pid in reversed(family(self.process.pid)):
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
        self.process.wait(PATIENCE_S)
        self._reader.join(PATIENCE_S)
        for stream in (self.process.stdout, self.process.stderr, self.process.stdin):
            try:
                if stream is not None:
                    stream.close()
            except BrokenPipeError:
                pass


def _kept(home: Home) -> list[dict[str, str]]:
    done = run_here(home, "export", "--format", "json")
    assert done.code == 0, done.err
    return [row for each in json.loads(done.out)["conversations"] for row in each["messages"]]


def _talk_with_a_kill(home: Home, moment: int) -> tuple[list[str], list[str]]:
    """Ask some questions and kill a process after the last; all of them, and the answers that were shown."""
    chance = random.Random(moment)
    role = ROLES[moment % len(ROLES)]
    talk = Talk(home)
    asked: list[str] = []
    try:
        for number in range(chance.randint(0, 3)):
            asked.append(QUESTION.format(f"Question {number} of {moment}"))
            talk.say(asked[-1])
            assert talk.hear() is not None
        asked.append(QUESTION.format(f"The last of {moment}"))
        talk.say(asked[-1])
        deadline = time.monotonic() + chance.random() * LATEST_S
        everyone: set[int] = set()
        while time.monotonic() < deadline:  # meanwhile an answer may come, or not
            everyone.update(family(talk.process.pid))
            talk.hear(0.02)
        everyone.update(family(talk.process.pid))
        victim = talk.pid_of(role) or talk.process.pid
        os.kill(victim, signal.SIGKILL)
        if role == "inference" and victim != talk.process.pid:
            talk.say(QUESTION.format("Is all well"))
            if wait_for(lambda: talk.hear(0.2), "an answer from a fresh inference process"):
                talk.say("/quit")
        wait_for(
            lambda: not [pid for pid in everyone if runs(pid)],
            f"the end of all processes after the end of {role}",
            state=lambda: [(pid, role_of(pid)) for pid in everyone if runs(pid)],
        )
    finally:
        talk.end()
    return asked, [answer["answer"] for answer in talk.answers]


@pytest.mark.parametrize(
    "moment", [*CI_MOMENTS, *(pytest.param(moment, marks=pytest.mark.slow) for moment in SLOW_MOMENTS)]
)
def test_m5_steady_a_kill_at_any_moment_loses_nothing(home_with_model: Home, moment: int) -> None:
    asked, shown = _talk_with_a_kill(home_with_model, moment)
    kept = _kept(home_with_model)
    texts = [row["text"] for row in kept]
    assert [answer for answer in shown if answer not in texts] == []
    # The last question may have met the end before it was taken; one that was answered was taken before.
    assert [question for question in asked[:-1] if question not in texts] == []
    assert len(texts) >= 2 * (len(asked) - 1)
    assert {row["state"] for row in kept} <= {"complete", "interrupted", "failed"}
    again = home_with_model.run("chat", "--json", stdin=QUESTION.format("Is all well") + "\n/quit\n")
    assert again.code == 0, again.err
    assert json.loads(again.out)["answer"]


def _read_until_quiet(descriptor: int) -> str:
    """All that is there and still comes, until nothing has come for longer than answers wait to be saved."""
    found = b""
    while select.select([descriptor], [], [], QUIET_S)[0]:
        read = os.read(descriptor, 1 << 16)
        assert read, "the endless answer ended"
        found += read
    return found.decode(errors="ignore")


def _letters(text: str) -> str:
    """Those that reach a terminal as they are, and aren't cut in two by the end of what was read."""
    return "".join(letter for letter in text if letter.isascii() and letter.isalpha())


@pytest.mark.parametrize("role", ROLES)
def test_a_partial_answer_reopens_as_interrupted(home_with_endless_model: Home, role: str) -> None:
    home = home_with_endless_model
    with endless_answer(home) as talking:
        assert talking.stdout is not None
        command = next(iter(children(talking.pid)))
        inference = next(iter(children(command)))
        # What comes when nothing came for more than a second is saved; that it was is certain when more has come.
        shown = []
        for _ in range(2):
            os.kill(inference, signal.SIGSTOP)
            shown.append(_read_until_quiet(talking.stdout.fileno()))
            os.kill(inference, signal.SIGCONT)
            assert os.read(talking.stdout.fileno(), 1 << 16), "the endless answer ended"
        victim = {"supervisor": talking.pid, "command": command, "inference": inference}
        everyone = family(talking.pid)
        os.kill(victim[role], signal.SIGKILL)
        if role == "inference":
            _, told = talking.communicate(timeout=PATIENCE_S)
            assert talking.returncode == 1  # a question got no whole answer
            assert b"ended unexpectedly" in told
        wait_for(lambda: not [pid for pid in everyone if runs(pid)], f"the end of all after {role}")
    question, answer = _kept(home)
    assert question["text"] == ENDLESS
    assert answer["state"] == "interrupted"
    assert answer["text"]
    assert _letters(shown[0]) in _letters(answer["text"])


def test_a_model_that_crashes_again_and_again_is_given_up(home_with_model: Home) -> None:
    talk = Talk(home_with_model)
    ended: set[int] = set()
    try:
        for number in range(12):  # a question that meets the crash itself is answered by the next process
            talk.say(QUESTION.format(number))
            assert talk.hear() is not None
            victim = talk.pid_of("inference")
            if victim and victim not in ended and runs(victim):
                ended.add(victim)
                os.kill(victim, signal.SIGKILL)
                wait_for(lambda pid=victim: not runs(pid), "its end")  # type: ignore[misc]
        assert len(ended) == 4  # the first, and three more
        talk.say("/quit")
        assert talk.process.stderr is not None
        told = talk.process.stderr.read().decode()
        assert talk.process.wait(PATIENCE_S) == 1
        assert "several times within five minutes" in told
    finally:
        talk.end()
    assert home_with_model.run("ask", QUESTION.format("Is all well")).code == 0


def test_killed_windows_come_back_three_times(home_with_model: Home, screen: Screen) -> None:
    with Window(home_with_model, screen) as window:
        window.unlock()
        window.ask(QUESTION.format("Is all well"))
        window.wait_words("tok/s")  # its figures come with its end
        (answer,) = window.answers()
        inference = window.inference()
        for number in range(3):
            former = window.pid
            os.kill(former, signal.SIGKILL)
            window.wait(lambda pid=former: window.pid not in (0, pid), f"fresh window {number}")  # type: ignore[misc]
            wait_for(lambda: not runs(inference), "the end of the inference process")
            if number == 0:
                window.unlock()
                window.wait_words("Hearth's window ended unexpectedly and was started again.")
                window.click("[1] The height of the lantern tower is 41…, stays on this computer")
                window.wait(lambda: window.answers() == [answer], "the answer that was shown")
            else:
                window.wait_words("Type your passphrase")
        os.kill(window.pid, signal.SIGKILL)
        assert window.process.wait(PATIENCE_S) == 1
        assert "ended unexpectedly several times" in window.told()
        assert [(pid, role_of(pid)) for pid in window.seen if runs(pid)] == []


def test_what_was_cut_off_goes_on_a_fresh_process_answers_and_none_outlives_the_supervisor(
    home_with_model: Home, screen: Screen
) -> None:
    _interrupt(home_with_model, QUESTION.format("Half"), "The height of the lantern")
    with Window(home_with_model, screen) as window:
        window.unlock()
        window.click("Half an answer, stays on this computer")
        window.wait_words("Interrupted")
        window.click("Continue")
        whole = "The height of the lantern tower is 41 metres"
        window.wait(lambda: [one.startswith(whole) for one in window.answers()] == [True], "the rest of it")
        window.key("ctrl+n")
        window.ask(QUESTION.format("Is all well"))
        former = window.inference()
        os.kill(former, signal.SIGKILL)
        window.ask(QUESTION.format("Is all well"))  # answered by a fresh process
        assert window.inference() != former
        window.process.kill()
        wait_for(lambda: not [pid for pid in window.seen if runs(pid)], "the end of all processes")
    kept = _kept(home_with_model)
    assert [row["state"] for row in kept] == ["complete"] * 6
    assert any(row["text"].startswith(whole) for row in kept)


def _interrupt(home: Home, question: str, begun: str) -> None:
    """Leave a conversation whose answer was cut off."""
    with home.vault() as vault:
        made = vault.conversations.create("Half an answer")
        asked = Message(new_id(), made.id, None, Role.USER, question, MessageState.COMPLETE, 1)
        answer = Message(
            new_id(), made.id, asked.id, Role.ASSISTANT, begun, MessageState.INTERRUPTED, 2, model="copy-tiny"
        )
        vault.conversations.add_message(asked)
        vault.conversations.add_message(answer)
