"""Commands on collections: index, search, collections, export."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from explorer.cli.shared import json_option, opened_app, print_json, terminal_progress
from explorer.collection.collection import Collection
from explorer.collection.sweep import Sweep
from explorer.collection.watch import Watcher
from explorer.core.errors import QueryError
from explorer.core.query import Query, Term, TermKind

name_option = click.option("-c", "--collection", "name", required=True, help="Its name or folder.")


@click.command()
@click.argument("paths", nargs=-1, required=True)
@name_option
@click.option(
    "--space",
    "space_id",
    default="",
    help="Of a new collection; one that exists gets vectors in this space too.",
)
@click.option("--watch", is_flag=True, help="Go on and follow changes until stopped (Ctrl+C).")
@click.option("--full-hash", is_flag=True, help="Read every file again, whatever its time.")
@click.option(
    "--patches", is_flag=True, help="Keep patches too, so that words meet parts of items."
)
@json_option
@click.pass_context
def index(
    ctx: click.Context,
    paths: tuple[str, ...],
    name: str,
    space_id: str,
    watch: bool,
    full_hash: bool,
    patches: bool,
    as_json: bool,
) -> None:
    """Index files and folders into a collection; it is made where there is none.

    A collection can have vectors of several spaces: with --space of another one than it has, they
    are made beside those that serve. `explorer spaces use` lets them serve.
    """
    with opened_app(ctx) as app:
        collection = app.library.open(name, create=True, space_id=space_id)
        with terminal_progress("Indexing") as control:
            report = collection.index(paths, control=control, full_hash=full_hash)
            if space_id and app.spaces.info(space_id).id not in (
                one.id for one in collection.spaces()
            ):
                told = collection.embed(space_id, control=control)
                report.beside.append(told.sentence)
            kept = collection.keep_patches(control) if patches else None
        if as_json:
            more = {} if kept is None else {"patches": kept.to_dict()}
            print_json({**report.to_dict(), **more})
        else:
            click.echo(report.sentence)
            if kept is not None:
                click.echo(kept.sentence)
            for failure in report.failed:
                click.echo(f"  {failure.path}: {failure.reason}", err=True)
        if watch:
            _follow(collection, paths)


def _follow(collection: Collection, paths: tuple[str, ...]) -> None:
    click.echo("Watching for changes. Stop with Ctrl+C.", err=True)
    watcher = Watcher(
        collection, paths, on_report=lambda report: click.echo(report.sentence, err=True)
    )
    watcher.start()
    try:
        watcher.wait()
    except KeyboardInterrupt:
        click.echo("Stopped watching.", err=True)
    finally:
        watcher.stop()


@click.command()
@name_option
@click.option("--text", "texts", multiple=True, help="Words to look for.")
@click.option("--image", "images", multiple=True, help="A picture to look for the like of.")
@click.option("--audio", "audios", multiple=True, help="A sound to look for the like of.")
@click.option("--item", "items", multiple=True, help="The id of an item of the collection.")
@click.option("--direction", "directions", multiple=True, help="'empty -> crowded': that way.")
@click.option("--concept", "concepts", multiple=True, help="A concept kept in the collection.")
@click.option("--minus-text", "minus_texts", multiple=True, help="Words to keep away from.")
@click.option("--minus-image", "minus_images", multiple=True, help="A picture to keep away from.")
@click.option("--query", "query_file", type=click.Path(dir_okay=False), help="A query as JSON.")
@click.option("--where", default="", help="SQL over metadata: modality = 'image' AND width > 800.")
@click.option(
    "--mode",
    type=click.Choice(["dense", "lexical", "hybrid"]),
    help="By meaning, by words, or both.  [default: dense]",
)
@click.option("--space", "space_id", default="", help="One that the collection has vectors of.")
@click.option(
    "--rerank", default="", help="A matching network (BLIP, ViLT, ...) that orders the first hits."
)
@click.option(
    "--closer-than",
    type=click.FloatRange(0, 100),
    help="Leave out what is not closer than this share of the collection, in percent.",
)
@click.option(
    "--sweep",
    type=click.IntRange(2),
    help="With two terms: the best hit at so many steps from the first to the second.",
)
@click.option("-k", default=20, show_default=True, type=click.IntRange(1), help="How many hits.")
@json_option
@click.pass_context
def search(
    ctx: click.Context,
    /,
    name: str,
    query_file: str | None,
    where: str,
    mode: Any,
    space_id: str,
    rerank: str,
    closer_than: float | None,
    sweep: int | None,
    k: int,
    as_json: bool,
    **terms: tuple[str, ...],
) -> None:
    """Search a collection by words, pictures, sounds and items, mixed."""
    query = _query(terms)
    if query_file is not None:
        query = _read_query(query_file) + query
    query = replace(query, mode=mode or query.mode, where=where or query.where)
    if closer_than is not None:
        query = replace(query, closer_than=closer_than)
    if not query:
        raise click.UsageError("Give at least one term (--text, --image, ...) or --where.")
    with opened_app(ctx) as app:
        collection = app.library.open(name)
        if sweep is not None:
            _print_sweep(collection.sweep(query, sweep, space=space_id), as_json)
            return
        result = collection.search(query, k, space=space_id, rerank=rerank)
        if as_json:
            print_json(result.to_dict())
            return
        for hit in result.hits:
            place = "" if hit.unit.get("kind") == "whole" else f"  [{hit.unit['kind']}]"
            line = f"{hit.rank:4d}  {hit.score:6.3f}  {hit.percentile:5.1f} %  {hit.path}{place}"
            click.echo(line)
        if not result.hits:
            click.echo("Nothing found.", err=True)


def _print_sweep(sweep: Sweep, as_json: bool) -> None:
    if as_json:
        print_json(sweep.to_dict())
        return
    click.echo(f"from {sweep.terms[0]} to {sweep.terms[1]}")
    for step in sweep.steps:
        click.echo(f"{step.alpha:5.2f}  {step.hit.score:6.3f}  {step.hit.path}")
    if not sweep.steps:
        click.echo("Nothing found.", err=True)


def _query(terms: dict[str, tuple[str, ...]]) -> Query:
    kinds: tuple[tuple[str, TermKind, float], ...] = (
        ("texts", "text", 1.0),
        ("images", "image", 1.0),
        ("audios", "audio", 1.0),
        ("items", "item", 1.0),
        ("directions", "direction", 1.0),
        ("concepts", "concept", 1.0),
        ("minus_texts", "text", -1.0),
        ("minus_images", "image", -1.0),
    )
    return Query(
        tuple(
            # Read as JSON is read, which checks what the option holds.
            Term.from_dict({"kind": kind, "value": value, "weight": weight})
            for option, kind, weight in kinds
            for value in terms.get(option, ())
        )
    )


def _read_query(file: str) -> Query:
    try:
        data = json.loads(Path(file).read_text(encoding="utf-8"))
    except OSError as error:
        raise QueryError(f"{file} cannot be read: {error.strerror}.") from error
    except ValueError as error:
        raise QueryError(f"{file} is not JSON: {error}.") from error
    if not isinstance(data, dict):
        raise QueryError(f"{file} has to hold one JSON object with 'terms'.")
    return Query.from_dict(data)


@click.command()
@json_option
@click.pass_context
def collections(ctx: click.Context, as_json: bool) -> None:
    """List the collections."""
    with opened_app(ctx) as app:
        summaries = app.library.summaries()
        if as_json:
            print_json({"collections": [one.to_dict() for one in summaries]})
            return
        for one in summaries:
            click.echo(f"{one.name:30s} {one.items:9,} items   {one.space}   {one.folder}")
        if not summaries:
            click.echo("There is no collection yet. Make one: explorer index FOLDER -c NAME")


@click.command()
@name_option
@click.option("-o", "--output", required=True, help="F.csv, F.parquet or a folder.")
@click.pass_context
def export(ctx: click.Context, name: str, output: str) -> None:
    """Export a collection's items, metadata, tags and notes."""
    with opened_app(ctx) as app:
        written = app.library.open(name).export(Path(output))
        click.echo(f"Written: {written}")
