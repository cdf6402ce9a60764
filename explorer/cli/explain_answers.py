"""What ``explain`` prints."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click
import numpy as np

from explorer.core.errors import CollectionError
from explorer.core.media import Pixels
from explorer.lenses.explanation.directions import PatchMatches
from explorer.lenses.explanation.methods import METHODS
from explorer.lenses.explanation.overlays import match_picture, segment_picture
from explorer.lenses.explanation.segments import Segments
from explorer.lenses.heat_picture import belief_line
from explorer.lenses.word_patch import Comparison, Explanation

PRINTED_MATCHES = 12


def print_comparison(comparison: Comparison, *, named: bool) -> None:
    """Words with their best places, method by method, and why some methods are missing."""
    for one in comparison.explanations:
        if named:
            mark = "  (the most faithful here)" if one.method == comparison.best else ""
            click.echo(f"{METHODS[one.method].title}{mark}")
        _print_words(one)
    for name, reason in comparison.unavailable.items():
        click.echo(f"{METHODS[name].title}: not here. {reason}")


def _print_words(explanation: Explanation) -> None:
    width, height = explanation.image_size
    for one in explanation.words:
        if not one.content:
            continue
        x, y = one.peak
        place = f"{x:.0f}, {y:.0f}"
        if (sound := explanation.sound) is not None:
            place = f"{sound.seconds_at(x, width):.2f} s"
            if explanation.layout.rows > 1:  # else each part stands for all frequencies
                place += f", {sound.hertz_at(y, height):.0f} Hz"
        belief = one.faithfulness
        doubt = "" if belief is None or belief.better_than_random else "   no better than random"
        click.echo(f"  {one.word:20s} {one.score:7.3f}   best at {place}{doubt}")
    if line := belief_line(explanation):
        click.echo(f"  {line}")


def print_region(words: Sequence[tuple[str, float]], *, as_json: bool) -> dict[str, object]:
    """Words with their cosines, the most telling first; for JSON the same as data."""
    for word, cosine in () if as_json else words:
        click.echo(f"  {word:20s} {cosine:7.3f}")
    return {"words": [{"word": word, "score": round(score, 6)} for word, score in words]}


def print_matches(
    found: PatchMatches, picture: Pixels, other: Pixels, output: Path | None, *, as_json: bool
) -> dict[str, object]:
    """Patches that are each other's best, the nearest first; drawn where there is a file."""
    rows = []
    for patch in np.argsort(-found.cosines.max(axis=1), kind="stable").tolist():
        if found.mutual[patch]:
            mate = int(found.best[patch])
            rows.append({
                "at": _centre(found.layout.centre(patch, picture.shape[1], picture.shape[0])),
                "other_at": _centre(
                    found.other_layout.centre(mate, other.shape[1], other.shape[0])
                ),
                "score": round(float(found.cosines[patch, mate]), 6),
            })  # fmt: skip
    for row in [] if as_json else rows[:PRINTED_MATCHES]:
        click.echo(f"  {row['at']} is {row['other_at']}   {row['score']:.3f}")
    if output is not None:
        _save(match_picture(picture, other, found), output)
    return {
        "grid": [found.layout.rows, found.layout.cols],
        "other_grid": [found.other_layout.rows, found.other_layout.cols],
        "matches": rows,
    }


def _centre(place: tuple[float, float]) -> list[float]:
    return [round(one, 1) for one in place]


def print_segments(
    segments: Segments, picture: Pixels, output: Path | None, masks: list[Path], *, as_json: bool
) -> dict[str, object]:
    """Share of the picture and margin of every class; drawn where there is a file."""
    table = segments.table()
    for row in [] if as_json else table:
        click.echo(f"  {row['class']!s:20s} {row['share']:6.1%}   margin {row['margin']:.3f}")
    for path in [] if as_json else masks:
        click.echo(f"Written: {path}")
    if output is not None:
        _save(segment_picture(picture, segments), output)
    return {
        "image_size": list(segments.size),
        "grid": list(segments.labels.shape),
        "classes": table,
        "labels": segments.labels.tolist(),
        "masks": [str(path) for path in masks],
    }


def masks_written(segments: Segments, folder: str | None, stem: str) -> list[Path]:
    """Write a mask for each class that is there, if a folder is named."""
    if folder is None:
        return []
    try:
        return segments.save_masks(Path(folder), stem)
    except OSError as error:
        raise CollectionError(f"{folder} cannot be written to: {error.strerror}.") from error


def _save(drawn: Pixels, output: Path) -> None:
    from PIL import Image

    try:
        Image.fromarray(drawn).save(output)
    except OSError as error:
        raise CollectionError(f"{output} cannot be written: {error.strerror}.") from error
