"""The window. The only part of Explorer that knows Qt."""
