"""What can be fetched, and from whom: split models, folders, addresses, lists of files, the window's session."""

import hashlib
import os
import queue
import random
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from app.domain.download import Phase
from app.domain.errors import CloudError, UsageError
from app.domain.ledger import Outcome
from app.domain.origin import parse_file_address
from app.models.catalogue import Catalogue, Entry
from app.models.projectors import checked_projector
from app.models.shelf_entry import ModelState
from app.services.events import DownloadChanged, Event
from app.services.opening import assemble
from app.services.workroom import Workroom
from app.vault.keyring_store import KeyringStore
from tests.gateway.authority import Authority, make_authority
from tests.gateway.test_client import Gateways
from tests.inference.tiny_models import write_tiny_model
from tests.inference.tiny_projector import write_tiny_projector
from tests.models_app.gguf_writing import UINT16, UINT32, Gguf, Tensor, pair, small_model, tensor
from tests.models_app.model_hub import REPOSITORY, ModelHub, model_hub
from tests.services.downloads.downloads_at_work import DownloadsAtWork, downloads
from tests.services.downloads.outcome import MODEL, NAME, must_be_counted, must_be_right, why_absent
from tests.services.session_at_work import SEAL
from tests.vault.keyring_in_memory import opened_by_keyring


def test_the_parts_of_a_split_model_stay_together(tmp_path: Path, authority: Authority) -> None:
    parts = {}
    for number in (1, 2, 3):
        model = small_model(n_tensors=0)
        model.pairs += [
            pair("split.no", UINT16, number - 1),
            pair("split.count", UINT16, 3),
            pair("split.tensors.count", UINT32, 3),
        ]
        model.tensors = [Tensor(f"t{number}", (50_000,), 0, None, random.Random(number).randbytes(200_000))]
        parts[f"Q8_0/split-Q8_0-0000{number}-of-00003.gguf"] = model.build()
    projector = write_tiny_projector(tmp_path / "mmproj-F16.gguf").read_bytes()
    files = {**parts, "split-Q4_0.gguf": MODEL, "mmproj-F16.gguf": projector}
    with model_hub(authority, files) as hub, downloads(tmp_path / "profile", hub, authority.pem) as work:
        facts = work.fetch(work.order(f"{REPOSITORY}:Q8_0"))
        assert facts.phase is Phase.DONE, facts
        whole = sum(map(len, parts.values()))
        assert (facts.total_bytes, facts.name) == (whole + len(projector), "split-Q8_0")
        model_on_shelf = work.shelf.get("split-Q8_0")
        assert (model_on_shelf.state, model_on_shelf.is_link) == (ModelState.OK, False)
        assert model_on_shelf.size_bytes == whole
        assert work.shelf.projector(model_on_shelf) == work.shelf.folder / "split-Q8_0.mmproj"
        must_be_counted(work)
        moved = tmp_path / "moved"  # a profile may be moved: the link is relative
        os.rename(work.shelf.folder, moved)
        os.rename(moved, work.shelf.folder)
        work.do(lambda: work.shelf.remove("split-Q8_0"))
        assert work.files == []
        ambiguous = work.fetch(work.order())
        assert ambiguous.phase is Phase.DONE  # Q4_0 is the usual one of the two


def _finding_entry() -> Catalogue:
    """A catalogue of one folder that makes vectors."""
    entry = msgspec.convert(
        {
            "id": "finder", "name": "Finder", "kind": "embedder", "repository": REPOSITORY, "files": [],
            "projector": None, "size_bytes": 300_000, "quantisation": "F32", "parameters": 1, "licence": "MIT",
            "good_for": ["finding"], "language_count": 1, "languages": ["en"], "context_tokens": 512,
            "minimum_memory_bytes": 1, "values_per_position": 0, "read_share": 1.0, "quality": 1,
        },
        Entry,
    )  # fmt: skip
    return Catalogue("", False, (entry,))


def _finding_files() -> dict[str, bytes]:
    """What such a folder needs."""
    return {
        "config.json": b'{"model_type": "bert"}', "modules.json": b"[]", "1_Pooling/config.json": b"{}",
        "model.safetensors": os.urandom(300_000), "vocab.txt": b"[PAD]\n",
    }  # fmt: skip


