"""What this computer has for models, looked up: asks the system, and a throw-away process for graphics processors.

Any thread; waits for about a second.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from app import computer
from app.domain.devices import Device, DeviceList
from app.domain.errors import ModelError, WorkerError
from app.ipc.device_listing import list_devices
from app.models.machine import Machine


@dataclass
class ThisMachine:
    """Measures memory and lists devices once; what is free of main memory is read each time."""

    ask_devices: Callable[[], DeviceList] = list_devices

    @property
    def now(self) -> Machine:
        """Errors: ModelError memory_unknown."""
        memory = computer.memory()
        if memory is None:
            raise ModelError("memory_unknown")
        return Machine(memory, self.bandwidth, computer.processor().repacks, self._devices)

    def get_to_know(self) -> None:
        """Have all that is looked up once looked up now. Errors: as `now`."""
        _ = self.now

    @cached_property
    def bandwidth(self) -> float:
        """Bytes of main memory that are read in a second, about."""
        return computer.memory_bandwidth()

    @cached_property
    def _devices(self) -> tuple[Device, ...]:
        try:
            found = self.ask_devices().devices
        except WorkerError:  # a driver that crashes serves no model either
            return ()
        return tuple(device for device in found if device.takes_layers)
