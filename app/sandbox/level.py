"""How far a process is cut off from the network: the values that say so. Pure, any process and thread."""

import enum
from dataclasses import dataclass


class SealLevel(enum.Enum):
    """Who refuses a network connection."""

    KERNEL = "kernel"
    """The operating system, for this process and all it starts, whatever code runs in them."""

    AUDIT = "audit"
    """A tripwire in the Python interpreter only: it misses native code and child programs."""

    NONE = "none"
    """Nobody."""


@dataclass(frozen=True)
class SealReport:
    """The seal in force in one process.

    Attributes:
        level: who refuses.
        reason: code of why the level is what it is: `enforced` (the kernel was seen to refuse),
            `x11_over_tcp` (the display is reached over TCP), `seccomp_refused` (the kernel takes no filter),
            `seccomp_ineffective` (it took one and let a socket through), `architecture` (no filter is known
            for this processor), `platform` (this operating system offers us no such seal).
        landlock_abi: version of the kernel's file restrictions, 0 where there are none.
    """

    level: SealLevel
    reason: str
    landlock_abi: int
