"""No file of the bundle names a place of the computer it was made on, or of those its packages were made on.

Compilers write the folders they worked in into libraries: each is replaced by as many slashes, which keeps every
offset. Then everything is looked through once more, also for names of package servers and for what looks like a secret.
"""

import os
import re
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

# Word -> what is looked for where it stands: finding a word is fast, and a bundle is a gigabyte.
_TEMPORARY = {
    b"/pip-": re.compile(rb"/(?:tmp|var/tmp)/pip-[A-Za-z0-9_-]*"),  # where pip compiles and unpacks
    b"/tmp/tmp": re.compile(rb"/tmp/tmp[a-z0-9_]{8}\b"),
}
# Where the makers of packages compile: what their services and Rust's package program call it. Rust writes one such
# string behind the other with nothing between, so that the beginning has to be known.
_MAKERS = {
    b"/.cargo/registry/": re.compile(
        rb"(?:/root|/home/runner|/github/home|/usr/local)?/\.cargo/registry/src/index\.crates\.io-[0-9a-f]+/"
    ),
    b"/home/runner/": re.compile(rb"/home/runner/_?work/[\w.-]+/[\w.-]+/"),
    b"/__w/": re.compile(rb"/__w/[\w.-]+/[\w.-]+/"),
}
_SERVERS = {
    b"pythonhosted.org": re.compile(rb"files\.pythonhosted\.org"),
    b"index.crates.io": re.compile(rb"index\.crates\.io"),
    b"pypi.org/simple": re.compile(rb"pypi\.org/simple"),
    b"registry.npmjs": re.compile(rb"registry\.npmjs\.org"),
    b"extra-index-url": re.compile(rb"extra-index-url ?="),
    b"artifactory": re.compile(rb"//[\w.-]*artifactory[\w.-]*/"),
}
_SECRETS = {
    b"PRIVATE KEY-----": re.compile(
        rb"-----BEGIN (?:RSA |EC |OPENSSH |ENCRYPTED )?PRIVATE KEY-----\s+[A-Za-z0-9+/=]{40}"
    ),
    b"ghp_": re.compile(rb"\bghp_[A-Za-z0-9]{36}\b"),
    b"AKIA": re.compile(rb"\bAKIA[0-9A-Z]{16}\b"),
    b"hf_": re.compile(rb"\bhf_[A-Za-z0-9]{34}\b"),
}
_ELSEWHERE = _TEMPORARY | _MAKERS
_Patterns = dict[bytes, re.Pattern[bytes]]


def places_of_this_computer(project: Path) -> list[bytes]:
    """Folders that must not be named, the longest first.

    Not the last name of a place: a linker lets strings share their ends, and Python's version is the end of "…/3.11.7".
    """
    known = (str(project), sys.prefix, sys.base_prefix, sys.exec_prefix)
    found = {os.path.dirname(place) + "/" for place in known}
    return [
        os.fsencode(place) for place in sorted(found, key=len, reverse=True) if len(Path(place).parts) > 2
    ]


def neutralise(folder: Path, project: Path) -> int:
    """Replace this computer's places in every file under `folder`. Returns how many files were changed."""
    patterns = _place_patterns(project)
    changed = 0
    for path in _files(folder):
        content = before = path.read_bytes()
        for word, pattern in patterns.items():
            if word in content:
                content = pattern.sub(lambda found: b"/" * len(found[0]), content)
        if content != before:
            path.write_bytes(content)
            changed += 1
    return changed


def findings(folder: Path, project: Path) -> list[str]:
    """What should not be in the bundle: file and kind, never the words themselves."""
    sought = {"place": _place_patterns(project), "server": _SERVERS, "secret": _SECRETS}
    told = []
    for path in _files(folder):
        for content in _contents(path):
            for kind, patterns in sought.items():
                if any(word in content and pattern.search(content) for word, pattern in patterns.items()):
                    told.append(f"{kind}: {path.relative_to(folder).as_posix()}")
    return told


def _place_patterns(project: Path) -> _Patterns:
    return {place: re.compile(re.escape(place)) for place in places_of_this_computer(project)} | _ELSEWHERE


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink())


def _contents(path: Path) -> Iterator[bytes]:
    yield path.read_bytes()
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                yield archive.read(name)
