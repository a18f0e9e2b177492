"""The catalogue as it is shipped, and what is recommended of it for computers of all sizes."""

import re
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from app.computer import Memory
from app.domain.devices import Device, DeviceKind
from app.domain.errors import ModelError
from app.domain.generation import KvType, LoadOptions
from app.domain.model_source import is_safe_path
from app.models.catalogue import Entry, Kind, Use, read_catalogue
from app.models.gguf import read_gguf
from app.models.machine import Machine
from app.models.memory_need import values_per_position
from app.models.recommendation import COMFORTABLE_TOKENS_PER_S, estimated_need, recommend, suited
from app.services.model_words import use_words
from app.services.places import resource
from tests.models.random_model import RandomShape, write_random_model
from tests.models_app.planned_need import planned_need

GB = 10**9
CATALOGUE = resource("models", "catalogue.json")
ENTRIES = read_catalogue(CATALOGUE).entries


def machine(
    total_gb: float,
    bandwidth_gb: float = 50,
    *devices: Device,
    available_gb: float | None = None,
    repacks: bool = False,
) -> Machine:
    available = total_gb if available_gb is None else available_gb
    return Machine(Memory(round(total_gb * GB), round(available * GB)), bandwidth_gb * GB, repacks, devices)


def card(total_gb: float, free_gb: float | None = None, kind: DeviceKind = DeviceKind.GRAPHICS) -> Device:
    free = total_gb if free_gb is None else free_gb
    return Device("Vulkan0", "Vulkan", "a card", kind, round(free * GB), round(total_gb * GB))


def entry(identity: str) -> Entry:
    return next(one for one in ENTRIES if one.id == identity)


def test_the_list_is_wide_and_holds_together() -> None:
    catalogue = read_catalogue(CATALOGUE)
    assert len(catalogue.by_id) == len(catalogue.entries) >= 24
    assert {entry.kind for entry in catalogue.entries} == set(Kind)
    assert any(entry.projector for entry in catalogue.entries)
    sizes = sorted(entry.parameters for entry in catalogue.entries if entry.kind is Kind.CHAT)
    assert sizes[0] <= 600_000_000
    assert sizes[-1] >= 100_000_000_000
    sums = [file.sha256 for entry in catalogue.entries for file in entry.files]
    assert catalogue.checked is (None not in sums)  # a sum that was not checked is not there
    for entry in catalogue.entries:
        assert entry.repository.count("/") == 1
        assert use_words(entry.good_for)
        assert entry.minimum_memory_bytes > entry.size_bytes
        assert 0 < entry.read_share <= 1
        assert bool(entry.files) is (entry.kind is Kind.CHAT)
        known = [file.size_bytes for file in entry.files if file.size_bytes is not None]
        assert sum(known) <= entry.size_bytes


@pytest.mark.parametrize("one", ENTRIES, ids=lambda one: one.id)
def test_every_entry_says_all_that_is_to_be_known(one: Entry) -> None:
    assert re.fullmatch(r"[a-z0-9.-]+", one.id) and one.name and one.quantisation and one.licence
    assert one.repository.isascii() and len(one.repository.split("/")) == 2
    assert one.good_for and one.languages and len(one.languages) <= one.language_count
    assert all(re.fullmatch(r"[a-z]{2,3}", code) for code in one.languages)
    assert one.size_bytes > 0 and one.parameters > 0 and one.context_tokens >= 128
    chat = one.kind is Kind.CHAT
    assert (one.values_per_position > 0) is chat
    assert 1 <= one.quality <= 100
    projector = (one.projector,) if one.projector is not None else ()
    for file in (*one.files, *projector):
        assert is_safe_path(file.path) and file.path.endswith(".gguf")
        assert file.sha256 is None or re.fullmatch(r"[0-9a-f]{64}", file.sha256)
    sizes = [file.size_bytes for file in one.files]
    assert sum(size or 0 for size in sizes) in ((one.size_bytes,) if None not in sizes and chat else (0,))
    assert one.projector is None or 100_000_000 < one.projector_bytes < 2_000_000_000
    assert (Use.PICTURES in one.good_for) is (one.projector is not None)
    # Bits a weight: a slip in a size or a number of parameters shows.
    assert 2 < 8 * one.size_bytes / one.parameters < 36


@pytest.mark.parametrize("one", [one for one in ENTRIES if one.kind is Kind.CHAT], ids=lambda one: one.id)
def test_the_least_memory_that_an_entry_names_is_enough_and_not_twice_as_much(one: Entry) -> None:
    """A card that says "needs 8 GB" on a computer with 8 GB would be no help."""
    least_gb = one.minimum_memory_bytes / GB
    assert suited(one, machine(least_gb, repacks=True)).fits
    assert not suited(one, machine(least_gb / 2, repacks=True)).fits


