"""`hearth models list|add|find|info|remove`. The shelf is a folder, so none of these needs the vault unlocked.

`info` tells more where it can be: what a model has of its own lies in the vault.
"""

import os
from contextlib import suppress
from pathlib import Path

from app.cli.model_settings import own_facts, own_words
from app.cli.own_options import name_on_shelf, options_here
from app.cli.terminal import CommandContext, print_json, tell
from app.domain.errors import UsageError
from app.domain.generation import LoadOptions
from app.domain.size import readable_size
from app.models.discovery import FoundModel, Unusable, find_models
from app.models.gguf import GgufFile
from app.models.gguf_bytes import shown_name
from app.models.measured_speeds import MeasuredSpeeds
from app.models.model_fit import fit_of
from app.models.projectors import keep_projector
from app.models.removed_names import note_removed
from app.models.shelf import ModelShelf
from app.models.shelf_entry import ShelfModel
from app.models.shelf_names import folded
from app.models.store_layouts import Store
from app.services.model_offers import all_stores, beside_bytes
from app.services.policy import model_must_be_allowed
from app.services.sentences import sentence
from app.services.state_words import model_state_words
from app.services.this_machine import ThisMachine


def run_list(context: CommandContext) -> int:
    """What is on the shelf."""
    shelf = open_shelf(context)
    models = shelf.list()
    if context.json:
        for model in models:
            print_json(_facts(model) | {"projector": str(shelf.projector(model) or "")})
        return 0
    if not models:
        print("No model is on the shelf yet. Put one there with: hearth models add FILE.gguf")
    for model in models:
        how = "link" if model.is_link else "copy"
        size, state = readable_size(model.size_bytes), model_state_words(model)
        state += ", sees pictures" if shelf.projector(model) is not None else ""
        print(f"{model.name}  {size}  {how}  {state}  {model.real_path}")
    return 0


def run_add(context: CommandContext) -> int:
    """Put a GGUF file on the shelf; the file itself stays where it is."""
    shelf, projector = open_shelf(context), context.text("projector")
    model = shelf.add(Path(context.text("file")).absolute(), copy=context.flag("copy"))
    if projector:
        keep_projector(shelf.folder, model.name, Path(projector).absolute())
    if context.json:
        print_json(_facts(model))
    else:
        print(f"{model.name} is on the shelf ({'a link to' if model.is_link else 'a copy of'} your file).")
    return 0


def run_find(context: CommandContext) -> int:
    """Models that other programs keep on this computer, or that lie in the folders named."""
    folders = [Path(folder).absolute() for folder in context.texts("folders")]
    for folder in folders:
        if not folder.is_dir():
            raise UsageError("no_such_folder", folder=shown_name(folder))
    stores = [Store("folder", folder) for folder in folders] or all_stores()
    shelf = open_shelf(context)
    on_shelf = {model.real_path for model in shelf.list()}
    count = 0
    for found in find_models(stores):
        if isinstance(found, Unusable):
            tell(f"{found.path}: {sentence(found.error)}")
            continue
        count += 1
        added = ""
        if context.flag("add") and not found.header.no_chat_kind:
            added = shelf.place(found.path, found.name, found.projector).name
        _print_found(context, found, bool(added) or Path(os.path.realpath(found.path)) in on_shelf, added)
    if not count and not context.json:
        where = "in these folders" if folders else "where other programs keep theirs"
        tell(f"No model was found {where}. To look elsewhere: hearth models find FOLDER")
    elif not context.json and not context.flag("add"):
        tell("To use one: hearth models add FILE. To use all of them: hearth models find --add")
    return 0


def _print_found(context: CommandContext, found: FoundModel, on_shelf: bool, added: str) -> None:
    facts = {
        "program": found.program,
        "name": found.name,
        "path": str(found.path),
        "size_bytes": found.size_bytes,
        "parts": found.parts,
        "quantisation": found.header.file_type,
        "parameters": found.header.parameters,
        "projector": str(found.projector) if found.projector is not None else "",
        "kind": found.header.no_chat_kind or "chat",
        "on_shelf": on_shelf,
    }
    if context.json:
        print_json(facts)
        return
    notes = [found.header.file_type, readable_size(found.size_bytes)]
    if found.parts > 1:
        notes.append(f"{found.parts} parts")
    if found.projector is not None:
        notes.append("sees pictures")
    if found.header.no_chat_kind:
        notes.append("no chat model")
    if on_shelf:
        notes.append(f"on the shelf as {added}" if added else "on the shelf")
    print(f"{found.name}  {', '.join(note for note in notes if note)}  {found.program}  {found.path}")


