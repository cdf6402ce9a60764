"""The groups of the open collection's items, their names, and the job that finds them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import PurePath

import numpy as np
from numpy.typing import NDArray

from explorer.collection.collection import Collection
from explorer.collection.item_table import ItemTable
from explorer.collection.stored_clusters import StoredClusters
from explorer.core.errors import QueryError
from explorer.core.hub import Hub
from explorer.core.query import Term
from explorer.core.wording import Wording
from explorer.jobs import Control, Job, JobRunner
from explorer.lenses.cluster_names import name_clusters, nearest_words, words_of
from explorer.lenses.clusters import Clusters, find_clusters
from explorer.lenses.explanation.everyday import EVERYDAY_WORDS
from explorer.lenses.projection_vectors import PreparedVectors, prepare
from explorer.viewstate.kept_neighbours import NeighbourSource
from explorer.viewstate.messages import ClustersChanged, Notice

Rows = NDArray[np.int64]


class Clustering:
    """Groups on several levels, kept with the collection.

    Attributes
    ----------
    clusters
        None until they are found, or where there is nothing to group.
    """

    def __init__(self, jobs: JobRunner, hub: Hub) -> None:
        self._jobs, self._hub = jobs, hub
        self.clusters: StoredClusters | None = None
        self.job: Job | None = None
        self._collection: Collection | None = None

    def open(self, collection: Collection, items: ItemTable, *, afresh: bool = False) -> None:
        """Show the kept groups of a collection, and find them where they are not whole."""
        self._collection = collection

        def done(found: StoredClusters | None) -> None:
            if collection is self._collection:
                self.clusters = found
                self._hub.publish(ClustersChanged())

        self.job = self._jobs.submit(
            Wording("Find groups"),
            lambda control: group_items(collection, items, control, afresh=afresh),
            lane="compute",
            key="groups",
            done=done,
            failed=lambda sentence: self._hub.publish(Notice(sentence, "problem")),
        )

    def close(self) -> None:
        """Forget the groups."""
        if self.job is not None:
            self.job.cancel()
        self._collection, self.clusters, self.job = None, None, None
        self._hub.publish(ClustersChanged())


def group_items(
    collection: Collection, items: ItemTable, control: Control, *, afresh: bool = False
) -> StoredClusters | None:
    """Find the groups of a collection and name them; kept ones are taken if they are whole.

    Returns
    -------
    Groups of all items that have a vector; None if nothing has one.
    """
    rows = collection.rows_with_vectors(before=len(items))
    if not len(rows):
        return None
    kept = None if afresh else collection.clusters()
    if kept is not None and np.array_equal(kept.rows, rows):
        return kept
    rows, vectors = collection.vectors(before=len(items), kind=np.float16)
    ready = prepare(vectors, items.modality_codes[rows])
    near = NeighbourSource(collection, rows, control)(ready)
    found = find_clusters(ready, near, progress=control.progress, check=control.check)
    words = item_words(collection, items, rows)
    names = name_clusters(found, words)
    if any(_nameless(name) for level in names for name in level):
        control.check()
        stand_ins = _stand_ins(collection, ready, found)
        names = name_clusters(found, words, stand_ins) if stand_ins else names
    result = StoredClusters(rows, found.labels, names)
    collection.save_clusters(result)
    return result


def item_words(collection: Collection, items: ItemTable, rows: Rows) -> list[frozenset[str]]:
    """What people call each item: words of its title, tags, folders and text."""
    texts = collection.texts()
    marked = collection.marked()
    folders = _folder_words([str(items.paths[row]) for row in rows])
    found = []
    for row, folder in zip(rows.tolist(), folders, strict=True):
        marks = marked.get(str(items.ids[row]))
        tags = " ".join(marks.tags) if marks is not None else ""
        title = str(items.titles[row]).replace("_", " ")
        found.append(words_of(title, tags, texts.get(row, "")) | folder)
    return found


def _folder_words(paths: Sequence[str]) -> list[frozenset[str]]:
    """Words of the folders below what all paths share."""
    parents = [os.path.dirname(path) for path in paths]  # noqa: PTH120
    try:
        shared = len(PurePath(os.path.commonpath(set(parents))).parts)
    except ValueError:  # several drives
        shared = 1
    known: dict[str, frozenset[str]] = {}
    for parent in parents:
        if parent not in known:
            below = " ".join(PurePath(parent).parts[shared:])
            known[parent] = words_of(below.replace("_", " "))
    return [known[parent] for parent in parents]


def _nameless(name: str) -> bool:
    return not name or name.isdigit()


def _stand_ins(
    collection: Collection, vectors: PreparedVectors, found: Clusters
) -> list[list[str]] | None:
    """For each of the smallest groups the everyday words nearest to it in the space."""
    try:
        words = [collection.vector_of(Term("text", word)) for word in EVERYDAY_WORDS]
    except QueryError:  # a space without an encoder of texts has no words to offer
        return None
    every = vectors.rows(np.arange(len(vectors)))
    return nearest_words(
        every, found.labels[:, -1], found.counts[-1], EVERYDAY_WORDS, np.stack(words)
    )
