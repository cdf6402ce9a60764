"""``explain``: which word of a text meets which patch of a picture or which part of a sound."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import click

from explorer.app import App
from explorer.cli.explain_answers import (
    masks_written,
    print_comparison,
    print_matches,
    print_region,
    print_segments,
)
from explorer.cli.shared import (
    json_option,
    opened_app,
    print_json,
    space_option,
    terminal_progress,
)
from explorer.core.errors import CollectionError, ExplorerError, QueryError
from explorer.core.media import Pixels
from explorer.core.query import Query, Term
from explorer.encoders.space import Space
from explorer.jobs import Control
from explorer.lenses.explanation.directions import picture_matches, words_for_region
from explorer.lenses.explanation.files import SUFFIXES, chosen_of, write_maps
from explorer.lenses.explanation.methods import (
    DEFAULT,
    METHODS,
    Method,
    attention_of,
    interaction_of,
)
from explorer.lenses.explanation.page import Shown, explanation_page
from explorer.lenses.explanation.question import Question
from explorer.lenses.explanation.segments import label_patches
from explorer.lenses.explanation.sound_question import SoundQuestion
from explorer.lenses.match_explanation import explain_match
from explorer.lenses.word_patch import Comparison, compare, explain, method_called
from explorer.media.preparation import AsIs

ALL = "all"
MOST_REGIONS = 100
"""The time an interaction takes grows with their square."""
BOX = "LEFT,TOP,RIGHT,BOTTOM"


class Explained(NamedTuple):
    """A file with what was found of it; ``picture`` of a sound is its spectrogram."""

    path: Path
    picture: Pixels
    comparison: Comparison


@click.command(name="explain")
@click.argument("media", nargs=-1, required=True, metavar="[IMAGE]... TEXT")
@space_option
@click.option(
    "--method", default=DEFAULT, show_default=True,
    help=f"How to attribute: {', '.join(METHODS)}; '{ALL}' compares them.",
)  # fmt: skip
@click.option("--layer", type=int, help="With --method attention: which layer, from 0.")
@click.option("--head", type=int, help="With --layer: one of its heads, from 0; else their mean.")
@click.option(
    "--levels", metavar="N,N",
    help="With --method interaction: how many regions patches are merged into, level by level.",
)  # fmt: skip
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False),
    help="Draw the maps into F.png, F.svg or F.html, or write them into F.json or F.csv.",
)  # fmt: skip
@click.option("-c", "--collection", "name", help="Explain the first hits for TEXT in it.")
@click.option("-k", "count", default=12, show_default=True, help="How many hits of -c.")
@click.option("--region", metavar=BOX, help="Which of TEXT's words this part in pixels carries.")
@click.option("--match", is_flag=True, help="TEXT is a second picture: which patch is which.")
@click.option(
    "--segments", is_flag=True,
    help="TEXT is class names with commas between: which patch is of which class.",
)  # fmt: skip
@click.option(
    "--masks", type=click.Path(file_okay=False), help="With --segments: a PNG per class into DIR."
)
@json_option
@click.pass_context
def explain_command(
    ctx: click.Context,
    media: tuple[str, ...],
    space_id: str,
    method: str,
    layer: int | None,
    head: int | None,
    levels: str | None,
    output: str | None,
    name: str | None,
    count: int,
    region: str | None,
    match: bool,
    segments: bool,
    masks: str | None,
    as_json: bool,
) -> None:
    """Which word of TEXT meets which patch of IMAGE, or which part of a sound.

    With several files, or with -c, the answer is a page of them: -o F.html.
    """
    files, text = [Path(one) for one in media[:-1]], media[-1]
    target = None if output is None else Path(output)
    other_way = region is not None or match or segments
    _check(files, method, target, name, other_way=other_way)
    if (layer is not None or head is not None) and (layer is None or method != "attention"):
        raise click.UsageError("--layer goes with --method attention, and --head with --layer.")
    if levels is not None and method != "interaction":
        raise click.UsageError("--levels goes with --method interaction.")
    if masks is not None and not segments:
        raise click.UsageError("--masks goes with --segments.")
    with opened_app(ctx) as app, terminal_progress("Explaining") as control:
        if other_way:
            space = app.spaces.load(space_id)
            picture = _picture(app, files[0])
            if region is not None:
                answer = print_region(_region(space, picture, region, text), as_json=as_json)
            elif match:
                other = _picture(app, Path(text))
                found = picture_matches(space, picture, other)
                answer = print_matches(found, picture, other, target, as_json=as_json)
            else:
                labels = label_patches(space, picture, _names(text))
                written = masks_written(labels, masks, files[0].stem)
                answer = print_segments(labels, picture, target, written, as_json=as_json)
        else:
            if name is None and space_id in app.spaces.matcher_ids:
                explained = list(_matched(app, space_id, files, text, control))
            else:
                space = app.spaces.load(space_id)
                if name is not None:
                    space, files = _hits(app, name, text, count)
                chosen: str | Method = method
                if layer is not None:
                    chosen = attention_of(layer, head)
                elif levels is not None:
                    chosen = interaction_of(_counts(levels))
                explained = list(_explained(app, space, files, text, chosen, control))
            if target is not None:
                _write(target, text, explained)
            answer = _told(explained, method, as_json=as_json)
    if as_json:
        print_json(answer)
    elif target is not None:
        click.echo(f"Written: {target}")


def _check(
    files: Sequence[Path], method: str, output: Path | None, name: str | None, *, other_way: bool
) -> None:
    if method not in (*METHODS, ALL):
        raise click.UsageError(f"--method is one of: {', '.join((*METHODS, ALL))}.")
    suffix = "" if output is None else output.suffix.lower()
    allowed = (".png",) if other_way else SUFFIXES
    if output is not None and suffix not in allowed:
        raise click.UsageError(f"-o needs a file that ends in {' or '.join(allowed)}.")
    if name is not None and (files or other_way):
        raise click.UsageError("-c explains hits of a collection: give TEXT alone.")
    if name is None and not files:
        raise click.UsageError("Give a picture or sound and a text, or a text and -c NAME.")
    several = name is not None or len(files) > 1
    if other_way and several:
        raise click.UsageError("--region, --match and --segments look at one picture.")
    if several and output is not None and suffix != ".html":
        raise click.UsageError("Several pictures go on a page: -o needs a file that ends in .html.")


def _hits(app: App, name: str, text: str, count: int) -> tuple[Space, list[Path]]:
    """The files of the first hits, pictures and sounds, in the space that the collection is in."""
    collection = app.library.open(name)
    hits = collection.search(Query((Term("text", text),)), max(count * 4, count))
    served = [
        Path(hit.path)
        for hit in hits
        if app.host.modalities[hit.modality].content in ("image", "audio")
    ]
    if not served:
        raise QueryError(f"No picture or sound of '{name}' answers '{text}'.")
    return app.spaces.load(collection.space_id), list(dict.fromkeys(served))[:count]


def _explained(
    app: App, space: Space, files: Sequence[Path], text: str, method: str | Method, control: Control
) -> Iterator[Explained]:
    """Explain file by file; of several, one that cannot be is told and left out."""
    failed = []
    for path in files:
        try:
            question = _question(app, space, path, text)
            yield Explained(path, question.picture, _compared(question, method, control))
        except ExplorerError as error:
            if len(files) == 1:
                raise
            failed.append(error)
            click.echo(str(error), err=True)
    if len(failed) == len(files):
        raise failed[0]


def _matched(
    app: App, matcher_id: str, files: Sequence[Path], text: str, control: Control
) -> Iterator[Explained]:
    """Explain by a network that is no space, as it looks at picture and text together."""
    matcher = app.spaces.load_matcher(matcher_id)
    for path in files:
        picture = _picture(app, path)
        one = explain_match(matcher, picture, text, judged=True, control=control)
        yield Explained(path, picture, Comparison((one,), "", {}))


def _question(app: App, space: Space, path: Path, text: str) -> Question:
    if app.decoder.content_kind(path) == "audio":
        return SoundQuestion(space, app.decoder.content(path, "audio", AsIs()), text)
    return Question(space, _picture(app, path), text)


def _picture(app: App, path: Path) -> Pixels:
    picture: Pixels = app.decoder.content(path, "image", AsIs())
    return picture


def _compared(question: Question, method: str | Method, control: Control) -> Comparison:
    if method == ALL:
        return compare(question, control=control)
    chosen = method_called(method) if isinstance(method, str) else method
    one = explain(question, chosen, judged="words", control=control)
    return Comparison((one,), "", {})


def _region(space: Space, picture: Pixels, region: str, text: str) -> list[tuple[str, float]]:
    try:
        left, top, right, bottom = (float(one) for one in region.split(","))
    except ValueError:
        raise click.UsageError(f"--region is four numbers in pixels: {BOX}.") from None
    words = [word.strip(".,;:!?\"'") for word in text.split()]
    box = (left, top, right, bottom)
    found = words_for_region(space, picture, box, [word for word in words if word])
    return [(one.word, one.cosine) for one in found]


def _counts(levels: str) -> list[int]:
    counts = [int(one) if one.strip().isdecimal() else 0 for one in levels.split(",")]
    if not all(2 <= count <= MOST_REGIONS for count in counts):
        raise click.UsageError(
            f"--levels is numbers of regions from 2 to {MOST_REGIONS}, such as 24,12,6."
        )
    return counts


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]


def _write(output: Path, text: str, explained: Sequence[Explained]) -> None:
    try:
        if len(explained) == 1 and output.suffix.lower() != ".html":
            path, picture, comparison = explained[0]
            write_maps(output, path.name, picture, comparison)
            return
        shown = [
            Shown(path.name, picture, one, one.method == comparison.best)
            for path, picture, comparison in explained
            for one in comparison.explanations
        ]
        output.write_text(explanation_page(shown, f"Why did it match: {text}"), encoding="utf-8")
    except OSError as error:
        raise CollectionError(f"{output} cannot be written: {error.strerror}.") from error


def _told(explained: Sequence[Explained], method: str, *, as_json: bool) -> dict[str, object]:
    if as_json:
        answers = [_data(one.comparison, method) for one in explained]
        if len(answers) == 1:
            return answers[0]
        pairs = zip(explained, answers, strict=True)
        return {"items": [{"path": str(one.path), **answer} for one, answer in pairs]}
    for one in explained:
        if len(explained) > 1:
            click.echo(one.path)
        print_comparison(one.comparison, named=method == ALL)
    return {}


def _data(comparison: Comparison, method: str) -> dict[str, object]:
    if method != ALL:
        return comparison.explanations[0].to_dict()
    # What a script that knows one method looks for stays where it is: the best one's, or the first.
    return {**chosen_of(comparison).to_dict(), **comparison.to_dict()}
