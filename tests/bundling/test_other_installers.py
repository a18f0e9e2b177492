"""The installers that can't be run here: what they name is there, and what can be tried of them is."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from app.ui.qt_start import desktop_file_name
from bundling import desktop
from set_up.places import here

INSTALLERS = here().project / "installers"
WORKFLOW = here().project / ".github" / "workflows" / "packages.yml"


def test_windows_starts_the_programs_that_are_made() -> None:
    spec = (INSTALLERS / "pyinstaller" / "hearth.spec").read_text("utf-8")
    script = (INSTALLERS / "windows" / "hearth.iss").read_text("utf-8")
    made = set(re.findall(r'program\("(\w+)", console', spec))
    assert made == {"hearth", "hearthw"}
    assert set(re.findall(r"\{app\}\\(\w+)\.exe", script)) <= made


def test_what_the_workflow_runs_is_there() -> None:
    jobs = yaml.safe_load(WORKFLOW.read_text("utf-8"))["jobs"]
    commands = "\n".join(step.get("run", "") for job in jobs.values() for step in job["steps"]).replace(
        "\\", "/"
    )
    named = set(re.findall(r"installers/[\w/.]+\.(?:py|sh|iss)", commands))
    assert {f"installers/{name}" for name in ("build.py", "windows/hearth.iss", "macos/make_dmg.sh")} <= named
    assert [name for name in named if not (here().project / name).exists()] == []
    for system in jobs:
        assert "--smoke-test" in commands or system == "macos"  # there make_dmg.sh tries what it has signed


@pytest.mark.skipif(sys.platform != "linux", reason="a Flatpak is for Linux")
def test_the_flatpak_is_laid_out_from_the_archive(tmp_path: Path) -> None:
    archive, target = tmp_path / "archive", tmp_path / "app"
    (archive / "_internal").mkdir(parents=True)
    (archive / "hearth").write_bytes(b"")
    desktop.lay_out(here(), archive / "share", "1.2.3", "2026-01-01")
    (module,) = yaml.safe_load((INSTALLERS / "flatpak" / "org.hearth.Hearth.yml").read_text("utf-8"))[
        "modules"
    ]
    for command in module["build-commands"]:
        subprocess.run(command.replace("/app/", f"{target}/"), shell=True, cwd=archive, check=True)
    name = desktop_file_name(target / "lib")
    assert name == "org.hearth.Hearth" and desktop_file_name(tmp_path / "none") == "hearth"
    entry = (target / "share" / "applications" / f"{name}.desktop").read_text("utf-8")
    assert f"\nIcon={name}\n" in entry
    facts = (target / "share" / "metainfo" / f"{name}.metainfo.xml").read_text("utf-8")
    assert f'<launchable type="desktop-id">{name}.desktop</launchable>' in facts
    kinds = (target / "share" / "mime" / "packages" / f"{name}.xml").read_text("utf-8")
    assert f'<icon name="{name}"/>' in kinds
    icons = {path.parts[-3] for path in target.glob(f"share/icons/hicolor/*/apps/{name}.png")}
    assert icons == {f"{pixels}x{pixels}" for pixels in desktop.SIZES_PX}
