"""Hearth outside its window: tray icon, quick question, global shortcut, notices. Window process, main thread."""
