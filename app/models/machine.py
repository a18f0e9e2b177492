"""What this computer has for models: main memory, graphics processors, and how fast each is read. Pure.

Writing a token reads every weight that it needs once: speed is told from how fast memory is read, and is "about" until
a model is here and measured.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.computer import Memory
from app.domain.devices import Device
from app.domain.model_memory import device_room

# Of the time for a token, the part that goes into reading weights when all is well.
READING_SHARE: Final = 0.8
# What the system and the person's other programs keep of the main memory, and the desktop of a graphics card's.
KEPT_SHARE: Final = 0.25
KEPT_DEVICE_SHARE: Final = 0.1
# No driver tells how fast a card reads its memory: what cards with so much of it do at least (makers' data sheets; the
# slowest usual card of each size), in GB and bytes a second.
_SLOWEST_CARDS: Final = ((5, 120e9), (9, 220e9), (17, 290e9), (25, 600e9), (49, 750e9), (81, 1_900e9))
_LARGEST_CARDS: Final = 3_000e9


@dataclass(frozen=True, slots=True)
class Machine:
    """What a model is recommended and put into memory for.

    Attributes:
        bandwidth: bytes of main memory that are read in a second.
        repacks: whether the processor's kernels want their own layout of weights.
        devices: graphics processors that layers go on; none where the processor computes alone.
    """

    memory: Memory
    bandwidth: float
    repacks: bool
    devices: tuple[Device, ...] = ()

    @property
    def room_bytes(self) -> int:
        """Main memory that a model may have when other programs are closed."""
        return round(self.memory.total * (1 - KEPT_SHARE))

    @property
    def emptied_devices(self) -> tuple[Device, ...]:
        """The devices as they are when no other program computes on them: a model of ours, which leaves before
        another comes, may hold one now."""
        return tuple(
            replace(one, free_bytes=max(one.free_bytes, round(one.total_bytes * (1 - KEPT_DEVICE_SHARE))))
            for one in self.devices
        )

    def tokens_per_s(self, read_bytes: float, device_share: float) -> float:
        """About how fast it writes, when a token reads so many bytes, this part of them (0..1) on the devices."""
        seconds = read_bytes * (1 - device_share) / self.bandwidth
        if device_share and self.devices:
            seconds += read_bytes * device_share / self._device_bandwidth()
        return READING_SHARE / seconds if seconds > 0 else 0.0

    def _device_bandwidth(self) -> float:
        """Of all devices as one: layers follow one another, and each device has as many as it has memory for."""
        whole = sum(device.total_bytes for device in self.devices)
        if not whole:
            return self.bandwidth
        seconds = sum(one.total_bytes / _bandwidth(one, self.bandwidth) for one in self.devices)
        return whole / seconds


def room_on(devices: Sequence[Device]) -> int:
    """What a model may take of these devices' free memory."""
    return sum(device_room(device.free_bytes) for device in devices)


def _bandwidth(device: Device, main_memory: float) -> float:
    if device.shares_memory:
        return main_memory
    size_gb = device.total_bytes / 1e9
    found = next((speed for up_to, speed in _SLOWEST_CARDS if size_gb <= up_to), _LARGEST_CARDS)
    return max(found, main_memory)
