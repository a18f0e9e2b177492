"""How expensive it is to try a passphrase: Argon2id's parameters, their bounds, and finding good ones.

Window or command line process; `calibrated` and `stretch` keep a core busy for up to about a second.
"""

import os
import time
from dataclasses import dataclass

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from app.domain.errors import VaultError

FLOOR_MEMORY_KIB = 64 * 1024
FLOOR_PASSES = 3
CEILING_MEMORY_KIB = 1024 * 1024
CEILING_PASSES = 64
CEILING_LANES = 16
CEILING_WORK_KIB = 8 * 1024 * 1024  # memory times passes: at most some 20 s on a slow machine
TARGET_S = 1.0
_CALIBRATION_MEMORY_KIB = 256 * 1024  # more would hurt machines that hold a model in memory at the same time


@dataclass(frozen=True, slots=True)
class Argon2Cost:
    """Memory in KiB, passes over it, and lanes that can run in parallel."""

    memory_kib: int = FLOOR_MEMORY_KIB
    passes: int = FLOOR_PASSES
    lanes: int = 4

    def is_allowed(self) -> bool:
        """Whether it is neither too cheap to protect a passphrase nor so dear that it is an attack."""
        return (
            FLOOR_MEMORY_KIB <= self.memory_kib <= CEILING_MEMORY_KIB
            and FLOOR_PASSES <= self.passes <= CEILING_PASSES
            and 1 <= self.lanes <= CEILING_LANES
            and self.memory_kib * self.passes <= CEILING_WORK_KIB
        )


FLOOR = Argon2Cost()


def stretch(passphrase: bytes, salt: bytes, cost: Argon2Cost) -> bytes:
    """32 bytes from a passphrase (any length) and its 16-byte salt.

    Errors: VaultError("not_enough_memory", needed_bytes).
    """
    if not cost.is_allowed():
        raise ValueError("Argon2 parameters outside the bounds")
    derivation = Argon2id(
        salt=salt, length=32, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
    )
    try:
        return derivation.derive(passphrase)
    except (MemoryError, UnsupportedAlgorithm) as error:
        raise VaultError("not_enough_memory", needed_bytes=cost.memory_kib * 1024) from error


def calibrated(target_s: float = TARGET_S) -> Argon2Cost:
    """The cost that takes about `target_s` here: memory first, then passes, never under the floor."""
    started = time.perf_counter()
    stretch(b"calibration", os.urandom(16), FLOOR)
    taken_s = max(time.perf_counter() - started, 1e-3)
    factor = max(1.0, target_s / taken_s)
    wanted_kib = int(FLOOR_MEMORY_KIB * factor) // FLOOR_MEMORY_KIB * FLOOR_MEMORY_KIB
    memory_kib = min(wanted_kib, _CALIBRATION_MEMORY_KIB)
    passes = int(FLOOR_PASSES * factor * FLOOR_MEMORY_KIB / memory_kib)
    passes = max(FLOOR_PASSES, min(passes, CEILING_PASSES, CEILING_WORK_KIB // memory_kib))
    return Argon2Cost(memory_kib, passes)
