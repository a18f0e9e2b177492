"""Folders laid out as each other program lays them out, with real small GGUF files in them."""

import hashlib
import json
import os
from pathlib import Path

import pytest

from app.domain.errors import Cancelled
from app.models.discovery import Found, FoundModel, Unusable, find_models, gguf_files
from app.models.shelf import ModelShelf
from app.models.store_layouts import Store, known_stores
from tests.models_app.gguf_writing import STRING, UINT16, Gguf, pair, small_model, tensor


def projector() -> Gguf:
    return Gguf([pair("general.architecture", STRING, "clip")], [tensor()])


def part(number: int, parts: int) -> Gguf:
    pairs = [pair("split.no", UINT16, number), pair("split.count", UINT16, parts)]
    if number == 0:
        pairs.insert(0, pair("general.architecture", STRING, "llama"))
    return Gguf(pairs, [tensor(f"blk.{number}.attn_q.weight")])


def put(path: Path, file: Gguf) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return file.write(path)


def put_blob(store: Path, file: Gguf) -> str:
    """A blob as Ollama keeps it; returns its digest."""
    body = file.build()
    name = hashlib.sha256(body).hexdigest()
    (store / "blobs").mkdir(parents=True, exist_ok=True)
    (store / "blobs" / f"sha256-{name}").write_bytes(body)
    return f"sha256:{name}"


def put_manifest(store: Path, place: str, layers: object) -> None:
    path = store / "manifests" / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"schemaVersion": 2, "layers": layers}), encoding="utf-8")


def layer(kind: str, digest: str) -> dict[str, object]:
    return {"mediaType": f"application/vnd.ollama.image.{kind}", "digest": digest, "size": 1}


def look(home: Path, environ: dict[str, str] | None = None, platform: str = "linux") -> list[Found]:
    return list(find_models(known_stores(environ or {}, home, platform)))


def models(found: list[Found]) -> list[FoundModel]:
    assert not [one for one in found if isinstance(one, Unusable)]
    return [one for one in found if isinstance(one, FoundModel)]


def test_ollama_names_come_from_its_manifests(tmp_path: Path) -> None:
    store = tmp_path / ".ollama" / "models"
    small, seeing = put_blob(store, small_model()), put_blob(store, small_model(n_tensors=5))
    eye = put_blob(store, projector())
    put_manifest(
        store, "registry.ollama.ai/library/llama3.2/3b", [layer("model", small), layer("license", eye)]
    )
    put_manifest(store, "registry.ollama.ai/library/same/latest", [layer("model", small)])
    put_manifest(
        store, "registry.ollama.ai/some.one/sees/7b", [layer("model", seeing), layer("projector", eye)]
    )
    found = {one.name: one for one in models(look(tmp_path))}
    assert set(found) == {"llama3.2:3b", "some.one/sees:7b"}  # one file under two names is one model
    assert found["llama3.2:3b"].projector is None
    assert found["some.one/sees:7b"].projector == store / "blobs" / eye.replace(":", "-")
    assert found["llama3.2:3b"].path.stat().st_size == found["llama3.2:3b"].size_bytes


@pytest.mark.parametrize(
    "layers",
    [
        None,
        "model",
        [None, 3, {}],
        [{"mediaType": "application/vnd.ollama.image.model", "digest": "sha256:../../../../etc/passwd"}],
        [{"mediaType": "application/vnd.ollama.image.model", "digest": ["sha256:" + "0" * 64]}],
    ],
)
def test_a_manifest_that_makes_no_sense_is_passed_over(tmp_path: Path, layers: object) -> None:
    store = tmp_path / ".ollama" / "models"
    put_manifest(store, "registry.ollama.ai/library/odd/latest", layers)
    (store / "manifests" / "broken").write_bytes(b'{"layers": [\xff')
    good = put_blob(store, small_model())
    put_manifest(store, "registry.ollama.ai/library/zulu/latest", [layer("model", good)])
    assert [one.name for one in models(look(tmp_path))] == ["zulu:latest"]


def test_a_blob_that_is_gone_is_told(tmp_path: Path) -> None:
    store = tmp_path / ".ollama" / "models"
    put_manifest(store, "registry.ollama.ai/library/gone/1b", [layer("model", "sha256:" + "0" * 64)])
    (one,) = look(tmp_path)
    assert isinstance(one, Unusable)
    assert (one.name, one.error.code) == ("gone:1b", "model_missing")


