"""Which key sends the question: one setting, `writing.send_key`.

For whoever shows settings: keep `SendKey` values under `SEND_KEY` and call `Composer.set_send_key`, which is all that
has to be told.
"""

import enum

SEND_KEY = "writing.send_key"


class SendKey(enum.StrEnum):
    """What sends; the other one begins a line."""

    ENTER = "enter"
    CTRL_ENTER = "ctrl_enter"


def send_key_of(text: str) -> SendKey:
    """The setting as it is kept; anything else means Enter."""
    return SendKey.CTRL_ENTER if text == SendKey.CTRL_ENTER else SendKey.ENTER
