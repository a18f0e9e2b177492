"""The Library page: folders that are read, how far that is, and files that need attention."""
