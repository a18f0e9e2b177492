"""The foot of the chat page: where a question is written, with its files, saved prompts and context meter."""

from app.ui.composer.composer import Composer

__all__ = ["Composer"]
