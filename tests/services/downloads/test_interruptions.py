"""Downloads from a hub on loopback that behaves well, and from one that behaves as badly as hubs, lines and disks do.

After each the file is right or absent, it can be taken up again, and every byte of it is in the ledger.
"""

import contextlib
import hashlib
import threading
from pathlib import Path

import pytest

from app.domain.download import Phase
from app.domain.errors import CloudError
from app.domain.ledger import Outcome
from app.models.shelf_copy import MARGIN_BYTES
from tests.gateway.authority import Authority
from tests.models_app.model_hub import REPOSITORY, Asked, ModelHub
from tests.services.downloads.downloads_at_work import DownloadsAtWork, downloads
from tests.services.downloads.outcome import (
    DISK_BYTES,
    ID,
    MODEL,
    NAME,
    must_be_counted,
    must_be_right,
    why_absent,
)


def test_a_repository_s_model_comes_whole_and_checked(work: DownloadsAtWork, hub: ModelHub) -> None:
    facts = work.fetch(work.order())
    must_be_right(work, facts)
    must_be_counted(work)
    assert (facts.name, facts.checked, facts.sha256) == (
        "small-Q4_K_M",
        True,
        hashlib.sha256(MODEL).hexdigest(),
    )
    assert [entry.outcome for entry in work.ledger] == [Outcome.ANSWERED] * 3
    # Every header is known: no key, no cookie, nothing that says what program, system or person this is.
    for request in hub.hub.requests + hub.content.requests:
        names = sorted(line.partition(b":")[0] for line in request.split(b"\r\n")[1:] if line)
        assert names == [b"Accept", b"Accept-Encoding", b"Connection", b"Host"]
    assert hub.starts() == [0]


def test_a_broken_connection_is_taken_up_where_it_broke(work: DownloadsAtWork, hub: ModelHub) -> None:
    def breaks(asked: Asked) -> bytes | None:
        whole = hub.reply(asked, MODEL)
        if asked.times == 2:
            return whole
        hub.send(asked.line, whole[: 900_000 + 300_000 * asked.times])  # and the line is closed
        return None

    hub.behave = breaks
    must_be_right(work, work.fetch(work.order()))
    must_be_counted(work)
    starts = hub.starts()
    assert len(starts) == 3
    assert 0 == starts[0] < starts[1] < starts[2]
    assert b'\r\nIf-Range: "' in hub.content.requests[1]


def test_a_server_that_cannot_begin_in_the_midst_sends_all_again(
    work: DownloadsAtWork, hub: ModelHub
) -> None:
    def forgets(asked: Asked) -> bytes | None:
        whole = hub.reply(asked, MODEL, ranges=False)
        if asked.times:
            return whole
        hub.send(asked.line, whole[:1_000_000])
        return None

    hub.behave = forgets
    must_be_right(work, work.fetch(work.order()))
    must_be_counted(work)
    assert hub.starts()[1] > 0


@pytest.mark.parametrize("place", [0, 1_500_000, len(MODEL) - 1])
def test_a_flipped_bit_is_noticed_and_nothing_is_kept(
    work: DownloadsAtWork, hub: ModelHub, place: int
) -> None:
    flipped = bytearray(MODEL)
    flipped[place] ^= 0x10
    hub.behave = lambda asked: hub.reply(asked, bytes(flipped))
    assert why_absent(work, work.fetch(work.order())) == "download_sum_wrong"
    must_be_counted(work)
    hub.behave = hub.well
    must_be_right(work, work.fetch(work.order()))


