"""The window: the only place for Qt."""

from app.ui.singletons import keep_singletons
from app.ui.source_reading import read_no_sources

# Before the first call into Qt, and before the others are imported, whichever module of the window is the first.
keep_singletons()
read_no_sources()
