"""The list: the same items as in the grid, a line each, with columns."""
