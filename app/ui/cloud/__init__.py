"""Servers in the window: which one answers a conversation, the sheet that shows what would leave, and their list."""
