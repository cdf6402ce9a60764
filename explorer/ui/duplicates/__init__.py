"""Copies side by side: which one is kept, and the way to the trash for the others."""
