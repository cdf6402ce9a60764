"""``explain``: which word of a text meets which patch of a picture."""

from __future__ import annotations

from pathlib import Path

import click
import numpy as np

from explorer.app import App
from explorer.cli.shared import (
    json_option,
    opened_app,
    print_json,
    space_option,
    terminal_progress,
)
from explorer.core.media import Pixels
from explorer.jobs import Control
from explorer.lenses.explanation.methods import DEFAULT, METHODS
from explorer.lenses.explanation.page import Shown, explanation_page
from explorer.lenses.heat_picture import belief_line, heat_picture, heat_pictures, heat_svg
from explorer.lenses.word_patch import Comparison, Explanation, compare_methods, explain_picture
from explorer.media.preparation import AsIs

ALL = "all"
SUFFIXES = (".png", ".svg", ".html")


@click.command()
@click.argument("image", type=click.Path(dir_okay=False))
@click.argument("text")
@space_option
@click.option(
    "--method", default=DEFAULT, show_default=True,
    help=f"How to attribute: {', '.join(METHODS)}; '{ALL}' compares them.",
)  # fmt: skip
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False),
    help="Draw the maps into F.png, F.svg or F.html.",
)  # fmt: skip
@json_option
@click.pass_context
def explain(
    ctx: click.Context,
    image: str,
    text: str,
    space_id: str,
    method: str,
    output: str | None,
    as_json: bool,
) -> None:
    """Which word of TEXT meets which patch of IMAGE."""
    if method not in (*METHODS, ALL):
        raise click.UsageError(f"--method is one of: {', '.join((*METHODS, ALL))}.")
    if output is not None and Path(output).suffix.lower() not in SUFFIXES:
        raise click.UsageError("-o needs a file that ends in .png, .svg or .html.")
    with opened_app(ctx) as app, terminal_progress("Explaining") as control:
        picture: Pixels = app.decoder.content(Path(image), "image", AsIs())
        comparison = _compared(app, space_id, picture, text, method, control)
    if output is not None:
        _write(Path(output), Path(image).name, picture, comparison)
    if as_json:
        print_json(_json(comparison, method))
        return
    _print(comparison, method)
    if output is not None:
        click.echo(f"Written: {output}")


def _compared(
    app: App, space_id: str, picture: Pixels, text: str, method: str, control: Control
) -> Comparison:
    space = app.spaces.load(space_id)
    if method == ALL:
        return compare_methods(space, picture, text, control=control)
    one = explain_picture(space, picture, text, method, judged="words", control=control)
    return Comparison((one,), "", {})


def _json(comparison: Comparison, method: str) -> dict[str, object]:
    if method != ALL:
        return comparison.explanations[0].to_dict()
    # What a script that knows one method looks for stays where it is: the best one's, or the first.
    chosen = next(
        (one for one in comparison.explanations if one.method == comparison.best),
        comparison.explanations[0],
    )
    return {**chosen.to_dict(), **comparison.to_dict()}


def _print(comparison: Comparison, method: str) -> None:
    for one in comparison.explanations:
        if method == ALL:
            mark = "  (the most faithful here)" if one.method == comparison.best else ""
            click.echo(f"{METHODS[one.method].title}{mark}")
        _print_words(one)
    for name, reason in comparison.unavailable.items():
        click.echo(f"{METHODS[name].title}: not here. {reason}")


def _print_words(explanation: Explanation) -> None:
    for one in explanation.words:
        if not one.content:
            continue
        x, y = one.peak
        belief = one.faithfulness
        doubt = "" if belief is None or belief.better_than_random else "   no better than random"
        click.echo(f"  {one.word:20s} {one.score:7.3f}   best at {x:.0f}, {y:.0f}{doubt}")
    if line := belief_line(explanation):
        click.echo(f"  {line}")


def _write(output: Path, name: str, picture: Pixels, comparison: Comparison) -> None:
    first, suffix = comparison.explanations[0], output.suffix.lower()
    if suffix == ".png":
        several = len(comparison.explanations) > 1
        drawn = heat_pictures(picture, comparison) if several else heat_picture(picture, first)
        drawn.save(output)
    elif suffix == ".svg":
        chosen = [one for one in comparison.explanations if one.method == comparison.best]
        output.write_text(heat_svg(picture, (chosen or [first])[0]), encoding="utf-8")
    else:
        shown = [
            Shown(name, np.asarray(picture), one, one.method == comparison.best)
            for one in comparison.explanations
        ]
        output.write_text(explanation_page(shown), encoding="utf-8")
