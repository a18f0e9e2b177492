"""The transcript: messages of one conversation, as they are read and as they grow."""

from app.ui.transcript.view import TranscriptView

__all__ = ["TranscriptView"]
