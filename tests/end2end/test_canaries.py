"""M2 and M3: after a session, nothing a person wrote is in a file; after deletion not even in free pages."""

import base64
import contextlib
import gzip
import json
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from app.sandbox import SealLevel, SealReport
from app.services.opening import Session, open_session
from app.services.workroom import Workroom
from app.vault.subkeys import KeyUse
from tests.cli.command_here import run_here
from tests.end2end.program import PASSPHRASE, Home
from tests.end2end.screen import Screen
from tests.end2end.traces import traces_below, traces_in
from tests.end2end.window import QUESTION, Window, answer_greedily

PAGE_BYTES = 4096


@dataclass(frozen=True, slots=True)
class Canaries:
    """Words that stand nowhere else, by the place where a person writes them; a conversation for each of `system`."""

    chat: tuple[str, ...]
    system: tuple[str, ...]
    asked: tuple[str, ...]
    typed: tuple[str, ...]
    draft: tuple[str, ...]
    sought: tuple[str, ...]
    title: tuple[str, ...]

    @property
    def kept(self) -> set[str]:
        """Those that conversations keep."""
        return {*self.chat, *self.system, *self.typed, *self.title}

    @property
    def all(self) -> list[str]:
        """Those that are nowhere in a file."""
        return [*self.chat, *self.system, *self.asked, *self.typed, *self.draft, *self.sought, *self.title]


def _canaries(chat: int, system: int, asked: int, typed: int) -> Canaries:
    names = ("amber", "birch", "cobalt", "dune", "ember")
    words = iter([f"{names[number % 5]}quokka{number:02}zephyr" for number in range(100)])
    return Canaries(*(tuple(islice(words, count)) for count in (chat, system, asked, typed, 2, 1, 1)))


FEW, MANY = _canaries(6, 2, 1, 2), _canaries(24, 4, 4, 4)


@pytest.mark.parametrize("shift", range(3))
def test_the_search_finds_what_is_there(tmp_path: Path, shift: int) -> None:
    """The control for everything below: a search that finds nothing proves nothing."""
    word, around = FEW.all[0], b"\xff" * shift
    for number, plain in enumerate((word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be"))):
        content = around + plain + b"\xee\xdd"
        for kind, written in (
            ("plain", content),
            ("hex", content.hex().encode()),
            ("HEX", content.hex().upper().encode()),
            ("base64", base64.b64encode(content)),
            ("gzip", b"some bytes" + gzip.compress(content)),
        ):
            (tmp_path / f"{number}-{kind}").write_bytes(written)
    found = traces_below([tmp_path], FEW.all)
    assert len(found) == 15
    assert set().union(*found.values()) == {word}


def _talk(home: Home, lines: Sequence[str], *options: str) -> None:
    done = home.run("chat", "--json", *options, stdin="\n".join(lines) + "\n/quit\n")
    assert done.code == 0, done.err
    assert len(done.out.splitlines()) == len(lines)


def _session(home: Home, screen: Screen, canaries: Canaries, rounds: int) -> None:
    """Commands and window, with canaries wherever a person can write."""
    answer_greedily(home)  # short answers, the same each time
    for number, system in enumerate(canaries.system):
        lines = [QUESTION.format(word) for word in canaries.chat[number :: len(canaries.system)]]
        _talk(home, lines * rounds, "--system", f"Mind {system}.")
    for asked in canaries.asked:
        assert home.run("ask", "--json", f"Where is {asked}?").code == 0
    assert canaries.chat[0] in home.run("export").out
    assert _files_in(home.folder / "tmp") == []
    with Window(home, screen) as window:
        window.unlock()
        for word in canaries.typed * rounds:
            window.ask(QUESTION.format(word))
        window.rename(canaries.title[0])
        for word in canaries.sought:
            window.type(word, "Search conversations")
        window.key("Escape")
        window.type(canaries.draft[0], "Your question")
        window.lock()
        window.unlock()
        window.type(canaries.draft[1], "Your question")
        window.quit()


def _files_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def _delete_all_but_one(session: Session) -> str:
    """The words of the one that is kept."""
    *others, oldest = session.chat.conversations()  # the newest was given a name of its own
    for conversation in others:
        session.chat.delete(conversation.id)
    return oldest.system_prompt + "".join(message.text for message in session.chat.messages(oldest.id))


def _with_session(home: Home, act: Callable[[Session], str]) -> str:
    room = Workroom()

    def work() -> str:
        session = open_session(
            home.profile,
            passphrase=PASSPHRASE,
            recovery_code=None,
            publish=lambda _event: None,
            seal=SealReport(SealLevel.KERNEL, "enforced", 0),
            workroom=room,
        )
        try:
            return act(session)
        finally:
            session.close()

    try:
        return room.do(work).result(120)
    finally:
        room.close()


def _key(home: Home) -> bytes:
    with home.vault() as vault:
        return vault.key_for(KeyUse.VAULT)


def _decrypted(path: Path, key: bytes) -> bytes:
    """Every page without its encryption, free pages too.

    Format: zetetic.net/sqlcipher/design. A page ends with a nonce of 16 bytes and an HMAC of 64; the first
    begins with the salt.
    """
    plain, content = b"", path.read_bytes()
    for at in range(0, len(content), PAGE_BYTES):
        page = content[at : at + PAGE_BYTES]
        reader = Cipher(algorithms.AES(key), modes.CBC(page[-80:-64])).decryptor()
        plain += reader.update(page[16 if at == 0 else 0 : -80]) + reader.finalize()
    return plain


@pytest.mark.parametrize(
    ("canaries", "rounds"),
    [
        pytest.param(FEW, 1, id="in an evening"),
        pytest.param(
            MANY, 10, id="after an hour of use", marks=[pytest.mark.slow, pytest.mark.timeout(1800)]
        ),
    ],
)
def test_m2_sealed_m3_gone_no_canary_is_in_any_file(
    home_with_model: Home, screen: Screen, canaries: Canaries, rounds: int
) -> None:
    home = home_with_model
    started = os.stat(home.folder).st_mtime
    _session(home, screen, canaries, rounds)
    assert not (home.profile / "vault.db").read_bytes().startswith(b"SQLite format 3")
    assert traces_below([home.folder, screen.folder], canaries.all) == {}
    for path in Path("/tmp").iterdir():
        with contextlib.suppress(FileNotFoundError):  # of other programs, which take them away
            if path.is_file() and path.stat().st_mtime >= started and path.stat().st_uid == os.geteuid():
                assert not traces_in(path.read_bytes(), canaries.all), path
    left = _files_in(home.folder / "tmp")
    assert not [path for path in left if "dconf" not in path.parts]  # that is the accessibility service's
    told = json.dumps(json.loads(run_here(home, "export", "--format", "json").out), ensure_ascii=False)
    assert {word for word in canaries.all if word in told} == canaries.kept  # it was all really there

    # All but the oldest conversation and the draft of a new one are deleted; then each decrypted page is looked at.
    key = _key(home)
    assert traces_in(_decrypted(home.profile / "vault.db", key), canaries.all) >= canaries.kept
    text = _with_session(home, _delete_all_but_one)
    kept = {word for word in canaries.all if word in text}
    assert kept, "nothing was kept to compare with"
    assert traces_in(_decrypted(home.profile / "vault.db", key), canaries.all) & canaries.kept == kept
