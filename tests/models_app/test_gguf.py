"""What `read_gguf` says of good files, and which one error each kind of bad file gets."""

import os
import socket
import struct
import tracemalloc
from pathlib import Path
from typing import Any

import gguf
import numpy
import pytest

from app.domain.chat_format import template_sha256
from app.domain.errors import ModelError
from app.models.gguf import ArraySummary, read_gguf
from app.models.gguf_bytes import CHUNK_BYTES, FileIdentity
from app.models.gguf_types import FILE_TYPES, TENSOR_TYPES
from tests.models_app.gguf_writing import (
    ARRAY,
    FLOAT32,
    INT32,
    STRING,
    UINT16,
    UINT32,
    Gguf,
    Tensor,
    list_pair,
    pair,
    small_model,
    tensor,
    text,
)


def refused(path: Path) -> ModelError:
    with pytest.raises(ModelError) as caught:
        read_gguf(path)
    assert "/" not in str(caught.value.parameters.get("file", ""))
    return caught.value


def refused_bytes(folder: Path, content: bytes) -> ModelError:
    path = folder / "model.gguf"
    path.write_bytes(content)
    return refused(path)


def refused_for(folder: Path, file: Gguf) -> object:
    error = refused_bytes(folder, file.build())
    assert error.code == "model_damaged", error
    return error.parameters["reason"]


@pytest.mark.parametrize("version", [2, 3])
def test_a_good_file_tells_everything(tmp_path: Path, version: int) -> None:
    file = small_model()
    file.version = version
    path = file.write(tmp_path / "m.gguf")
    found = read_gguf(path)
    assert (found.version, found.architecture, found.name, found.license) == (
        version,
        "llama",
        "Small",
        "mit",
    )
    assert (found.parameters, found.file_type, found.size_bytes) == (96, "Q4_K_M", path.stat().st_size)
    assert (found.context_tokens, found.layers, found.embedding_width) == (4096, 2, 64)
    assert (found.heads, found.kv_heads, found.vocabulary_size) == (8, 4, 4)
    assert found.chat_template.startswith("{% for")
    assert found.template_sha256 == template_sha256(found.chat_template)
    assert (found.tensors.count, found.tensors.data_bytes, dict(found.tensors.by_type)) == (
        3,
        384,
        {"F32": 384},
    )
    assert path.stat().st_size == found.tensors.data_offset + found.tensors.data_bytes
    assert found.metadata["tokenizer.ggml.tokens"] == ArraySummary("string", 4)
    assert found.metadata["llama.attention.head_count_kv"] == ArraySummary("int32", 2, (2, 4))
    assert found.metadata["tokenizer.ggml.add_bos_token"] is True
    assert found.split is None and found.no_chat_kind == ""


def test_agrees_with_a_file_by_the_reference_writer(tmp_path: Path) -> None:
    path = tmp_path / "reference.gguf"
    writer = gguf.GGUFWriter(path, "qwen3")
    writer.add_name("Reference")
    writer.add_context_length(2048)
    writer.add_block_count(3)
    writer.add_head_count(6)
    writer.add_vocab_size(99)
    writer.add_file_type(7)
    writer.add_tensor("one", numpy.zeros((5, 32), dtype=numpy.float32))
    writer.add_tensor("two", numpy.zeros((7,), dtype=numpy.float16))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    found = read_gguf(path)
    assert (found.architecture, found.name, found.file_type) == ("qwen3", "Reference", "Q8_0")
    assert (found.parameters, found.heads, found.kv_heads, found.vocabulary_size) == (167, 6, 6, 99)


def test_type_tables_agree_with_the_reference() -> None:
    for kind, (values, size) in gguf.GGML_QUANT_SIZES.items():
        if kind.name == "Q8_1":  # the Python package still counts two floats; ggml has two halves since 2024
            size = 36
        assert TENSOR_TYPES[int(kind)] == (kind.name, values, size)
    for file_type in gguf.LlamaFileType:
        if file_type.name != "GUESSED":
            assert FILE_TYPES[int(file_type)] == file_type.name.removeprefix("MOSTLY_").removeprefix("ALL_")


def test_random_tiny_model_of_the_project_is_read() -> None:
    path = Path(__file__).parent.parent / "models" / "random-tiny.gguf"
    found = read_gguf(path)
    assert found.architecture and found.parameters > 0 and found.no_chat_kind == ""


