"""`hearth models bench`: how fast models read and write on this computer, loaded as they are for a conversation.

Needs no network, and the vault only for what models have of their own.
"""

from dataclasses import replace

from app.cli.models import open_shelf
from app.cli.own_options import name_on_shelf, options_here
from app.cli.terminal import CommandContext, print_json, tell
from app.domain.errors import HearthError, ModelError
from app.domain.generation import LoadedModel, LoadOptions
from app.domain.size import readable_size
from app.models.beside import read_beside
from app.models.machine import Machine
from app.models.measured_speeds import MeasuredSpeed, MeasuredSpeeds, loading_words
from app.models.memory_need import model_sizes
from app.models.model_fit import fit_of
from app.models.shelf import ModelShelf
from app.models.shelf_entry import ModelState, ShelfModel
from app.services.benching import bench
from app.services.sentences import sentence
from app.services.this_machine import ThisMachine


def run(context: CommandContext) -> int:
    """Measure the named model, or all on the shelf, and keep the figures. Exit 1 when one couldn't be measured."""
    shelf = open_shelf(context)
    name = context.text("id")
    models = [shelf.get(name)] if name else [one for one in shelf.list() if one.state is ModelState.OK]
    if not models:
        raise ModelError("no_model")
    found, machine = options_here(context, shelf), ThisMachine().now
    if not context.json:
        print(f"Main memory is read at about {readable_size(round(machine.bandwidth))} a second.")
    failed = 0
    for model in models:
        try:
            _measure(context, shelf, model, machine, found.loading_of(name_on_shelf(shelf, model)))
        except HearthError as error:
            if name:
                raise
            failed = 1
            tell(f"{model.label}: {sentence(error)}")
    return failed


def _measure(
    context: CommandContext, shelf: ModelShelf, model: ShelfModel, machine: Machine, options: LoadOptions
) -> None:
    header = shelf.info(model.name)
    if header.no_chat_kind:
        raise ModelError("model_no_chat", name=model.label, kind=header.no_chat_kind)
    sizes = model_sizes(header, machine.repacks, max(model.size_bytes - header.size_bytes, 0))
    beside = read_beside(header, model.label, None, options.adapters, shelf.must_be_allowed).size_bytes
    loaded, done = bench(model.label, model.path, options, replace(sizes, beside=beside))
    speed = MeasuredSpeed(
        writing_tokens_per_s=done.tokens_per_s,
        reading_tokens_per_s=done.prompt_tokens / done.first_token_s,
        context_tokens=loaded.context_tokens,
        gpu_layers=loaded.gpu_layers,
        size_bytes=model.size_bytes,
        loaded_as=loading_words(options),
    )
    predicted = fit_of(header, model.size_bytes, machine, options, beside).tokens_per_s
    _show(context, model, speed, loaded, predicted, machine)
    MeasuredSpeeds(shelf.folder).keep(model.real_path, speed)


def _show(
    context: CommandContext,
    model: ShelfModel,
    speed: MeasuredSpeed,
    loaded: LoadedModel,
    predicted: float,
    machine: Machine,
) -> None:
    if context.json:
        print_json(
            {
                "id": model.name,
                "tokens_per_s": round(speed.writing_tokens_per_s, 2),
                "reading_tokens_per_s": round(speed.reading_tokens_per_s, 2),
                "predicted_tokens_per_s": round(predicted, 2),
                "memory_bytes_per_s": round(machine.bandwidth),
                "context_tokens": speed.context_tokens,
                "kv_type": loaded.kv_type.value,
                "threads": loaded.threads,
                "gpu_layers": speed.gpu_layers,
                "devices": list(loaded.devices),
                "load_s": round(loaded.load_s, 3),
            }
        )
        return
    where = f", {speed.gpu_layers} layers on {', '.join(loaded.devices)}" if loaded.devices else ""
    print(
        f"{model.label}: writes {speed.writing_tokens_per_s:.1f} tokens/s (about {predicted:.0f} were predicted), "
        f"reads {speed.reading_tokens_per_s:.0f}, loaded in {loaded.load_s:.1f} s{where}"
    )