def run_info(context: CommandContext) -> int:
    """What a GGUF file says of itself, checked against its real size."""
    shelf = open_shelf(context)
    header, model = shelf.info(context.text("file")), shelf.get(context.text("file"))
    found, name = options_here(context, shelf), name_on_shelf(shelf, model)
    own = found.own_of(name)
    facts = info_facts(header) | fit_facts(shelf, model, header, found.loading_of(name))
    if context.json:
        facts["own"] = own_facts(own) if found.unread is None else None
        print_json(facts)
        return 0
    width = max(len(key) for key in facts)
    for key, value in facts.items():
        shown = readable_size(value) if key.endswith("_bytes") and isinstance(value, int) else value
        print(f"{key.replace('_', ' '):<{width}}  {shown}")
    if words := own_words(own):
        print(f"{'own options':<{width}}  {words}")
    return 0


def run_remove(context: CommandContext) -> int:
    """Take a model off the shelf. A linked file stays where it is; a copy is deleted."""
    shelf = open_shelf(context)
    name = context.text("id")
    model = next((model for model in shelf.list() if folded(model.name) == folded(name)), None)
    shelf.remove(name)
    if model is not None:
        with suppress(OSError):  # the folder was written a moment ago
            note_removed(shelf.folder, model.name)
    kept = model is not None and model.is_link
    if context.json:
        print_json({"removed": name, "file_kept": kept})
    else:
        print(f"{name} is off the shelf." + (" Its file stays where it is." if kept else ""))
    return 0


def info_facts(header: GgufFile) -> dict[str, object]:
    """The facts of a header that people ask for, as plain values."""
    return {
        "name": header.name,
        "architecture": header.architecture,
        "quantisation": header.file_type,
        "parameters": header.parameters,
        "size_bytes": header.size_bytes,
        "context_tokens": header.context_tokens,
        "layers": header.layers,
        "vocabulary": header.vocabulary_size,
        "licence": header.license,
        "template": header.template_sha256[:16] if header.template_sha256 else "",
        "gguf_version": header.version,
    }


def fit_facts(
    shelf: ModelShelf, model: ShelfModel, header: GgufFile, options: LoadOptions
) -> dict[str, object]:
    """What the model takes of this computer's memory when it is loaded as `options` say, how much of a conversation
    fits beside it, and how fast it writes (as it was measured, else about, told from how fast memory is read).

    Empty for a file that can't chat. Sizes in bytes at `with_context_tokens`.
    """
    if header.no_chat_kind:
        return {}
    machine = ThisMachine().now
    fit = fit_of(header, model.size_bytes, machine, options, beside_bytes(shelf, model, header, options))
    measured = MeasuredSpeeds(shelf.folder).of(model.real_path, model.size_bytes, options)
    about = round(fit.tokens_per_s, 1 if fit.tokens_per_s < 10 else None)
    return {
        "memory_bytes": fit.memory_bytes,
        "cache_bytes": fit.cache_bytes,
        "device_bytes": fit.device_bytes,
        "device_share": round(fit.device_share, 3),
        "with_context_tokens": fit.context_tokens,
        "available_bytes": machine.memory.available,
        "fits": fit.fits,
        "longest_context_tokens": fit.longest_context_tokens,
        "tokens_per_s": about if measured is None else round(measured.writing_tokens_per_s, 1),
        "speed_is": "about" if measured is None else "measured",
    }


def _facts(model: ShelfModel) -> dict[str, object]:
    return {
        "id": model.name,
        "path": str(model.path),
        "size_bytes": model.size_bytes,
        "link": model.is_link,
        "state": str(model.state),
    }


def open_shelf(context: CommandContext) -> ModelShelf:
    """The shelf of the profile that the command was given."""
    return ModelShelf(context.profile / "models", must_be_allowed=model_must_be_allowed)
