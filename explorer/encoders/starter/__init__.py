"""The space `starter`: pictures and words, shipped with Explorer, no network needed."""

from explorer.encoders.starter.space import load_starter, read_starter_info
from explorer.encoders.starter.ungrounded import UNGROUNDED, load_ungrounded, read_ungrounded_info

__all__ = [
    "UNGROUNDED",
    "load_starter",
    "load_ungrounded",
    "read_starter_info",
    "read_ungrounded_info",
]
