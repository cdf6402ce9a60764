"""Two spaces side by side as one HTML page: the rank-shift chart, figures and disputed pairs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from explorer.core.media import Pixels
from explorer.lenses.compare_neighbours import Pair
from explorer.lenses.compare_ranks import RankShifts, Shift
from explorer.lenses.report_page import report_page, small_picture, table_of, thing_of

LINE, WORD_LINE, SIDE, WIDTH = 44, 26, 260, 860


@dataclass(frozen=True, slots=True, eq=False)
class ComparedSpaces:
    """What a page tells.

    ``overlap`` is the mean share of common neighbours and what chance gives, ``cka`` the plain
    and the unbiased alignment, ``by_name`` how many items either space knows by name alone.
    """

    names: tuple[str, str]
    asked: str
    ranks: RankShifts | None
    pairs: Sequence[Pair]
    overlap: tuple[float, float] | None
    cka: tuple[float, float] | None
    items: int | None
    by_name: tuple[int, int]


def comparison_page(
    spaces: ComparedSpaces,
    titles: Mapping[int, str],
    pictures: Mapping[int, Pixels],
    pair_pictures: Mapping[int, Pixels],
) -> str:
    """HTML of a comparison.

    Parameters
    ----------
    titles
        What each row is called.
    pictures, pair_pictures
        Small pictures (uint8 RGB) by row, for the chart and for the pairs.
    """
    a, b = spaces.names
    title = f"{a} and {b}"
    parts = [f"<h1>{escape(title)}</h1>"]
    if spaces.ranks is not None:
        parts += [
            f"<h2>“{escape(spaces.asked)}” in both</h2>",
            f'<p class="quiet">Green: nearer in {escape(b)}; violet: farther. A line that ends '
            "tells the rank in the other space.</p>",
            rank_svg(spaces.ranks, spaces.names, titles, pictures),
        ]
    if spaces.overlap is not None and spaces.cka is not None and spaces.items is not None:
        parts += ["<h2>Agreement</h2>", _figures(spaces)]
    for side, own, other in (("a", a, b), ("b", b, a)):
        some = [pair for pair in spaces.pairs if pair.same_in == side]
        if some:
            parts.append(f"<h2>The same in {escape(own)}, not in {escape(other)}</h2>")
            cards = "".join(_pair(pair, spaces.names, titles, pair_pictures) for pair in some)
            parts.append(f'<div class="cases">{cards}</div>')
    return report_page(title, "".join(parts))


def _figures(spaces: ComparedSpaces) -> str:
    assert spaces.overlap is not None
    assert spaces.cka is not None
    rows = [
        ["neighbours in common", f"{spaces.overlap[0]:.1%} (by chance {spaces.overlap[1]:.1%})"],
        ["CKA", f"{spaces.cka[0]:.3f} (unbiased {spaces.cka[1]:.3f})"],
        ["items", f"{spaces.items:,}"],
    ]
    rows += [
        [f"known to {name} by name alone", f"{count:,}"]
        for name, count in zip(spaces.names, spaces.by_name, strict=True)
        if count
    ]
    return table_of(["", ""], rows)


def _pair(
    pair: Pair, names: tuple[str, str], titles: Mapping[int, str], pictures: Mapping[int, Pixels]
) -> str:
    things = "".join(
        thing_of(titles.get(row, ""), pictures.get(row)) for row in (pair.first, pair.second)
    )
    told = " · ".join(
        f"{escape(name)}: closer than {share:.1f} % of pairs"
        for name, share in zip(names, (pair.percentile_a, pair.percentile_b), strict=True)
    )
    return f'<div class="case" style="display:block"><div class="found">{things}</div>{told}</div>'


def rank_svg(
    ranks: RankShifts,
    names: tuple[str, str],
    titles: Mapping[int, str],
    pictures: Mapping[int, Pixels],
) -> str:
    """The rank-shift chart as SVG."""
    line = LINE if pictures else WORD_LINE
    left = sorted(
        (one for one in ranks.shifts if 0 < one.rank_a <= ranks.shown), key=lambda one: one.rank_a
    )
    right = sorted(
        (one for one in ranks.shifts if 0 < one.rank_b <= ranks.shown), key=lambda one: one.rank_b
    )
    places_a = {one.row: place for place, one in enumerate(left)}
    places_b = {one.row: place for place, one in enumerate(right)}
    height = 28 + line * max(len(left), len(right), 1)
    parts = [
        f'<text class="quiet" x="0" y="16">{escape(names[0])}</text>',
        f'<text class="quiet" x="{WIDTH}" y="16" text-anchor="end">{escape(names[1])}</text>',
    ]
    parts += [
        _line(one, places_a.get(one.row), places_b.get(one.row), line) for one in ranks.shifts
    ]
    for on_right, side in ((False, left), (True, right)):
        for place, one in enumerate(side):
            y = 28 + line * place + line / 2
            rank = one.rank_b if on_right else one.rank_a
            parts.append(_end(titles.get(one.row, ""), rank, y, on_right, pictures.get(one.row)))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        f'style="max-width:{WIDTH}px;width:100%" role="img" '
        f'aria-label="Ranks in {escape(names[0])} and {escape(names[1])}">{"".join(parts)}</svg>'
    )


def _line(one: Shift, at_a: int | None, at_b: int | None, line: int) -> str:
    kind = "same"
    if one.rise > 0 or not one.rank_a:
        kind = "rise"
    elif one.rise < 0 or not one.rank_b:
        kind = "fall"
    start, end = SIDE + 8, WIDTH - SIDE - 8
    if at_a is not None and at_b is not None:
        y, to = (28 + line * place + line / 2 for place in (at_a, at_b))
        bend = (end - start) * 0.45
        path = f"M{start} {y}C{start + bend} {y} {end - bend} {to} {end} {to}"
        return f'<path class="{kind}" d="{path}" fill="none" stroke-width="1.5"/>'
    on_right = at_a is None
    place = at_b if on_right else at_a
    y = 28 + line * (place or 0) + line / 2
    far = end - 90 if on_right else start + 90
    rank = one.rank_a if on_right else one.rank_b
    anchor = "end" if on_right else "start"
    shift = -5 if on_right else 5
    return (
        f'<path class="{kind}" d="M{end if on_right else start} {y}H{far}" stroke-width="1.5"/>'
        f'<text class="quiet" x="{far + shift}" y="{y + 4}" text-anchor="{anchor}">'
        f"{rank or '–'}</text>"
    )


def _end(title: str, rank: int, y: float, on_right: bool, picture: Pixels | None) -> str:
    short = title if len(title) <= 28 else f"{title[:27]}…"
    anchor = "end" if on_right else "start"
    x = WIDTH - 28 if on_right else 28
    parts = [
        f'<text class="quiet" x="{WIDTH if on_right else 0}" y="{y + 4}" '
        f'text-anchor="{anchor}">{rank}</text>'
    ]
    if picture is not None:
        left = x - 38 if on_right else x
        parts.append(
            f'<image href="{small_picture(picture)}" x="{left}" y="{y - 19}" width="38" '
            f'height="38"/>'
        )
        x = x - 46 if on_right else x + 46
    parts.append(
        f'<text x="{x}" y="{y + 4}" text-anchor="{anchor}"><title>{escape(title)}</title>'
        f"{escape(short)}</text>"
    )
    return "".join(parts)
