"""Amounts of money as they are shown. Window process."""

from PySide6.QtCore import QLocale

from app.domain.price import MICRO


def money(currency: str, micro: int) -> str:
    """An amount in the window's language, to a hundredth of a cent where it is small; it stays on one line."""
    amount = micro / MICRO
    decimals = 2 if amount >= 1 or not micro else 4
    return f"{currency}\u00a0{QLocale().toString(amount, 'f', decimals)}"
