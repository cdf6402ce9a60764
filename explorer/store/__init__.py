"""Collections on disk: LanceDB tables, the scanned matrix, locks and migrations."""