def test_lm_studio_and_its_moved_home(tmp_path: Path) -> None:
    put(tmp_path / ".lmstudio" / "models" / "bartowski" / "One-GGUF" / "One-Q4_K_M.gguf", small_model())
    put(
        tmp_path / "elsewhere" / "models" / "lmstudio-community" / "Two" / "Two.gguf",
        small_model(n_tensors=2),
    )
    (tmp_path / ".lmstudio-home-pointer").write_text(str(tmp_path / "elsewhere") + "\n", encoding="utf-8")
    found = models(look(tmp_path))
    assert [(one.program, one.name) for one in found] == [("LM Studio", "Two"), ("LM Studio", "One-Q4_K_M")]


def test_jan_by_its_descriptions(tmp_path: Path) -> None:
    data = tmp_path / ".local" / "share" / "Jan" / "data"
    put(data / "llamacpp" / "models" / "qwen" / "eye" / "model.gguf", small_model())
    put(data / "llamacpp" / "models" / "qwen" / "eye" / "mmproj.gguf", projector())
    outside = put(tmp_path / "disk" / "linked.gguf", small_model(n_tensors=2))
    for name, text in (
        (
            "qwen/eye",
            "model_path: llamacpp/models/qwen/eye/model.gguf\nmmproj_path: llamacpp/models/qwen/eye/mmproj.gguf\n",
        ),
        ("linked", f"embedding: false\nmodel_path: '{outside}'\nname: linked\n"),
        ("hostile", "model_path: ../../../../etc/passwd\n"),
    ):
        description = data / "llamacpp" / "models" / name / "model.yml"
        description.parent.mkdir(parents=True, exist_ok=True)
        description.write_text(text, encoding="utf-8")
    found = {one.name: one for one in models(look(tmp_path))}
    assert set(found) == {"qwen/eye", "linked"}
    assert found["linked"].path == outside
    assert found["qwen/eye"].projector == data / "llamacpp" / "models" / "qwen" / "eye" / "mmproj.gguf"


def test_gpt4all_where_its_settings_say(tmp_path: Path) -> None:
    put(tmp_path / "big disk" / "Llama.Q4_0.gguf", small_model())
    settings = tmp_path / ".config" / "nomic.ai" / "GPT4All.ini"
    settings.parent.mkdir(parents=True)
    settings.write_text(f"[General]\nmodelPath={tmp_path / 'big disk'}\n", encoding="utf-8")
    assert [(one.program, one.name) for one in models(look(tmp_path))] == [("GPT4All", "Llama.Q4_0")]


def test_the_hub_s_cache_through_its_links(tmp_path: Path) -> None:
    repository = tmp_path / ".cache" / "huggingface" / "hub" / "models--ggml-org--tiny-GGUF"
    blob = put(repository / "blobs" / ("a" * 64), small_model())
    for revision in ("1111", "2222"):  # two revisions that share a file
        snapshot = repository / "snapshots" / revision
        snapshot.mkdir(parents=True)
        os.symlink(os.path.relpath(blob, snapshot), snapshot / "tiny-q8_0.gguf")
    (one,) = models(look(tmp_path))
    assert (one.program, one.name) == ("Hugging Face", "ggml-org/tiny-GGUF/tiny-q8_0.gguf")


def test_a_split_model_is_one_and_a_missing_part_is_told(tmp_path: Path) -> None:
    for number in range(3):
        put(tmp_path / "big" / f"Big-Q4-{number + 1:05d}-of-00003.gguf", part(number, 3))
    put(tmp_path / "half" / "Half-00001-of-00002.gguf", part(0, 2))
    whole, half = find_models([Store("folder", tmp_path)])
    assert isinstance(whole, FoundModel)
    assert (whole.name, whole.parts) == ("Big-Q4", 3)
    assert whole.size_bytes == sum(path.stat().st_size for path in (tmp_path / "big").iterdir())
    assert isinstance(half, Unusable)
    assert half.error.code == "model_part_missing"


