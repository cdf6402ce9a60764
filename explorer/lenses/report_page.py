"""What the HTML reports share: a sheet that follows light and dark, tables, cards."""

from __future__ import annotations

import base64
import io
import textwrap
from collections.abc import Sequence
from html import escape

import numpy as np
from PIL import Image

from explorer.core.media import Pixels

LONGEST = 160
MOST_LETTERS = 64

_STYLE = """
:root{color-scheme:light dark;--back:#f4f4f5;--panel:#fff;--raised:#ececee;--line:#d9d9dd;
--text:#1c1c1f;--quiet:#66666e;--accent:#b86e00;--loss:#c22f26;--words:#6a55d8;--pictures:#71841a}
@media(prefers-color-scheme:dark){:root{--back:#1b1b1d;--panel:#232326;--raised:#2c2c30;
--line:#38383d;--text:#e8e8ea;--quiet:#a2a2a9;--accent:#f2a93b;--loss:#ef6b62;--words:#8f7cf0;
--pictures:#b5c95a}}
body{margin:0 auto;max-width:1180px;padding:24px;background:var(--back);color:var(--text);
font:14px/1.45 Inter,system-ui,sans-serif}
h1{font-size:24px;margin:0 0 4px}h2{font-size:18px;margin:32px 0 8px}
h3{font-size:14px;margin:16px 0 8px}
p{margin:0 0 12px;max-width:72ch}.quiet{color:var(--quiet)}
table{border-collapse:collapse;font-variant-numeric:tabular-nums;margin:8px 0 16px}
th,td{padding:6px 16px 6px 0;text-align:right;border-bottom:1px solid var(--line)}
th{font-size:11px;color:var(--quiet);font-weight:600}th:first-child,td:first-child{text-align:left}
td.best{color:var(--accent);font-weight:600}
.cases{display:grid;grid-template-columns:repeat(auto-fill,minmax(520px,1fr));gap:12px}
.case{display:grid;grid-template-columns:128px 1fr;gap:12px;background:var(--panel);padding:12px;
border:1px solid var(--line);border-radius:6px;min-width:0}
.case .asked{border-right:1px solid var(--line);padding-right:12px}
.found{display:flex;gap:8px;flex-wrap:wrap}.thing{width:104px;font-size:11px;color:var(--quiet)}
.asked .thing{width:auto}.thing .look{display:flex;align-items:center;justify-content:center;
height:84px;background:var(--raised);border:2px solid transparent;border-radius:6px;
overflow:hidden;padding:2px;box-sizing:border-box;color:var(--text);text-align:center;
overflow-wrap:anywhere;font-size:11px;line-height:1.3}
.thing img{max-width:100%;max-height:100%}.right .look{border-color:var(--accent)}
.thing small{display:block;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;font-size:11px}
svg text{font:12px Inter,system-ui,sans-serif;fill:var(--text)}svg .quiet{fill:var(--quiet)}
svg .rise{stroke:var(--pictures)}svg .fall{stroke:var(--words)}svg .same{stroke:var(--quiet)}
@media(max-width:640px){.cases{grid-template-columns:1fr}.case{grid-template-columns:1fr}}
"""


def report_page(title: str, body: str) -> str:
    """A whole page that needs no network; `body` is HTML."""
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body>{body}</body></html>\n"
    )


def table_of(heads: Sequence[str], rows: Sequence[Sequence[str]], best: bool = False) -> str:
    """A table of texts; with `best` the largest share of each column (``R@k``) is marked."""
    marks = [
        _best_of([row[place] for row in rows]) if head.startswith("R@") else ""
        for place, head in enumerate(heads)
    ]
    lines = [
        "".join(
            f"<td{_mark(best and mark and cell == mark)}>{escape(cell)}</td>"
            for cell, mark in zip(row, marks, strict=True)
        )
        for row in rows
    ]
    head = "".join(f"<th>{escape(one)}</th>" for one in heads)
    return f"<table><tr>{head}</tr>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


def _mark(marked: object) -> str:
    return ' class="best"' if marked else ""


def _best_of(cells: Sequence[str]) -> str:
    return max(cells, key=float) if len(set(cells)) > 1 else ""


def thing_of(label: str, picture: Pixels | None, under: str = "", *, right: bool = False) -> str:
    """A card of one thing: its picture, or its words.

    Parameters
    ----------
    picture
        uint8 RGB (h, w, 3); None for words.
    under
        What stands below, quietly.
    right
        Whether it is the answer that was looked for.
    """
    name = label.replace("\\", "/").rpartition("/")[2] if picture is not None else label
    look = (
        escape(textwrap.shorten(label, MOST_LETTERS, placeholder=" …"))
        if picture is None
        else f'<img alt="{escape(name)}" src="{small_picture(picture)}">'
    )
    words = " · ".join(part for part in (under, name if picture is not None else "") if part)
    kind = "thing right" if right else "thing"
    return (
        f'<div class="{kind}" title="{escape(label)}"><div class="look">{look}</div>'
        f"<small>{escape(words)}</small></div>"
    )


def small_picture(picture: Pixels) -> str:
    """A picture as an address that holds it, at most 160 pixels a side."""
    shrunk = Image.fromarray(np.asarray(picture))
    shrunk.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS)
    written = io.BytesIO()
    shrunk.save(written, "WEBP", quality=80)
    return f"data:image/webp;base64,{base64.b64encode(written.getvalue()).decode()}"
