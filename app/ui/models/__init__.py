"""The Models page: what suits this computer, what is here, downloads."""
