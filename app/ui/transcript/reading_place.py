"""Where the reader is in a conversation, as a short text that another day and another width can use.

Window process, window thread. The text names the message at the top of what is seen and how far of it has gone by.
"""

from app.ui.transcript.view import TranscriptView


def place_in(view: TranscriptView) -> str:
    """The place; empty at the end, where a conversation opens by itself."""
    if view.is_following:
        return ""
    value = view.verticalScrollBar().value()
    for entry in view.entries:
        if entry.top + entry.height > value:
            gone = max(0.0, (value - entry.top) / max(1, entry.height))
            return f"{entry.message.id} {gone:.3f}"
    return ""


def go_to(view: TranscriptView, place: str) -> None:
    """Go there. A message that isn't shown any more, or a text that can't be read, changes nothing."""
    message_id, _, gone = place.partition(" ")
    entry = next((one for one in view.entries if one.message.id == message_id), None)
    try:
        share = min(1.0, max(0.0, float(gone)))
    except ValueError:
        return
    if entry is not None:
        view.show_message(message_id)
        view.verticalScrollBar().setValue(round(entry.top + share * entry.height))
