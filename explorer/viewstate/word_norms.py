"""Words with human norms from a table, and how a space's principal axes follow them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from explorer.core.errors import QueryError
from explorer.lenses.axes import Axis, category_silhouette, principal_axes
from explorer.viewstate.labelled import ReadingSpace, read_columns

NOT_COMMON = ("0", "false", "no", "")


@dataclass(frozen=True, slots=True, eq=False)
class WordNorms:
    """Words (n,), their categories, and how concrete people find them, NaN where not known."""

    words: list[str]
    categories: list[str]
    concreteness: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class AxesResult:
    """What the principal axes of word vectors follow, and how far categories stand apart."""

    components: tuple[Axis, ...]
    silhouette: float

    def to_dict(self) -> dict[str, Any]:
        """The result as ``eval axes --json`` prints it."""
        return {
            "components": [axis.to_dict() for axis in self.components],
            "silhouette": round(self.silhouette, 6),
        }


def read_words(file: str | Path) -> WordNorms:
    """Read the common words of a CSV file: columns category, word, concreteness, common.

    Raises
    ------
    QueryError
        If it cannot be read, lacks a column or has no common words.
    """
    rows = read_columns(file, ("category", "word", "concreteness", "common"))
    rows = [row for row in rows if (row["common"] or "").strip().lower() not in NOT_COMMON]
    if not rows:
        raise QueryError("{file} has no common words.", file=file)
    return WordNorms(
        [row["word"] for row in rows],
        [row["category"] for row in rows],
        np.asarray([_number(row["concreteness"]) for row in rows]),
    )


def evaluate_axes(space: ReadingSpace, norms: WordNorms) -> AxesResult:
    """Encode the words, each once, and look at the axes.

    Raises
    ------
    SpaceError
        If the space has no encoder for text.
    """
    different = list(dict.fromkeys(norms.words))
    place = {word: row for row, word in enumerate(different)}
    vectors = space.encode("text", different)[[place[word] for word in norms.words]]
    found = principal_axes(vectors, norms.words, norms.categories, norms.concreteness)
    return AxesResult(tuple(found), category_silhouette(vectors, norms.categories))


def _number(text: str | None) -> float:
    try:
        return float(text or "nan")
    except ValueError:
        return float("nan")
