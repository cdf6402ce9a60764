"""From which score down the hits of a query are weak, where the space knows."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from explorer.collection.ranking import Ranking
from explorer.core.query import Query

_CONTENT = {"text": "text", "image": "image", "region": "image", "audio": "audio"}

Bounds = Mapping[str, float]
"""By content of the hit, the cosine under which it is a weak match."""


def weak_bounds(query: Query, measured: Mapping[tuple[str, str], float]) -> dict[str, float]:
    """Bounds for the answer to a query; none where its scores were never measured.

    They hold for the cosine with words, or with pictures: not for mixtures of both, for what is
    turned away from, and for ranks.

    Parameters
    ----------
    measured
        By what was asked with and what was found; see `explorer.encoders.space.Limits`.
    """
    terms = query.active
    asked = {_CONTENT.get(term.kind, "") for term in terms}
    if len(asked) != 1 or query.mode != "dense" or query.combine == "fusion":
        return {}
    if any(term.weight < 0 for term in terms):
        return {}
    (with_what,) = asked
    return {found: bound for (one, found), bound in measured.items() if one == with_what}


def strong_hits(
    ranking: Ranking, codes: NDArray[np.integer], contents: list[str], bounds: Bounds
) -> NDArray[np.bool_]:
    """Which hits are known not to be weak: bool (m,).

    Parameters
    ----------
    codes, contents
        Modality code by row of the item table, and the content of each modality by its code.
    """
    limits = np.array([bounds.get(content, np.inf) for content in contents] or [np.inf])
    known = ranking.rows < len(codes)
    strong = np.zeros(len(ranking), bool)
    strong[known] = ranking.scores[known] >= limits[codes[ranking.rows[known]]]
    return strong
