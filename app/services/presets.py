"""Presets and saved prompts: keeping, choosing, giving away, taking in. Work thread only."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from app.domain.errors import UsageError
from app.domain.preset import NAME_LIMIT_CHARS, Preset, checked_preset
from app.domain.preset_file import SIZE_LIMIT_BYTES, read, written
from app.domain.saved_prompt import SavedPrompt, checked_prompt
from app.services.first_presets import PRESETS, SAVED_PROMPTS, preset_in, prompt_in
from app.services.kept_adapters import PresetAdapters
from app.services.model_service import ModelService
from app.vault.preset_store import Presets, PresetStore, SavedPrompts, SavedPromptStore
from app.vault.private_file import put_in_place
from app.vault.settings_store import SettingsStore
from app.vault.temporary_conversations import ConversationsWithTemporary

BEGUN = "presets.begun"  # setting: the first ones were made; whoever deletes them doesn't get them again


class PresetService:
    """Ways of answering, and prompts that a person keeps."""

    def __init__(
        self,
        presets: PresetStore,
        prompts: SavedPromptStore,
        conversations: ConversationsWithTemporary,
        settings: SettingsStore,
        models: ModelService,
    ) -> None:
        self._presets = presets
        self._prompts = prompts
        self._conversations = conversations
        self._settings = settings
        self._models = models
        self._adapters = PresetAdapters(settings)
        self._words: Mapping[str, str] = {}

    def speak(self, words: Mapping[str, str]) -> None:
        """From now on, give those that came along, and that nobody has changed, in these words (by the English)."""
        self._words = words

    # ---- presets

    def list(self) -> Presets:
        """Every preset, in the order they were made."""
        self._begin()
        return self._shown()

    def save(self, preset: Preset) -> Preset:
        """Keep a new preset (no id) or the changes to one. Raises UsageError, and ModelError for an adapter that its
        model can't take."""
        checked = checked_preset(preset)
        if checked.adapters:
            self._models.must_take(checked.model, checked.adapters)
        return self._put(checked)

    def duplicate(self, preset_id: str) -> Preset:
        """A copy under a name of its own."""
        original = self._given(preset_id)
        return self._put(replace(original, id="", name=self._free_name(original.name)))

    def delete(self, preset_id: str) -> Preset:
        """Remove a preset, and hand it back for `restore`. Conversations keep what was copied from it."""
        found = self._find(preset_id)
        self._presets.delete(preset_id)
        self._adapters.keep(preset_id, ())
        return found

    def restore(self, preset: Preset) -> None:
        """Take a deletion back."""
        self._put(preset)

    def choose(self, conversation_id: str, preset_id: str) -> Preset | None:
        """Let a conversation be answered as a preset says; empty: as usual. What was chosen, as it holds now."""
        if not preset_id:
            self._conversations.set_preset(conversation_id, "", "", "", None)
            return None
        chosen = self.fitting(preset_id)
        self._conversations.set_preset(
            conversation_id, chosen.id, chosen.system_prompt, chosen.model, chosen.sampling
        )
        return chosen

    def fitting(self, preset_id: str) -> Preset:
        """The preset as it can be used here: without its model where that isn't on the shelf."""
        found = self._given(preset_id)
        if found.model and all(model.name != found.model for model in self._models.list()):
            return replace(found, model="")
        return found

    def export(self, preset_ids: Sequence[str], path: Path) -> None:
        """Write presets into a file, without their adapters. Raises UsageError when it can't be written."""
        text = written([self._given(preset_id) for preset_id in preset_ids])
        try:
            put_in_place(path.resolve(), text.encode())
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise UsageError("preset_file_unwritable", file=path.name, reason=reason) from error

    def take_in(self, path: Path) -> Presets:
        """Add the presets of a file. Raises UsageError, and then none was added."""
        try:
            if not path.is_file():
                raise UsageError("preset_file_other")
            with path.open("rb") as file:
                data = file.read(SIZE_LIMIT_BYTES + 1)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise UsageError("preset_file_unreadable", file=path.name, reason=reason) from error
        found = read(data)
        self._begin()
        return [self._presets.put(self._named_apart(preset)) for preset in found]

    # ---- saved prompts

    def prompts(self) -> SavedPrompts:
        """Every saved prompt, by name."""
        self._begin()
        return sorted(
            (prompt_in(self._words, one) for one in self._prompts.list()), key=lambda one: one.name.casefold()
        )

    def save_prompt(self, name: str, text: str, former: str = "") -> SavedPrompt:
        """Keep a prompt, instead of the one called `former`. Raises UsageError, also for a name that is taken."""
        prompt = checked_prompt(name, text)
        if prompt.name != former and any(one.name == prompt.name for one in self.prompts()):
            raise UsageError("saved_prompt_name_taken", name=prompt.name)
        self._prompts.put(prompt, self._kept_name(former))
        return prompt

    def delete_prompt(self, name: str) -> None:
        """Remove a saved prompt."""
        self._prompts.delete(self._kept_name(name))

    def questions(self) -> Sequence[str]:
        """What was asked last, newest first; nothing of temporary conversations."""
        return self._conversations.questions()

    # ---- inside

    def _begin(self) -> None:
        if self._settings.get_flag(BEGUN):
            return
        for preset in PRESETS:
            self._presets.put(preset)
        for prompt in SAVED_PROMPTS:
            self._prompts.put(prompt)
        self._settings.set(BEGUN, True)

    def _put(self, preset: Preset) -> Preset:
        kept = self._presets.put(preset)
        self._adapters.keep(kept.id, preset.adapters)
        return kept

    def _kept(self) -> Presets:
        """As they lie in the vault, with their adapters."""
        return [replace(one, adapters=self._adapters.of(one.id)) for one in self._presets.list()]

    def _shown(self) -> Presets:
        return [preset_in(self._words, one) for one in self._kept()]

    def _kept_name(self, name: str) -> str:
        """The name under which a saved prompt lies in the vault."""
        kept = self._prompts.list()
        return next((one.name for one in kept if prompt_in(self._words, one).name == name), name)

    def _given(self, preset_id: str) -> Preset:
        return preset_in(self._words, self._find(preset_id))

    def _find(self, preset_id: str) -> Preset:
        for preset in self._kept():
            if preset.id == preset_id:
                return preset
        raise UsageError("preset_gone")

    def _named_apart(self, preset: Preset) -> Preset:
        taken = {one.name for one in self._shown()}
        return preset if preset.name not in taken else replace(preset, name=self._free_name(preset.name))

    def _free_name(self, name: str) -> str:
        taken = {one.name for one in self._shown()}
        number = 2
        while True:
            tail = f" {number}"
            tried = name[: NAME_LIMIT_CHARS - len(tail)] + tail
            if tried not in taken:
                return tried
            number += 1
