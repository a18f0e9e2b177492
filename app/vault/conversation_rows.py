"""From rows of vault.db to conversations and messages, and back. Pure functions."""

import json
from dataclasses import asdict, fields
from typing import Any

from app.domain.conversation import Conversation, Figures, Message, MessageState, Role
from app.domain.errors import VaultDamagedError
from app.domain.sampling import Sampling
from app.vault.database import Row

CONVERSATION_COLUMNS = 12  # of the statements that read conversations
_ROLES = {role.value: role for role in Role}
_STATES = {state.value: state for state in MessageState}
_FIGURES = tuple(field.name for field in fields(Figures))
_SAMPLING = {name: type(value) for name, value in asdict(Sampling()).items() if name != "stop"}


def clean(text: str) -> str:
    """`text` without lone halves of surrogate pairs, which UTF-8 has no place for."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def conversation_of(row: Row) -> Conversation:
    """A conversation from its columns."""
    return Conversation(
        id=row[0],
        title=row[1],
        created_ms=row[2],
        updated_ms=row[3],
        leaf_id=row[4],
        system_prompt=row[5],
        model=row[6],
        pinned=bool(row[7]),
        folder=row[8],
        preset=row[9],
        sampling=sampling_of(row[10]),
        provider=row[11],
    )


def message_of(row: Row) -> Message:
    """A message from its columns. Errors: VaultDamagedError("database_damaged")."""
    try:
        # By place and looked up: by name and through the enumerations a thousand take twice as long.
        return Message(
            row[0],
            row[1],
            row[2],
            _ROLES[row[3]],
            row[4],
            _STATES[row[5]],
            row[6],
            row[7],
            row[8],
            row[9],
            row[10],
            None if row[11] is None else _figures(row[11]),
            row[12],
        )
    except (
        KeyError,
        ValueError,
        AttributeError,
    ) as error:  # a role or state that no version of this schema writes
        raise VaultDamagedError("database_damaged", name="vault.db") from error


def figures_text(figures: Figures | None) -> str | None:
    """Figures as they are saved."""
    return None if figures is None else json.dumps(asdict(figures))


def sampling_text(sampling: Sampling | None) -> str:
    """Sampling as it is saved; empty for the usual one."""
    return "" if sampling is None else json.dumps(asdict(sampling))


def sampling_of(text: str) -> Sampling | None:
    """Sampling as saved; names of a newer version are left out, and what has the wrong type isn't taken."""
    if not text:
        return None
    found = json.loads(text)
    values: dict[str, Any] = {}
    for name, kind in _SAMPLING.items():
        value = found.get(name)
        if type(value) is kind or (kind is float and type(value) is int):
            values[name] = kind(value)
    stop = found.get("stop")
    if isinstance(stop, list):
        values["stop"] = tuple(one for one in stop if isinstance(one, str))
    return Sampling(**values)


def _figures(text: str) -> Figures:
    """Figures as saved; names of a newer version are left out, and what isn't a number counts as 0."""
    found = json.loads(text)
    return Figures(**{name: found[name] for name in _FIGURES if isinstance(found.get(name), int | float)})
