"""Puts the first hits of a search in a better order, by a network that looks at each of them.

The picture and the words go through it together, which tells more than two vectors do and takes
far longer; so it sees the first few alone.
"""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path
from typing import Any

import numpy as np

from explorer.api.encoder import Preparation
from explorer.collection.item_table import ItemTable
from explorer.collection.ranking import Ranking
from explorer.collection.tools import Tools
from explorer.core.errors import MediaError, QueryError
from explorer.core.query import Query
from explorer.encoders.families.matching import Matcher
from explorer.jobs import Control
from explorer.media.decoded import DecodedFile

FIRST = 50
"""So many of the first hits are looked at."""

MATCH = "match"
"""Name of what the network says, among a hit's contributions."""


def rerank(
    ranking: Ranking,
    items: ItemTable,
    query: Query,
    matcher: Matcher,
    tools: Tools,
    first: int = FIRST,
    control: Control | None = None,
) -> Ranking:
    """The ranking with the pictures among its first hits in the order of how well they match.

    Hits that are no pictures, or cannot be read, keep their places; the rest share those that
    pictures had. Several words count by their weights; what is to be kept away from counts against.

    Parameters
    ----------
    first
        How many hits are looked at.

    Returns
    -------
    With one more contribution, `MATCH`: from -1 to 1, and 0 for hits that were not looked at.

    Raises
    ------
    QueryError
        If the query has no words: such a network compares pictures with words.
    """
    words = [(str(term.value), term.weight) for term in query.active if term.kind == "text"]
    if not words:
        raise QueryError(
            "'{matcher}' compares pictures with words: add words to the query.", matcher=matcher.id
        )
    control = control or Control()
    first = min(first, len(ranking))
    places, pictures = _pictures(ranking, items, matcher.preparation(), tools, first, control)
    match = np.zeros(len(ranking), np.float32)
    total = sum(abs(weight) for _, weight in words)
    for number, (text, weight) in enumerate(words):
        control.check()
        control.progress(number, len(words), text)
        if places:
            scores = matcher.scores(pictures, [text] * len(pictures))
            match[places] += np.float32(weight / total) * scores
    order = np.arange(len(ranking))
    order[places] = np.array(places, np.int64)[np.argsort(-match[places], kind="stable")]
    return Ranking(
        ranking.rows[order],
        ranking.scores[order],
        ranking.percentiles[order],
        np.concatenate([ranking.contributions, match[None]])[:, order],
        ranking.units[order],
        (*ranking.terms, MATCH),
    )


def _pictures(
    ranking: Ranking,
    items: ItemTable,
    preparation: Preparation,
    tools: Tools,
    first: int,
    control: Control,
) -> tuple[list[int], list[Any]]:
    """Which of the first hits are pictures that can be read, and these, prepared."""
    jobs: list[tuple[int, Future[DecodedFile]]] = []
    for place in range(first):
        path = Path(str(items.paths[ranking.rows[place]]))
        modality = items.modality(int(ranking.rows[place]))
        if modality in tools.host.modalities and tools.host.modalities[modality].content == "image":
            job = tools.decoder.submit(path, modality, {"image": preparation})
            jobs.append((place, job))
    places: list[int] = []
    pictures: list[Any] = []
    for place, job in jobs:
        control.check()
        try:
            decoded = job.result()
        except MediaError:
            continue  # it keeps its place; indexing tells why it cannot be read
        part, unit = str(items.parts[ranking.rows[place]]), int(ranking.units[place])
        pieces = [one.pieces for one in decoded.items if one.part == part]
        seen = [one for one in (pieces[0] if pieces else ()) if one.prepared is not None]
        chosen = [one for one in seen if one.unit.index == unit] or seen[:1]
        if chosen:
            places.append(place)
            pictures.append(chosen[0].prepared)
    return places, pictures
