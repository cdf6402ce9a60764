"""The space `starter`: pictures and words, shipped with Explorer, no network needed."""

from explorer.encoders.starter.space import load_starter, read_starter_info

__all__ = ["load_starter", "read_starter_info"]
