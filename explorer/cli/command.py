"""The command group, and how failures leave it."""

from __future__ import annotations

import sys
from typing import Any

import click

from explorer import __version__
from explorer.cli import (
    collections,
    comparison,
    duplicates,
    evaluation,
    explain,
    seeing,
    spaces,
    window,
)
from explorer.core.errors import Cancelled, ExplorerError
from explorer.jobs.job import sentence


class _OpenByDefault(click.Group):
    """Without a command the window opens; a first word that is no command names a collection."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            args = ["open", *args]
        return super().resolve_command(ctx, args)


@click.group(cls=_OpenByDefault, invoke_without_command=True)
@click.version_option(__version__, prog_name="explorer")
@click.option(
    "--home",
    type=click.Path(file_okay=False),
    help="Where collections, settings and models live (EXPLORER_HOME).",
)
@click.pass_context
def explorer(ctx: click.Context, home: str | None) -> None:
    """See what aligned multimodal encoders see in your own media."""
    ctx.obj = home
    if ctx.invoked_subcommand is None:
        ctx.invoke(window.open_window)


for command in (
    window.open_window,
    window.demo,
    collections.index,
    collections.search,
    collections.collections,
    collections.export,
    duplicates.duplicates,
    explain.explain_command,
    seeing.map_,
    spaces.spaces,
    seeing.plugins,
    seeing.doctor,
    evaluation.evaluate,
    comparison.compare,
):
    explorer.add_command(command)


def main(arguments: list[str] | None = None) -> Any:
    """Run the command line and exit.

    Raises
    ------
    SystemExit
        Always: with 0, 1 or 2 as described above.
    """
    try:
        code = explorer.main(arguments, prog_name="explorer", standalone_mode=False)
    except click.UsageError as error:
        error.show()
        sys.exit(2)
    except click.ClickException as error:
        error.show()
        sys.exit(1)
    except (click.Abort, KeyboardInterrupt, Cancelled):
        click.echo("Stopped. What was done so far is kept.", err=True)
        sys.exit(1)
    except (ExplorerError, MemoryError, OSError) as error:
        click.echo(sentence(error), err=True)
        sys.exit(1)
    sys.exit(code if isinstance(code, int) else 0)
