"""Queries, modes and ways to combine, put into words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from explorer.core.query import Query, Term
from explorer.ui.spoken import spoken_name

CONTEXT: Final = "Query"
Words = tuple[Any, Any]
"""Name and meaning, marked for translation (Qt types the mark as object)."""

MODES: Final[Mapping[str, Words]] = {
    "dense": (
        QT_TRANSLATE_NOOP("Query", "Meaning"),
        QT_TRANSLATE_NOOP("Query", "Find what is like it, whatever it is called."),
    ),
    "lexical": (
        QT_TRANSLATE_NOOP("Query", "Words"),
        QT_TRANSLATE_NOOP("Query", "Find the words themselves in names, descriptions and texts."),
    ),
    "hybrid": (
        QT_TRANSLATE_NOOP("Query", "Both"),
        QT_TRANSLATE_NOOP("Query", "Join both lists: what is high in either comes first."),
    ),
}

COMBINES: Final[Mapping[str, Words]] = {
    "sum": (
        QT_TRANSLATE_NOOP("Query", "Mixed"),
        QT_TRANSLATE_NOOP("Query", "The parts add up to one direction; weights say how much."),
    ),
    "all": (
        QT_TRANSLATE_NOOP("Query", "All of these"),
        QT_TRANSLATE_NOOP("Query", "Each part has to fit: the weakest one counts."),
    ),
    "fusion": (
        QT_TRANSLATE_NOOP("Query", "Any of these"),
        QT_TRANSLATE_NOOP(
            "Query", "Each part makes its own list; what is high in one comes first."
        ),
    ),
}


def tr(text: str) -> str:
    """A text of this context in the person's language."""
    return QCoreApplication.translate(CONTEXT, text)


def weight_words(weight: float) -> str:
    """A weight as it stands on a chip: nothing for 1 and -1, else "×1.5"."""
    size = abs(weight)
    if abs(size - 1) < 0.005:
        return ""
    return "×" + QLocale().toString(size, "g", 3)


def term_words(term: Term) -> str:
    """A term in a line: "− cage ×0.5"."""
    sign = "− " if term.weight < 0 else ""
    weight = weight_words(term.weight)
    return f"{sign}{spoken_name(term.name)}{' ' + weight if weight else ''}"


def query_words(query: Query) -> str:
    """A query in a line: "red bird  − cage"."""
    return "   ".join(term_words(term) for term in query.active)
