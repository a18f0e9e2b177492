"""Presets ("assistants"): which one answers a conversation, and the sheet in which they are made."""
