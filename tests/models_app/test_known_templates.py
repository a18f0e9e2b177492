"""Published templates are known by hash whatever a packer did to line ends; a changed one isn't."""

import re
from pathlib import Path

from app.domain.chat_format import template_sha256
from app.models.known_templates import OWN, PUBLISHED, template_family
from tests.models_app.hash_templates import entries, family_name


def test_entries_are_hashes_with_names_and_no_doubles() -> None:
    hashes = [digest for digest, _ in PUBLISHED + OWN]
    assert len(set(hashes)) == len(hashes) > 50
    for digest, family in PUBLISHED + OWN:
        assert re.fullmatch("[0-9a-f]{64}", digest) and family.strip() == family != ""


def test_known_and_unknown() -> None:
    assert template_family(PUBLISHED[0][0]) == PUBLISHED[0][1]
    assert template_family(template_sha256("{{ 'not published' }}")) == ""
    assert template_family("") == ""


def test_the_script_reads_a_folder(tmp_path: Path) -> None:
    (tmp_path / "Qwen-Qwen2.5-7B-Instruct.jinja").write_text("{{ a }}\n")
    (tmp_path / "other.jinja").write_bytes(b"{{ a }}\r\n\r\n")  # the same after normalisation
    (tmp_path / "third.jinja").write_text("{{ b }}")
    assert entries(tmp_path) == {
        template_sha256("{{ a }}"): "Qwen2.5 7B Instruct",
        template_sha256("{{ b }}"): "Third",
    }
    assert family_name("meta-llama-Llama-3.2-3B-Instruct") == "Llama 3.2 3B Instruct"
