"""``explorer compare``: two spaces side by side."""

from __future__ import annotations

from pathlib import Path

import click

from explorer.app import App
from explorer.cli.shared import json_option, opened_app, print_json, terminal_progress
from explorer.collection.collection import Collection
from explorer.core.errors import QueryError
from explorer.core.query import Query, Term
from explorer.jobs import Control
from explorer.lenses.compare_ranks import SHOWN
from explorer.lenses.compare_words import COMMON_THINGS
from explorer.viewstate.comparison import ask_both, ask_words, compare_spaces
from explorer.viewstate.comparison_files import Compared, write_comparison

SUFFIXES = (".html", ".htm", ".csv")


@click.command("compare")
@click.option("-c", "--collection", "name", default="", help="Its name or folder.")
@click.option("--spaces", "space_ids", nargs=2, required=True, metavar="A B", help="Two spaces.")
@click.option("--text", "texts", multiple=True, help="Ask both for these words.")
@click.option("--image", "images", multiple=True, help="Ask both for the like of a picture.")
@click.option("--item", "items", multiple=True, help="Ask both for the like of an item.")
@click.option(
    "--words",
    "rank_words",
    is_flag=True,
    help="Rank words in place of items; needs no collection.",
)
@click.option(
    "--word-list",
    type=click.Path(exists=True, dir_okay=False),
    help="The words to rank, one a line.  [default: common things]",
)
@click.option("-k", "shown", type=click.IntRange(1), default=SHOWN, show_default=True)
@click.option("--embed", is_flag=True, help="Give the items vectors in a space that lacks them.")
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="F.html or F.csv.")
@json_option
@click.pass_context
def compare(
    ctx: click.Context,
    name: str,
    space_ids: tuple[str, str],
    texts: tuple[str, ...],
    images: tuple[str, ...],
    items: tuple[str, ...],
    rank_words: bool,
    word_list: str | None,
    shown: int,
    embed: bool,
    output: str | None,
    as_json: bool,
) -> None:
    """Compare two spaces: the same question in both, and how far they agree on a collection.

    With a collection their neighbours, alignment and the pairs they dispute are told; with --text,
    --image or --item where each has the answers; with --words which words are near a text.
    """
    rank_words = rank_words or word_list is not None
    if output is not None and Path(output).suffix.lower() not in SUFFIXES:
        raise click.UsageError("-o needs a file that ends in .html or .csv.")
    if space_ids[0] == space_ids[1]:
        raise click.UsageError("--spaces needs two different spaces.")
    if not name and not (rank_words and texts):
        raise click.UsageError("Give a collection with -c, or --words with --text.")
    with opened_app(ctx) as app, terminal_progress("Comparing") as control:
        collection = app.library.open(name) if name else None
        ids = tuple(app.spaces.info(one).id for one in space_ids)
        if collection is not None:
            _have_both(collection, ids, embed, control)
        terms = [
            *(Term("text", one) for one in texts),
            *(Term("image", one) for one in images),
            *(Term("item", one) for one in items),
        ]
        compared = _compared(app, collection, (ids[0], ids[1]), tuple(terms),
                             _words(word_list) if rank_words else (), shown, control)  # fmt: skip
        if output is not None:
            write_comparison(compared, collection, Path(output))
        data = compared.to_dict(collection)
    if as_json:
        print_json(data)
        return
    _print(data, compared.a, compared.b)
    if output is not None:
        click.echo(f"Written: {output}")


def _have_both(collection: Collection, ids: tuple[str, ...], embed: bool, control: Control) -> None:
    held = {one.id: one for one in collection.spaces()}
    for space_id in ids:
        if embed and not (space_id in held and held[space_id].whole):
            click.echo(collection.embed(space_id, control=control).sentence, err=True)
        elif space_id not in held:
            raise QueryError(
                f"'{collection.name}' has no vectors of '{space_id}'. Add --embed to make them."
            )


def _words(file: str | None) -> tuple[str, ...]:
    if file is None:
        return COMMON_THINGS
    try:
        words = Path(file).read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{file} cannot be read: {error}.") from error
    if not any(word.strip() for word in words):
        raise QueryError(f"{file} has no words.")
    return tuple(words)


def _compared(
    app: App,
    collection: Collection | None,
    ids: tuple[str, str],
    terms: tuple[Term, ...],
    words: tuple[str, ...],
    shown: int,
    control: Control,
) -> Compared:
    a, b = ids
    asked, ranks, agreement = "", None, None
    ranked_words: tuple[str, ...] = ()
    if words:
        asked = " ".join(str(term.value) for term in terms if term.kind == "text")
        different, ranks = ask_words(app.spaces.load(a), app.spaces.load(b), asked, words, shown)
        ranked_words = tuple(different)
    elif terms and collection is not None:
        asked = ", ".join(term.name for term in terms)
        ranks = ask_both(collection, Query(terms), a, b, shown)
    if collection is not None:
        content_of = {name: one.content for name, one in app.host.modalities.items()}
        contents = app.spaces.info(a).contents, app.spaces.info(b).contents
        agreement = compare_spaces(collection, a, b, content_of, contents, control)
    return Compared(a, b, asked, ranks, ranked_words, agreement)


def _print(data: dict[str, object], a: str, b: str) -> None:
    ranks = data.get("ranks")
    if isinstance(ranks, list):
        click.echo(f"“{data['query']}”\n{a:>8.8} {b:>8.8}")
        for one in ranks:
            named = one.get("word") or one.get("title")
            click.echo(f"{one['rank_a'] or '-':>8} {one['rank_b'] or '-':>8}  {named}")
    told = data.get("agreement")
    if isinstance(told, dict):
        click.echo(
            f"{told['items']} items: {_share(told['overlap'])} of {told['neighbours']} neighbours "
            f"in common (by chance {_share(told['overlap_by_chance'])}), "
            f"CKA {_number(told['cka'])}, unbiased {_number(told['cka_debiased'])}"
        )
        for space, count in zip((a, b), told["known_by_name"], strict=True):
            if count:
                click.echo(f"{space} knows {count} of them by their names alone")
    pairs = data.get("pairs")
    if isinstance(pairs, list):
        for space in (a, b):
            some = [pair for pair in pairs if pair["same_in"] == space][:5]
            if some:
                click.echo(f"the same in {space} alone:")
            for pair in some:
                click.echo(f"  {pair['first']['title']} – {pair['second']['title']}")


def _share(value: object) -> str:
    return f"{100 * value:.0f} %" if isinstance(value, float) else "-"


def _number(value: object) -> str:
    return f"{value:.3f}" if isinstance(value, float) else "-"
