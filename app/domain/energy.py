"""What an answer on this computer takes of electricity, estimated. Pure.

Nobody but the system's administrator may read a processor's own meter (Linux closed it in 2020, after it had been used
to read other programs' secrets), so it is time at a power: one that the person typed, or a rough one by what computes.
"""

BOARD_W = 8  # memory, board and losses of the supply, over what idling takes
THREAD_W = 6  # one core of today's laptops and desktops at full load
GRAPHICS_W = 120  # a graphics card at work; between a laptop's 60 and a large one's 350
MW_S_OF_MWH = 3600


def estimated_watts(threads: int, gpu_layers: int) -> int:
    """About what this computer draws more than when idle, with so many threads computing, or a graphics card too."""
    return BOARD_W + THREAD_W * max(1, threads) + (GRAPHICS_W if gpu_layers > 0 else 0)


def energy_mwh(seconds: float, watts: int) -> int:
    """Milliwatt-hours of so many seconds at so many watts."""
    return round(max(0.0, seconds) * max(0, watts) * 1000 / MW_S_OF_MWH)
