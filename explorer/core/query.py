"""A query: signed, weighted terms, a way to combine them, and filters.

>>> (text("red bird") - text("cage")).terms[1].weight
-1.0
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal, cast, get_args

import numpy as np
from numpy.typing import NDArray

from explorer.core.errors import QueryError
from explorer.core.similarity import Vectors, normalise
from explorer.core.wording import Wording

# fmt: off
TermKind = Literal[
    "text", "image", "audio", "item", "vector",
    "region", "direction", "cluster", "concept", "examples",
]
# fmt: on
FILE_KINDS: tuple[TermKind, ...] = ("image", "audio", "region")
"""Kinds whose value is the path of a file."""

Box = tuple[float, float, float, float]
"""Left, top, right and bottom of a region, as shares (0 to 1) of the width and height."""

Combine = Literal["sum", "all", "fusion"]
Mode = Literal["dense", "lexical", "hybrid"]

ARROW = "→"
RANK_CONSTANT = 60
"""Reciprocal rank fusion's k (Cormack et al. 2009)."""


@dataclass(frozen=True, slots=True)
class Term:
    """One signed, weighted part of a query.

    Parameters
    ----------
    kind
        What `value` is: words, the path of a picture or sound, an item's id, a vector, a picture
        of which a region counts, a direction, the items of a cluster, a concept's id, or examples.
    value
        The words, path or id; for ``"vector"`` a tuple of d numbers in the space asked, for
        ``"direction"`` two phrases, ``"empty → crowded"``, for ``"cluster"`` the ids of (some of)
        its items, ``"a1 b2"``, for ``"examples"`` the ids of items that were liked, and with a
        minus in front those that were not: ``"a1 b2 -c3"``.
    weight
        Any number; below zero it pushes away.
    label
        What the person sees; the value where empty.
    enabled
        A term that is switched off keeps its place and counts for nothing.
    box
        Of a region: which part of the picture.
    """

    kind: TermKind
    value: str | tuple[float, ...]
    weight: float = 1.0
    label: str = ""
    enabled: bool = True
    box: Box | None = None

    @property
    def name(self) -> str:
        """What the person sees; a `Wording` where it is not the person's own words."""
        if self.label:
            return self.label
        if isinstance(self.value, tuple):
            return Wording("vector")
        if self.kind == "region":
            return Wording("part of {name}", name=Path(self.value).name)
        if self.kind == "examples":
            liked, disliked = (len(ids) for ids in self.examples)
            if not disliked:
                return Wording("{liked} liked", liked=liked)
            if not liked:
                return Wording("{disliked} not liked", disliked=disliked)
            return Wording("{liked} liked, {disliked} not", liked=liked, disliked=disliked)
        if self.kind == "cluster":
            return Wording("{count} items together", count=len(self.examples[0]))
        return Path(self.value).name if self.kind in FILE_KINDS else self.value

    @property
    def ends(self) -> tuple[str, str]:
        """The two phrases of a direction: from where, to where."""
        start, _, end = str(self.value).partition(ARROW)
        return start.strip(), end.strip()

    @property
    def examples(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Ids of the items that were liked (or are together), and of those that were not."""
        ids = str(self.value).split()
        liked = tuple(one for one in ids if not one.startswith("-"))
        return liked, tuple(one[1:] for one in ids if one.startswith("-"))

    def to_dict(self) -> dict[str, Any]:
        """The term as JSON data."""
        value = list(self.value) if isinstance(self.value, tuple) else self.value
        data: dict[str, Any] = {"kind": self.kind, "value": value, "weight": self.weight}
        if self.label:
            data["label"] = self.label
        if not self.enabled:
            data["enabled"] = False
        if self.box is not None:
            data["box"] = list(self.box)
        return data

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Term:
        """Read a term from JSON data.

        Raises
        ------
        QueryError
            If the kind is unknown, the value or a region's box is missing or none, or the weight
            is not a finite number.
        """
        kind, value, weight = data.get("kind"), data.get("value"), data.get("weight", 1.0)
        if kind not in get_args(TermKind):
            known = ", ".join(get_args(TermKind))
            raise QueryError(f"A query term has the kind {kind!r}; use one of {known}.")
        if kind == "vector":
            if not isinstance(value, list) or not value:
                raise QueryError("A query term of kind 'vector' needs a list of numbers as value.")
            value = tuple(float(number) for number in value)
        elif not isinstance(value, str) or not value.strip():
            raise QueryError(f"A query term of kind {kind!r} needs a text as its value.")
        elif kind == "direction":
            value = _direction(value)
        is_number = isinstance(weight, int | float) and not isinstance(weight, bool)
        if not is_number or not np.isfinite(weight):
            raise QueryError(f"The weight {weight!r} of the query term {value!r} is not a number.")
        label, enabled = str(data.get("label", "")), bool(data.get("enabled", True))
        box = _box(data.get("box")) if kind == "region" else None
        return cls(cast(TermKind, kind), value, float(weight), label, enabled, box)


def _direction(words: str) -> str:
    """Two phrases with an arrow between them; ``->`` is one too."""
    start, _, end = (part.strip() for part in words.replace("->", ARROW).partition(ARROW))
    if not start or not end:
        raise QueryError(
            "The direction '{words}' needs two phrases: from where {arrow} to where, for example "
            "'empty -> crowded'.",
            words=words,
            arrow=ARROW,
        )
    return f"{start} {ARROW} {end}"


def _box(numbers: object) -> Box:
    """Four shares, left before right and top before bottom."""
    try:
        left, top, right, bottom = (float(one) for one in cast(Any, numbers))
        if 0 <= left < right <= 1 and 0 <= top < bottom <= 1:
            return left, top, right, bottom
    except (TypeError, ValueError):
        pass
    raise QueryError(
        f"The box {numbers!r} of a region is none: give left, top, right and bottom as shares of "
        "the picture from 0 to 1."
    )


@dataclass(frozen=True, slots=True)
class Query:
    """Terms, how they combine, how words are matched, and what is kept of the answer.

    Queries add up: ``text("red bird") - 0.5 * text("cage") + image("nest.jpg")``.

    Parameters
    ----------
    where
        An SQL filter over metadata.
    closer_than
        Cut-off in percent, 0 to 100: hits that are not closer than this share of the collection
        (of their modality) are left out.
    """

    terms: tuple[Term, ...] = ()
    combine: Combine = "sum"
    mode: Mode = "dense"
    where: str = ""
    closer_than: float = 0.0

    @property
    def active(self) -> tuple[Term, ...]:
        """The terms that count."""
        return tuple(term for term in self.terms if term.enabled and term.weight != 0)

    def __bool__(self) -> bool:
        return bool(self.active or self.where.strip())

    def __add__(self, other: Query) -> Query:
        return replace(
            self,
            terms=self.terms + other.terms,
            where=self.where or other.where,
            closer_than=self.closer_than or other.closer_than,
        )

    def __sub__(self, other: Query) -> Query:
        return self + (-other)

    def __neg__(self) -> Query:
        return self * -1

    def __mul__(self, factor: float) -> Query:
        terms = tuple(replace(term, weight=term.weight * factor) for term in self.terms)
        return replace(self, terms=terms)

    __rmul__ = __mul__

    def to_dict(self) -> dict[str, Any]:
        """The query as JSON data, as ``--query QUERY.json`` reads it."""
        data: dict[str, Any] = {
            "terms": [term.to_dict() for term in self.terms],
            "combine": self.combine,
            "mode": self.mode,
            "where": self.where,
        }
        if self.closer_than:
            data["closer_than"] = self.closer_than
        return data

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Query:
        """Read a query from JSON data.

        Raises
        ------
        QueryError
            If anything in it is not known.
        """
        terms = data.get("terms", [])
        if not isinstance(terms, list) or not all(isinstance(term, Mapping) for term in terms):
            raise QueryError("A query's 'terms' must be a list of objects with kind and value.")
        combine, mode = data.get("combine", "sum"), data.get("mode", "dense")
        for name, value, known in (
            ("combine", combine, get_args(Combine)),
            ("mode", mode, get_args(Mode)),
        ):
            if value not in known:
                raise QueryError(f"A query's {name!r} is {value!r}; use one of {', '.join(known)}.")
        where = str(data.get("where") or "")
        cut = data.get("closer_than", 0.0)
        if isinstance(cut, bool) or not isinstance(cut, int | float) or not 0 <= cut <= 100:
            raise QueryError(f"A query's 'closer_than' is {cut!r}; use a percentage, 0 to 100.")
        return cls(tuple(Term.from_dict(term) for term in terms), combine, mode, where, float(cut))


def text(words: str) -> Query:
    """A query by words."""
    return Query((Term("text", words),))


def image(path: str | Path) -> Query:
    """A query by a picture file."""
    return Query((Term("image", str(path)),))


def audio(path: str | Path) -> Query:
    """A query by a sound file."""
    return Query((Term("audio", str(path)),))


def item(item_id: str) -> Query:
    """A query by an item of the collection."""
    return Query((Term("item", item_id),))


def region(path: str | Path, box: Box) -> Query:
    """A query by a part of a picture; `box` is in shares of its width and height.

    Raises
    ------
    QueryError
        If the box is none.
    """
    return Query((Term("region", str(path), box=_box(box)),))


def direction(start: str, end: str) -> Query:
    """A query by the way from one phrase to another: ``direction("empty", "crowded")``."""
    return Query((Term("direction", _direction(f"{start} {ARROW} {end}")),))


def concept(name: str) -> Query:
    """A query by a concept of the collection, by its name or id."""
    return Query((Term("concept", name),))


def examples(liked: Iterable[str], disliked: Iterable[str] = ()) -> Query:
    """A query by items that are what is looked for, and others that are not, by their ids."""
    ids = (*liked, *(f"-{one}" for one in disliked))
    return Query((Term("examples", " ".join(ids)),))


def cluster(ids: Iterable[str], name: str = "") -> Query:
    """A query by the middle of items that belong together, by their ids."""
    return Query((Term("cluster", " ".join(ids), label=name),))


def mix(vectors: Vectors, weights: NDArray[np.floating]) -> Vectors:
    """The direction of a weighted sum of unit vectors: float32 (d,), unit length."""
    return normalise(np.asarray(weights, np.float32) @ vectors)


def combine_scores(
    cosines: Vectors, weights: NDArray[np.floating], combine: Combine, scale: float = 1.0
) -> tuple[Vectors, Vectors]:
    """Join the cosines of several terms into one score per vector.

    Parameters
    ----------
    cosines
        float32 (terms, n).
    weights
        Signed weights (terms,).
    combine
        ``"sum"``: the cosine with the weighted sum of the terms on the sphere.
        ``"all"``: the weakest term counts (sign applied).
        ``"fusion"``: reciprocal rank fusion, weighted.
    scale
        Length of the weighted sum of the term vectors, which ``"sum"`` divides by.

    Returns
    -------
    scores float32 (n,) and contributions float32 (terms, n). The contributions of ``"sum"`` and
    ``"fusion"`` add up to the score.
    """
    weights = np.asarray(weights, np.float32)[:, None]
    if combine == "sum":
        contributions = weights * cosines / max(scale, 1e-6)
        return contributions.sum(axis=0), contributions
    if combine == "all":
        contributions = np.sign(weights) * cosines
        return contributions.min(axis=0), contributions
    order = np.argsort(np.argsort(-np.sign(weights) * cosines, axis=1), axis=1)
    share = np.abs(weights) / np.abs(weights).sum()
    contributions = (share * (RANK_CONSTANT + 1) / (RANK_CONSTANT + 1 + order)).astype(np.float32)
    return contributions.sum(axis=0), contributions
