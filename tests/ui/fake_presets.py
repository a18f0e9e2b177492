"""Assistants and saved prompts for tests of the window, in memory."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from app.domain.preset import Preset, checked_preset
from app.domain.preset_file import read, written
from app.domain.saved_prompt import SavedPrompt, checked_prompt
from app.vault.preset_store import Presets, SavedPrompts
from tests.ui.fake_chat import FakeChat, FakeModels


class FakePresets:
    """Presets and saved prompts in memory; `asked` are the earlier questions."""

    def __init__(self, chat: FakeChat, models: FakeModels) -> None:
        self._chat = chat
        self._shelf = models
        self.presets: dict[str, Preset] = {}
        self.saved: dict[str, str] = {}
        self.asked: list[str] = []
        self.words: Mapping[str, str] = {}

    def speak(self, words: Mapping[str, str]) -> None:
        self.words = words

    def list(self) -> Presets:
        return [*self.presets.values()]

    def save(self, preset: Preset) -> Preset:
        kept = replace(checked_preset(preset), id=preset.id or f"p{len(self.presets)}")
        self.presets[kept.id] = kept
        return kept

    def duplicate(self, preset_id: str) -> Preset:
        return self.save(replace(self.presets[preset_id], id="", name=f"{self.presets[preset_id].name} 2"))

    def delete(self, preset_id: str) -> Preset:
        return self.presets.pop(preset_id)

    def restore(self, preset: Preset) -> None:
        self.presets[preset.id] = preset

    def choose(self, conversation_id: str, preset_id: str) -> Preset | None:
        chosen = self.presets.get(preset_id)
        self._chat.kept[conversation_id] = replace(
            self._chat.kept[conversation_id],
            preset=preset_id,
            system_prompt=chosen.system_prompt if chosen else "",
        )
        return chosen

    def fitting(self, preset_id: str) -> Preset:
        return self.presets[preset_id]

    def export(self, preset_ids: Sequence[str], path: Path) -> None:
        path.write_text(written([self.presets[one] for one in preset_ids]), encoding="utf-8")

    def take_in(self, path: Path) -> Presets:
        return [self.save(preset) for preset in read(path.read_bytes())]

    def prompts(self) -> SavedPrompts:
        return [SavedPrompt(name, text) for name, text in sorted(self.saved.items())]

    def save_prompt(self, name: str, text: str, former: str = "") -> SavedPrompt:
        prompt = checked_prompt(name, text)
        self.saved.pop(former, None)
        self.saved[prompt.name] = text
        return prompt

    def delete_prompt(self, name: str) -> None:
        del self.saved[name]

    def questions(self) -> Sequence[str]:
        return self.asked
