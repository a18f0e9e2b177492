"""The keys that help names, as the window names them. Window process, main thread."""

from PySide6.QtGui import QKeySequence


def shown_key(keys: str) -> str:
    """`keys` in Qt's portable notation as people read them on this system and in this language."""
    sequence = QKeySequence(keys, QKeySequence.SequenceFormat.PortableText)
    return sequence.toString(QKeySequence.SequenceFormat.NativeText)
