"""Presets as a file that one person can give to another (docs/presets.md). Pure; any process.

Whoever wrote a file is a stranger: what isn't expected is refused, and nothing of it is taken.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import Any

from app.domain.errors import UsageError
from app.domain.preset import RANGES, Preset, checked_preset
from app.domain.sampling import Sampling

FORMAT = "hearth-presets"
VERSION = 1
SIZE_LIMIT_BYTES = 1 << 20
COUNT_LIMIT = 200
ENDING = ".hearth-presets.json"

_TEXTS = ("name", "system_prompt", "model")
_SAMPLING = tuple(field.name for field in fields(Sampling))


def written(presets: Sequence[Preset]) -> str:
    """The file's text. Adapters are left out: they are files of this computer, whose paths are nobody else's."""
    listed = []
    for preset in presets:
        entry: dict[str, Any] = {field: getattr(preset, field) for field in _TEXTS}
        if preset.sampling is not None:
            entry["sampling"] = asdict(preset.sampling)
        listed.append(entry)
    whole = {"format": FORMAT, "version": VERSION, "presets": listed}
    return json.dumps(whole, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def read(data: bytes) -> tuple[Preset, ...]:
    """The presets of a file, without ids. Raises UsageError that says what is wrong with it."""
    if len(data) > SIZE_LIMIT_BYTES:
        raise UsageError("preset_file_large", limit_bytes=SIZE_LIMIT_BYTES)
    try:
        found = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_object, parse_constant=_refuse)
    except UsageError:
        raise
    except (ValueError, RecursionError) as error:
        raise UsageError("preset_file_no_json") from error
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise UsageError("preset_file_other")
    version = found.get("version")
    if type(version) is not int or version < 1:
        raise UsageError("preset_file_other")
    if version > VERSION:
        raise UsageError("preset_file_newer", found=min(version, 10**9), known=VERSION)
    _only(found, ("format", "version", "presets"))
    listed = found.get("presets")
    if not isinstance(listed, list) or not listed:
        raise UsageError("preset_file_other")
    if len(listed) > COUNT_LIMIT:
        raise UsageError("preset_too_many", field="presets", limit=COUNT_LIMIT)
    return tuple(_preset(entry) for entry in listed)


def _preset(entry: object) -> Preset:
    if not isinstance(entry, dict):
        raise UsageError("preset_field_type", field="presets")
    _only(entry, (*_TEXTS, "sampling"))
    name, system_prompt, model = (_text(field, entry.get(field, "")) for field in _TEXTS)
    sampling = entry.get("sampling")
    return checked_preset(
        Preset(name, system_prompt, model, None if sampling is None else _sampling(sampling))
    )


def _sampling(entry: object) -> Sampling:
    if not isinstance(entry, dict):
        raise UsageError("preset_field_type", field="sampling")
    _only(entry, _SAMPLING)
    values: dict[str, Any] = {}
    for field, value in entry.items():
        if field == "stop":
            if not isinstance(value, list):
                raise UsageError("preset_field_type", field=field)
            values[field] = tuple(_text(field, one) for one in value)
        elif RANGES[field].is_number(value):
            values[field] = value if RANGES[field].whole else _float(field, value)
        else:
            raise UsageError("preset_field_type", field=field)
    return Sampling(**values)


def _float(field: str, value: float) -> float:
    try:
        return float(value)
    except OverflowError as error:
        allowed = RANGES[field]
        low, high = f"{allowed.low:g}", f"{allowed.high:g}"
        raise UsageError("preset_value_range", field=field, low=low, high=high) from error


def _text(field: str, value: object) -> str:
    if not isinstance(value, str):
        raise UsageError("preset_field_type", field=field)
    return value.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def _only(entry: dict[str, Any], known: Sequence[str]) -> None:
    for field in entry:
        if field not in known:
            raise UsageError("preset_field_unknown", field=" ".join(field.split())[:60])


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object in which no field comes twice: two readers could take different ones."""
    made = dict(pairs)
    if len(made) < len(pairs):
        raise UsageError("preset_file_no_json")
    return made


def _refuse(constant: str) -> None:
    raise ValueError(constant)
