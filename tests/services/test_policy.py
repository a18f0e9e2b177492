"""The administrator's file: what it fixes, and that a slip of the pen in it opens nothing."""

import os
import sys
from pathlib import Path

import pytest

from app.domain.adapter import Adapter
from app.domain.errors import CloudError, LibraryError, ModelError
from app.domain.origin import Origin
from app.models.beside import read_beside
from app.models.gguf import read_gguf
from app.models.projectors import keep_projector
from app.models.shelf import ModelShelf
from app.models.shelf_entry import ModelState
from app.services.cloud_policy import downloads_allowed_by
from app.services.places import resource
from app.services.policy import CAREFUL_LOCK_MINUTES, Policy, policy_file, read_policy
from app.services.state_words import policy_words
from tests.inference.tiny_projector import write_tiny_projector
from tests.library.library_work import LibraryWork

if sys.platform != "win32":
    import pwd

ALL = {"asks_servers": False, "library_folders": (), "only_these_models": True}


def written(folder: Path, text: str) -> Policy:
    path = folder / "policy.json"
    path.write_text(text, encoding="utf-8")
    return read_policy(path)


def test_without_a_file_nothing_is_fixed(tmp_path: Path) -> None:
    policy = read_policy(tmp_path / "policy.json")
    assert policy == Policy(tmp_path / "policy.json")
    policy.library_must_be_allowed(tmp_path)
    policy.model_must_be_allowed(tmp_path / "any.gguf")
    policy.download_must_be_allowed()
    assert [policy.lock_minutes(chosen) for chosen in (0, 15)] == [0, 15]
    assert "Nothing is fixed" in policy_words(policy)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nonsense",
        "[]",
        '{"cloud": "never", "librari_folders": ["/srv"]}',
        '{"cloud": "ask", "origin": ["https://a.example"]}',
        '{"cloud": "ask", "library_folders": ["/srv"], "lock_after_minuts": 5}',
        '{"cloud": "never", "library_folders": "/srv", "only_model_folders": true}',
        '{"cloud": "never", "library_folders": [7], "only_model_folders": "yes"}',
        '{"cloud": "never", "library_folders": ["relative"], "model_folders": [null]}',
        '{"cloud": "never", "only_model_folders": 1}',
        '{"cloud": "never", "lock_after_minutes": "5"}',
        '{"cloud": "never", "lock_after_minutes": 0}',
        '{"cloud": "never", "lock_after_minutes": true}',
        '{"cloud": "never", "lock_after_minutes": 5.5}',
    ],
)
def test_what_cannot_be_read_forbids_all_that_could_be_forbidden(tmp_path: Path, text: str) -> None:
    policy = written(tmp_path, text)
    assert {key: getattr(policy, key) for key in ALL} == ALL and not policy.is_clear
    assert policy.lock_minutes(0) == CAREFUL_LOCK_MINUTES
    assert "Not all of the file is understood" in policy_words(policy)


def test_a_flatpak_is_held_by_the_computers_file_and_by_a_view_of_it_that_was_taken_away(
    tmp_path: Path,
) -> None:
    inside = tmp_path / ".flatpak-info"
    assert not policy_file(inside).is_relative_to("/run/host")
    inside.touch()
    assert policy_file(inside) == Path("/run/host/etc/hearth/policy.json")
    seen = tmp_path / "etc"
    (seen / "hearth").mkdir(parents=True)
    file = seen / "hearth" / "policy.json"
    assert read_policy(file, seen) == Policy(file)  # the computer has none
    file.write_text('{"cloud": "never"}', encoding="utf-8")
    assert not read_policy(file, seen).asks_servers and read_policy(file, seen).library_folders is None
    blind = read_policy(tmp_path / "gone" / "hearth" / "policy.json", tmp_path / "gone")
    assert {key: getattr(blind, key) for key in ALL} == ALL and not blind.is_clear
    assert "Not all of the file is understood" in policy_words(blind)


@pytest.mark.skipif(sys.platform == "win32", reason="asks Windows, not a list of accounts")
def test_whose_own_folder_is_meant_is_no_variables_to_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", "/")
    policy = written(tmp_path, '{"cloud": "never", "library_folders": ["~", "~/Papers"]}')
    own = Path(pwd.getpwuid(os.getuid()).pw_dir)
    assert policy.library_folders == (own, own / "Papers")
    assert written(tmp_path, '{"library_folders": ["~root/x"]}').library_folders == ()


