"""What a person may type for a model, and where a server may say that a file lies."""

import pytest

from app.domain.errors import UsageError
from app.domain.model_source import (
    HUB,
    ModelSource,
    file_path,
    is_safe_path,
    listing_path,
    may_go_on,
    parse_source,
)
from app.domain.origin import Origin, parse_file_address

OTHER = Origin("https", "files.example.org", 443)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Qwen/Qwen3-8B-GGUF", ModelSource(HUB, "Qwen/Qwen3-8B-GGUF")),
        (" a/b:Q4_K_M ", ModelSource(HUB, "a/b", quantisation="Q4_K_M")),
        ("a/b/c/d.gguf", ModelSource(HUB, "a/b", file="c/d.gguf")),
        ("https://huggingface.co/a/b", ModelSource(HUB, "a/b")),
        ("https://HuggingFace.co/a/b/tree/main", ModelSource(HUB, "a/b")),
        ("https://huggingface.co/a/b/blob/v1.0/x%20y.gguf", ModelSource(HUB, "a/b", "v1.0", "x y.gguf")),
        (
            "https://huggingface.co/a/b/resolve/main/Q4/x.gguf?download=true",
            ModelSource(HUB, "a/b", file="Q4/x.gguf"),
        ),
        ("https://huggingface.co/a/b/tree/main/Q4_K_M", ModelSource(HUB, "a/b", quantisation="Q4_K_M")),
        ("huggingface.co/a/b", ModelSource(HUB, "a/b")),
        ("hf.co/a/b:Q4_K_M", ModelSource(HUB, "a/b", quantisation="Q4_K_M")),
        ("HF.co/a/b/blob/main/x.gguf", ModelSource(HUB, "a/b", file="x.gguf")),
        ("https://hf.co/a/b", ModelSource(HUB, "a/b")),
        ("www.huggingface.co/a/b/", ModelSource(HUB, "a/b")),
        (
            "https://files.example.org/m/x.gguf?k=1#top",
            ModelSource(OTHER, file="x.gguf", path="/m/x.gguf?k=1"),
        ),
    ],
)
def test_what_names_a_model(text: str, source: ModelSource) -> None:
    assert parse_source(text) == source


@pytest.mark.parametrize(
    "text",
    [
        "", "qwen", "/", "a/", "/b", "a/b:", "../b", "a/../b/c.gguf", "a/b/../c.gguf", "a/b/c.gguf:Q4", "a b/c",
        "https://huggingface.co/a", "https://huggingface.co/a/b/raw/main/x.gguf", "https://files.example.org/x.zip",
        "https://user:key@files.example.org/x.gguf", "https://files.example.org\\@evil/x.gguf", "file:///x.gguf",
        "ftp://files.example.org/x.gguf", "http://files.example.org/x.gguf", "https://files.example.org/a\nb.gguf",
        "a/b/c.txt", "https://huggingface.co/a/b/blob/main/c.txt", "huggingface.co/a", "hf.co", "hf.co/a/b/c.txt",
        "https://huggingface.co/a/b/tree/main/no such", "https://hf.co.evil.example/a/b",
        "https://a..b/x.gguf", "https://0x7f.1/x.gguf", "https://huggingface.co/a/b/resolve/main/../x.gguf",
    ],
)  # fmt: skip
def test_what_names_none(text: str) -> None:
    if text == "a/b:":
        assert parse_source(text) == ModelSource(HUB, "a/b")
        return
    with pytest.raises(UsageError):
        parse_source(text)


def test_the_hub_is_asked_for_lists_and_files_by_their_state() -> None:
    source = ModelSource(HUB, "a/b", "v1")
    assert listing_path(source) == "/api/models/a/b/revision/v1?blobs=true"
    assert file_path("a/b", "c" * 40, "Q4/x y (1).gguf") == f"/a/b/resolve/{'c' * 40}/Q4/x%20y%20(1).gguf"


@pytest.mark.parametrize(
    ("asked", "other", "allowed"),
    [
        ("https://huggingface.co/", "https://cas-bridge.xethub.hf.co/x", True),
        ("https://huggingface.co/", "https://us.aws.cdn.hf.co/x", True),
        ("https://huggingface.co/", "https://cdn-lfs.huggingface.co/x", True),
        ("https://huggingface.co/", "https://evilhf.co/x", False),
        ("https://huggingface.co/", "https://hf.co.evil.example/x", False),
        ("https://huggingface.co/", "https://huggingface.co.evil.example/x", False),
        ("https://github.com/", "https://release-assets.githubusercontent.com/x", True),
        ("https://github.com/", "https://huggingface.co/x", False),
        ("https://files.example.org/", "https://files.example.org:8443/x", True),
        ("https://files.example.org/", "https://cdn.files.example.org/x", False),
        ("https://files.example.org/", "https://hf.co/x", False),
        ("http://127.0.0.1:80/", "http://127.0.0.1:81/", False),
        ("http://127.0.0.1:80/", "http://127.0.0.1:80/y", True),
    ],
)
def test_only_a_server_s_own_hosts_may_hand_out_its_files(asked: str, other: str, allowed: bool) -> None:
    assert may_go_on(parse_file_address(asked)[0], parse_file_address(other)[0]) is allowed


@pytest.mark.parametrize(
    ("path", "safe"),
    [
        ("x.gguf", True), ("Q4_K_M/x-00001-of-00002.gguf", True), ("a/./b", False), ("..", False), ("a//b", False),
        ("/a", False), ("a/", False), (".git/config", False), ("a\\b", False), ("a:b", False), ("ä.gguf", False),
        ("a ", False), ("a.", False), ("con.gguf/..", False), ("x" * 401, False), ("a\x00b", False), ("", False),
    ],
)  # fmt: skip
def test_a_path_can_only_lead_inwards(path: str, safe: bool) -> None:
    assert is_safe_path(path) is safe
