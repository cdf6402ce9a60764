"""Retrieval scores of one or two spaces as one HTML page, with examples of success and failure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

import numpy as np
from numpy.typing import NDArray

from explorer.core.media import Pixels
from explorer.lenses.gap import Gap
from explorer.lenses.report_page import report_page, table_of, thing_of
from explorer.lenses.retrieval import CUTS, Answers, PairSet

EXAMPLES = 8
SHOWN = 3
"""Answers beside each question."""

Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class ScoredSpace:
    """What a page tells of one space."""

    name: str
    a_to_b: Answers
    b_to_a: Answers
    gap: Gap


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """A question and how the spaces answered it.

    ``answers`` has for each space the nearest targets, their cosines, and the rank of the best
    right one.
    """

    query: int
    answers: tuple[tuple[str, Whole, NDArray[np.float32], int], ...]
    right: Whole


def chosen_cases(spaces: Sequence[ScoredSpace], pairs: PairSet) -> dict[str, dict[str, list[Case]]]:
    """Examples for both directions, by direction and by what they show.

    One space: where the right one comes first, and where it comes last. Two spaces: where only
    one of them has it first, the widest apart first.
    """
    return {
        "a to b": _cases(spaces, [space.a_to_b for space in spaces], pairs),
        "b to a": _cases(spaces, [space.b_to_a for space in spaces], pairs.turned),
    }


def _cases(
    spaces: Sequence[ScoredSpace], answers: Sequence[Answers], pairs: PairSet
) -> dict[str, list[Case]]:
    right = pairs.right()

    def case(query: int) -> Case:
        told = tuple(
            (space.name, one.nearest[query][:SHOWN], one.scores[query][:SHOWN],
             int(one.ranks[query]))
            for space, one in zip(spaces, answers, strict=True)
        )  # fmt: skip
        return Case(query, told, right[query])

    def some(order: Whole, wanted: NDArray[np.bool_]) -> list[Case]:
        return [case(int(query)) for query in order[wanted[order]][:EXAMPLES]]

    ranks = [one.ranks for one in answers]
    if len(ranks) == 1:
        worst = np.argsort(-ranks[0], kind="stable")
        # The narrowest right answers first: those could as well have gone wrong.
        lead = _lead(answers[0])
        return {
            "Not found first, the worst": some(worst, ranks[0] > 1),
            "Found first, the closest calls": some(np.argsort(lead, kind="stable"), ranks[0] == 1),
        }
    first, second = ranks[0], ranks[1]
    apart = np.argsort(-np.abs(first - second), kind="stable")
    return {
        f"Found first by {spaces[0].name} alone": some(apart, (first == 1) & (second > 1)),
        f"Found first by {spaces[1].name} alone": some(apart, (second == 1) & (first > 1)),
        "Found first by neither": some(
            np.argsort(-np.minimum(first, second), kind="stable"), (first > 1) & (second > 1)
        ),
    }


def _lead(answers: Answers) -> NDArray[np.float32]:
    if answers.scores.shape[1] < 2:
        return np.zeros(len(answers.ranks), np.float32)
    return np.asarray(answers.scores[:, 0] - answers.scores[:, 1], np.float32)


def labels_of(
    cases: Mapping[str, Mapping[str, Sequence[Case]]],
) -> tuple[set[int], set[int]]:
    """Positions in ``pairs.a`` and ``pairs.b`` that the cases show, to fetch their pictures."""
    asked: dict[str, set[int]] = {"a to b": set(), "b to a": set()}
    found: dict[str, set[int]] = {"a to b": set(), "b to a": set()}
    for direction, groups in cases.items():
        for case in (case for group in groups.values() for case in group):
            asked[direction].add(case.query)
            found[direction].update(map(int, case.right[:1]))
            for _, nearest, _, _ in case.answers:
                found[direction].update(map(int, nearest))
    return asked["a to b"] | found["b to a"], asked["b to a"] | found["a to b"]


def retrieval_page(
    title: str,
    spaces: Sequence[ScoredSpace],
    pairs: PairSet,
    rows: int,
    pictures_a: Mapping[int, Pixels],
    pictures_b: Mapping[int, Pixels],
    cases: Mapping[str, Mapping[str, Sequence[Case]]],
) -> str:
    """HTML of scores and examples.

    Parameters
    ----------
    pictures_a, pictures_b
        Small pictures (uint8 RGB) of what has one, by position in ``pairs.a`` and ``pairs.b``.
    cases
        From `chosen_cases`.
    """
    parts = [
        f"<h1>{escape(title)}</h1>",
        f'<p class="quiet">{rows:,} pairs; a has {len(pairs.a):,} different, b {len(pairs.b):,}. '
        "R@k: share of questions with a right answer among the first k. A question with several "
        "right answers is right with any of them.</p>",
        _scores(spaces),
        "<h2>How the space is filled</h2>",
        '<p class="quiet">The gap is the distance of the two centres (0 to 2); separable, how '
        "well a threshold tells the sides apart (0.5 to 1). Alignment is the mean squared "
        "distance of what belongs together, uniformity how evenly the sphere is filled; of both, "
        "less is better.</p>",
        _gaps(spaces),
    ]
    sides = {"a to b": (pairs.a, pairs.b, pictures_a, pictures_b),
             "b to a": (pairs.b, pairs.a, pictures_b, pictures_a)}  # fmt: skip
    for direction, groups in cases.items():
        asked, found, looks_asked, looks_found = sides[direction]
        parts.append(f"<h2>{escape(direction)}</h2>")
        for heading, some in groups.items():
            parts.append(f"<h3>{escape(heading)}</h3>")
            if not some:
                parts.append('<p class="quiet">None.</p>')
                continue
            cards = [_card(one, asked, found, looks_asked, looks_found) for one in some]
            parts.append(f'<div class="cases">{"".join(cards)}</div>')
    return report_page(title, "".join(parts))


def _scores(spaces: Sequence[ScoredSpace]) -> str:
    heads = [*(f"R@{cut}" for cut in CUTS), "median rank"]
    parts = []
    for direction in ("a to b", "b to a"):
        rows = []
        for space in spaces:
            summary = (space.a_to_b if direction == "a to b" else space.b_to_a).summary
            cells = [f"{summary.recall[cut]:.3f}" for cut in CUTS]
            rows.append([space.name, *cells, f"{summary.median_rank:g}"])
        parts.append(table_of([direction, *heads], rows, best=len(spaces) > 1))
    return "".join(parts)


def _gaps(spaces: Sequence[ScoredSpace]) -> str:
    heads = ["space", "gap", "separable", "alignment", "uniformity a", "uniformity b", "across"]
    rows = [
        [
            space.name,
            f"{space.gap.distance:.3f}",
            f"{space.gap.separable:.3f}",
            f"{space.gap.alignment:.3f}",
            f"{space.gap.uniformity_a:.3f}",
            f"{space.gap.uniformity_b:.3f}",
            f"{space.gap.uniformity_across:.3f}",
        ]
        for space in spaces
    ]
    return table_of(heads, rows)


def _card(
    case: Case,
    asked: Sequence[str],
    found: Sequence[str],
    looks_asked: Mapping[int, Pixels],
    looks_found: Mapping[int, Pixels],
) -> str:
    right = {int(one) for one in case.right}
    wanted = int(case.right[0])
    asks = thing_of(asked[case.query], looks_asked.get(case.query))
    looked = thing_of(found[wanted], looks_found.get(wanted), "looked for", right=True)
    lines = []
    for name, nearest, scores, rank in case.answers:
        things = "".join(
            thing_of(
                found[int(one)],
                looks_found.get(int(one)),
                f"{float(score):.2f}",
                right=int(one) in right,
            )
            for one, score in zip(nearest, scores, strict=True)
        )
        told = f"{name}: rank {rank:,} of {len(found):,}"
        lines.append(
            f'<div class="quiet">{escape(told)}</div><div class="found">'
            f"{things}{'' if rank <= len(nearest) else looked}</div>"
        )
    return f'<div class="case"><div class="asked">{asks}</div><div>{"".join(lines)}</div></div>'
