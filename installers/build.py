"""Builds what people install: `python3 installers/build.py` after `bootstrap.py run --version`; results in dist/.

On Linux a Debian package and a portable archive; on Windows and macOS the folder or app that `installers/windows` and
`installers/macos` make an installer of. Runs in the Python of whoever builds.
"""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from bundling import compiling, deb, desktop, freezing, libraries, llama, neutral, packages, parts, windows
from set_up.places import Places, here
from set_up.trouble import SetUpStopped


def main(arguments: list[str]) -> int:
    """Build as asked; what can't be done is said in a sentence. Returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="build.py", description="Builds Hearth's bundle, package and archive."
    )
    parser.add_argument("--llama-wheel", type=Path, metavar="FILE", help="llama.cpp built for all processors")
    parser.add_argument("--with-model", type=Path, metavar="FILE", help="a GGUF file that comes along")
    parser.add_argument("--folder-only", action="store_true", help="no package and no archive")
    asked = parser.parse_args(arguments)
    places = here()
    try:
        made = build(places, asked.llama_wheel, asked.with_model, folder_only=asked.folder_only)
    except SetUpStopped as reason:
        print(reason, file=sys.stderr)
        return 1
    for path in made:
        print(path)
    return 0


def build(places: Places, wheel: Path | None, model: Path | None, *, folder_only: bool) -> list[Path]:
    """Make the bundle and what is made of it. Returns what was made."""
    work = places.work / "bundle"
    work.mkdir(parents=True, exist_ok=True)
    version, epoch = _version(places), _epoch(places)
    bundle = freezing.freeze(places, work, version, epoch)
    contents = freezing.contents_of(bundle)
    _tell("Laying in the packages …")
    packages.lay_in(places, contents)
    if wheel is not None:
        llama.lay_in(wheel, contents)
    else:
        _tell("llama.cpp is the one of this computer: the result is for this kind of processor alone.")
    taken: list[Path] = []
    if sys.platform == "linux":
        taken = [*libraries.lay_in(contents), *libraries.taken_by_pyinstaller(contents)]
        packages.join_copies(contents / "llama_cpp" / "lib")
        libraries.strip(contents)
        libraries.join(contents, work / "tools")
    elif sys.platform == "win32":
        windows.lay_in(contents)
    _tell("Compiling …")
    compiling.compile_all(contents)
    distributions = packages.installed(places)
    lacking = parts.write_licences(contents / "licences", places.project, distributions, taken)
    if lacking:
        raise SetUpStopped(
            f"There is no text of the licence of {', '.join(lacking)}: keep one in installers/licence_texts, and "
            "name it in installers/bundling/parts.py."
        )
    listed = parts.parts_of(distributions, taken)
    (contents / "licences" / "parts.cdx.json").write_text(parts.bill_of_materials(version, listed), "utf-8")
    if model is not None:
        (contents / "models").mkdir()
        shutil.copyfile(model, contents / "models" / model.name)
    neutral.neutralise(contents, places.project)
    if sys.platform == "linux":
        libraries.set_modes(bundle)
    elif sys.platform == "darwin":
        freezing.link_in(bundle)
    _look_through(places, bundle, contents)
    return [bundle] if folder_only or sys.platform != "linux" else _packed(places, bundle, version, epoch)


def _look_through(places: Places, bundle: Path, contents: Path) -> None:
    """Stop if something is in the bundle that may not be, or isn't there that must be."""
    found = neutral.findings(bundle, places.project)
    if sys.platform == "linux":
        system = deb.OF_LIBC | deb.OPTIONAL | frozenset(deb.OF_THE_DESKTOP)
        lacking = libraries.missing(contents, system)
        found += [f"missing: {name} for {', '.join(users[:3])}" for name, users in sorted(lacking.items())]
    if found:
        raise SetUpStopped("The bundle is not fit to be given away:\n" + "\n".join(found))


def _packed(places: Places, bundle: Path, version: str, epoch: int) -> list[Path]:
    target = places.project / "dist"
    target.mkdir(exist_ok=True)
    shared = bundle.parent / "share"
    desktop.lay_out(places, shared, version, deb.date_of(epoch))
    package = target / f"hearth_{version}_{deb.architecture()}.deb"
    archive = target / f"hearth-{version}-linux-{os.uname().machine}.tar.gz"
    _tell("Packing …")
    deb.make_deb(bundle, shared, places.project / "installers" / "linux", package, version, epoch)
    deb.make_archive(bundle, shared, archive, epoch)
    return [bundle, package, archive]


def _version(places: Places) -> str:
    text = (places.project / "app" / "__init__.py").read_text("utf-8")
    return text.partition('__version__ = "')[2].partition('"')[0]


def _epoch(places: Places) -> int:
    """The time of the last commit: the same source gives the same times."""
    if os.environ.get("SOURCE_DATE_EPOCH", "").isdigit():
        return int(os.environ["SOURCE_DATE_EPOCH"])
    asked = ["git", "-C", str(places.project), "log", "-1", "--format=%ct"]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    return int(done.stdout) if done.stdout.strip().isdigit() else 0


def _tell(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
