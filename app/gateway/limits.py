"""How much and how long: no server can fill the memory or hold the process for ever. Pure."""

from dataclasses import dataclass

from app.domain.permit import LIFE_NS


@dataclass(frozen=True, slots=True)
class Limits:
    """Caps on one request. Seconds, bytes and characters.

    `silence_s`: between two reads; large models think for minutes before the first word. `idle_s`: without a request,
    before the gateway leaves; longer than a permit lives, for what has served is remembered as long as it could be
    shown again.
    """

    connect_s: float = 15.0
    silence_s: float = 180.0
    total_s: float = 1800.0
    body_bytes: int = 32 * 1024 * 1024
    line_bytes: int = 1024 * 1024
    answer_chars: int = 4 * 1024 * 1024
    listing_bytes: int = 4 * 1024 * 1024
    models: int = 2000
    idle_s: float = 2 * LIFE_NS / 1e9
