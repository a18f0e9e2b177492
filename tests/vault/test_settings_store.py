"""Settings: whatever lies in the table, reading gives the right type."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import VaultError
from app.vault.settings_store import LIMIT_CHARS, SettingsStore
from app.vault.vault import Vault


def _plant(vault: Vault, key: str, text: str) -> None:
    with vault.database.transaction() as transaction:
        transaction.execute("INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)", (key, text))


@pytest.mark.parametrize("value", ["text ☕ \ud800", 3, 2.5, True, [1, "a"], {"a": {"b": None}}])
def test_a_value_reads_back(vault: Vault, value: Any) -> None:
    vault.settings.set("key", value)
    assert vault.settings.get("key", type(value)()) == value
    assert vault.settings.all() == {"key": value}
    vault.settings.delete("key")
    vault.settings.delete("key")
    assert vault.settings.get("key", None) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "NaN",
        "Infinity",
        "1e999",
        "[" * 100_000,
        "9" * 100_000,
        '"x',
        "nul",
        "null",
        '"a"',
        "[1]",
        "{}",
    ],
)
def test_what_is_no_number_gives_the_default_and_stays(vault: Vault, text: str) -> None:
    _plant(vault, "key", text)
    assert vault.settings.get("key", 5) == 5
    assert vault.settings.get_number("key", 0.5, 0.0, 1.0) == 0.5
    assert vault.settings.get_flag("key", True) is True
    vault.settings.all()
    assert vault.database.row("SELECT value FROM settings WHERE key = 'key'") == (text,)


def test_types_are_told_apart(vault: Vault) -> None:
    settings = vault.settings
    settings.set("flag", True)
    settings.set("whole", 3)
    settings.set("real", 3.5)
    assert settings.get("flag", 7) == 7
    assert settings.get("whole", False) is False
    assert settings.get("whole", 0.0) == 3.0
    assert settings.get("real", 1) == 1
    assert settings.get_integer("whole", 1, 0, 2) == 1
    assert settings.get_number("real", 1.0, 0.0, 5.0) == 3.5
    assert settings.get_text("real", "x") == "x"


def test_an_oversized_value_is_refused_and_never_read(vault: Vault) -> None:
    with pytest.raises(VaultError) as caught:
        vault.settings.set("key", "x" * LIMIT_CHARS)
    assert caught.value.code == "setting_too_large"
    _plant(vault, "key", '"' + "x" * LIMIT_CHARS + '"')
    assert vault.settings.get("key", "default") == "default"
    assert vault.settings.all() == {}


def test_a_draft_of_the_longest_paste_fits_in_any_script(vault: Vault) -> None:
    draft = "م" * 2_000_000  # `PASTE_LIMIT_CHARS` of the question field
    vault.settings.set("draft.new", draft)
    assert vault.settings.get_text("draft.new") == draft


def test_a_newer_version_s_setting_is_left_alone(vault: Vault) -> None:
    _plant(vault, "from.the.future", '{"mode": [1, 2]}')
    assert SettingsStore(vault.database).get("from.the.future", "old") == "old"
    vault.settings.set("other", 1)
    assert vault.settings.get("from.the.future", {}) == {"mode": [1, 2]}


_PLANTED = st.text(max_size=60)


def test_no_text_makes_reading_raise(vault: Vault) -> None:
    @given(_PLANTED)
    def check(text: str) -> None:
        _plant(vault, "key", text.encode("utf-8", "replace").decode("utf-8"))
        assert isinstance(vault.settings.get("key", 1), int)
        vault.settings.get("key", None)

    check()