def test_a_projector_goes_with_its_model_alone(tmp_path: Path) -> None:
    put(tmp_path / "one" / "Gemma-3-4b-Q4_K_M.gguf", small_model())
    put(tmp_path / "one" / "mmproj-model-f16.gguf", projector())
    put(tmp_path / "many" / "Gemma-3-12b-Q8_0.gguf", small_model(n_tensors=2))
    put(tmp_path / "many" / "Mistral-7b.gguf", small_model(n_tensors=5))
    put(tmp_path / "many" / "mmproj-Gemma-3-12b-f16.gguf", projector())
    found = {one.name: one.projector for one in models(list(find_models([Store("folder", tmp_path)])))}
    assert found == {
        "Gemma-3-12b-Q8_0": tmp_path / "many" / "mmproj-Gemma-3-12b-f16.gguf",
        "Mistral-7b": None,
        "Gemma-3-4b-Q4_K_M": tmp_path / "one" / "mmproj-model-f16.gguf",
    }


def test_awkward_folders_stop_nothing(tmp_path: Path) -> None:
    put(tmp_path / "deep" / "ok.gguf", small_model())
    os.symlink(tmp_path, tmp_path / "deep" / "circle")
    os.symlink(tmp_path / "nowhere", tmp_path / "broken.gguf")
    os.mkfifo(tmp_path / "pipe.gguf")
    (tmp_path / "text.gguf").write_text("<html>", encoding="utf-8")
    (tmp_path / "empty.gguf").touch()
    (tmp_path / "folder.gguf").mkdir()
    found = list(find_models([Store("folder", tmp_path)]))
    assert [one.name for one in found if isinstance(one, FoundModel)] == ["ok"]
    codes = {one.name: one.error.code for one in found if isinstance(one, Unusable)}
    assert codes == {"empty": "model_empty", "text": "looks_like_html"}


def test_looking_can_be_stopped(tmp_path: Path) -> None:
    put(tmp_path / "ok.gguf", small_model())
    with pytest.raises(Cancelled):
        list(find_models([Store("folder", tmp_path)], lambda: True))
    with pytest.raises(Cancelled):
        list(gguf_files(tmp_path, lambda: True))


def test_other_systems_folders(tmp_path: Path) -> None:
    put(tmp_path / "Library" / "Application Support" / "nomic.ai" / "GPT4All" / "mac.gguf", small_model())
    put(tmp_path / "AppData" / "Local" / "nomic.ai" / "GPT4All" / "win.gguf", small_model())
    assert [one.name for one in models(look(tmp_path, platform="darwin"))] == ["mac"]
    assert [one.name for one in models(look(tmp_path, platform="win32"))] == ["win"]


def test_what_was_found_is_used_where_it_lies(tmp_path: Path) -> None:
    store = tmp_path / ".ollama" / "models"
    digest = put_blob(store, small_model())
    put_manifest(store, "registry.ollama.ai/library/llama3.2/3b", [layer("model", digest)])
    (one,) = models(look(tmp_path))
    shelf = ModelShelf(tmp_path / "profile" / "models")
    added = shelf.place(one.path, one.name, one.projector)
    assert added.name == "llama3.2-3b"
    assert shelf.projector(added) is None
    assert added.is_link
    assert added.real_path == one.path
    assert shelf.info("llama3.2-3b").architecture == one.header.architecture


def test_what_sees_is_used_with_its_projector_where_both_lie(tmp_path: Path) -> None:
    store = tmp_path / ".ollama" / "models"
    seeing, eye, no_eye = (
        put_blob(store, one) for one in (small_model(), projector(), small_model(n_tensors=4))
    )
    for name, beside in (("seer", eye), ("blind", no_eye)):
        model = put_blob(store, small_model(n_tensors=5)) if name == "blind" else seeing
        layers = [layer("model", model), layer("projector", beside)]
        put_manifest(store, f"registry.ollama.ai/library/{name}/4b", layers)
    shelf = ModelShelf(tmp_path / "profile" / "models")
    by_name = {one.name: one for one in models(look(tmp_path))}
    placed = {name: shelf.place(one.path, one.name, one.projector) for name, one in by_name.items()}
    assert {name: model.name for name, model in placed.items()} == {
        "seer:4b": "seer-4b",
        "blind:4b": "blind-4b",
    }
    assert shelf.projector(placed["seer:4b"]) == store / "blobs" / eye.replace(":", "-")
    assert shelf.projector(placed["blind:4b"]) is None  # a file that is no projector is passed over
