"""`hearth read` from outside."""

from pathlib import Path

from tests.end2end.program import Home
from tests.parsing.made_files import pdf


def test_read_prints_pages_with_their_numbers_and_needs_no_profile(tmp_path: Path) -> None:
    home = Home(tmp_path)
    file = tmp_path / "report.pdf"
    file.write_bytes(pdf("The lantern tower", "Second page"))
    done = home.run("read", str(file), "--json", profile=False)
    assert (done.code, done.err) == (0, "")
    assert done.json["pages"] == [
        {"number": 1, "text": "The lantern tower", "label": ""},
        {"number": 2, "text": "Second page", "label": ""},
    ]
    assert (done.json["outcome"], done.json["reason"], done.json["kind"]) == ("text", "", "pdf")
    assert done.json["seconds"] > 0
    assert not home.profile.exists()
    shown = home.run("read", str(file), profile=False)
    assert shown.out.splitlines() == ["--- 1", "The lantern tower", "--- 2", "Second page"]


def test_read_says_why_there_is_no_text(tmp_path: Path) -> None:
    file = tmp_path / "scan.pdf"
    file.write_bytes(pdf(""))
    done = Home(tmp_path).run("read", str(file), "--json", profile=False)
    assert done.code == 1
    assert (done.json["outcome"], done.json["reason"]) == ("empty", "document_pictures_only")
    assert done.err.startswith("scan.pdf: There are no words in it")
