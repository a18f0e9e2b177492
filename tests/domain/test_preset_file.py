"""Presets as files: what is written comes back, and a stranger's file is refused with its reason."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from app.domain.errors import UsageError
from app.domain.preset import Preset
from app.domain.preset_file import COUNT_LIMIT, SIZE_LIMIT_BYTES, read, written
from app.domain.sampling import Sampling
from app.services.sentences import sentence

ROOT = Path(__file__).parents[2]
PRESETS = (
    Preset("Plain"),
    Preset("Übersetzer ☕", "Say\n\"it\".", "Qwen3 4B", Sampling(0.25, 10, 0.5, 0.0, 1.5, 8, 7, 99, ("\n\n", "END"))),
)  # fmt: skip


def a_file(**changes: Any) -> bytes:
    """A file with one preset, changed."""
    entry = {"name": "A", "system_prompt": "B", **changes}
    return json.dumps({"format": "hearth-presets", "version": 1, "presets": [entry]}).encode()


def refusal(data: bytes) -> UsageError:
    """Why a file is refused; its sentence is one for people."""
    with pytest.raises(UsageError) as raised:
        read(data)
    told = sentence(raised.value)
    assert len(told) < 400
    assert raised.value.code not in told
    return raised.value


def test_what_is_written_comes_back() -> None:
    assert read(written(PRESETS).encode()) == PRESETS
    assert read(b"\xef\xbb\xbf" + written(PRESETS).encode()) == PRESETS


def test_the_example_of_the_documentation_is_one() -> None:
    found = re.search(r"```json\n(.*?)```", (ROOT / "docs" / "presets.md").read_text(encoding="utf-8"), re.S)
    assert found is not None
    (preset,) = read(found[1].encode())
    assert (preset.name, preset.sampling) == ("Translator", Sampling(temperature=0.2, top_p=0.9))


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"tools": []}, "preset_field_unknown"),
        ({"name": ""}, "preset_name_empty"),
        ({"name": " \n "}, "preset_name_empty"),
        ({"name": 7}, "preset_field_type"),
        ({"name": "n" * 81}, "preset_text_long"),
        ({"system_prompt": ["a"]}, "preset_field_type"),
        ({"system_prompt": "x" * 100_001}, "preset_text_long"),
        ({"model": None}, "preset_field_type"),
        ({"sampling": []}, "preset_field_type"),
        ({"sampling": {"mirostat": 1}}, "preset_field_unknown"),
        ({"sampling": {"temperature": "hot"}}, "preset_field_type"),
        ({"sampling": {"temperature": True}}, "preset_field_type"),
        ({"sampling": {"temperature": 1e300}}, "preset_value_range"),
        ({"sampling": {"temperature": 10**400}}, "preset_value_range"),
        ({"sampling": {"temperature": -0.1}}, "preset_value_range"),
        ({"sampling": {"top_k": 1.5}}, "preset_field_type"),
        ({"sampling": {"top_k": 10**400}}, "preset_value_range"),
        ({"sampling": {"stop": "END"}}, "preset_field_type"),
        ({"sampling": {"stop": [""]}}, "preset_text_long"),
        ({"sampling": {"stop": ["x"] * 9}}, "preset_too_many"),
    ],
)
def test_a_strange_field_is_refused_and_named(changes: dict[str, Any], code: str) -> None:
    assert refusal(a_file(**changes)).code == code


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "preset_file_no_json"),
        (b"\xff\xfe{}", "preset_file_no_json"),
        (b'{"format": "hearth-presets"', "preset_file_no_json"),
        (b"[" * 200_000, "preset_file_no_json"),
        (b"9" * 100_000, "preset_file_no_json"),
        (a_file(sampling={"top_p": float("nan")}), "preset_file_no_json"),
        (a_file().replace(b'"name": "A"', b'"name": "A", "name": "B"'), "preset_file_no_json"),
        (b"[]", "preset_file_other"),
        (b'{"presets": []}', "preset_file_other"),
        (b'{"format": "hearth-presets", "version": 1, "presets": []}', "preset_file_other"),
        (b'{"format": "hearth-presets", "version": true, "presets": [{}]}', "preset_file_other"),
        (b'{"format": "hearth-presets", "version": 2, "presets": [{}]}', "preset_file_newer"),
        (b'{"format": "hearth-presets", "version": 1, "presets": [1]}', "preset_field_type"),
        (b'{"format": "hearth-presets", "version": 1, "run": "x", "presets": [{}]}', "preset_field_unknown"),
        (a_file(**{"x" * 5000: 1}), "preset_field_unknown"),
        (b" " * (SIZE_LIMIT_BYTES + 1), "preset_file_large"),
        (written([Preset("A")] * (COUNT_LIMIT + 1)).encode(), "preset_too_many"),
    ],
)
def test_a_file_that_is_not_one_is_refused(data: bytes, code: str) -> None:
    assert refusal(data).code == code