def test_a_folder_of_sentence_transformers_is_fetched_without_what_it_does_not_need(
    tmp_path: Path, authority: Authority
) -> None:
    files = _finding_files() | {"pytorch_model.bin": b"pickle", "onnx/model.onnx": b"onnx"}
    catalogue = _finding_entry()
    with model_hub(authority, files) as hub, downloads(tmp_path / "profile", hub, authority.pem) as work:
        facts = work.fetch(work.order("finder", catalogue=catalogue))
        assert facts.phase is Phase.DONE, facts
        folder = Path(facts.name)
        assert folder == work.shelf.folder / "finder"
        here = {
            str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()
        }
        assert here == {
            name: data for name, data in files.items() if name not in ("pytorch_model.bin", "onnx/model.onnx")
        }
        must_be_counted(work)


def test_a_small_file_that_is_not_the_one_of_the_list_is_refused(
    tmp_path: Path, authority: Authority
) -> None:
    files = _finding_files()
    with model_hub(authority, files) as hub, downloads(tmp_path / "profile", hub, authority.pem) as work:
        hub.listed = hub.listing()
        hub.files = files | {"modules.json": b"{}"}
        facts = work.fetch(work.order("finder", catalogue=_finding_entry()))
        assert facts.phase is Phase.FAILED
        assert facts.error is not None and facts.error.code == "download_sum_wrong"


def _seeing_entry(model: str, projector: str, projector_sha256: str | None = None) -> Catalogue:
    """A catalogue of one model that sees."""
    entry = msgspec.convert(
        {
            "id": "seer", "name": "Seer", "kind": "chat", "repository": REPOSITORY,
            "files": [{"path": model, "size_bytes": None, "sha256": None}],
            "projector": {"path": projector, "size_bytes": None, "sha256": projector_sha256},
            "size_bytes": 1, "quantisation": "F32", "parameters": 1, "licence": "MIT",
            "good_for": ["pictures"], "language_count": 1, "languages": ["en"], "context_tokens": 512,
            "minimum_memory_bytes": 1, "values_per_position": 0, "read_share": 1.0, "quality": 1,
        },
        Entry,
    )  # fmt: skip
    return Catalogue("", False, (entry,))


@pytest.mark.parametrize("named", ["mmproj-F16.gguf", "mmproj-renamed.gguf"])
def test_a_model_that_sees_comes_with_its_projector(tmp_path: Path, authority: Authority, named: str) -> None:
    model = write_tiny_model(tmp_path / "tiny.gguf").read_bytes()
    projector = write_tiny_projector(tmp_path / "mmproj-F16.gguf").read_bytes()
    files = {"seer-F32.gguf": model, "mmproj-F16.gguf": projector, "mmproj-Q8_0.gguf": b"another"}
    with model_hub(authority, files) as hub, downloads(tmp_path / "profile", hub, authority.pem) as work:
        facts = work.fetch(work.order("seer", catalogue=_seeing_entry("seer-F32.gguf", named)))
        assert (facts.phase, facts.name, facts.checked) == (Phase.DONE, "seer-F32", True), facts
        assert facts.total_bytes == len(model) + len(projector)
        (here,) = work.shelf.list()
        assert here.path.read_bytes() == model
        beside = work.shelf.projector(here)
        assert beside == work.shelf.folder / "seer-F32.mmproj" and beside.read_bytes() == projector
        checked_projector(beside, work.shelf.info("seer-F32"), "seer")
        must_be_counted(work)
        asked = list(dict.fromkeys(entry.model.partition(": ")[2] for entry in work.ledger))
        assert asked == [
            "list of files",
            "seer-F32.gguf",
            "mmproj-F16.gguf",
        ]  # a permit each, and each redirect
        work.do(lambda: work.shelf.remove("seer-F32"))
        assert work.files == []


