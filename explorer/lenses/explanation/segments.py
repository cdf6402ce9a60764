"""Segments: class names, and a few example regions, label every patch of a picture.

Yang et al. 2023, "Multi-Modal Prototypes for Open-World Semantic Segmentation": a class is known by
the vector of its name and by vectors of example regions, joined into one prototype.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from explorer.core.errors import QueryError
from explorer.core.media import Pixels
from explorer.core.similarity import Vectors, normalise
from explorer.core.tokens import GridLayout
from explorer.encoders.space import Space
from explorer.lenses.explanation.contrast import contrast, smooth
from explorer.lenses.explanation.directions import patches_of
from explorer.lenses.explanation.masking import patch_of_pixels

EXAMPLE_SHARE = 0.75
"""How much examples count where a class has some: they show what the name may not be near to."""


@dataclass(frozen=True, slots=True)
class Segments:
    """The class of every patch.

    Parameters
    ----------
    names
        Of the classes.
    layout, size
        Where the patches lie; (width, height) of the picture.
    labels
        Number of the class, int (rows, cols).
    margins
        How much nearer a patch is to its class than to the next: float32 (rows, cols).
    """

    names: tuple[str, ...]
    layout: GridLayout
    size: tuple[int, int]
    labels: NDArray[np.intp]
    margins: NDArray[np.float32]

    def mask(self, name: str) -> NDArray[np.bool_]:
        """Pixels of a class: bool (height, width)."""
        width, height = self.size
        patches = patch_of_pixels((height, width), self.layout)
        flags = np.append(self.labels.ravel() == self.names.index(name), False)
        return np.asarray(flags[patches])

    def table(self) -> list[dict[str, object]]:
        """A row per class: name, share of the patches, patches, mean margin."""
        rows: list[dict[str, object]] = []
        for number, name in enumerate(self.names):
            here = self.labels == number
            margin = float(self.margins[here].mean()) if here.any() else 0.0
            count = int(here.sum())
            share = count / self.labels.size
            rows.append({"class": name, "share": share, "patches": count, "margin": margin})
        return rows

    def save_masks(self, folder: Path, stem: str) -> list[Path]:
        """Write a black and white PNG for every class that is there; the paths."""
        folder.mkdir(parents=True, exist_ok=True)
        written = []
        for number, name in enumerate(self.names):
            if (self.labels == number).any():
                safe = "".join(sign if sign.isalnum() else "-" for sign in name)
                path = folder / f"{stem}-{number + 1}-{safe}.png"
                Image.fromarray(self.mask(name).astype(np.uint8) * 255).save(path)
                written.append(path)
        return written


def example_vector(space: Space, picture: Pixels, mask: NDArray[np.bool_]) -> NDArray[np.float32]:
    """Vector (d,) of an example region: the mean of the patches that lie mostly in its mask.

    Parameters
    ----------
    mask
        bool (height, width), of the picture's size.

    Raises
    ------
    QueryError
        If the mask is empty or of another size.
    """
    if mask.shape != picture.shape[:2] or not mask.any():
        raise QueryError("The mask of an example has to be of its picture's size and not empty.")
    vectors, layout = patches_of(space, picture)
    patches = patch_of_pixels(picture.shape[:2], layout)
    inside = patches >= 0
    covered = np.bincount(patches[inside], mask[inside], layout.count)
    shares = covered / np.maximum(np.bincount(patches[inside], minlength=layout.count), 1)
    chosen = shares >= min(0.5, float(shares.max()))
    return np.asarray(normalise(vectors[chosen].mean(axis=0, keepdims=True))[0])


def label_patches(
    space: Space,
    picture: Pixels,
    names: Sequence[str],
    examples: Mapping[str, Sequence[NDArray[np.float32]]] | None = None,
) -> Segments:
    """Label every patch of a picture with the nearest class.

    Parameters
    ----------
    names
        At least two classes.
    examples
        By class, vectors of `example_vector`.

    Raises
    ------
    QueryError
        If there are fewer than two classes, or one twice.
    SpaceError
        If the space gives no patches.
    """
    if len(names) < 2 or len(set(names)) < len(names):
        raise QueryError("Segments need at least two classes, each named once.")
    vectors, layout = patches_of(space, picture)
    cosines = prototype_cosines(
        space.encode_contents("text", list(names)), vectors, names, examples
    )
    told_apart = contrast(cosines, np.ones(len(names), bool))
    maps = smooth(told_apart.reshape(-1, layout.rows, layout.cols), passes=1)
    ordered = np.sort(maps, axis=0)
    height, width = picture.shape[:2]
    return Segments(
        tuple(names), layout, (width, height), maps.argmax(axis=0), ordered[-1] - ordered[-2]
    )


def prototype_cosines(
    texts: Vectors,
    patches: Vectors,
    names: Sequence[str],
    examples: Mapping[str, Sequence[NDArray[np.float32]]] | None,
) -> NDArray[np.float32]:
    """Cosines of classes with patches: float32 (classes, m).

    Cosines between pictures lie higher than between a text and a picture, so those with examples
    are brought to the range of those with names before both are joined.
    """
    by_name = np.asarray(texts @ patches.T, np.float32)
    shown = [bool(examples and examples.get(name)) for name in names]
    if not examples or not any(shown):
        return by_name
    means = np.stack(
        [
            np.mean(examples[name], axis=0) if there else text
            for name, text, there in zip(names, texts, shown, strict=True)
        ]
    )
    by_look = np.asarray(normalise(means) @ patches.T, np.float32)
    spread = max(float(by_look[shown].std()), 1e-6)
    by_look = (by_look - by_look[shown].mean()) / spread * by_name.std() + by_name.mean()
    joined = EXAMPLE_SHARE * by_look + (1 - EXAMPLE_SHARE) * by_name
    return np.where(np.array(shown)[:, None], joined, by_name).astype(np.float32)
