"""Texts by paragraph and tables by row."""

from __future__ import annotations

from explorer import api

from .prose import Texts
from .tables import Tables


def register(registrar: api.Registrar) -> None:
    """Offer texts and tables."""
    registrar.modality(Texts())
    registrar.modality(Tables())