def test_a_projector_with_a_flipped_bit_is_fetched_anew_and_the_model_waits(
    tmp_path: Path, authority: Authority
) -> None:
    model = write_tiny_model(tmp_path / "tiny.gguf").read_bytes()
    projector = write_tiny_projector(tmp_path / "mmproj-F16.gguf").read_bytes()
    files = {"seer-F32.gguf": model, "mmproj-F16.gguf": projector}
    with model_hub(authority, files) as hub, downloads(tmp_path / "profile", hub, authority.pem) as work:
        flipped = projector[:-9] + bytes((projector[-9] ^ 1,)) + projector[-8:]
        hub.behave = lambda asked: hub.reply(asked, flipped if "mmproj" in asked.path else model)
        order = work.order("seer", catalogue=_seeing_entry("seer-F32.gguf", "mmproj-F16.gguf"))
        assert why_absent(work, work.fetch(order)) == "download_sum_wrong"
        hub.behave = hub.well
        before = len(hub.content.requests)
        assert work.fetch(order).phase is Phase.DONE
        assert len(hub.content.requests) == before + 1  # the model was whole already
        must_be_counted(work)
        other = _seeing_entry("seer-F32.gguf", "mmproj-F16.gguf", "0" * 64)
        work.do(lambda: work.shelf.remove("seer-F32"))
        assert why_absent(work, work.fetch(work.order("seer", catalogue=other))) == "download_sum_wrong"


def test_a_projector_that_is_none_leaves_the_model_and_is_told(tmp_path: Path, authority: Authority) -> None:
    with (
        model_hub(authority, {NAME: MODEL, "mmproj-F16.gguf": MODEL}) as hub,
        downloads(tmp_path / "profile", hub, authority.pem) as work,
    ):
        facts = work.fetch(work.order("seer", catalogue=_seeing_entry(NAME, "mmproj-F16.gguf")))
        assert facts.phase is Phase.FAILED and facts.error is not None
        assert facts.error.code == "projector_is_none"
        (here,) = work.shelf.list()
        assert (here.state, work.shelf.projector(here)) == (ModelState.OK, None)
        assert work.files == [here.path.name]