def test_large_vocabulary_is_stepped_over(tmp_path: Path) -> None:
    tokens = [f"token-{n}" for n in range(150_000)]
    path = small_model("Big", list_pair("tokenizer.ggml.merges", STRING, tokens)).write(tmp_path / "big.gguf")
    tracemalloc.start()
    found = read_gguf(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found.metadata["tokenizer.ggml.merges"] == ArraySummary("string", 150_000)
    assert peak < 4 * CHUNK_BYTES  # a list of them would take about 10 MB


@pytest.mark.parametrize("length", [CHUNK_BYTES - 9, CHUNK_BYTES - 8, CHUNK_BYTES, 3 * CHUNK_BYTES + 1])
def test_strings_across_the_edge_of_the_buffer(tmp_path: Path, length: int) -> None:
    words = ["x" * length, "y", "z" * length, "", "w"]
    path = small_model("Edge", list_pair("long.words", STRING, words)).write(tmp_path / "edge.gguf")
    assert read_gguf(path).metadata["long.words"] == ArraySummary("string", 5)


def test_long_texts_and_lists_are_summed_up(tmp_path: Path) -> None:
    extra = [
        pair("long.text", STRING, "x" * 100_000),
        list_pair("long.numbers", INT32, [7] * 5000),
        list_pair("no.numbers", INT32, []),
        pair("not.finite", FLOAT32, float("nan")),
    ]
    found = read_gguf(small_model("Long", *extra).write(tmp_path / "long.gguf"))
    assert found.metadata["long.text"] == ArraySummary("text", 100_000)
    assert found.metadata["long.numbers"] == ArraySummary("int32", 5000)
    assert found.metadata["no.numbers"] == ArraySummary("int32", 0)
    assert found.metadata["not.finite"] == "nan"


def test_broken_text_is_kept_with_replacements(tmp_path: Path) -> None:
    extra = [pair(b"bad.\xff.key", STRING, b"\xfe value")]
    found = read_gguf(small_model("x", *extra).write(tmp_path / "m.gguf"))
    assert found.metadata["bad.\ufffd.key"] == "\ufffd value"


@pytest.mark.parametrize(
    ("pairs", "kind"),
    [
        ([pair("general.architecture", STRING, "clip")], "projector"),
        ([pair("general.architecture", STRING, "bert")], "embedder"),
        (
            [pair("general.architecture", STRING, "qwen3"), pair("qwen3.pooling_type", UINT32, 3)],
            "embedder",
        ),
        (
            [pair("general.architecture", STRING, "llama"), pair("general.type", STRING, "adapter")],
            "adapter",
        ),
        ([pair("general.type", STRING, "imatrix")], "imatrix"),
    ],
)
def test_files_that_cannot_chat_are_named(tmp_path: Path, pairs: list[bytes], kind: str) -> None:
    assert read_gguf(Gguf(pairs, [tensor()]).write(tmp_path / "m.gguf")).no_chat_kind == kind


def test_vocabulary_only_file_is_named(tmp_path: Path) -> None:
    assert read_gguf(small_model(n_tensors=0).write(tmp_path / "m.gguf")).is_vocabulary_only


def test_parts_of_a_split_model(tmp_path: Path) -> None:
    split = [pair("split.no", UINT16, 1), pair("split.count", UINT16, 3)]
    found = read_gguf(Gguf(split, [tensor()]).write(tmp_path / "m.gguf"))
    assert found.split == (1, 3) and found.architecture == ""
    split[0] = pair("split.no", UINT16, 3)
    assert refused_for(tmp_path, Gguf(split, [tensor()])) == "split_number"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "model_empty"),
        (b"GG", "model_cut_short"),
        (b"GGUF\x03\x00", "model_cut_short"),
        (bytes(range(256)) * 8, "not_a_model"),
        (b"\n <!DOCTYPE html><html><body>Sign in</body></html>", "looks_like_html"),
        (b"PK\x03\x04" + bytes(100), "looks_like_zip"),
        (b"\x1f\x8b\x08" + bytes(100), "looks_like_archive"),
        (struct.pack("<Q", 40) + b'{"a":{"dtype":"F32"}}' + bytes(100), "looks_like_safetensors"),
        (b"tjgg\x03\x00\x00\x00" + bytes(100), "looks_like_old_ggml"),
        (b"\x80\x02}q\x00" + bytes(100), "looks_like_pytorch"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "looks_like_lfs_pointer"),
        (b"%PDF-1.7\n" + bytes(100), "looks_like_document"),
        (b'{"error": "Invalid credentials"}\n', "looks_like_text"),
        (b"GGUF" + struct.pack("<IQQ", 1, 0, 0), "model_version_unsupported"),
        (b"GGUF" + struct.pack("<IQQ", 4, 0, 0), "model_version_unsupported"),
        (b"GGUF" + struct.pack(">IQQ", 3, 1, 1), "model_big_endian"),
        (b"GGUF" + struct.pack("<IQQ", 0, 0, 0), "model_damaged"),
        (b"GGUF" + struct.pack("<IQQ", 3, 0, 0), "model_damaged"),
    ],
)
def test_what_is_no_usable_model_is_named(tmp_path: Path, content: bytes, code: str) -> None:
    assert refused_bytes(tmp_path, content).code == code


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"n_pairs": 2**63}, "too_many_keys"),
        ({"n_pairs": 65_000, "n_tensors": 65_000}, None),
        ({"n_tensors": 2**64 - 1}, "too_many_tensors"),
        ({"pairs": [struct.pack("<Q", 2**60)]}, "key_length"),
        ({"pairs": [pair("", STRING, "x")]}, "key_length"),
        ({"pairs": [text("k") + struct.pack("<IQ", STRING, 2**60)]}, "length_past_end"),
        ({"pairs": [text("k") + struct.pack("<IIQ", ARRAY, STRING, 2**60)]}, "too_many_strings"),
        ({"pairs": [text("k") + struct.pack("<IIQQ", ARRAY, STRING, 2, 2**62)]}, "length_past_end"),
        ({"pairs": [text("k") + struct.pack("<IIQ", ARRAY, INT32, 2**62)]}, "too_many_items"),
        ({"pairs": [text("k") + struct.pack("<IIQ", ARRAY, ARRAY, 2) + bytes(64)]}, "nested_array"),
        ({"pairs": [text("k") + struct.pack("<II", 13, 0)]}, "value_kind"),
        ({"pairs": [pair("general.alignment", UINT32, 0)]}, "alignment"),
        ({"pairs": [pair("general.alignment", UINT32, 48)]}, "alignment"),
        ({"pairs": [pair("general.alignment", STRING, "32")]}, "alignment"),
        ({"pairs": [pair("k", UINT32, 1), pair("k", UINT32, 2)]}, "duplicate_key"),
        ({"pairs": [pair("general.architecture", UINT32, 1)]}, "no_architecture"),
        ({"tensors": [tensor("a"), tensor("a")]}, "duplicate_tensor"),
        ({"tensors": [Tensor("n" * 64)]}, "tensor_name_length"),
        ({"tensors": [Tensor("a", (1, 1, 1, 1, 1))]}, "tensor_dimensions"),
        ({"tensors": [Tensor("a", (-1, 4))]}, "tensor_shape"),
        ({"tensors": [Tensor("a", (33, 4), kind=2)]}, "tensor_shape"),
        ({"tensors": [Tensor("a", (2**32, 2**32))]}, "tensor_too_large"),
        ({"tensors": [Tensor("a", (2**62, 2**62, 0))]}, "tensor_too_large"),
        ({"tensors": [Tensor("a", (8, 4), 0, 2**60)]}, "tensor_gap"),
        ({"tensors": [tensor("a"), Tensor("b", (8, 4), 0, 7)]}, "tensor_misaligned"),
        ({"tensors": [tensor("a"), Tensor("b", (8, 4), 0, 32)]}, "tensors_overlap"),
    ],
)
def test_files_that_contradict_themselves(tmp_path: Path, change: dict[str, Any], reason: str | None) -> None:
    file = Gguf([pair("general.architecture", STRING, "llama")], [tensor()])
    if "pairs" in change:
        change = {**change, "pairs": change["pairs"] + [bytes(64)]}
        file.n_pairs = len(change["pairs"]) - 1
    for name, value in change.items():
        setattr(file, name, value)
    tracemalloc.start()
    error = refused_bytes(tmp_path, file.build())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 4 << 20
    assert error.code == ("model_damaged" if reason else "model_cut_short")
    if reason:
        assert error.parameters["reason"] == reason


