"""Presets and saved prompts inside vault.db. Window or command line process, on the vault's thread."""

from dataclasses import replace
from typing import TypeAlias

from app.domain.preset import Preset
from app.domain.saved_prompt import SavedPrompt
from app.vault.conversation_rows import clean, sampling_of, sampling_text
from app.vault.conversation_store import new_id
from app.vault.database import Database

_PUT = """
INSERT INTO presets (id, name, system_prompt, model, sampling) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, system_prompt = excluded.system_prompt,
    model = excluded.model, sampling = excluded.sampling
"""

Presets: TypeAlias = list[Preset]
SavedPrompts: TypeAlias = list[SavedPrompt]


class PresetStore:
    """Rows of `presets`, in the order they were made."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def list(self) -> Presets:
        """Every preset."""
        rows = self._database.rows(
            "SELECT id, name, system_prompt, model, sampling FROM presets ORDER BY number"
        )
        return [
            Preset(name, system_prompt, model, sampling_of(sampling), id_)
            for id_, name, system_prompt, model, sampling in rows
        ]

    def put(self, preset: Preset) -> Preset:
        """Keep a preset, under a fresh id when it has none."""
        kept = replace(preset, id=preset.id or new_id())
        values = (
            kept.id,
            clean(kept.name),
            clean(kept.system_prompt),
            clean(kept.model),
            sampling_text(kept.sampling),
        )
        with self._database.transaction() as transaction:
            transaction.execute(_PUT, values)
        return kept

    def delete(self, preset_id: str) -> None:
        """Remove a preset; its words leave the file."""
        with self._database.transaction() as transaction:
            transaction.execute("DELETE FROM presets WHERE id = ?", (preset_id,))
        self._database.checkpoint()


class SavedPromptStore:
    """Rows of `saved_prompts`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def list(self) -> SavedPrompts:
        """Every saved prompt, by name."""
        rows = self._database.rows("SELECT name, text FROM saved_prompts ORDER BY name")
        return [SavedPrompt(name, text) for name, text in rows]

    def put(self, prompt: SavedPrompt, former: str = "") -> None:
        """Keep a prompt, instead of the one that was called `former`."""
        with self._database.transaction() as transaction:
            if former and former != prompt.name:
                transaction.execute("DELETE FROM saved_prompts WHERE name = ?", (former,))
            transaction.execute(
                "INSERT INTO saved_prompts (name, text) VALUES (?, ?)"
                " ON CONFLICT (name) DO UPDATE SET text = excluded.text",
                (clean(prompt.name), clean(prompt.text)),
            )

    def delete(self, name: str) -> None:
        """Remove a prompt; its words leave the file."""
        with self._database.transaction() as transaction:
            transaction.execute("DELETE FROM saved_prompts WHERE name = ?", (name,))
        self._database.checkpoint()
