"""The list of parts: nothing is missing in it, and every part has a licence that may be given away."""

import json
import re
from pathlib import Path

import pytest

from bundling import packages, parts
from set_up.places import here

SYSTEM_FOLDERS = ("/lib/x86_64-linux-gnu", "/lib/aarch64-linux-gnu", "/usr/lib")
MAY_NOT = re.compile(r"(?<!L)\b(AGPL|GPL-[23]\.0(-only|-or-later)?(?! WITH|-)|SSPL|BUSL)", re.IGNORECASE)


def test_every_locked_package_is_in_the_bill_with_a_licence() -> None:
    distributions = packages.installed(here())
    listed = parts.parts_of(distributions, [])
    bill = json.loads(parts.bill_of_materials("1.2.3", listed))
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.5")
    named = {component["name"] for component in bill["components"]}
    assert {distribution.name for distribution in distributions} <= named
    assert {"Python", "llama.cpp", "all-MiniLM-L6-v2"} <= named
    licences = {part.name: part.licence for part in listed}
    assert [name for name, licence in licences.items() if licence == "see its own files"] == []
    unfit = [name for name, licence in licences.items() if all(map(MAY_NOT.search, licence.split(" OR ")))]
    assert unfit == []
    references = [component["bom-ref"] for component in bill["components"]]
    assert len(references) == len(set(references))
    assert bill["dependencies"][0]["dependsOn"] == references


def test_every_locked_package_comes_with_the_text_of_its_licence() -> None:
    distributions = packages.installed(here())
    lengths = {one.name: sum(map(len, parts.texts_of(one, here().project))) for one in distributions}
    assert [name for name, length in lengths.items() if length < 400] == []
    (qt,) = [one for one in distributions if one.name.startswith("PySide6")]
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in parts.texts_of(qt, here().project)[0]


@pytest.mark.skipif(not Path("/usr/bin/dpkg").exists(), reason="needs Debian's list of packages")
def test_libraries_of_the_system_are_listed_by_their_packages() -> None:
    place = next(path for folder in SYSTEM_FOLDERS if (path := Path(folder, "libz.so.1")).exists())
    listed = {part.name: part for part in parts.parts_of([], [place.resolve(), Path("/nowhere/libx.so.1")])}
    assert (listed["zlib1g"].licence, listed["zlib1g"].kind) == ("Zlib", "deb")
    assert "libx.so.1" in listed


def test_the_bill_is_the_same_each_time() -> None:
    listed = parts.parts_of(packages.installed(here()), [])
    assert parts.bill_of_materials("1", listed) == parts.bill_of_materials("1", listed)
