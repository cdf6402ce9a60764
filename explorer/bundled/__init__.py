"""Where the plugins and media that ship with Explorer lie.

A wheel carries them inside this package; a checkout has them at the repository root, which is
where an editable install reads them too.
"""

from __future__ import annotations

from pathlib import Path

_IN_WHEEL = Path(__file__).resolve().parent
_IN_CHECKOUT = _IN_WHEEL.parents[1]


def plugins_folder() -> Path:
    """Return the folder of the first-party plugins.

    Raises
    ------
    FileNotFoundError
        If this installation came without it.
    """
    return _shipped("plugins")


def assets_folder() -> Path:
    """Return the folder of starter weights, sample media, icons and themes.

    Raises
    ------
    FileNotFoundError
        If this installation came without it.
    """
    return _shipped("assets")


def _shipped(name: str) -> Path:
    for parent in (_IN_WHEEL, _IN_CHECKOUT):
        folder = parent / name
        if folder.is_dir():
            return folder
    raise FileNotFoundError(
        f"The folder '{name}' that ships with Explorer is neither in {_IN_WHEEL} nor in"
        f" {_IN_CHECKOUT}; install semantic-explorer again."
    )
