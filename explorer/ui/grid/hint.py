"""What the grid says of an item when the pointer rests on it."""

from __future__ import annotations

from html import escape

import numpy as np
from PySide6.QtCore import QCoreApplication

from explorer.collection.marks import Marks
from explorer.core.media import Unit
from explorer.ui.item_words import (
    NO_ENCODER,
    description_note,
    item_line,
    percentile_words,
    place_words,
    score_words,
    weak_words,
)
from explorer.ui.kinds import Kind
from explorer.ui.spoken import spoken_name
from explorer.viewstate.arrangement import Arrangement
from explorer.viewstate.session import Session
from explorer.viewstate.standing import standing_at


def hint_of(
    session: Session,
    shown: Arrangement,
    position: int,
    row: int,
    kind: Kind,
    unit: Unit | None,
    marks: Marks,
) -> str:
    """Title, facts, how good a match it is and why, and what was said of it; as rich text."""
    items = session.items
    lines = [f"<b>{escape(str(items.titles[row]))}</b>", escape(item_line(items, row, kind))]
    if position >= 0 and shown.ranking is not None and shown.hits is not None:
        lines += _match(session, shown, int(shown.hits[position]), kind, unit)
    said = ["★" * marks.rating] if marks.rating else []
    said += [", ".join(marks.tags)] if marks.tags else []
    if said:
        lines.append(escape("  ".join(said)))
    return "<p style='white-space:pre'>" + "<br>".join(lines) + "</p>"


def _match(
    session: Session, shown: Arrangement, hit: int, kind: Kind, unit: Unit | None
) -> list[str]:
    ranking = shown.ranking
    if ranking is None or not ranking.terms:
        return []
    standing = standing_at(ranking, hit, session.query)
    score = QCoreApplication.translate("GridHint", "score {}").format(score_words(standing.score))
    words = percentile_words(standing.percentile, kind)
    lines = [escape(f"{words[:1].upper()}{words[1:]}, {score}")]
    if standing.score < session.weak_bounds.get(kind.content, -np.inf):
        lines.append(escape(weak_words()))
    if len(standing.shares) > 1:
        lines += [
            escape(f"{spoken_name(one.term)}: {score_words(one.value)}") for one in standing.shares
        ]
    if unit is not None and unit.kind == NO_ENCODER:
        lines.append(escape(description_note()))
    elif unit is not None and (place := place_words(unit)):
        lines.append(escape(place))
    return lines
