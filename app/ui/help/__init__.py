"""The program's own help: pages in `resources/help`, drawn by the renderer of the answers, searched, never fetched."""