METAL = Device("MTL0", "Metal", "Apple M2 Pro", DeviceKind.GRAPHICS, 21 * GB, 21 * GB)
# What a person gets: memory, what is free of it, bandwidth, cards, billions of parameters from and to, tokens a second.
COMPUTERS = {
    "4 GB": (machine(3.8, 15, available_gb=2.6, repacks=True), 0.5, 4, 5),
    "8 GB": (machine(7.8, 25, available_gb=5, repacks=True), 3, 5, 5),
    "16 GB and a card of 8": (machine(16, 40, card(8), available_gb=11, repacks=True), 8, 24, 8),
    "64 GB and a card of 24": (machine(64, 60, card(24), available_gb=55, repacks=True), 24, 120, 15),
    "128 GB and two cards of 24": (
        machine(128, 80, card(24), replace(card(24), name="Vulkan1"), available_gb=115, repacks=True),
        24,
        120,
        25,
    ),
    "a Mac with 32 GB for all": (machine(32, 200, METAL, available_gb=24), 20, 36, 9),
}


@pytest.mark.parametrize("language", ["en", "de", "ar"])
@pytest.mark.parametrize("name", COMPUTERS)
def test_usual_computers_get_what_a_friend_would_name(name: str, language: str) -> None:
    here, fewest, most, speed = COMPUTERS[name]
    found = recommend(ENTRIES, here, language)
    best = found.best
    assert best is not None and best.fits
    assert fewest <= best.entry.parameters / 1e9 <= most, best.entry.id
    assert best.tokens_per_s >= speed
    assert language in best.entry.languages or best.entry.language_count >= 90
    everything = here.memory.total + sum(one.total_bytes for one in here.devices if not one.shares_memory)
    for one in (best, *found.alternatives):
        assert one.total_bytes - one.need.repacked <= everything
    if name != "4 GB":
        assert any(Use.PICTURES in one.entry.good_for for one in (best, *found.alternatives))


def test_one_that_says_something_else_is_refused(tmp_path: Path) -> None:
    text = CATALOGUE.read_text("utf-8")
    for broken in (text[:-40], text.replace('"quality"', '"rank"', 1), text.replace('"chat"', '"oracle"', 1)):
        path = tmp_path / "catalogue.json"
        path.write_text(broken, encoding="utf-8")
        with pytest.raises(ModelError) as caught:
            read_catalogue(path)
        assert caught.value.code == "catalogue_damaged"


@pytest.mark.parametrize("total_gb", [2, 4, 8, 16, 32, 64, 128, 256])
@pytest.mark.parametrize("bandwidth_gb", [20, 50, 400])
def test_what_is_recommended_fits_and_can_be_read_along(total_gb: int, bandwidth_gb: int) -> None:
    here = machine(total_gb, bandwidth_gb, repacks=True)
    found = recommend(ENTRIES, here)
    assert found.best is not None
    assert found.best.need.total - found.best.need.repacked <= here.room_bytes
    assert found.best.tokens_per_s >= COMFORTABLE_TOKENS_PER_S
    others = [one.entry.id for one in found.alternatives]
    assert found.best.entry.id not in others
    assert len(set(others)) == len(others)
    for one in found.alternatives:
        assert one.fits


def test_more_memory_never_gets_a_worse_model() -> None:
    qualities = []
    for total_gb in (2, 4, 8, 16, 32, 64, 128):
        found = recommend(ENTRIES, machine(total_gb, 100))
        assert found.best is not None
        qualities.append(found.best.entry.quality)
    assert qualities == sorted(qualities)
    assert qualities[0] < qualities[-1]


def test_where_nothing_fits_nothing_is_recommended() -> None:
    found = recommend(ENTRIES, machine(0.5))
    assert (found.best, found.alternatives) == (None, ())


def test_a_slow_computer_gets_the_quickest_that_fits() -> None:
    found = recommend(ENTRIES, machine(8, 0.5))
    assert found.best is not None
    assert found.best.tokens_per_s < COMFORTABLE_TOKENS_PER_S
    assert found.alternatives == ()


def test_it_says_when_memory_is_taken_right_now() -> None:
    found = recommend(ENTRIES, machine(8, available_gb=0.2))
    assert found.best is not None
    assert (found.best.fits, found.best.fits_now) == (True, False)


def test_a_model_that_doesnt_know_the_language_waits_behind_those_that_do() -> None:
    english = recommend(ENTRIES, machine(24)).best
    german = recommend(ENTRIES, machine(24), "de").best
    assert english is not None
    assert german is not None
    assert "de" not in english.entry.languages
    assert "de" in german.entry.languages
    only = [entry for entry in ENTRIES if entry.languages == ("en",)]
    assert recommend(only, machine(24), "de").best is not None


