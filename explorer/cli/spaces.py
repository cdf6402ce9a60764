"""``spaces``: list, add, remove, test and download."""

from __future__ import annotations

from dataclasses import asdict

import click

from explorer.app import App
from explorer.cli.shared import json_option, opened_app, print_json, terminal_progress
from explorer.core.errors import SpaceError
from explorer.encoders.devices import Running
from explorer.encoders.self_test import SelfTest
from explorer.encoders.space import SpaceInfo


@click.group(invoke_without_command=True)
@json_option
@click.pass_context
def spaces(ctx: click.Context, as_json: bool) -> None:
    """List the spaces on this machine, add to them and test them."""
    if ctx.invoked_subcommand is not None:
        return
    with opened_app(ctx) as app:
        every = dict.fromkeys((*app.spaces.ids, *app.spaces.matcher_ids))
        infos = [app.spaces.info(one) for one in every]
    if as_json:
        print_json({"spaces": [_space_data(info) for info in infos]})
        return
    for info in infos:
        click.echo(_line(info))


@spaces.command("add")
@click.argument("source")
@click.option("--id", "space_id", default="", help="What to call it.")
@click.option("--test/--no-test", default=True, help="Check that its encoders belong together.")
@json_option
@click.pass_context
def spaces_add(ctx: click.Context, source: str, space_id: str, test: bool, as_json: bool) -> None:
    """Add the folder of a checkpoint, or a hub name that was downloaded."""
    with opened_app(ctx) as app:
        info = app.spaces.add(source, space_id)
        try:
            result = _test(app, info) if test else None
        except SpaceError:
            app.spaces.remove(info.id)  # it cannot even encode
            raise
    if as_json:
        tested = result.to_dict() if result is not None else None
        print_json({"space": _space_data(info), "self_test": tested})
        return
    click.echo(_line(info))
    if result is not None:
        click.echo(result.sentence, err=not result.passed)


def _test(app: App, info: SpaceInfo) -> SelfTest | None:
    return app.self_test(info.id) if {"image", "text"} & set(info.contents) else None


@spaces.command("remove")
@click.argument("space_id")
@json_option
@click.pass_context
def spaces_remove(ctx: click.Context, space_id: str, as_json: bool) -> None:
    """Take a space off the list; its files stay."""
    with opened_app(ctx) as app:
        app.spaces.remove(space_id)
    if as_json:
        print_json({"removed": space_id})
    else:
        click.echo(f"'{space_id}' is off the list. Its files are where they were.")


@spaces.command("test")
@click.argument("space_id", default="starter")
@json_option
@click.pass_context
def spaces_test(ctx: click.Context, space_id: str, as_json: bool) -> None:
    """Check that a space's encoders belong together, on the sample media."""
    with opened_app(ctx) as app:
        result = app.self_test(space_id)
    if as_json:
        print_json(result.to_dict())
    else:
        click.echo(result.sentence)
    if not result.passed:
        ctx.exit(1)


@spaces.command("run")
@click.argument("space_id")
@click.option("--device", default="", help="cuda, cuda:1, mps or cpu; chosen if not given.")
@click.option("--precision", default="", help="float32, float16 or bfloat16; chosen if not given.")
@click.option("--compile/--no-compile", "compiled", default=False, help="Slow to begin with.")
@click.pass_context
def spaces_run(
    ctx: click.Context, space_id: str, device: str, precision: str, compiled: bool
) -> None:
    """Say on which device and in which precision a space runs."""
    with opened_app(ctx) as app:
        info = app.spaces.info(space_id)
        app.spaces.set_running(info.id, Running(device, precision, compiled))
        chosen = app.spaces.running(info.id).chosen()
        click.echo(f"'{info.id}' runs on {chosen.name} in {chosen.precision}.")


@spaces.command("download")
@click.argument("name")
@json_option
@click.pass_context
def spaces_download(ctx: click.Context, name: str, as_json: bool) -> None:
    """Fetch a checkpoint from the hub by its name, OWNER/NAME."""
    with opened_app(ctx) as app, terminal_progress(f"Fetching {name}") as control:
        folder = app.spaces.download(name, control)
    if as_json:
        print_json({"name": name, "folder": str(folder)})
    else:
        click.echo(f"Fetched: {folder}\n`explorer spaces add {name}` adds it.")


@spaces.command("use")
@click.argument("space_id")
@click.option("-c", "--collection", "name", required=True, help="Its name or folder.")
@json_option
@click.pass_context
def spaces_use(ctx: click.Context, space_id: str, name: str, as_json: bool) -> None:
    """Let a space serve in a collection; what has no vectors in it gets them first."""
    with opened_app(ctx) as app:
        collection, info = app.library.open(name), app.spaces.info(space_id)
        with terminal_progress("Embedding") as control:
            told = collection.embed(info.id, control=control)
        collection.use_space(info.id)
        held = [asdict(one) for one in collection.spaces()]
    if as_json:
        print_json({"collection": collection.name, "spaces": held})
    else:
        click.echo(f"{told.sentence} '{info.id}' serves in '{collection.name}' now.")


@spaces.command("default")
@click.argument("space_id")
@click.pass_context
def spaces_default(ctx: click.Context, space_id: str) -> None:
    """Let new collections have this space."""
    with opened_app(ctx) as app:
        app.set_default_space(space_id)
        click.echo(f"New collections have the space '{app.settings.default_space}'.")


def _line(info: SpaceInfo) -> str:
    contents = ", ".join(info.contents) or "puts first hits in order (search --rerank)"
    return f"{info.id:20s} {info.dimension:5d} dimensions   {contents}   {info.licence}"


def _space_data(info: SpaceInfo) -> dict[str, object]:
    return {
        "id": info.id,
        "name": info.name,
        "dimension": info.dimension,
        "encodes": list(info.contents),
        "revision": info.revision,
        "licence": info.licence,
        "location": info.location,
        "description": info.description,
    }
