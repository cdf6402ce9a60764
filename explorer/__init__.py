"""Explorer: see what aligned multimodal encoders see in your own media.

>>> import explorer
>>> hits = explorer.open_collection("birds").search(explorer.text("red bird"), k=20)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explorer.core.query import (
    Query,
    audio,
    concept,
    direction,
    examples,
    image,
    item,
    region,
    text,
)

if TYPE_CHECKING:
    from explorer.scripting import load_space, open_collection

__version__ = "0.1.0"

__all__ = [
    "Query",
    "__version__",
    "audio",
    "concept",
    "direction",
    "examples",
    "image",
    "item",
    "load_space",
    "open_collection",
    "region",
    "text",
]


def __getattr__(name: str) -> Any:
    # The parts that load LanceDB and encoders come in when they are first asked for, so that
    # the window is up before them.
    if name in ("load_space", "open_collection"):
        from explorer import scripting

        return getattr(scripting, name)
    raise AttributeError(f"module 'explorer' has no attribute {name!r}")
