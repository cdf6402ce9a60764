"""A query: signed, weighted terms, a way to combine them, and filters.

>>> (text("red bird") - text("cage")).terms[1].weight
-1.0
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal, cast, get_args

import numpy as np
from numpy.typing import NDArray

from explorer.core.errors import QueryError
from explorer.core.similarity import Vectors, normalise

TermKind = Literal["text", "image", "audio", "item", "vector"]
Combine = Literal["sum", "all", "fusion"]
Mode = Literal["dense", "lexical", "hybrid"]

RANK_CONSTANT = 60
"""Reciprocal rank fusion's k (Cormack et al. 2009)."""


@dataclass(frozen=True, slots=True)
class Term:
    """One signed, weighted part of a query.

    Parameters
    ----------
    kind
        What `value` is: words, the path of a picture or sound, an item's id, or a vector.
    value
        The words, path or id; for ``"vector"`` a tuple of d numbers in the space asked.
    weight
        Any number; below zero it pushes away.
    label
        What the person sees; the value where empty.
    enabled
        A term that is switched off keeps its place and counts for nothing.
    """

    kind: TermKind
    value: str | tuple[float, ...]
    weight: float = 1.0
    label: str = ""
    enabled: bool = True

    @property
    def name(self) -> str:
        """What the person sees."""
        if self.label:
            return self.label
        if isinstance(self.value, tuple):
            return "vector"
        return Path(self.value).name if self.kind in ("image", "audio") else self.value

    def to_dict(self) -> dict[str, Any]:
        """The term as JSON data."""
        value = list(self.value) if isinstance(self.value, tuple) else self.value
        data: dict[str, Any] = {"kind": self.kind, "value": value, "weight": self.weight}
        if self.label:
            data["label"] = self.label
        if not self.enabled:
            data["enabled"] = False
        return data

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Term:
        """Read a term from JSON data.

        Raises
        ------
        QueryError
            If the kind is unknown, the value is missing or the weight is not a finite number.
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
        is_number = isinstance(weight, int | float) and not isinstance(weight, bool)
        if not is_number or not np.isfinite(weight):
            raise QueryError(f"The weight {weight!r} of the query term {value!r} is not a number.")
        label, enabled = str(data.get("label", "")), bool(data.get("enabled", True))
        return cls(cast(TermKind, kind), value, float(weight), label, enabled)


@dataclass(frozen=True, slots=True)
class Query:
    """Terms, how they combine, how words are matched, and an SQL filter over metadata.

    Queries add up: ``text("red bird") - 0.5 * text("cage") + image("nest.jpg")``.
    """

    terms: tuple[Term, ...] = ()
    combine: Combine = "sum"
    mode: Mode = "dense"
    where: str = ""

    @property
    def active(self) -> tuple[Term, ...]:
        """The terms that count."""
        return tuple(term for term in self.terms if term.enabled and term.weight != 0)

    def __bool__(self) -> bool:
        return bool(self.active or self.where.strip())

    def __add__(self, other: Query) -> Query:
        return replace(self, terms=self.terms + other.terms, where=self.where or other.where)

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
        return {
            "terms": [term.to_dict() for term in self.terms],
            "combine": self.combine,
            "mode": self.mode,
            "where": self.where,
        }

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
        return cls(tuple(Term.from_dict(term) for term in terms), combine, mode, where)


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
