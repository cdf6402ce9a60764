"""Where the sample media are, and what their collection is called."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from explorer.bundled import assets_folder

SAMPLES: Final = "samples"


def sample_folders() -> tuple[Path, ...]:
    """The folders with media in them; the tables that describe them are left out."""
    folder = assets_folder() / "samples"
    return tuple(folder / name for name in ("pictures", "sounds", "texts"))
