"""``explorer eval``: retrieval on labelled pairs, and axes against word norms."""

from __future__ import annotations

from pathlib import Path

import click

from explorer.cli.shared import (
    json_option,
    opened_app,
    print_json,
    space_option,
    terminal_progress,
)
from explorer.scripting import OpenSpace
from explorer.viewstate.evaluation_report import write_report
from explorer.viewstate.labelled import RetrievalResult, evaluate_retrieval, read_pairs


@click.group("eval")
def evaluate() -> None:
    """Measure a space on labelled data."""


@evaluate.command()
@click.option("--pairs", required=True, type=click.Path(dir_okay=False), help="Columns a,b.")
@click.option(
    "--space",
    "space_ids",
    multiple=True,
    default=("starter",),
    show_default=True,
    help="Which space to use; give it again to compare two.",
)
@click.option(
    "--report",
    type=click.Path(dir_okay=False),
    help="Write a page with the scores and examples of success and failure: F.html.",
)
@json_option
@click.pass_context
def retrieval(
    ctx: click.Context, pairs: str, space_ids: tuple[str, ...], report: str | None, as_json: bool
) -> None:
    """Recall and median rank on pairs of paths or texts, both ways."""
    space_ids = tuple(dict.fromkeys(space_ids))
    if len(space_ids) > 2:
        raise click.UsageError("--space can be given twice at the most.")
    if report is not None and Path(report).suffix.lower() not in (".html", ".htm"):
        raise click.UsageError("--report needs a file that ends in .html.")
    table = read_pairs(pairs)
    with opened_app(ctx) as app, terminal_progress("Encoding") as control:
        results = [
            evaluate_retrieval(OpenSpace(app.spaces.load(one), app.decoder), table, control)
            for one in space_ids
        ]
        if report is not None:
            write_report(results, table, Path(pairs).name, app.decoder, Path(report), control)
    if as_json:
        print_json(_json(results))
        return
    click.echo(f"{len(table)} pairs")
    for result in results:
        _print(result, several=len(results) > 1)
    if report is not None:
        click.echo(f"Written: {report}")


def _json(results: list[RetrievalResult]) -> dict[str, object]:
    # With two spaces what a script looks for stays where it is: the first one's.
    data: dict[str, object] = results[0].to_dict()
    if len(results) > 1:
        data["spaces"] = {
            result.space: {**result.to_dict(), "gap": result.gap.to_dict()} for result in results
        }
    return data


def _print(result: RetrievalResult, *, several: bool) -> None:
    if several:
        click.echo(result.space)
    for name, scores in zip(("a to b", "b to a"), result.scores, strict=True):
        line = "  ".join(f"{key} {value:.3f}" for key, value in scores.to_dict().items())
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
    with opened_app(ctx) as app:
        result = OpenSpace(app.spaces.load(space_id), app.decoder).evaluate_axes(words)
    if as_json:
        print_json(result.to_dict())
        return
    for number, axis in enumerate(result.components, 1):
        click.echo(
            f"component {number}: word r {axis.word_r:.3f}, category r {axis.category_r:.3f}"
        )
        click.echo(f"  low:  {', '.join(axis.low)}\n  high: {', '.join(axis.high)}")
    click.echo(f"silhouette {result.silhouette:.3f}")
