"""Sizes for people."""

_UNITS = ("bytes", "KB", "MB", "GB", "TB")


def readable_size(size_bytes: int) -> str:
    """`2_500_000_000` -> `2.5 GB`: decimal units, one digit behind the point below 10."""
    size = float(max(size_bytes, 0))
    unit = 0
    while size >= 1000 and unit < len(_UNITS) - 1:
        size /= 1000
        unit += 1
    if unit == 0 or size >= 10:
        return f"{size:.0f} {_UNITS[unit]}"
    return f"{size:.1f} {_UNITS[unit]}"
