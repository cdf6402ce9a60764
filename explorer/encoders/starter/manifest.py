"""What `assets/starter/manifest.json` says of the space."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from explorer.core.errors import SpaceError
from explorer.encoders.space import Limits

FILE_NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class StarterManifest:
    """The part of the manifest that the program reads; the rest is for people.

    Parameters
    ----------
    id, name, description, licence
        For people and collections.
    dimension
        Of the joint space.
    revision
        Hash of weights, graphs and tokenizer, hexadecimal.
    side
        Of the square a picture is fitted in for its vector, in pixels.
    cells
        Patches along the side of a square picture.
    limit
        Word pieces that are seen of a text.
    limits
        What it knows and where it guesses.
    """

    id: str
    name: str
    description: str
    licence: str
    dimension: int
    revision: str
    side: int
    cells: int
    limit: int
    limits: Limits


def read_manifest(folder: Path) -> StarterManifest:
    """Read the manifest of a starter folder.

    Raises
    ------
    SpaceError
        If it is missing or damaged.
    """
    path = folder / FILE_NAME
    try:
        data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        preparation = data["preparation"]
        return StarterManifest(
            id=data["id"],
            name=data["name"],
            description=data["description"],
            licence=data["licence"],
            dimension=int(data["dimension"]),
            revision=data["revision"],
            side=int(preparation["picture_side"]),
            cells=int(preparation["patches_per_side"]),
            limit=int(preparation["text_pieces"]),
            limits=_limits(data["limits"]),
        )
    except OSError as error:
        reason = error.strerror or str(error)
        raise SpaceError(
            "The starter space cannot be read: {path}: {reason}. Install Explorer again.",
            path=path,
            reason=reason,
        ) from error
    except (ValueError, KeyError, TypeError) as error:
        raise SpaceError(
            "The starter space is damaged: {path} does not say {error}. Install Explorer again.",
            path=path,
            error=error,
        ) from error


def _limits(data: dict[str, Any]) -> Limits:
    return Limits(
        knows=tuple(data["knows"]),
        unknown=tuple(data["does not know"]),
        weak_below={
            (asked, content): float(bound["score"])
            for asked, bounds in data["weak below"].items()
            for content, bound in bounds.items()
        },
    )
