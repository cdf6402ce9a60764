"""Subject, relation, object: how the things that words name are related in a picture.

Use it so::

    found = relations(space, pixels, ["cup", "table"])
    found[0].text                      # "cup on table"
    found[0].chance                    # 0.71
    found[0].chances                   # all nine relations of this subject to this object
    found[0].subject_map               # float32 (rows, cols): where "cup" was looked for
    found[0].layout                    # the GridLayout that both maps lie on

`has_relations` tells whether a space can do it. Where the patches are at hand already,
`relations_of` takes them and the words' vectors and encodes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from explorer.core.errors import SpaceError
from explorer.core.media import Pixels
from explorer.core.similarity import Vectors
from explorer.core.tokens import GridLayout, Tokens
from explorer.encoders.relations import RELATIONS, RelationOperators
from explorer.encoders.space import Space

__all__ = ["RELATIONS", "Relation", "has_relations", "relations", "relations_of"]


@dataclass(frozen=True, slots=True)
class Relation:
    """The most likely relation of one thing to another.

    Parameters
    ----------
    subject, name, object
        Read in this order: "cup", "on", "table".
    chance
        Of this relation among the nine.
    chances
        Of all nine, summing to 1.
    subject_map, object_map
        float32 (rows, cols), each summing to 1: where the two words were looked for.
    layout
        Of the maps over the picture.
    """

    subject: str
    name: str
    object: str
    chance: float
    chances: dict[str, float]
    subject_map: NDArray[np.float32]
    object_map: NDArray[np.float32]
    layout: GridLayout

    @property
    def text(self) -> str:
        """As a person reads it."""
        return f"{self.subject} {self.name} {self.object}"

    def to_dict(self) -> dict[str, Any]:
        """JSON data."""
        return {
            "subject": self.subject,
            "relation": self.name,
            "object": self.object,
            "chance": round(self.chance, 4),
            "chances": {name: round(chance, 4) for name, chance in self.chances.items()},
        }


def has_relations(space: Space) -> bool:
    """Whether a space brings trained relations and can place words on patches."""
    return space.relations is not None


def relations(space: Space, picture: Pixels, words: Sequence[str]) -> list[Relation]:
    """Relate every word to every other, the most certain first.

    Parameters
    ----------
    picture
        uint8 RGB (height, width, 3).
    words
        Two or more names of things, such as "red ball"; the cost grows with the square.

    Raises
    ------
    SpaceError
        If the space has no relations.
    """
    operators = _operators(space)
    (patches,) = space.encode_content_tokens("image", [picture])
    return relations_of(operators, patches, words, space.encode_contents("text", words))


def relations_of(
    operators: RelationOperators, patches: Tokens, words: Sequence[str], vectors: Vectors
) -> list[Relation]:
    """The same from patches and word vectors float32 (n, d) that are at hand."""
    layout = patches.layout
    if not isinstance(layout, GridLayout):
        raise SpaceError("Relations are looked for on a grid of patches; this space has none.")
    found = []
    for subject, object_ in permutations(range(len(words)), 2):
        related = operators.between(patches, vectors[subject], vectors[object_])
        name = related.best
        found.append(
            Relation(
                words[subject],
                name,
                words[object_],
                related.chances[name],
                related.chances,
                related.subject,
                related.object,
                layout,
            )
        )
    return sorted(found, key=lambda one: -one.chance)


def _operators(space: Space) -> RelationOperators:
    if space.relations is None:
        raise SpaceError("The space '{space}' was not trained on relations.", space=space.id)
    return space.relations
