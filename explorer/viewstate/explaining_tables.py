"""What the questions beside the maps have found, as lines for a file."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from explorer.core.errors import CollectionError
from explorer.lenses.explanation.directions import PatchMatches, WordMatches
from explorer.lenses.explanation.segments import Segments
from explorer.lenses.relations import Relation

Lines = list[dict[str, object]]


def pair_lines(matches: PatchMatches) -> Lines:
    """A line for each patch of the first picture: its best one in the other; counted from 1."""
    lines: Lines = []
    mutual = matches.mutual
    for patch, best in enumerate(matches.best.tolist()):
        row, column = divmod(patch, matches.layout.cols)
        other_row, other_column = divmod(best, matches.other_layout.cols)
        lines.append(
            {
                "row": row + 1,
                "column": column + 1,
                "other_row": other_row + 1,
                "other_column": other_column + 1,
                "cosine": round(float(matches.cosines[patch, best]), 5),
                "mutual": bool(mutual[patch]),
            }
        )
    return lines


def segment_lines(segments: Segments) -> Lines:
    """A line for each patch: its class and how much nearer that is than the next."""
    return [
        {
            "row": row + 1,
            "column": column + 1,
            "class": segments.names[int(number)],
            "margin": round(float(segments.margins[row, column]), 5),
        }
        for (row, column), number in np.ndenumerate(segments.labels)
    ]


def relation_lines(found: Sequence[Relation]) -> Lines:
    """A line for each relation of each pair of things."""
    return [
        {"subject": one.subject, "relation": name, "object": one.object, "chance": round(chance, 5)}
        for one in found
        for name, chance in one.chances.items()
    ]


def text_lines(matches: WordMatches) -> Lines:
    """A line for each word asked with each word of the text."""
    return [
        {"word": word, "other": other, "cosine": round(float(matches.cosines[row, column]), 5)}
        for row, word in enumerate(matches.layout.words)
        for column, other in enumerate(matches.other_layout.words)
    ]


def write_lines(output: Path, lines: Lines) -> None:
    """Write lines as F.json or F.csv.

    Raises
    ------
    CollectionError
        If there are none, or the file cannot be written.
    """
    if not lines:
        raise CollectionError("There is nothing to write yet.")
    try:
        if output.suffix.lower() == ".json":
            output.write_text(json.dumps(lines, indent=1), encoding="utf-8")
            return
        with output.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, list(lines[0]))
            writer.writeheader()
            writer.writerows(lines)
    except OSError as error:
        raise CollectionError(
            "{output}: it cannot be written: {reason}.", output=output, reason=error.strerror
        ) from error