@pytest.mark.parametrize("kind", [4, 5, 31, 33, 36, 43, 2**31, 2**32 - 1])
def test_unknown_and_retired_tensor_types(tmp_path: Path, kind: int) -> None:
    file = small_model()
    file.tensors = [Tensor("a", (256, 4), kind)]
    error = refused_bytes(tmp_path, file.build())
    assert (error.code, error.parameters["type"]) == ("model_unknown_tensor_type", kind)


def test_half_a_download_says_how_much_is_missing(tmp_path: Path) -> None:
    whole = small_model().build()
    for size in (len(whole) - 1, len(whole) - 200):
        error = refused_bytes(tmp_path, whole[:size])
        assert error.code == "model_cut_short"
        assert (error.parameters["have_bytes"], error.parameters["need_bytes"]) == (size, len(whole))


def test_every_cut_of_a_good_file_is_called_cut_short(tmp_path: Path) -> None:
    whole = small_model().build()
    for size in range(1, len(whole)):
        error = refused_bytes(tmp_path, whole[:size])
        assert error.code == "model_cut_short", (size, error)
        need = error.parameters["need_bytes"]
        assert isinstance(need, int) and size < need <= len(whole)


def test_template_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    extra = pair("tokenizer.chat_template", STRING, "x" * ((1 << 20) + 1))
    file = Gguf([pair("general.architecture", STRING, "llama"), extra], [tensor()])
    assert refused_bytes(tmp_path, file.build()).code == "model_template_too_long"


