"""The same question asked of two spaces: who rises and who falls.

The rank-shift chart of Zhang et al. 2021, "Explainable Semantic Space by Grounding Language to
Vision with Cross-Modal Contrastive Learning": once words are grounded, "striped horse" moves
towards "zebra".
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SHOWN = 12


@dataclass(frozen=True, slots=True)
class Shift:
    """One thing that is near the top in at least one of the spaces.

    Parameters
    ----------
    row
        Which.
    rank_a, rank_b
        Its ranks from 1; 0 where a space does not have it.
    """

    row: int
    rank_a: int
    rank_b: int

    @property
    def rise(self) -> int:
        """Ranks won from A to B; below nought if it falls. 0 where it is in one space only."""
        return self.rank_a - self.rank_b if self.rank_a and self.rank_b else 0


@dataclass(frozen=True, slots=True)
class RankShifts:
    """The best of both spaces, in the order of A, then what only B has near the top.

    ``counts`` are how many each space ranks; ``common`` the share of the shown that both have
    near the top.
    """

    shifts: tuple[Shift, ...]
    counts: tuple[int, int]
    shown: int
    common: float


def rank_shifts(a: NDArray[np.integer], b: NDArray[np.integer], shown: int = SHOWN) -> RankShifts:
    """Compare two rankings.

    Parameters
    ----------
    a, b
        Rows, best first; a row is in each of them once at most.
    shown
        So many of the best of each are compared.
    """
    ranks_a = _ranks(a, np.concatenate([a[:shown], b[:shown]]))
    ranks_b = _ranks(b, np.concatenate([a[:shown], b[:shown]]))
    rows = list(dict.fromkeys([*map(int, a[:shown]), *map(int, b[:shown])]))
    shifts = tuple(Shift(row, ranks_a[row], ranks_b[row]) for row in rows)
    both = len(set(a[:shown].tolist()) & set(b[:shown].tolist()))
    most = min(shown, max(len(a), len(b)))
    return RankShifts(shifts, (len(a), len(b)), shown, both / most if most else 0.0)


def _ranks(ranking: NDArray[np.integer], wanted: NDArray[np.integer]) -> dict[int, int]:
    places = np.flatnonzero(np.isin(ranking, wanted))
    found = {int(row): 0 for row in wanted}
    found.update({int(ranking[place]): int(place) + 1 for place in places})
    return found
