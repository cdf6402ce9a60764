"""What several commands need: the app, JSON output, and progress on the terminal."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import click

from explorer.app import App
from explorer.jobs import Control, Job

json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
space_option = click.option(
    "--space", "space_id", default="starter", show_default=True, help="Which space to use."
)


@contextmanager
def opened_app(ctx: click.Context) -> Iterator[App]:
    """The app for this call, closed at its end."""
    app = App(ctx.find_root().obj)
    try:
        yield app
    finally:
        app.close()


def print_json(data: dict[str, Any]) -> None:
    """Print one JSON object on standard output."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


@contextmanager
def terminal_progress(title: str) -> Iterator[Control]:
    """A control whose progress shows on a terminal's standard error."""
    shown = sys.stderr.isatty()

    def tell(job: Job) -> None:
        step = job.progress
        left = "" if step.seconds_left is None else f", {step.seconds_left:.0f} s left"
        line = f"{title}: {step.done:,} of {step.total:,} ({step.rate:.0f}/s{left}) {step.note}"
        click.echo(f"\r\033[K{line[:110]}", nl=False, err=True)

    changed: Callable[[Job], None] = tell if shown else (lambda job: None)
    yield Control(Job(title), changed)
    if shown:
        click.echo("\r\033[K", nl=False, err=True)
