"""Hearth: private AI that stays home."""

__version__ = "0.1.0"
