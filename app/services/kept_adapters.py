"""Adapters (LoRA) that a model or an assistant has: how they lie in the settings. Work thread only.

They are paths on this computer, so they stay in the vault: no file that is given away names one.
"""

from collections.abc import Sequence
from typing import Final

from app.domain.adapter import ADAPTERS_LIMIT, MOST_STRENGTH, Adapter
from app.vault.settings_store import SettingsStore

OF_PRESETS: Final = "presets.adapters"  # id of an assistant -> as `as_kept` writes them


def as_kept(adapters: Sequence[Adapter]) -> list[dict[str, object]]:
    """As plain values."""
    return [{"path": adapter.path, "strength": adapter.strength} for adapter in adapters]


def adapters_in(kept: object) -> tuple[Adapter, ...]:
    """What `as_kept` wrote; what a newer version may have written otherwise counts as none."""
    found = []
    for one in kept if isinstance(kept, list) else ():
        path, strength = (one.get("path"), one.get("strength")) if isinstance(one, dict) else (None, None)
        if (
            isinstance(path, str)
            and path
            and isinstance(strength, int | float)
            and strength
            and -MOST_STRENGTH <= strength <= MOST_STRENGTH
        ):
            found.append(Adapter(path, float(strength)))
    return tuple(found[:ADAPTERS_LIMIT])


class PresetAdapters:
    """The adapters of assistants, by their ids."""

    def __init__(self, settings: SettingsStore) -> None:
        self._settings = settings

    def of(self, preset_id: str) -> tuple[Adapter, ...]:
        """Those of one; none where it has none, or is gone."""
        return adapters_in(self._entries().get(preset_id)) if preset_id else ()

    def keep(self, preset_id: str, adapters: Sequence[Adapter]) -> None:
        """Let the assistant have these. Errors: VaultError setting_too_large."""
        before = self._entries()
        after = {id_: kept for id_, kept in before.items() if id_ != preset_id}
        if adapters:
            after[preset_id] = as_kept(adapters)
        if after != before:
            self._settings.set(OF_PRESETS, after)

    def _entries(self) -> dict[str, object]:
        return dict(self._settings.get(OF_PRESETS, {}))
