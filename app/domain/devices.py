"""What llama.cpp can compute with on this computer: its back ends' devices and their memory. Pure values."""

import enum
from collections.abc import Sequence
from dataclasses import dataclass


class DeviceKind(enum.StrEnum):
    """What a device is, in llama.cpp's words."""

    PROCESSOR = "cpu"
    GRAPHICS = "gpu"  # with memory of its own
    INTEGRATED = "igpu"  # a graphics processor that shares the main memory
    ACCELERATOR = "accel"  # helps the processor: matrix libraries


@dataclass(frozen=True, slots=True)
class Device:
    """One device. Bytes are what its driver says right now; 0 where it doesn't tell.

    Attributes:
        name: llama.cpp's name for it, "Vulkan0": what a person chooses it by.
        backend: the back end that reaches it, "Vulkan".
        description: the maker's name for it.
    """

    name: str
    backend: str
    description: str
    kind: DeviceKind
    free_bytes: int
    total_bytes: int

    @property
    def takes_layers(self) -> bool:
        """Whether layers of a model can be put on it."""
        return self.kind in (DeviceKind.GRAPHICS, DeviceKind.INTEGRATED)

    @property
    def shares_memory(self) -> bool:
        """Whether its memory is the main memory: integrated ones, and a Mac's, which llama.cpp calls a card."""
        return self.kind is DeviceKind.INTEGRATED or self.backend in ("MTL", "Metal")


def graphics_by_itself(devices: Sequence[Device]) -> tuple[Device, ...]:
    """Those that layers go on unless a person chooses: cards, and an integrated one only where there is no card, since
    layers on it would keep the card waiting."""
    graphics = tuple(device for device in devices if device.takes_layers)
    return tuple(device for device in graphics if device.kind is DeviceKind.GRAPHICS) or graphics


def share_memory(devices: Sequence[Device]) -> bool:
    """Whether what lies on these devices lies in main memory as well."""
    return any(device.shares_memory for device in devices)


@dataclass(frozen=True, slots=True)
class DeviceList:
    """All devices, and what the processor computes with.

    Attributes:
        instructions: the instruction sets that the processor's back end was compiled for and uses here.
        build: which of several builds for generations of processors was chosen, "haswell"; empty where there is one.
        builds: all that came along, by name.
    """

    devices: tuple[Device, ...]
    instructions: tuple[str, ...]
    build: str = ""
    builds: tuple[str, ...] = ()
