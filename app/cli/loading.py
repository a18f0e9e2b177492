"""How a command has models loaded, from the options of `app.cli.loading_arguments`, and what it tells of it."""

import contextlib
import queue
from dataclasses import replace
from pathlib import Path

from app.cli.terminal import CommandContext, OpenProfile, tell
from app.domain.adapter import MOST_STRENGTH, Adapter, checked_adapters
from app.domain.errors import UsageError
from app.domain.generation import ALL_THAT_FIT, FlashAttention, GuessAhead, KvType, LoadOptions
from app.services.events import ModelSteppedDown
from app.services.model_options import MOST_THREADS
from app.services.state_words import stepped_down_words

_LARGEST = 1 << 24


def apply_load_options(context: CommandContext, profile: OpenProfile, model: str) -> None:
    """Have the model (the chosen one, for an empty name) loaded as this command was told. Raises UsageError."""
    models = profile.session.models
    usual = profile.workroom.do(lambda: models.load_options_for(model)).result()
    models.told_options = _load_options(context, usual)


def tell_stepped_down(profile: OpenProfile) -> None:
    """What was given up for a model that has been loaded, if anything was."""
    with contextlib.suppress(queue.Empty):
        while True:
            event = profile.events.get_nowait()
            if isinstance(event, ModelSteppedDown):
                tell(stepped_down_words(event.name, event.steps))


def _load_options(context: CommandContext, usual: LoadOptions) -> LoadOptions:
    """`usual` with what was given. Raises UsageError for numbers that mean nothing."""
    chosen = replace(
        usual,
        context_tokens=_number(context, "context", usual.context_tokens),
        batch_tokens=_number(context, "batch", usual.batch_tokens),
        micro_batch_tokens=_number(context, "micro_batch", usual.micro_batch_tokens),
        threads=_number(context, "threads", usual.threads, MOST_THREADS),
    )
    if layers := context.text("gpu_layers"):
        chosen = replace(chosen, gpu_layers=_layers(layers))
    if devices := context.texts("device"):
        chosen = replace(chosen, devices=tuple(devices))
    if split := context.text("split"):
        chosen = replace(chosen, shares=_shares(split))
    if kv_type := context.text("kv_type"):
        chosen = replace(chosen, kv_type=KvType(kv_type))
    if flash := context.text("flash_attention"):
        chosen = replace(chosen, flash_attention=FlashAttention(flash))
    if guess := context.text("guess_ahead"):
        chosen = replace(chosen, guess_ahead=GuessAhead(guess))
    if context.flag("kv_in_main_memory"):
        chosen = replace(chosen, kv_on_gpu=False)
    if adapters := context.texts("adapter"):
        chosen = replace(chosen, adapters=checked_adapters(tuple(map(adapter_from, adapters))))
    if chosen.flash_attention is FlashAttention.OFF and chosen.kv_type is not KvType.F16:
        raise UsageError("kv_type_needs_flash", given=chosen.kv_type.value)
    return chosen


def adapter_from(given: str) -> Adapter:
    """FILE, or FILE:STRENGTH where no file has the whole as its name. Raises UsageError for a strength of no number."""
    file, colon, strength = given.rpartition(":")
    if not colon or Path(given).exists():
        return Adapter(str(Path(given).absolute()))
    try:
        return Adapter(str(Path(file).absolute()), float(strength))
    except ValueError as error:
        raise UsageError("adapter_strength", limit=f"{MOST_STRENGTH:g}") from error


def _number(context: CommandContext, name: str, usual: int, largest: int = _LARGEST) -> int:
    value = context.options.get(name)
    return _in_range(name, value, largest) if isinstance(value, int) else usual


def _layers(text: str) -> int:
    if text == "auto":
        return ALL_THAT_FIT
    if text == "all":
        return _LARGEST
    if not text.isdecimal() or len(text) > len(str(_LARGEST)):
        raise UsageError("load_option_out_of_range", option="--gpu-layers", given=text)
    return _in_range("gpu_layers", int(text), _LARGEST)


def _shares(text: str) -> tuple[float, ...]:
    try:
        shares = tuple(float(part) for part in text.split(","))
    except ValueError as error:
        raise UsageError("load_option_out_of_range", option="--split", given=text) from error
    if not all(0 <= share < _LARGEST for share in shares) or not any(shares):
        raise UsageError("load_option_out_of_range", option="--split", given=text)
    return shares


def _in_range(name: str, value: int, largest: int) -> int:
    if not 0 <= value <= largest:
        raise UsageError("load_option_out_of_range", option=f"--{name.replace('_', '-')}", given=value)
    return value