def test_a_pasted_repository_comes_with_its_projector_unless_it_is_left_out(
    tmp_path: Path, authority: Authority
) -> None:
    model = write_tiny_model(tmp_path / "tiny.gguf").read_bytes()
    projector = write_tiny_projector(tmp_path / "mmproj-F16.gguf").read_bytes()
    files = {"seer-F32.gguf": model, "mmproj-F16.gguf": projector, "mmproj-F32.gguf": b"another"}
    with model_hub(authority, files) as hub, downloads(tmp_path / "profile", hub, authority.pem) as work:
        alone = work.fetch(replace(work.order(), with_projector=False))
        assert (alone.phase, alone.sees, alone.total_bytes) == (Phase.DONE, False, len(model)), alone
        assert work.files == ["seer-F32.gguf"]
        work.do(lambda: work.shelf.remove("seer-F32"))
        # A half-loaded one is taken up with what it has, though a projector comes along now.
        hub.behave = lambda asked: hub.reply(asked, model[: len(model) // 2], announced=len(model))
        half = work.order(f"{REPOSITORY}/seer-F32.gguf")
        broken = work.fetch(replace(half, with_projector=False))
        assert (broken.phase, broken.done_bytes) == (Phase.FAILED, len(model) // 2), broken
        hub.behave = hub.well
        facts = work.fetch(half)
        assert (facts.phase, facts.name, facts.sees) == (Phase.DONE, "seer-F32", True), facts
        assert hub.starts()[-2] > 0
        (here,) = work.shelf.list()
        beside = work.shelf.projector(here)
        assert beside is not None and beside.read_bytes() == projector
        checked_projector(beside, work.shelf.info("seer-F32"), "seer")
        must_be_counted(work)


def test_an_address_alone_is_fetched_and_its_sum_is_told(work: DownloadsAtWork, hub: ModelHub) -> None:
    address = f"https://localhost:{hub.content.port}/{NAME}?token=x"
    facts = work.fetch(work.order(address))
    must_be_right(work, facts)
    assert (facts.checked, facts.sha256) == (False, hashlib.sha256(MODEL).hexdigest())
    work.do(lambda: work.shelf.remove(facts.name))
    wrong = work.fetch(work.order(address, sha256="0" * 64))
    assert why_absent(work, wrong) == "download_sum_wrong"
    right = work.fetch(work.order(address, sha256=hashlib.sha256(MODEL).hexdigest()))
    must_be_right(work, right)
    assert right.checked


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (MODEL[: len(MODEL) // 2], "model_cut_short"),
        (b"<!DOCTYPE html><html><body>Sign in</body></html>" * 50, "looks_like_html"),
        (Gguf([pair("general.architecture", 8, "bert")], [tensor()]).build(), "model_no_chat"),
    ],
)
def test_what_is_no_model_never_gets_a_model_s_name(
    tmp_path: Path, authority: Authority, data: bytes, code: str
) -> None:
    with (
        model_hub(authority, {NAME: data}) as hub,
        downloads(tmp_path / "profile", hub, authority.pem) as work,
    ):
        assert why_absent(work, work.fetch(work.order())) == code
        assert work.files == []


@pytest.mark.parametrize(
    "listed",
    [
        {"sha": "main", "siblings": []},
        {"sha": "c0ffee" + "0" * 34, "siblings": "many"},
        {"sha": "c0ffee" + "0" * 34},
        [],
        {"sha": "c0ffee" + "0" * 34, "siblings": [{"rfilename": 7}]},
    ],
)
def test_a_list_that_is_none_is_refused(work: DownloadsAtWork, hub: ModelHub, listed: object) -> None:
    hub.listed = listed  # type: ignore[assignment]
    assert why_absent(work, work.fetch(work.order())) == "reply_not_understood"


@pytest.mark.parametrize(
    "name", ["../evil.gguf", "/etc/x.gguf", "a\\..\\b.gguf", "a\n.gguf", ".hidden.gguf", "x" * 500 + ".gguf"]
)
def test_a_file_whose_name_leads_elsewhere_is_not_seen(
    work: DownloadsAtWork, hub: ModelHub, name: str
) -> None:
    hub.files = {name: MODEL}
    assert why_absent(work, work.fetch(work.order())) == "download_nothing"


def test_a_file_without_a_sum_is_not_seen(work: DownloadsAtWork, hub: ModelHub) -> None:
    hub.listed = {"sha": "c0ffee" + "0" * 34, "siblings": [{"rfilename": NAME, "size": len(MODEL)}]}
    assert why_absent(work, work.fetch(work.order())) == "download_nothing"


def test_a_hub_that_is_not_who_it_says_gets_nothing(
    tmp_path: Path, hub: ModelHub, authority: Authority
) -> None:
    other = make_authority(tmp_path)
    with downloads(tmp_path / "profile", hub, other.pem) as work:
        assert why_absent(work, work.fetch(work.order())) == "server_not_trusted"
        assert hub.hub.requests == []
        assert [entry.outcome for entry in work.ledger] == [Outcome.NOT_SENT]


def test_the_session_of_the_window_fetches_through_its_own_gateway_and_a_block_ends_it(
    tmp_path: Path, hub: ModelHub, authority: Authority
) -> None:
    hub.files = hub.files | {"mmproj-F16.gguf": write_tiny_projector(tmp_path / "p.gguf").read_bytes()}
    gateways, heard, room = Gateways(), queue.SimpleQueue[Event](), Workroom()
    vault = room.do(lambda: opened_by_keyring(tmp_path)).result()
    session = room.do(
        lambda: assemble(vault, KeyringStore(), tmp_path, heard.put, SEAL, room, gateways.start)
    ).result()
    order, free_bytes = room.do(lambda: session.downloads.prepare(REPOSITORY, "a test")).result()
    assert free_bytes > 0
    here = replace(
        order,
        source=replace(order.source, origin=parse_file_address(hub.address + "/")[0]),
        own=True,
        authority=authority.pem,
    )
    room.do(lambda: session.ledger.block(True)).result()
    with pytest.raises(CloudError):
        room.do(lambda: session.downloads.start(here)).result()
    room.do(lambda: session.ledger.block(False)).result()
    room.do(lambda: session.downloads.start(here)).result()
    while True:
        event = heard.get(timeout=60)
        if isinstance(event, DownloadChanged) and event.downloads[0].phase is Phase.DONE:
            break
    assert [model.name for model in room.do(session.models.list).result()] == ["small-Q4_K_M"]
    fits = room.do(session.offers.fits).result()
    assert list(fits) == ["small-Q4_K_M"]
    assert (fits["small-Q4_K_M"].measured, fits["small-Q4_K_M"].tokens_per_s > 0) == (False, True)
    assert fits["small-Q4_K_M"].sees
    with pytest.raises(UsageError):
        room.do(lambda: session.downloads.prepare("https://localhost:9/x.gguf", "a test")).result()
    session.downloads.throw_away = True  # as in the demo
    for begin in (
        lambda: session.downloads.prepare(REPOSITORY, "a test"),
        lambda: session.downloads.start(here),
    ):
        with pytest.raises(UsageError):
            room.do(begin).result()
    room.do(session.close).result()
    room.close()
    for process in gateways.started:
        process.join(60)
