"""Collections on disk: Lance tables, the scanned matrix, writing locks."""