def test_a_card_gets_what_fits_on_it_and_makes_it_quicker() -> None:
    slow, fast = machine(16, 20), machine(16, 20, card(24))
    without, best = recommend(ENTRIES, slow).best, recommend(ENTRIES, fast).best
    assert without is not None
    assert best is not None
    assert best.entry.quality > without.entry.quality
    assert (best.device_share, best.fits, best.fits_now) == (1, True, True)
    assert best.tokens_per_s > 3 * suited(best.entry, slow).tokens_per_s


def test_what_a_card_has_no_room_for_is_computed_by_the_processor() -> None:
    model = entry("qwen3-8b")
    alone, whole = suited(model, machine(16)), suited(model, machine(16, 50, card(12)))
    shares, speeds = [alone.device_share], [alone.tokens_per_s]
    for total_gb in (2, 4, 6, 12):
        some = suited(model, machine(16, 50, card(total_gb)))
        assert some.device_bytes <= total_gb * GB
        assert (
            abs(some.total_bytes - some.need.repacked - alone.need.total) < 0.2 * GB + some.device_bytes / 100
        )
        shares.append(some.device_share)
        speeds.append(some.tokens_per_s)
    assert (shares, speeds) == (sorted(shares), sorted(speeds))
    assert shares[0] == 0 < shares[2] < shares[4] == 1
    assert whole.need.total < alone.need.total / 4


def test_a_card_that_is_taken_now_still_counts_but_it_is_said() -> None:
    model = entry("qwen3-8b")
    taken = suited(model, machine(16, 50, card(8, free_gb=0.5), available_gb=3))
    assert (taken.fits, taken.fits_now) == (True, False)
    assert taken == replace(suited(model, machine(16, 50, card(8), available_gb=3)), fits_now=False)


def test_an_integrated_one_has_no_memory_of_its_own() -> None:
    model = entry("qwen3-8b")
    inside = card(16, kind=DeviceKind.INTEGRATED)
    assert not suited(model, machine(4, 50, inside)).fits
    alone, shared = suited(model, machine(16)), suited(model, machine(16, 50, inside))
    assert shared.device_share > 0
    assert shared.tokens_per_s == pytest.approx(alone.tokens_per_s)
    both = machine(16, 50, inside, replace(card(8), name="Vulkan1"))
    assert suited(model, both) == suited(model, machine(16, 50, card(8)))


def test_several_cards_take_more_than_one() -> None:
    model = entry("qwen3-30b-a3b")
    one, two = (suited(model, machine(32, 50, *[card(8)] * count)) for count in (1, 2))
    assert 0 < one.device_share < two.device_share
    assert one.tokens_per_s < two.tokens_per_s


def test_the_estimate_is_near_what_the_file_itself_tells(tmp_path: Path) -> None:
    path = tmp_path / "shape.gguf"
    write_random_model(path, RandomShape(4_000, 4, 512, 8, 2, 1_024, 32_768, "Q4_K_M"))
    header = read_gguf(path)
    plain = msgspec.to_builtins(ENTRIES[0]) | {
        "size_bytes": header.tensors.data_bytes,
        "quantisation": "Q4_K_M",
        "values_per_position": values_per_position(header),
    }
    entry = msgspec.convert(plain, Entry)
    for context_tokens in (512, 8_192):
        told = planned_need(header, context_tokens, repacks=True)
        estimated = estimated_need(entry, context_tokens, repacks=True)
        assert (estimated.weights, estimated.cache) == (told.weights, told.cache)
        assert abs(estimated.repacked - told.repacked) <= told.weights // 4
        assert estimated.working >= told.working
        assert estimated_need(entry, context_tokens, repacks=False).repacked == 0


def test_what_a_model_is_told_to_do_counts_for_what_it_would_take() -> None:
    model, here = entry("qwen3-8b"), machine(16, 50, card(12))
    usual = suited(model, here)
    long = suited(model, here, LoadOptions(context_tokens=32_768))
    assert (usual.context_tokens, long.context_tokens) == (8_192, 32_768)
    assert long.total_bytes > usual.total_bytes
    few_bits = suited(model, here, LoadOptions(context_tokens=32_768, kv_type=KvType.Q4_0))
    assert few_bits.total_bytes < long.total_bytes
    assert suited(model, here, LoadOptions(gpu_layers=0)) == suited(model, machine(16))
    some = suited(model, here, LoadOptions(gpu_layers=8))
    assert some.device_share == 0.25 < usual.device_share


def test_the_recommendation_follows_each_models_options() -> None:
    here = machine(16, 50, card(12))
    best = recommend(ENTRIES, here).best
    assert best is not None
    slower = recommend(
        ENTRIES, here, options_of=lambda one: LoadOptions(gpu_layers=0 if one.id == best.entry.id else -1)
    ).best
    assert slower is not None and slower.entry != best.entry
    assert recommend(ENTRIES, here, options_of=lambda _: LoadOptions(gpu_layers=0)) == recommend(
        ENTRIES, machine(16, 50)
    )
