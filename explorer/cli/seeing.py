"""``map``, ``plugins`` and ``doctor``."""

from __future__ import annotations

import os
from pathlib import Path

import click

from explorer import __version__
from explorer.api.host import Plugin
from explorer.cli.diagnosis import diagnose
from explorer.cli.map_files import write_map
from explorer.cli.shared import (
    json_option,
    opened_app,
    print_json,
    terminal_progress,
)
from explorer.core.errors import PluginError, SpaceError
from explorer.lenses.projection import METHODS as PROJECTIONS
from explorer.lenses.projection import Method


@click.command("map")
@click.option("-c", "--collection", "name", required=True, help="Its name or folder.")
@click.option("--method", default="umap", type=click.Choice(list(PROJECTIONS)), show_default=True)
@click.option("-o", "--output", required=True, help="F.parquet, F.png or F.html.")
@click.pass_context
def map_(ctx: click.Context, name: str, method: Method, output: str) -> None:
    """Lay a collection out on a map and write it to a file."""
    suffix = Path(output).suffix.lower()
    if suffix not in (".parquet", ".png", ".html"):
        raise click.UsageError("-o needs a file that ends in .parquet, .png or .html.")
    with opened_app(ctx) as app, terminal_progress("Laying out") as control:
        count = write_map(app.library.open(name), method, Path(output), control)
    click.echo(f"Written: {output} ({count:,} items)")


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
