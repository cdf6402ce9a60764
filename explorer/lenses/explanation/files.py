"""An explanation as a file: a picture, a drawing, a page, or the numbers."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from explorer.core.media import Pixels
from explorer.lenses.explanation.page import Shown, explanation_page
from explorer.lenses.heat_picture import heat_picture, heat_pictures, heat_svg
from explorer.lenses.word_patch import Comparison, Explanation

SUFFIXES = (".png", ".svg", ".html", ".json", ".csv")


def write_maps(output: Path, title: str, picture: Pixels, comparison: Comparison) -> None:
    """Write the maps of one or several methods; the suffix says how.

    Parameters
    ----------
    title
        What to call the picture.

    Raises
    ------
    ValueError
        If the suffix is none of `SUFFIXES`.
    OSError
        If the file cannot be written.
    """
    suffix, found = output.suffix.lower(), comparison.explanations
    if suffix == ".png":
        drawn = (
            heat_pictures(picture, comparison)
            if len(found) > 1
            else heat_picture(picture, found[0])
        )
        drawn.save(output)
    elif suffix == ".svg":
        output.write_text(heat_svg(picture, chosen_of(comparison)), encoding="utf-8")
    elif suffix == ".html":
        shown = [
            Shown(title, np.asarray(picture), one, one.method == comparison.best) for one in found
        ]
        output.write_text(explanation_page(shown), encoding="utf-8")
    elif suffix == ".json":
        data = found[0].to_dict() if len(found) == 1 else comparison.to_dict()
        output.write_text(json.dumps({"title": title, **data}, indent=1), encoding="utf-8")
    elif suffix == ".csv":
        output.write_text(maps_csv(found), encoding="utf-8", newline="")
    else:
        raise ValueError(f"{output.name} does not end in one of {', '.join(SUFFIXES)}")


def chosen_of(comparison: Comparison) -> Explanation:
    """The best method's maps, or the first."""
    found = comparison.explanations
    return next((one for one in found if one.method == comparison.best), found[0])


def maps_csv(explanations: tuple[Explanation, ...]) -> str:
    """A line for every patch of every word: method, word, score, row, column, value."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(["method", "word", "content", "score", "row", "column", "value"])
    for one in explanations:
        writer.writerows(_lines(one))
    return written.getvalue()


def _lines(explanation: Explanation) -> Iterator[list[object]]:
    for word in explanation.words:
        for (row, column), value in np.ndenumerate(word.map):
            yield [
                explanation.method, word.word, int(word.content), f"{word.score:.6g}",
                row + 1, column + 1, f"{value:.6g}",
            ]  # fmt: skip
