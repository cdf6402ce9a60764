"""A comparison of two spaces as a table or as one HTML page."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from explorer.collection.collection import Collection
from explorer.core.errors import SettingsError
from explorer.core.media import Pixels
from explorer.lenses.compare_page import ComparedSpaces, comparison_page
from explorer.lenses.compare_ranks import RankShifts
from explorer.viewstate.comparison import Agreement


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """All that is known of two spaces.

    Parameters
    ----------
    asked, ranks, words
        A question, where its answers stand, and the words where no items were ranked.
    agreement
        None where it was not measured.
    """

    a: str
    b: str
    asked: str = ""
    ranks: RankShifts | None = None
    words: tuple[str, ...] = ()
    agreement: Agreement | None = None

    def to_dict(self, collection: Collection | None) -> dict[str, Any]:
        """The comparison as ``compare --json`` prints it."""
        data: dict[str, Any] = {"spaces": [self.a, self.b]}
        names = _Names(collection, self.words)
        if self.ranks is not None:
            data["query"] = self.asked
            data["ranks"] = [
                {**names.of(one.row), "rank_a": one.rank_a or None, "rank_b": one.rank_b or None}
                for one in self.ranks.shifts
            ]
            data["counts"] = list(self.ranks.counts)
        if (one := self.agreement) is not None:
            items = _Names(collection, ())
            data["agreement"] = {
                "items": len(one.rows),
                "neighbours": one.overlap.k,
                "overlap": _number(one.overlap.mean),
                "overlap_by_chance": _number(one.overlap.chance),
                "cka": _number(one.cka),
                "cka_debiased": _number(one.cka_debiased),
                "known_by_name": list(one.by_name),
            }
            data["pairs"] = [
                {
                    "first": items.of(pair.first),
                    "second": items.of(pair.second),
                    "same_in": self.a if pair.same_in == "a" else self.b,
                    "percentile_a": round(pair.percentile_a, 3),
                    "percentile_b": round(pair.percentile_b, 3),
                    "cosine_a": round(pair.cosine_a, 6),
                    "cosine_b": round(pair.cosine_b, 6),
                }
                for pair in one.pairs
            ]
        return data


class _Names:
    """What rows are called: items of a collection, or words."""

    def __init__(self, collection: Collection | None, words: Sequence[str]) -> None:
        self._items = collection.items() if collection is not None else None
        self._words = words

    def of(self, row: int) -> dict[str, str]:
        if self._words:
            return {"word": self._words[row]}
        assert self._items is not None
        return {
            "item": str(self._items.ids[row]),
            "title": str(self._items.titles[row]),
            "path": str(self._items.paths[row]),
        }


def write_comparison(compared: Compared, collection: Collection | None, file: Path) -> None:
    """Write F.csv (ranks, else items with what they share) or F.html.

    Raises
    ------
    SettingsError
        If the file cannot be written.
    """
    try:
        if file.suffix.lower() == ".csv":
            with file.open("w", encoding="utf-8", newline="") as stream:
                csv.writer(stream).writerows(_table(compared, collection))
        else:
            file.write_text(_page(compared, collection), encoding="utf-8")
    except OSError as error:
        raise SettingsError(
            "{file} cannot be written: {reason}.", file=file, reason=error.strerror
        ) from error


def _table(compared: Compared, collection: Collection | None) -> list[list[object]]:
    a, b = compared.a, compared.b
    if compared.agreement is not None and collection is not None:
        items, one = collection.items(), compared.agreement
        ranks = (
            {}
            if compared.words or compared.ranks is None
            else {shift.row: shift for shift in compared.ranks.shifts}
        )
        lines: list[list[object]] = [
            ["item", "title", "path", "neighbours_in_common", f"rank {a}", f"rank {b}"]
        ]
        for row, share in zip(one.rows.tolist(), one.overlap.shares.tolist(), strict=True):
            shift = ranks.get(row)
            told = [shift.rank_a or "", shift.rank_b or ""] if shift is not None else ["", ""]
            named = [items.ids[row], items.titles[row], items.paths[row]]
            lines.append([*named, "" if np.isnan(share) else round(share, 4), *told])
        return lines
    names = _Names(collection, compared.words)
    shifts = compared.ranks.shifts if compared.ranks is not None else ()
    heads = list(names.of(shifts[0].row)) if shifts else ["word"]
    told_words: list[list[object]] = [[*heads, f"rank {a}", f"rank {b}"]]
    told_words += [
        [*names.of(one.row).values(), one.rank_a or "", one.rank_b or ""] for one in shifts
    ]
    return told_words


def _page(compared: Compared, collection: Collection | None) -> str:
    rows: set[int] = set()
    if compared.ranks is not None and not compared.words:
        rows |= {one.row for one in compared.ranks.shifts}
    if compared.agreement is not None:
        rows |= {row for pair in compared.agreement.pairs for row in (pair.first, pair.second)}
    titles: dict[int, str] = {}
    pictures: dict[int, Pixels] = {}
    if collection is not None and rows:
        items = collection.items()
        ids = {row: str(items.ids[row]) for row in rows}
        titles = {row: str(items.titles[row]) for row in rows}
        stored = collection.thumbnails(list(ids.values()))
        for row, item_id in ids.items():
            if data := stored.get(item_id):
                with Image.open(io.BytesIO(data)) as picture:
                    pictures[row] = np.asarray(picture.convert("RGB"))
    if compared.words and compared.ranks is not None:
        titles = {one.row: compared.words[one.row] for one in compared.ranks.shifts}
    one = compared.agreement
    spaces = ComparedSpaces(
        (compared.a, compared.b),
        compared.asked,
        compared.ranks,
        [] if one is None else list(one.pairs),
        None if one is None else (one.overlap.mean, one.overlap.chance),
        None if one is None else (one.cka, one.cka_debiased),
        None if one is None else len(one.rows),
        (0, 0) if one is None else one.by_name,
    )
    return comparison_page(spaces, titles, {} if compared.words else pictures, pictures)


def _number(value: float) -> float | None:
    return round(value, 6) if np.isfinite(value) else None