def test_very_many_keys_are_bounded_in_memory(tmp_path: Path) -> None:
    pairs = [pair(f"key.{n:08d}" + "x" * 80, STRING, "\U0001f600" * 40) for n in range(60_000)]
    path = Gguf(pairs, [tensor()]).write(tmp_path / "keys.gguf")
    tracemalloc.start()
    error = refused(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert error.parameters["reason"] == "too_much_text"
    assert peak < 64 << 20


def test_what_is_no_regular_file_is_named_and_never_waited_for(tmp_path: Path) -> None:
    (tmp_path / "folder.gguf").mkdir()
    os.mkfifo(tmp_path / "fifo.gguf")
    (tmp_path / "broken.gguf").symlink_to(tmp_path / "nowhere")
    (tmp_path / "circle.gguf").symlink_to(tmp_path / "circle.gguf")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(os.fspath(tmp_path / "s.gguf"))
        assert refused(tmp_path / "s.gguf").parameters["kind"] == "socket"
    assert refused(tmp_path / "folder.gguf").code == "model_is_folder"
    assert refused(tmp_path / "fifo.gguf").parameters["kind"] == "fifo"
    assert refused(Path("/dev/zero")).parameters["kind"] == "device"
    assert refused(tmp_path / "broken.gguf").code == "model_link_broken"
    assert refused(tmp_path / "circle.gguf").code == "model_link_broken"
    assert refused(tmp_path / "none.gguf").code == "model_missing"
    assert refused(tmp_path / "fifo.gguf" / "below").code == "model_missing"
    assert refused(Path("nul\0.gguf")).code == "model_missing"
    assert refused(tmp_path / ("n" * 300)).code == "model_unreadable"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_unreadable_file(tmp_path: Path) -> None:
    path = small_model().write(tmp_path / "m.gguf")
    path.chmod(0)
    assert refused(path).code == "model_unreadable"


def test_hostile_file_name_is_safe_in_the_error(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"a\n\xff\xe2\x80\xaefugg.gguf")
    path.write_bytes(b"no")
    shown = str(refused(path).parameters["file"])
    assert shown == "a\ufffd\ufffd\ufffdfugg.gguf"


def test_a_swapped_or_changed_file_is_noticed(tmp_path: Path) -> None:
    path = small_model().write(tmp_path / "m.gguf")
    identity = read_gguf(path).identity
    assert identity == FileIdentity.of(path) and identity.still_same(path)
    other = small_model().write(tmp_path / "other.gguf")
    os.utime(other, ns=(identity.mtime_ns, identity.mtime_ns))
    os.replace(other, path)
    assert not identity.still_same(path)
    changed = FileIdentity.of(path)
    os.utime(path, ns=(0, 0))
    assert not changed.still_same(path)
    path.unlink()
    assert not changed.still_same(path)