def test_a_flipped_bit_in_what_was_kept_is_noticed_too(work: DownloadsAtWork, hub: ModelHub) -> None:
    hub.behave = lambda asked: hub.reply(asked, MODEL)[:1_000_000] if not asked.times else b""
    facts = work.fetch(work.order())
    assert (facts.phase, facts.done_bytes > 0) == (Phase.FAILED, True)
    (part,) = work.shelf.folder.glob(".downloads/*/0.part")
    kept = bytearray(part.read_bytes())
    kept[len(kept) // 2] ^= 1
    part.write_bytes(kept)
    hub.behave = hub.well
    assert why_absent(work, work.fetch(work.order())) == "download_sum_wrong"
    must_be_right(work, work.fetch(work.order()))


@pytest.mark.parametrize(
    ("announced", "code"),
    [(len(MODEL) - 7, "download_wrong_size"), (len(MODEL) + 7, "download_wrong_size")],
)
def test_another_length_than_announced_is_refused(
    work: DownloadsAtWork, hub: ModelHub, announced: int, code: str
) -> None:
    hub.behave = lambda asked: hub.reply(asked, MODEL, announced=announced)
    assert why_absent(work, work.fetch(work.order())) == code
    hub.behave = hub.well
    must_be_right(work, work.fetch(work.order()))


def test_more_than_the_file_has_is_not_read(work: DownloadsAtWork, hub: ModelHub) -> None:
    def endless(asked: Asked) -> bytes:
        return b"HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\n\r\n" + MODEL * 2

    hub.behave = endless
    assert why_absent(work, work.fetch(work.order())) == "download_too_long"


@pytest.mark.parametrize(
    "content_range",
    [
        b"bytes 5-%d/%d" % (len(MODEL) - 1, len(MODEL)),
        b"bytes */%d" % len(MODEL),
        b"bytes 0-9/10",
        b"junk",
        b"",
    ],
)
def test_another_part_than_was_asked_for_is_refused(
    work: DownloadsAtWork, hub: ModelHub, content_range: bytes
) -> None:
    def shifts(asked: Asked) -> bytes:
        if not asked.times:
            return hub.reply(asked, MODEL)[:1_000_000]
        head = (
            b"HTTP/1.1 206 Partial Content\r\nContent-Range: %b\r\nContent-Length: 10\r\n\r\n" % content_range
        )
        return head + b"0123456789"

    hub.behave = shifts
    facts = work.fetch(work.order())
    assert why_absent(work, facts) == "download_wrong_range"
    assert facts.done_bytes > 0
    hub.behave = hub.well
    must_be_right(work, work.fetch(work.order()))


def test_redirects_go_to_the_same_hosts_only(work: DownloadsAtWork, hub: ModelHub) -> None:
    for location, code in (
        (f"https://127.0.0.1:{hub.content.port}/x.gguf", "download_led_astray"),
        ("https://localhost.evil.example/x.gguf", "download_led_astray"),
        (f"http://localhost:{hub.content.port}/x.gguf", "download_led_astray"),
        ("//evil.example/x.gguf", "download_led_astray"),
        (f"https://a:b@localhost:{hub.content.port}/x.gguf", "download_led_astray"),
        ("file:///etc/passwd", "download_led_astray"),
        (f"{hub.address}/{REPOSITORY}/resolve/c0ffee{'0' * 34}/{NAME}", "download_goes_round"),
    ):
        hub.location = location
        assert why_absent(work, work.fetch(work.order())) == code
    assert (hub.content.requests, hub.sent_bytes) == ([], 0)
    must_be_counted(work)


@pytest.mark.parametrize(
    ("status", "code"),
    [
        ("401 Unauthorized", "download_needs_account"),
        ("403 Forbidden", "download_needs_account"),
        ("404 Not Found", "download_not_there"),
        ("416 Range Not Satisfiable", "download_wrong_range"),
        ("429 Too Many Requests", "server_busy"),
        ("503 Unavailable", "server_troubled"),
    ],
)
def test_a_refusal_is_told_as_what_it_is(
    work: DownloadsAtWork, hub: ModelHub, status: str, code: str
) -> None:
    hub.behave = lambda _: f"HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n".encode()
    assert why_absent(work, work.fetch(work.order())) == code


def test_a_page_instead_of_a_file_is_told(work: DownloadsAtWork, hub: ModelHub) -> None:
    hub.behave = lambda _: b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>"
    assert why_absent(work, work.fetch(work.order())) == "download_is_page"


def test_it_can_be_paused_and_taken_up_also_after_a_restart(
    work: DownloadsAtWork, hub: ModelHub, authority: Authority
) -> None:
    with hub.stalling(1_000_000):
        work.start(work.order())
        work.wait(ID, lambda facts: facts.done_bytes >= 500_000)
        work.do(lambda: work.service.pause(ID))
        facts = work.wait(ID)
    assert (facts.phase, 500_000 <= facts.done_bytes < len(MODEL)) == (Phase.PAUSED, True)
    assert work.shelf.list() == []
    assert [entry.outcome for entry in work.ledger][-1] is Outcome.STOPPED
    work.close()
    again = DownloadsAtWork(work.folder, hub, authority.pem)
    work.__dict__.update(again.__dict__)
    (kept,) = work.do(lambda: work.service.downloads)
    assert (kept.phase, kept.id, kept.total_bytes) == (Phase.PAUSED, ID, len(MODEL))
    work.do(lambda: work.service.resume(ID))
    must_be_right(work, work.wait(ID))
    must_be_counted(work)
    assert hub.starts()[1] == kept.done_bytes > 0


def test_what_is_broken_on_the_disk_is_cleared_at_the_next_start(
    work: DownloadsAtWork, hub: ModelHub, authority: Authority
) -> None:
    hub.behave = lambda asked: hub.reply(asked, MODEL)[:1_000_000] if not asked.times else b""
    assert work.fetch(work.order()).phase is Phase.FAILED
    (plan,) = work.shelf.folder.glob(".downloads/*/plan.json")
    plan.write_bytes(b'{"id": "small')
    work.close()
    work.__dict__.update(DownloadsAtWork(work.folder, hub, authority.pem).__dict__)
    assert work.do(lambda: work.service.downloads) == ()
    assert work.files == []


def test_one_that_is_cancelled_leaves_nothing(work: DownloadsAtWork, hub: ModelHub) -> None:
    with hub.stalling(1_000_000):
        work.start(work.order())
        work.wait(ID, lambda facts: facts.done_bytes >= 500_000)
        run = work.service._run
        assert run is not None
        work.do(lambda: work.service.cancel(ID))
        assert work.do(lambda: work.service.downloads) == ()
        assert run.ended.wait(60)
    work.do(lambda: None)  # what the run posted last has been heard
    assert work.files == []


def test_leave_is_asked_for_before_each_request(work: DownloadsAtWork, hub: ModelHub) -> None:
    def for_the_list_alone() -> None:
        if hub.hub.requests and work.asked_about is not None:
            raise CloudError("cloud_forbidden", path="/etc/hearth/policy.json")

    work.must_be_allowed = for_the_list_alone
    assert why_absent(work, work.fetch(work.order())) == "cloud_forbidden"
    assert (len(hub.hub.requests), hub.content.requests) == (1, [])


def test_blocking_all_connections_pauses_what_is_under_way(work: DownloadsAtWork, hub: ModelHub) -> None:
    go_on = threading.Event()

    def trickles(asked: Asked) -> bytes | None:
        whole = hub.reply(asked, MODEL)
        if asked.times:
            return whole
        for start in range(0, 3_000_000, 10_000):
            hub.send(asked.line, whole[start : start + 10_000]) if not start else asked.line.sendall(
                whole[start : start + 10_000]
            )
            if go_on.wait(0.02):
                break
        return None

    def blocked() -> None:
        raise CloudError("cloud_blocked")

    hub.behave = trickles
    work.start(work.order())
    work.wait(ID, lambda facts: facts.done_bytes > 0)
    work.must_be_allowed = blocked
    assert work.wait(ID).phase is Phase.PAUSED
    go_on.set()
    with pytest.raises(CloudError) as caught:
        work.do(lambda: work.service.resume(ID))
    assert caught.value.code == "cloud_blocked"
    before = len(hub.hub.requests)
    with pytest.raises(CloudError):
        work.start(work.order())
    assert len(hub.hub.requests) == before


def test_a_gateway_that_is_killed_loses_nothing(work: DownloadsAtWork, hub: ModelHub) -> None:
    with hub.stalling(1_200_000):
        work.start(work.order())
        work.wait(ID, lambda facts: facts.done_bytes >= 500_000)
        work.gateways.started[-1].kill()
        facts = work.wait(ID)
    assert why_absent(work, facts) == "gateway_ended"
    must_be_right(work, work.fetch(work.order()))
    assert hub.starts()[1] > 0


def test_a_disk_with_too_little_room_is_told_before_anything_is_fetched(
    small_disk: Path, tmp_path: Path, hub: ModelHub, authority: Authority
) -> None:
    filler = small_disk / "filler"
    filler.write_bytes(bytes(DISK_BYTES - MARGIN_BYTES - len(MODEL) // 2))
    with downloads(tmp_path / "profile", hub, authority.pem) as work:
        facts = work.fetch(work.order())
        assert why_absent(work, facts) == "download_no_space"
        assert facts.error is not None
        assert facts.error.parameters["need_bytes"] == len(MODEL) + MARGIN_BYTES
        assert hub.content.requests == []
        filler.unlink()
        must_be_right(work, work.fetch(work.order()))


def test_a_disk_that_fills_up_on_the_way_keeps_what_has_come(
    small_disk: Path, tmp_path: Path, hub: ModelHub, authority: Authority
) -> None:
    filled = threading.Event()
    filler = small_disk / "filler"

    def slowly(asked: Asked) -> bytes | None:
        whole = hub.reply(asked, MODEL)
        if asked.times:
            return whole
        hub.send(asked.line, whole[:1_000_000])
        filled.wait(60)
        asked.line.sendall(whole[1_000_000:])
        hub.sent_bytes += len(whole) - 1_000_000
        return None

    hub.behave = slowly
    with downloads(tmp_path / "profile", hub, authority.pem) as work:
        work.start(work.order())
        work.wait(ID, lambda facts: facts.done_bytes >= 500_000)
        with contextlib.suppress(OSError), filler.open("wb", buffering=0) as file:
            while file.write(bytes(100_000)):
                pass
        filled.set()
        facts = work.wait(ID)
        assert why_absent(work, facts) == "download_no_space"
        assert 500_000 <= facts.done_bytes < len(MODEL)
        filler.unlink()
        must_be_right(work, work.fetch(work.order()))
        assert hub.starts()[1] == facts.done_bytes
