"""``explorer open`` and ``explorer demo``: the window."""

from __future__ import annotations

import os

import click


@click.command("open")
@click.argument("collection", required=False)
@click.pass_context
def open_window(ctx: click.Context, collection: str | None = None) -> None:
    """Open the window, on COLLECTION or on what was open last."""
    # Qt comes in with the window alone: every other command works without it.
    from explorer.ui.run import run_window

    ctx.exit(run_window(ctx.find_root().obj, collection=collection))


@click.command()
@click.option("--headless", is_flag=True, help="Without a screen: wait until all is there, quit.")
@click.option(
    "--screenshot", type=click.Path(dir_okay=False), help="Save a picture of the window as PNG."
)
@click.pass_context
def demo(ctx: click.Context, headless: bool, screenshot: str | None) -> None:
    """Open the window on the sample media."""
    if headless:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from explorer.ui.run import run_demo

    ctx.exit(run_demo(ctx.find_root().obj, headless=headless, screenshot=screenshot))
