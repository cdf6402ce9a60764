"""``map``, ``plugins`` and ``doctor``."""

from __future__ import annotations

import os
from pathlib import Path

import click

from explorer import __version__
from explorer.api.host import Plugin
from explorer.cli.diagnosis import diagnose
from explorer.cli.shared import (
    json_option,
    opened_app,
    print_json,
    terminal_progress,
)
from explorer.core.errors import PluginError, SpaceError
from explorer.lenses.projection import METHODS as PROJECTIONS
from explorer.lenses.projection import Method
from explorer.ui.map.files import FORMS, write_map
from explorer.viewstate.semantic_axes import SemanticAxes, read_axis


@click.command("map")
@click.option("-c", "--collection", "name", required=True, help="Its name or folder.")
@click.option("--method", default="umap", type=click.Choice(list(PROJECTIONS)), show_default=True)
@click.option("--x", "x_axis", default="", metavar="LOW…HIGH", help="Axis: 'night…day' or 'day'.")
@click.option("--y", "y_axis", default="", metavar="LOW…HIGH", help="The other axis.")
@click.option("-o", "--output", required=True, help="F.html, F.png, F.svg, F.csv or F.parquet.")
@click.pass_context
def map_(
    ctx: click.Context, name: str, method: Method, x_axis: str, y_axis: str, output: str
) -> None:
    """Lay a collection out on a map with named groups and write it to a file.

    With --method axes, --x and --y each say what their axis runs between: "night…day".
    """
    axes = _axes(x_axis, y_axis) if method == "axes" else None
    if axes is None and (x_axis or y_axis):
        raise click.UsageError("--x and --y go with --method axes.")
    if Path(output).suffix.lower() not in FORMS:
        raise click.UsageError(f"-o needs a file that ends in one of {', '.join(FORMS)}.")
    with opened_app(ctx) as app, terminal_progress("Laying out") as control:
        contents = {name: one.content for name, one in app.host.modalities.items()}
        collection = app.library.open(name)
        count = write_map(collection, method, Path(output), contents, control, axes)
    click.echo(f"Written: {output} ({count:,} items)")


def _axes(x_axis: str, y_axis: str) -> SemanticAxes:
    """Read the axes; what is not given is as in the window at first."""
    first = SemanticAxes()
    left, right = read_axis(x_axis) if x_axis else (first.left, first.right)
    bottom, top = read_axis(y_axis) if y_axis else (first.bottom, first.top)
    axes = SemanticAxes(left, right, bottom, top)
    if not axes.complete:
        raise click.UsageError("Each axis needs a phrase at one end at least: --x 'night…day'.")
    return axes


@click.group(invoke_without_command=True)
@json_option
@click.pass_context
def plugins(ctx: click.Context, as_json: bool) -> None:
    """List the plugins, and those that failed with the reason."""
    if ctx.invoked_subcommand is not None:
        return
    with opened_app(ctx) as app:
        found = list(app.host.plugins.values())
    if as_json:
        print_json({"plugins": [_plugin_data(plugin) for plugin in found]})
        return
    for plugin in found:
        click.echo(f"{plugin.id:20s} {plugin.state:9s} {plugin.error or plugin.folder}")


def _plugin_data(plugin: Plugin) -> dict[str, object]:
    manifest = plugin.manifest
    return {
        "id": plugin.id,
        "name": manifest.name if manifest else plugin.id,
        "version": manifest.version if manifest else "",
        "state": plugin.state,
        "error": plugin.error,
        "folder": str(plugin.folder),
        "bundled": plugin.first_party,
    }


@plugins.command("enable")
@click.argument("plugin_id")
@click.pass_context
def plugins_enable(ctx: click.Context, plugin_id: str) -> None:
    """Switch a plugin on. Plugins are trusted code: they can do what you can do."""
    with opened_app(ctx) as app:
        plugin = app.switch_plugin(plugin_id, on=True)
        if plugin.state == "failed":
            raise PluginError(plugin.error)
    click.echo(f"'{plugin_id}' is on.")


@plugins.command("disable")
@click.argument("plugin_id")
@click.pass_context
def plugins_disable(ctx: click.Context, plugin_id: str) -> None:
    """Switch a plugin off."""
    with opened_app(ctx) as app:
        app.switch_plugin(plugin_id, on=False)
    click.echo(f"'{plugin_id}' is off.")


@click.command()
@json_option
@click.pass_context
def doctor(ctx: click.Context, as_json: bool) -> None:
    """Check this installation: versions, device, spaces, plugins, home folder."""
    with opened_app(ctx) as app:
        findings = diagnose(app)
    if as_json:
        data = [finding.to_dict() for finding in findings]
        print_json({"version": __version__, "cores": os.cpu_count(), "findings": data})
    else:
        for finding in findings:
            click.echo(f"{'ok  ' if finding.ok else 'FAIL'} {finding.name}: {finding.detail}")
    if not all(finding.ok for finding in findings):
        raise SpaceError("Something is not in order; see the lines marked FAIL.")
