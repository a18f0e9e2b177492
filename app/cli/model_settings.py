"""`hearth models set`: what one model has of its own, in place of the profile's settings, which it opens."""

from dataclasses import asdict, replace
from typing import Final

from app.cli.loading import adapter_from
from app.cli.terminal import CommandContext, open_profile, print_json
from app.domain.adapter import Adapter, checked_adapters
from app.domain.errors import UsageError
from app.domain.preset import RANGES
from app.domain.sampling import Sampling
from app.models.gguf_bytes import shown_name
from app.services.model_options import LOADING, OwnOptions, Value, is_loading_value

USUAL: Final = "usual"
_PREFIX: Final = "model."
ADAPTER: Final = "adapter"  # FILE[:STRENGTH]; one more, or another strength of one that is there
KEYS: Final = (*(key.removeprefix(_PREFIX) for key in LOADING), *RANGES, ADAPTER)


def run(context: CommandContext) -> int:
    """Change one option of a model, or take it back; without a value, say what it has of its own."""
    key, text = context.text("key"), context.text("value")
    with open_profile(context) as profile:
        models = profile.session.models

        def change() -> tuple[str, OwnOptions]:
            name = models.shelf.get(context.text("id")).name
            own = models.own_options(name)
            if key:
                own = changed(own, key, text)
                models.keep_own_options(name, own)
            return name, own

        name, own = profile.workroom.do(change).result()
    words = own_words(own)
    if context.json:
        print_json({"id": name, "own": own_facts(own)})
    else:
        print(f"{name}: {words}" if words else f"{name} is loaded and chooses words as usual.")
    return 0


def changed(own: OwnOptions, key: str, text: str) -> OwnOptions:
    """`own` with the option `key` as `text` says, as it is for an empty one; "usual" takes it back.

    Raises UsageError for what it can't be.
    """
    if key not in KEYS:
        raise UsageError("model_option_unknown", option=key, options=", ".join(KEYS))
    if not text:
        return own
    if key == ADAPTER:
        return replace(own, adapters=() if text == USUAL else _adapters(own.adapters, adapter_from(text)))
    if key in RANGES:
        return replace(own, sampling=_sampling(own.sampling or Sampling(), key, text))
    rest = {name: value for name, value in own.loading.items() if name != _PREFIX + key}
    return replace(own, loading=rest if text == USUAL else rest | {_PREFIX + key: _loading(key, text)})


def _loading(key: str, text: str) -> Value:
    allowed = LOADING[_PREFIX + key]
    value = int(text) if isinstance(allowed, int) and text.isdecimal() and len(text) < 10 else text
    if not is_loading_value(_PREFIX + key, value):
        raise _refused(key, text, f"0-{allowed}" if isinstance(allowed, int) else ", ".join(allowed))
    return value


def _sampling(sampling: Sampling, key: str, text: str) -> Sampling | None:
    """None where all of it is the usual one again."""
    allowed, usual = RANGES[key], asdict(Sampling())
    try:
        value = usual[key] if text == USUAL else (int(text) if allowed.whole else float(text))
    except ValueError:
        value = float("nan")
    if value not in allowed:
        raise _refused(key, text, f"{allowed.low:g}-{allowed.high:g}")
    found = Sampling(**(asdict(sampling) | {key: value}))
    return None if found == Sampling() else found


def _adapters(before: tuple[Adapter, ...], one: Adapter) -> tuple[Adapter, ...]:
    """Those before, and one; one of no strength is taken out. Raises UsageError."""
    return checked_adapters((*(other for other in before if other.path != one.path), one))


def _refused(key: str, text: str, allowed: str) -> UsageError:
    return UsageError("model_option_value", option=key, given=text, allowed=allowed)


def own_facts(own: OwnOptions) -> dict[str, object]:
    """What a model has of its own, by the keys of this command."""
    usual = asdict(Sampling())
    chosen = asdict(own.sampling) if own.sampling is not None else {}
    numbers = {key: value for key, value in chosen.items() if key in RANGES and value != usual[key]}
    facts = {key.removeprefix(_PREFIX): value for key, value in own.loading.items()} | numbers
    if own.adapters:
        facts["adapters"] = [{"path": one.path, "strength": one.strength} for one in own.adapters]
    return facts


def own_words(own: OwnOptions) -> str:
    """The same on a line; empty for nothing."""
    facts = {key: value for key, value in own_facts(own).items() if key != "adapters"}
    words = [f"{key} {value}" for key, value in facts.items()]
    words += [f"adapter {shown_name(one.path)}:{one.strength:g}" for one in own.adapters]
    return ", ".join(words)
