"""The grid of results: every item as a square with its whole picture inside."""
