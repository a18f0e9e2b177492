"""`hearth models recommend`: one model that suits this computer, and why, loaded as your options say.

Needs no network, and the vault only for those options.
"""

import os

from app import computer
from app.cli.models import open_shelf
from app.cli.own_options import options_here
from app.cli.terminal import CommandContext, print_json, tell
from app.domain.devices import graphics_by_itself
from app.domain.size import readable_size
from app.models.catalogue import Catalogue, Entry, read_catalogue
from app.models.recommendation import Suited, recommend
from app.services.model_offers import options_of_entries
from app.services.model_words import use_words
from app.services.places import resource
from app.services.this_machine import ThisMachine


def run(context: CommandContext) -> int:
    """The recommendation, or in a sentence that nothing fits (exit 0: that is an answer)."""
    catalogue = read_catalogue(resource("models", "catalogue.json"))
    machine, cores = ThisMachine().now, computer.processor().cores
    shelf = open_shelf(context)
    options = options_here(context, shelf)
    options_of = options_of_entries(shelf, options.loading_of)
    found = recommend(catalogue.entries, machine, _language(), options_of)
    devices = graphics_by_itself(machine.devices)
    if context.json:
        print_json(
            {
                "recommended": _facts(found.best) if found.best is not None else None,
                "alternatives": [_facts(one) for one in found.alternatives],
                "computer": {
                    "cores": cores,
                    "memory_bytes": machine.memory.total,
                    "available_bytes": machine.memory.available,
                    "for_models_bytes": machine.room_bytes,
                    "memory_bytes_per_s": round(machine.bandwidth),
                    "devices": [
                        {"name": one.name, "free_bytes": one.free_bytes, "total_bytes": one.total_bytes}
                        for one in devices
                    ],
                },
                "as_of": catalogue.as_of,
                "checked": catalogue.checked,
            }
        )
        return 0
    cards = "".join(f", {one.description} with {readable_size(one.total_bytes)}" for one in devices)
    print(f"This computer: {cores} cores, {readable_size(machine.memory.total)} of memory{cards}.")
    if found.best is None:
        print(_nothing_fits(catalogue, machine.room_bytes))
        return 0
    print(f"Recommended: {_line(found.best)}")
    if not found.best.fits_now:
        tell("It fits once other programs are closed: less memory than it needs is free right now.")
    for one in found.alternatives:
        print(f"Or: {_line(one)}")
    print(f"Get it with: hearth models download {found.best.entry.id}")
    tell(f"Sizes and speeds are about right; the list is of {catalogue.as_of}. Nothing was sent.")
    return 0


def _language() -> str:
    """The person's language, as the surroundings say it."""
    told = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    code = told.replace("-", "_").partition("_")[0].partition(".")[0].lower()
    return code if len(code) == 2 else "en"


def _line(one: Suited) -> str:
    entry = one.entry
    parts = [
        f"{entry.name} ({entry.id})",
        use_words(entry.good_for),
        f"about {readable_size(entry.size_bytes + entry.projector_bytes)} to download",
        f"about {readable_size(one.total_bytes)} of memory{_on_card(one.device_share)}",
        f"about {_speed(one.tokens_per_s)} tokens/s",
        "English" if entry.language_count == 1 else f"{entry.language_count} languages",
        entry.licence,
    ]
    return ", ".join(parts)


def _on_card(share: float) -> str:
    if not share:
        return ""
    return " (all of it on the graphics card)" if share >= 1 else f" ({share:.0%} of it on the graphics card)"


def _speed(tokens_per_s: float) -> str:
    return f"{tokens_per_s:.0f}" if tokens_per_s >= 10 else f"{tokens_per_s:.1f}"


def _nothing_fits(catalogue: Catalogue, room_bytes: int) -> str:
    smallest = min(catalogue.entries, key=lambda entry: entry.minimum_memory_bytes)
    return (
        f"None of the models that Hearth knows fits: a model may have {readable_size(room_bytes)} here, and the "
        f"smallest, {smallest.name}, needs a computer with {readable_size(smallest.minimum_memory_bytes)}. "
        "A server of your own can answer instead: hearth provider add NAME ADDRESS --own"
    )


def _facts(one: Suited) -> dict[str, object]:
    return entry_facts(one.entry) | {
        "memory_bytes": one.total_bytes,
        "device_bytes": one.device_bytes,
        "device_share": round(one.device_share, 3),
        "with_context_tokens": one.context_tokens,
        "tokens_per_s": round(one.tokens_per_s, 1),
        "fits_now": one.fits_now,
    }


def entry_facts(entry: Entry) -> dict[str, object]:
    """An entry of the catalogue as plain values."""
    return {
        "id": entry.id,
        "name": entry.name,
        "repository": entry.repository,
        "files": [file.path for file in entry.files],
        "projector": entry.projector.path if entry.projector is not None else "",
        "size_bytes": entry.size_bytes,
        "projector_bytes": entry.projector_bytes,
        "quantisation": entry.quantisation,
        "parameters": entry.parameters,
        "licence": entry.licence,
        "good_for": [str(use) for use in entry.good_for],
        "languages": list(entry.languages),
        "language_count": entry.language_count,
        "context_tokens": entry.context_tokens,
        "minimum_memory_bytes": entry.minimum_memory_bytes,
    }
