"""``duplicates``: copies in a collection."""

from __future__ import annotations

from typing import Any

import click

from explorer.cli.shared import json_option, opened_app, print_json, terminal_progress
from explorer.collection.item_table import ItemTable
from explorer.lenses.duplicates import LOOSEST, USUAL, CopyGroup, Keep, group_copies
from explorer.viewstate.duplicates import search_copies, worth_of

ONLY_EXACT = 1.1


@click.command()
@click.option("-c", "--collection", "name", required=True, help="Its name or folder.")
@click.option(
    "--likeness",
    default=USUAL,
    show_default=True,
    type=click.FloatRange(LOOSEST, 1.0),
    help="How alike near copies are at least.",
)
@click.option("--exact", is_flag=True, help="Only files with the same content.")
@click.option(
    "--keep",
    default="best",
    show_default=True,
    type=click.Choice(["best", "largest", "oldest", "newest", "marked"]),
    help="Which copy of a group comes first.",
)
@json_option
@click.pass_context
def duplicates(
    ctx: click.Context, name: str, likeness: float, exact: bool, keep: Keep, as_json: bool
) -> None:
    """List copies: the same content, and nearly the same pictures. Nothing is deleted."""
    with opened_app(ctx) as app, terminal_progress("Comparing") as control:
        collection = app.library.open(name)
        items = collection.items()
        copies = search_copies(collection, items, control)
        worth = worth_of(items, collection.marked())
        groups = group_copies(copies, worth, keep, least=ONLY_EXACT if exact else likeness)
    if as_json:
        print_json(_data(groups, items))
        return
    for group in groups:
        click.echo("Same content" if group.exact else "Nearly the same")
        for row, alike in zip(group.rows.tolist(), group.likeness.tolist(), strict=True):
            mark = "keep" if row == group.rows[0] else f"{alike * 100:3.0f} %"
            click.echo(f"  {mark:5s}  {items.paths[row]}")
    if not groups:
        click.echo("No copies were found.", err=True)


def _data(groups: list[CopyGroup], items: ItemTable) -> dict[str, Any]:
    spare = [row for group in groups for row in group.rows[1:].tolist()]
    return {
        "groups": [
            {
                "exact": group.exact,
                "items": [
                    {
                        "item": str(items.ids[row]),
                        "path": str(items.paths[row]),
                        "likeness": round(alike, 4),
                        "size": int(items.size[row]),
                        "width": int(items.width[row]),
                        "height": int(items.height[row]),
                    }
                    for row, alike in zip(group.rows.tolist(), group.likeness.tolist(), strict=True)
                ],
            }
            for group in groups
        ],
        "copies": len(spare),
        "bytes": sum(int(items.size[row]) for row in spare),
    }
