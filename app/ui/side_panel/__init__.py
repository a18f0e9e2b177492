"""The panel at the right of a conversation: pages under tabs, foldable, as wide as the person drags it."""

from app.ui.side_panel.panel import SidePanel

__all__ = ["SidePanel"]
