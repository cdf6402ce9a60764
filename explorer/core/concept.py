"""A concept: something learned from examples or words that can be a term of a query."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from explorer.core.errors import QueryError
from explorer.core.query import Term


@dataclass(frozen=True, slots=True)
class Concept:
    """What it is called and what it is learned from.

    Parameters
    ----------
    id
        Stays the same when it gets another name, so that queries keep their meaning.
    name
        What the person calls it.
    terms
        What it is (weight above zero) and what it is not (below): words, items, pictures,
        regions, examples, ...
    """

    id: str
    name: str
    terms: tuple[Term, ...]

    def as_term(self, weight: float = 1.0) -> Term:
        """The concept as a part of a query."""
        return Term("concept", self.id, weight, self.name)

    def to_dict(self) -> dict[str, Any]:
        """The concept as JSON data."""
        terms = [term.to_dict() for term in self.terms]
        return {"id": self.id, "name": self.name, "terms": terms}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Concept:
        """Read a concept from JSON data.

        Raises
        ------
        QueryError
            If it has no id, name or terms, or a term is wrong.
        """
        concept_id, name, terms = data.get("id"), data.get("name"), data.get("terms")
        if not isinstance(concept_id, str) or not isinstance(name, str) or not name.strip():
            raise QueryError("A concept needs an id and a name.")
        if not isinstance(terms, list) or not terms:
            raise QueryError(f"The concept '{name}' has nothing that it could be learned from.")
        return cls(concept_id, name, tuple(Term.from_dict(term) for term in terms))
