"""Asking a server from outside: the command line, the real gateway process, and a TLS server that records."""

import hashlib
import json
import os
import signal
import socket
import struct
import sys
from pathlib import Path

import pytest

from app.domain.conversation import Message, MessageState, Role
from app.domain.labels import LabelKind
from app.vault.profile import Profile
from tests.cli.command_here import run_here
from tests.end2end.house import MADE_UP_KEY, HeldAnswer, key_file, ledger_bytes, name_house
from tests.end2end.program import (
    PASSPHRASE,
    PATIENCE_S,
    ROOT,
    Home,
    Outcome,
    children,
    end,
    make_profile,
    runs,
    wait_for,
)
from tests.gateway.authority import Authority
from tests.gateway.recording_server import GOOD, MODELS, RecordingServer, reply, serving
from tests.vault.keyring_session import start_keyring_session

TRAP = "planted-word"
QUESTION = "What shall anna@example.org read about lighthouses?"


@pytest.fixture
def asking_home(home: Home) -> Home:
    make_profile(home)
    return home


def test_m1_silent_what_leaves_is_what_was_shown_and_agreed_to(
    asking_home: Home, authority: Authority, server: RecordingServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = asking_home
    trap = f"http://127.0.0.1:{server.port + 1}"
    home.variables.update(
        dict.fromkeys(("HTTPS_PROXY", "ALL_PROXY", "OPENAI_BASE_URL", "SSL_CERT_FILE"), trap)
    )
    home.variables["SSLKEYLOGFILE"] = str(home.folder / "keys.log")
    planted = home.folder / "planted"  # where it is started, and the home: files that other programs go by
    planted.mkdir()
    for folder in (planted, home.folder):
        (folder / ".netrc").write_text(
            f"machine localhost login {TRAP} password {TRAP}\ndefault login {TRAP} password {TRAP}\n"
        )
        (folder / ".netrc").chmod(0o600)
        (folder / ".env").write_text(
            f"OPENAI_BASE_URL={trap}\nOPENAI_API_KEY={TRAP}\nHTTPS_PROXY={trap}\nSSLKEYLOGFILE={planted}/keys.log\n"
        )
    name_house(home, authority, server.port)
    masked = home.run("ask", "--provider", "House", "--json", "--mask-word", "lighthouses", QUESTION)
    assert "about [OWN_1]?" in masked.json["would_send"]["body"]
    shown = home.run("ask", "--provider", "House", "--json", QUESTION)
    assert (shown.code, server.connections) == (1, 0)
    preview = shown.json["would_send"]
    body, sha256 = preview["body"].encode(), preview["sha256"]
    assert "anna@example.org" not in preview["body"]
    other = home.run("ask", "--provider", "House", "--allow", "0" * 64, *key_file(home), QUESTION)
    changed = home.run("ask", "--provider", "House", "--allow", sha256, *key_file(home), QUESTION + " Now?")
    assert (other.code, changed.code, server.connections) == (1, 1, 0)

    # As started by a shell in that folder: only the path to the program is added.
    home.variables["PYTHONPATH"] = str(ROOT)
    asked = home.run(
        "ask", "--provider", "House", "--json", "--allow", sha256, *key_file(home), QUESTION, cwd=planted
    )
    assert asked.code == 0, asked.err
    assert TRAP.encode() not in b"".join(server.requests) and not (planted / "keys.log").exists()
    assert (asked.json["answer"], asked.json["local"]) == ("Good evening.", False)
    # The preview, the bytes on the wire and the ledger's are the same, over one connection.
    assert (server.bodies, server.connections) == ([body], 1)
    kept = ledger_bytes(home, asked.json["ledger"])
    assert (kept, hashlib.sha256(kept).hexdigest()) == (body, sha256)
    ledger = run_here(home, "ledger", "--verify", "--json").json
    (entry,) = ledger["entries"]
    assert (entry["outcome"], entry["sent_bytes"], ledger["verified_rows"]) == ("answered", len(body), 2)
    # Neither the key nor a word of it lies anywhere, and the variables had no effect.
    for path in home.folder.rglob("*"):
        if path.is_file() and path.name != "key":
            assert MADE_UP_KEY.encode() not in path.read_bytes(), path
    assert not (home.folder / "keys.log").exists()
    assert MADE_UP_KEY not in shown.out + shown.err + asked.out + asked.err


def test_a_block_holds_until_it_is_lifted(
    asking_home: Home, authority: Authority, server: RecordingServer
) -> None:
    home = asking_home
    name_house(home, authority, server.port)
    assert run_here(home, "ledger", "--block").code == 0
    for command in (
        ("provider", "models", "House"),
        ("provider", "test", "House"),
        ("ask", "--provider", "House", "x"),
    ):
        refused = home.run(*command)
        assert (refused.code, "blocked" in refused.err) == (1, True), command
    assert (server.connections, run_here(home, "ledger", "--json").json["blocked"]) == (0, True)
    run_here(home, "ledger", "--unblock")
    listed = home.run("provider", "models", "House", "--json", *key_file(home))
    assert (listed.json, server.bodies) == ({"models": ["big-1", "small-2"]}, [b""])


@pytest.mark.skipif(sys.platform != "linux", reason="starts a Secret Service")
def test_a_key_lives_in_the_keyring_and_goes_to_its_own_origin_only(
    asking_home: Home, authority: Authority, server: RecordingServer, tmp_path: Path
) -> None:
    home = asking_home
    with (
        start_keyring_session(tmp_path / "session") as session,
        serving(MODELS, authority.context()) as other,
    ):
        home.variables["DBUS_SESSION_BUS_ADDRESS"] = session.address
        name_house(home, authority, server.port, *key_file(home))
        assert home.run("provider", "test", "House").code == 0
        assert f"Authorization: Bearer {MADE_UP_KEY}".encode() in server.requests[0]
        # The same name at another port is another origin.
        name_house(home, authority, other.port)
        assert home.run("provider", "test", "House").code == 0
        assert b"Authorization" not in other.requests[0]
        name_house(home, authority, server.port)
        assert home.run("provider", "remove", "House").code == 0
        name_house(home, authority, server.port)
        assert home.run("provider", "test", "House").code == 0
        assert b"Authorization" not in server.requests[-1]
    assert MADE_UP_KEY.encode() not in b"".join(path.read_bytes() for path in home.profile.rglob("*.*"))


def test_a_listed_price_is_shown_and_taken_only_when_that_is_asked_for(
    asking_home: Home, authority: Authority
) -> None:
    home = asking_home
    pricing = {"prompt": "0.0000025", "completion": "0.00001"}
    listing = {"data": [{"id": "big-1", "pricing": pricing}, {"id": "small-2"}]}
    with serving(reply(json.dumps(listing).encode(), "application/json"), authority.context()) as server:
        name_house(home, authority, server.port)
        listed = home.run("provider", "models", "House", "--json")
        assert listed.json["prices"] == [{"model": "big-1", "currency": "$", "reading": 2.5, "writing": 10.0}]
        assert run_here(home, "provider", "price", "House", "--json").json == {"prices": []}
        assert server.connections == 1
        taken = home.run("provider", "price", "House", "--from-list", "--json")
        assert [(one["reading"], one["writing"]) for one in taken.json["prices"]] == [(2.5, 10.0)]
        assert (server.connections, server.bodies) == (2, [b"", b""])


def test_passages_and_earlier_texts_stay_unless_they_are_allowed_by_name(
    asking_home: Home, authority: Authority, server: RecordingServer
) -> None:
    home = asking_home
    name_house(home, authority, server.port)
    notes = home.folder / "notes"
    notes.mkdir()
    secret, public = notes / "secret.md", notes / "public.md"
    secret.write_text("The lantern tower is guarded by Kanarie Hansen.", encoding="utf-8")
    public.write_text("The lantern tower is 41 metres high.", encoding="utf-8")
    assert home.run("library", "add", "notes", str(notes), "--words").code == 0
    asking = ("ask", "--provider", "House", "--library", "notes", "--no-mask", "--json")
    shown = home.run(*asking, "--allow-document", str(public), "What of the lantern tower?")
    preview = shown.json["would_send"]
    assert preview["documents"] == [str(public)]
    assert ("41 metres" in preview["body"], "Kanarie" in preview["body"]) == (True, False)
    assert f"--allow-document {secret}" in shown.err
    assert run_here(home, *asking, "--conversation", "none such", "x").code == 2
    nothing = home.run(*asking, "What of the lantern tower?").json["would_send"]
    assert (nothing["documents"], "41 metres" in nothing["body"], str(notes) in nothing["body"]) == (
        [],
        False,
        False,
    )
    _talk(home, str(secret))
    within = ("ask", "--provider", "House", "--conversation", "Towers", "--json", "--no-mask")
    assert [turn["content"] for turn in _messages(home.run(*within, "And now?"))] == ["And now?"]
    all_but_files = (*within, "--allow-earlier", "--allow-earlier-answers")
    shown = home.run(*all_but_files, "And now?")
    assert [turn["content"] for turn in _messages(shown)] == ["Who guards it?", "And now?"]
    assert "1 earlier message(s)" in shown.err
    shown = home.run(*all_but_files, "--allow-document", str(secret), "And now?")
    assert [turn["content"] for turn in _messages(shown)] == ["Who guards it?", "Kanarie Hansen.", "And now?"]
    assert server.connections == 0
    sum_ = shown.json["would_send"]["sha256"]
    sent = home.run(
        *all_but_files, "--allow-document", str(secret), "--allow", sum_, *key_file(home), "And now?"
    )
    assert sent.code == 0, sent.err
    vault = Profile(home.profile).unlock(PASSPHRASE)
    assert b"Kanarie Hansen." in (vault.ledger.body(sent.json["ledger"]) or b"")
    vault.conversations.delete(vault.conversations.list()[0].id)
    # M3: the words went with their conversation; that something left, and its sum, is still told: in three rows, of
    # what was sent, how much of it came from files, how it ended.
    assert (vault.ledger.body(sent.json["ledger"]), vault.ledger.verify()) == (None, 3)
    vault.close()


def _messages(shown: Outcome) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(shown.json["would_send"]["body"])["messages"]
    return found


def _talk(home: Home, document: str) -> None:
    """A conversation with a local answer that was made from a document."""
    vault = Profile(home.profile).unlock(PASSPHRASE)
    made = vault.conversations.create("Towers", "", "copy")
    asked = Message("a" * 32, made.id, None, Role.USER, "Who guards it?", MessageState.COMPLETE, 1)
    answer = Message("b" * 32, made.id, asked.id, Role.ASSISTANT, "Kanarie Hansen.", MessageState.COMPLETE, 2)
    for message in (asked, answer):
        vault.conversations.add_message(message)
    vault.labels.keep(answer, LabelKind.LOCAL_ANSWER, "", [document])
    vault.close()


def _consented(home: Home) -> list[str]:
    shown = home.run("ask", "--provider", "House", "--json", QUESTION)
    return ["ask", "--provider", "House", "--allow", shown.json["would_send"]["sha256"], QUESTION]


def _sockets(pid: int) -> set[str]:
    """The inodes of a process's sockets."""
    found = set()
    for name in Path(f"/proc/{pid}/fd").iterdir():
        try:
            target = os.readlink(name)
        except OSError:
            continue
        if target.startswith("socket:["):
            found.add(target[8:-1])
    return found


def _connected_to(port: int) -> set[str]:
    """The inodes of sockets connected to 127.0.0.1:port."""
    peer = f"{struct.unpack('=I', socket.inet_aton('127.0.0.1'))[0]:08X}:{port:04X}"
    lines = Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:]
    return {line.split()[9] for line in lines if line.split()[2] == peer and line.split()[3] == "01"}


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("moment", ["before the first byte", "before the answer"])
def test_killed_in_between_it_is_unknown_and_nothing_is_sent_again(
    asking_home: Home, authority: Authority, moment: str
) -> None:
    home = asking_home
    held = HeldAnswer(GOOD)
    context = authority.context() if moment == "before the answer" else None
    with serving(held, context) as server:
        name_house(home, authority, server.port)
        arguments = _consented(home)
        assert server.connections == 0
        asking = home.start(*arguments)
        try:
            wait_for(lambda: held.asked.is_set() if context else server.connections == 1, "connection")
            mine = children(asking.pid)
            speaking = [pid for pid in mine if _sockets(pid) & _connected_to(server.port)]
            # The command and the gateway run; the gateway alone holds the connection.
            assert (len(mine), len(speaking)) == (2, 1), mine
            os.kill(asking.pid, signal.SIGKILL)
            asking.wait(PATIENCE_S)
            wait_for(lambda: not [pid for pid in mine if runs(pid)], "the end of all")
        finally:
            held.release()
            end(asking)
        after = home.run("ledger", "--json")
        assert [entry["outcome"] for entry in after.json["entries"]] == ["unknown"]
        assert "unknown" in after.err
        assert server.connections == 1
        # Without an answer to its greeting it hadn't said a word yet.
        assert [b"lighthouses" in request for request in server.requests] == [context is not None]
        assert run_here(home, "ledger", "--verify").code == 0
