"""Standard input and output of a command, and the way from a request to an open profile.

Results go to stdout, progress and reasons to stderr. Main thread of the command process.
"""

import json
import os
import queue
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TextIO

from app.cli.arguments import SMOKE_TEST
from app.domain.errors import UsageError, VaultError
from app.sandbox import SealReport
from app.services.demo import DEMO_LIBRARY, DemoOpener
from app.services.events import Event
from app.services.opening import Session, no_gateway, open_session
from app.services.passphrase_file import read_passphrase
from app.services.sentences import notice_words
from app.services.workroom import Workroom
from app.vault.moving import settled
from app.vault.profile_place import default_profile_folder

REPLACEMENT = "\ufffd"
QUESTION_LIMIT_CHARS = 8 * 1024 * 1024
_ANSWERED_IN_DEMO = ("ask", "chat")


@dataclass(frozen=True)
class CommandContext:
    """One command as it was typed, with the ways in and out.

    `home` is the folder that the profile is asked for by, `profile` the one it lies in, another one where it was
    moved. `options` are the command's own values as `app.cli.arguments` parsed them; `no_place` is why no profile's
    place is known, which only `doctor` can live with (`profile` is empty then). `start_gateway` has the process
    started that may connect, and gives the pipe to it.
    """

    command: str
    home: Path
    profile: Path
    passphrase_file: str
    json: bool
    demo: bool
    options: dict[str, object]
    seal: SealReport
    stdin: TextIO
    start_gateway: "Callable[[], Connection[bytes, bytes]]"
    no_place: VaultError | None = None

    def text(self, name: str) -> str:
        """An option that is a text; empty when it wasn't given."""
        value = self.options.get(name, "")
        return value if isinstance(value, str) else ""

    def question(self) -> str:
        """The question that was typed, or for `-` what standard input holds. Errors: UsageError empty_question."""
        text = self.text("question")
        if text == "-":
            text = self.stdin.read(QUESTION_LIMIT_CHARS)
        if not text.strip():
            raise UsageError("empty_question")
        return text

    def optional(self, name: str) -> str | None:
        """An option that is a text; None when it wasn't given."""
        return self.text(name) if isinstance(self.options.get(name), str) else None

    def texts(self, name: str) -> list[str]:
        """An option that is a list of texts; empty when none was given."""
        value = self.options.get(name)
        return [text for text in value if isinstance(text, str)] if isinstance(value, list) else []

    def flag(self, name: str) -> bool:
        """An option that is a switch."""
        return self.options.get(name) is True


@dataclass(frozen=True)
class OpenProfile:
    """An open profile: its session, the work thread it lives on, and what is published."""

    session: Session
    workroom: Workroom
    events: "queue.SimpleQueue[Event]"

    def on_work_thread(self, work: Callable[[], object]) -> object:
        """Run `work` on the work thread and wait for its result."""
        return self.workroom.do(work).result()


def context_from(
    facts: dict[str, object],
    seal: SealReport,
    stdin: "Connection[bytes, bytes] | None",
    start_gateway: "Callable[[], Connection[bytes, bytes]]",
) -> CommandContext:
    """The context of this process. Raises VaultError when no place for a profile can be found."""
    given = str(facts.get("profile", ""))
    command = str(facts.get("command", ""))
    no_place: VaultError | None = None
    try:
        home = Path(given).absolute() if given else default_profile_folder(os.environ)
        folder = settled(home)
    except VaultError as error:
        if command != "doctor":
            raise
        home, folder, no_place = Path(), Path(), error
    given_options = facts.get("options")
    options = dict(given_options) if isinstance(given_options, dict) else {}
    if facts.get("demo") and command in _ANSWERED_IN_DEMO and not options.get("provider"):
        options["library"] = options.get("library") or [DEMO_LIBRARY]  # the demo shows answers from files
    return CommandContext(
        command=command,
        home=home,
        profile=folder,
        passphrase_file=str(facts.get("passphrase_file", "")),
        json=bool(facts.get("json")),
        demo=bool(facts.get("demo")),
        options=options,
        seal=seal,
        stdin=_reader(stdin),
        start_gateway=start_gateway,
        no_place=no_place,
    )


@contextmanager
def open_profile(context: CommandContext, *, asks_servers: bool = False) -> Iterator[OpenProfile]:
    """Open the profile (made first where there is none), and close it whatever happens.

    `asks_servers`: its services may have the gateway started.
    """
    passphrase = read_passphrase(context.passphrase_file) if context.passphrase_file else None
    workroom = Workroom()
    events: queue.SimpleQueue[Event] = queue.SimpleQueue()

    def start() -> Session:
        if context.demo:
            if context.command != SMOKE_TEST:  # which says nothing
                tell(notice_words("demo"))
            opener = DemoOpener(context.profile, False, context.seal, workroom, _uses_libraries(context))
            return opener.open(None, None, events.put)
        return open_session(
            context.profile,
            passphrase=passphrase,
            recovery_code=None,
            publish=events.put,
            seal=context.seal,
            workroom=workroom,
            start_gateway=context.start_gateway if asks_servers else no_gateway,
        )

    try:
        session = workroom.do(start).result()
        if context.demo and _uses_libraries(context):
            _wait_for_words(session, workroom)
        for notice in session.security.notices:
            tell(notice_words(notice))
        try:
            yield OpenProfile(session, workroom, events)
        finally:
            workroom.do(session.close).result()
    finally:
        workroom.close()


def _uses_libraries(context: CommandContext) -> bool:
    return context.command.startswith(("library", "search", SMOKE_TEST)) or bool(context.texts("library"))


def _wait_for_words(session: Session, workroom: Workroom) -> None:
    """Until the sample files have been read. Raises HearthError."""
    read: Future[None] = Future()
    library = session.library

    def all_read() -> bool:
        return any(one.looked_through and one.files_ready == one.files > 0 for one in library.libraries)

    workroom.post(lambda: library.when_told(lambda: read.set_result(None), read.set_exception, all_read))
    read.result()


@contextmanager
def on_interrupt(act: Callable[[], object]) -> Iterator[None]:
    """The first Ctrl-C calls `act` instead of breaking off where the program is; a second one breaks off."""

    def handle(_number: int, _frame: object) -> None:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        act()

    former = signal.signal(signal.SIGINT, handle)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, former)


def print_json(value: object) -> None:
    """One JSON object on a line of its own."""
    print(json.dumps(value, ensure_ascii=False), flush=True)


def show(text: str) -> None:
    """Part of an answer, on stdout. Control characters are replaced: a terminal would obey them."""
    sys.stdout.write("".join(c if c.isprintable() or c in "\n\t" else REPLACEMENT for c in text))
    sys.stdout.flush()


def tell(sentence: str) -> None:
    """Progress or a reason, on stderr."""
    print(sentence, file=sys.stderr, flush=True)


def _reader(stdin: "Connection[bytes, bytes] | None") -> TextIO:
    if stdin is not None:
        return os.fdopen(os.dup(stdin.fileno()), encoding="utf-8", errors="replace")
    if os.name == "nt":
        try:
            return open("CONIN$", encoding="utf-8", errors="replace")
        except OSError:
            pass
    return open(os.devnull, encoding="utf-8")
