"""``explorer eval``: retrieval on labelled pairs, and axes against word norms."""

from __future__ import annotations

import csv
from pathlib import Path

import click
import numpy as np

from explorer.cli.shared import json_option, opened_app, print_json, space_option
from explorer.core.errors import QueryError
from explorer.core.similarity import Vectors
from explorer.lenses.axes import category_silhouette, principal_axes
from explorer.lenses.retrieval import retrieval_scores
from explorer.scripting import OpenSpace


@click.group("eval")
def evaluate() -> None:
    """Measure a space on labelled data."""


@evaluate.command()
@click.option("--pairs", required=True, type=click.Path(dir_okay=False), help="Columns a,b.")
@space_option
@json_option
@click.pass_context
def retrieval(ctx: click.Context, pairs: str, space_id: str, as_json: bool) -> None:
    """Recall and median rank on pairs of paths or texts, both ways."""
    rows = read_columns(pairs, ("a", "b"))
    left, right = [row["a"] for row in rows], [row["b"] for row in rows]
    with opened_app(ctx) as app:
        space = OpenSpace(app.spaces.load(space_id), app.decoder)
        folder = Path(pairs).parent
        a, b = _vectors(space, left, folder), _vectors(space, right, folder)
    forth = retrieval_scores(a, b, left, right).to_dict()
    back = retrieval_scores(b, a, right, left).to_dict()
    if as_json:
        print_json({"pairs": len(rows), "a_to_b": forth, "b_to_a": back})
        return
    click.echo(f"{len(rows)} pairs")
    for name, scores in (("a to b", forth), ("b to a", back)):
        line = "  ".join(f"{key} {value:.3f}" for key, value in scores.items())
        click.echo(f"{name}: {line}")


@evaluate.command()
@click.option(
    "--words",
    required=True,
    type=click.Path(dir_okay=False),
    help="Columns category,word,concreteness,common.",
)
@space_option
@json_option
@click.pass_context
def axes(ctx: click.Context, words: str, space_id: str, as_json: bool) -> None:
    """Principal axes of word vectors against human concreteness, and category silhouette.

    Words marked as not common are left out.
    """
    rows = read_columns(words, ("category", "word", "concreteness", "common"))
    rows = [row for row in rows if row["common"].strip() not in ("0", "false", "False", "")]
    if not rows:
        raise QueryError(f"{words} has no common words.")
    names, categories = [row["word"] for row in rows], [row["category"] for row in rows]
    concreteness = np.asarray([_number(row["concreteness"]) for row in rows])
    with opened_app(ctx) as app:
        vectors = app.spaces.load(space_id).encode_contents("text", names)
    found = principal_axes(vectors, names, categories, concreteness)
    silhouette = category_silhouette(vectors, categories)
    if as_json:
        components = [axis.to_dict() for axis in found]
        print_json({"components": components, "silhouette": round(silhouette, 6)})
        return
    for number, axis in enumerate(found, 1):
        click.echo(
            f"component {number}: word r {axis.word_r:.3f}, category r {axis.category_r:.3f}"
        )
        click.echo(f"  low:  {', '.join(axis.low)}\n  high: {', '.join(axis.high)}")
    click.echo(f"silhouette {silhouette:.3f}")


def read_columns(file: str, needed: tuple[str, ...]) -> list[dict[str, str]]:
    """Rows of a CSV file that has these columns.

    Raises
    ------
    QueryError
        If it cannot be read, lacks a column or has no rows.
    """
    try:
        with Path(file).open(newline="", encoding="utf-8-sig") as stream:
            rows = list(csv.DictReader(stream))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise QueryError(f"{file} cannot be read: {error}.") from error
    if not rows:
        raise QueryError(f"{file} has no rows.")
    missing = [name for name in needed if rows[0].get(name) is None]
    if missing:
        raise QueryError(f"{file} has no column '{missing[0]}'; it needs {', '.join(needed)}.")
    return rows


def _vectors(space: OpenSpace, values: list[str], folder: Path) -> Vectors:
    """Vectors of paths (those that are files, also beside the CSV) or texts."""
    files = [_file(value, folder) for value in values]
    if not any(files):
        return space.encode("text", values)
    for value, file in zip(values, files, strict=True):
        if file is None:
            raise QueryError(f"There is no file {value}, while others in its column are files.")
    return space.encode_files([file for file in files if file is not None])


def _file(value: str, folder: Path) -> Path | None:
    for candidate in (Path(value), folder / value):
        try:
            if candidate.is_file():
                return candidate
        except (OSError, ValueError):
            continue
    return None


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return float("nan")
