"""Whether the computer runs on battery. Asked now and then; any thread.

On Linux the kernel's tree is read here: psutil takes the battery of a wireless mouse for the computer's, and a desktop
would be held back by it.
"""

import sys
import time
from pathlib import Path

import psutil

ASKED_EVERY_S = 5.0
LOW_PERCENT = 20
SUPPLIES = Path("/sys/class/power_supply")  # docs.kernel.org/power/power_supply_class.html


class Power:
    """Remembers the last answer for some seconds: asking costs a few files' reading."""

    def __init__(self, supplies: Path = SUPPLIES, asked_every_s: float = ASKED_EVERY_S) -> None:
        """`supplies`: the kernel's folder of power supplies (Linux)."""
        self._supplies = supplies
        self._asked_every_s = asked_every_s
        self._asked_s = float("-inf")
        self._on_battery = False
        self._low = False

    @property
    def on_battery(self) -> bool:
        """Whether work that can wait should take it slowly."""
        self._ask()
        return self._on_battery

    @property
    def low(self) -> bool:
        """Whether work that can wait should wait."""
        self._ask()
        return self._low

    def _ask(self) -> None:
        now = time.monotonic()
        if now - self._asked_s < self._asked_every_s:
            return
        self._asked_s = now
        percent = _linux_percent(self._supplies) if sys.platform == "linux" else _other_percent()
        self._on_battery = percent is not None
        self._low = percent is not None and percent < LOW_PERCENT


def _linux_percent(supplies: Path) -> float | None:
    """How full the battery is that the computer runs on, the fullest of several; None where it doesn't."""
    try:
        found = sorted(supplies.iterdir())
    except OSError:
        return None
    percents = []
    for supply in found:
        kind = _told(supply, "type")
        if kind in ("Mains", "USB") and _told(supply, "online") == "1":
            return None
        # Batteries of things beside the computer say that their scope is a device.
        if kind == "Battery" and _told(supply, "scope") != "Device":
            if _told(supply, "status") in ("Charging", "Full", "Not charging"):
                return None
            told = _told(supply, "capacity")
            percents.append(float(told) if told.isdigit() else 100.0)
    return max(percents, default=None)


def _told(supply: Path, name: str) -> str:
    """What one file of a supply says; empty where there is none, or the kernel can't tell."""
    try:
        return (supply / name).read_text("ascii", errors="replace").strip()
    except OSError:
        return ""


def _other_percent() -> float | None:
    """The same from psutil."""
    try:
        battery = psutil.sensors_battery() if hasattr(psutil, "sensors_battery") else None
    except (OSError, RuntimeError, NotImplementedError):
        return None
    return float(battery.percent) if battery is not None and battery.power_plugged is False else None
