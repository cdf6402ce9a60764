"""Encoders of `transformers`, by families; any folder of one of them is a space."""

from explorer.encoders.families.loading import DUAL, Found, find_space

__all__ = ["DUAL", "Found", "find_space"]