def test_each_key_fixes_its_own_alone(tmp_path: Path) -> None:
    policy = written(tmp_path, '{"cloud": "ask"}')
    assert policy == Policy(policy.path, is_there=True)
    policy = written(
        tmp_path,
        '{"cloud": "ask", "origins": ["https://a.example"], "library_folders": ["~/Papers", "/srv/x"], '
        '"model_folders": ["/srv/models"], "only_model_folders": true, "lock_after_minutes": 10}',
    )
    assert policy.is_clear and policy.asks_servers and policy.origins == (Origin("https", "a.example", 443),)
    assert policy.library_folders is not None and policy.library_folders[1:] == (Path("/srv/x"),)
    assert [policy.lock_minutes(chosen) for chosen in (0, 5, 10, 15)] == [10, 5, 10, 10]
    words = policy_words(policy)
    assert all(word in words for word in ("listed servers", "library", "Only models", "after 10 min"))


def test_only_listed_folders_are_read(tmp_path: Path) -> None:
    allowed, other = tmp_path / "allowed", tmp_path / "other"
    for folder in (allowed, other):
        (folder / "deeper").mkdir(parents=True)
    (allowed / "way out").symlink_to(other)
    policy = written(tmp_path, f'{{"cloud": "never", "library_folders": ["{allowed}"]}}')
    policy.library_must_be_allowed(allowed)
    policy.library_must_be_allowed(allowed / "deeper")
    for folder in (other, tmp_path, allowed / ".." / "other", allowed / "way out", Path(f"{allowed}-too")):
        with pytest.raises(LibraryError) as refused:
            policy.library_must_be_allowed(folder)
        assert refused.value.code == "library_folder_forbidden"
    work = LibraryWork(tmp_path / "profile")
    try:
        work.service._policy = policy.path
        with pytest.raises(LibraryError):
            work.add("other", other)
        assert not work.service.exists
        assert work.add("allowed", allowed).paths == (str(allowed),)
    finally:
        work.close()


def test_only_models_of_listed_folders_are_used(tmp_path: Path) -> None:
    shared, own, model = tmp_path / "shared", tmp_path / "own", resource("models", "hearth-demo.gguf")
    for folder in (shared, own):
        folder.mkdir()
        (folder / "model.gguf").write_bytes(model.read_bytes())
    ModelShelf(tmp_path / "models").add(own / "model.gguf")  # before there was a policy
    policy = written(
        tmp_path, f'{{"cloud": "never", "model_folders": ["{shared}"], "only_model_folders": true}}'
    )
    shelf = ModelShelf(tmp_path / "models", must_be_allowed=policy.model_must_be_allowed)
    (kept,) = shelf.list()
    assert (kept.state, kept.code) == (ModelState.DAMAGED, "model_forbidden")
    for refused in (shelf.add, shelf.get):
        with pytest.raises(ModelError) as caught:
            refused(own / "model.gguf")
        assert caught.value.code == "model_forbidden"
    with pytest.raises(ModelError):
        shelf.add(shared / "model.gguf", copy=True)  # a copy would lie elsewhere
    added = shelf.add(shared / "model.gguf")
    assert shelf.get(added.name).state is ModelState.OK
    # Nor does a projector from elsewhere come with an allowed model.
    keep_projector(shelf.folder, added.name, write_tiny_projector(own / "mmproj.gguf"))
    assert shelf.projector(added) is None
    assert ModelShelf(tmp_path / "models").projector(added) == own / "mmproj.gguf"
    policy.model_must_be_allowed(model, (model.parent,))  # what comes with Hearth
    with pytest.raises(ModelError) as no_download:
        policy.download_must_be_allowed()
    assert no_download.value.code == "downloads_forbidden"


def test_downloads_ask_for_leave_to_ask_as_well() -> None:
    def forbidden(_origin: Origin | None = None, /) -> None:
        raise CloudError("cloud_forbidden", path="x")

    with pytest.raises(CloudError):
        downloads_allowed_by(forbidden)(None)


def test_downloads_ask_the_policy_first(tmp_path: Path) -> None:
    policy = written(tmp_path, '{"cloud": "ask", "only_model_folders": true}')
    with pytest.raises(ModelError) as caught:
        downloads_allowed_by(lambda _origin=None, /: None, policy.path)(None)
    assert caught.value.code == "downloads_forbidden"


def test_no_adapter_comes_from_elsewhere(tmp_path: Path) -> None:
    policy = written(tmp_path, '{"cloud": "ask", "only_model_folders": true}')
    model = read_gguf(resource("models", "hearth-demo.gguf"))
    with pytest.raises(ModelError) as caught:
        adapters = (Adapter(str(tmp_path / "adapter.gguf")),)
        read_beside(model, "demo", None, adapters, policy.model_must_be_allowed)
    assert caught.value.code == "model_forbidden"
