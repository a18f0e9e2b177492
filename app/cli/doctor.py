"""`hearth doctor`: what this computer offers, how sealed Hearth is, and whether the profile is in order.

Opens nothing: it needs no passphrase, and prints nothing of what a person wrote.
"""

import os
import platform
import sys
from importlib import metadata

from app import __version__, computer
from app.cli.terminal import CommandContext, print_json
from app.computer import Memory, Processor
from app.domain.devices import Device, DeviceKind, DeviceList
from app.domain.errors import HearthError, WorkerError
from app.domain.size import readable_size
from app.ipc.device_listing import list_devices
from app.services.opening import inspect
from app.services.opening_state import Opening, OpeningState
from app.services.policy import read_policy
from app.services.sentences import sentence
from app.services.state_words import keyring_words, opening_words, policy_words, seal_words
from app.vault.keyring_store import KeyringStore

PARTS = ("PySide6-Essentials", "llama-cpp-python", "sqlcipher3", "cryptography", "keyring", "msgspec")


def run(context: CommandContext) -> int:
    """Print the facts. Exit 0, or 1 when the profile can't be opened at all."""
    if context.no_place is None:
        opening = inspect(context.profile)
    else:
        opening = Opening(OpeningState.BROKEN, error=context.no_place)
    keyring = KeyringStore(environ=os.environ).state()
    processor, memory = computer.processor(), computer.memory()
    found, problem = _devices()
    facts: dict[str, object] = {
        "hearth": __version__,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "processors": processor.threads,
        "processor": processor.name,
        "cores": processor.cores,
        "processor_features": list(processor.features),
        "memory_bytes": memory.total if memory is not None else 0,
        "memory_available_bytes": memory.available if memory is not None else 0,
        "devices": [_device_facts(device) for device in found.devices],
        "instructions": list(found.instructions),
        "processor_build": found.build,
        "processor_builds": list(found.builds),
        "devices_say": devices_words(found, problem),
        "seal": context.seal.level.value,
        "seal_reason": context.seal.reason,
        "seal_says": seal_words(context.seal),
        "landlock_abi": context.seal.landlock_abi,
        "isolated_python": bool(sys.flags.isolated) or bool(getattr(sys, "frozen", False)),
        "keyring": keyring.value,
        "keyring_says": keyring_words(keyring),
        "profile": str(context.profile) if context.no_place is None else "",
        "profile_state": opening.state.value,
        "profile_says": opening_words(opening),
        "policy_says": policy_words(read_policy()),
        "parts": {name: _version(name) for name in PARTS},
    }
    if context.json:
        print_json(facts)
    else:
        _print(facts, processor, memory, found.devices)
    return 1 if opening.error is not None else 0


def _print(
    facts: dict[str, object], processor: Processor, memory: Memory | None, devices: tuple[Device, ...]
) -> None:
    for key in ("hearth", "python", "system"):
        print(f"{key:<11} {facts[key]}")
    print(f"{'processor':<11} {_processor_words(processor)}")
    print(f"{'memory':<11} {_memory_words(memory)}")
    print(f"{'models':<11} {facts['devices_say']}")
    for device in devices:
        if device.takes_layers:
            print(f"{'graphics':<11} {_device_words(device)}")
    print(f"{'network':<11} {facts['seal_says']}")
    print(f"{'files':<11} {_landlock_words(facts['landlock_abi'])}")
    print(f"{'keyring':<11} {facts['keyring_says']}")
    print(f"{'profile':<11} {facts['profile'] or 'none'}: {facts['profile_says']}")
    print(f"{'policy':<11} {facts['policy_says']}")
    parts = facts["parts"]
    if isinstance(parts, dict):
        for name, version in parts.items():
            print(f"{'part':<11} {name} {version}")


def _processor_words(processor: Processor) -> str:
    cores = "1 core" if processor.cores == 1 else f"{processor.cores} cores"
    threads = f", {processor.threads} threads" if processor.threads != processor.cores else ""
    features = f" ({', '.join(processor.features)})" if processor.features else ""
    return f"{processor.name}, {cores}{threads}{features}"


def _memory_words(memory: Memory | None) -> str:
    if memory is None:
        return "unknown"
    return f"{readable_size(memory.total)}, of which {readable_size(memory.available)} can be had now"


def _devices() -> tuple[DeviceList, HearthError | None]:
    """What llama.cpp can compute with, or why that couldn't be found out."""
    try:
        return list_devices(), None
    except WorkerError as error:
        problem = error if error.code == "devices_not_listed" else WorkerError("devices_not_listed")
        return DeviceList((), ()), problem


def _device_facts(device: Device) -> dict[str, object]:
    return {
        "name": device.name,
        "backend": device.backend,
        "description": device.description,
        "kind": device.kind.value,
        "memory_bytes": device.total_bytes,
        "memory_free_bytes": device.free_bytes,
    }


def devices_words(found: DeviceList, problem: HearthError | None) -> str:
    """What models run on here, or why that couldn't be found out."""
    if problem is not None:
        return sentence(problem)
    told = [", ".join(found.instructions)] if found.instructions else []
    if found.build:
        told.append(f"built for {found.build}, one of {len(found.builds)} builds")
    instructions = f" ({'; '.join(told)})" if told else ""
    if not any(device.takes_layers for device in found.devices):
        return f"They run on the processor{instructions}: no graphics processor was found that this build can use."
    return f"They run on graphics processors as far as fits, and on the processor{instructions}."


def _device_words(device: Device) -> str:
    size, free = readable_size(device.total_bytes), readable_size(device.free_bytes)
    shared = ", shared with the processor" if device.kind is DeviceKind.INTEGRATED else ""
    return f"{device.name}: {device.description}, {size}, of which {free} are free{shared}"


def _landlock_words(abi: object) -> str:
    if isinstance(abi, int) and abi > 0:
        return f"Processes that read models or documents can open nothing else (Landlock, version {abi})."
    return "This system can't keep the processes that read models or documents from opening other files."


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "not found"
